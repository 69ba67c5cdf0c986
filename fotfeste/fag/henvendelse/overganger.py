"""The commands on an enquiry. None of them moves the clock."""

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.henvendelse.enums import APNE, Henvendelsesstatus
from fotfeste.grunnmur.tilgang import Handling
from fotfeste.grunnmur.tilstand import Overgang, Overgangstabell

_S = Henvendelsesstatus
_SKRIV = Handling.HENVENDELSE_SKRIV

HENVENDELSE = Overgangstabell(
    "henvendelse",
    (
        Overgang("besvar", APNE, _S.BESVART, _SKRIV, _("Skriv svaret"), "fvl § 11 a"),
        Overgang("forsok", APNE, None, _SKRIV, _("Prøvde uten å få svar")),
        Overgang("ta", APNE, _S.FORDELT, _SKRIV, _("Jeg tar den")),
        Overgang("fordel", APNE, _S.FORDELT, _SKRIV, _("Gi til en kollega")),
        Overgang("videresend", APNE, _S.VIDERESENDT, _SKRIV, _("Send videre")),
    ),
)
