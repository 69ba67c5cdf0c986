"""The released run as files: pain.001 for the bank and the payroll basis. Each is made once and kept byte for byte.

What the files refuse is asked before a run is released (`kontroll`), with the same code as makes them: a run that has
been released can always be made into files.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, Sum

from fotfeste.fag.utbetaling.enums import Kjoringsstatus, Trekkart, Utbetalingsart, Utbetalingsstatus
from fotfeste.fag.utbetaling.models import Betalingsfil, Kjoring, Utbetaling
from fotfeste.fag.utbetaling.overganger import KJORING
from fotfeste.fag.utbetaling.services import kjoring_flytt_dato, kjoring_send
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.dokument.services import dokument_arkiver
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.ord import maned_ord
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.kobling.betaling import lonnsgrunnlag, pain001

ORE = 100
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
        last = Kjoring.objects.select_for_update(of=("self",)).select_related("kommune").get(pk=kjoring.pk)
        if last.status != Kjoringsstatus.SENDT:
            KJORING.krev("send", last)
            last = kjoring_flytt_dato(aktor, last)
            for fil in filer_for(last, Utbetalingsstatus.FRIGITT):
                dokument = dokument_arkiver(navn=fil.navn, mime=fil.mime, innhold=fil.innhold)
                Betalingsfil.objects.create(kjoring=last, type=fil.type, dokument=dokument)
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


def _pain001(kjoring: Kjoring, status: Utbetalingsstatus) -> list[Fil]:
    """The bank's file; none when nothing is to be paid: a bank takes neither an empty file nor a payment of nothing."""
    betalinger = [
        pain001.Betaling(
            ende_til_ende=rad.ende_til_ende,
            navn=rad.mottaker,
            kontonummer=rad.kontonummer,
            belop=rad.netto * ORE,
            tekst=rad.melding or f"Kvalifiseringsstønad {maned_ord(rad.maned)}",
        )
        for rad in kjoring.utbetalinger.filter(status=status, netto__gt=0).order_by("ende_til_ende").iterator(OM_GANGEN)
    ]
    if not betalinger:
        return []
    kommune = kjoring.kommune
    innhold = pain001.skriv(
        pain001.Oppdragsgiver(kommune.navn, kommune.organisasjonsnummer, kommune.utbetalingskonto, kommune.bic),
        betalinger,
        melding_id=f"KVP{kjoring.maned:%Y%m}{kjoring.pk.hex[:20]}",
        opprettet=klokke.na(),
        betalingsdato=kjoring.utbetalingsdato,
    )
    return [Fil("pain001", f"kvp-{kjoring.maned:%Y-%m}-{kjoring.nummer}.xml", "application/xml", innhold)]


def _lonnsgrunnlag(kjoring: Kjoring, status: Utbetalingsstatus) -> Fil:
    # A child's part sent to NAV Innkreving is the participant's income all the same, and in the participant's own line.
    rader = kjoring.utbetalinger.filter(status=status).exclude(art=Utbetalingsart.INNKREVING)
    # The trace is the largest thing there is in a reckoning, and the basis has no use for it.
    rader = rader.select_related("sak__person", "beregning", "differanse__forrige").defer(
        "beregning__spor", "beregning__inn", "differanse__forrige__spor", "differanse__forrige__inn"
    )
    rader = rader.annotate(
        alt_gitt=Sum("trekklinjer__belop", filter=Q(trekklinjer__trekk__art=Trekkart.FORSKUDD), default=0)
    )
    linjer = [
        _lonnslinje(kjoring, rad, alt_gitt=rad.alt_gitt) for rad in rader.order_by("ende_til_ende").iterator(OM_GANGEN)
    ]
    # The number keeps the extra run's file from taking the place of the first one where both are saved.
    navn = f"lonnsgrunnlag-kvp-{kjoring.maned:%Y-%m}-{kjoring.nummer}.csv"
    return Fil("lonnsgrunnlag", navn, "text/csv", lonnsgrunnlag.skriv(linjer))


def _lonnslinje(kjoring: Kjoring, rad: Utbetaling, *, alt_gitt: int) -> lonnsgrunnlag.Lonnslinje:
    """What the payment is as income. `alt_gitt` is the month's advance: it was income when it was paid."""
    brutto = rad.brutto - alt_gitt
    return lonnsgrunnlag.Lonnslinje(
        fodselsnummer=rad.sak.person.fodselsnummer,
        navn=rad.mottaker,
        maned=rad.maned,
        utbetalt=kjoring.utbetalingsdato,
        brutto=brutto * ORE,
        barnetillegg=max(0, min(brutto, _barnetillegg(rad))) * ORE,
    )


def _barnetillegg(rad: Utbetaling) -> int:
    """The part of the payment that is for children, in whole kroner; none is told apart in an advance."""
    if rad.beregning is None:
        return 0
    na: int = rad.beregning.ut["linjer"]["barnetillegg"]
    return na - rad.differanse.forrige.ut["linjer"]["barnetillegg"] if rad.differanse else na
