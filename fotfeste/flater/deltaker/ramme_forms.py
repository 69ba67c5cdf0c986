"""The forms of the participant's own frame."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from fotfeste.flater.felles.skjema import Skjema, Tekstfelt


class Kontaktbytteskjema(Skjema):
    """What the new contact should know."""

    syn = Tekstfelt(
        label=_("Hva er viktig at den nye kontakten din vet?"),
        max_length=4000,
        help_text=_("Skriv kort. For eksempel hva som fungerer bra, og hva du ikke vil fortelle på nytt."),
    )
