"""The released run as files: pain.001 for the bank and the payroll basis. Each is made once and kept byte for byte.

What the files refuse is asked before a run is released (`kontroll`), with the same code as makes them: a run that has
been released can always be made into files.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from fotfeste.fag.avstemming.models import Lonnskorreksjon
from fotfeste.fag.utbetaling.enums import (
    IKKE_KOMMET_FRAM,
    Kjoringsstatus,
    Trekkart,
    Utbetalingsart,
    Utbetalingsstatus,
)
from fotfeste.fag.utbetaling.models import Betalingsfil, Kjoring, Utbetaling
from fotfeste.fag.utbetaling.overganger import KJORING
from fotfeste.fag.utbetaling.services import kjoring_flytt_dato, kjoring_send
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.dokument.services import dokument_arkiver
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.ord import maned_ord
from fotfeste.grunnmur.organisasjon import valg
from fotfeste.grunnmur.organisasjon.models import Kommune
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.kobling.betaling import lonnsgrunnlag, pain001

_K = lonnsgrunnlag.Korreksjon
ORE = 100
_IDLENGDE = 20
_KID = re.compile(r"KID (\d{1,24}[0-9-])")
"""How a payment to NAV Innkreving says what they know it by."""
OM_GANGEN = 2000  # payments in memory at once, however many there are


@dataclass(frozen=True, slots=True)
class Fil:
    """A file of a run, before it is kept. `type` is one of Betalingsfil's."""

    type: str
    navn: str
    mime: str
    innhold: bytes


def filer_lag(aktor: Aktor, kjoring: Kjoring) -> list[Betalingsfil]:
    """Make the run's files and mark it sent. Asked again, it gives the files that were made the first time.

    A run with nothing to pay out has a payroll basis only. A run whose day of payment has passed gets the next one.
    Raises Fagfeil when the run is not released, or (after a change since) a payment cannot be written.
    """
    krev(aktor, Handling.KJORING_FRIGI, kjoring)
    with kommando(aktor, "betaling.filer"):
        # First the municipality, as when the bank's answers are read: what did not arrive is corrected in one basis.
        Kommune.objects.select_for_update(no_key=True).get(pk=kjoring.kommune_id)
        last = Kjoring.objects.select_for_update(of=("self",)).select_related("kommune").get(pk=kjoring.pk)
        if last.status != Kjoringsstatus.SENDT:
            KJORING.krev("send", last)
            last = kjoring_flytt_dato(aktor, last)
            for fil in filer_for(last, Utbetalingsstatus.FRIGITT):
                dokument = dokument_arkiver(navn=fil.navn, mime=fil.mime, innhold=fil.innhold)
                Betalingsfil.objects.create(kjoring=last, type=fil.type, dokument=dokument)
            rettes = [Lonnskorreksjon(utbetaling=rad, kjoring=last, nummer=rad.rettet + 1) for rad in _rettes(last)]
            Lonnskorreksjon.objects.bulk_create(rettes)
            kjoring_send(aktor, last)
        return list(last.filer.select_related("dokument").order_by("type"))


def filer_for(kjoring: Kjoring, status: Utbetalingsstatus) -> list[Fil]:
    """The files of the run's payments in that state, as they would be made now; nothing is kept.

    Raises Fagfeil when the municipality's account or bank is missing, or a payment cannot be written.
    """
    try:
        return [*_pain001(kjoring, status), _lonnsgrunnlag(kjoring, status)]
    except (pain001.Betalingsfeil, lonnsgrunnlag.Lonnsgrunnlagsfeil, ValueError) as feil:
        raise Fagfeil(str(feil)) from feil


def fil_id(kjoring: Kjoring) -> str:
    """What the bank knows the run's file by: the same each time it is made, and named in the bank's answers."""
    return f"KVP{kjoring.maned:%Y%m}{kjoring.pk.hex[:_IDLENGDE]}"


def kjoring_av_fil_id(ident: str) -> Kjoring | None:
    """The run whose file has the id, or None."""
    treff = re.fullmatch(r"KVP(\d{6})([0-9a-f]{20})", ident)
    if treff is None:
        return None
    fra, til = UUID(treff[2].ljust(32, "0")), UUID(treff[2].ljust(32, "f"))
    kjoring = Kjoring.objects.select_related("kommune").filter(pk__gte=fra, pk__lte=til).first()
    return kjoring if kjoring and fil_id(kjoring) == ident else None


def _pain001(kjoring: Kjoring, status: Utbetalingsstatus) -> list[Fil]:
    """The bank's file; none when nothing is to be paid: a bank takes neither an empty file nor a payment of nothing."""
    betalinger = [
        pain001.Betaling(
            ende_til_ende=rad.ende_til_ende,
            navn=rad.mottaker,
            kontonummer=rad.kontonummer,
            belop=rad.netto * ORE,
            tekst=rad.melding or f"Kvalifiseringsstønad {maned_ord(rad.maned)}",
            kid=treff[1] if (treff := _KID.fullmatch(rad.melding)) else "",
        )
        for rad in kjoring.utbetalinger.filter(status=status, netto__gt=0).order_by("ende_til_ende").iterator(OM_GANGEN)
    ]
    if not betalinger:
        return []
    kommune = kjoring.kommune
    innhold = pain001.skriv(
        pain001.Oppdragsgiver(kommune.navn, kommune.organisasjonsnummer, kommune.utbetalingskonto, kommune.bic),
        betalinger,
        melding_id=fil_id(kjoring),
        opprettet=klokke.na(),
        betalingsdato=kjoring.utbetalingsdato,
    )
    return [Fil("pain001", f"kvp-{kjoring.maned:%Y-%m}-{kjoring.nummer}.xml", "application/xml", innhold)]


def _lonnsgrunnlag(kjoring: Kjoring, status: Utbetalingsstatus) -> Fil:
    rader = _med_inntekt(kjoring.utbetalinger.filter(status=status))
    linjer = [_lonnslinje(rad, kjoring.utbetalingsdato) for rad in rader.iterator(OM_GANGEN)]
    linjer += [_rettelse(rad) for rad in _rettes(kjoring)]
    # The number keeps the extra run's file from taking the place of the first one where both are saved.
    navn = f"lonnsgrunnlag-kvp-{kjoring.maned:%Y-%m}-{kjoring.nummer}.csv"
    i_november = valg.verdi(kjoring.kommune_id, "juletrekk_november", kjoring.utbetalingsdato)
    juletrekk = lonnsgrunnlag.Juletrekk.NOVEMBER if i_november else lonnsgrunnlag.Juletrekk.DESEMBER
    return Fil("lonnsgrunnlag", navn, "text/csv", lonnsgrunnlag.skriv(linjer, juletrekk=juletrekk))


def _rettes(kjoring: Kjoring) -> QuerySet[Any]:
    """Payments of the municipality that stand otherwise in the bases than they turned out. `rettet`: how often before.

    Those that never arrived and are income still, and those that were taken out and arrived all the same.
    """
    siste = Lonnskorreksjon.objects.filter(utbetaling=OuterRef("pk")).order_by("-nummer").values("nummer")[:1]
    rader = Utbetaling.objects.filter(kjoring__kommune_id=kjoring.kommune_id)
    rader = rader.annotate(rettet=Coalesce(Subquery(siste), 0)).annotate(tatt_ut=F("rettet") % 2)
    rader = rader.filter(Q(status__in=IKKE_KOMMET_FRAM, tatt_ut=0) | Q(status=Utbetalingsstatus.UTBETALT, tatt_ut=1))
    return _med_inntekt(rader).select_related("sak__person", "beregning", "differanse__forrige", "kjoring")


def _rettelse(rad: Any) -> lonnsgrunnlag.Lonnslinje:
    """The line that takes the payment (from `_rettes`) out, or puts it in again on the day it came."""
    dag = rad.utbetalt if rad.rettet and rad.utbetalt else rad.kjoring.utbetalingsdato
    linje = _lonnslinje(rad, dag)
    return linje.gjeninnfort() if rad.tatt_ut else linje.tilbakefort()


def _med_inntekt(rader: QuerySet[Utbetaling]) -> QuerySet[Utbetaling]:
    """What a line of the basis is made of.

    A child's part sent to NAV Innkreving is the participant's income all the same, and in the participant's own line.
    """
    rader = rader.exclude(art=Utbetalingsart.INNKREVING).order_by("ende_til_ende")
    # The trace is the largest thing there is in a reckoning, and the basis has no use for it.
    rader = rader.select_related("sak__person", "beregning", "differanse__forrige").defer(
        "beregning__spor", "beregning__inn", "differanse__forrige__spor", "differanse__forrige__inn"
    )
    return rader.annotate(
        alt_gitt=Sum("trekklinjer__belop", filter=Q(trekklinjer__trekk__art=Trekkart.FORSKUDD), default=0)
    )


def _lonnslinje(rad: Utbetaling, utbetalt: date) -> lonnsgrunnlag.Lonnslinje:
    """What the payment (from `_med_inntekt`) is as income. The month's advance was income when it was paid."""
    alt_gitt: int = rad.alt_gitt  # type: ignore[attr-defined]
    brutto = rad.brutto - alt_gitt
    return lonnsgrunnlag.Lonnslinje(
        fodselsnummer=rad.sak.person.fodselsnummer,
        navn=rad.mottaker,
        maned=rad.maned,
        utbetalt=utbetalt,
        brutto=brutto * ORE,
        barnetillegg=max(0, min(brutto, _barnetillegg(rad))) * ORE,
        trekk=(-rad.trekk - alt_gitt) * ORE,
        til_andre=-rad.til_andre * ORE,
        korreksjon=_K.TREKK_TILBAKE if rad.art == Utbetalingsart.TILBAKEFORING else _K.INGEN,
    )


def _barnetillegg(rad: Utbetaling) -> int:
    """The part of the payment that is for children, in whole kroner; none is told apart in an advance."""
    if rad.beregning is None:
        return 0
    na: int = rad.beregning.ut["linjer"]["barnetillegg"]
    return na - rad.differanse.forrige.ut["linjer"]["barnetillegg"] if rad.differanse else na


@dataclass(frozen=True, slots=True)
class Filsum:
    """What the run's file to the bank says of itself: how many payments, and their sum in whole kroner."""

    antall: int
    kroner: int


def filsum(kjoring: Kjoring) -> Filsum | None:
    """Count and sum as they stand in the file that was made; None for a run without one."""
    fil = kjoring.filer.filter(type="pain001").select_related("dokument").first()
    if fil is None:
        return None
    treff = re.search(rb"<NbOfTxs>(\d+)</NbOfTxs><CtrlSum>(\d+)\.00</CtrlSum>", bytes(fil.dokument.innhold))
    return Filsum(int(treff[1]), int(treff[2])) if treff else None
