"""Reading claims: what nobody has considered, one claim with its months and plan, and the participant's own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.apps import apps
from django.db.models import Exists, F, OuterRef, Prefetch, QuerySet, Sum, Value

from fotfeste.fag.avstemming.models import Dobbeltbetaling
from fotfeste.fag.krav.dekning import Dekning, Linjerest, dekning, dekning_for, linjerester, trekklinjer
from fotfeste.fag.krav.enums import APNE, FOR_BESTEMT, KREVES, Kravstatus, Refusjonsstatus
from fotfeste.fag.krav.fire_oyne import har_forberedt
from fotfeste.fag.krav.models import Innbetaling, Krav, Motregning, Refusjonskrav
from fotfeste.fag.krav.overganger import KRAV, REFUSJONSKRAV
from fotfeste.fag.krav.trekkplan import foreslatt_plan, forste_ledige, planlagt_framover, reservert, siste_mulige
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import Sakslenke, i_rekkevidde, sak_hent, sakslenke
from fotfeste.fag.sak.utvalg import rader_i
from fotfeste.fag.utbetaling.enums import Utbetalingsart, Utbetalingsstatus
from fotfeste.fag.utbetaling.models import LEVENDE_UTBETALING, Differanse, Tilbakeforing, Trekk, Utbetaling
from fotfeste.fag.vedtak.enums import Vedtaksstatus
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, IkkeTilgang
from fotfeste.grunnmur.logg.services import spor
from fotfeste.grunnmur.organisasjon import valg
from fotfeste.grunnmur.tilgang import Aktor, Handling, vurder
from fotfeste.regelverk import krav as regler


def uvurderte_differanser(**filtre: object) -> QuerySet[Differanse]:
    """Months paid too much that are in no claim and not set off, with `igjen`: the kroner that can be claimed."""
    rader = Differanse.objects.filter(belop__lt=0, kravlinje=None, **filtre)
    return rader.annotate(motregnet=Sum("motregnet_av__belop", default=0), igjen=-F("belop") - F("motregnet")).filter(
        igjen__gt=0
    )


def uvurderte_doble(**filtre: object) -> QuerySet[Dobbeltbetaling]:
    """What was paid twice, and still is, in no claim; `igjen` as for a month that was paid too much."""
    rader = Dobbeltbetaling.objects.filter(falt=None, kravlinje=None, **filtre)
    rader = rader.annotate(motregnet=Value(0), igjen=F("belop"))
    return rader.select_related("utbetaling", "ny__kjoring")


Uvurdert = Differanse | Dobbeltbetaling
"""Too much paid for a month that nobody has considered, with `igjen`."""


def _i_rekkefolge(differanser: Iterable[Differanse], doble: Iterable[Dobbeltbetaling]) -> list[Uvurdert]:
    return sorted([*differanser, *doble], key=lambda rad: (rad.maned, rad.opprettet))


@dataclass(frozen=True, slots=True)
class Tilgode:
    """What becomes of money to come for a month: the kroner set off, and the day of the run that pays the rest."""

    belop: int
    motregnet: int = 0
    dag: date | None = None

    @property
    def igjen(self) -> int:
        return self.belop - self.motregnet


def tilgode_for(differanser: Iterable[Differanse]) -> dict[UUID, Tilgode]:
    """What becomes of each difference in the participant's favour. Two queries."""
    belop = {rad.pk: rad.belop for rad in differanser if rad.belop > 0}
    motregnet = dict(
        Motregning.objects.filter(differanse__in=belop).values_list("differanse_id").annotate(Sum("belop"))
    )
    betales = Utbetaling.objects.filter(LEVENDE_UTBETALING, differanse__in=belop, art=Utbetalingsart.ETTERBETALING)
    frigitte = betales.exclude(status=Utbetalingsstatus.PLANLAGT)
    dager = dict(frigitte.values_list("differanse_id", "kjoring__utbetalingsdato"))
    return {pk: Tilgode(kroner, motregnet.get(pk, 0), dager.get(pk)) for pk, kroner in belop.items()}


@dataclass(frozen=True, slots=True)
class Funnrad:
    """A case with months nobody has considered: whose it is, the kroner and the months."""

    hvem: Sakslenke
    belop: int
    maneder: list[date]


@dataclass(frozen=True, slots=True)
class Kravrad:
    """A claim in a list."""

    krav: Krav
    hvem: Sakslenke
    dekning: Dekning


def kravliste(aktor: Aktor) -> tuple[list[Funnrad], list[Kravrad]]:
    """What nobody has considered, the largest first, and the open claims, the oldest first, as far as one reaches."""
    funn: defaultdict[UUID, list[Uvurdert]] = defaultdict(list)
    nar, sak = i_rekkevidde(aktor, Handling.KRAV_LES, sak="sak__"), ("sak__person", "sak__kontor")
    differanser = uvurderte_differanser().filter(nar).select_related(*sak)
    for rad in _i_rekkefolge(differanser, uvurderte_doble().filter(nar).select_related(*sak)):
        funn[rad.sak_id].append(rad)
    uvurdert = [
        Funnrad(
            sakslenke(aktor, flere[0].sak, Handling.KRAV_LES),
            sum(rad.igjen for rad in flere),  # type: ignore[union-attr]
            sorted({rad.maned for rad in flere}),
        )
        for flere in funn.values()
    ]
    apne = list(
        Krav.objects.filter(i_rekkevidde(aktor, Handling.KRAV_LES, sak="sak__"), status__in=sorted(APNE))
        .select_related("sak__person", "sak__kontor")
        .order_by("opprettet")
    )
    tall = dekning_for([krav.pk for krav in apne])
    return (
        sorted(uvurdert, key=lambda rad: -rad.belop),
        [Kravrad(krav, sakslenke(aktor, krav.sak, Handling.KRAV_LES), tall[krav.pk]) for krav in apne],
    )


@dataclass(frozen=True, slots=True)
class Refusjonsrad:
    """A claim on NAV, with the commands the actor may give on it."""

    rad: Refusjonskrav
    kommandoer: frozenset[str]


@dataclass(frozen=True, slots=True)
class Saksside:
    """Everything about too much paid in one case. `falt`: paid twice, and not so any more, in no claim."""

    sak: Sak
    uvurderte: list[Uvurdert]
    falt: list[Dobbeltbetaling]
    krav: list[Kravrad]
    refusjon: list[Refusjonsrad]
    kan_behandle: bool
    bagatell: int

    @property
    def sum_uvurdert(self) -> int:
        return sum(rad.igjen for rad in self.uvurderte)  # type: ignore[union-attr]

    @property
    def er_bagatell(self) -> bool:
        """Whether all that is found is no more than the municipality suggests to let go."""
        return 0 < self.sum_uvurdert <= self.bagatell


def saksside(aktor: Aktor, sak_id: UUID) -> Saksside:
    """The case's claims. Raises IkkeTilgang."""
    sak = sak_hent(aktor, sak_id, Handling.KRAV_LES)
    alle = list(sak.krav.select_related("saksbehandler").order_by("-opprettet"))
    tall = dekning_for([krav.pk for krav in alle])
    lenke = sakslenke(aktor, sak, Handling.KRAV_LES)
    differanser = uvurderte_differanser(sak=sak).select_related("forrige", "ny")
    falt = sak.dobbeltbetalinger.filter(falt__isnull=False, kravlinje=None)
    return Saksside(
        sak=sak,
        uvurderte=_i_rekkefolge(differanser, uvurderte_doble(sak=sak)),
        falt=list(falt.select_related("utbetaling")),
        krav=[Kravrad(krav, lenke, tall[krav.pk]) for krav in alle],
        refusjon=[
            Refusjonsrad(rad, frozenset(o.kommando for o in REFUSJONSKRAV.mulige(aktor, rad)))
            for rad in sak.refusjonskrav.select_related("sak__person", "brev")
        ],
        kan_behandle=vurder(aktor, Handling.KRAV_BEHANDLE, sak).tillatt,
        bagatell=int(valg.verdi(sak.kommune_id, "krav_bagatell_kroner", klokke.i_dag())),
    )


@dataclass(frozen=True, slots=True)
class Planrad:
    """One month of a plan: what is to be taken or was, and what is left to live on, before tax.

    `stonad` is the last month's as it was; None where there is none to go by. `betaling` is the month's, when it is
    paid: `tatt` is what it took, nothing where there was no room.
    """

    maned: date
    belop: int
    stonad: int | None
    andre: int = 0
    tatt: int = 0
    betaling: Utbetaling | None = None

    @property
    def kommer(self) -> bool:
        return self.betaling is None

    @property
    def igjen(self) -> int | None:
        return None if self.stonad is None else max(0, self.stonad - self.belop - self.andre)


@dataclass(frozen=True, slots=True)
class Kravside:
    """One claim: its months, its plan as made or proposed, and what can be done."""

    krav: Krav
    dekning: Dekning
    rader: list[Linjerest]
    plan: list[Planrad]
    forslag: list[Planrad]
    planfeil: str
    per_maned: int
    fra: date
    rad_per_maned: int | None
    prosent: int
    reservert: int
    bagatell: int
    kommandoer: frozenset[str]
    har_forberedt: bool
    innbetalinger: list[Innbetaling]
    tilbakeforinger: list[Tilbakeforing]
    motregninger: list[Motregning]
    har_rest_etter_slutten: bool

    @property
    def i_forslaget(self) -> int:
        return sum(rad.belop for rad in self.forslag)

    @property
    def etter_slutten(self) -> int:
        """What the proposal leaves, because the programme ends before all of it can be taken."""
        return self.dekning.ledig - self.i_forslaget if self.forslag else 0

    @property
    def over_radet(self) -> bool:
        return self.rad_per_maned is not None and self.per_maned > self.rad_per_maned

    @property
    def er_bagatell(self) -> bool:
        return self.krav.status in FOR_BESTEMT and 0 < self.dekning.rest <= self.bagatell

    @property
    def er_hort(self) -> bool:
        return self.krav.er_hort(klokke.i_dag())

    @property
    def apent_vedtak(self) -> bool:
        """Whether a decision on repayment is being prepared."""
        return bool(self.krav.vedtak and self.krav.vedtak.status not in {Vedtaksstatus.FATTET, Vedtaksstatus.FORKASTET})


def krav_hent(aktor: Aktor, krav_id: UUID, handling: Handling = Handling.KRAV_LES) -> Krav:
    """One claim, if the actor may do `handling` to it. Logged before it is shown. Raises IkkeTilgang."""
    krav = (
        Krav.objects.select_related(
            "sak__person", "sak__kontor", "sak__kommune", "saksbehandler", "beslutter", "brev", "vedtak"
        )
        .filter(pk=krav_id)
        .first()
    )
    if krav is None:
        raise IkkeTilgang("kravet finnes ikke")
    spor(aktor, handling, krav, person_id=krav.sak.person_id, sak_id=krav.sak_id)
    return krav


def refusjonskrav_hent(aktor: Aktor, refusjonskrav_id: UUID, handling: Handling = Handling.KRAV_LES) -> Refusjonskrav:
    """One claim on NAV, if the actor may do `handling` to it. Raises IkkeTilgang."""
    rad = (
        Refusjonskrav.objects.select_related("sak__person", "sak__kontor", "sak__kommune", "brev")
        .filter(pk=refusjonskrav_id)
        .first()
    )
    if rad is None:
        raise IkkeTilgang("refusjonskravet finnes ikke")
    spor(aktor, handling, rad, person_id=rad.sak.person_id, sak_id=rad.sak_id)
    return rad


def siste_stonad(sak_ids: Collection[UUID]) -> dict[UUID, int]:
    """What the last month of each case came to before deductions. One query."""
    rader = Utbetaling.objects.filter(LEVENDE_UTBETALING, sak_id__in=sak_ids, art=Utbetalingsart.MANED)
    rader = rader.exclude(status=Utbetalingsstatus.PLANLAGT).order_by("sak_id", "-maned").distinct("sak_id")
    return dict(rader.values_list("sak_id", "brutto"))


def kravside(aktor: Aktor, krav_id: UUID, *, per_maned: int | None = None, fra: date | None = None) -> Kravside:
    """One claim as its page shows it; `per_maned` and `fra` try another plan, which is not stored."""
    krav = krav_hent(aktor, krav_id)
    d, stonad = dekning(krav), siste_stonad([krav.sak_id]).get(krav.sak_id)
    i_dag = klokke.i_dag()
    valgt = valg.verdier([krav.sak.kommune_id], i_dag)[krav.sak.kommune_id]
    prosent = int(valgt["trekk_hoyst_prosent"])
    rad = regler.rad_per_maned(stonad, prosent, d.rest) if stonad and d.rest else None
    per_maned = per_maned or krav.onsket_belop or krav.plan_belop or rad or max(1, d.rest)
    fra = fra or krav.plan_fra or forste_ledige(krav.sak)
    forslag, planfeil = _forslag(krav, d, per_maned, fra, stonad)
    tilbakeforinger = _tilbakeforinger(krav)
    kommandoer = _kommandoer(aktor, krav, d, tilbakeforinger)
    grense = siste_mulige(krav.sak)
    return Kravside(
        krav=krav,
        dekning=d,
        rader=_med_beregninger(linjerester(krav)),
        plan=planrader(krav, stonad),
        forslag=forslag,
        planfeil=planfeil,
        per_maned=per_maned,
        fra=fra,
        rad_per_maned=rad,
        prosent=prosent,
        reservert=reservert(krav),
        bagatell=int(valgt["krav_bagatell_kroner"]),
        kommandoer=kommandoer,
        har_forberedt="bestem" in kommandoer and har_forberedt(aktor.krev_bruker(), krav),
        innbetalinger=list(krav.innbetalinger.select_related("registrert_av", "rettelse")),
        tilbakeforinger=tilbakeforinger,
        motregninger=list(Motregning.objects.filter(linje__krav=krav).select_related("differanse")),
        har_rest_etter_slutten=bool(
            krav.status == Kravstatus.BESTEMT and d.ledig and grense and not planlagt_framover(krav)
        ),
    )


def _tilbakeforinger(krav: Krav) -> list[Tilbakeforing]:
    """What is given back, each with the living payments that carry it as `levende`: one, or none while it waits."""
    levende = Prefetch(
        "utbetalinger", Utbetaling.objects.filter(LEVENDE_UTBETALING).select_related("kjoring"), "levende"
    )
    rader = Tilbakeforing.objects.filter(kravtilbakeforing__krav=krav, trukket_tilbake=False)
    return list(rader.select_related("bestemt_av").prefetch_related(levende))


def _kommandoer(aktor: Aktor, krav: Krav, d: Dekning, tilbakeforinger: Sequence[Tilbakeforing]) -> frozenset[str]:
    """What the actor can do to the claim, but for what there is nothing to do it to."""
    alle = {overgang.kommando for overgang in KRAV.mulige(aktor, krav)}
    if not d.fra_deltakeren:
        alle -= {"gi_tilbake"}
    if all(rad.levende for rad in tilbakeforinger):  # type: ignore[attr-defined]
        alle -= {"angre_tilbakeforing"}
    return frozenset(alle)


def _med_beregninger(rader: list[Linjerest]) -> list[Linjerest]:
    """With both reckonings of each month at hand, to be shown line against line. One query."""
    ider = [rad.linje.differanse_id for rad in rader if rad.linje.differanse_id]
    alle = Differanse.objects.select_related("forrige", "ny").in_bulk(ider)
    for rad in rader:
        if rad.linje.differanse_id:
            rad.linje.differanse = alle[rad.linje.differanse_id]
    return rader


def _forslag(krav: Krav, d: Dekning, per_maned: int, fra: date, stonad: int | None) -> tuple[list[Planrad], str]:
    """The plan as it would be, with what is left to live on; or why it cannot be."""
    if krav.status not in FOR_BESTEMT | KREVES or not d.ledig:
        return [], ""
    try:
        plan = foreslatt_plan(krav, per_maned=per_maned, fra=fra, belop=d.ledig)
    except Fagfeil as feil:
        return [], feil.melding
    andre = _andre_trekk(krav, [ett.maned for ett in plan])
    return [Planrad(ett.maned, ett.belop, stonad, andre[ett.maned]) for ett in plan], ""


def _andre_trekk(krav: Krav, maneder: Sequence[date]) -> defaultdict[date, int]:
    """What other deductions of the case take in the months."""
    rader = Trekk.objects.filter(sak_id=krav.sak_id, maned__in=maneder).exclude(kravtrekk__krav=krav)
    ut: defaultdict[date, int] = defaultdict(int)
    ut.update(dict(rader.values_list("maned").annotate(Sum("belop"))))
    return ut


def planrader(krav: Krav, stonad: int | None) -> list[Planrad]:
    """The plan month by month: what was taken and from which payment, and what is still to come."""
    tatt = {
        linje.trekk_id: linje
        for linje in trekklinjer([krav.pk])
        .exclude(utbetaling__status=Utbetalingsstatus.PLANLAGT)
        .select_related("utbetaling")
    }
    betalte = Utbetaling.objects.filter(LEVENDE_UTBETALING, sak_id=krav.sak_id, art=Utbetalingsart.MANED)
    betalt = {rad.maned: rad for rad in betalte.exclude(status=Utbetalingsstatus.PLANLAGT)}
    ut = []
    for rad in krav.trekk.select_related("trekk"):
        linje, trekk = tatt.get(rad.trekk_id), rad.trekk
        betaling = linje.utbetaling if linje else betalt.get(trekk.maned) if trekk.belop else None
        if betaling:
            tatt_av = linje.belop if linje else 0
            ut.append(Planrad(trekk.maned, trekk.belop, betaling.brutto, tatt=tatt_av, betaling=betaling))
        elif trekk.belop:
            ut.append(Planrad(trekk.maned, trekk.belop, stonad))
    return ut


@dataclass(frozen=True, slots=True)
class EgetKrav:
    """A claim as its own participant sees it."""

    krav: Krav
    dekning: Dekning
    rader: list[Linjerest]
    plan: list[Planrad]
    kommandoer: frozenset[str]
    forslag: list[Planrad] = field(default_factory=list)

    @property
    def vurdert(self) -> int:
        """What we think of deducting: the proposal, or all that is left where there is none."""
        return sum(rad.belop for rad in self.forslag) or self.dekning.rest

    @property
    def tatt(self) -> list[Planrad]:
        return [rad for rad in self.plan if rad.tatt]

    @property
    def kommer(self) -> list[Planrad]:
        return [rad for rad in self.plan if rad.kommer]


def har_egne_krav(aktor: Aktor) -> bool:
    """Whether the participant has been told of a claim. One query."""
    return _egne(aktor).exists()


def _egne(aktor: Aktor) -> QuerySet[Krav]:
    """The participant's own claims they have been told of: by a notice, a decision, or how they ended.

    One that is found anew, because what was decided fell, is not hidden again.
    """
    fortalt = apps.get_model("krav", "KravEvent").objects.filter(pgh_obj_id=OuterRef("pk"))
    fortalt = fortalt.exclude(status=Kravstatus.FUNNET)
    return Krav.objects.filter(Exists(fortalt), sak__person__bruker=aktor.krev_bruker())


def egne_krav(aktor: Aktor) -> list[EgetKrav]:
    """The participant's own claims they have been told of, the open first, then the newest."""
    rader = _egne(aktor).select_related("sak__person", "sak__kontor", "sak__kommune", "vedtak", "saksbehandler")
    alle = sorted(rader.order_by("-opprettet"), key=lambda krav: krav.status not in APNE)
    tall = dekning_for([krav.pk for krav in alle])
    stonad = siste_stonad([krav.sak_id for krav in alle])
    return [_eget(aktor, krav, tall[krav.pk], stonad.get(krav.sak_id)) for krav in alle]


def _eget(aktor: Aktor, krav: Krav, d: Dekning, stonad: int | None) -> EgetKrav:
    forslag: list[Planrad] = []
    if krav.status == Kravstatus.VARSLET and krav.plan_belop and krav.plan_fra:
        forslag, _feil = _forslag(krav, d, krav.plan_belop, krav.plan_fra, stonad)
    return EgetKrav(
        krav=krav,
        dekning=d,
        rader=_med_beregninger(linjerester(krav)),
        plan=planrader(krav, stonad),
        kommandoer=frozenset(o.kommando for o in KRAV.mulige(aktor, krav)),
        forslag=forslag,
    )


def eget_krav(aktor: Aktor, krav_id: UUID) -> Krav:
    """One's own claim. Raises IkkeTilgang for another's, and for one nobody has told of."""
    krav = krav_hent(aktor, krav_id, Handling.KRAV_EGEN)
    if krav.sak.person.bruker_id != aktor.bruker_id or krav.status == Kravstatus.FUNNET:
        raise IkkeTilgang("kravet er ikke deltakerens eget")
    return krav


@dataclass(frozen=True, slots=True)
class Kravfakta:
    """What the overview says of a case's claims. `gitt_for_mye`: given back, and not owed any more."""

    uvurdert: int = 0
    siden: date | None = None
    gitt_for_mye: int = 0
    krav: list[tuple[Krav, Dekning]] = field(default_factory=list)
    refusjon: list[Refusjonskrav] = field(default_factory=list)


def kravfakta(sak_ids: Sequence[UUID]) -> dict[UUID, Kravfakta]:
    """What waits for somebody in each case. A constant number of queries; none of the claims where there are none."""
    uvurdert: defaultdict[UUID, list[Uvurdert]] = defaultdict(list)
    har_doble = not rader_i(sak_ids, Dobbeltbetaling).query.is_empty()
    if rader_i(sak_ids, Differanse).query.is_empty() and not har_doble:
        return {}
    i_sakene = {"sak_id__in": list(sak_ids)}
    for rad in [*uvurderte_differanser(**i_sakene), *(uvurderte_doble(**i_sakene) if har_doble else ())]:
        uvurdert[rad.sak_id].append(rad)
    gitt_for_mye = _gitt_for_mye(sak_ids) if har_doble else {}
    krav: defaultdict[UUID, list[Krav]] = defaultdict(list)
    apne = rader_i(sak_ids, Krav).filter(status__in=sorted(APNE)).select_related("vedtak").defer("vedtak__frosset")
    for ett in apne.order_by("opprettet"):
        krav[ett.sak_id].append(ett)
    tall = dekning_for([ett.pk for flere in krav.values() for ett in flere]) if krav else {}
    refusjon: defaultdict[UUID, list[Refusjonskrav]] = defaultdict(list)
    for rad_ in rader_i(sak_ids, Refusjonskrav).filter(status=Refusjonsstatus.FREMSATT):
        refusjon[rad_.sak_id].append(rad_)
    return {
        sak_id: Kravfakta(
            sum(rad.igjen for rad in uvurdert[sak_id]),  # type: ignore[union-attr]
            min((klokke.dagen(rad.opprettet) for rad in uvurdert[sak_id]), default=None),
            gitt_for_mye.get(sak_id, 0),
            [(ett, tall[ett.pk]) for ett in krav[sak_id]],
            refusjon[sak_id],
        )
        for sak_id in {*uvurdert, *krav, *refusjon, *gitt_for_mye}
    }


def _gitt_for_mye(sak_ids: Sequence[UUID]) -> dict[UUID, int]:
    """What the participants have given back of what is not paid twice any more: theirs, also where the claim ended."""
    falt = Krav.objects.filter(sak_id__in=sak_ids, linjer__dobbeltbetaling__falt__isnull=False).distinct()
    saker = dict(falt.values_list("pk", "sak_id"))
    ut: defaultdict[UUID, int] = defaultdict(int)
    for krav_id, tall in dekning_for(saker).items() if saker else ():
        ut[saker[krav_id]] += tall.gitt_for_mye
    return {sak_id: belop for sak_id, belop in ut.items() if belop}
