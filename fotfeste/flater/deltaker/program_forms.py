"""What the participant answers to a proposed programme."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from fotfeste.flater.felles.skjema import Skjema, Tekstfelt


class Endringskjema(Skjema):
    """The participant's own words about what should be different."""

    merknad = Tekstfelt(
        label=_("Hva vil du ha annerledes?"),
        help_text=_("Skriv slik du vil, på det språket du vil."),
        max_length=4000,
    )
