"""What the participant says about too much paid: to the notice, and when what is left is too little."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from fotfeste.flater.felles.skjema import Kronefelt, Skjema, Tekstfelt


class Kravsvarskjema(Skjema):
    """Agreed, another plan, or not agreed."""

    betingede = frozenset({"belop", "ord_"})

    svar = forms.ChoiceField(
        label=_("Hva mener du?"),
        choices=[
            ("enig", _("Jeg er enig i planen")),
            ("annen_plan", _("Jeg vil betale et annet beløp hver måned")),
            ("uenig", _("Jeg er ikke enig")),
        ],
        widget=forms.RadioSelect,
    )
    belop = Kronefelt(
        label=_("Hvor mye kan vi trekke hver måned?"),
        help_text=_("Bare hvis du vil ha et annet beløp."),
        required=False,
    )
    ord_ = Tekstfelt(
        label=_("Vil du si noe mer?"),
        help_text=_("Skriv på det språket du vil. Er du ikke enig, skriver du hva som ikke stemmer."),
        required=False,
        max_length=4000,
    )


class Hjelpskjema(Skjema):
    """What is left is too little."""

    ord_ = Tekstfelt(
        label=_("Hvordan har du det?"),
        help_text=_("Noen få ord er nok. Skriv gjerne hva du ikke har penger til."),
        max_length=2000,
    )
