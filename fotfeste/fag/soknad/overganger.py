"""The commands on an application, by the office and by the applicant."""

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.soknad.enums import APNE, Soknadsstatus
from fotfeste.grunnmur.tilgang import Handling
from fotfeste.grunnmur.tilstand import Overgang, Overgangstabell

_S = Soknadsstatus
_VENTER = frozenset({_S.VENTER_PA_OPPLYSNINGER})

# When the last thing asked for has come, the application waits for the office again: «motta_opplysning» and «svar»
# then move it back to mottatt. While something is still missing the state stays, so the table names none.
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
            _VENTER,
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
        Overgang("legg_ved", APNE, None, Handling.SOKNAD_BEHANDLE, _("Legg ved papirer")),
        Overgang("merk_klar", APNE - {_S.KLAR}, _S.KLAR, Handling.SOKNAD_BEHANDLE, _("Søknaden er klar til vurdering")),
        Overgang("trekk", APNE, _S.TRUKKET, Handling.SOKNAD_BEHANDLE, _("Søkeren trekker søknaden")),
        Overgang("svar", _VENTER, None, Handling.SOKNAD_SEND, _("Send svaret"), "fvl § 17"),
        Overgang("trekk_selv", APNE, _S.TRUKKET, Handling.SOKNAD_SEND, _("Trekk søknaden")),
    ),
)
