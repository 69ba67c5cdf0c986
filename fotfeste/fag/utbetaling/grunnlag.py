"""The facts a month is reckoned from, gathered for many cases at once with a constant number of queries.

Nothing is asked again: the periods come from the decisions, the hours and absences from the approved sheet, the
children from the person, the municipal choices from their table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from uuid import UUID

from fotfeste.fag.oppmote.selectors import manedens_fakta_for
from fotfeste.fag.person.barnetillegg import stonadsbarn_for
from fotfeste.fag.program.perioder import permisjon_uten_stonad_for
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.models import AnnenYtelse
from fotfeste.fag.utbetaling.trekk import Trekkrad, trekk_for
from fotfeste.fag.vedtak.perioder import Vedtaksperioder, vedtaksperioder_for
from fotfeste.grunnmur.organisasjon import valg
from fotfeste.regelverk import stonad
from fotfeste.regelverk.tid import Periode, maned


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
    barn = _barn(saker, forste)
    ytelser = _ytelser(ider)
    trekk = trekk_for(ider, forste)
    uten_stonad = permisjon_uten_stonad_for(ider, maned(forste.year, forste.month))
    kommunevalg = {kommune_id: _kommunale_valg(kommune_id, forste) for kommune_id in {sak.kommune_id for sak in saker}}
    return {
        sak.pk: stonad.Stonadsfakta(
            ar=forste.year,
            mnd=forste.month,
            fodselsdato=sak.person.fodselsdato,
            vedtak=perioder[sak.pk].rett,
            kjent_dato=kjent_dato,
            barn=barn.get(sak.person_id, ()),
            avbrudd=perioder[sak.pk].avbrudd,
            permisjon_uten_stonad=uten_stonad[sak.pk],
            arbeid=_timer(oppmote[sak.pk].arbeid),
            ugyldig_fravaer=_timer(oppmote[sak.pk].ugyldig_fravaer),
            andre_ytelser=ytelser[sak.pk],
            trekk=_trekk(trekk[sak.pk]),
            kommunale_valg=kommunevalg[sak.kommune_id],
        )
        for sak in saker
    }


def _timer(timer: Mapping[date, object]) -> tuple[stonad.Timer, ...]:
    return tuple(stonad.Timer(dag, Fraction(str(antall))) for dag, antall in sorted(timer.items()))


def _barn(saker: Sequence[Sak], forste: date) -> dict[UUID, tuple[stonad.Barn, ...]]:
    """The children with the periods they give barnetillegg for. No more than three queries, however many cases."""
    return stonadsbarn_for({sak.person_id: sak.kommune_id for sak in saker}, maned(forste.year, forste.month))


def _ytelser(sak_ids: list[UUID]) -> defaultdict[UUID, tuple[stonad.AnnenYtelse, ...]]:
    ytelser: defaultdict[UUID, tuple[stonad.AnnenYtelse, ...]] = defaultdict(tuple)
    rader = AnnenYtelse.objects.filter(sak_id__in=sak_ids).order_by("fra", "opprettet")
    for sak_id, type_, fra, til, belop in rader.values_list("sak_id", "type", "fra", "til", "belop_per_dag"):
        ytelser[sak_id] += (stonad.AnnenYtelse(stonad.Ytelsestype(type_), Periode(fra, til), Fraction(belop)),)
    return ytelser


def _trekk(rader: Iterable[Trekkrad]) -> tuple[stonad.Trekk, ...]:
    return tuple([stonad.Trekk(Fraction(rad.belop), rad.hjemmel) for rad in rader])


def _kommunale_valg(kommune_id: UUID, forste: date) -> stonad.KommunaleValg:
    siste = maned(forste.year, forste.month).til or forste
    return stonad.KommunaleValg(
        fravaer_reduserer_barnetillegg=valg.verdi(kommune_id, "fravaer_reduserer_barnetillegg", siste)
    )
