"""What people have decided of egenmelding, as the absence rules ask: for one case or for twelve thousand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from fotfeste.fag.egenmelding.enums import Bekreftelsesstatus, Gjelder
from fotfeste.fag.egenmelding.models import Egenmeldingsbekreftelse, Egenmeldingsbeslutning, Egenmeldingsutsettelse
from fotfeste.regelverk.egenmelding import Beslutning, stoppet
from fotfeste.regelverk.tid import Periode


@dataclass(frozen=True, slots=True)
class Egenmeldingsfakta:
    """The days the right is withdrawn (§§ 8, 10), and those of egenmeldinger that fell away unconfirmed (§ 7)."""

    stoppet: tuple[Periode, ...] = ()
    barn_stoppet: tuple[Periode, ...] = ()
    bortfalt: tuple[Periode, ...] = ()


INGEN = Egenmeldingsfakta()


def egenmelding_for(sak_ids: Collection[UUID]) -> dict[UUID, Egenmeldingsfakta]:
    """What is decided in each case; a case with nothing is left out. Three queries at most, however many cases."""
    beslutninger: defaultdict[tuple[UUID, str], list[Beslutning]] = defaultdict(list)
    for sak_id, gjelder, fra, senest in (
        Egenmeldingsbeslutning.objects.filter(sak_id__in=sak_ids)
        .order_by("dato", "opprettet")
        .values_list("sak_id", "stopp__gjelder", "fra", "vurderes_senest")
    ):
        beslutninger[sak_id, gjelder].append(Beslutning(fra, senest))
    utsatt = _utsatt({sak_id for sak_id, _ in beslutninger})
    bortfalt: defaultdict[UUID, list[Periode]] = defaultdict(list)
    for sak_id, fra, til in Egenmeldingsbekreftelse.objects.filter(
        sak_id__in=sak_ids, status=Bekreftelsesstatus.BORTFALT, venter_klage=False
    ).values_list("sak_id", "fra", "til"):
        bortfalt[sak_id].append(Periode(fra, til))
    return {
        sak_id: Egenmeldingsfakta(
            stoppet(beslutninger[sak_id, Gjelder.EGEN], utsatt[sak_id, Gjelder.EGEN]),
            stoppet(beslutninger[sak_id, Gjelder.BARN], utsatt[sak_id, Gjelder.BARN]),
            tuple(bortfalt[sak_id]),
        )
        for sak_id in {*(sak_id for sak_id, _ in beslutninger), *bortfalt}
    }


def _utsatt(sak_ids: Collection[UUID]) -> defaultdict[tuple[UUID, str], list[Periode]]:
    """The days each withdrawal was put off. No query without a case."""
    ut: defaultdict[tuple[UUID, str], list[Periode]] = defaultdict(list)
    rader = Egenmeldingsutsettelse.objects.filter(sak_id__in=sak_ids)
    for sak_id, gjelder, fra, til in rader.values_list("sak_id", "stopp__gjelder", "fra", "til"):
        ut[sak_id, gjelder].append(Periode(fra, til))
    return ut
