"""`fotfeste beregn`: one month's kvalifiseringsstønad a line, JSON in and JSON out.

Reads facts, answers `stonadsdager`, `linjer`, `brutto`, `trekk`, `netto`; with `--forklar` also `spor`.
The form of the input is checked here, the rules are in `fotfeste.regelverk.stonad`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from functools import partial

from fotfeste.regelverk.kontrakt.felles import Leser, kjor, les_argumenter
from fotfeste.regelverk.parametre import GRUNNBELOP, UkjentParameter
from fotfeste.regelverk.stonad import (
    AnnenYtelse,
    Barn,
    KommunaleValg,
    Stonadsfakta,
    Timer,
    Trekk,
    Ytelsestype,
    beregn,
)
from fotfeste.regelverk.stonad.fakta import STANDARDVALG, TIMER_I_DOGNET
from fotfeste.regelverk.tid import Periode

_FELT = {
    "id",
    "maned",
    "fodselsdato",
    "vedtak",
    "kjent_dato",
    "barn",
    "avbrudd",
    "arbeid",
    "ugyldig_fravaer",
    "andre_ytelser",
    "trekk",
    "kommunale_valg",
}
_BARN = {"fodselsdato", "fra", "til"}
_PERIODE = {"fra", "til"}
_TIMER = {"dato", "timer"}
_YTELSE = {"type", "fra", "til", "belop_per_dag"}
_TREKK = {"belop", "hjemmel"}
_VALG = {"fravaer_reduserer_barnetillegg"}
_YTELSESTYPER = {type_.value: type_ for type_ in Ytelsestype}


def main(argumenter: Sequence[str]) -> int:
    """Answer standard input on standard output. Exit status 0, 1 when a line was wrong, 2 for wrong usage."""
    valg = les_argumenter(argumenter, "beregn", "Hva er en måneds kvalifiseringsstønad?")
    return kjor(partial(_svar, forklar=valg.forklar), sys.stdin, sys.stdout)


def _svar(leser: Leser, *, forklar: bool) -> dict[str, object]:
    fakta = les_fakta(leser)
    if leser.feil or fakta is None:
        return {}
    try:
        beregning = beregn(fakta, med_spor=forklar)
    except UkjentParameter as unntak:
        _meld_ukjent(leser, unntak)
        return {}
    svar: dict[str, object] = {
        "stonadsdager": beregning.stonadsdager,
        "linjer": beregning.linjer._asdict(),
        "brutto": beregning.brutto,
        "trekk": beregning.trekk,
        "netto": beregning.netto,
    }
    if forklar:
        svar["spor"] = [rad.som_json() for rad in beregning.spor]
    return svar


def les_fakta(leser: Leser) -> Stonadsfakta | None:
    """The facts of one line, or None when `leser.feil` says what is wrong with them."""
    leser.ukjente(_FELT)
    maned = leser.maned("maned")
    fodselsdato = leser.dato("fodselsdato")
    vedtak = leser.periode("vedtak")
    kjent_dato = leser.dato("kjent_dato", pakrevd=False)
    barn = [_barn(en) for en in leser.liste("barn")]
    avbrudd = [_avbrudd(en) for en in leser.liste("avbrudd")]
    arbeid = _timer(leser, "arbeid")
    fravaer = _timer(leser, "ugyldig_fravaer")
    ytelser = [_ytelse(en) for en in leser.liste("andre_ytelser")]
    trekk = [_trekk(en) for en in leser.liste("trekk")]
    valg = _valg(leser)
    if leser.feil:
        return None
    return Stonadsfakta(
        ar=maned.fra.year,
        mnd=maned.fra.month,
        fodselsdato=fodselsdato,
        vedtak=(vedtak,),
        kjent_dato=kjent_dato,
        barn=tuple(barn),
        avbrudd=tuple(avbrudd),
        arbeid=tuple(arbeid),
        ugyldig_fravaer=tuple(fravaer),
        andre_ytelser=tuple([AnnenYtelse(_YTELSESTYPER[kode], p, belop) for kode, p, belop in ytelser]),
        trekk=tuple([Trekk(belop, hjemmel) for belop, hjemmel in trekk]),
        kommunale_valg=valg,
    )


def _barn(leser: Leser) -> Barn:
    leser.ukjente(_BARN)
    return Barn(leser.dato("fodselsdato"), leser.egen_periode())


def _avbrudd(leser: Leser) -> Periode:
    leser.ukjente(_PERIODE)
    return leser.egen_periode()


def _timer(leser: Leser, felt: str) -> list[Timer]:
    """Rows of hours; neither a row nor the rows of one date together may pass 24 hours."""
    rader = []
    dager: dict[date, Fraction] = {}
    for barn in leser.liste(felt):
        barn.ukjente(_TIMER)
        antall_feil = len(leser.feil)
        dato = barn.dato("dato")
        timer = barn.tall_eksakt("timer", min=0, maks=TIMER_I_DOGNET)
        if len(leser.feil) > antall_feil:
            continue
        rader.append(Timer(dato, timer))
        if dato in dager:
            dager[dato] += timer
            if dager[dato] > TIMER_I_DOGNET:
                barn.meld("timer", f"Timene {dato} blir til sammen mer enn {TIMER_I_DOGNET}. Rett timene.")
        else:
            dager[dato] = timer
    return rader


def _ytelse(leser: Leser) -> tuple[str, Periode, Fraction]:
    leser.ukjente(_YTELSE)
    return (
        leser.valg("type", _YTELSESTYPER),
        leser.egen_periode(),
        leser.tall_eksakt("belop_per_dag", min=0),
    )


def _trekk(leser: Leser) -> tuple[Fraction, str]:
    leser.ukjente(_TREKK)
    return leser.tall_eksakt("belop", min=0), leser.tekst("hjemmel")


def _valg(leser: Leser) -> KommunaleValg:
    if not leser.har("kommunale_valg"):
        return STANDARDVALG
    valg = leser.objekt("kommunale_valg")
    valg.ukjente(_VALG)
    return KommunaleValg(valg.sannhet("fravaer_reduserer_barnetillegg", standard=False))


def _meld_ukjent(leser: Leser, unntak: UkjentParameter) -> None:
    forste = GRUNNBELOP.verdier[0]
    if unntak.dag < forste.gjelder_fra:
        leser.meld(
            "maned",
            f"Vi kjenner ikke grunnbeløpet {unntak.dag}. Det første gjelder fra {forste.gjelder_fra}.",
        )
    else:
        leser.meld(
            "kjent_dato",
            f"Ikke noe grunnbeløp for {unntak.dag} var kunngjort denne datoen. Skriv en senere dato.",
        )
