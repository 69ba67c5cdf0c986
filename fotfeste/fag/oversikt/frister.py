"""The dates that matter in a case now: those the law sets (regelverk/frister), and those agreed or decided."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _

from fotfeste.fag.oversikt.bidrag import ALLE as BIDRAG
from fotfeste.fag.oversikt.fakta import Fakta
from fotfeste.fag.oversikt.typer import Frist
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.fag.vedtak.perioder import avbruddsperioder
from fotfeste.regelverk.frister import Hendelser, vurder
from fotfeste.regelverk.parametre import AR_FOR_FULL_SATS
from fotfeste.regelverk.tid import Periode, fyller

NAER_SLUTTEN = timedelta(days=180)
"""How long before it the end of the programme's longest length is worth mentioning."""


def frister_i_saken(fakta: Fakta) -> list[Frist]:
    """The dates ahead (and the broken ones of an open application), soonest first."""
    egne = [frist for bidrag in BIDRAG for frist in bidrag.frister(fakta, fakta.bidrag.get(bidrag.navn))]
    return sorted([*_alle(fakta), *egne], key=lambda frist: frist.dato)


def soknadsfrist(frister: list[Frist]) -> date | None:
    """The nearest date the law sets for the open application: the preliminary answer, or the start (§ 31)."""
    return next((frist.dato for frist in frister if frist.kode in {"forelopig_svar", "senest_start"}), None)


def _alle(fakta: Fakta) -> Iterator[Frist]:
    yield from _lovens(fakta)
    if (soknad := fakta.apen_soknad) and soknad.ventet_svar:
        yield Frist(soknad.ventet_svar, _("Svaret vi har lovet søkeren"), "fvl § 11 a")
    if fakta.sak.status == Saksstatus.INNVILGET and fakta.programstart:
        yield Frist(fakta.programstart, _("Programmet begynner"), "sotjl § 31")
    for krav in fakta.krav:
        yield Frist(krav.frist, _("Frist for å sende: %(hva)s") % {"hva": krav.hva}, "fvl § 17")
    if fakta.sak.status != Saksstatus.I_PROGRAM:
        return
    if fakta.vedtak_til and fakta.vedtak_til >= fakta.dag:
        yield Frist(fakta.vedtak_til, _("Vedtaket om program går ut"), "forskriften § 2")
    for evaluering in fakta.evalueringer:
        if evaluering.dato >= fakta.dag:
            yield Frist(evaluering.dato, _("Evaluering av programmet"), "forskriften § 1")
    full_sats = fyller(fakta.sak.person.fodselsdato, int(AR_FOR_FULL_SATS.verdi))
    if full_sats >= fakta.dag:
        yield Frist(full_sats, _("Fyller 25: full sats fra denne dagen"), "sotjl § 35")


def _lovens(fakta: Fakta) -> Iterator[Frist]:
    soknad = fakta.apen_soknad
    siste = fakta.fattede[-1] if fakta.fattede else None
    hendelser = Hendelser(
        soknad_mottatt=soknad.mottatt if soknad else None,
        vedtak_underrettet=siste.underrettet if siste else None,
        programstart=fakta.programstart if fakta.sak.status == Saksstatus.I_PROGRAM else None,
        permisjon=tuple(Periode(p.fra, p.til) for p in fakta.permisjoner),
        avbrudd=tuple(_avbrudd(fakta)),
        avbrudd_fra=_pause_fra(fakta),
    )
    tekster = {
        "forelopig_svar": _("Foreløpig svar til søkeren"),
        "senest_start": _("Programmet må ha begynt"),
        "klagefrist": _("Klagefristen går ut"),
        "avbrudd_ma_avsluttes": _("Pausen kan ikke vare lenger"),
        "maks_ordinaer": _("Programmet har vart i to år"),
    }
    for rad in vurder(hendelser):
        if rad.kode not in tekster or (rad.kode == "forelopig_svar" and soknad and soknad.forelopig_svar):
            continue
        if rad.kode == "klagefrist" and rad.til < fakta.dag:
            continue
        if rad.kode == "maks_ordinaer" and not fakta.dag <= rad.til <= fakta.dag + NAER_SLUTTEN:
            continue
        yield Frist(rad.til, tekster[rad.kode], str(rad.hjemmel), rad.kode)


def _avbrudd(fakta: Fakta) -> Iterator[Periode]:
    """The pauses whose last day is known: their own, or the day before the programme is taken up again."""
    return (pause for pause in avbruddsperioder(fakta.fattede) if pause.til)


def _pause_fra(fakta: Fakta) -> date | None:
    if fakta.sak.status != Saksstatus.AVBRUTT:
        return None
    return max((v.fra for v in fakta.fattede if v.type == Vedtakstype.AVBRUDD and v.fra), default=None)
