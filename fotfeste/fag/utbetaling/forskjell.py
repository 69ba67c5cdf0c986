"""Why a payment is another than the month before: line against line of the two frozen reckonings, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from fotfeste.fag.utbetaling.enums import Utbetalingsart
from fotfeste.fag.utbetaling.models import LEVENDE_UTBETALING, Utbetaling
from fotfeste.fag.utbetaling.selectors import maneden_for

_HVA = {
    "barnetillegg": gettext_lazy("barnetillegg"),
    "reduksjon_arbeid": gettext_lazy("timer i lønnet arbeid"),
    "reduksjon_fravaer": gettext_lazy("fravær uten gyldig grunn"),
    "samordning": gettext_lazy("andre ytelser"),
}


class Grunn(NamedTuple):
    """What differs, and by how many kroner (less than zero: the payment is smaller for it)."""

    tekst: str
    kroner: int


def grunner(for_: Mapping[str, Any], na: Mapping[str, Any]) -> list[Grunn]:
    """The differences between two answers (`Beregning.ut`), together the difference of their `netto`.

    The largest first. A reckoning that would go below zero is cut there; what that hides is said too.
    """
    ut = []
    stonad = na["linjer"]["stonad"] - for_["linjer"]["stonad"]
    if stonad:
        ut.append(Grunn(_dager(na["stonadsdager"] - for_["stonadsdager"]), stonad))
    for linje, hva in _HVA.items():
        if kroner := na["linjer"][linje] - for_["linjer"][linje]:
            ut.append(Grunn(str(hva), kroner))
    if kroner := na["trekk"] - for_["trekk"]:
        ut.append(Grunn(_("trekk og forskudd"), kroner))
    if rest := na["netto"] - for_["netto"] - sum(grunn.kroner for grunn in ut):
        ut.append(Grunn(_("det som ikke kan gå under null"), rest))
    return sorted(ut, key=lambda grunn: -abs(grunn.kroner))


def _dager(antall: int) -> str:
    if antall > 0:
        return ngettext("%d stønadsdag mer", "%d stønadsdager mer", antall) % antall
    if antall < 0:
        return ngettext("%d stønadsdag mindre", "%d stønadsdager mindre", -antall) % -antall
    return _("en annen sats")


def grunner_for(utbetalinger: Sequence[Utbetaling]) -> dict[UUID, list[Grunn]]:
    """Why each of the months differs from the one before it. Two queries.

    A payment that is no month, or whose case was not paid for the month before, has none.
    """
    maneder = {rad.pk: (rad.sak_id, maneden_for(rad.maned)) for rad in utbetalinger if rad.art == Utbetalingsart.MANED}
    na = dict(Utbetaling.objects.filter(pk__in=maneder).values_list("pk", "beregning__ut"))
    rader = Utbetaling.objects.filter(
        LEVENDE_UTBETALING,
        sak_id__in={sak_id for sak_id, _maned in maneder.values()},
        maned__in={maned for _sak_id, maned in maneder.values()},
        art=Utbetalingsart.MANED,
    )
    for_ = {(sak_id, maned): ut for sak_id, maned, ut in rader.values_list("sak_id", "maned", "beregning__ut")}
    return {pk: grunner(for_[nokkel], na[pk]) for pk, nokkel in maneder.items() if nokkel in for_}
