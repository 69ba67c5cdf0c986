"""Payments that are not a month's first: what did not arrive, back payments, advances, and deductions given back.

They go with the next run, whichever month it is for. What did not arrive is paid again as it was, not reckoned anew: if
its facts have changed meanwhile, the change is a difference like any other (etterregning.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Exists, OuterRef, QuerySet

from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oppmote.models import Timeliste
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.enums import Utbetalingsart, Utelatt
from fotfeste.fag.utbetaling.frigivelse import filkontroll
from fotfeste.fag.utbetaling.innkreving import konto_na, melding_for
from fotfeste.fag.utbetaling.kvittering import ikke_betalt_pa_nytt, konto_avvist
from fotfeste.fag.utbetaling.models import (
    LEVENDE_UTBETALING,
    Differanse,
    Forskudd,
    Kjoring,
    Tilbakeforing,
    Trekklinje,
    Utbetaling,
    UtelattFraKjoring,
)
from fotfeste.fag.utbetaling.motregning import motregnet
from fotfeste.fag.utbetaling.trekk import maneden_betales_hel
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.ord import maned_ord


def legg_til_lose_betalinger(kjoring: Kjoring) -> None:
    """Add what the municipality owes beside the run's own month, each once. The caller holds the run's lock.

    Who cannot be paid (no account, the account refused, no name a bank takes) is left out with the reason.
    """
    betalinger = [*_pa_nytt(kjoring), *_etterbetalinger(kjoring), *_forskudd(kjoring), *_tilbakeforinger(kjoring)]
    hinder = _hinder(betalinger)
    kan_betales = [rad for rad in betalinger if hinder[rad.sak_id] is None]
    lagret = Utbetaling.objects.bulk_create([*kan_betales, *_innkreving_pa_nytt(kjoring)])
    Trekklinje.objects.bulk_create(_samme_trekk(lagret))
    UtelattFraKjoring.objects.bulk_create(
        (UtelattFraKjoring(kjoring=kjoring, sak_id=sak_id, grunn=grunn) for sak_id, grunn in hinder.items() if grunn),
        ignore_conflicts=True,  # left out of the month for the same reason already
    )


def venter_pa_kjoring(kommune_ids: Collection[UUID]) -> dict[UUID, list[date]]:
    """The days advances and deductions given back were decided that no run carries, by municipality.

    They are for somebody who cannot wait for the month's run. Who cannot be paid as things stand is another's task.
    """
    rader: list[Forskudd | Tilbakeforing] = [*_ubetalte_forskudd(kommune_ids), *_ubetalte_tilbakeforinger(kommune_ids)]
    hinder = _hinder(rader)
    ut: defaultdict[UUID, list[date]] = defaultdict(list)
    for rad in rader:
        if hinder[rad.sak_id] is None:
            ut[rad.sak.kommune_id].append(klokke.dagen(rad.opprettet))
    return ut


def _hinder(betalinger: Sequence[Utbetaling | Forskudd | Tilbakeforing]) -> dict[UUID, Utelatt | None]:
    """Why each case cannot be paid, or None."""
    avviste = konto_avvist({rad.sak_id for rad in betalinger})
    mottakerhinder = filkontroll().mottakerhinder
    return {
        rad.sak_id: Utelatt.KONTO_AVVIST if rad.sak_id in avviste else mottakerhinder(rad.sak.person)
        for rad in betalinger
    }


def _pa_nytt(kjoring: Kjoring) -> Iterable[Utbetaling]:
    rader = list(
        ikke_betalt_pa_nytt(art=Utbetalingsart.MANED, sak__kommune_id=kjoring.kommune_id)
        .select_related("sak__person")
        .order_by("sak_id", "maned")
    )
    lister = _godkjente({rad.sak_id for rad in rader})
    for rad in rader:
        if liste := lister.get((rad.sak_id, rad.maned)):
            yield _rad(
                kjoring,
                rad.sak,
                art=Utbetalingsart.MANED,
                maned=rad.maned,
                belop=rad.brutto,
                trekk=rad.trekk,
                til_andre=rad.til_andre,
                beregning_id=rad.beregning_id,
                timeliste=liste,
                erstatter=rad,
            )


def _innkreving_pa_nytt(kjoring: Kjoring) -> Iterable[Utbetaling]:
    """What did not reach NAV Innkreving: to the account of a demand that has come since, or the same once more."""
    borte = ikke_betalt_pa_nytt(art=Utbetalingsart.INNKREVING, sak__kommune_id=kjoring.kommune_id)
    rader = list(borte.order_by("sak_id", "maned"))
    lister = _godkjente({rad.sak_id for rad in rader})
    for rad in rader:
        til = innkrevingens_konto(rad)
        liste = lister.get((rad.sak_id, rad.maned))
        if til and liste:
            ident = uuid4()
            yield Utbetaling(
                id=ident,
                sak_id=rad.sak_id,
                kjoring=kjoring,
                art=rad.art,
                maned=rad.maned,
                timeliste=liste,
                hoved_id=rad.hoved_id if rad.erstatter_id else rad.pk,
                erstatter=rad,
                brutto=rad.netto,
                netto=rad.netto,
                mottaker=rad.mottaker,
                kontonummer=til[0],
                melding=til[1],
                ende_til_ende=f"KVI{rad.maned:%Y%m}{ident.hex[:24]}",
            )


def innkrevingens_konto(rad: Utbetaling) -> tuple[str, str] | None:
    """Account and text; None while it is not known where else the money should go."""
    if rad.prov_igjen:
        return rad.kontonummer, rad.melding
    til = konto_na(rad)
    return (til[0], melding_for(til[1], rad.maned)) if til else None


def _samme_trekk(betalinger: Iterable[Utbetaling]) -> Iterable[Trekklinje]:
    """The deductions of what is paid again are those of the payment it stands for."""
    gamle = {rad.erstatter_id: rad for rad in betalinger if rad.erstatter_id}
    for linje in Trekklinje.objects.filter(utbetaling_id__in=gamle):
        ny = gamle[linje.utbetaling_id]
        yield Trekklinje(sak_id=ny.sak_id, utbetaling=ny, trekk_id=linje.trekk_id, belop=linje.belop)


def _etterbetalinger(kjoring: Kjoring) -> Iterable[Utbetaling]:
    """Differences in the participant's favour that no living payment carries."""
    betales = Utbetaling.objects.filter(LEVENDE_UTBETALING, differanse=OuterRef("pk"), art=Utbetalingsart.ETTERBETALING)
    rader = (
        Differanse.objects.filter(~Exists(betales), sak__kommune_id=kjoring.kommune_id, belop__gt=0)
        .select_related("sak__person", "ny__timeliste")
        .defer("ny__spor", "ny__inn", "ny__ut")
        .order_by("sak_id", "maned", "opprettet")
    )
    lister = _godkjente({rad.sak_id for rad in rader})
    tatt = motregnet(rader)
    for rad in rader:
        belop = rad.belop - tatt.get(rad.pk, 0)
        if belop and (liste := lister.get((rad.sak_id, rad.maned))):
            yield _rad(
                kjoring,
                rad.sak,
                art=Utbetalingsart.ETTERBETALING,
                maned=rad.maned,
                belop=belop,
                differanse=rad,
                beregning=rad.ny,
                timeliste=liste,
                melding=f"Etterbetaling kvalifiseringsstønad {maned_ord(rad.maned)}",
            )


def _ubetalte_forskudd(kommune_ids: Collection[UUID], kjoring: Kjoring | None = None) -> QuerySet[Forskudd]:
    """Advances that no living payment carries, but for those whose whole month is paid: they come with the month."""
    betales = Utbetaling.objects.filter(LEVENDE_UTBETALING, forskudd=OuterRef("pk"), art=Utbetalingsart.FORSKUDD)
    rader = Forskudd.objects.filter(
        ~Exists(betales), ~maneden_betales_hel(kjoring), sak__kommune_id__in=kommune_ids, trukket_tilbake=False
    )
    return rader.select_related("sak__person").order_by("sak_id", "opprettet")


def _ubetalte_tilbakeforinger(kommune_ids: Collection[UUID]) -> QuerySet[Tilbakeforing]:
    """Deducted kroner to be given back that no living payment carries."""
    betales = Utbetaling.objects.filter(
        LEVENDE_UTBETALING, tilbakeforing=OuterRef("pk"), art=Utbetalingsart.TILBAKEFORING
    )
    rader = Tilbakeforing.objects.filter(~Exists(betales), sak__kommune_id__in=kommune_ids, trukket_tilbake=False)
    return rader.select_related("sak__person").order_by("sak_id", "opprettet")


def _forskudd(kjoring: Kjoring) -> Iterable[Utbetaling]:
    for rad in _ubetalte_forskudd([kjoring.kommune_id], kjoring):
        yield _rad(
            kjoring,
            rad.sak,
            art=Utbetalingsart.FORSKUDD,
            maned=rad.maned,
            belop=rad.belop,
            forskudd=rad,
            melding=f"Forskudd kvalifiseringsstønad {maned_ord(rad.maned)}",
        )


def _tilbakeforinger(kjoring: Kjoring) -> Iterable[Utbetaling]:
    """No income, only a deduction the other way."""
    for rad in _ubetalte_tilbakeforinger([kjoring.kommune_id]):
        yield _rad(
            kjoring,
            rad.sak,
            art=Utbetalingsart.TILBAKEFORING,
            maned=rad.maned,
            belop=0,
            trekk=rad.belop,
            tilbakeforing=rad,
            melding="Trekk i kvalifiseringsstønad betales tilbake",
        )


def _godkjente(sak_ids: Iterable[UUID]) -> dict[tuple[UUID, date], Timeliste]:
    """The approved sheets of the cases. One that is being corrected holds its month's money back until it is again."""
    lister = Timeliste.objects.filter(sak_id__in=sak_ids, status=Timelistestatus.GODKJENT)
    return {(liste.sak_id, liste.maned): liste for liste in lister}


def _rad(
    kjoring: Kjoring,
    sak: Sak,
    *,
    art: Utbetalingsart,
    maned: date,
    belop: int,
    trekk: int = 0,
    til_andre: int = 0,
    **grunnlag: Any,
) -> Utbetaling:
    ident = uuid4()
    return Utbetaling(
        id=ident,
        sak=sak,
        kjoring=kjoring,
        art=art,
        maned=maned,
        brutto=belop,
        trekk=trekk,
        til_andre=til_andre,
        netto=belop + trekk + til_andre,
        mottaker=sak.person.mottaker,
        kontonummer=sak.person.utbetalingskonto,
        ende_til_ende=f"KVE{maned:%Y%m}{ident.hex[:24]}",
        **grunnlag,
    )
