"""The trace of a reckoned month: the rows a participant reads beside the amounts, in order.

Amounts are shown to the øre; the reckoning keeps every decimal and rounds each line once, as the text says.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from fotfeste.regelverk.ord import MANEDSNAVN, dato_i_ord
from fotfeste.regelverk.parametre import (
    AR_FOR_FULL_SATS,
    BARN_TIL_AR,
    SATS_FOR_UNGE,
    STONADSDAGER_I_ARET,
    TIMER_PER_DAG,
    Verdi,
)
from fotfeste.regelverk.penger import Belop, avrund, desimaltekst, kroner_tekst, ore_tekst
from fotfeste.regelverk.rettskilde import Rettskilde, fk, sotjl
from fotfeste.regelverk.spor import Sporrad
from fotfeste.regelverk.stonad.fakta import Barn, Trekk
from fotfeste.regelverk.stonad.regning import NEVNER, TIMER_NEVNER, TIMER_TELLER, Regnskap, Satsbit, Timerad
from fotfeste.regelverk.tid import Periode, fyller

_RETT = sotjl(35, 1, 1)
_AVBRUDD = sotjl(35, 1, 2)
_SATS = sotjl(35, 2, 1)
_SATS_UNG = sotjl(35, 2, 2)
_DAGER = sotjl(35, 3)
_BARN = fk(3, 1)
_FRAVAER = sotjl(36, 1)
_ARBEID = sotjl(37)
_SAMORDNING = sotjl(38, 1)
_UTBETALING = sotjl(39)
_TREKK = sotjl(40, 1)

_YTELSE = {"dagpenger": "Dagpenger", "sykepenger": "Sykepenger", "foreldrepenger": "Foreldrepenger"}
_LINJER = {
    "linje_stonad": ("Stønaden denne måneden", _SATS),
    "linje_barnetillegg": ("Barnetillegget denne måneden", _BARN),
    "linje_reduksjon_arbeid": ("Fradrag for arbeid", _ARBEID),
    "linje_reduksjon_fravaer": ("Fradrag for fravær", _FRAVAER),
    "linje_samordning": ("Fradrag for andre ytelser", _SAMORDNING),
}
_TREKKSLAG = (
    ("forskudd", _UTBETALING, "du har fått dem på forhånd"),
    ("trekk", _TREKK, "du tidligere har fått for mye"),
)
# The constants behind the rows of rates and of hours.
_FOR_ALLE = (STONADSDAGER_I_ARET,)
_FOR_UNGE = (STONADSDAGER_I_ARET, SATS_FOR_UNGE, AR_FOR_FULL_SATS)
_TIMER = (TIMER_PER_DAG,)
_DAG_I_TIMER = desimaltekst(TIMER_PER_DAG.verdi)

# Rates and the hours of a day come back in case after case, the month's sums do not: only the first are remembered.
_sats_tekst = lru_cache(maxsize=4096)(ore_tekst)


class Linjer(NamedTuple):
    """The rounded lines of the month in whole kroner; the three reductions are 0 or less."""

    stonad: int
    barnetillegg: int
    reduksjon_arbeid: int
    reduksjon_fravaer: int
    samordning: int


class Dagsregning(NamedTuple):
    """Hours of one day in exact numbers and in words, the same wherever rate, barnetillegg and hours are the same."""

    timer: Fraction
    timer_tekst: str
    dagsats: Belop
    barnetillegg: Belop
    belop: Belop
    regnestykke: str


@lru_cache(maxsize=8192)
def _dagsregning(sats: int, tillegg: int, timer: int, timenevner: int) -> Dagsregning:
    antall = Fraction(timer, timenevner)
    timer_tekst = desimaltekst(antall)
    belop = Belop(-(sats + tillegg) * timer * TIMER_NEVNER, NEVNER * timenevner * TIMER_TELLER)
    grunnlag = _sats_tekst(sats, NEVNER)
    if tillegg:
        grunnlag = f"({grunnlag} + {_sats_tekst(tillegg, NEVNER)} barnetillegg)"
    regnestykke = f"{grunnlag} × {timer_tekst} ÷ {_DAG_I_TIMER} = {belop}."
    return Dagsregning(antall, timer_tekst, Belop(sats, NEVNER), Belop(tillegg, NEVNER), belop, regnestykke)


def forklar(r: Regnskap, linjer: Linjer, *, brutto: int, trekk: int) -> tuple[Sporrad, ...]:
    """The rows of the month in the order of the reckoning, from the days to the amount paid."""
    rader = [_stonadsdager(r)]
    if r.avbrutt:
        rader += _avbrudd(r)
    if r.permisjon:
        rader += _permisjon(r)
    rader += _dagsatser(r)
    if r.barn:
        rader += [_barnetillegg(r, barn, dager) for barn, dager in r.barn]
    if r.arbeid or r.arbeid_utenfor:
        rader += _arbeid(r)
    if r.fravaer or r.fravaer_utenfor:
        rader += _fravaer(r)
    if r.ytelser:
        rader += _samordning(r)
    rader += _linjer(r, linjer)
    rader += _oppgjor(r, linjer, brutto=brutto, trekk=trekk)
    return tuple(rader)


def _stonadsdager(r: Regnskap) -> Sporrad:
    antall = r.stonadsdager.bit_count()
    maned = f"{MANEDSNAVN[r.forste.month - 1]} {r.forste.year}"
    if antall:
        tekst = (
            f"Du har {antall} stønadsdag{'er' if antall > 1 else ''} i {maned}: mandag til fredag, "
            "helligdager medregnet, i perioden vedtaket gjelder."
        )
    else:
        tekst = f"Du har ingen stønadsdager i {maned}, fordi vedtaket ikke gjelder noen av ukedagene."
        if r.vedtak & r.hverdager:
            tekst = f"Du har ingen stønadsdager i {maned}, fordi {_hvorfor_ingen_dager(r)}."
    return Sporrad("stonadsdager", r.forste, r.siste, {"dager": antall}, (), _DAGER, tekst)


def _hvorfor_ingen_dager(r: Regnskap) -> str:
    hverdager = r.vedtak & r.hverdager
    if not hverdager & ~r.avbrutt:
        return "programmet er avbrutt"
    permisjon = "du har permisjon uten stønad"
    return permisjon if not hverdager & ~r.permisjon else f"programmet er avbrutt og {permisjon}"


def _avbrudd(r: Regnskap) -> Iterator[Sporrad]:
    for brutt in _strekninger(r.avbrutt & r.vedtak):
        yield _dager_uten_stonad(r, "avbrudd", brutt, "Programmet er avbrutt", _AVBRUDD)


def _permisjon(r: Regnskap) -> Iterator[Sporrad]:
    # A day that is paused as well is told of once, with the pause.
    for borte in _strekninger(r.permisjon & r.vedtak & ~r.avbrutt):
        yield _dager_uten_stonad(r, "permisjon", borte, "Du hadde permisjon uten stønad", _FRAVAER)


def _strekninger(maske: int) -> Iterator[int]:
    """Each unbroken run of days in the mask, the first one first."""
    while maske:
        # Adding the lowest bit carries through the first unbroken run of days and clears it.
        etter = maske + (maske & -maske)
        yield maske & ~etter
        maske &= etter


def _dager_uten_stonad(r: Regnskap, kode: str, maske: int, hva: str, hjemmel: Rettskilde) -> Sporrad:
    dager = (maske & r.hverdager).bit_count()
    fra, til = _ytterdager(r, maske)
    tekst = f"{hva} {_periodetekst(fra, til)}. Derfor gir {dager} ukedag{'er' if dager != 1 else ''} ikke stønad."
    return Sporrad(kode, fra, til, {"dager": dager}, (), hjemmel, tekst)


def _dagsatser(r: Regnskap) -> Iterator[Sporrad]:
    for bit in r.satsbiter:
        dager = bit.dager & r.stonadsdager
        if dager:
            antall = dager.bit_count()
            fra, til = _ytterdager(r, dager)
            belop = Belop(antall * bit.sats, NEVNER)
            regnestykke = f"{antall} × {_sats_tekst(bit.sats, NEVNER)} = {_sats_tekst(belop.teller, NEVNER)}."
            tekst = f"{_satsforklaring(bit)} {regnestykke}"
            yield Sporrad(
                "dagsats_under_25" if bit.ung else "dagsats",
                fra,
                til,
                {"dager": antall, "dagsats": Belop(bit.sats, NEVNER), "belop": belop},
                (bit.satser.grunnbelop, bit.satser.faktor, *(_FOR_UNGE if bit.ung else _FOR_ALLE)),
                _SATS_UNG if bit.ung else _SATS,
                tekst,
            )


def _satsforklaring(bit: Satsbit) -> str:
    return _satsforklaring_av(bit.satser.grunnbelop, bit.satser.faktor, bit.satser.full, bit.sats)


@lru_cache(maxsize=256)
def _satsforklaring_av(grunnbelop: Verdi, faktor: Verdi, full: int, sats: int) -> str:
    tekst = (
        f"Dagsatsen er {desimaltekst(faktor.verdi)} × grunnbeløpet på {kroner_tekst(int(grunnbelop.verdi))} "
        f"÷ {STONADSDAGER_I_ARET.verdi} = {ore_tekst(full, NEVNER)}."
    )
    if sats != full:
        tekst += (
            f" Før du fyller {AR_FOR_FULL_SATS.verdi} år, får du {SATS_FOR_UNGE.verdi} av den: "
            f"{ore_tekst(sats, NEVNER)}."
        )
    return tekst


def _barnetillegg(r: Regnskap, barn: Barn, dager_i_mnd: int) -> Sporrad:
    dager = dager_i_mnd & r.stonadsdager
    fodt = dato_i_ord(barn.fodselsdato)
    if not dager:
        tekst = f"Barnet født {fodt} gir ikke barnetillegg denne måneden{_hvorfor_ikke(r, barn)}."
        return Sporrad("barnetillegg_ingen", r.forste, r.siste, {"dager": 0, "belop": 0}, (), _BARN, tekst)
    antall = dager.bit_count()
    fra, til = _ytterdager(r, dager)
    satser = [(s, (dager & s.dager).bit_count()) for s in r.satser if dager & s.dager]
    belop = Belop(sum([s.tillegg * n for s, n in satser]), NEVNER)
    regnestykke = " + ".join([f"{n} dag{'er' if n > 1 else ''} × {_sats_tekst(s.tillegg, NEVNER)}" for s, n in satser])
    return Sporrad(
        "barnetillegg",
        fra,
        til,
        {"dager": antall, "belop": belop},
        tuple([s.barnetillegg for s, _ in satser]),
        _BARN,
        f"Barnetillegg for barnet født {fodt}: {regnestykke} = {_sats_tekst(belop.teller, NEVNER)}.",
    )


def _hvorfor_ikke(r: Regnskap, barn: Barn) -> str:
    if barn.fodselsdato > r.siste:
        return ", fordi det ikke er født ennå"
    if fyller(barn.fodselsdato, int(BARN_TIL_AR.verdi)) <= r.forste:
        return f", fordi det har fylt {BARN_TIL_AR.verdi} år"
    if not barn.periode.overlapper(Periode(r.forste, r.siste)):
        return ", fordi du ikke har barnetillegg for barnet i denne perioden"
    return ", fordi ingen av stønadsdagene faller i tiden du får barnetillegg for barnet"


def _arbeid(r: Regnskap) -> Iterator[Sporrad]:
    for rad in r.arbeid:
        dag = r.datoer[rad.dag - 1]
        d = _dagsregning(rad.sats, rad.tillegg, rad.regnet, r.timenevner)
        yield Sporrad(
            "arbeid",
            dag,
            dag,
            {"timer": d.timer, "dagsats": d.dagsats, "barnetillegg": d.barnetillegg, "belop": d.belop},
            _TIMER,
            _ARBEID,
            f"{_dagtekst(dag)} arbeidet du {d.timer_tekst} timer med lønn. {d.regnestykke}",
        )
    if r.arbeid_utenfor:
        yield _utenfor(r, "arbeid_utenfor", r.arbeid_utenfor)
    regnet = sum([rad.av_stonad + rad.av_barnetillegg for rad in r.arbeid])
    brukt = r.belop.arbeid_stonad + r.belop.arbeid_barnetillegg
    if regnet > brukt:
        yield Sporrad(
            "arbeid_tak",
            r.forste,
            r.siste,
            {"regnet": Belop(-regnet, r.nevner), "belop": Belop(-brukt, r.nevner)},
            (),
            _ARBEID,
            "Arbeidet kan ikke trekke ned mer enn månedens stønad og månedens barnetillegg: "
            f"{Belop(-regnet, r.nevner)} blir {Belop(-brukt, r.nevner)}.",
        )


def _fravaer(r: Regnskap) -> Iterator[Sporrad]:
    med_tillegg = r.fakta.kommunale_valg.fravaer_reduserer_barnetillegg
    for rad in r.fravaer:
        yield _fravaersdag(r, rad, med_tillegg=med_tillegg)
    if any(rad.tillegg and rad.regnet for rad in r.fravaer):
        valg = "også trekker ned" if med_tillegg else "ikke trekker ned"
        yield Sporrad(
            "fravaer_kommunalt_valg",
            r.forste,
            r.siste,
            {},
            (),
            _FRAVAER,
            f"Kommunen har valgt at fravær {valg} barnetillegget. Loven sier det ikke uttrykkelig.",
        )
    if r.fravaer_utenfor:
        yield _utenfor(r, "fravaer_utenfor", r.fravaer_utenfor)
    regnet = sum([rad.av_stonad + (rad.av_barnetillegg if med_tillegg else 0) for rad in r.fravaer])
    brukt = r.belop.fravaer_stonad + r.belop.fravaer_barnetillegg
    if regnet > brukt:
        yield Sporrad(
            "fravaer_tak",
            r.forste,
            r.siste,
            {"regnet": Belop(-regnet, r.nevner), "belop": Belop(-brukt, r.nevner)},
            (),
            _FRAVAER,
            "Fraværet kan ikke trekke ned mer enn det som er igjen etter arbeidet: "
            f"{Belop(-regnet, r.nevner)} blir {Belop(-brukt, r.nevner)}.",
        )


def _fravaersdag(r: Regnskap, rad: Timerad, *, med_tillegg: bool) -> Sporrad:
    dag = r.datoer[rad.dag - 1]
    tillegg = rad.tillegg if med_tillegg else 0
    d = oppgitt = _dagsregning(rad.sats, tillegg, rad.regnet, r.timenevner)
    forbehold = ""
    if rad.regnet != rad.oppgitt:
        oppgitt = _dagsregning(rad.sats, tillegg, rad.oppgitt, r.timenevner)
        forbehold = (
            f"Vi regner med {d.timer_tekst} timer: en dag er {_DAG_I_TIMER} timer, "
            "og timer du har arbeidet, teller med. "
        )
    return Sporrad(
        "fravaer",
        dag,
        dag,
        {
            "timer_oppgitt": oppgitt.timer,
            "timer": d.timer,
            "dagsats": d.dagsats,
            "barnetillegg": d.barnetillegg,
            "belop": d.belop,
        },
        _TIMER,
        _FRAVAER,
        f"{_dagtekst(dag)} var du borte {oppgitt.timer_tekst} timer uten godkjent fravær. {forbehold}{d.regnestykke}",
    )


def _utenfor(r: Regnskap, kode: str, dager: list[int]) -> Sporrad:
    *forste, siste = [f"{dag}." for dag in dager]
    liste = f"{', '.join(forste)} og {siste}" if forste else siste
    nar = f"{liste} {MANEDSNAVN[r.forste.month - 1]}"
    if kode == "arbeid_utenfor":
        tekst = f"Arbeidet {nar} trekker ikke ned, fordi du ikke hadde stønad {'de dagene' if forste else 'den dagen'}."
        hjemmel = _ARBEID
    else:
        tekst = f"Fraværet {nar} trekker ikke ned, fordi det ikke var {'stønadsdager' if forste else 'en stønadsdag'}."
        hjemmel = _FRAVAER
    fra, til = r.datoer[dager[0] - 1], r.datoer[dager[-1] - 1]
    return Sporrad(kode, fra, til, {"dager": len(dager)}, (), hjemmel, tekst)


def _samordning(r: Regnskap) -> Iterator[Sporrad]:
    for ytelse, dager, sum_belop in r.ytelser:
        if dager:
            antall = dager.bit_count()
            fra, til = _ytterdager(r, dager)
            per_dag = ytelse.belop_per_dag
            belop = Belop(-sum_belop, r.nevner)
            yield Sporrad(
                "samordning",
                fra,
                til,
                {"dager": antall, "belop_per_dag": per_dag, "belop": belop},
                (),
                _SAMORDNING,
                f"{_YTELSE[ytelse.type]} går til fradrag krone for krone: "
                f"{antall} stønadsdag{'er' if antall > 1 else ''} × "
                f"{ore_tekst(per_dag.numerator, per_dag.denominator)} = {belop}.",
            )
    regnet = sum([rad.belop for rad in r.ytelser])
    if regnet > r.belop.samordning:
        brukt = Belop(-r.belop.samordning, r.nevner)
        yield Sporrad(
            "samordning_tak",
            r.forste,
            r.siste,
            {"regnet": Belop(-regnet, r.nevner), "belop": brukt},
            (),
            _SAMORDNING,
            "Fradraget kan ikke bli større enn det som er igjen av stønaden, og går aldri ut over "
            f"barnetillegget: {Belop(-regnet, r.nevner)} blir {brukt}.",
        )


def _linjer(r: Regnskap, linjer: Linjer) -> Iterator[Sporrad]:
    b = r.belop
    yield _linje(r, "linje_stonad", b.stonad, linjer.stonad)
    if b.barnetillegg:
        yield _linje(r, "linje_barnetillegg", b.barnetillegg, linjer.barnetillegg)
    if arbeid := b.arbeid_stonad + b.arbeid_barnetillegg:
        yield _linje(r, "linje_reduksjon_arbeid", -arbeid, linjer.reduksjon_arbeid)
    if fravaer := b.fravaer_stonad + b.fravaer_barnetillegg:
        yield _linje(r, "linje_reduksjon_fravaer", -fravaer, linjer.reduksjon_fravaer)
    if b.samordning:
        yield _linje(r, "linje_samordning", -b.samordning, linjer.samordning)


def _linje(r: Regnskap, kode: str, eksakt: int, kroner: int) -> Sporrad:
    navn, hjemmel = _LINJER[kode]
    belop = Belop(eksakt, r.nevner)
    avrunding = "" if eksakt == kroner * r.nevner else f"{belop}, rundet av til "
    tekst = f"{navn}: {avrunding}{kroner_tekst(kroner)}."
    return Sporrad(kode, r.forste, r.siste, {"eksakt": belop, "kroner": kroner}, (), hjemmel, tekst)


def _oppgjor(r: Regnskap, linjer: Linjer, *, brutto: int, trekk: int) -> Iterator[Sporrad]:
    yield Sporrad(
        "brutto",
        r.forste,
        r.siste,
        {"sum_linjer": sum(linjer), "kroner": brutto},
        (),
        _RETT,
        f"Til sammen, når hver linje er rundet av for seg: {kroner_tekst(brutto)}.",
    )
    netto = brutto + trekk
    yield from _trekk(r, brutto, -trekk)
    tekst = f"Du får {kroner_tekst(netto)} for {MANEDSNAVN[r.forste.month - 1]} {r.forste.year}, før skatt."
    yield Sporrad("netto", r.forste, r.siste, {"kroner": netto}, (), _UTBETALING, tekst)


def _trekk(r: Regnskap, rom: int, i_alt: int) -> Iterator[Sporrad]:
    """A row for each kind of deduction: an advance first, then what is taken back, of what is left in `rom` kroner.

    Together they are `i_alt`, which was rounded once: the last kind takes what the first leaves of it.
    """
    slag = [(kode, hjemmel, fordi, _av_slaget(r, hjemmel)) for kode, hjemmel, fordi in _TREKKSLAG]
    slag = [ett for ett in slag if ett[-1]]
    for nr, (kode, hjemmel, fordi, rader) in enumerate(slag, 1):
        krevd, nevner = sum_trekk(rader)
        tatt = i_alt if nr == len(slag) else min(i_alt, avrund(krevd, nevner))
        tekst = f"Vi trekker {kroner_tekst(tatt)} fordi {fordi}."
        if krevd > tatt * nevner and tatt == rom:
            tekst += f" Kravet er {ore_tekst(krevd, nevner)}, men vi trekker aldri mer enn stønaden."
        rom, i_alt = rom - tatt, i_alt - tatt
        yield Sporrad(kode, r.forste, r.siste, {"krevd": Belop(krevd, nevner), "kroner": -tatt}, (), hjemmel, tekst)


def _av_slaget(r: Regnskap, hjemmel: Rettskilde) -> tuple[Trekk, ...]:
    return tuple([ett for ett in r.fakta.trekk if (ett.hjemmel == str(_UTBETALING)) == (hjemmel == _UTBETALING)])


def sum_trekk(trekk: tuple[Trekk, ...]) -> tuple[int, int]:
    """The sum of the deductions as numerator and denominator, in kroner."""
    return sum([ett.belop for ett in trekk], start=trekk[0].belop * 0).as_integer_ratio()


def _ytterdager(r: Regnskap, maske: int) -> tuple[date, date]:
    return r.datoer[(maske & -maske).bit_length() - 1], r.datoer[maske.bit_length() - 1]


@lru_cache(maxsize=1024)
def _dagtekst(dag: date) -> str:
    return f"{dag.day}. {MANEDSNAVN[dag.month - 1]}"


def _periodetekst(fra: date, til: date) -> str:
    """Days of one month: «11.–19. august», or one day."""
    if fra == til:
        return _dagtekst(fra)
    return f"{fra.day}.–{_dagtekst(til)}"
