"""The office's timesheet forms; the sheet itself is the participant's form."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from fotfeste.flater.felles.skjema import Skjema, Tekstfelt


class Returskjema(Skjema):
    """What the participant must mend."""

    grunn = Tekstfelt(
        label=_("Hva må rettes?"), help_text=_("Deltakeren leser dette slik du skriver det."), max_length=2000
    )
