"""The office's main menu: only what the actor's roles allow, and only pages that exist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.tilgang import HANDLINGER, Aktor, Handling

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Menypunkt:
    """One line of the menu. `handlinger`: any one of them opens it; `omrade`: the page names it covers.

    `mer`: it is seldom needed, and folded away for those whose menu would be long.
    """

    navn: str
    tekst: StrOrPromise
    handlinger: frozenset[Handling] = frozenset()
    omrade: tuple[str, ...] = ()
    mer: bool = False


TASTER = {
    "min_dag": "d",
    "sok": "f",
    "kandidater": "k",
    "saker": "s",
    "moteliste": "m",
    "henvendelser": "h",
    "timelister": "t",
    "vedtak_liste": "v",
    "kjoringer": "u",
    "portefolje": "p",
    "rutiner": "r",
    "kostra": "i",
    "organisasjon": "o",
}
"""The letter after `g` that goes to each page."""

KORT_MENY = 9
"""With so many lines or fewer nothing is folded away."""

MENY = (
    Menypunkt("min_dag", _("Min dag"), omrade=("utsett",)),
    Menypunkt("sok", _("Søk"), frozenset({Handling.PERSON_SOK}), ("person",)),
    Menypunkt("kandidater", _("Kandidater"), frozenset({Handling.KANDIDAT_LES}), ("kandidat",)),
    Menypunkt("kandidat_meld", _("Meld kandidat"), frozenset({Handling.KANDIDAT_MELD}), mer=True),
    Menypunkt(
        "henvendelser", _("Henvendelser"), frozenset({Handling.HENVENDELSE_LES}), ("henvendelse", "svartider", "vakt")
    ),
    Menypunkt(
        "saker",
        _("Saker"),
        frozenset({Handling.SAK_LES}),
        (
            "sak",
            "soknad",
            "aev",
            "program",
            "individuell",
            "plan",
            "livslop",
            "egenmelding",
            "stonad",
            "kontakt",
            "fast",
            "innsyn",
            "saksmappe",
        ),
    ),
    Menypunkt(
        "moteliste",
        _("Møter"),
        frozenset({Handling.OPPFOLGING_SKRIV}),
        ("mote", "moter", "evaluering", "evalueringer", "bekymring", "gruppemote"),
    ),
    Menypunkt("timelister", _("Timelister"), frozenset({Handling.TIMELISTE_GODKJENN}), ("timeliste",)),
    Menypunkt("vedtak_liste", _("Vedtak"), frozenset({Handling.VEDTAK_BESLUTT, Handling.VEDTAK_FORBERED}), ("vedtak",)),
    Menypunkt(
        "portefolje",
        _("Saksfordeling"),
        frozenset({Handling.PORTEFOLJE_LES}),
        ("fordel", "overlevering", "stedfortreder"),
    ),
    Menypunkt(
        "klageliste",
        _("Klager"),
        frozenset({Handling.KLAGE_BEHANDLE, Handling.KLAGE_BESLUTT}),
        ("klage", "klager"),
        mer=True,
    ),
    Menypunkt("krav_liste", _("For mye utbetalt"), frozenset({Handling.KRAV_LES}), ("krav", "refusjon"), mer=True),
    Menypunkt(
        "kjoringer", _("Utbetaling"), frozenset({Handling.KJORING_LES}), ("kjoring", "betalingsfil", "avstemming")
    ),
    Menypunkt(
        "reguleringer",
        _("Regulering"),
        frozenset({Handling.REGULERING_LES}),
        ("regulering", "reguleringslinje"),
        mer=True,
    ),
    Menypunkt("styring", _("Tall"), frozenset({Handling.PORTEFOLJE_LES}), ("svartider",)),
    Menypunkt("simulering", _("Hva om …?"), frozenset({Handling.SIMULERING_LES}), mer=True),
    Menypunkt("utfall", _("Etter programmet"), frozenset({Handling.PORTEFOLJE_LES}), mer=True),
    Menypunkt("kostra", _("KOSTRA og innsikt"), frozenset({Handling.KOSTRA_LES}), ("innsikt",)),
    Menypunkt("internkontroll", _("Internkontroll"), frozenset({Handling.INTERNKONTROLL_LES})),
    Menypunkt("program_forbilder", _("Gode programmer"), frozenset({Handling.PROGRAM_SKRIV}), mer=True),
    Menypunkt("rutiner", _("Rutiner"), omrade=("rutine", "avvik"), mer=True),
    Menypunkt("aev_kompetanse", _("Kompetanse"), frozenset({Handling.RUTINE_SKRIV}), mer=True),
    Menypunkt("organisasjon", _("Organisasjon"), frozenset({Handling.ORGANISASJON_LES}), ("rolle", "valg"), mer=True),
)


@dataclass(frozen=True, slots=True)
class Menylenke:
    """A line as it is drawn."""

    adresse: str
    tekst: StrOrPromise
    valgt: bool
    tast: str = ""
    mer: bool = False


@dataclass(frozen=True, slots=True)
class Meny:
    """The menu as it is drawn: the lines of every day, and those folded away."""

    faste: tuple[Menylenke, ...] = ()
    mer: tuple[Menylenke, ...] = ()

    def __iter__(self) -> Iterator[Menylenke]:
        return iter((*self.faste, *self.mer))

    @property
    def er_i_mer(self) -> bool:
        """Whether the actor stands on a page that is folded away."""
        return any(lenke.valgt for lenke in self.mer)


def meny_for(aktor: Aktor | None, request: HttpRequest) -> Meny:
    """The lines the actor may follow, with the one they stand on marked; empty for someone not logged in."""
    if aktor is None:
        return Meny()
    treff = getattr(request, "resolver_match", None)
    side = (treff.url_name or "") if treff is not None and treff.namespace == "kontor" else ""
    lenker = tuple(_lenker(aktor, side))
    if len(lenker) <= KORT_MENY:
        return Meny(lenker)
    return Meny(tuple(lenke for lenke in lenker if not lenke.mer), tuple(lenke for lenke in lenker if lenke.mer))


def _lenker(aktor: Aktor, side: str) -> Iterator[Menylenke]:
    valgt_navn = _valgt(side)
    for punkt in MENY:
        if punkt.handlinger and not any(aktor.roller & HANDLINGER[h] for h in punkt.handlinger):
            continue
        try:
            adresse = reverse(f"kontor:{punkt.navn}")
        except NoReverseMatch:
            continue
        yield Menylenke(adresse, punkt.tekst, punkt.navn == valgt_navn, TASTER.get(punkt.navn, ""), punkt.mer)


def _valgt(side: str) -> str:
    """The menu line a page belongs to: its own, else the one whose area its name begins with."""
    for punkt in MENY:
        if side == punkt.navn:
            return punkt.navn
    for punkt in MENY:
        if side.split("_")[0] in {punkt.navn, *punkt.omrade}:
            return punkt.navn
    return ""
