"""The letter about a month's money, made from the frozen reckoning: the same rows as the page, on paper."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from django.utils import translation

from fotfeste.fag.brev.innhold import Brev
from fotfeste.fag.brev.maler.utbetaling import Regnerad, Utbetalingsmelding, utbetalingsmelding
from fotfeste.fag.brev.services import brev_ramme
from fotfeste.fag.utbetaling.enums import IKKE_KOMMET_FRAM
from fotfeste.fag.utbetaling.models import Utbetaling
from fotfeste.grunnmur.tilgang import Aktor, aktor_for
from fotfeste.regelverk.penger import desimaltekst

_ORE = 100
_LINJER = (
    ("stonad", "Kvalifiseringsstønad", ("stonadsdager", "avbrudd", "permisjon", "dagsats", "dagsats_under_25")),
    ("barnetillegg", "Barnetillegg", ("barnetillegg",)),
    ("reduksjon_arbeid", "Timer i lønnet arbeid", ("arbeid",)),
    ("reduksjon_fravaer", "Fravær uten gyldig grunn", ("fravaer",)),
    ("samordning", "Andre ytelser", ("samordning",)),
)
_TIMERADER = frozenset({"arbeid", "fravaer"})
_TREKK = (("forskudd", "Forskudd du har fått"), ("trekk", "For mye utbetalt tidligere"))


@translation.override("nb")
def manedsbrev(utbetaling: Utbetaling, *, skattetrekk: bool) -> Brev:
    """The letter about a released month. `skattetrekk`: whether tax is withheld from it (kobling/betaling knows).

    ValueError for a payment that is no month. Raises Brevfeil when the rows do not add up.
    """
    if utbetaling.beregning is None or utbetaling.differanse_id:
        raise ValueError("bare stønaden for en måned har en utregning å skrive om")
    ramme = brev_ramme(_avsender(utbetaling), utbetaling.sak)
    return utbetalingsmelding(
        Utbetalingsmelding(
            ramme=ramme,
            maned=utbetaling.maned,
            utbetales=utbetaling.utbetalt or utbetaling.kjoring.utbetalingsdato,
            siste_sifre=utbetaling.kontonummer[-3:],
            rader=(*_rader(utbetaling.beregning.ut, utbetaling.beregning.spor), *_til_andre(utbetaling)),
            sum_ore=utbetaling.netto * _ORE,
            skattetrekk=skattetrekk,
            kom_ikke_fram=utbetaling.status in IKKE_KOMMET_FRAM,
        )
    )


def _avsender(utbetaling: Utbetaling) -> Aktor:
    """Who released the payment signs for it."""
    frigitt_av = utbetaling.kjoring.frigitt_av
    if frigitt_av is None:
        raise ValueError("en utbetaling som ikke er frigitt, har ikke noe brev")
    return aktor_for(frigitt_av)


def _rader(ut: Mapping[str, Any], spor: list[dict[str, Any]]) -> list[Regnerad]:
    rader = [
        Regnerad(navn, _forklaring(spor, koder), ut["linjer"][linje] * _ORE)
        for linje, navn, koder in _LINJER
        if ut["linjer"][linje]
    ]
    under_null = ut["brutto"] - sum(ut["linjer"].values())
    if under_null:
        rader.append(Regnerad("Ikke under null", "Stønaden kan ikke bli mindre enn null.", under_null * _ORE))
    for kode, navn in _TREKK:
        rader += [Regnerad(navn, rad["tekst"], rad["tall"]["kroner"] * _ORE) for rad in spor if rad["kode"] == kode]
    return rader or [Regnerad("Kvalifiseringsstønad", _forklaring(spor, ("stonadsdager", "avbrudd")), 0)]


def _til_andre(utbetaling: Utbetaling) -> list[Regnerad]:
    """What of it does not come to the participant's account."""
    if not utbetaling.til_andre:
        return []
    forklaring = "Barnetillegg som NAV Innkreving har krevd. Det trekkes fra bidraget du skal betale."
    return [Regnerad("Til NAV Innkreving", forklaring, utbetaling.til_andre * _ORE)]


def _forklaring(spor: list[dict[str, Any]], koder: tuple[str, ...]) -> str:
    """The words of the rows behind a line; hours are added up, for a month of single days is no explanation."""
    rader = [rad for rad in spor if rad["kode"] in koder]
    if len(rader) > 1 and rader[0]["kode"] in _TIMERADER:
        timer = sum((Fraction(str(rad["tall"]["timer"])) for rad in rader), Fraction(0))
        return f"{desimaltekst(timer)} timer på {len(rader)} dager. Hver dag står på siden «Pengene dine»."
    return " ".join(rad["tekst"] for rad in rader)
