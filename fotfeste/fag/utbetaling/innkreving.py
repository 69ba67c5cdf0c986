"""Barnetillegg that goes to NAV Innkreving, off the maintenance the participant owes for the child (forskriften § 4).

A demand holds for whole months: those it is in force on the first day of. What goes there is the child's own part of
the month's barnetillegg after the hours at work, and never more than the month pays out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple
from uuid import UUID, uuid4

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from fotfeste.fag.person.barnetillegg import navngitte_stonadsbarn_for
from fotfeste.fag.person.models import Barn
from fotfeste.fag.sak.enums import APNE
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.fag.utbetaling.enums import Utbetalingsart, Utbetalingsstatus
from fotfeste.fag.utbetaling.laas import las_kommunen
from fotfeste.fag.utbetaling.models import Innkrevingskrav, Utbetaling
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.ord import maned_ord
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.regelverk.barnetillegg import barnas_belop, innkrevingsandel
from fotfeste.regelverk.penger import avrund_kroner
from fotfeste.regelverk.stonad import Stonadsfakta
from fotfeste.regelverk.tid import EN_DAG, maned
from fotfeste.regelverk.trekk import fordel

MOTTAKER = "NAV Innkreving"
_KID = "KID "


class Del(NamedTuple):
    """What of a month goes to one account of NAV Innkreving: whole kroner, and what they know the payment by."""

    kontonummer: str
    kid: str
    belop: int


def innkrevingskrav_registrer(
    aktor: Aktor, *, sak: Sak, barn: Barn, krevd: date, fra: date, til: date | None, kontonummer: str, kid: str = ""
) -> Innkrevingskrav:
    """Register NAV Innkreving's demand. `krevd` is the day it was made: without one nothing is sent there (§ 4).

    It takes the place of one in an earlier case that is over. Raises Fagfeil for a child that is not the participant's,
    dates in the wrong order, or a demand over another.
    """
    krev(aktor, Handling.PERSON_ENDRE, sak)
    with kommando(aktor, "innkrevingskrav.registrer"):
        sak = sak_las(sak)
        if barn.person_id != sak.person_id:
            raise Fagfeil(_("Velg et av barna i saken."), felt="barn")
        if til is not None and til < fra:
            raise Fagfeil(_("Siste dag er før første dag. Bytt om datoene."), felt="til")
        _la_tidligere_sak_slutte(aktor, barn, sak, fra)
        andre = barn.innkrevingskrav.filter(Q(til__isnull=True) | Q(til__gte=fra))
        if andre.exclude(fra__gt=til or date.max).exists():
            raise Fagfeil(_("Det er allerede et krav for barnet i denne tiden. Avslutt det først."), felt="fra")
        krav = Innkrevingskrav.objects.create(
            sak=sak, barn=barn, krevd=krevd, fra=fra, til=til, kontonummer=kontonummer, kid=kid
        )
        skriv_hendelse(
            aktor, "innkreving.registrert", sak_id=sak.pk, objekt_id=krav.pk, milepel=True, barn=str(barn), fra=fra
        )
        return krav


def _la_tidligere_sak_slutte(aktor: Aktor, barn: Barn, sak: Sak, fra: date) -> None:
    """End the child's demand in a case that is over: who registers the new one may have no say in the old office."""
    lopende = barn.innkrevingskrav.filter(Q(til__isnull=True) | Q(til__gte=fra), fra__lt=fra).exclude(sak=sak)
    for krav in lopende.exclude(sak__status__in=sorted(APNE)).select_for_update(of=("self",)):
        til = fra - EN_DAG
        skriv_hendelse(aktor, "innkreving.avsluttet", sak_id=krav.sak_id, objekt_id=krav.pk, barn=str(barn), til=til)
        krav.lagre_endring(til=til)


def innkrevingskrav_avslutt(aktor: Aktor, *, krav: Innkrevingskrav, til: date) -> Innkrevingskrav:
    """Let the demand end. Raises Fagfeil for a day before it began."""
    krev(aktor, Handling.PERSON_ENDRE, krav)
    with kommando(aktor, "innkrevingskrav.avslutt"):
        sak_las(krav.sak)
        last = Innkrevingskrav.objects.select_for_update(of=("self",)).select_related("barn").get(pk=krav.pk)
        if til < last.fra:
            raise Fagfeil(_("Kravet begynte senere enn denne dagen."), felt="til")
        skriv_hendelse(
            aktor, "innkreving.avsluttet", sak_id=last.sak_id, objekt_id=last.pk, barn=str(last.barn), til=til
        )
        return last.lagre_endring(til=til)


def innkrevingskrav_ta_tilbake(aktor: Aktor, *, krav: Innkrevingskrav, grunn: str) -> None:
    """Let a demand that was registered wrong never have been in force; what stood is in the history.

    A run that was prepared by it is stopped at its release (`kjoring_avvik`). Raises FlereFeil without a reason, and
    when something has been sent by it: then it ends, and the right one begins after.
    """
    krev(aktor, Handling.PERSON_ENDRE, krav)
    with kommando(aktor, "innkrevingskrav.ta_tilbake"):
        las_kommunen(krav.sak.kommune_id)  # a run is released before, and then this is refused, or after, and stops
        sak_las(krav.sak)
        last = Innkrevingskrav.objects.select_for_update(of=("self",)).select_related("barn").filter(pk=krav.pk).first()
        if last is None:
            return
        feil = []
        if er_sendt(last):
            setning = _(
                "Det er alt sendt penger etter dette kravet. Avslutt det, og registrer et nytt fra dagen etter."
            )
            feil.append(Fagfeil(setning, felt="grunn"))
        if not grunn.strip():
            feil.append(Fagfeil(_("Skriv hva som var feil."), felt="grunn"))
        if feil:
            raise FlereFeil(feil)
        skriv_hendelse(
            aktor,
            "innkreving.tatt_tilbake",
            sak_id=last.sak_id,
            objekt_id=last.pk,
            barn=str(last.barn),
            fra=last.fra,
            grunn=grunn.strip(),
        )
        last.delete()


def er_sendt(krav: Innkrevingskrav) -> bool:
    """Whether a payment has left us by this demand: to its account and KID, for a month it is in force."""
    rader = Utbetaling.objects.filter(
        sak_id=krav.sak_id, art=Utbetalingsart.INNKREVING, kontonummer=krav.kontonummer, maned__gte=krav.fra
    ).exclude(status__in=[Utbetalingsstatus.PLANLAGT, Utbetalingsstatus.FORKASTET])
    if krav.til:
        rader = rader.filter(maned__lte=krav.til)
    rader = rader.filter(melding=_KID + krav.kid) if krav.kid else rader.exclude(melding__startswith=_KID)
    return rader.exists()


def melding_for(kid: str, forste: date) -> str:
    """What the payment says to NAV Innkreving."""
    return f"{_KID}{kid}" if kid else f"Barnetillegg {maned_ord(forste)}"


def konto_na(rad: Utbetaling) -> tuple[str, str] | None:
    """Account and KID that a part which did not arrive is demanded to now; None while nobody has said another.

    The demands that are in force for the children it was sent for must agree, and be another than it was sent by.
    """
    sendt = (rad.kontonummer, rad.melding.removeprefix(_KID) if rad.melding.startswith(_KID) else "")
    barna = Innkrevingskrav.objects.filter(sak_id=rad.sak_id, kontonummer=sendt[0], kid=sendt[1]).values("barn")
    na = set(i_kraft(rad.maned).filter(barn__in=barna).values_list("kontonummer", "kid"))
    return na.pop() if len(na) == 1 and na != {sendt} else None


def i_kraft(forste: date) -> QuerySet[Innkrevingskrav]:
    """The demands the month is divided by: those in force on its first day."""
    return Innkrevingskrav.objects.filter(Q(til__isnull=True) | Q(til__gte=forste), fra__lte=forste)


def deler_for(
    saker: Sequence[Sak], forste: date, fakta: Mapping[UUID, Stonadsfakta], rom: Mapping[UUID, int]
) -> dict[UUID, list[Del]]:
    """What goes to NAV Innkreving of each case's month; cases without a demand are left out. `rom`: kroner to pay out.

    One query where nobody has a demand.
    """
    krav: defaultdict[UUID, list[Innkrevingskrav]] = defaultdict(list)
    for rad in i_kraft(forste).filter(sak__in=saker).order_by("fra", "opprettet"):
        krav[rad.sak_id].append(rad)
    if not krav:
        return {}
    med_krav = [sak for sak in saker if sak.pk in krav]
    periode = maned(forste.year, forste.month)
    barna = navngitte_stonadsbarn_for({sak.person_id: sak.kommune_id for sak in med_krav}, periode)
    return {
        sak.pk: _deler(krav[sak.pk], _vekter(barna.get(sak.person_id, []), fakta[sak.pk]), rom[sak.pk])
        for sak in med_krav
    }


def annet_til_innkreving(
    planlagt: Sequence[Utbetaling], fakta: Mapping[UUID, Stonadsfakta], rom: Mapping[UUID, int]
) -> set[UUID]:
    """The cases of the planned months (of one month) whose parts for Innkreving no longer are what is demanded."""
    maneden = planlagt[0].maned
    na = {
        (sak_id, del_.kontonummer, melding_for(del_.kid, maneden), del_.belop)
        for sak_id, deler in deler_for([rad.sak for rad in planlagt], maneden, fakta, rom).items()
        for del_ in deler
    }
    ligger = Utbetaling.objects.filter(hoved__in=planlagt, art=Utbetalingsart.INNKREVING)
    ulike = na ^ set(ligger.values_list("sak_id", "kontonummer", "melding", "netto"))
    return {sak_id for sak_id, *_resten in ulike}


def _vekter(barna: Iterable[tuple[UUID, object]], fakta: Stonadsfakta) -> dict[UUID, Fraction]:
    """Each child's exact part of the month's barnetillegg."""
    vekter: defaultdict[UUID, Fraction] = defaultdict(Fraction)
    for (ident, _barn), belop in zip(barna, barnas_belop(fakta), strict=True):
        vekter[ident] += belop
    return dict(vekter)


def _deler(krav: Sequence[Innkrevingskrav], vekter: dict[UUID, Fraction], rom: int) -> list[Del]:
    """One part for each account and KID, of what there is room for, in the order the demands began."""
    linje = avrund_kroner(sum(vekter.values(), Fraction(0)))
    grupper: defaultdict[tuple[str, str], list[UUID]] = defaultdict(list)
    for rad in krav:
        if rad.barn_id in vekter:
            grupper[rad.kontonummer, rad.kid].append(rad.barn_id)
    andeler = [innkrevingsandel(linje, vekter, ider) for ider in grupper.values()]
    return [Del(*nokkel, belop) for nokkel, belop in zip(grupper, fordel(rom, andeler), strict=True) if belop]


def delutbetalinger(hoved: Iterable[Utbetaling], deler: Mapping[UUID, Sequence[Del]]) -> Iterable[Utbetaling]:
    """The payments to NAV Innkreving that belong to the participants' own, unsaved."""
    for utbetaling in hoved:
        for del_ in deler.get(utbetaling.sak_id, ()):
            ident = uuid4()
            yield Utbetaling(
                id=ident,
                sak_id=utbetaling.sak_id,
                kjoring_id=utbetaling.kjoring_id,
                art=Utbetalingsart.INNKREVING,
                maned=utbetaling.maned,
                timeliste_id=utbetaling.timeliste_id,
                hoved=utbetaling,
                brutto=del_.belop,
                netto=del_.belop,
                mottaker=MOTTAKER,
                kontonummer=del_.kontonummer,
                melding=melding_for(del_.kid, utbetaling.maned),
                ende_til_ende=f"KVI{utbetaling.maned:%Y%m}{ident.hex[:24]}",
            )
