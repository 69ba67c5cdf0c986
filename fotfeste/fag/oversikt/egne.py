"""The participant's own months and money, through all of their cases: a new application takes none of it away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fotfeste.fag.oppmote.selectors import Manedsvalg, maneder_for
from fotfeste.fag.oversikt.pengevei import Pengevei, pengeveier
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.models import Utbetaling
from fotfeste.fag.utbetaling.selectors import utbetalinger


@dataclass(frozen=True, slots=True)
class EgenManed:
    """A month the participant can look at. `saksnummer` is its case, empty for the newest, which needs no telling."""

    valg: Manedsvalg
    saksnummer: str


@dataclass(frozen=True, slots=True)
class EgenUtbetaling:
    """A payment the participant has had or will have, and how far it has come; `saksnummer` as for `EgenManed`."""

    utbetaling: Utbetaling
    saksnummer: str
    vei: Pengevei


def saksnummer_i_adresse(saker: Sequence[Sak], sak: Sak) -> str:
    """How a page says which of one's own cases (newest first) it is about: empty for the newest."""
    return "" if sak.pk == saker[0].pk else sak.saksnummer


def egne_maneder(saker: Sequence[Sak]) -> list[EgenManed]:
    """The months of all one's own cases, newest first. The two of a month with two cases both stand there."""
    rader = [EgenManed(valg, saksnummer_i_adresse(saker, sak)) for sak in saker for valg in maneder_for(sak)]
    return sorted(rader, key=lambda rad: rad.valg.maned, reverse=True)


def egne_utbetalinger(saker: Sequence[Sak]) -> list[EgenUtbetaling]:
    """The payments of all one's own cases, newest month first."""
    alle = [
        (rad, saksnummer_i_adresse(saker, sak))
        for sak in saker
        for rad in utbetalinger(sak).select_related("kjoring", "sak__person").order_by("-maned", "-opprettet")
    ]
    veier = pengeveier([rad for rad, _saksnummer in alle])
    rader = [EgenUtbetaling(rad, saksnummer, veier[rad.pk]) for rad, saksnummer in alle]
    return sorted(rader, key=lambda rad: rad.utbetaling.maned, reverse=True)


def sak_i_maned(saker: Sequence[Sak], maned: date, saksnummer: str = "") -> Sak | None:
    """The one of one's own cases (newest first) a month's page is about: the one named, else the newest with the month.

    The newest case when none has it, so that the page can say why there is nothing; None without a case, or when the
    number is not one's own.
    """
    if saksnummer:
        return next((sak for sak in saker if sak.saksnummer == saksnummer), None)
    har = (sak for sak in saker if any(valg.maned == maned for valg in maneder_for(sak)))
    return next(har, saker[0] if saker else None)
