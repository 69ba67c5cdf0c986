"""The commands on an application."""

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.soknad.enums import APNE, Soknadsstatus
from fotfeste.grunnmur.tilgang import Handling
from fotfeste.grunnmur.tilstand import Overgang, Overgangstabell

_S = Soknadsstatus

SOKNAD = Overgangstabell(
    "soknad",
    (
        Overgang(
            "be_om_opplysninger",
            APNE,
            _S.VENTER_PA_OPPLYSNINGER,
            Handling.SOKNAD_BEHANDLE,
            _("Be om det som mangler"),
            "fvl § 17",
        ),
        Overgang(
            "motta_opplysning",
            frozenset({_S.VENTER_PA_OPPLYSNINGER}),
            None,
            Handling.SOKNAD_BEHANDLE,
            _("Registrer det som kom"),
            "fvl § 17",
        ),
        Overgang(
            "gi_forelopig_svar",
            APNE,
            None,
            Handling.SOKNAD_BEHANDLE,
            _("Send foreløpig svar"),
            "fvl § 11 a",
        ),
        Overgang("merk_klar", APNE, _S.KLAR, Handling.SOKNAD_BEHANDLE, _("Søknaden er klar til vurdering")),
        Overgang("trekk", APNE, _S.TRUKKET, Handling.SOKNAD_BEHANDLE, _("Søkeren trekker søknaden")),
    ),
)
