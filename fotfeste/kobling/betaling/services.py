"""The released run as files: pain.001 for the bank and the payroll basis. Each is made once and kept byte for byte."""

from __future__ import annotations

from fotfeste.fag.utbetaling.enums import Kjoringsstatus, Utbetalingsstatus
from fotfeste.fag.utbetaling.models import Betalingsfil, Kjoring
from fotfeste.fag.utbetaling.services import kjoring_send
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.dokument.services import dokument_arkiver
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.ord import maned_ord
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.kobling.betaling import lonnsgrunnlag, pain001

ORE = 100


def filer_lag(aktor: Aktor, kjoring: Kjoring) -> list[Betalingsfil]:
    """Make the run's files and mark it sent. Asked again, it gives the files that were made the first time.

    Raises Fagfeil when the municipality's account or bank is missing, or a payment cannot be written.
    """
    krev(aktor, Handling.KJORING_FRIGI, kjoring)
    with kommando(aktor, "betaling.filer"):
        last = Kjoring.objects.select_for_update(of=("self",)).select_related("kommune").get(pk=kjoring.pk)
        if last.status != Kjoringsstatus.SENDT:
            try:
                _lag_pain001(last)
                _lag_lonnsgrunnlag(last)
            except (pain001.Betalingsfeil, lonnsgrunnlag.Lonnsgrunnlagsfeil, ValueError) as feil:
                raise Fagfeil(str(feil)) from feil
            kjoring_send(aktor, last)
        return list(last.filer.select_related("dokument").order_by("type"))


def _lag_pain001(kjoring: Kjoring) -> None:
    kommune = kjoring.kommune
    betalinger = [
        pain001.Betaling(
            ende_til_ende=rad.ende_til_ende,
            navn=rad.mottaker,
            kontonummer=rad.kontonummer,
            belop=rad.netto * ORE,
            tekst=f"Kvalifiseringsstønad {maned_ord(kjoring.maned)}",
        )
        for rad in kjoring.utbetalinger.filter(status=Utbetalingsstatus.FRIGITT, netto__gt=0).order_by("ende_til_ende")
    ]
    innhold = pain001.skriv(
        pain001.Oppdragsgiver(kommune.navn, kommune.organisasjonsnummer, kommune.utbetalingskonto, kommune.bic),
        betalinger,
        melding_id=f"KVP{kjoring.maned:%Y%m}{kjoring.pk.hex[:20]}",
        opprettet=klokke.na(),
        betalingsdato=kjoring.utbetalingsdato,
    )
    _arkiver(kjoring, "pain001", f"kvp-{kjoring.maned:%Y-%m}-{kjoring.nummer}.xml", "application/xml", innhold)


def _lag_lonnsgrunnlag(kjoring: Kjoring) -> None:
    rader = kjoring.utbetalinger.filter(status=Utbetalingsstatus.FRIGITT).select_related("sak__person", "beregning")
    # The trace is the largest thing there is in a reckoning, and the basis has no use for it.
    rader = rader.defer("beregning__spor", "beregning__inn")
    linjer = [
        lonnsgrunnlag.Lonnslinje(
            fodselsnummer=rad.sak.person.fodselsnummer,
            navn=rad.mottaker,
            maned=rad.maned,
            utbetalt=kjoring.utbetalingsdato,
            brutto=rad.brutto * ORE,
            barnetillegg=min(rad.brutto, rad.beregning.ut["linjer"]["barnetillegg"]) * ORE,
        )
        for rad in rader.order_by("ende_til_ende")
    ]
    innhold = lonnsgrunnlag.skriv(linjer)
    _arkiver(kjoring, "lonnsgrunnlag", f"lonnsgrunnlag-kvp-{kjoring.maned:%Y-%m}.csv", "text/csv", innhold)


def _arkiver(kjoring: Kjoring, type_: str, navn: str, mime: str, innhold: bytes) -> None:
    dokument = dokument_arkiver(navn=navn, mime=mime, innhold=innhold)
    Betalingsfil.objects.create(kjoring=kjoring, type=type_, dokument=dokument)
