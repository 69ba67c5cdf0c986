"""One record of the 11CF file: typed values to a line of the year's length, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from fotfeste.kobling.kostra.felter import Oppsett, Plass, oppsett

Verdi = str | int | date

# The field changed name in 2026, with the same place and code.
_NYTT_NAVN = {"YTELSE_INDIVIDSTONAD": "YTELSE_TILTAKSPENGER"}


class Feltfeil(NamedTuple):
    """What is wrong with a field's value, and how to mend it."""

    felt: str
    melding: str


class PostFeil(ValueError):  # noqa: N818 (Norwegian: a Feil is an error)
    """A record that does not fit the year's layout; `feil` holds every field at fault."""

    def __init__(self, feil: list[Feltfeil]) -> None:
        super().__init__(" ".join(f"{en.felt}: {en.melding}" for en in feil))
        self.feil = feil


@dataclass(frozen=True, slots=True)
class Post:
    """A record of the reporting year `aar`: field name to value, empty fields left out.

    Text fields hold str, whole numbers int, dates date. A Post always fits its layout: build it with `bygg`
    or `les`.
    """

    aar: int
    verdier: Mapping[str, Verdi]

    def linje(self) -> str:
        """The line, without line break: text to the left, numbers to the right, dates as in the year."""
        return "".join(_skriv(plass, self.verdier.get(plass.felt.navn)) for plass in oppsett(self.aar).plasser)


def bygg(aar: int, verdier: Mapping[str, Verdi | None]) -> Post:
    """A record from typed values; None and empty text leave the field blank.

    Raises PostFeil, with every field at fault, for a field the year does not have, a value of another type,
    one that is too wide, or one the line cannot hold. Codes are not looked up here: that is what the
    controls do.
    """
    plan = oppsett(aar)
    feil: list[Feltfeil] = []
    fylt: dict[str, Verdi] = {}
    for navn, verdi in verdier.items():
        if verdi is None or verdi == "":
            continue
        melding = _hva_er_galt(plan, navn, verdi)
        if melding is None:
            fylt[navn] = verdi
        else:
            feil.append(Feltfeil(navn, melding))
    if feil:
        raise PostFeil(feil)
    return Post(aar, fylt)


def les(aar: int, linje: str) -> Post:
    """The record in a line of the year's length. Raises PostFeil with every field that cannot be read."""
    plan = oppsett(aar)
    if len(linje) != plan.lengde:
        melding = f"Linjen har {len(linje)} tegn. I filen for {aar} skal den ha {plan.lengde}."
        raise PostFeil([Feltfeil("linje", melding)])
    feil: list[Feltfeil] = []
    verdier: dict[str, Verdi | None] = {}
    for plass in plan.plasser:
        tekst = linje[plass.snitt].strip(" ")
        verdi = _les_verdi(plass, tekst)
        if tekst and verdi is None:
            feil.append(Feltfeil(plass.felt.navn, _uleselig(plass, tekst)))
        verdier[plass.felt.navn] = verdi
    if feil:
        raise PostFeil(feil)
    return bygg(aar, verdier)


def raa(aar: int, linje: str) -> dict[str, str]:
    """Field name to the characters as they stand in a line of the year's length; nothing is checked."""
    return {plass.felt.navn: linje[plass.snitt] for plass in oppsett(aar).plasser}


def tilpass(aar: int, verdier: Mapping[str, Verdi | None]) -> dict[str, Verdi | None]:
    """Values by the newest field names, kept to the fields the year has and under the year's names."""
    plan = oppsett(aar)
    gammelt = {nytt: gml for gml, nytt in _NYTT_NAVN.items() if gml in plan.pa_navn}
    navngitt = {gammelt.get(navn, navn): verdi for navn, verdi in verdier.items()}
    return {navn: verdi for navn, verdi in navngitt.items() if navn in plan.pa_navn}


def loft(aar: int, linje: str) -> str:
    """A line of an older year written in the newest layout.

    Fields are carried over character for character. Six-digit dates get 20 before the year. FODSELSDATO
    stays blank for the years that did not have it. Nothing is checked, so what was wrong in the old line is
    still wrong in the new one.
    """
    felter = {_NYTT_NAVN.get(navn, navn): tekst for navn, tekst in raa(aar, linje).items()}
    return "".join(_loftet(plass, felter.get(plass.felt.navn, "")) for plass in oppsett(2026).plasser)


def _loftet(plass: Plass, tekst: str) -> str:
    if plass.felt.type == "dato" and len(tekst) == 6 and not tekst.isspace():
        return f"{tekst[:4]}20{tekst[4:]}"
    return tekst.ljust(plass.bredde)


def _hva_er_galt(plan: Oppsett, navn: str, verdi: Verdi) -> str | None:
    plass = plan.pa_navn.get(navn)
    if plass is None:
        return f"Feltet finnes ikke i filen for {plan.aar}. Ta det bort."
    match plass.felt.type:
        case "tekst":
            return _tekstfeil(plass, verdi)
        case "heltall":
            return _heltallsfeil(plass, verdi)
        case "dato":
            return _datofeil(plass, verdi)


def _tekstfeil(plass: Plass, verdi: Verdi) -> str | None:
    if not isinstance(verdi, str):
        return "Her må det stå tekst."
    if len(verdi) > plass.bredde:
        return f"«{verdi}» har {len(verdi)} tegn, og feltet har plass til {plass.bredde}. Kort den ned."
    if not verdi.isprintable():
        return "Verdien har tabulator, linjeskift eller et annet tegn som ikke vises. Ta det bort."
    if verdi != verdi.strip():
        return f"«{verdi}» har mellomrom først eller sist. Ta det bort."
    if max(verdi) > "\uffff":  # the official program counts these as two characters
        return f"«{verdi}» har et tegn kontrollprogrammet teller som to. Bruk vanlige bokstaver og tall."
    return None


def _heltallsfeil(plass: Plass, verdi: Verdi) -> str | None:
    if not isinstance(verdi, int) or isinstance(verdi, bool):
        return "Her må det stå et helt tall."
    if verdi < 0:
        return f"Tallet er {verdi}. Det kan ikke være under 0."
    if len(str(verdi)) > plass.bredde:
        return f"{verdi} har {len(str(verdi))} sifre, og feltet har plass til {plass.bredde}."
    return None


def _datofeil(plass: Plass, verdi: Verdi) -> str | None:
    if type(verdi) is not date:
        return "Her må det stå en dato."
    if plass.bredde == 6 and not 2000 <= verdi.year <= 2099:
        return f"{verdi:%d.%m.}{verdi.year} kan ikke skrives med to sifre for året. Året må være 2000-2099."
    return None


def _skriv(plass: Plass, verdi: Verdi | None) -> str:
    if isinstance(verdi, date):
        aar = f"{verdi.year:04}"
        return f"{verdi.day:02}{verdi.month:02}{aar[-2:] if plass.bredde == 6 else aar}"
    if isinstance(verdi, int):
        return str(verdi).rjust(plass.bredde)
    return (verdi or "").ljust(plass.bredde)


def _les_verdi(plass: Plass, tekst: str) -> Verdi | None:
    """The typed value of the field's text, None when it is blank or cannot be read."""
    if plass.felt.type == "tekst":
        return tekst or None
    if not (tekst.isdigit() and tekst.isascii()):
        return None
    return int(tekst) if plass.felt.type == "heltall" else _les_dato(tekst, plass.bredde)


def _les_dato(tekst: str, bredde: int) -> date | None:
    if len(tekst) != bredde:
        return None
    aar = int(tekst[4:]) + (2000 if bredde == 6 else 0)
    try:
        return date(aar, int(tekst[2:4]), int(tekst[:2]))
    except ValueError:
        return None


def _uleselig(plass: Plass, tekst: str) -> str:
    if plass.felt.type == "dato":
        monster = "DDMMÅÅ" if plass.bredde == 6 else "DDMMÅÅÅÅ"
        return f"«{tekst}» er ikke en dato i kalenderen. Skriv den som {monster}."
    return f"«{tekst}» er ikke et helt tall. Skriv bare sifre."
