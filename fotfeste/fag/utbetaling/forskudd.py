"""Advances: part of what is earned, paid before its day to someone who has nothing to live on meanwhile.

§ 39 lets the municipality decide how and when the stønad is paid, and says that it is paid in arrears: an advance is of
days that have been, never of days to come.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Sum
from django.utils.translation import gettext as _

from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.fag.utbetaling.enums import Trekkart, Utbetalingsart, Utbetalingsstatus
from fotfeste.fag.utbetaling.grunnlag import stonadsfakta_for
from fotfeste.fag.utbetaling.models import LEVENDE_UTBETALING, Forskudd, Trekk, Utbetaling
from fotfeste.fag.utbetaling.trekk import maneden_betales_hel
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.leseord import maned_ord
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.organisasjon import valg
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.regelverk.penger import kroner_tekst
from fotfeste.regelverk.stonad import beregn
from fotfeste.regelverk.tid import EN_DAG, Periode

_HJEMMEL = "sotjl § 39"


def forskudd_ramme(sak: Sak, maned: date) -> int:
    """Kroner that can be paid in advance of the month now: the municipality's share of what its passed days give.

    What has been advanced already is taken off. 0 when the month has been paid, or no day of it has passed. A month
    that did not arrive has been paid too: it goes again as it was, and no advance is taken off it.
    """
    betalt = Utbetaling.objects.filter(sak=sak, maned=maned, art=Utbetalingsart.MANED)
    if betalt.exclude(status=Utbetalingsstatus.FORKASTET).exists():
        return 0
    i_dag = klokke.i_dag()
    if maned >= i_dag:
        return 0
    fakta = stonadsfakta_for([sak], maned, kjent_dato=i_dag)[sak.pk]
    til_i_gar = Periode(maned, i_dag - EN_DAG)
    vedtak = tuple([snitt for periode in fakta.vedtak if (snitt := periode.snitt(til_i_gar))])
    opptjent = beregn(replace(fakta, vedtak=vedtak, trekk=()), med_spor=False).brutto
    prosent = int(valg.verdi(sak.kommune_id, "forskudd_hoyst_prosent", i_dag))
    gitt = _gitt(sak, maned)
    return max(0, opptjent * prosent // 100 - gitt)


def _gitt(sak: Sak, maned: date) -> int:
    summer = Forskudd.objects.filter(sak=sak, maned=maned, trukket_tilbake=False).aggregate(sum=Sum("belop"))
    return summer["sum"] or 0


def forskudd_bestem(aktor: Aktor, *, sak: Sak, maned: date, belop: int, grunn: str) -> Forskudd:
    """Decide that `belop` kroner of the month may be paid in advance. It goes with the next run that is prepared.

    Raises Fagfeil for more than `forskudd_ramme`, or without a reason.
    """
    krev(aktor, Handling.FORSKUDD_BESTEM, sak)
    with kommando(aktor, "forskudd.bestem"):
        sak = sak_las(sak)
        ramme = forskudd_ramme(sak, maned)
        if not ramme:
            raise Fagfeil(
                _("Det er ikke noe å betale på forhånd for %s. Forskudd gis bare for dager som har vært.")
                % maned_ord(maned),
                felt="belop",
                hjemmel=_HJEMMEL,
            )
        if not 0 < belop <= ramme:
            raise Fagfeil(
                _("Beløpet må være mellom 1 kr og %s, som er det dagene til nå gir.") % kroner_tekst(ramme),
                felt="belop",
                hjemmel=_HJEMMEL,
            )
        if not grunn.strip():
            raise Fagfeil(_("Skriv hvorfor deltakeren ikke kan vente til utbetalingsdagen."), felt="grunn")
        trekk = Trekk.objects.create(
            sak=sak,
            art=Trekkart.FORSKUDD,
            maned=maned,
            belop=belop,
            hjemmel=_HJEMMEL,
            grunn=f"Forskudd bestemt {klokke.i_dag():%d.%m.%Y}",
        )
        forskudd = Forskudd.objects.create(
            sak=sak, maned=maned, belop=belop, grunn=grunn.strip(), bestemt_av=aktor.krev_bruker(), trekk=trekk
        )
        skriv_hendelse(
            aktor, "forskudd.bestemt", sak_id=sak.pk, objekt_id=forskudd.pk, milepel=True, belop=belop, maned=maned
        )
        return forskudd


def forskudd_trekk_tilbake(aktor: Aktor, *, forskudd: Forskudd) -> Forskudd:
    """Take an advance back before it lies in a run. Raises Fagfeil when it does. Done twice, nothing more happens."""
    krev(aktor, Handling.FORSKUDD_BESTEM, forskudd)
    with kommando(aktor, "forskudd.trekk_tilbake"):
        sak_las(forskudd.sak)
        last = Forskudd.objects.select_for_update(of=("self",)).select_related("sak").get(pk=forskudd.pk)
        if last.trukket_tilbake:
            return last
        if last.utbetalinger.filter(LEVENDE_UTBETALING).exists():
            raise Fagfeil(_("Forskuddet ligger i en kjøring. Be økonomi legge bort kjøringen først."))
        skriv_hendelse(aktor, "forskudd.trukket", sak_id=last.sak_id, objekt_id=last.pk, milepel=True, maned=last.maned)
        return last.lagre_endring(trukket_tilbake=True)


def forskudd_fall_bort(aktor: Aktor, kommune_id: UUID) -> None:
    """Take back the advances whose month has been released whole: the money comes with it. The caller has a frame.

    One that lies in a run is left there; that run is not released as it stands (`kjoring_avvik`).
    """
    i_kjoring = Utbetaling.objects.filter(LEVENDE_UTBETALING, forskudd=OuterRef("pk"), art=Utbetalingsart.FORSKUDD)
    rader = Forskudd.objects.filter(
        maneden_betales_hel(), ~Exists(i_kjoring), sak__kommune_id=kommune_id, trukket_tilbake=False
    )
    for rad in rader.select_for_update(of=("self",)).order_by("pk"):
        skriv_hendelse(aktor, "forskudd.trukket", sak_id=rad.sak_id, objekt_id=rad.pk, milepel=True, maned=rad.maned)
        rad.lagre_endring(trukket_tilbake=True)
