"""What people went on to when they had completed the programme, office by office (Bergen's table 2).

A person stands in one column: of the situations registered, the one that comes first in `Utfall`. Those who ended
without completing stand apart, by why: leaving them out of the denominator would flatter the office.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from itertools import combinations

from fotfeste.fag.mappe.form import Avslutning, Mappe
from fotfeste.innsikt.styring.andel import Andel
from fotfeste.regelverk.tid import Periode

FULLFORT = "fullfort_eller_etter_avtale"
FLYTTET = frozenset({"flyttet_kommune", "flyttet_bydel"})
"""Ends here and may go on there: neither completed nor fallen away, but one of all who ended."""


class Utfall(Enum):
    """The columns of the table, from left to right, with the situations each holds (KOSTRA 38)."""

    ARBEID = ("ordinaert_arbeid",)
    SKOLE = ("skole",)
    TILTAK = ("arbeid_lonnstilskudd", "arbeidsmarkedstiltak")
    YTELSE = ("ufore", "aap", "sosialhjelp_i_pavente", "sosialhjelp")
    ANNET = ("annet",)
    MANGLER = ("ukjent",)


SELVHJULPNE = (Utfall.ARBEID, Utfall.SKOLE)


def utfall_av(avslutning: Avslutning) -> Utfall:
    """The column of one who completed; nothing registered is `MANGLER`, never «annet»."""
    registrert = set(avslutning.situasjon)
    return next((utfall for utfall in Utfall if registrert & set(utfall.value)), Utfall.MANGLER)


@dataclass
class Kontorutfall:
    """One office's row: completed by what came after, and those who ended otherwise by how."""

    kontor: str
    etter: Counter[Utfall] = field(default_factory=Counter)
    uten_a_fullfore: Counter[str] = field(default_factory=Counter)

    @property
    def fullfort(self) -> int:
        return self.etter.total()

    @property
    def avsluttet(self) -> int:
        """All who ended, however."""
        return self.fullfort + self.uten_a_fullfore.total()

    @property
    def flyttet(self) -> int:
        """Those who moved to another municipality or district."""
        return sum(n for mate, n in self.uten_a_fullfore.items() if mate in FLYTTET)

    @property
    def selvhjulpne(self) -> Andel:
        """Ordinary work or school, of those who completed."""
        return Andel(sum(self.etter[utfall] for utfall in SELVHJULPNE), self.fullfort)

    @property
    def selvhjulpne_av_alle(self) -> Andel:
        """The same numerator, of everyone who ended."""
        return Andel(self.selvhjulpne.teller, self.avsluttet)

    @property
    def tall(self) -> tuple[int, ...]:
        """The row's figures in the order of the columns."""
        return tuple(self.etter[utfall] for utfall in Utfall)


@dataclass(frozen=True)
class Utfallstabell:
    """The offices' rows by name, and the sum of them."""

    rader: tuple[Kontorutfall, ...]
    sum: Kontorutfall

    def naar_malet(self, prosent: int) -> list[str]:
        """The offices where at least so many per cent of those who completed became self-supporting."""
        return [rad.kontor for rad in self.rader if rad.selvhjulpne.minst(prosent)]

    @property
    def like_kolonner(self) -> list[tuple[Utfall, Utfall]]:
        """Pairs of columns with the same figure in every row, and not only zeros: often a column copied by mistake."""
        par: list[tuple[Utfall, Utfall]] = []
        for a, b in combinations(list(Utfall)[:-1], 2):
            kolonner = [(rad.etter[a], rad.etter[b]) for rad in self.rader]
            if len(kolonner) > 1 and any(x for x, _ in kolonner) and all(x == y for x, y in kolonner):
                par.append((a, b))
        return par


def utfallstabell(mapper: Iterable[Mappe], periode: Periode) -> Utfallstabell:
    """The table of those whose programme ended in the period."""
    rader: dict[str, Kontorutfall] = {}
    samlet = Kontorutfall("")
    for mappe in mapper:
        slutt = mappe.avslutning
        if slutt is None or not periode.inneholder(slutt.dato):
            continue
        for rad in (rader.setdefault(mappe.kontor, Kontorutfall(mappe.kontor)), samlet):
            if slutt.mate == FULLFORT:
                rad.etter[utfall_av(slutt)] += 1
            else:
                rad.uten_a_fullfore[slutt.mate] += 1
    return Utfallstabell(tuple(rader[navn] for navn in sorted(rader)), samlet)


def uten_a_fullfore(tabell: Utfallstabell) -> Mapping[str, int]:
    """Those who ended without completing and did not move, by how, the most first."""
    return {mate: n for mate, n in tabell.sum.uten_a_fullfore.most_common() if mate not in FLYTTET}
