"""The office's timesheet forms; the sheet itself is the participant's form."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from fotfeste.flater.felles.skjema import Skjema, Tekstfelt


class Returskjema(Skjema):
    """What the participant must mend."""

    grunn = Tekstfelt(
        label=_("Hva må rettes?"), help_text=_("Deltakeren leser dette slik du skriver det."), max_length=2000
    )


class Retteskjema(Skjema):
    """What is wrong with an approved sheet."""

    grunn = Tekstfelt(
        label=_("Hva er feil på listen?"),
        help_text=_("Deltakeren leser dette, og det står i saken som grunnen til at listen rettes."),
        max_length=2000,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # The form to send the sheet back can stand on the same page, with a field of the same name.
        super().__init__(*args, auto_id="rett_%s", **kwargs)


class Paavegneskjema(Skjema):
    """Why somebody else than the participant fills in or sends the sheet."""

    grunn = Tekstfelt(
        label=_("Hvorfor gjør ikke deltakeren det selv?"),
        help_text=_("Deltakeren leser dette på listen sin, og kan si fra hvis noe ikke stemmer."),
        max_length=2000,
    )

    def __init__(self, *args: Any, hva: str, **kwargs: Any) -> None:
        # Two of these can stand on the same page.
        super().__init__(*args, auto_id=f"{hva}_%s", **kwargs)


class Svarskjema(Skjema):
    """Why a sheet stands though the participant says it is wrong."""

    svar = Tekstfelt(
        label=_("Hvorfor blir listen stående?"),
        help_text=_("Deltakeren leser dette slik du skriver det."),
        max_length=2000,
    )
