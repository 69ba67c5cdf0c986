"""What the commands share: read one JSON object a line, collect what is wrong with it, answer one line.

`Leser` wraps one object. Each getter returns a typed value, or a stand-in after noting a `Feil`: read
everything first, then look at `feil` before reckoning. Null and a key left out mean the same.
"""

import argparse
import io
import json
from collections.abc import Callable, Collection, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple, TextIO, overload

from fotfeste.regelverk import tid
from fotfeste.regelverk.tid import Periode

# Stand-ins where a value could not be read; never used in an answer, since the line is answered with `feil`.
_INGEN_DATO = date.min
_INGEN_PERIODE = Periode(date.min, date.min)

# Numbers with more places than this are a slip, and exact arithmetic on 1e999999 would never end.
_STORSTE_EKSPONENT = 15


class Feil(NamedTuple):
    """One thing that is wrong: where (`arbeid[0].timer`) and how, in plain Norwegian."""

    felt: str
    melding: str


class _IkkeTall:
    """What NaN and Infinity are read as: no getter takes it, so the field gets its Feil."""


@lru_cache(maxsize=65536)
def les_dato(tekst: str) -> date | None:
    """A real date written YYYY-MM-DD, or None."""
    if len(tekst) != 10 or tekst[4] != "-" or tekst[7] != "-" or not tekst.isascii():
        return None
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def les_maned(tekst: str) -> Periode | None:
    """A month written YYYY-MM as its period, or None."""
    forste = les_dato(f"{tekst}-01")
    return None if forste is None else tid.maned(forste.year, forste.month)


class Leser:
    """One JSON object and the errors found while reading it. Children share their parent's error list."""

    __slots__ = ("_obj", "_sti", "er_feil_slag", "feil")

    def __init__(self, obj: object, sti: str = "", feil: list[Feil] | None = None) -> None:
        self._sti = sti
        self.feil: list[Feil] = [] if feil is None else feil
        self.er_feil_slag = not isinstance(obj, dict)
        if isinstance(obj, dict):
            self._obj: dict[str, object] = obj
        else:
            self._obj = {}
            self.feil.append(Feil(sti.rstrip(".") or "linje", "Her må det stå et objekt: { … }."))

    def meld(self, felt: str, melding: str) -> None:
        """Note an error on a field of this object."""
        self.feil.append(Feil(self._sti + felt, melding))

    def har(self, felt: str) -> bool:
        """Whether the key is there with another value than null."""
        return self._obj.get(felt) is not None

    def _mangler(self, felt: str, *, pakrevd: bool, ventet: str) -> None:
        """Note that a value is missing (unless it may be) or of another kind than the one waited for."""
        if self._obj.get(felt) is not None:
            self.meld(felt, f"Her må det stå {ventet}.")
        elif pakrevd:
            self.meld(felt, f"Feltet mangler. Her må det stå {ventet}.")

    @overload
    def dato(self, felt: str, *, pakrevd: Literal[True] = True) -> date: ...
    @overload
    def dato(self, felt: str, *, pakrevd: bool) -> date | None: ...
    def dato(self, felt: str, *, pakrevd: bool = True) -> date | None:
        """A real date, YYYY-MM-DD."""
        verdi = self._obj.get(felt)
        if type(verdi) is str:
            dag = les_dato(verdi)
            if dag is not None:
                return dag
            self.meld(felt, "Datoen finnes ikke i kalenderen. Skriv den som ÅÅÅÅ-MM-DD.")
        else:
            self._mangler(felt, pakrevd=pakrevd, ventet="en dato, skrevet ÅÅÅÅ-MM-DD")
        return _INGEN_DATO if pakrevd else None

    def maned(self, felt: str) -> Periode:
        """A calendar month, YYYY-MM, as its period."""
        verdi = self._obj.get(felt)
        if type(verdi) is str:
            periode = les_maned(verdi)
            if periode is not None:
                return periode
            self.meld(felt, "Måneden finnes ikke i kalenderen. Skriv den som ÅÅÅÅ-MM.")
        else:
            self._mangler(felt, pakrevd=True, ventet="en måned, skrevet ÅÅÅÅ-MM")
        return _INGEN_PERIODE

    @overload
    def tekst(self, felt: str, *, pakrevd: Literal[True] = True) -> str: ...
    @overload
    def tekst(self, felt: str, *, pakrevd: bool) -> str | None: ...
    def tekst(self, felt: str, *, pakrevd: bool = True) -> str | None:
        """A text; it may be empty."""
        verdi = self._obj.get(felt)
        if type(verdi) is str:
            return verdi
        self._mangler(felt, pakrevd=pakrevd, ventet="tekst")
        return "" if pakrevd else None

    @overload
    def heltall(self, felt: str, *, pakrevd: Literal[True] = True) -> int: ...
    @overload
    def heltall(self, felt: str, *, pakrevd: bool) -> int | None: ...
    def heltall(self, felt: str, *, pakrevd: bool = True) -> int | None:
        """A whole number without decimals. true and false are not numbers."""
        verdi = self._obj.get(felt)
        if type(verdi) is int:
            return verdi
        self._mangler(felt, pakrevd=pakrevd, ventet="et helt tall")
        return 0 if pakrevd else None

    @overload
    def tall_eksakt(
        self, felt: str, *, pakrevd: Literal[True] = True, min: int | None = None, maks: int | None = None
    ) -> Fraction: ...
    @overload
    def tall_eksakt(
        self, felt: str, *, pakrevd: bool, min: int | None = None, maks: int | None = None
    ) -> Fraction | None: ...
    def tall_eksakt(
        self, felt: str, *, pakrevd: bool = True, min: int | None = None, maks: int | None = None
    ) -> Fraction | None:
        """A number, exactly as written (7.5 is 15/2), `min` and `maks` included."""
        verdi = self._obj.get(felt)
        if type(verdi) is int or (type(verdi) is Decimal and _er_rimelig(verdi)):
            tall = Fraction(verdi)
            self._grenser(felt, tall, min, maks)
            return tall
        self._mangler(felt, pakrevd=pakrevd, ventet="et tall")
        return Fraction(0) if pakrevd else None

    def _grenser(self, felt: str, tall: int | Fraction, min: int | None, maks: int | None) -> None:
        if min is not None and tall < min:
            self.meld(felt, f"Tallet kan ikke være mindre enn {min}.")
        elif maks is not None and tall > maks:
            self.meld(felt, f"Tallet kan ikke være større enn {maks}.")

    def sannhet(self, felt: str, *, standard: bool | None = None) -> bool:
        """true or false. `standard` is the value of a key left out; without it the key must be there."""
        verdi = self._obj.get(felt)
        if type(verdi) is bool:
            return verdi
        self._mangler(felt, pakrevd=standard is None, ventet="true eller false")
        return bool(standard)

    def valg(self, felt: str, koder: Collection[str]) -> str:
        """One of the codes."""
        verdi = self._obj.get(felt)
        if type(verdi) is str and verdi in koder:
            return verdi
        self._mangler(felt, pakrevd=True, ventet=f"en av kodene {', '.join(koder)}")
        return ""

    def periode(self, felt: str, *, apen: bool = True) -> Periode:
        """A required object {"fra", "til"}; `apen`: `til` may be left out or null."""
        if self._obj.get(felt) is None:
            self.meld(felt, 'Feltet mangler. Her må det stå en periode: {"fra": …, "til": …}.')
            return _INGEN_PERIODE
        barn = self.objekt(felt)
        if barn.er_feil_slag:
            return _INGEN_PERIODE
        barn.ukjente({"fra", "til"})
        return barn.egen_periode(apen=apen)

    def egen_periode(self, *, apen: bool = True) -> Periode:
        """The period made of this object's own `fra` and `til`; `apen`: `til` may be left out or null."""
        for_antall = len(self.feil)
        fra = self.dato("fra")
        til = self.dato("til", pakrevd=not apen)
        if len(self.feil) > for_antall:
            return _INGEN_PERIODE
        if til is not None and til < fra:
            self.meld(
                "til",
                f"Perioden slutter {til} og begynner {fra}. Sluttdatoen må være samme dag eller senere.",
            )
            return _INGEN_PERIODE
        return Periode(fra, til)

    def objekt(self, felt: str) -> "Leser":
        """The object under a key, as a child."""
        return Leser(self._obj.get(felt), f"{self._sti}{felt}.", self.feil)

    def liste(self, felt: str) -> list["Leser"]:
        """The objects of a list, as children; a list left out is empty. What is no object is noted and left out."""
        verdi = self._obj.get(felt)
        if verdi is None:
            return []
        if type(verdi) is not list:
            self.meld(felt, "Her må det stå en liste: [ … ].")
            return []
        sti, feil = f"{self._sti}{felt}", self.feil
        lest = [Leser(obj, f"{sti}[{nr}].", feil) for nr, obj in enumerate(verdi)]
        return [leser for leser in lest if not leser.er_feil_slag]

    def ukjente(self, kjente: Collection[str]) -> None:
        """Note each key the command does not know. `kjente` should be a set."""
        if not self._obj.keys() <= kjente:  # type: ignore[operator]
            for felt in self._obj:
                if felt not in kjente:
                    self.meld(felt, "Kommandoen kjenner ikke dette feltet. Ta det bort, eller rett skrivemåten.")


def _er_rimelig(tall: Decimal) -> bool:
    eksponent = tall.as_tuple().exponent
    return (
        isinstance(eksponent, int)
        and abs(eksponent) <= _STORSTE_EKSPONENT
        and (abs(tall.adjusted()) <= _STORSTE_EKSPONENT or not tall)
    )


Svar = Callable[[Leser], dict[str, object]]


def kjor(svar: Svar, inn: TextIO, ut: TextIO) -> int:
    """Answer each line of `inn` with one line on `ut`, in order; exit status 1 when a line was wrong, else 0.

    `svar` gets a `Leser` on the whole object (`id` is read here and put first in the answer) and returns the
    rest of the answer; an OverflowError from it means a date past the calendar. When it has noted errors,
    what it returns is not used. Blank lines are skipped.
    """
    if isinstance(inn, io.TextIOWrapper):
        inn.reconfigure(encoding="utf-8", errors="surrogateescape")
    if isinstance(ut, io.TextIOWrapper):
        ut.reconfigure(encoding="utf-8")
    doble: list[str] = []
    les = _dekoder(doble).decode
    status = 0
    for nr, linje in enumerate(inn):
        innhold = linje.strip().removeprefix("\ufeff") if nr == 0 else linje.strip()
        if not innhold:
            continue
        doble.clear()
        resultat, feil = _svar_pa_linje(svar, innhold, les, doble)
        status |= feil
        ut.write(_som_linje(resultat))
    ut.flush()
    return status


def _svar_pa_linje(
    svar: Svar, linje: str, les: Callable[[str], object], doble: list[str]
) -> tuple[dict[str, object], int]:
    try:
        if not linje.isascii():
            linje.encode()
        obj = les(linje)
    except (ValueError, ArithmeticError, RecursionError) as unntak:
        return _feilsvar(None, [Feil("linje", _hvorfor(unntak))]), 1
    leser = Leser(obj)
    leser.feil.extend(Feil(nokkel, "Feltet står to ganger. Behold bare det ene.") for nokkel in doble)
    ident = leser.tekst("id") if isinstance(obj, dict) else ""
    svart: dict[str, object] = {}
    if isinstance(obj, dict):
        try:
            svart = svar(leser)
        except OverflowError:
            leser.meld("linje", "En dato ligger så langt fram at kalenderen ikke rekker. Rett datoen.")
    if leser.feil:
        lest = isinstance(obj, dict) and type(obj.get("id")) is str and "id" not in doble
        return _feilsvar(ident if lest else None, leser.feil), 1
    return {"id": ident, **svart}, 0


def _feilsvar(ident: str | None, feil: list[Feil]) -> dict[str, object]:
    return {"id": ident, "feil": [en._asdict() for en in feil]}


def _hvorfor(unntak: Exception) -> str:
    if isinstance(unntak, UnicodeError):
        return "Linjen inneholder tegn som ikke er UTF-8. Lagre filen som UTF-8."
    if isinstance(unntak, json.JSONDecodeError):
        return f"Linjen er ikke et helt JSON-objekt: se tegn nummer {unntak.pos + 1}."
    return "Linjen inneholder et tall eller en nøsting som er for stor til å leses."


def _dekoder(doble: list[str]) -> json.JSONDecoder:
    """Reads decimals exactly, notes doubled keys in `doble`, and reads NaN and Infinity as no number."""

    def samle(par: list[tuple[str, object]]) -> dict[str, object]:
        obj = dict(par)
        if len(obj) != len(par):
            nokler = [nokkel for nokkel, _ in par]
            doble.extend(nokkel for nokkel in obj if nokler.count(nokkel) > 1)
        return obj

    return json.JSONDecoder(parse_float=Decimal, parse_constant=lambda _: _IkkeTall(), object_pairs_hook=samle)


_som_json = json.JSONEncoder(ensure_ascii=False).encode


def _som_linje(svar: dict[str, object]) -> str:
    tekst = _som_json(svar)
    if not tekst.isascii():
        try:
            tekst.encode()
        except UnicodeEncodeError:  # half a surrogate pair from an escape in the line: say it back escaped
            tekst = json.dumps(svar)
    return tekst + "\n"


def les_argumenter(argumenter: Sequence[str], kommando: str, beskrivelse: str) -> argparse.Namespace:
    """The options every command has (`forklar`). Wrong usage ends with exit status 2, as argparse does."""
    parser = argparse.ArgumentParser(prog=f"fotfeste {kommando}", description=beskrivelse)
    parser.add_argument("--forklar", action="store_true", help="vis hvert ledd i utregningen («spor»)")
    return parser.parse_args(list(argumenter))
