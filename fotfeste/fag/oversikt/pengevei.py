"""A payment as its receiver sees it: planned, sent, paid, each with its day; and what to do when it went wrong."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.utils.translation import gettext as _

from fotfeste.fag.avstemming.arsaker import arsak_ord, gjelder_kontoen
from fotfeste.fag.avstemming.models import Dobbeltbetaling
from fotfeste.fag.avstemming.selectors import siste_arsaker
from fotfeste.fag.utbetaling.enums import IKKE_KOMMET_FRAM, Utbetalingsart, Utbetalingsstatus
from fotfeste.fag.utbetaling.kvittering import ikke_betalt_pa_nytt
from fotfeste.fag.utbetaling.models import Betalingsfil, Utbetaling
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.regelverk.penger import kroner_tekst

_S = Utbetalingsstatus


class Tilstand(StrEnum):
    """Where a step stands."""

    GJORT = "gjort"
    NA = "na"
    SENERE = "senere"
    FEILET = "feilet"


@dataclass(frozen=True, slots=True)
class Pengesteg:
    """One of the three steps, by its word and its day when it has one."""

    navn: str
    tilstand: Tilstand
    dag: date | None = None


@dataclass(frozen=True, slots=True)
class Pengevei:
    """The three steps, what they come to in a sentence, and what the receiver should do (empty: nothing).

    `skriv_konto`: an account number is what is missing. `kom_ikke_fram`: it went wrong, whatever is done about it.
    """

    steg: tuple[Pengesteg, ...]
    setning: str
    neste: str = ""
    skriv_konto: bool = False
    kom_ikke_fram: bool = False


@dataclass(frozen=True, slots=True)
class _Vet:
    """What is known of the payments beside themselves."""

    sendt: dict[UUID, date]
    arsaker: dict[UUID, str]
    igjen: set[UUID]
    pa_nytt: dict[UUID, date]
    dobbelt: dict[UUID, Dobbeltbetaling]


def pengeveier(rader: Sequence[Utbetaling]) -> dict[UUID, Pengevei]:
    """Each payment's way. Wants `kjoring` and `sak__person` fetched; a constant number of queries."""
    vet = _vet(rader)
    return {rad.pk: _vei(rad, vet) for rad in rader}


def _vet(rader: Sequence[Utbetaling]) -> _Vet:
    filer = Betalingsfil.objects.filter(kjoring_id__in={rad.kjoring_id for rad in rader}, type="pain001")
    borte = [rad.pk for rad in rader if rad.status in IKKE_KOMMET_FRAM]
    return _Vet(
        sendt={ident: klokke.dagen(laget) for ident, laget in filer.values_list("kjoring_id", "laget")},
        arsaker=siste_arsaker(borte) if borte else {},
        igjen=set(ikke_betalt_pa_nytt(pk__in=borte).values_list("pk", flat=True)) if borte else set(),
        pa_nytt=_pa_nytt(borte) if borte else {},
        dobbelt=_dobbelt(borte) if borte else {},
    )


def _dobbelt(ider: Collection[UUID]) -> dict[UUID, Dobbeltbetaling]:
    """Those that came all the same, though they are paid again."""
    return {rad.utbetaling_id: rad for rad in Dobbeltbetaling.objects.filter(utbetaling_id__in=ider, falt=None)}


def _pa_nytt(ider: Collection[UUID]) -> dict[UUID, date]:
    """The day each was (or will be) paid again, as far as that has been released."""
    nye = Utbetaling.objects.filter(erstatter_id__in=ider).exclude(status__in=[_S.FORKASTET, _S.PLANLAGT])
    rader = nye.values_list("erstatter_id", "kjoring__utbetalingsdato")
    return {ident: dag for ident, dag in rader if ident}


def _vei(rad: Utbetaling, vet: _Vet) -> Pengevei:
    sendt, dag = vet.sendt.get(rad.kjoring_id), rad.kjoring.utbetalingsdato
    planlagt = klokke.dagen(rad.kjoring.frigitt) if rad.kjoring.frigitt else None
    if not rad.netto:
        return Pengevei((), _("Det er ingenting å betale ut."))
    if dobbelt := vet.dobbelt.get(rad.pk):
        steg = _steg((planlagt, Tilstand.GJORT), (sendt, Tilstand.GJORT), (dobbelt.dato, Tilstand.GJORT))
        neste = _("Du fikk %(kroner)s for mye. Vi trekker ingenting uten at du har fått brev og kan svare.")
        tekst = _("Kommet på konto %(dag)s.") % {"dag": dato_ord(dobbelt.dato)}
        return Pengevei(steg, tekst, neste % {"kroner": kroner_tekst(dobbelt.belop)})
    if rad.status in IKKE_KOMMET_FRAM:
        return _feilet(rad, vet, planlagt, sendt)
    if rad.status == _S.UTBETALT:
        steg = _steg((planlagt, Tilstand.GJORT), (sendt, Tilstand.GJORT), (rad.utbetalt, Tilstand.GJORT))
        tekst = _("Kommet til NAV Innkreving %(dag)s.") if _til_andre(rad) else _("Kommet på konto %(dag)s.")
        return Pengevei(steg, tekst % {"dag": dato_ord(rad.utbetalt or dag)})
    if rad.status == _S.SENDT:
        steg = _steg((planlagt, Tilstand.GJORT), (sendt, Tilstand.NA), (dag, Tilstand.SENERE))
        return Pengevei(steg, _sendt(rad, sendt, dag))
    steg = _steg((planlagt, Tilstand.NA), (None, Tilstand.SENERE), (dag, Tilstand.SENERE))
    tekst = (
        _("Planlagt. Kommer til NAV Innkreving %(dag)s.")
        if _til_andre(rad)
        else _("Planlagt. Kommer på konto %(dag)s.")
    )
    return Pengevei(steg, tekst % {"dag": dato_ord(dag)})


def _sendt(rad: Utbetaling, sendt: date | None, dag: date) -> str:
    ord_ = {"sendt": dato_ord(sendt) if sendt else "", "dag": dato_ord(dag)}
    if dag < klokke.i_dag():
        return _("Sendt til banken %(sendt)s, for å være på konto %(dag)s. Banken har ikke svart oss ennå.") % ord_
    if _til_andre(rad):
        return _("Sendt til banken %(sendt)s. Kommer til NAV Innkreving %(dag)s.") % ord_
    return _("Sendt til banken %(sendt)s. Kommer på konto %(dag)s.") % ord_


def _til_andre(rad: Utbetaling) -> bool:
    return rad.art == Utbetalingsart.INNKREVING


def _steg(*deler: tuple[date | None, Tilstand]) -> tuple[Pengesteg, ...]:
    navn = (_("Planlagt"), _("Sendt"), _("Betalt"))
    return tuple(Pengesteg(ett, tilstand, dag) for ett, (dag, tilstand) in zip(navn, deler, strict=True))


def _feilet(rad: Utbetaling, vet: _Vet, planlagt: date | None, sendt: date | None) -> Pengevei:
    steg = _steg((planlagt, Tilstand.GJORT), (sendt, Tilstand.GJORT), (None, Tilstand.FEILET))
    kode = vet.arsaker.get(rad.pk, "")
    if pa_nytt := vet.pa_nytt.get(rad.pk):
        return Pengevei(
            steg, _("Kom ikke fram. Vi betaler på nytt %(dag)s.") % {"dag": dato_ord(pa_nytt)}, kom_ikke_fram=True
        )
    setning = _hvorfor(rad, kode)
    if rad.pk not in vet.igjen or _til_andre(rad) or _kan_betales(rad):
        neste = _("Du trenger ikke å gjøre noe. Pengene betales på nytt med neste utbetaling.")
        return Pengevei(steg, setning, neste, kom_ikke_fram=True)
    if not gjelder_kontoen(kode):
        neste = _("Det er ikke noe galt med kontoen din. Vi ordner det, og betaler på nytt.")
        return Pengevei(steg, setning, neste, kom_ikke_fram=True)
    neste = _("Skriv inn kontonummeret ditt, så betaler vi på nytt. Ingenting er tapt.")
    return Pengevei(steg, setning, neste, skriv_konto=True, kom_ikke_fram=True)


def _kan_betales(rad: Utbetaling) -> bool:
    """Whether there is an account it can come to now."""
    return rad.prov_igjen or rad.sak.person.utbetalingskonto not in {"", rad.kontonummer}


def _hvorfor(rad: Utbetaling, kode: str) -> str:
    if rad.status == _S.FEILSENDT:
        return _("Kom ikke fram. Pengene gikk til feil konto.")
    # A bank's mistaken word of somebody's death is not for them to read here.
    arsak = arsak_ord("" if kode == "MD07" else kode)
    if not gjelder_kontoen(kode) or kode == "MD07":
        return _("Kom ikke fram. Banken kunne ikke betale.")
    return _("Kom ikke fram. Banken sier: %(arsak)s") % {"arsak": arsak}
