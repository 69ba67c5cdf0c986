"""What comes of each paid month when a number of the law came late: the answer of the dry run and of the carrying out.

The reckoning is etterregning's; here is only which months are asked about, and what makes somebody look first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from fotfeste.fag.klage.enums import LOPENDE
from fotfeste.fag.klage.models import Klage
from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oppmote.models import Timeliste
from fotfeste.fag.regulering.enums import Grunn, Utfall
from fotfeste.fag.regulering.kontroll import kontrollregn
from fotfeste.fag.regulering.models import Regulering
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.endringsarsak import Endringsarsak
from fotfeste.fag.utbetaling.etterregning import Funn, betalte_maneder, finn_endringer, gjeldende_beregninger
from fotfeste.fag.utbetaling.frigivelse import filkontroll
from fotfeste.fag.utbetaling.kvittering import konto_avvist
from fotfeste.fag.utbetaling.models import Beregning, Differanse, Utbetaling
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon import valg
from fotfeste.regelverk.regulering import Endring
from fotfeste.regelverk.stonad import beregn
from fotfeste.regelverk.tid import maned as maned_periode

Nokkel = tuple[UUID, date]
BARE_SATSEN = (Endringsarsak.GRUNNBELOP,)


@dataclass(frozen=True, slots=True)
class Svar:
    """One paid month: the reckoning that stands, the new one when there is a difference, and what comes of it."""

    sak: Sak
    maned: date
    forrige: Beregning
    utfall: Utfall
    grunn: Grunn | None = None
    ny_brutto: int | None = None
    kontroll: int | None = None
    funn: Funn | None = None

    @property
    def belop(self) -> int | None:
        return None if self.ny_brutto is None else self.ny_brutto - self.forrige.brutto


def berorte_maneder(endring: Endring, saker: Collection[UUID] | QuerySet[Sak]) -> QuerySet[Utbetaling]:
    """Paid months with days the change is for, that were reckoned before it was known. Some may be regulated since."""
    return betalte_maneder(saker).filter(  # type: ignore[arg-type]
        maned__gte=endring.forste_maned, beregning__kjent_dato__lt=endring.verdi.kunngjort
    )


def uregulerte_maneder(endring: Endring, saker: Collection[UUID] | QuerySet[Sak]) -> QuerySet[Utbetaling]:
    """Those of `berorte_maneder` that no later reckoning has known the new number for."""
    senere = Differanse.objects.filter(
        sak=OuterRef("sak"), maned=OuterRef("maned"), ny__kjent_dato__gte=endring.verdi.kunngjort
    )
    return berorte_maneder(endring, saker).filter(~Exists(senere))


def vurder(regulering: Regulering, saker: Sequence[Sak]) -> list[Svar]:
    """The answer for every paid month the change is for, of the cases (with `person` loaded). Nothing is stored."""
    endring = regulering.endring
    ider = [sak.pk for sak in saker]
    berorte = set(berorte_maneder(endring, ider).values_list("sak_id", "maned"))
    gjeldende = gjeldende_beregninger(ider, {maned for _sak, maned in berorte})
    beregninger = Beregning.objects.only("sak", "maned", "kjent_dato", "brutto").in_bulk(
        [gjeldende[nokkel] for nokkel in berorte]
    )
    gammel = {(rad.sak_id, rad.maned): rad for rad in beregninger.values() if rad.kjent_dato < endring.verdi.kunngjort}
    funn = _finn(saker, gammel, endring.verdi.kunngjort)
    godkjente = set(
        Timeliste.objects.filter(sak_id__in=ider, status=Timelistestatus.GODKJENT).values_list("sak_id", "maned")
    )
    kontroll = _kontroll(saker, gammel.keys() & godkjente, endring.verdi.kunngjort)
    omstendigheter = _omstendigheter(regulering, saker)
    etter_id = {sak.pk: sak for sak in saker}
    svar = [
        Svar(etter_id[rad.sak_id], rad.maned, rad, Utfall.ALLEREDE, ny_brutto=rad.brutto)
        for rad in beregninger.values()
        if (rad.sak_id, rad.maned) not in gammel
    ]
    for nokkel, rad in gammel.items():
        sak = etter_id[rad.sak_id]
        if nokkel in godkjente:
            svar.append(_svar(sak, rad, funn.get(nokkel), kontroll.get(nokkel), omstendigheter))
        else:
            svar.append(Svar(sak, rad.maned, rad, Utfall.TRENGER_PERSON, Grunn.TIMELISTE_RETTES))
    return sorted(svar, key=lambda ett: (ett.sak.pk, ett.maned))


def _finn(saker: Sequence[Sak], gammel: Collection[Nokkel], kjent: date) -> dict[Nokkel, Funn]:
    """What differs of the months in `gammel`. A later month that knew the number is passed over."""
    maneder = {maned for _sak, maned in gammel}
    alle = finn_endringer(saker, maneder, kjent_dato=kjent) if maneder else ()
    return {(ett.sak.pk, ett.maned): _bare_det_som_teller(ett) for ett in alle if (ett.sak.pk, ett.maned) in gammel}


def _bare_det_som_teller(funn: Funn) -> Funn:
    """A fact that has changed and makes no difference for this month (an extension after it) is no cause."""
    if funn.arsaker == BARE_SATSEN:
        return funn
    for_ = beregn(replace(funn.fakta, kjent_dato=funn.forrige.kjent_dato), med_spor=False)
    uendret = for_.linjer._asdict() == funn.forrige.ut["linjer"]
    return replace(funn, arsaker=BARE_SATSEN) if uendret else funn


def _kontroll(saker: Sequence[Sak], nokler: Iterable[Nokkel], kjent: date) -> dict[Nokkel, int]:
    per_maned: defaultdict[date, set[UUID]] = defaultdict(set)
    for sak_id, maned in nokler:
        per_maned[maned].add(sak_id)
    return {
        (sak_id, maned): brutto
        for maned, ider in sorted(per_maned.items())
        for sak_id, brutto in kontrollregn([sak for sak in saker if sak.pk in ider], maned, kjent).items()
    }


class _Omstendigheter(NamedTuple):
    """What of the cases makes somebody look before money moves."""

    klager: dict[UUID, list[tuple[date, date | None]]]
    avviste: set[UUID]
    grense: int


def _omstendigheter(regulering: Regulering, saker: Sequence[Sak]) -> _Omstendigheter:
    ider = [sak.pk for sak in saker]
    klager: defaultdict[UUID, list[tuple[date, date | None]]] = defaultdict(list)
    rader = Klage.objects.filter(sak_id__in=ider, status__in=sorted(LOPENDE))
    for sak_id, fra, til in rader.values_list("sak_id", "vedtak__fra", "vedtak__til"):
        if fra:
            klager[sak_id].append((fra, til))
    grense = int(valg.verdi(regulering.kommune_id, "regulering_kontroll_kroner", klokke.i_dag()))
    return _Omstendigheter(klager, konto_avvist(ider), grense)


def _svar(sak: Sak, rad: Beregning, funn: Funn | None, kontroll: int | None, om: _Omstendigheter) -> Svar:
    ny_brutto = funn.ny_brutto if funn else rad.brutto
    grunn = _hindres(funn, ny_brutto, kontroll)
    if grunn is None and ny_brutto == rad.brutto:
        return Svar(sak, rad.maned, rad, Utfall.INGEN_ENDRING, None, ny_brutto, kontroll, funn)
    if grunn is None and funn:
        grunn = _ma_sees_pa(sak, funn, om)
    utfall = Utfall.TRENGER_PERSON if grunn else Utfall.ETTERBETALES
    return Svar(sak, rad.maned, rad, utfall, grunn, ny_brutto, kontroll, funn)


def _hindres(funn: Funn | None, ny_brutto: int, kontroll: int | None) -> Grunn | None:
    """Why the amount itself is not to be trusted."""
    if funn and funn.arsaker != BARE_SATSEN:
        return Grunn.FAKTA_ENDRET
    return Grunn.KONTROLL if kontroll != ny_brutto else None


def _ma_sees_pa(sak: Sak, funn: Funn, om: _Omstendigheter) -> Grunn | None:
    """Why somebody looks before the difference is carried out; the first reason there is."""
    if sak.person.dodsdato:
        return Grunn.DOD
    if funn.belop < 0:
        return Grunn.LAVERE
    maneden = maned_periode(funn.maned.year, funn.maned.month)
    if any(fra <= maneden.slutt and (til is None or til >= maneden.fra) for fra, til in om.klager.get(sak.pk, ())):
        return Grunn.KLAGE
    if any(ytelse.periode.overlapper(maneden) for ytelse in funn.fakta.andre_ytelser):
        return Grunn.YTELSE
    if sak.pk in om.avviste or filkontroll().mottakerhinder(sak.person):
        return Grunn.KONTO
    return Grunn.STOR if funn.belop > om.grense else None
