"""The letter when the grunnbeløp came late: the kroner first, then each month, old beside new."""

from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from fotfeste.fag.brev.innhold import (
    Avsnitt,
    Brev,
    Brevart,
    Brevfeil,
    Del,
    Kolonne,
    Nokkelliste,
    Nokkeltall,
    Regel,
    Tabell,
)
from fotfeste.fag.brev.maler.felles import Ramme
from fotfeste.fag.brev.tekst import dato_tekst, kroner, maned_tekst
from fotfeste.regelverk.parametre import Verdi
from fotfeste.regelverk.regulering import Endring

_LINJER = {
    "stonad": "Stønad",
    "barnetillegg": "Barnetillegg",
    "reduksjon_arbeid": "Fradrag for arbeid",
    "reduksjon_fravaer": "Fradrag for fravær",
    "samordning": "Fradrag for andre ytelser",
}


@dataclass(frozen=True, slots=True)
class Satsbit:
    """A day rate in øre, and how many days of the month had it."""

    dager: int
    ore: int


@dataclass(frozen=True, slots=True)
class Linjeendring:
    """A line of the reckoning in whole kroner, as it was and as it is."""

    kode: str
    for_: int
    na: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reguleringsmaned:
    """A month (any date in it). The lines must add up to `fikk` and `skal_ha`, in whole kroner before tax."""

    maned: date
    satser_for: tuple[Satsbit, ...]
    satser_na: tuple[Satsbit, ...]
    linjer: tuple[Linjeendring, ...]
    fikk: int
    skal_ha: int

    @property
    def belop(self) -> int:
        return self.skal_ha - self.fikk


@dataclass(frozen=True, slots=True, kw_only=True)
class Reguleringsbrev:
    """Input. `senest_utbetalt` is when the money is in the account at the latest."""

    ramme: Ramme
    endring: Endring
    senest_utbetalt: date
    maneder: tuple[Reguleringsmaned, ...]


def reguleringsbrev(inn: Reguleringsbrev) -> Brev:
    """Return the letter. Raises Brevfeil when a month does not add up, or there is nothing to pay."""
    for maned in inn.maneder:
        _krev_at_det_stemmer(maned)
    sum_ = sum(maned.belop for maned in inn.maneder)
    if sum_ <= 0:
        raise Brevfeil("Brevet er for dem som får noe etterbetalt.")
    ramme = inn.ramme
    return Brev(
        art=Brevart.MELDING,
        avsender=ramme.avsender,
        mottaker=ramme.mottaker,
        dato=ramme.dato,
        saksnummer=ramme.saksnummer,
        tittel=f"Grunnbeløpet har økt. Du får {kroner(sum_ * 100)} etterbetalt",
        kortversjon=(
            f"Pengene kommer sammen med neste utbetaling, senest {dato_tekst(inn.senest_utbetalt)}.",
            "Beløpet er før skatt. Du trenger ikke gjøre noe.",
        ),
        deler=(
            Del("Derfor får du mer", _derfor(inn.endring)),
            Del("Dette får du for hver måned", (_oversikt(inn.maneder, sum_), _satser(inn.maneder))),
            Del("Slik har vi regnet", tuple(_maned(maned) for maned in inn.maneder)),
            Del(
                "Si fra hvis noe ikke stemmer",
                (
                    Avsnitt("Mener du at noe er feil, eller lurer du på noe, så ring oss. Da regner vi om."),
                    Regel("Reglene om stønaden står i sosialtjenesteloven.", "Sosialtjenesteloven §§ 35–40."),
                ),
            ),
        ),
        kontakt=ramme.kontakt,
        underskrift=ramme.underskrift,
        sammendrag=ramme.sammendrag,
    )


def _krev_at_det_stemmer(maned: Reguleringsmaned) -> None:
    for_, na = sum(linje.for_ for linje in maned.linjer), sum(linje.na for linje in maned.linjer)
    if (max(for_, 0), max(na, 0)) != (maned.fikk, maned.skal_ha):
        raise Brevfeil(f"Radene for {maned_tekst(maned.maned)} gir ikke summen.")


def _derfor(endring: Endring) -> tuple[Avsnitt | Nokkelliste, ...]:
    ny, fra = endring.verdi, dato_tekst(endring.verdi.gjelder_fra)
    return (
        Avsnitt(
            "Stønaden din regnes av grunnbeløpet i folketrygden (G). "
            f"Grunnbeløpet ble høyere fra {fra}, men det ble kunngjort først {dato_tekst(ny.kunngjort)}. "
            "Da hadde vi alt betalt deg etter det gamle. Nå får du resten."
        ),
        Nokkelliste((Nokkeltall("Før", _verdi(endring.tidligere)), Nokkeltall(f"Fra {fra}", _verdi(ny)))),
    )


def _verdi(verdi: Verdi) -> str:
    return f"{kroner(int(verdi.verdi * 100))} i året"


def _oversikt(maneder: tuple[Reguleringsmaned, ...], sum_: int) -> Tabell:
    rader = [
        (maned_tekst(m.maned), kroner(m.fikk * 100), kroner(m.skal_ha * 100), kroner(m.belop * 100)) for m in maneder
    ]
    rader.append(("Til sammen før skatt", "", "", kroner(sum_ * 100)))
    return Tabell(
        "Måned for måned",
        (Kolonne("Måned"), *(Kolonne(navn, tall=True) for navn in ("Du fikk", "Du skal ha", "Du får nå"))),
        tuple(rader),
        sumrad=True,
    )


def _satser(maneder: tuple[Reguleringsmaned, ...]) -> Tabell:
    rader = [
        (
            maned_tekst(maned.maned),
            str((na or for_ or Satsbit(0, 0)).dager),
            kroner(for_.ore) if for_ else "",
            kroner(na.ore) if na else "",
        )
        for maned in maneder
        for for_, na in zip_longest(maned.satser_for, maned.satser_na)
    ]
    return Tabell(
        "Stønaden per dag",
        (Kolonne("Måned"), *(Kolonne(navn, tall=True) for navn in ("Dager", "Per dag før", "Per dag nå"))),
        tuple(rader),
    )


def _maned(maned: Reguleringsmaned) -> Tabell:
    rader = [
        (_LINJER[linje.kode], kroner(linje.for_ * 100), kroner(linje.na * 100), kroner((linje.na - linje.for_) * 100))
        for linje in maned.linjer
    ]
    rader.append(("Sum", kroner(maned.fikk * 100), kroner(maned.skal_ha * 100), kroner(maned.belop * 100)))
    return Tabell(
        f"{maned_tekst(maned.maned).capitalize()}",
        (Kolonne("Hva"), *(Kolonne(navn, tall=True) for navn in ("Før", "Nå", "Forskjell"))),
        tuple(rader),
        sumrad=True,
    )
