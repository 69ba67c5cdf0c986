"""The participant's own view, one question at a time in plain words."""

from __future__ import annotations

from typing import Any

from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering
from fotfeste.fag.kartlegging.punkter import DELTAKERFELTER, PUNKTER
from fotfeste.flater.felles.skjema import Skjema, Tekstfelt


class EgetSynSkjema(Skjema):
    """Five questions; none has to be answered."""

    deltaker_a, deltaker_b, deltaker_c, deltaker_d, deltaker_e = (
        Tekstfelt(label=punkt.spor_deltaker, help_text=punkt.hjelp_deltaker, required=False) for punkt in PUNKTER
    )

    def __init__(self, *args: Any, vurdering: Arbeidsevnevurdering, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {felt: getattr(vurdering, felt) for felt in DELTAKERFELTER})
        super().__init__(*args, **kwargs)
