"""The message on a month's payment: kroner on a date first, then how the amount was reckoned, row by row."""

from dataclasses import dataclass
from datetime import date

from fotfeste.fag.brev.innhold import Avsnitt, Brev, Brevart, Brevfeil, Del, Kolonne, Regel, Tabell
from fotfeste.fag.brev.maler.felles import Ramme
from fotfeste.fag.brev.tekst import dato_tekst, kroner, maned_tekst


@dataclass(frozen=True, slots=True)
class Regnerad:
    """A row of the reckoning.

    What it is, how it was reckoned, and the amount in øre (minus when it takes away).
    """

    tekst: str
    forklaring: str
    belop_ore: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Utbetalingsmelding:
    """Input. `maned` is any date in the month; the rows must add up to `sum_ore` (before tax, in øre).

    `skattetrekk`: whether tax is withheld from this payment. `siste_sifre`: the last digits of the account,
    enough for its owner to know it by. `kom_ikke_fram`: the bank could not pay, and the money is still owed.
    """

    ramme: Ramme
    maned: date
    utbetales: date
    siste_sifre: str
    rader: tuple[Regnerad, ...]
    sum_ore: int
    skattetrekk: bool
    kom_ikke_fram: bool = False


def utbetalingsmelding(inn: Utbetalingsmelding) -> Brev:
    """Return the message. Raises Brevfeil when the rows do not add up to the sum."""
    regnet = sum(rad.belop_ore for rad in inn.rader)
    if not inn.rader or regnet != inn.sum_ore:
        raise Brevfeil(f"Radene gir {kroner(regnet)}, men summen er oppgitt til {kroner(inn.sum_ore)}.")
    if inn.sum_ore < 0:
        raise Brevfeil(f"Summen er {kroner(inn.sum_ore)}. En utbetaling kan ikke være under null kroner.")
    ramme, maned = inn.ramme, maned_tekst(inn.maned)
    return Brev(
        art=Brevart.MELDING,
        avsender=ramme.avsender,
        mottaker=ramme.mottaker,
        dato=ramme.dato,
        saksnummer=ramme.saksnummer,
        tittel=_tittel(inn, maned),
        kortversjon=_kort(inn, maned),
        deler=(
            Del("Slik har vi regnet", (_tabell(inn, maned), *_skatt(inn))),
            Del(
                "Si fra hvis noe ikke stemmer",
                (
                    Avsnitt(
                        "Se på radene sammen med timelista di. Ring oss hvis du mener noe er feil, så regner vi om."
                    ),
                    Regel("Reglene om stønaden står i sosialtjenesteloven.", "Sosialtjenesteloven §§ 35–40."),
                ),
            ),
        ),
        kontakt=ramme.kontakt,
        underskrift=ramme.underskrift,
        sammendrag=ramme.sammendrag,
    )


def _tittel(inn: Utbetalingsmelding, maned: str) -> str:
    if inn.sum_ore == 0:
        return f"Du får ingen utbetaling for {maned}"
    skatt = " før skatt" if inn.skattetrekk else ""
    return f"Du får {kroner(inn.sum_ore)}{skatt} for {maned}"


def _kort(inn: Utbetalingsmelding, maned: str) -> tuple[str, ...]:
    if inn.sum_ore == 0:
        return (f"Det er ingenting å betale til kontoen din for {maned}. Nedenfor ser du hvorfor.",)
    skatt = (
        "Kommunen trekker skatt, så det kommer litt mindre inn på kontoen."
        if inn.skattetrekk
        else "Vi trekker ikke skatt denne gangen."
    )
    return (_nar(inn), skatt)


def _nar(inn: Utbetalingsmelding) -> str:
    if inn.kom_ikke_fram:
        return (
            f"Pengene kom ikke fram til kontoen som slutter på {inn.siste_sifre}. Vi betaler dem på nytt. "
            "Se «Pengene dine», eller ring oss."
        )
    return f"Pengene er på kontoen din {dato_tekst(inn.utbetales)}. Kontonummeret slutter på {inn.siste_sifre}."


def _tabell(inn: Utbetalingsmelding, maned: str) -> Tabell:
    rader = [(rad.tekst, rad.forklaring, kroner(rad.belop_ore)) for rad in inn.rader]
    rader.append(("Til sammen før skatt", "", kroner(inn.sum_ore)))
    kolonner = (Kolonne("Hva"), Kolonne("Slik er det regnet"), Kolonne("Beløp", tall=True))
    return Tabell(f"Kvalifiseringsstønad for {maned}", kolonner, tuple(rader), sumrad=True)


def _skatt(inn: Utbetalingsmelding) -> tuple[Avsnitt, ...]:
    if not inn.skattetrekk or not inn.sum_ore:
        return ()
    return (Avsnitt("Skatten trekkes etter skattekortet ditt."),)
