"""The overview of one case or many, and what needs the actor now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from fotfeste.fag.oversikt.fakta import Fakta, fakta_for
from fotfeste.fag.oversikt.frister import frister_i_saken
from fotfeste.fag.oversikt.oppgaver import oppgaver_i_saken
from fotfeste.fag.oversikt.typer import Oppgave, Oversikt, Part
from fotfeste.fag.sak.enums import APNE, Saksstatus
from fotfeste.fag.sak.models import FastKontakt, Sak
from fotfeste.fag.sak.selectors import saker_for
from fotfeste.fag.vedtak.enums import Vedtaksstatus
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.tilgang import HANDLINGER, Aktor, Handling, vurder

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
    if oppgave.part == Part.DELTAKER or oppgave.utelukket_id == aktor.bruker_id:
        return False
    if not vurder(aktor, oppgave.steg.handling, oversikt.sak).tillatt:
        return False
    if oppgave.part == Part.BESLUTTER or oppgave.slag == "uten_kontakt":
        return True
    eier = oppgave.eier_id or (oversikt.fast_kontakt.pk if oversikt.fast_kontakt else None)
    return eier is None or eier == aktor.bruker_id


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
    dag = klokke.i_dag()
    gjeldende = FastKontakt.objects.filter(sak=OuterRef("pk"), fra__lte=dag).filter(
        Q(til__isnull=True) | Q(til__gte=dag)
    )
    meg = aktor.krev_bruker()
    mine = Q(Exists(gjeldende.filter(bruker=meg)))
    mine |= Q(Exists(Vedtak.objects.filter(sak=OuterRef("pk"), saksbehandler=meg)))
    if aktor.roller & (HANDLINGER[Handling.SAK_FORDEL] | HANDLINGER[Handling.OPPFOLGING_SKRIV]):
        mine |= ~Q(Exists(gjeldende))
    if aktor.roller & HANDLINGER[Handling.VEDTAK_BESLUTT]:
        hos_beslutter = Vedtak.objects.filter(sak=OuterRef("pk"), status=Vedtaksstatus.TIL_BESLUTNING)
        mine |= Q(Exists(hos_beslutter))
    return saker_for(aktor).filter(mine, status__in=APNE)


def antall_fulgt(aktor: Aktor) -> int:
    """How many open cases the actor is the fixed contact of today."""
    dag = klokke.i_dag()
    mine = FastKontakt.objects.filter(bruker=aktor.krev_bruker(), fra__lte=dag, sak__status__in=APNE)
    return mine.filter(Q(til__isnull=True) | Q(til__gte=dag)).count()
