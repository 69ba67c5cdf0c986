"""Reading regulations: what is left to regulate, the runs, and one run's answer from above and line by line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fotfeste.fag.regulering.enums import APNE, KAN_IKKE_TAS_MED, NESTE_STEG, Grunn, Reguleringsstatus, Utfall
from fotfeste.fag.regulering.models import (
    TIL_GJENNOMFORING,
    TIL_VARSLING,
    Regulering,
    Reguleringslinje,
)
from fotfeste.fag.regulering.overganger import REGULERING
from fotfeste.fag.regulering.vurdering import uregulerte_maneder
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import Sakslenke, i_rekkevidde, sakslenke
from fotfeste.fag.utbetaling.endringsarsak import Endringsarsak
from fotfeste.fag.utbetaling.enums import Kjoringsstatus
from fotfeste.fag.utbetaling.models import Differanse, Kjoring
from fotfeste.fag.utbetaling.selectors import kommuner_for_okonomi
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.gjoremal import Gjoremalrad
from fotfeste.grunnmur.leseord import dato_ord, maned_ord
from fotfeste.grunnmur.logg.services import spor
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.regneark import ufarlig
from fotfeste.grunnmur.tilgang import HANDLINGER, Aktor, Gradering, Handling, vurder
from fotfeste.regelverk.regulering import Endring, sene_endringer

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_TRINN = (1, 500, 1000, 2000, 5000)
_MINNES_I = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Gjenstar:
    """What a change leaves to be regulated: months and participants, and months nobody has seen as they stand now."""

    endring: Endring
    maneder: int
    deltakere: int
    nye: int


def gjenstar(endring: Endring, kommuner: Collection[UUID]) -> Gjenstar:
    """Counted for the municipalities together. A month a run that is over found unchanged is not left.

    What such a run saw, carried out or put aside, is seen until the month is reckoned anew for another reason.
    """
    sett = Reguleringslinje.objects.filter(
        ~Exists(Differanse.objects.filter(forrige=OuterRef("forrige"))),
        ~Q(regulering__status__in=sorted(APNE)),
        regulering__parameter=endring.parameter.kode,
        regulering__gjelder_fra=endring.verdi.gjelder_fra,
        sak=OuterRef("sak"),
        maned=OuterRef("maned"),
    )
    rader = uregulerte_maneder(endring, Sak.objects.filter(kommune_id__in=kommuner)).filter(
        ~Exists(sett.filter(utfall=Utfall.INGEN_ENDRING))
    )
    tall = rader.aggregate(
        maneder=Count("maned", distinct=True),
        deltakere=Count("sak__person", distinct=True),
        nye=Count("pk", filter=~Exists(sett)),
    )
    return Gjenstar(endring, **tall)


def sene_som_gjenstar(aktor: Aktor, handling: Handling = Handling.REGULERING_LES) -> list[Gjenstar]:
    """The changes that have months left in the actor's municipalities, the newest first."""
    kommuner = [kommune.pk for kommune in kommuner_for_okonomi(aktor, handling)]
    alle = (gjenstar(endring, kommuner) for endring in sene_endringer(klokke.i_dag()))
    return [ett for ett in alle if ett.deltakere]


def reguleringer(aktor: Aktor) -> QuerySet[Regulering]:
    """The runs the actor may see, the newest change first, with how many get money and the sum."""
    gir = Q(linjer__utfall=Utfall.ETTERBETALES) | Q(linjer__vurdering__isnull=False)
    return (
        Regulering.objects.filter(kommune__in=kommuner_for_okonomi(aktor, Handling.REGULERING_LES))
        .select_related("kommune", "forberedt_av", "godkjent_av")
        .annotate(
            antall=Count("linjer__sak__person", filter=gir, distinct=True),
            sum_belop=Sum("linjer__belop", filter=gir, default=0),
        )
        .order_by("-kunngjort", "-nummer")
    )


def regulering_hent(aktor: Aktor, regulering_id: UUID, handling: Handling = Handling.REGULERING_LES) -> Regulering:
    """One run. Raises IkkeTilgang when the actor may not see it or there is none."""
    regulering = reguleringer(aktor).filter(pk=regulering_id).first()
    if regulering is None:
        raise IkkeTilgang("reguleringen finnes ikke, eller hører til en annen kommune")
    if handling != Handling.REGULERING_LES:
        spor(aktor, handling, regulering)
    return regulering


def linje_hent(aktor: Aktor, linje_id: UUID) -> Reguleringslinje:
    """One line, for somebody who is to look at it. Raises IkkeTilgang, also when the actor may not know whose it is."""
    linje = (
        Reguleringslinje.objects.select_related(
            "regulering__kommune", "sak__person", "sak__kontor", "vurdering__vurdert_av"
        )
        .filter(pk=linje_id)
        .first()
    )
    if linje is None:
        raise IkkeTilgang("linjen finnes ikke")
    spor(aktor, Handling.REGULERING_VURDER, linje, person_id=linje.sak.person_id, sak_id=linje.sak_id)
    return linje


def kommandoer_for(aktor: Aktor, regulering: Regulering) -> set[str]:
    """The commands the actor may give on the run as it stands. Nothing to carry out or to send is no command."""
    mulige = {overgang.kommando for overgang in REGULERING.mulige(aktor, regulering)}
    if regulering.forberedt_av_id == aktor.bruker_id:
        mulige -= {"gjennomfor", "fullfor"}
    if "gjennomfor" in mulige and (
        regulering.forberedt_av_id is None or not regulering.linjer.filter(TIL_GJENNOMFORING).exists()
    ):
        mulige.remove("gjennomfor")
    if "varsle" in mulige and not regulering.linjer.filter(TIL_VARSLING).exists():
        mulige.remove("varsle")
    return mulige


@dataclass(frozen=True, slots=True)
class Manedssum:
    """A month of the run: how many get money, how much, and how many wait for someone."""

    maned: date
    antall: int
    belop: int
    venter: int


@dataclass(frozen=True, slots=True)
class Trinn:
    """How many participants get an amount from `fra` to `til` kroner (None: and more)."""

    fra: int
    til: int | None
    antall: int


@dataclass(frozen=True, slots=True)
class Sammendrag:
    """The run from above. `kontroll` is the sum reckoned another way; `gjort` counts months, `uvarslet` persons."""

    deltakere: int
    belop: int
    kontroll: int
    uendret: int
    allerede: int
    venter: int
    tatt_med: int
    maneder: list[Manedssum]
    fordeling: list[Trinn]
    i_alt: int
    gjort: int
    uvarslet: int

    @property
    def kontroll_stemmer(self) -> bool:
        return self.kontroll == self.belop


_GIR = Q(utfall=Utfall.ETTERBETALES) | Q(vurdering__isnull=False)
_VENTER = Q(utfall=Utfall.TRENGER_PERSON, vurdering__isnull=True)


def sammendrag(regulering: Regulering) -> Sammendrag:
    """Counts and sums of the run's lines. Three queries."""
    linjer = regulering.linjer.all()
    tall = linjer.aggregate(
        sum_=Sum("belop", filter=_GIR, default=0),
        ny=Sum("kontroll_brutto", filter=_GIR, default=0),
        gammel=Sum("forrige_brutto", filter=_GIR, default=0),
        uendret=Count("pk", filter=Q(utfall=Utfall.INGEN_ENDRING)),
        allerede=Count("pk", filter=Q(utfall=Utfall.ALLEREDE)),
        venter=Count("pk", filter=_VENTER),
        tatt_med=Count("pk", filter=Q(vurdering__isnull=False)),
        igjen=Count("pk", filter=TIL_GJENNOMFORING),
        gjort=Count("pk", filter=Q(differanse__isnull=False)),
        uvarslet=Count("sak__person", filter=TIL_VARSLING, distinct=True),
    )
    maneder = (
        linjer.values("maned")
        .annotate(
            antall=Count("pk", filter=_GIR),
            sum_=Sum("belop", filter=_GIR, default=0),
            venter=Count("pk", filter=_VENTER),
        )
        .order_by("maned")
    )
    per_person = list(
        linjer.filter(_GIR).values("sak__person").annotate(sum_=Sum("belop")).values_list("sum_", flat=True)
    )
    return Sammendrag(
        deltakere=len(per_person),
        belop=tall["sum_"],
        kontroll=tall["ny"] - tall["gammel"],
        uendret=tall["uendret"],
        allerede=tall["allerede"],
        venter=tall["venter"],
        tatt_med=tall["tatt_med"],
        maneder=[Manedssum(rad["maned"], rad["antall"], rad["sum_"], rad["venter"]) for rad in maneder],
        fordeling=_fordeling(per_person),
        i_alt=tall["igjen"] + tall["gjort"],
        gjort=tall["gjort"],
        uvarslet=tall["uvarslet"],
    )


def _fordeling(belopene: Sequence[int]) -> list[Trinn]:
    grenser = [(fra, til - 1) for fra, til in pairwise(_TRINN)]
    trinn = [Trinn(fra, til, sum(fra <= belop <= til for belop in belopene)) for fra, til in grenser]
    return [*trinn, Trinn(_TRINN[-1], None, sum(belop >= _TRINN[-1] for belop in belopene))]


@dataclass(frozen=True, slots=True)
class Deltakerrad:
    """A participant who gets money: what it comes to, and the months."""

    hvem: Sakslenke
    belop: int
    linjer: list[Reguleringslinje] = field(default_factory=list)


def saker_med_belop(regulering: Regulering) -> QuerySet[Reguleringslinje, tuple[UUID, int]]:
    """Cases that get money, the largest sum first, as (case, kroner); to be paged."""
    return (
        regulering.linjer.filter(_GIR)
        .values("sak_id")
        .annotate(sum_=Sum("belop"))
        .order_by("-sum_", "sak_id")
        .values_list("sak_id", "sum_")
    )


def deltakerrader(aktor: Aktor, regulering: Regulering, side: Sequence[tuple[UUID, int]]) -> list[Deltakerrad]:
    """The rows of one page of `saker_med_belop`. Two queries."""
    saker = Sak.objects.select_related("person", "kontor").in_bulk([sak_id for sak_id, _sum in side])
    linjer: defaultdict[UUID, list[Reguleringslinje]] = defaultdict(list)
    for linje in regulering.linjer.filter(_GIR, sak_id__in=saker).order_by("maned"):
        linjer[linje.sak_id].append(linje)
    return [
        Deltakerrad(sakslenke(aktor, saker[sak_id], Handling.STONAD_LES), belop, linjer[sak_id])
        for sak_id, belop in side
    ]


@dataclass(frozen=True, slots=True)
class Ventende:
    """A month somebody has to look at: why, what to do, and whether it can be taken along."""

    linje: Reguleringslinje
    hvem: Sakslenke
    neste_steg: StrOrPromise
    kan_tas_med: bool

    @property
    def arsaker(self) -> list[StrOrPromise]:
        """The facts that have changed, in words."""
        return [Endringsarsak(arsak).label for arsak in self.linje.arsaker]


def ventende(regulering: Regulering) -> QuerySet[Reguleringslinje]:
    """The months that need a person, those with one reason together; to be paged."""
    return (
        regulering.linjer.filter(utfall=Utfall.TRENGER_PERSON)
        .select_related("sak__person", "sak__kontor", "vurdering__vurdert_av")
        .order_by("vurdering", "grunn", "sak__person__etternavn", "sak_id", "maned")
    )


def ventenderader(aktor: Aktor, regulering: Regulering, side: Sequence[Reguleringslinje]) -> list[Ventende]:
    """The rows of one page of `ventende`."""
    apen = regulering.status == Reguleringsstatus.PROVEKJORT
    return [
        Ventende(
            linje,
            sakslenke(aktor, linje.sak, Handling.STONAD_LES),
            NESTE_STEG[Grunn(linje.grunn)],
            apen and _kan_tas_med(linje) and vurder(aktor, Handling.REGULERING_VURDER, linje).tillatt,
        )
        for linje in side
    ]


def _kan_tas_med(linje: Reguleringslinje) -> bool:
    venter = linje.utfall == Utfall.TRENGER_PERSON and linje.vurdering is None
    return venter and Grunn(linje.grunn) not in KAN_IKKE_TAS_MED


def kan_tas_med(linje: Reguleringslinje) -> bool:
    """Whether somebody may settle the month (from `linje_hent`) by looking at it now."""
    return linje.regulering.status == Reguleringsstatus.PROVEKJORT and _kan_tas_med(linje)


def ser_reguleringen(aktor: Aktor, linje: Reguleringslinje) -> bool:
    """Whether the actor may see the whole run the line is in."""
    return vurder(aktor, Handling.REGULERING_LES, linje.regulering).tillatt


def kjoringer_regnet_for(regulering: Regulering) -> QuerySet[Kjoring]:
    """Runs reckoned before the number was known and not released: «Beregn på nytt» gives them the new one."""
    return Kjoring.objects.filter(
        kommune_id=regulering.kommune_id,
        status=Kjoringsstatus.KLAR,
        forberedt__date__lt=regulering.kunngjort,
        maned__gte=regulering.forste_maned,
    ).order_by("maned")


def regulering_csv(regulering: Regulering) -> list[list[str]]:
    """Every month of the run, without names: who opens the file finds the case by its number."""
    topp = [
        _("Sak"),
        _("Kontor"),
        _("Måned"),
        _("Før"),
        _("Nå"),
        _("Forskjell"),
        _("Kontroll"),
        _("Utfall"),
        _("Hvorfor"),
    ]
    linjer = regulering.linjer.select_related("sak__kontor").order_by("sak__saksnummer", "maned")
    return [topp, *(_csv_rad(linje) for linje in linjer)]


def _csv_rad(linje: Reguleringslinje) -> list[str]:
    tall = (linje.forrige_brutto, linje.ny_brutto, linje.belop, linje.kontroll_brutto)
    return [
        linje.sak.saksnummer,
        ufarlig(linje.sak.kontor.navn),
        f"{linje.maned:%Y-%m}",
        *("" if verdi is None else str(verdi) for verdi in tall),
        str(linje.get_utfall_display()),
        str(linje.get_grunn_display()),
    ]


def reguleringsgjoremal(aktor: Aktor) -> list[Gjoremalrad]:
    """What waits for fagansvarlig: months of people økonomi may not know the names of. And for økonomi: the runs."""
    if aktor.er_system:
        return []
    skjermede = _skjermede(aktor) if Rolle.FAGANSVARLIG in aktor.roller else ()
    return [*(_skjermet_rad(linje) for linje in skjermede), *_okonomis_rader(aktor)]


def _okonomis_rader(aktor: Aktor) -> list[Gjoremalrad]:
    """Open runs, and changes made known in the last year that have months left."""
    if not aktor.roller & HANDLINGER[Handling.REGULERING_FORBERED]:
        return []
    kommuner = [kommune.pk for kommune in kommuner_for_okonomi(aktor, Handling.REGULERING_FORBERED)]
    apne = list(Regulering.objects.filter(kommune_id__in=kommuner, status__in=APNE))
    begynt = {(apen.kommune_id, apen.parameter, apen.gjelder_fra) for apen in apne}
    rader = [rad for apen in apne if (rad := _apen_rad(aktor, apen))]
    for endring in sene_endringer(klokke.i_dag()):
        if endring.verdi.kunngjort < klokke.i_dag() - _MINNES_I:
            break
        uten = [k for k in kommuner if (k, endring.parameter.kode, endring.verdi.gjelder_fra) not in begynt]
        igjen = gjenstar(endring, uten)
        if igjen.deltakere:
            rader.append(_ny_rad(igjen))
    return rader


def _skjermede(aktor: Aktor) -> QuerySet[Reguleringslinje]:
    return Reguleringslinje.objects.filter(
        _VENTER,
        i_rekkevidde(aktor, Handling.REGULERING_VURDER, sak="sak__"),
        regulering__status=Reguleringsstatus.PROVEKJORT,
        sak__person__gradering=Gradering.STRENGT_FORTROLIG,
    ).select_related("sak__person", "regulering")


def _skjermet_rad(linje: Reguleringslinje) -> Gjoremalrad:
    return Gjoremalrad(
        hvem=linje.sak.person.navn,
        tekst=_("Etterbetalingen for %(maned)s må ses på") % {"maned": maned_ord(linje.maned)},
        mer=linje.get_grunn_display(),
        siden=linje.regulering.kunngjort,
        frist=None,
        knapp=_("Se på den"),
        side="reguleringslinje",
        args=(linje.pk,),
    )


def _apen_rad(aktor: Aktor, apen: Regulering) -> Gjoremalrad | None:
    if apen.status == Reguleringsstatus.PROVEKJORT and apen.forberedt_av_id == aktor.bruker_id:
        return None  # waits for somebody else
    knapp = {
        Reguleringsstatus.FORBEREDES: _("Prøvekjør"),
        Reguleringsstatus.PROVEKJORT: _("Se over og gjennomfør") if apen.forberedt_av_id else _("Se over"),
        Reguleringsstatus.GJENNOMFORES: _("Fortsett gjennomføringen"),
    }[Reguleringsstatus(apen.status)]
    return Gjoremalrad(
        hvem=navn_pa(apen.endring),
        tekst=_("Reguleringen er ikke gjennomført"),
        mer=apen.get_status_display(),
        siden=apen.kunngjort,
        frist=None,
        knapp=knapp,
        side="regulering",
        args=(apen.pk,),
    )


def _ny_rad(igjen: Gjenstar) -> Gjoremalrad:
    return Gjoremalrad(
        hvem=navn_pa(igjen.endring),
        tekst=setning(igjen),
        mer=_("Kunngjort %(dag)s") % {"dag": dato_ord(igjen.endring.verdi.kunngjort)},
        siden=igjen.endring.verdi.kunngjort,
        frist=None,
        knapp=_("Se reguleringen"),
        side="reguleringer",
    )


def setning(igjen: Gjenstar) -> str:
    """«118 deltakere skal reguleres for 3 måneder.»"""
    deltakere = ngettext("%(n)s deltaker", "%(n)s deltakere", igjen.deltakere) % {"n": igjen.deltakere}
    maneder = ngettext("%(n)s måned", "%(n)s måneder", igjen.maneder) % {"n": igjen.maneder}
    return _("%(deltakere)s skal reguleres for %(maneder)s.") % {"deltakere": deltakere, "maneder": maneder}


def navn_pa(endring: Endring) -> str:
    """«Nytt grunnbeløp fra 1. mai 2020»."""
    return _("Nytt grunnbeløp fra %(dag)s") % {"dag": dato_ord(endring.verdi.gjelder_fra)}
