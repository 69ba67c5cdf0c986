"""Who would get less and who more, as bars: the numbers a template needs to draw them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from fotfeste.innsikt.simulering.sammendrag import Trinn
from fotfeste.regelverk.penger import HARDT_MELLOMROM, kroner_tekst

RADHOYDE = 26
STOLPE_X, STOLPE_BREDDE = 160, 150
KLASSE = {-1: "mindre", 0: "likt", 1: "mer"}


@dataclass(frozen=True, slots=True)
class Stolpe:
    """A bar and its words. `bredde` 0 where nobody is in the step, or it is not shown."""

    tekst: str
    klasse: str
    y: int
    bredde: int
    trinn: Trinn

    @property
    def tekst_y(self) -> int:
        return self.y + RADHOYDE - 9

    @property
    def tall_x(self) -> int:
        return STOLPE_X + self.bredde + 6


def stolper(trinn: Sequence[Trinn]) -> list[Stolpe]:
    """The bars from top to bottom, the longest as wide as there is room for."""
    flest = max((ett.gruppe.antall or 0 for ett in trinn), default=0) or 1
    return [
        Stolpe(
            trinntekst(ett), KLASSE[ett.retning], nr * RADHOYDE, (ett.gruppe.antall or 0) * STOLPE_BREDDE // flest, ett
        )
        for nr, ett in enumerate(trinn)
    ]


def trinntekst(trinn: Trinn) -> str:
    """The step in words: «500–1 000 kr mindre»."""
    if trinn.retning == 0:
        return _("det samme")
    nar, langt = sorted((abs(trinn.fra or 0), abs(trinn.til or 0)))
    if trinn.fra is None or trinn.til is None:
        hvor = _("minst %(kr)s") % {"kr": kroner_tekst(langt)}
    elif nar == 0:
        hvor = _("under %(kr)s") % {"kr": kroner_tekst(langt)}
    else:
        hvor = f"{kroner_tekst(nar).removesuffix(HARDT_MELLOMROM + 'kr')}–{kroner_tekst(langt)}"
    return (_("%(hvor)s mindre") if trinn.retning < 0 else _("%(hvor)s mer")) % {"hvor": hvor}
