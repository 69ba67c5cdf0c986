"""What decisions do to the case and the application: at once when they are taken, and on the days they name."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from fotfeste.fag.oppfolging.models import Avslutning
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las, sak_sett_status
from fotfeste.fag.soknad.enums import Soknadsstatus
from fotfeste.fag.vedtak.enums import OPPHOR, Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.fakta import fattede
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.fag.vedtak.perioder import HarPeriode, avbruddsperioder, innvilget, siste_dag, vedtaksperioder_for
from fotfeste.fag.vedtak.tilbakebetaling import la_kravet_virke
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from fotfeste.regelverk.tid import EN_DAG

_LOPENDE = frozenset({Saksstatus.INNVILGET, Saksstatus.I_PROGRAM, Saksstatus.AVBRUTT})


def la_virke(vedtak: Vedtak, dag: date) -> None:
    """Move the case and the application as the decision says on `dag`, the day it is taken.

    A grant whose first day has come makes the case «i program». Before that day it is «innvilget», until the programme
    is agreed or the day comes (fag/program, `sak_ta_i_program`). A pause, its end and an ending work from their own
    days: those that have come at once, the others when they come (`sak_folg_dagen`).
    """
    if vedtak.soknad:
        vedtak.soknad.lagre_endring(status=Soknadsstatus.AVGJORT)
    if vedtak.type == Vedtakstype.INNVILGELSE:
        har_begynt = vedtak.fra is not None and vedtak.fra <= dag
        sak_sett_status(vedtak.sak, Saksstatus.I_PROGRAM if har_begynt else Saksstatus.INNVILGET)
    elif vedtak.type == Vedtakstype.AVSLAG:
        sak_sett_status(vedtak.sak, Saksstatus.AVSLATT)
    elif vedtak.type == Vedtakstype.TILBAKEBETALING:
        la_kravet_virke(vedtak)
    else:
        if vedtak.type == Vedtakstype.AVSLUTNING and vedtak.fra:
            _registrer_avslutning(vedtak, vedtak.fra)
        sak_folg_dagen(vedtak.sak)


def status_pa(status: str, vedtak: Collection[HarPeriode], dag: date) -> str:
    """The state of a case in `status` on `dag`, when its decisions are these.

    Ended from the day after its last; paused on the days of a pause; going on the day after the pause's own last day,
    or on the day a decision says. A paused case without a decision on it, as history may be, stays as it is.
    """
    if status not in _LOPENDE:
        return status
    slutt = siste_dag(vedtak)
    if slutt and slutt < dag:
        return Saksstatus.AVSLUTTET
    if any(pause.inneholder(dag) for pause in avbruddsperioder(vedtak)):
        return Saksstatus.AVBRUTT
    if status != Saksstatus.AVBRUTT or not any(v.type == Vedtakstype.AVBRUDD for v in vedtak):
        return status
    har_begynt = any(periode.fra <= dag for periode in innvilget(vedtak))
    return Saksstatus.I_PROGRAM if har_begynt else Saksstatus.INNVILGET


def sak_folg_dagen(sak: Sak) -> Sak:
    """Move the case to where its decisions have it today, and say so in its timeline.

    Called inside a command's frame, with the case locked. A case whose day has not come is left alone.
    """
    dag, vedtak = klokke.i_dag(), fattede(sak)
    ny = Saksstatus(status_pa(sak.status, vedtak, dag))
    if ny == sak.status:
        return sak
    kode, hendt = _hva_som_hendte(ny, vedtak, dag)
    skriv_hendelse(SYSTEM, kode, sak_id=sak.pk, milepel=True, dag=hendt)
    return sak_sett_status(sak, ny)


def _hva_som_hendte(ny: Saksstatus, vedtak: Collection[Vedtak], dag: date) -> tuple[str, date]:
    if ny == Saksstatus.AVSLUTTET:
        return "vedtak.programmet_sluttet", siste_dag(vedtak) or dag
    pauser = [pause for pause in avbruddsperioder(vedtak) if pause.fra <= dag]
    if ny == Saksstatus.AVBRUTT:
        return "vedtak.pausen_begynte", max(pause.fra for pause in pauser)
    return "vedtak.pausen_sluttet", max((pause.slutt + EN_DAG for pause in pauser), default=dag)


def saker_folg_dagen() -> int:
    """Move every case whose decided day has come; the nightly job. Returns how many were moved.

    Each in a transaction of its own, so that one that fails keeps no other back, and a second run finds the rest.
    """
    venter = Q(vedtak__type__in=[Vedtakstype.AVBRUDD, Vedtakstype.AVSLUTNING], vedtak__status=Vedtaksstatus.FATTET)
    flyttet = 0
    for sak in Sak.objects.filter(venter, status__in=sorted(_LOPENDE)).distinct().order_by("pk").iterator():
        with kommando(SYSTEM, "vedtak.nattjobb"):
            last = sak_las(sak)
            for_ = last.status
            flyttet += sak_folg_dagen(last).status != for_
    return flyttet


def opphor_falt(aktor: Aktor, vedtak: Vedtak) -> None:
    """Let the programme go on where a pause or an ending did not stand after a complaint. Inside a frame.

    An ending stays registered where the person has gone into another case since: no day may have a right in two, and
    somebody has to say from which day. Called again, nothing more happens.
    """
    if vedtak.type not in OPPHOR or vedtak.fra is None:
        return
    sak = sak_las(vedtak.sak)
    if vedtak.type == Vedtakstype.AVSLUTNING:
        if Sak.objects.filter(person=sak.person_id, opprettet__gt=sak.opprettet).exists():
            return
        if not Avslutning.objects.filter(sak=sak, dato=vedtak.fra).delete()[0]:
            return
    perioder = vedtaksperioder_for([sak.pk])[sak.pk]
    if sak.status not in {Saksstatus.AVBRUTT, Saksstatus.AVSLUTTET} or not perioder.gjelder(klokke.i_dag()):
        return
    skriv_hendelse(aktor, "vedtak.opphoret_falt", sak_id=sak.pk, objekt_id=vedtak.pk, milepel=True)
    sak_sett_status(sak, Saksstatus.I_PROGRAM)


def _registrer_avslutning(vedtak: Vedtak, siste: date) -> None:
    avslutning = Avslutning(
        sak=vedtak.sak,
        dato=siste,
        mate=vedtak.avslutningsmate,
        situasjon=vedtak.situasjon,
        viktigste_inntekt=vedtak.viktigste_inntekt,
        deltakerbevis=vedtak.deltakerbevis,
    )
    avslutning.full_clean()
    avslutning.save()
