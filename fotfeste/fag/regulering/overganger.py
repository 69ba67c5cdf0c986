"""The commands on a regulation. Who made the dry run never carries it out."""

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.regulering.enums import Reguleringsstatus
from fotfeste.grunnmur.tilgang import Handling
from fotfeste.grunnmur.tilstand import Overgang, Overgangstabell

_S = Reguleringsstatus

REGULERING = Overgangstabell(
    "regulering",
    (
        Overgang(
            "prov",
            frozenset({_S.FORBEREDES, _S.PROVEKJORT}),
            _S.PROVEKJORT,
            Handling.REGULERING_FORBERED,
            _("Prøvekjør på nytt"),
        ),
        Overgang(
            "gjennomfor",
            frozenset({_S.PROVEKJORT}),
            _S.GJENNOMFORES,
            Handling.REGULERING_GJENNOMFOR,
            _("Gjennomfør reguleringen"),
            "sotjl § 35",
        ),
        Overgang(
            "fullfor",
            frozenset({_S.GJENNOMFORES}),
            _S.FERDIG,
            Handling.REGULERING_GJENNOMFOR,
            _("Fortsett gjennomføringen"),
        ),
        Overgang(
            "varsle",
            frozenset({_S.FERDIG}),
            None,
            Handling.REGULERING_GJENNOMFOR,
            _("Send brevene som gjenstår"),
        ),
        Overgang(
            "forkast",
            frozenset({_S.FORBEREDES, _S.PROVEKJORT}),
            _S.FORKASTET,
            Handling.REGULERING_FORBERED,
            _("Legg bort reguleringen"),
        ),
    ),
)
