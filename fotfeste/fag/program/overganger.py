"""The commands on a version of the programme."""

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.program.enums import Programstatus
from fotfeste.grunnmur.tilgang import Handling
from fotfeste.grunnmur.tilstand import Overgang, Overgangstabell

_S = Programstatus

PROGRAM = Overgangstabell(
    "program",
    (
        Overgang("lagre", frozenset({_S.UTKAST}), None, Handling.PROGRAM_SKRIV, _("Lagre")),
        Overgang("foresla", frozenset({_S.UTKAST}), _S.FORESLATT, Handling.PROGRAM_SKRIV, _("Send til deltakeren")),
        Overgang("trekk_tilbake", frozenset({_S.FORESLATT}), _S.UTKAST, Handling.PROGRAM_SKRIV, _("Endre forslaget")),
        Overgang("avtal", frozenset({_S.FORESLATT}), _S.AVTALT, Handling.PROGRAM_AVTAL, _("Jeg er enig"), "sotjl § 42"),
        Overgang(
            "be_om_endring",
            frozenset({_S.FORESLATT}),
            _S.UTKAST,
            Handling.PROGRAM_AVTAL,
            _("Jeg vil endre noe"),
            "sotjl § 42",
        ),
        Overgang(
            "avtal_i_mote",
            frozenset({_S.FORESLATT}),
            _S.AVTALT,
            Handling.PROGRAM_SKRIV,
            _("Avtalt i møte"),
            "sotjl § 42",
        ),
    ),
)
