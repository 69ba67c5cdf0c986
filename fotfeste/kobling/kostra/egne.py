"""Our own, stricter checks of an 11CF file: warnings beside the official verdict, never part of it.

The official program runs no check of mandatory fields, types and codes for 11CF (its control 002), puts no order on
the dates and does not compare the birth date with the number. We do, on the layout of the file's own year.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from operator import itemgetter

from fotfeste.kobling.kostra import filkontroller as fil
from fotfeste.kobling.kostra import koder, lesing
from fotfeste.kobling.kostra.felter import Plass, oppsett
from fotfeste.kobling.kostra.postkontroller import OSLO
from fotfeste.regelverk import tid
from fotfeste.regelverk.frister import START_SENEST

# The municipalities: a message does not list them.
_LANG_LISTE = 12

_INGENTING = slice(0, 0)


class Rad:
    """A line of the year's file, with the dates that are in the calendar; `snitt` are the places of its fields."""

    __slots__ = ("_linje", "_snitt", "aar", "slutt", "soknad", "start", "vedtak")

    def __init__(self, aar: int, snitt: Mapping[str, slice], linje: str) -> None:
        self.aar = aar
        self._snitt = snitt
        self._linje = linje
        self.soknad = self.dato("REG_DATO")
        self.vedtak = self.dato("VEDTAK_DATO")
        self.start = self.dato("BEGYNT_DATO")
        self.slutt = self.dato("AVSL_DATO")

    def __getitem__(self, navn: str) -> str:
        """The field without spaces around. Raises KeyError for one the year does not have."""
        return self._linje[self._snitt[navn]].strip()

    def dato(self, navn: str) -> date | None:
        """The date in the field when it is in the calendar and the year has the field."""
        return _dato(self._linje[self._snitt.get(navn, _INGENTING)])


Sjekk = Callable[[Rad], str | None]


@dataclass(frozen=True, slots=True)
class Egenkontroll:
    """One of our checks across fields: code, title, the fields it is about, and the provision it rests on if any."""

    kode: str
    tittel: str
    felter: tuple[str, ...]
    sjekk: Sjekk
    hjemmel: str | None = None


@dataclass(frozen=True, slots=True)
class EgetFunn:
    """A warning of ours: line number (from 1, empty lines not counted), fields, and what to do about it."""

    kode: str
    tittel: str
    linje: int
    felter: tuple[str, ...]
    melding: str
    hjemmel: str | None = None


def kontroller_egne(innhold: str, *, aar: int) -> tuple[EgetFunn, ...]:
    """Our warnings for a file in the year's layout, line by line; lines of another length are passed over."""
    lengde = oppsett(aar).lengde
    linjer = [
        (nr, linje) for nr, linje in enumerate(fil.linjer(fil.som_programmet_leser(innhold)), 1) if len(linje) == lengde
    ]
    funn = [*_feltvis(aar, linjer), *_pa_tvers(aar, linjer)]
    return tuple(sorted(funn, key=lambda ett: ett.linje))


def _feltvis(aar: int, linjer: Sequence[tuple[int, str]]) -> Iterator[EgetFunn]:
    """Field by field: each value that occurs is judged once, however many lines hold it."""
    tekster = [linje for _, linje in linjer]
    for snitt, kjent, plass in _feltregler(aar):
        ukjent = set(map(itemgetter(snitt), tekster)) - kjent
        galt = {verdi: feil for verdi in ukjent if (feil := _feltfeil(plass, verdi))}
        if not galt:
            continue
        for nr, linje in linjer:
            if linje[snitt] in galt:
                kode, melding = galt[linje[snitt]]
                yield EgetFunn(kode, FELTTITLER[kode], nr, (plass.felt.navn,), melding)


def _pa_tvers(aar: int, linjer: Sequence[tuple[int, str]]) -> Iterator[EgetFunn]:
    snitt = {plass.felt.navn: plass.snitt for plass in oppsett(aar).plasser}
    for nr, linje in linjer:
        rad = Rad(aar, snitt, linje)
        for kontroll in EGNE_KONTROLLER:
            sagt = kontroll.sjekk(rad)
            if sagt is not None:
                yield EgetFunn(kontroll.kode, kontroll.tittel, nr, kontroll.felter, sagt, kontroll.hjemmel)


# Field by field.

FELTTITLER: dict[str, str] = {
    "E01": "Feltet må fylles ut",
    "E02": "Feltet skal ha et helt tall",
    "E03": "Feltet skal ha en dato i kalenderen",
    "E04": "Feltet skal ha en kode fra listen",
    "E05": "Verdien står feil i feltet",
}


@cache
def _feltregler(aar: int) -> tuple[tuple[slice, frozenset[str], Plass], ...]:
    """Where each field stands, the values known to be right as they stand, and its place."""
    return tuple((plass.snitt, _kjente(plass), plass) for plass in oppsett(aar).plasser)


def _kjente(plass: Plass) -> frozenset[str]:
    blank = () if plass.felt.obligatorisk else (" " * plass.bredde,)
    return frozenset((*(plass.koder or ()), *blank))


def _dato(verdi: str) -> date | None:
    """The calendar date of six or eight digits, or None."""
    if len(verdi) == 6:
        verdi = f"{verdi[:4]}20{verdi[4:]}"
    return lesing.streng_dato(verdi)


def _feltfeil(plass: Plass, verdi: str) -> tuple[str, str] | None:
    """Which of E01-E05 the field breaks, and how to mend it."""
    innhold = verdi.strip()
    if not innhold:
        return ("E01", "Feltet er tomt. Fyll det ut.") if plass.felt.obligatorisk else None
    match plass.felt.type:
        case "heltall":
            return _heltallsfeil(verdi, innhold)
        case "dato":
            if _dato(verdi):
                return None
            monster = "DDMMÅÅ" if plass.bredde == 6 else "DDMMÅÅÅÅ"
            return "E03", f"«{innhold}» er ikke en dato i kalenderen. Skriv den som {monster}."
        case "tekst":
            return _tekstfeil(plass, verdi, innhold)


def _heltallsfeil(verdi: str, innhold: str) -> tuple[str, str] | None:
    if not (innhold.isdigit() and innhold.isascii()):
        return "E02", f"«{innhold}» er ikke et helt tall. Skriv bare sifre."
    if verdi.endswith(" "):
        return "E05", f"Tallet {innhold} skal stå lengst til høyre, med mellomrom foran."
    return None


def _tekstfeil(plass: Plass, verdi: str, innhold: str) -> tuple[str, str] | None:
    if plass.koder:
        return "E04", f"«{innhold}» er ikke en kode i dette feltet. {_lovlige(plass.koder)}"
    if verdi.startswith(" "):
        return "E05", f"«{innhold}» skal stå lengst til venstre, med mellomrom bak."
    return None


def _lovlige(valg: Mapping[str, str]) -> str:
    if len(valg) > _LANG_LISTE:
        return "Velg et nummer fra listen for året."
    en_av = "Bruk" if len(valg) == 1 else "Bruk en av"
    return f"{en_av} {', '.join(f'{kode} ({navn})' for kode, navn in valg.items())}."


# Across fields.


def _skriv(dag: date) -> str:
    return f"{dag.day:02}.{dag.month:02}.{dag.year:04}"


def vedtak_for_soknad(rad: Rad) -> str | None:
    """E11: the decision is not made before the application came in."""
    if not rad.soknad or not rad.vedtak or rad.soknad <= rad.vedtak:
        return None
    kom = _skriv(rad.soknad)
    return f"Vedtaket er datert {_skriv(rad.vedtak)}, før søknaden kom inn {kom}. Se over datoene."


def start_for_vedtak(rad: Rad) -> str | None:
    """E12: nobody starts before the decision."""
    if not rad.vedtak or not rad.start or rad.vedtak <= rad.start:
        return None
    return f"Programmet begynte {_skriv(rad.start)}, før vedtaket {_skriv(rad.vedtak)}. Se over datoene."


@lru_cache(maxsize=4096)
def _senest_start(soknad: date) -> date:
    try:
        return tid.legg_til_maneder(soknad, int(START_SENEST.verdi))
    except OverflowError:  # past the calendar: no start can be later than its last day
        return date.max


def sen_start(rad: Rad) -> str | None:
    """E13: the programme starts within six months of the application."""
    soknad, start = rad.soknad, rad.start
    if not soknad or not start:
        return None
    frist = _senest_start(soknad)
    if start <= frist:
        return None
    return f"Programmet begynte {_skriv(start)}. Søknaden kom {_skriv(soknad)}, så fristen var {_skriv(frist)}."


def slutt_for_start(rad: Rad) -> str | None:
    """E14: the programme ends no earlier than it began."""
    if not rad.start or not rad.slutt or rad.start <= rad.slutt:
        return None
    begynte = _skriv(rad.start)
    return f"Programmet er avsluttet {_skriv(rad.slutt)}, før det begynte {begynte}. Se over datoene."


def annen_fodselsdato(rad: Rad) -> str | None:
    """E15: the birth date is that of the number."""
    dato = rad.dato("FODSELSDATO")
    nummer = rad["PERSON_FODSELSNR"]
    if dato is None:
        return None
    fodt = lesing.fodselsdag(nummer, dato)
    if fodt is None or fodt == dato or not lesing.gyldig_fodselsnummer(nummer):
        return None
    return f"Fødselsdatoen er {_skriv(dato)}, men fødselsnummeret sier {_skriv(fodt)}. Rett den som er feil."


def sluttdato_i_program(rad: Rad) -> str | None:
    """E16: somebody still in the programme, or on leave from it, has no end date."""
    if rad["STATUS"] not in ("1", "2") or not rad["AVSL_DATO"]:
        return None
    return "Deltakeren er fortsatt i program eller i permisjon, men har sluttdato. Rett status, eller ta bort datoen."


def sju_uten_inntekt(rad: Rad) -> str | None:
    """E17: main income after status 7; control 39 names it but asks of status 3 only."""
    if rad["STATUS"] != "7" or rad["AVSL_VIKTIGSTE_INNTEKT"]:
        return None
    return "Programmet er avsluttet etter avbrudd. Fyll ut hva som ble den viktigste inntektskilden."


def bydelsflytting(rad: Rad) -> str | None:
    """E18: moving between districts happens in Oslo only."""
    if rad["STATUS"] != "6" or rad["KOMMUNE_NR"] == OSLO:
        return None
    return "Status 6 gjelder bare flytting mellom bydeler i Oslo. Velg en annen status."


def maaned_for_start(rad: Rad) -> str | None:
    """E19: no stønad for a month before the programme began."""
    start = rad.start
    if not start or start.year < rad.aar:
        return None
    siste = 12 if start.year > rad.aar else start.month - 1
    for_tidlig = [nr for nr in range(1, siste + 1) if rad[f"STMND_{nr}"]]
    if not for_tidlig:
        return None
    maaneder = ", ".join(f"{nr:02}" for nr in for_tidlig)
    return f"Programmet begynte {_skriv(start)}, men måned {maaneder} er krysset av. Se over månedene."


def kommune_uten_ja(rad: Rad) -> str | None:
    """E20: an earlier municipality only for those who come from one."""
    if not rad["KOMMNR_KVP_KOMM"] or rad["KVP_KOMM"] == koder.JA:
        return None
    return "Kommunen deltakeren kommer fra er fylt ut, men svaret er ikke ja. Rett svaret, eller ta bort kommunen."


def fra_egen_kommune(rad: Rad) -> str | None:
    """E21: the other municipality is another one."""
    if rad["KVP_KOMM"] != koder.JA or rad["KOMMNR_KVP_KOMM"] != rad["KOMMUNE_NR"]:
        return None
    return "Deltakeren skal komme fra en annen kommune, men kommunen er den samme. Rett kommunen eller svaret."


def type_uten_sosialhjelp(rad: Rad) -> str | None:
    """E22: the kind of sosialhjelp only where it is ticked."""
    if not rad["YTELSE_TYPE_SOSHJ"] or rad["YTELSE_SOSHJELP"]:
        return None
    return "Typen sosialhjelp er fylt ut, men det er ikke krysset av for sosialhjelp. Kryss av, eller ta bort typen."


_HVEM = ("KVP_KOMM", "KOMMNR_KVP_KOMM")

EGNE_KONTROLLER: Sequence[Egenkontroll] = (
    Egenkontroll("E11", "Vedtak før søknad", ("REG_DATO", "VEDTAK_DATO"), vedtak_for_soknad),
    Egenkontroll("E12", "Start før vedtak", ("VEDTAK_DATO", "BEGYNT_DATO"), start_for_vedtak),
    Egenkontroll(
        "E13",
        "Start mer enn seks måneder etter søknaden",
        ("REG_DATO", "BEGYNT_DATO"),
        sen_start,
        str(START_SENEST.hjemmel),
    ),
    Egenkontroll("E14", "Slutt før start", ("BEGYNT_DATO", "AVSL_DATO"), slutt_for_start),
    Egenkontroll(
        "E15",
        "Fødselsdato og fødselsnummer er ulike",
        ("FODSELSDATO", "PERSON_FODSELSNR"),
        annen_fodselsdato,
    ),
    Egenkontroll("E16", "Sluttdato uten at programmet er slutt", ("AVSL_DATO", "STATUS"), sluttdato_i_program),
    Egenkontroll("E17", "Inntektskilde mangler etter avbrudd", ("AVSL_VIKTIGSTE_INNTEKT", "STATUS"), sju_uten_inntekt),
    Egenkontroll("E18", "Flyttet til annen bydel utenfor Oslo", ("STATUS", "KOMMUNE_NR"), bydelsflytting),
    Egenkontroll(
        "E19",
        "Stønad for en måned før start",
        ("BEGYNT_DATO", *(f"STMND_{nr}" for nr in range(1, 13))),
        maaned_for_start,
    ),
    Egenkontroll("E20", "Kommune uten at deltakeren kommer fra en annen", _HVEM, kommune_uten_ja),
    Egenkontroll("E21", "Kommer fra samme kommune", (*_HVEM, "KOMMUNE_NR"), fra_egen_kommune),
    Egenkontroll("E22", "Type uten sosialhjelp", ("YTELSE_SOSHJELP", "YTELSE_TYPE_SOSHJ"), type_uten_sosialhjelp),
)
