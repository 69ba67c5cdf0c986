"""The commands on a work-ability assessment."""

from django.utils.translation import gettext_lazy as _

from fotfeste.fag.kartlegging.enums import AevStatus
from fotfeste.grunnmur.tilgang import Handling
from fotfeste.grunnmur.tilstand import Overgang, Overgangstabell

_UTKAST = frozenset({AevStatus.UTKAST})

AEV = Overgangstabell(
    "arbeidsevnevurdering",
    (
        Overgang("lagre", _UTKAST, None, Handling.AEV_SKRIV, _("Lagre")),
        Overgang("lever_eget_syn", _UTKAST, None, Handling.AEV_EGET_SYN, _("Send til veilederen")),
        Overgang(
            "fullfor", _UTKAST, AevStatus.FULLFORT, Handling.AEV_SKRIV, _("Fullfør vurderingen"), "NAV-loven § 14 a"
        ),
        Overgang("forkast", _UTKAST, AevStatus.FORKASTET, Handling.AEV_SKRIV, _("Legg bort utkastet")),
    ),
)
