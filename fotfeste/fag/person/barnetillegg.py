"""The children's facts as the rule of barnetillegg takes them, and its answer: for a month's run and for a page.

Most children live in Norway with the parent: nothing is asked of their days but what the reckoning itself asks. One
query tells which have more to them, and only then are the stays abroad and the municipal choice fetched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef

from fotfeste.fag.person.models import Barn, Utenlandsopphold
from fotfeste.grunnmur.organisasjon import valg
from fotfeste.regelverk import barnetillegg as regel
from fotfeste.regelverk import stonad
from fotfeste.regelverk.spor import Sporrad
from fotfeste.regelverk.tid import Periode, maned

if TYPE_CHECKING:
    from fotfeste.fag.sak.models import Sak

REISEDAGER = "barn_reisedager_teller"
"""The municipal choice: whether the days of travel count as days abroad."""


class _Rad(NamedTuple):
    """A child as it is fetched for many at once."""

    pk: UUID
    person_id: UUID
    fodselsdato: date
    fra: date
    til: date | None
    fosterbarn: bool
    forsorget_fra: date | None
    krav_fram: date | None
    varig_plassering: bool
    bosatt_fra: date | None
    bosatt_til: date | None
    har_reist: bool

    @property
    def er_enkel(self) -> bool:
        """Nothing but birth and support decides."""
        return not (self.fosterbarn or self.har_reist or self.bosatt_fra or self.bosatt_til)


def stonadsbarn_for(kommuner: Mapping[UUID, UUID], innenfor: Periode) -> dict[UUID, tuple[stonad.Barn, ...]]:
    """The children of each person as the reckoning of the (closed) days `innenfor` takes them.

    `kommuner`: each person's id to the municipality whose choices hold. One query, three when a child has been abroad.
    """
    return {
        person_id: tuple([barn for _ident, barn in rader])
        for person_id, rader in navngitte_stonadsbarn_for(kommuner, innenfor).items()
    }


def navngitte_stonadsbarn_for(
    kommuner: Mapping[UUID, UUID], innenfor: Periode
) -> dict[UUID, list[tuple[UUID, stonad.Barn]]]:
    """As `stonadsbarn_for`, in the same order, each with the id of the child; one with several periods has several."""
    reiser = Utenlandsopphold.objects.filter(barn=OuterRef("pk"))
    barna = Barn.objects.filter(person_id__in=kommuner.keys()).order_by("fodselsdato", "opprettet")
    rader = [_Rad(*rad) for rad in barna.annotate(har_reist=Exists(reiser)).values_list(*_Rad._fields)]
    utland = _utland([rad.pk for rad in rader if rad.har_reist])
    reisedager = _reisedager({kommuner[rad.person_id] for rad in rader if rad.har_reist}, innenfor)
    ut: defaultdict[UUID, list[tuple[UUID, stonad.Barn]]] = defaultdict(list)
    for rad in rader:
        if rad.er_enkel:
            ut[rad.person_id].append((rad.pk, stonad.Barn(rad.fodselsdato, Periode(rad.fra, rad.til))))
            continue
        gitt = regel.gitte_perioder(
            _fakta(rad, utland[rad.pk]), med_reisedager=reisedager.get(kommuner[rad.person_id], False)
        )
        ut[rad.person_id] += [(rad.pk, stonad.Barn(rad.fodselsdato, p)) for p in gitt if p.overlapper(innenfor)]
    return ut


def _utland(barn_ids: Sequence[UUID]) -> defaultdict[UUID, tuple[regel.Utenlandsopphold, ...]]:
    ut: defaultdict[UUID, tuple[regel.Utenlandsopphold, ...]] = defaultdict(tuple)
    if barn_ids:
        rader = Utenlandsopphold.objects.filter(barn_id__in=barn_ids).order_by("fra")
        for barn_id, fra, til, medlem in rader.values_list("barn_id", "fra", "til", "medlem_folketrygden"):
            ut[barn_id] += (regel.Utenlandsopphold(fra, til, medlem),)
    return ut


def _reisedager(kommuner: set[UUID], innenfor: Periode) -> dict[UUID, bool]:
    """The choice in force on the last of the days; nothing is asked where no child has been abroad."""
    if not kommuner:
        return {}
    return {kommune: bool(deres[REISEDAGER]) for kommune, deres in valg.verdier(kommuner, innenfor.slutt).items()}


def _fakta(barn: _Rad | Barn, utland: Iterable[regel.Utenlandsopphold]) -> regel.Barnefakta:
    foster = None
    if barn.fosterbarn and barn.forsorget_fra and barn.krav_fram:
        foster = regel.Fosterforhold(barn.forsorget_fra, barn.krav_fram, barn.varig_plassering)
    bosatt = None
    if barn.bosatt_fra or barn.bosatt_til:
        bosatt = (Periode(barn.bosatt_fra or date.min, barn.bosatt_til),)
    return regel.Barnefakta(barn.fodselsdato, Periode(barn.fra, barn.til), foster, bosatt, tuple(utland))


@dataclass(frozen=True, slots=True)
class Barneforklaring:
    """A child in a month: what it gives on which days and why. `rader` is empty before its birth."""

    barn: Barn
    rader: tuple[Sporrad, ...]
    dager_ute: int

    @property
    def gir(self) -> bool:
        """Whether it gives barnetillegg on any day of the month."""
        return any(rad.kode.removeprefix("barn_") in regel.GIR for rad in self.rader)

    @property
    def er_delt(self) -> bool:
        """Whether the month is more than one answer."""
        return len(self.rader) > 1


def barnetillegg_forklart(sak: Sak, forste: date) -> list[Barneforklaring]:
    """Why each child gives barnetillegg in the month beginning `forste`, or not, as the facts stand now.

    At most three queries.
    """
    barna = list(sak.person.barn.prefetch_related("utenlandsopphold"))
    maneden = maned(forste.year, forste.month)
    reist = any(barn.utenlandsopphold.all() for barn in barna)
    med_reisedager = reist and bool(valg.verdi(sak.kommune_id, REISEDAGER, maneden.slutt))
    ut = []
    for barn in barna:
        utland = [regel.Utenlandsopphold(o.fra, o.til, o.medlem_folketrygden) for o in barn.utenlandsopphold.all()]
        fakta = _fakta(barn, utland)
        ut.append(
            Barneforklaring(
                barn,
                regel.forklar(fakta, maneden, med_reisedager=med_reisedager),
                regel.dager_ute_for(fakta, maneden.slutt, med_reisedager=med_reisedager),
            )
        )
    return ut


def antall_med_tillegg(person_id: UUID, kommune_id: UUID, dag: date) -> int:
    """How many of the person's children give barnetillegg on the day: born, under 18, and all that § 3 asks."""
    barna = stonadsbarn_for({person_id: kommune_id}, Periode(dag, dag)).get(person_id, ())
    fakta = (regel.Barnefakta(barn.fodselsdato, barn.periode) for barn in barna)
    return sum(1 for ett in fakta if regel.tidslinje(ett).verdi(dag) in regel.GIR)
