"""What the life of a programme and the time after add to the overview: pauses, moves, endings, and how it went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Sum
from django.utils.translation import gettext as _

from fotfeste.fag.etter.enums import Ytelsesutfall
from fotfeste.fag.etter.models import Kommuneflytting
from fotfeste.fag.etter.selectors import BEVIS_ETTERLYSES, ETTERTABELLER, Etterfakta, aktuelt_tidspunkt, etterfakta_for
from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oppmote.models import Timelistedag
from fotfeste.fag.oversikt.bidrag.typer import Bidrag
from fotfeste.fag.oversikt.typer import Frist, Oppgave, Part, Steg
from fotfeste.fag.sak.enums import APNE, Saksstatus
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.tilgang import Handling
from fotfeste.regelverk.frister import AVBRUDD_HOYST
from fotfeste.regelverk.tid import legg_til_maneder

if TYPE_CHECKING:
    from fotfeste.fag.oversikt.fakta import Fakta

PAUSEN_NARMER_SEG = timedelta(days=60)
"""How long before a pause has lasted a year somebody should ask the participant."""

UTFALL_ETTERLYSES = timedelta(days=60)
"""How long after a move the new municipality is asked what it came to."""

_SIDE = "livslop"


@dataclass(frozen=True, slots=True)
class Egne:
    """The room's facts of a case, and the newest sheet's hours of paid work and hours in all."""

    etter: Etterfakta
    arbeid: tuple[date, Decimal, Decimal] | None = None


def hent(sak_ids: Sequence[UUID]) -> dict[UUID, Egne]:
    """The facts of each case that has any. At most seven queries, however many cases."""
    fakta = etterfakta_for(sak_ids)
    arbeid = _arbeid(sak_ids)
    return {
        sak_id: Egne(fakta.get(sak_id, Etterfakta()), arbeid.get(sak_id)) for sak_id in fakta.keys() | arbeid.keys()
    }


def _arbeid(sak_ids: Sequence[UUID]) -> dict[UUID, tuple[date, Decimal, Decimal]]:
    forst = legg_til_maneder(klokke.i_dag().replace(day=1), -2)
    rader = (
        Timelistedag.objects.filter(
            sak_id__in=sak_ids,
            timeliste__maned__gte=forst,
            timeliste__status__in=[Timelistestatus.LEVERT, Timelistestatus.GODKJENT],
        )
        .values_list("sak_id", "timeliste__maned")
        .annotate(arbeid=Sum("timer_arbeid"), planlagt=Sum("planlagt"))
        .order_by("timeliste__maned")
    )
    return {sak_id: (maned, arbeid, planlagt) for sak_id, maned, arbeid, planlagt in rader}


def oppgaver(fakta: Fakta, egne: Egne | None) -> Iterator[Oppgave]:
    """The tasks of an open case, and those left in a closed one."""
    etter = egne.etter if egne else Etterfakta()
    if fakta.sak.status in APNE:
        yield from _mer_tid(fakta)
        yield from _pausen_narmer_seg(fakta)
        yield from _nytt_kontor(etter)
        yield from _ytelser(etter)
        if egne and egne.arbeid and fakta.sak.status == Saksstatus.I_PROGRAM and not fakta.slutten_er_vedtatt:
            yield from _over_halv_stilling(*egne.arbeid)
    yield from _flytting(fakta, etter)
    if etter.avslutning and etter.avslutning.dato < fakta.dag:
        yield from _etter_slutten(fakta, etter, etter.avslutning.dato)


def _mer_tid(fakta: Fakta) -> Iterator[Oppgave]:
    vedtak = fakta.apent_vedtak
    if vedtak and vedtak.mer_tid_bedt:
        steg = Steg("vedtak", _("Svar på om det gis mer tid"), Handling.VEDTAK_FORBERED)
        tekst = _("Deltakeren ber om mer tid til å svare på varselet")
        yield Oppgave(
            "mer_tid",
            tekst,
            Part.VEILEDER,
            vedtak.mer_tid_bedt,
            steg,
            vedtak.uttalefrist,
            mer=f"«{vedtak.mer_tid_ord}»",
            eier_id=vedtak.saksbehandler_id,
        )


def _pausen_narmer_seg(fakta: Fakta) -> Iterator[Oppgave]:
    """A pause must not last a year: somebody asks the participant while there is time to come back (§ 34)."""
    if fakta.sak.status != Saksstatus.AVBRUTT or fakta.slutten_er_vedtatt or fakta.apent_vedtak:
        return
    fra = max((v.fra for v in fakta.fattede if v.type == Vedtakstype.AVBRUDD and v.fra), default=None)
    if fra is None:
        return
    senest = legg_til_maneder(fra, int(AVBRUDD_HOYST.verdi))
    if fakta.dag + PAUSEN_NARMER_SEG >= senest:
        steg = Steg(_SIDE, _("Ta opp igjen eller avslutt"), Handling.VEDTAK_FORBERED)
        tekst = _("Pausen har snart vart i ett år") if fakta.dag < senest else _("Pausen har vart i ett år")
        mer = _("Er den ikke slutt da, skal programmet avsluttes (sotjl § 34)")
        yield Oppgave("pause_ut", tekst, Part.VEILEDER, fra, steg, senest, mer)


def _nytt_kontor(etter: Etterfakta) -> Iterator[Oppgave]:
    siste = max(etter.bytter, key=lambda bytte: (bytte.dato, bytte.opprettet), default=None)
    if siste and not siste.er_forklart and siste.helhet_vurdert is None:
        steg = Steg(_SIDE, _("Se på hele programmet"), Handling.OPPFOLGING_SKRIV)
        mer = _("Saken kom uten notat om nytte, framgang og neste evaluering")
        yield Oppgave("nytt_kontor", _("Vurder hele programmet"), Part.VEILEDER, siste.dato, steg, mer=mer)


def _ytelser(etter: Etterfakta) -> Iterator[Oppgave]:
    for soknad in etter.ytelser:
        ord_ = {"ytelse": soknad.get_ytelse_display().lower()}
        if not soknad.utfall:
            steg = Steg(_SIDE, _("Registrer svaret"), Handling.OPPFOLGING_SKRIV)
            mer = _("Programmet fortsetter til det er avgjort")
            tekst = _("Vurder rett til annen ytelse: søkte om %(ytelse)s") % ord_
            yield Oppgave("annen_ytelse", tekst, Part.VEILEDER, soknad.sokt, steg, mer=mer)
        elif soknad.utfall == Ytelsesutfall.INNVILGET and soknad.vurdert is None:
            steg = Steg(_SIDE, _("Vurder vilkårene på nytt"), Handling.OPPFOLGING_SKRIV)
            mer = _("Vilkåret om andre ytelser (sotjl § 29), og samordning (§ 38)")
            tekst = _("Har fått %(ytelse)s: se hva det betyr for programmet") % ord_
            yield Oppgave("ytelse_innvilget", tekst, Part.VEILEDER, soknad.avgjort, steg, soknad.gjelder_fra, mer)


def _over_halv_stilling(maned: date, arbeid: Decimal, planlagt: Decimal) -> Iterator[Oppgave]:
    """More than half a position cannot be combined with the programme (§ 30 second paragraph)."""
    if planlagt and arbeid * 2 > planlagt:
        steg = Steg(_SIDE, _("Velg veien videre"), Handling.VEDTAK_FORBERED)
        mer = _("Inntil 50 prosent stilling kan kombineres med programmet (sotjl § 30)")
        yield Oppgave("over_halv", _("Arbeider mer enn halv stilling"), Part.VEILEDER, maned, steg, mer=mer)


def _flytting(fakta: Fakta, etter: Etterfakta) -> Iterator[Oppgave]:
    flytting = next((f for f in etter.flyttinger if not f.utfall), None)
    if flytting is None:
        return
    ord_ = {"kommune": flytting.til_kommune}
    hva, knapp, siden, frist = "", "", flytting.meldt, flytting.flytter
    if flytting.kontakt_dato is None:
        hva, knapp = _("Flytter til %(kommune)s: snakk med kontoret der"), _("Registrer samtalen")
    elif flytting.deltaker_samtykket is None:
        hva, knapp = _("Flytter til %(kommune)s: spør deltakeren om saken kan overleveres"), _("Registrer svaret")
    elif fakta.dag >= flytting.flytter + UTFALL_ETTERLYSES:
        hva, knapp = _("Hva kom %(kommune)s til?"), _("Registrer utfallet")
        siden, frist = flytting.flytter, flytting.flytter + UTFALL_ETTERLYSES
    if hva:
        steg = Steg(_SIDE, knapp, Handling.OPPFOLGING_SKRIV)
        mer = _("Sammen med deltakeren og den nye kommunen")
        yield Oppgave("flytting", hva % ord_, Part.VEILEDER, siden, steg, frist, mer, husets_frist=True)


def _etter_slutten(fakta: Fakta, etter: Etterfakta, slutt: date) -> Iterator[Oppgave]:
    skriv = Handling.OPPFOLGING_SKRIV
    if slutt + BEVIS_ETTERLYSES >= fakta.dag:
        if etter.avslutning and etter.avslutning.deltakerbevis is None:
            mer = _("Alle som har vært i programmet, skal ha det (forskriften § 1)")
            steg = Steg(_SIDE, _("Lag deltakerbeviset"), skriv)
            yield Oppgave("deltakerbevis", _("Deltakerbeviset er ikke laget"), Part.VEILEDER, slutt, steg, mer=mer)
        if not etter.oppfolginger:
            steg = Steg(_SIDE, _("Avtal, eller noter at det ikke trengs"), skriv)
            yield Oppgave("avtal_etter", _("Avtal kontakt etter programmet"), Part.VEILEDER, slutt, steg)
    lopende = next((o for o in etter.oppfolginger if o.onsket and (o.til is None or o.til > fakta.dag)), None)
    if lopende and _er_stille(fakta, lopende.fra):
        steg = Steg("kontakt_logg", _("Logg en samtale"), skriv)
        tekst = _("Ingen har snakket sammen siden programmet sluttet")
        if fakta.siste_kontakt and fakta.siste_kontakt > slutt:
            tekst = _("Ingen har snakket sammen på %(dager)s dager") % {"dager": (fakta.dag - fakta.siste_kontakt).days}
        yield Oppgave("stille_etter", tekst, Part.VEILEDER, lopende.fra, steg, eier_id=lopende.hvem_id)
    tidspunkt = aktuelt_tidspunkt(slutt, [rad.maned for rad in etter.observasjoner], fakta.dag)
    if tidspunkt:
        tekst = _("Spør hvordan det går: %(maned)s etter programmet") % {"maned": tidspunkt.maned.label}
        steg = Steg("etterpa", _("Noter hvordan det går"), skriv)
        mer = _("Sluttet %(dag)s") % {"dag": dato_ord(slutt)}
        senest = tidspunkt.dag + timedelta(days=30)
        yield Oppgave("etterpa", tekst, Part.VEILEDER, tidspunkt.dag, steg, senest, mer, husets_frist=True)


def _er_stille(fakta: Fakta, fra: date) -> bool:
    """Nobody has talked in the time the municipality has chosen, twice over: less is needed after the programme."""
    sist = max(fakta.siste_kontakt or fra, fra)
    return sist + 2 * fakta.dager("samtale_senest_dager") <= fakta.dag


def frister(fakta: Fakta, egne: Egne | None) -> Iterator[Frist]:
    """The day the participant moves."""
    if egne is None or fakta.sak.status not in APNE:
        return
    for flytting in egne.etter.flyttinger:
        if not flytting.utfall and flytting.flytter >= fakta.dag:
            yield _flyttedag(flytting)


def _flyttedag(flytting: Kommuneflytting) -> Frist:
    return Frist(flytting.flytter, _("Flytter til %(kommune)s") % {"kommune": flytting.til_kommune})


BIDRAG = Bidrag("livslop", hent, oppgaver, frister, lukkede=True, sjeldne=ETTERTABELLER)
