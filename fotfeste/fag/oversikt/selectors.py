"""The overview of one case or many, and what needs the actor now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from fotfeste.fag.oppfolging.models import Avslutning
from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oppmote.models import Timeliste
from fotfeste.fag.oversikt.ansatte import gjelder_den, kontakter_som_er_her
from fotfeste.fag.oversikt.fakta import Fakta, fakta_for
from fotfeste.fag.oversikt.frister import frister_i_saken
from fotfeste.fag.oversikt.oppgaver import ETTER_SLUTTEN, FORKLAR_INNEN, oppgaver_i_saken
from fotfeste.fag.oversikt.typer import Oppgave, Oversikt, Part
from fotfeste.fag.sak.enums import APNE, Saksstatus
from fotfeste.fag.sak.models import FastKontakt, Sak
from fotfeste.fag.sak.selectors import saker_for
from fotfeste.fag.vedtak.enums import Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.tilgang import HANDLINGER, Aktor, Gradering, Handling, vurder

_FARGER = {
    Saksstatus.SOKNAD: "blatt",
    Saksstatus.INNVILGET: "blatt",
    Saksstatus.I_PROGRAM: "gront",
    Saksstatus.AVBRUTT: "gult",
}


def oversikt_for(saker: Sequence[Sak]) -> dict[UUID, Oversikt]:
    """The overview of each case by its id, in a constant number of queries. The actor may see the cases already."""
    return {sak_id: lag_oversikt(fakta) for sak_id, fakta in fakta_for(saker, klokke.i_dag()).items()}


def oversikt_en(sak: Sak) -> Oversikt:
    """The overview of one case the actor may see."""
    return oversikt_for([sak])[sak.pk]


def lag_oversikt(fakta: Fakta) -> Oversikt:
    """Reckon the overview from the facts."""
    frister = frister_i_saken(fakta)
    return Oversikt(
        sak=fakta.sak,
        farge=_FARGER.get(Saksstatus(fakta.sak.status), "gratt"),
        periode=_periode(fakta),
        fast_kontakt=fakta.fast_kontakt,
        siste_kontakt=fakta.siste_kontakt,
        dager_siden_kontakt=(fakta.dag - fakta.siste_kontakt).days if fakta.siste_kontakt else None,
        oppgaver=oppgaver_i_saken(fakta, frister),
        frister=frister,
        ansatte=fakta.ansatte,
    )


def _periode(fakta: Fakta) -> str:
    """«uke 21 av 52, til 11. januar 2027» for someone in the programme; else empty."""
    start, til = fakta.programstart, fakta.vedtak_til
    if fakta.sak.status != Saksstatus.I_PROGRAM or not start or not til or not start <= fakta.dag <= til:
        return ""
    uke, uker = (fakta.dag - start).days // 7 + 1, ((til - start).days + 6) // 7
    return _("uke %(uke)s av %(uker)s, til %(til)s") % {"uke": uke, "uker": uker, "til": dato_ord(til)}


def gjelder_meg(aktor: Aktor, oversikt: Oversikt, oppgave: Oppgave) -> bool:
    """Whether the task waits for this actor: by name, as the fixed contact, or by role when it has no one."""
    if oppgave.part == Part.DELTAKER or not kan_ta(aktor, oversikt, oppgave):
        return False
    if oppgave.part == Part.BESLUTTER or oppgave.slag == "uten_kontakt":
        return True
    eier = _eier(oversikt, oppgave)
    return eier is None or eier == aktor.bruker_id


def _eier(oversikt: Oversikt, oppgave: Oppgave) -> UUID | None:
    """The one the task waits for: who began it, else the fixed contact, whichever may still take the step.

    Someone who has left, or never had the right, would let the task reach nobody.
    """
    kontakt = oversikt.fast_kontakt.pk if oversikt.fast_kontakt else None
    for bruker_id in (oppgave.eier_id, kontakt):
        ansatt = oversikt.ansatte.get(bruker_id) if bruker_id else None
        if ansatt and vurder(ansatt, oppgave.steg.handling, oversikt.sak).tillatt:
            return bruker_id
    return None


def kan_ta(aktor: Aktor, oversikt: Oversikt, oppgave: Oppgave) -> bool:
    """Whether the actor may take the task's step, whoever it waits for."""
    return oppgave.utelukket_id != aktor.bruker_id and vurder(aktor, oppgave.steg.handling, oversikt.sak).tillatt


@dataclass(frozen=True, slots=True)
class Gjoremal:
    """One line of Min dag: a task in a case, or (`antall` above 1) the same task in many."""

    oversikt: Oversikt
    oppgave: Oppgave
    antall: int = 1

    @property
    def haster(self) -> bool:
        """Whether the deadline is today or past."""
        return self.oppgave.frist is not None and self.oppgave.frist <= klokke.i_dag()


SAMLES_FRA = 3
"""From so many on, equal tasks that can be done in bulk become one line."""


def min_dag(aktor: Aktor) -> list[Gjoremal]:
    """What needs the actor now, the soonest deadline first. Each case shows its most urgent task that is theirs."""
    saker = list(_mine_aktuelle(aktor))
    linjer = []
    for oversikt in oversikt_for(saker).values():
        mine = [o for o in oversikt.oppgaver if gjelder_meg(aktor, oversikt, o)]
        if mine:
            linjer.append(Gjoremal(oversikt, mine[0]))
    linjer = _samle(linjer)
    return sorted(linjer, key=lambda g: (g.oppgave.frist or date.max, g.oppgave.siden or date.max))


def _samle(linjer: list[Gjoremal]) -> list[Gjoremal]:
    lister = [g for g in linjer if g.oppgave.slag == "timeliste"]
    if len(lister) < SAMLES_FRA:
        return linjer
    forst = min(lister, key=lambda g: g.oppgave.frist or date.max)
    resten = [g for g in linjer if g.oppgave.slag != "timeliste"]
    return [*resten, Gjoremal(forst.oversikt, forst.oppgave, antall=len(lister))]


def _mine_aktuelle(aktor: Aktor) -> QuerySet[Sak]:
    """The cases that can have a task for the actor: more than do, never fewer. `gjelder_meg` has the last word."""
    dag = klokke.i_dag()
    meg = aktor.krev_bruker()
    mine = Q(Exists(FastKontakt.objects.filter(gjelder_den(dag), sak=OuterRef("pk"), bruker=meg)))
    mine |= Q(Exists(Vedtak.objects.filter(sak=OuterRef("pk"), saksbehandler=meg)))
    if aktor.roller & (HANDLINGER[Handling.SAK_FORDEL] | HANDLINGER[Handling.OPPFOLGING_SKRIV]):
        # Those who may take every step in a case; a fixed contact who may not leaves some to whoever may.
        alt = HANDLINGER[Handling.VEDTAK_FORBERED]
        mine |= ~Q(Exists(kontakter_som_er_her(dag, alt))) | Q(person__gradering=Gradering.STRENGT_FORTROLIG)
    if aktor.roller & HANDLINGER[Handling.VEDTAK_BESLUTT]:
        hos_beslutter = Vedtak.objects.filter(sak=OuterRef("pk"), status=Vedtaksstatus.TIL_BESLUTNING)
        mine |= Q(Exists(hos_beslutter))
    return saker_for(aktor).filter(mine & (Q(status__in=APNE) | _lukket_men_ikke_ferdig(dag)))


def _lukket_men_ikke_ferdig(dag: date) -> Q:
    """Closed cases that can still have something open: the last timesheets, or a decision to explain."""
    siden = dag - ETTER_SLUTTEN
    i_saken = OuterRef("pk")
    levert = Timeliste.objects.filter(sak=i_saken, status=Timelistestatus.LEVERT)
    sluttet = Vedtak.objects.filter(
        sak=i_saken, status=Vedtaksstatus.FATTET, type=Vedtakstype.AVSLUTNING, fra__gte=siden
    )
    registrert = Avslutning.objects.filter(sak=i_saken, dato__gte=siden)
    uforklart = Vedtak.objects.filter(
        sak=i_saken, status=Vedtaksstatus.FATTET, muntlig_forklart__isnull=True, dato__gte=dag - FORKLAR_INNEN
    )
    return (
        Q(Exists(levert))
        | Q(Exists(sluttet))
        | Q(Exists(registrert))
        | (Q(person__tolkebehov=True) & Q(Exists(uforklart)))
    )


def antall_fulgt(aktor: Aktor) -> int:
    """How many open cases the actor is the fixed contact of today."""
    dag = klokke.i_dag()
    return FastKontakt.objects.filter(gjelder_den(dag), bruker=aktor.krev_bruker(), sak__status__in=APNE).count()
