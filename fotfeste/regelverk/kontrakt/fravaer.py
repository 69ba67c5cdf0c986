"""`fotfeste fravaer`: which absence days keep the stønad, by which provision. `--forklar` adds the rows."""

import sys
from collections.abc import Sequence

from fotfeste.regelverk.fravaer import PAKREVD, Arsak, Barn, Deltaker, Fravaer, vurder
from fotfeste.regelverk.kontrakt.felles import Leser, kjor, les_argumenter

_FELT = frozenset({"id", "programstart", "fodselsdato", "barn", "alene_om_omsorg", "fravaer"})
_FELT_BARN = frozenset({"fodselsdato", "kronisk_syk"})
_FELT_FRAVAER = frozenset({"id", "fra", "til", "arsak", "legeerklaering", "barn", "termin", "fodt", "timer"})
_FELT_PERIODE = frozenset({"fra", "til"})
_ARSAKER = tuple(Arsak)


def svar(leser: Leser, *, forklar: bool = False) -> dict[str, object]:
    """Answer one line; empty when something in it was wrong."""
    leser.ukjente(_FELT)
    deltaker = Deltaker(
        programstart=leser.dato("programstart"),
        fodselsdato=leser.dato("fodselsdato"),
        barn=tuple(_les_barn(barn) for barn in leser.liste("barn")),
        alene_om_omsorg=leser.sannhet("alene_om_omsorg", standard=False),
    )
    lest: list[Fravaer] = []
    for ett in leser.liste("fravaer"):
        fravaer = _les_fravaer(ett, len(deltaker.barn))
        if fravaer is not None:
            if any(fravaer.id == tidligere.id for tidligere in lest):
                ett.meld("id", f"To fravær har samme id, {fravaer.id}. Gi hvert fravær sin egen.")
            lest.append(fravaer)
    if leser.feil:
        return {}
    alle = vurder(deltaker, lest)
    ut: dict[str, object] = {
        "fravaer": {ett.fravaer.id: {str(dag): str(dagsvar) for dag, dagsvar in ett.dager.items()} for ett in alle}
    }
    if forklar:
        ut["spor"] = [{"fravaer": ett.fravaer.id, **rad.som_json()} for ett in alle for rad in ett.spor()]
    return ut


def _les_barn(leser: Leser) -> Barn:
    leser.ukjente(_FELT_BARN)
    return Barn(leser.dato("fodselsdato"), leser.sannhet("kronisk_syk"))


def _les_fravaer(leser: Leser, antall_barn: int) -> Fravaer | None:
    """The absence; None when something in it was wrong."""
    for_antall = len(leser.feil)
    leser.ukjente(_FELT_FRAVAER)
    ident = leser.tekst("id")
    arsak = leser.valg("arsak", _ARSAKER)
    pakrevd = PAKREVD.get(Arsak(arsak)) if arsak else None
    periode = leser.egen_periode(apen=False)
    leger = []
    for erklaering in leser.liste("legeerklaering"):
        erklaering.ukjente(_FELT_PERIODE)
        leger.append(erklaering.egen_periode())
    barn = _les_barnets_plass(leser, antall_barn, pakrevd=pakrevd == "barn")
    termin = leser.dato("termin", pakrevd=pakrevd == "termin")
    fodt = leser.dato("fodt", pakrevd=pakrevd == "fodt")
    leser.tall_eksakt("timer", pakrevd=False, min=0, maks=24)
    if len(leser.feil) > for_antall:
        return None
    return Fravaer(ident, periode, Arsak(arsak), tuple(leger), barn, termin, fodt)


def _les_barnets_plass(leser: Leser, antall_barn: int, *, pakrevd: bool) -> int | None:
    for_antall = len(leser.feil)
    plass = leser.heltall("barn", pakrevd=pakrevd)
    if plass is not None and len(leser.feil) == for_antall and not 0 <= plass < antall_barn:
        leser.meld(
            "barn",
            f"Det finnes ikke noe barn på plass {plass}: linjen har {antall_barn}, og plassene telles fra 0.",
        )
    return plass


def main(argumenter: Sequence[str]) -> int:
    """Standard input to standard output. Exit status 0, 1 (a wrong line) or 2 (wrong usage)."""
    valg = les_argumenter(argumenter, "fravaer", "Hvilke fraværsdager beholder stønaden, og etter hvilken regel?")
    return kjor(lambda leser: svar(leser, forklar=valg.forklar), sys.stdin, sys.stdout)
