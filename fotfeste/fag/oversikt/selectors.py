"""The overview of one case or many, and whom its tasks wait for."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from fotfeste.fag.oversikt.ansatte import gjelder_den
from fotfeste.fag.oversikt.fakta import Fakta, fakta_for
from fotfeste.fag.oversikt.frister import frister_i_saken
from fotfeste.fag.oversikt.oppgaver import oppgaver_i_saken
from fotfeste.fag.oversikt.typer import Oppgave, Oversikt, Part
from fotfeste.fag.sak.enums import APNE, Saksstatus
from fotfeste.fag.sak.models import FastKontakt, Sak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.tilgang import Aktor, vurder

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
        vedtak_til=fakta.vedtak_til,
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
    eier = eier_av(oversikt, oppgave)
    return eier is None or eier == aktor.bruker_id


def eier_av(oversikt: Oversikt, oppgave: Oppgave) -> UUID | None:
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


def antall_fulgt(aktor: Aktor) -> int:
    """How many open cases the actor is the fixed contact of today."""
    dag = klokke.i_dag()
    return FastKontakt.objects.filter(gjelder_den(dag), bruker=aktor.krev_bruker(), sak__status__in=APNE).count()
