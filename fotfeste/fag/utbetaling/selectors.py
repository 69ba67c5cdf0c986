"""Reading money: a case's months, and the runs of a municipality."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, overload
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet, Sum
from django.utils.translation import gettext as _

from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import Sakslenke, sakslenke
from fotfeste.fag.utbetaling.enums import Kjoringsstatus, Utbetalingsart, Utbetalingsstatus
from fotfeste.fag.utbetaling.etterregning import gjeldende_beregninger
from fotfeste.fag.utbetaling.forskudd import forskudd_ramme
from fotfeste.fag.utbetaling.grunnlag import stonadsfakta_for
from fotfeste.fag.utbetaling.innkreving import deler_for
from fotfeste.fag.utbetaling.models import (
    LEVENDE_UTBETALING,
    Beregning,
    Differanse,
    Forskudd,
    Innkrevingskrav,
    Kjoring,
    Utbetaling,
    UtelattFraKjoring,
)
from fotfeste.fag.utbetaling.overganger import KJORING
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.logg.services import spor
from fotfeste.grunnmur.organisasjon.models import Kommune
from fotfeste.grunnmur.tilgang import Aktor, Handling, kontorer_for, krev
from fotfeste.regelverk import tid
from fotfeste.regelverk.parametre import AR_FOR_FULL_SATS

_LEVENDE = ~Q(utbetalinger__status=Utbetalingsstatus.FORKASTET)


def utbetalinger(sak: Sak) -> QuerySet[Utbetaling]:
    """The case's payments, newest month first, with their reckoning and run."""
    return (
        Utbetaling.objects.filter(sak=sak)
        .exclude(status__in=[Utbetalingsstatus.FORKASTET, Utbetalingsstatus.PLANLAGT])
        .select_related("beregning", "kjoring")
        .order_by("-maned")
    )


def beregning_hent(sak: Sak, maned: date) -> Beregning | None:
    """The reckoning that stands for the month, or None until its run is released: what is planned can still change.

    The one it was paid by, or the last that followed it when the month has been reckoned again.
    """
    ident = gjeldende_beregninger([sak.pk], [maned]).get((sak.pk, maned))
    if ident is not None:
        return Beregning.objects.get(pk=ident)
    # Refused or returned, and not paid again yet: it is still what the month came to.
    betalt = utbetalinger(sak).filter(maned=maned, art=Utbetalingsart.MANED).order_by("-opprettet").first()
    return betalt.beregning if betalt else None


def manedsutbetaling(sak: Sak, maned: date) -> Utbetaling | None:
    """The released payment of the month itself, the newest where one did not arrive; None before there is one."""
    rader = utbetalinger(sak).filter(maned=maned, art=Utbetalingsart.MANED).select_related("kjoring__frigitt_av")
    return rader.order_by("-opprettet").first()


def til_andre(sak: Sak, beregning: Beregning | None) -> int:
    """What of the month (from `beregning_hent`, or a forecast) goes to NAV Innkreving, as an amount taken off."""
    if beregning is None:
        return 0
    if betalt := manedsutbetaling(sak, beregning.maned):
        return betalt.til_andre
    if not Innkrevingskrav.objects.filter(sak=sak).exists():
        return 0
    fakta = stonadsfakta_for([sak], beregning.maned, kjent_dato=beregning.kjent_dato)
    deler = deler_for([sak], beregning.maned, fakta, {sak.pk: beregning.netto})
    return -sum(del_.belop for del_ in deler.get(sak.pk, ()))


def differanser(sak: Sak, maned: date) -> list[Differanse]:
    """What the month has come to differently since it was paid, in the order it was found."""
    return list(Differanse.objects.filter(sak=sak, maned=maned).select_related("forrige", "ny").order_by("opprettet"))


def forskuddsmaneder(sak: Sak) -> list[tuple[date, int]]:
    """The months something can be advanced of now, the oldest first, and how many kroner: this month and the last."""
    denne = klokke.i_dag().replace(day=1)
    rammer = [(maned, forskudd_ramme(sak, maned)) for maned in (maneden_for(denne), denne)]
    return [(maned, ramme) for maned, ramme in rammer if ramme]


def forskudd_i_saken(sak: Sak) -> QuerySet[Forskudd]:
    """The case's advances, newest first, each with the payment that carries it as `betaling` (perhaps none)."""
    return (
        Forskudd.objects.filter(sak=sak)
        .select_related("bestemt_av")
        .prefetch_related(
            Prefetch("utbetalinger", Utbetaling.objects.filter(LEVENDE_UTBETALING), to_attr="levende_betalinger")
        )
        .order_by("-opprettet")
    )


def forskudd_hent(aktor: Aktor, forskudd_id: UUID) -> Forskudd:
    """One advance. Raises IkkeTilgang when the actor may not decide about it or there is none."""
    rad = Forskudd.objects.select_related("sak__person").filter(pk=forskudd_id).first()
    if rad is None:
        raise IkkeTilgang("forskuddet finnes ikke")
    krev(aktor, Handling.FORSKUDD_BESTEM, rad)
    return rad


def full_sats_fra(sak: Sak, maned: date) -> date | None:
    """The day the participant turns 25, when the month has days with two thirds of the rate (sotjl § 35); else None."""
    dag = tid.fyller(sak.person.fodselsdato, int(AR_FOR_FULL_SATS.verdi))
    return dag if dag > maned else None


def kommuner_for_okonomi(aktor: Aktor, handling: Handling = Handling.KJORING_LES) -> QuerySet[Kommune]:
    """The municipalities whose runs the actor may see (or do `handling` to), by name."""
    rekkevidde = kontorer_for(aktor, handling)
    kommuner = Kommune.objects.filter(Q(pk__in=rekkevidde.kommuner) | Q(kontorer__in=rekkevidde.kontorer))
    return kommuner.distinct().order_by("navn", "nummer")


def kjoringer(aktor: Aktor) -> QuerySet[Kjoring]:
    """The runs the actor may see, newest first, with how many participants and the sum."""
    return (
        Kjoring.objects.filter(kommune__in=kommuner_for_okonomi(aktor))
        .select_related("kommune", "forberedt_av", "frigitt_av")
        .annotate(
            # Who begins another programme in the month, or owes maintenance, has more than one payment in it.
            antall=Count("utbetalinger__sak__person", filter=_LEVENDE, distinct=True),
            netto=Sum("utbetalinger__netto", filter=_LEVENDE, default=0),
        )
        .order_by("-maned", "-nummer")  # the model's own order is dropped where sums are grouped
    )


def kjoring_hent(aktor: Aktor, kjoring_id: UUID, handling: Handling = Handling.KJORING_LES) -> Kjoring:
    """One run. Raises IkkeTilgang when the actor may not see it or there is none."""
    kjoring = kjoringer(aktor).filter(pk=kjoring_id).first()
    if kjoring is None:
        raise IkkeTilgang("kjøringen finnes ikke, eller hører til en annen kommune")
    if handling != Handling.KJORING_LES:
        spor(aktor, handling, kjoring)
    return kjoring


def er_tom(kjoring: Kjoring) -> bool:
    """Whether the run (from `kjoring_hent`) is ready and has no payments, so that there is nothing to release."""
    return kjoring.status == Kjoringsstatus.KLAR and not kjoring.antall  # type: ignore[attr-defined]


def kommandoer_for(aktor: Aktor, kjoring: Kjoring) -> set[str]:
    """The commands the actor may give on the run (from `kjoring_hent`) as it stands; an empty one is not released."""
    mulige = {overgang.kommando for overgang in KJORING.mulige(aktor, kjoring)}
    return mulige - {"frigi"} if er_tom(kjoring) else mulige


@dataclass(frozen=True, slots=True)
class Linje:
    """A payment in the run beside that of the month before, so that what differs is seen first, and whose it is."""

    utbetaling: Utbetaling
    hvem: Sakslenke
    forrige: int | None
    forrige_konto: str = ""

    @property
    def konto_er_ny(self) -> bool:
        """Whether the money went to another account last month."""
        return bool(self.forrige_konto) and self.forrige_konto != self.utbetaling.kontonummer

    @property
    def grunnlag(self) -> str:
        """What a payment that is no month for the first time rests on, for the one who releases it."""
        rad = self.utbetaling
        if rad.erstatter:
            return str(rad.erstatter.get_status_display())
        if bestemt := rad.forskudd or rad.tilbakeforing:
            ord_ = {"navn": bestemt.bestemt_av.navn, "dag": dato_ord(klokke.dagen(bestemt.opprettet))}
            return _("Bestemt av %(navn)s %(dag)s") % ord_
        return _("Annerledes nå: %(hva)s") % {"hva": rad.differanse.arsaksord} if rad.differanse else ""

    @property
    def forskjell(self) -> int | None:
        return None if self.forrige is None else self.utbetaling.netto - self.forrige

    @property
    def endring(self) -> int:
        """How much differs from last month, either way: all of it for someone who was not paid then."""
        return abs(self.utbetaling.netto - (self.forrige or 0))


def maneden_for(maned: date) -> date:
    """The first day of the month before."""
    return (maned - tid.EN_DAG).replace(day=1)


class Kjoringslinjer(Sequence[Linje]):
    """The run's payments, the largest change from the month before first.

    Which comes where is known of all; the rest is read for those that are asked for, so that a page of a hundred costs
    a hundred, of however many.
    """

    def __init__(self, aktor: Aktor, kjoring: Kjoring) -> None:
        self._aktor = aktor
        self._maned = kjoring.maned
        felter = ("pk", "sak_id", "art", "maned", "netto", "mottaker")
        rader = list(kjoring.utbetalinger.exclude(status=Utbetalingsstatus.FORKASTET).values_list(*felter, named=True))
        self._forrige = {
            (sak_id, maned): (netto, konto)
            for sak_id, maned, netto, konto in Utbetaling.objects.filter(
                LEVENDE_UTBETALING,
                maned__in={maneden_for(maned) for maned in (kjoring.maned, *(rad.maned for rad in rader))},
                art=Utbetalingsart.MANED,
                sak__kommune_id=kjoring.kommune_id,
            ).values_list("sak_id", "maned", "netto", "kontonummer")
        }
        rekke = sorted((-abs(rad.netto - (self._forrige_for(rad)[0] or 0)), rad.mottaker, rad.pk) for rad in rader)
        self._rekke = [pk for *_, pk in rekke]

    def __len__(self) -> int:
        return len(self._rekke)

    @overload
    def __getitem__(self, hvilke: int) -> Linje: ...
    @overload
    def __getitem__(self, hvilke: slice) -> list[Linje]: ...
    def __getitem__(self, hvilke: int | slice) -> Linje | list[Linje]:
        return self._les(self._rekke[hvilke]) if isinstance(hvilke, slice) else self._les([self._rekke[hvilke]])[0]

    def __iter__(self) -> Iterator[Linje]:
        return iter(self[:])

    def _les(self, nokler: list[UUID]) -> list[Linje]:
        rader = (
            Utbetaling.objects.select_related(
                "sak__person",
                "sak__kontor",
                "timeliste__godkjent_av",
                "forskudd__bestemt_av",
                "tilbakeforing__bestemt_av",
                "differanse",
                "erstatter",
            )
            .defer("sak__person__adresse")
            .in_bulk(nokler)
        )
        return [self._linje(rader[pk]) for pk in nokler if pk in rader]

    def _linje(self, rad: Utbetaling) -> Linje:
        return Linje(rad, sakslenke(self._aktor, rad.sak, Handling.STONAD_LES), *self._forrige_for(rad))

    def _forrige_for(self, rad: Any) -> tuple[int | None, str]:
        """Amount and account of the month before the payment's own, which may be another than the run's.

        A payment that is no month has only the account to be held against, and a part for Innkreving not even that.
        """
        if rad.art == Utbetalingsart.INNKREVING:
            return None, ""
        er_maned = rad.art == Utbetalingsart.MANED
        for_ = maneden_for(rad.maned if er_maned else self._maned)
        netto, konto = self._forrige.get((rad.sak_id, for_), (None, ""))
        return (netto if er_maned else None), konto


def kjoringslinjer(aktor: Aktor, kjoring: Kjoring) -> Kjoringslinjer:
    """The run's payments. Two queries, and one for those that are looked at."""
    return Kjoringslinjer(aktor, kjoring)


def utelatte_i(kjoring: Kjoring) -> QuerySet[UtelattFraKjoring]:
    """Participants with a right in the month who are not paid, those with one reason together; to be paged."""
    rader = kjoring.utelatte.select_related("sak__person", "sak__kontor")
    return rader.order_by("grunn", "sak__person__etternavn", "pk")


def utelatte(aktor: Aktor, rader: Iterable[UtelattFraKjoring]) -> list[tuple[UtelattFraKjoring, Sakslenke]]:
    """Why each of the rows of one page of `utelatte_i` is not paid, and whose case it is."""
    return [(rad, sakslenke(aktor, rad.sak, Handling.STONAD_LES)) for rad in rader]
