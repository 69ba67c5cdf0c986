"""The facts a month is reckoned from, gathered for many cases at once with a constant number of queries.

Nothing is asked again: the periods come from the decisions, the hours and absences from the approved sheet, the
children from the person, the municipal choices from their table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from uuid import UUID

from fotfeste.fag.oppfolging.models import Avslutning
from fotfeste.fag.oppmote.selectors import manedens_fakta_for
from fotfeste.fag.person.models import Barn
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.models import AnnenYtelse, Trekk
from fotfeste.fag.vedtak.enums import GIR_PERIODE, Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur.organisasjon import valg
from fotfeste.regelverk import stonad
from fotfeste.regelverk.tid import Periode, er_hverdag, maned

EN_DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Vedtaksperioder:
    """When the person has a right to stønad, and when the programme pauses."""

    rett: tuple[Periode, ...]
    avbrudd: tuple[Periode, ...]

    def stonadsdager(self, periode: Periode) -> int:
        """Monday–Friday in `periode` with a right and no pause."""
        return sum(
            1
            for dag in periode.dager()
            if er_hverdag(dag)
            and any(rett.inneholder(dag) for rett in self.rett)
            and not any(pause.inneholder(dag) for pause in self.avbrudd)
        )


def vedtaksperioder_for(sak_ids: Iterable[UUID]) -> dict[UUID, Vedtaksperioder]:
    """The periods of right and pause of each case, from its decisions and its end. Two queries."""
    ider = list(sak_ids)
    slutt = dict(Avslutning.objects.filter(sak_id__in=ider).values_list("sak_id", "dato"))
    vedtak: dict[UUID, list[tuple[str, date, date | None]]] = defaultdict(list)
    rader = Vedtak.objects.filter(
        sak_id__in=ider,
        status=Vedtaksstatus.FATTET,
        fra__isnull=False,
        type__in=[*GIR_PERIODE, Vedtakstype.AVBRUDD, Vedtakstype.GJENOPPTAK],
    ).order_by("fra")
    for sak_id, type_, fra, til in rader.values_list("sak_id", "type", "fra", "til"):
        if fra is not None:
            vedtak[sak_id].append((type_, fra, til))
    return {sak_id: _perioder(vedtak[sak_id], slutt.get(sak_id)) for sak_id in ider}


def _perioder(vedtak: Sequence[tuple[str, date, date | None]], slutt: date | None) -> Vedtaksperioder:
    rett = []
    for type_, fra, til in vedtak:
        if type_ in GIR_PERIODE:
            siste = min((d for d in (til, slutt) if d is not None), default=None)
            if siste is None or siste >= fra:
                rett.append(Periode(fra, siste))
    gjenopptatt = [fra for type_, fra, _ in vedtak if type_ == Vedtakstype.GJENOPPTAK]
    avbrudd = []
    for type_, fra, _ in vedtak:
        if type_ == Vedtakstype.AVBRUDD:
            igjen = min((g for g in gjenopptatt if g >= fra), default=None)
            if igjen is None:
                avbrudd.append(Periode(fra, None))
            elif igjen > fra:
                avbrudd.append(Periode(fra, igjen - EN_DAG))
    return Vedtaksperioder(tuple(rett), tuple(avbrudd))


def stonadsfakta_for(
    saker: Sequence[Sak],
    forste: date,
    *,
    kjent_dato: date,
    perioder: Mapping[UUID, Vedtaksperioder] | None = None,
) -> dict[UUID, stonad.Stonadsfakta]:
    """The facts of the month beginning `forste` for each case. The cases must have `person` loaded."""
    ider = [sak.pk for sak in saker]
    perioder = perioder or vedtaksperioder_for(ider)
    oppmote = manedens_fakta_for(ider, forste)
    barn = _barn([sak.person_id for sak in saker])
    ytelser = _ytelser(ider)
    trekk = _trekk(ider, forste)
    kommunevalg = {kommune_id: _kommunale_valg(kommune_id, forste) for kommune_id in {sak.kommune_id for sak in saker}}
    return {
        sak.pk: stonad.Stonadsfakta(
            ar=forste.year,
            mnd=forste.month,
            fodselsdato=sak.person.fodselsdato,
            vedtak=perioder[sak.pk].rett,
            kjent_dato=kjent_dato,
            barn=barn[sak.person_id],
            avbrudd=perioder[sak.pk].avbrudd,
            arbeid=_timer(oppmote[sak.pk].arbeid),
            ugyldig_fravaer=_timer(oppmote[sak.pk].ugyldig_fravaer),
            andre_ytelser=ytelser[sak.pk],
            trekk=trekk[sak.pk],
            kommunale_valg=kommunevalg[sak.kommune_id],
        )
        for sak in saker
    }


def _timer(timer: Mapping[date, object]) -> tuple[stonad.Timer, ...]:
    return tuple(stonad.Timer(dag, Fraction(str(antall))) for dag, antall in sorted(timer.items()))


def _barn(person_ids: list[UUID]) -> defaultdict[UUID, tuple[stonad.Barn, ...]]:
    barn: defaultdict[UUID, tuple[stonad.Barn, ...]] = defaultdict(tuple)
    rader = Barn.objects.filter(person_id__in=person_ids).order_by("fodselsdato", "opprettet")
    for person_id, fodt, fra, til in rader.values_list("person_id", "fodselsdato", "fra", "til"):
        barn[person_id] += (stonad.Barn(fodt, Periode(fra, til)),)
    return barn


def _ytelser(sak_ids: list[UUID]) -> defaultdict[UUID, tuple[stonad.AnnenYtelse, ...]]:
    ytelser: defaultdict[UUID, tuple[stonad.AnnenYtelse, ...]] = defaultdict(tuple)
    rader = AnnenYtelse.objects.filter(sak_id__in=sak_ids).order_by("fra", "opprettet")
    for sak_id, type_, fra, til, belop in rader.values_list("sak_id", "type", "fra", "til", "belop_per_dag"):
        ytelser[sak_id] += (stonad.AnnenYtelse(stonad.Ytelsestype(type_), Periode(fra, til), Fraction(belop)),)
    return ytelser


def _trekk(sak_ids: list[UUID], forste: date) -> defaultdict[UUID, tuple[stonad.Trekk, ...]]:
    trekk: defaultdict[UUID, tuple[stonad.Trekk, ...]] = defaultdict(tuple)
    rader = Trekk.objects.filter(sak_id__in=sak_ids, maned=forste).order_by("opprettet")
    for sak_id, belop, hjemmel in rader.values_list("sak_id", "belop", "hjemmel"):
        trekk[sak_id] += (stonad.Trekk(Fraction(belop), hjemmel),)
    return trekk


def _kommunale_valg(kommune_id: UUID, forste: date) -> stonad.KommunaleValg:
    siste = maned(forste.year, forste.month).til or forste
    return stonad.KommunaleValg(
        fravaer_reduserer_barnetillegg=valg.verdi(kommune_id, "fravaer_reduserer_barnetillegg", siste)
    )
