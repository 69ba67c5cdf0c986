"""From the absences people have registered to what the rules ask, for one case or for twelve thousand.

An absence on two sheets is one absence to the regulation: rows of the same reason that follow each other day by day
are put together before they are answered (forskriften § 6 third paragraph counts calendar days).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from django.db.models import F

from fotfeste.fag.egenmelding.fakta import INGEN as INGEN_BESLUTNING
from fotfeste.fag.egenmelding.fakta import egenmelding_for
from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oppmote.models import I_LEVENDE_LISTE, Fravaer, Legeerklaering, Timeliste, Timelistedag
from fotfeste.fag.person.models import Barn
from fotfeste.fag.program.models import Permisjon
from fotfeste.fag.program.perioder import DAG_UTEN_PLAN, Programtid, programstart_for, programtid_for
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak.perioder import Vedtaksperioder, vedtaksperioder_for
from fotfeste.fag.vedtak.trekkgrunnlag import Trekkgrunnlag, trekkgrunnlag_for
from fotfeste.regelverk import fravaer as regel
from fotfeste.regelverk import tid
from fotfeste.regelverk.livslop import Permisjonsgrunn
from fotfeste.regelverk.tid import Periode

IKKE_UTEN_VEDTAK = "Det trekkes ikke før vi har fattet et vedtak, som du kan klage på."
"""Instead of that the stønad will be less; in bokmål, as the rules say the rest (sotjl § 36)."""

Dagene = dict[date, tuple[Decimal, Decimal]]
"""Planned hours and hours of paid work, by date."""

_INGENTING, _EN_FEMTEDEL = (Decimal(0), Decimal(0)), (DAG_UTEN_PLAN, Decimal(0))


@dataclass(frozen=True, slots=True)
class Fravarsrad:
    """One registered absence, as the rules need it. `timer` None: the whole day; `barn` is the child's id."""

    id: UUID
    fra: date
    til: date
    arsak: str
    timer: Decimal | None = None
    barn: UUID | None = None
    termin: date | None = None
    fodt: date | None = None
    legeerklaering: tuple[Periode, ...] = ()

    @property
    def slag(self) -> tuple[str, UUID | None, date | None, date | None]:
        """What two rows must share to be one absence."""
        return self.arsak, self.barn, self.termin, self.fodt


@dataclass(frozen=True, slots=True)
class Dagssvar:
    """The answer for one day away: the registered row, whether the stønad is kept, provision and words.

    `trekkes` False: it is not kept, and is not taken either before a decision says so (sotjl § 36).
    """

    rad: Fravarsrad
    gyldig: bool
    hjemmel: str
    tekst: str
    trekkes: bool = True


@dataclass(slots=True)
class Saksfravaer:
    """A case's participant and absences, which days may be deducted, and the egenmeldinger that have fallen away.

    `velferd` is leave for welfare reasons that is registered as leave: it uses the same ten days (forskriften § 15),
    and is not answered here. `fra_andre` are the person's absences in other programmes in the municipality: the days
    of §§ 11, 13 and 15-17 are the person's, and a new programme gives no new ones. They count, and are not answered.
    """

    deltaker: regel.Deltaker
    barn: list[UUID] = field(default_factory=list)
    rader: list[Fravarsrad] = field(default_factory=list)
    trekkgrunnlag: Trekkgrunnlag = field(default_factory=Trekkgrunnlag)
    bortfalt: tuple[Periode, ...] = ()
    velferd: tuple[Periode, ...] = ()
    fra_andre: list[Fravarsrad] = field(default_factory=list)

    def kan_trekkes(self, dag: date) -> bool:
        """Whether a day that does not keep the stønad is deducted: by the grant, a decision on it, or one by § 7."""
        return self.trekkgrunnlag.kan_trekkes(dag) or any(periode.inneholder(dag) for periode in self.bortfalt)

    def svar(self, *, med_andre: bool = False) -> dict[date, Dagssvar]:
        """The answer for every programme day away, by date; `med_andre`: those of the other programmes too."""
        grupper = self._grupper()
        fravaer = self._til_regler(grupper)
        ut: dict[date, Dagssvar] = {}
        for gruppe, svar in zip(grupper, self._vurder(fravaer), strict=True):
            tekster = [(Periode(rad.fra, rad.til), rad.tekst) for rad in svar.spor()]
            for dag, dagsvar in svar.dager.items():
                rad = next(rad for rad in gruppe if rad.fra <= dag <= rad.til)
                if not (med_andre or self._er_egen(rad)):
                    continue
                tekst = next(tekst for periode, tekst in tekster if periode.inneholder(dag))
                trekkes = dagsvar.gyldig or self.kan_trekkes(dag)
                if not trekkes:
                    tekst = tekst.replace(regel.TAP, IKKE_UTEN_VEDTAK)
                ut[dag] = Dagssvar(rad, dagsvar.gyldig, str(dagsvar.hjemmel), tekst, trekkes)
        return ut

    def ugyldige(self) -> dict[date, Fravarsrad]:
        """The programme days away that do not keep the stønad. (Without words: this is what twelve thousand need.)"""
        grupper = self._grupper()
        fravaer = self._til_regler(grupper)
        ugyldige = {
            dag: next(rad for rad in gruppe if rad.fra <= dag <= rad.til)
            for gruppe, svar in zip(grupper, self._vurder(fravaer), strict=True)
            for dag, dagsvar in svar.dager.items()
            if not dagsvar.gyldig
        }
        return {dag: rad for dag, rad in ugyldige.items() if self._er_egen(rad)}

    def med(self, rad: Fravarsrad) -> regel.Fravaersvar:
        """The answer a further absence would get; for what is left of each right."""
        return self._vurder([*self.fravaer(), self._til_regel("ny", [rad])])[-1]

    def _vurder(self, fravaer: list[regel.Fravaer]) -> list[regel.Fravaersvar]:
        """The answers to the absences, with the leave that has used of the same days counted in."""
        permisjon = [
            regel.Fravaer(f"permisjon {nr}", periode, regel.Arsak.VELFERD) for nr, periode in enumerate(self.velferd)
        ]
        return regel.vurder(self.deltaker, [*fravaer, *permisjon])[: len(fravaer)]

    def uten_grunnlag(self) -> dict[date, Fravarsrad]:
        """The programme days that do not keep the stønad, and are not deducted before a decision is taken (§ 36)."""
        return {dag: rad for dag, rad in self.ugyldige().items() if not self.kan_trekkes(dag)}

    def fravaer(self) -> list[regel.Fravaer]:
        """The absences as the rules take them: rows that follow each other are one."""
        return self._til_regler(self._grupper())

    def _grupper(self) -> list[list[Fravarsrad]]:
        return _sammenhengende([*self.rader, *self.fra_andre])

    def _er_egen(self, rad: Fravarsrad) -> bool:
        return rad not in self.fra_andre

    def _til_regler(self, grupper: list[list[Fravarsrad]]) -> list[regel.Fravaer]:
        return [self._til_regel(str(nr), gruppe) for nr, gruppe in enumerate(grupper)]

    def _til_regel(self, ident: str, gruppe: list[Fravarsrad]) -> regel.Fravaer:
        forste = gruppe[0]
        return regel.Fravaer(
            id=ident,
            periode=Periode(forste.fra, gruppe[-1].til),
            arsak=regel.Arsak(forste.arsak),
            legeerklaering=tuple(periode for rad in gruppe for periode in rad.legeerklaering),
            barn=self.barn.index(forste.barn) if forste.barn else None,
            termin=forste.termin,
            fodt=forste.fodt,
            bortfalt=self.bortfalt,
        )


def _sammenhengende(rader: Iterable[Fravarsrad]) -> list[list[Fravarsrad]]:
    grupper: list[list[Fravarsrad]] = []
    for rad in sorted(rader, key=lambda rad: rad.fra):
        siste = grupper[-1][-1] if grupper else None
        if siste and siste.slag == rad.slag and siste.til + tid.EN_DAG == rad.fra:
            grupper[-1].append(rad)
        else:
            grupper.append([rad])
    return grupper


@dataclass(slots=True)
class Manedsfakta:
    """What one case's month gives the stønad reckoning. Hours are exact, by date; days without hours are left out.

    `arbeid` is paid work (§ 37), `ugyldig_fravaer` absence that does not keep the stønad and is deducted (§ 36).
    `uten_grunnlag` is absence that does not keep it either, and is not deducted: the grant made no reservation, and no
    decision on it is taken. `timeliste_id` and `status` are None when no sheet was opened; only an approved sheet may
    be paid on (§ 39).
    """

    sak_id: UUID
    maned: date
    timeliste_id: UUID | None = None
    status: str | None = None
    arbeid: dict[date, Fraction] = field(default_factory=dict)
    ugyldig_fravaer: dict[date, Fraction] = field(default_factory=dict)
    uten_grunnlag: dict[date, Fraction] = field(default_factory=dict)

    @property
    def godkjent(self) -> bool:
        """Whether the veileder has approved the sheet."""
        return self.status == Timelistestatus.GODKJENT


def saksfravaer_for(sak_ids: Collection[UUID], *, til: date, bare_med_fravaer: bool = False) -> dict[UUID, Saksfravaer]:
    """Participant and absences begun by `til`, by case. Twelve queries however many cases.

    Two more where somebody has had another programme in the municipality.
    One that goes on in the next sheet is read to its end: how long it lasts decides for its first days too
    (forskriften § 6 fourth paragraph).
    A case without a grant has no programme to be away from and is left out, and with `bare_med_fravaer` also the
    cases nobody was away from.
    """
    rader = _rader(sak_ids, til)
    aktuelle = list(rader) if bare_med_fravaer else list(sak_ids)
    starter = programstart_for(aktuelle)
    personer: dict[UUID, tuple[UUID, date, bool]] = {}
    andre: defaultdict[UUID, list[UUID]] = defaultdict(list)
    # With the person's other cases in the same municipality, which has seen those days already.
    for sak_id, person_id, fodt, alene, en_sak in Sak.objects.filter(
        pk__in=starter, person__saker__kommune=F("kommune")
    ).values_list("pk", "person_id", "person__fodselsdato", "person__alene_om_omsorg", "person__saker"):
        personer[sak_id] = (person_id, fodt, alene)
        if en_sak != sak_id:
            andre[sak_id].append(en_sak)
    barn = _barn({person_id for person_id, _, _ in personer.values()})
    alle_andre = {sak_id for par in andre.values() for sak_id in par}
    vedtak = vedtaksperioder_for({*starter, *alle_andre})
    i_andre = _rader(alle_andre, til)
    grunnlag, bestemt = trekkgrunnlag_for(starter), egenmelding_for(starter)
    velferd = _velferd({*starter, *alle_andre})
    ut = {}
    for sak_id, start in starter.items():
        person_id, fodt, alene = personer[sak_id]
        egne, om_egenmelding = barn.get(person_id, []), bestemt.get(sak_id, INGEN_BESLUTNING)
        ut[sak_id] = Saksfravaer(
            deltaker=regel.Deltaker(
                start,
                fodt,
                tuple(ett for _, ett in egne),
                alene,
                egenmelding_stoppet=om_egenmelding.stoppet,
                egenmelding_barn_stoppet=om_egenmelding.barn_stoppet,
            ),
            barn=[ident for ident, _ in egne],
            rader=_med_rett(rader.get(sak_id, []), vedtak[sak_id]),
            trekkgrunnlag=grunnlag.get(sak_id, Trekkgrunnlag()),
            bortfalt=om_egenmelding.bortfalt,
            velferd=tuple(periode for ident in (sak_id, *andre[sak_id]) for periode in velferd.get(ident, ())),
            fra_andre=[rad for ident in andre[sak_id] for rad in _med_rett(i_andre.get(ident, []), vedtak[ident])],
        )
    return ut


def _med_rett(rader: Iterable[Fravarsrad], vedtak: Vedtaksperioder) -> list[Fravarsrad]:
    """The absences within the programme: registered past its end, or before it, there was nothing to be away from."""
    if not vedtak.rett:
        return []
    rett = Periode(vedtak.rett[0].fra, max(periode.slutt for periode in vedtak.rett))
    perioder = ((rad, rett.snitt(Periode(rad.fra, rad.til))) for rad in rader)
    return [replace(rad, fra=felles.fra, til=felles.slutt) for rad, felles in perioder if felles]


def _velferd(sak_ids: Collection[UUID]) -> dict[UUID, list[Periode]]:
    ut: dict[UUID, list[Periode]] = defaultdict(list)
    rader = Permisjon.objects.filter(sak_id__in=sak_ids, kode=Permisjonsgrunn.VELFERD, med_stonad=True)
    for sak_id, fra, til in rader.order_by("fra").values_list("sak_id", "fra", "til"):
        ut[sak_id].append(Periode(fra, til))
    return ut


def _barn(person_ids: Collection[UUID]) -> dict[UUID, list[tuple[UUID, regel.Barn]]]:
    ut: dict[UUID, list[tuple[UUID, regel.Barn]]] = defaultdict(list)
    rader = Barn.objects.filter(person_id__in=person_ids).values_list("person_id", "pk", "fodselsdato", "kronisk_syk")
    for person_id, ident, fodt, kronisk in rader.order_by("fodselsdato", "opprettet"):
        ut[person_id].append((ident, regel.Barn(fodt, kronisk)))
    return ut


def _rader(sak_ids: Collection[UUID], til: date) -> dict[UUID, list[Fravarsrad]]:
    leger: dict[UUID, list[Periode]] = defaultdict(list)
    for ident, fra, slutt in Legeerklaering.objects.filter(fravaer__sak_id__in=sak_ids).values_list(
        "fravaer_id", "fra", "til"
    ):
        leger[ident].append(Periode(fra, slutt))
    ut: dict[UUID, list[Fravarsrad]] = defaultdict(list)
    felter = ("sak_id", "pk", "fra", "til", "arsak", "timer", "barn_id", "termin", "fodt")
    for sak_id, ident, fra, slutt, arsak, timer, barn_id, termin, fodt in (
        Fravaer.objects.filter(I_LEVENDE_LISTE, sak_id__in=sak_ids).order_by("fra", "opprettet").values_list(*felter)
    ):
        rad = Fravarsrad(ident, fra, slutt, arsak, timer, barn_id, termin, fodt, tuple(leger.get(ident, ())))
        if fra <= til or _fortsetter(ut.get(sak_id, []), rad, til):
            ut[sak_id].append(rad)
    return ut


def _fortsetter(rader: list[Fravarsrad], rad: Fravarsrad, til: date) -> bool:
    """Whether the row goes on where one that has begun by `til` leaves off, with the rows read so far."""
    siste = rader[-1] if rader else None
    return siste is not None and siste.til >= til and siste.slag == rad.slag and siste.til + tid.EN_DAG == rad.fra


def manedens_fakta_for(sak_ids: Collection[UUID], maned: date) -> dict[UUID, Manedsfakta]:
    """The month's facts for every case asked for, also those without a sheet. Fourteen queries however many cases.

    `maned` is any day of the month. The gate is the caller's: this reads cases the caller has already been let in to.
    """
    periode = tid.maned(maned.year, maned.month)
    ut = {sak_id: Manedsfakta(sak_id, periode.fra) for sak_id in sak_ids}
    for ident, sak_id, status in Timeliste.objects.filter(sak_id__in=sak_ids, maned=periode.fra).values_list(
        "pk", "sak_id", "status"
    ):
        ut[sak_id].timeliste_id, ut[sak_id].status = ident, status
    dager = _dager(sak_ids, periode.fra)
    for sak_id, per_dag in dager.items():
        ut[sak_id].arbeid = {dag: Fraction(arbeid) for dag, (_, arbeid) in per_dag.items() if arbeid}
    for sak_id, fravaer in saksfravaer_for(sak_ids, til=periode.slutt, bare_med_fravaer=True).items():
        ugyldige = {dag: rad for dag, rad in fravaer.ugyldige().items() if periode.inneholder(dag)}
        timer = {dag: timer_borte(rad, _i_listen(dager.get(sak_id, {}), dag)) for dag, rad in ugyldige.items()}
        for dag, antall in sorted(timer.items()):
            if antall:
                dagene = ut[sak_id].ugyldig_fravaer if fravaer.kan_trekkes(dag) else ut[sak_id].uten_grunnlag
                dagene[dag] = Fraction(antall)
    return ut


def dager_uten_rad(programtid: Programtid, maned: Periode, rader: Collection[date]) -> list[date]:
    """The days of the month that the plan fills with hours and that have no row in the sheet.

    A sheet is filled when it is opened. A decision after that may give a right on further days (an extension, a pause
    that ends), and those would be paid though nobody had said what was done on them (sotjl § 39).
    """
    return [dag for dag in maned.dager() if dag not in rader and programtid.plan(dag).sum]


def dager_uten_rad_for(sak_ids: Collection[UUID], maned: date) -> dict[UUID, list[date]]:
    """`dager_uten_rad` of each case's sheet; a case without missing days is left out. Six queries, however many cases.

    The gate is the caller's, as in `manedens_fakta_for`.
    """
    periode = tid.maned(maned.year, maned.month)
    rader: dict[UUID, set[date]] = defaultdict(set)
    for sak_id, dag in Timelistedag.objects.filter(
        I_LEVENDE_LISTE, sak_id__in=sak_ids, timeliste__maned=periode.fra
    ).values_list("sak_id", "dato"):
        rader[sak_id].add(dag)
    programtid = programtid_for(sak_ids, periode)
    return {pk: dager for pk, tiden in programtid.items() if (dager := dager_uten_rad(tiden, periode, rader[pk]))}


def _dager(sak_ids: Collection[UUID], maned: date) -> Mapping[UUID, Dagene]:
    ut: dict[UUID, Dagene] = defaultdict(dict)
    for sak_id, dag, planlagt, arbeid in (
        Timelistedag.objects.filter(I_LEVENDE_LISTE, sak_id__in=sak_ids, timeliste__maned=maned)
        .order_by("dato")
        .values_list("sak_id", "dato", "planlagt", "timer_arbeid")
    ):
        ut[sak_id][dag] = (planlagt, arbeid)
    return ut


def timer_for_dager(sak_id: UUID, rader: Mapping[date, Fravarsrad], *, arbeidet: bool = True) -> dict[date, Fraction]:
    """Hours away on each of the days, from the sheets' rows; days without hours are left out. One query.

    Not `arbeidet`: as when a whole day away is registered, which takes the day's paid work away too.
    """
    if not rader:
        return {}
    maneder: dict[date, Dagene] = defaultdict(dict)
    for maned, dag, planlagt, arbeid in Timelistedag.objects.filter(
        I_LEVENDE_LISTE, sak_id=sak_id, timeliste__maned__in={dag.replace(day=1) for dag in rader}
    ).values_list("timeliste__maned", "dato", "planlagt", "timer_arbeid"):
        maneder[maned][dag] = planlagt, arbeid if arbeidet else Decimal(0)
    timer = {dag: timer_borte(rad, _i_listen(maneder[dag.replace(day=1)], dag)) for dag, rad in sorted(rader.items())}
    return {dag: Fraction(antall) for dag, antall in timer.items() if antall}


def _i_listen(dager: Dagene, dag: date) -> tuple[Decimal, Decimal]:
    """Planned hours and hours of paid work on the day, in a month's sheet.

    A day the sheet left out had nothing to be away from: leave, a pause, no block in the week. Where nobody has filled
    in any day (history read in), it counts a fifth of the week.
    """
    return dager.get(dag, _INGENTING if dager else _EN_FEMTEDEL)


def timer_borte(rad: Fravarsrad, dag: tuple[Decimal, Decimal]) -> Decimal:
    """Hours away on a day of so many planned hours and hours of paid work: what was registered, within the rest of it.

    An absence of several days says the same hours for each, and a day may have fewer. None registered: all of the rest.
    """
    planlagt, arbeid = dag
    resten = max(planlagt - arbeid, Decimal(0))
    return resten if rad.timer is None else min(rad.timer, resten)
