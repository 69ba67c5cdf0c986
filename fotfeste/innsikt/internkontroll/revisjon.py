"""The audit: every criterion on every case, one case at a time, so that any number of them fits in memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fotfeste.fag.mappe.form import Mappe
from fotfeste.innsikt.internkontroll.kriterier import KRITERIER
from fotfeste.innsikt.internkontroll.sak import Sak
from fotfeste.innsikt.internkontroll.typer import STANDARD, Intervaller, Kriterium


@dataclass(frozen=True, slots=True)
class Funn:
    """A criterion a case breaks, and what in the case breaks it."""

    kriterium: Kriterium
    hva: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Kriteriesvar:
    """How many cases a criterion was checked on, and those in breach, sorted."""

    kriterium: Kriterium
    kontrollert: int
    brudd: tuple[str, ...]

    def som_json(self) -> dict[str, object]:
        return {"kode": self.kriterium.kode, "kontrollert": self.kontrollert, "brudd": list(self.brudd)}


@dataclass(frozen=True, slots=True)
class Revisjon:
    """The answer for a set of cases on one date."""

    dato: date
    antall: int
    svar: tuple[Kriteriesvar, ...]

    @property
    def brutte(self) -> int:
        """How many of the criteria some case breaks."""
        return sum(bool(ett.brudd) for ett in self.svar)

    def som_json(self) -> dict[str, object]:
        return {"dato": self.dato.isoformat(), "kriterier": [ett.som_json() for ett in self.svar]}


def revider(mapper: Iterable[tuple[Mappe, Intervaller]], dag: date) -> Revisjon:
    """Every criterion on every case. A case that comes twice counts as it came last, as it does when read in."""
    saker: dict[tuple[str, str, str], tuple[int, int]] = {}
    for mappe, valg in mapper:
        saker[mappe.nokkel] = vurder(Sak(mappe, dag, valg))
    svar = []
    for plass, kriterium in enumerate(KRITERIER):
        bit = 1 << plass
        brudd = sorted(nokkel[2] for nokkel, (_, brutt) in saker.items() if brutt & bit)
        svar.append(Kriteriesvar(kriterium, sum(bool(sjekket & bit) for sjekket, _ in saker.values()), tuple(brudd)))
    return Revisjon(dag, len(saker), tuple(svar))


def vurder(sak: Sak) -> tuple[int, int]:
    """Two sets of criteria, a bit for each in order: those that apply to the case, and those it breaks."""
    sjekket = brutt = 0
    for plass, kriterium in enumerate(KRITERIER):
        svar = [er_brudd for er_brudd, _ in kriterium.regel(sak)]
        if svar:
            sjekket |= 1 << plass
            if any(svar):
                brutt |= 1 << plass
    return sjekket, brutt


def funn_i(mappe: Mappe, dag: date, valg: Intervaller = STANDARD) -> list[Funn]:
    """What the audit finds in one case, with the parts that break each criterion."""
    sak = Sak(mappe, dag, valg)
    funn = []
    for kriterium in KRITERIER:
        hva = tuple(ting for er_brudd, ting in kriterium.regel(sak) if er_brudd)
        if hva:
            funn.append(Funn(kriterium, hva))
    return funn
