"""The participant's own complaint: what to change, why, and papers."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.flater.felles.filer import Filfelt
from fotfeste.flater.felles.skjema import Skjema, Tekstfelt

_FILHJELP = _("Du kan ta et bilde med telefonen, eller velge en PDF. Høyst 10 MB hver. Du kan velge flere.")


class EgenKlage(Skjema):
    """The complaint, one short column. The name and the decision are known."""

    onsket_endring = Tekstfelt(
        label=_("1. Hva vil du at vi skal endre?"),
        help_text=_("Skriv med dine egne ord. Du trenger ikke å kjenne reglene."),
    )
    grunner = Tekstfelt(
        label=_("2. Hvorfor er du uenig?"),
        help_text=_("Er noe feil i brevet? Er det noe vi ikke visste? Du kan hoppe over det."),
        required=False,
    )
    vedlegg = Filfelt(label=_("3. Vil du sende med noen papirer?"), help_text=_FILHJELP, required=False)
    ber_om_utsetting = forms.BooleanField(
        label=_("Jeg vil at dere venter med å gjennomføre vedtaket til klagen er avgjort"), required=False
    )


class Tillegg(Skjema):
    """Something more for a complaint that is sent."""

    betingede = frozenset({"tillegg", "vedlegg"})

    tillegg = Tekstfelt(label=_("Det du vil legge til"), required=False)
    vedlegg = Filfelt(label=_("Papirer eller bilder"), help_text=_FILHJELP, required=False)
