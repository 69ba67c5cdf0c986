"""Which days a child gives barnetillegg, why not on the others, and whose money it is (forskriften §§ 3-4).

Facts of one child in; a `Tidslinje` over every day from its birth out, each stretch with its answer and provision.
`gitte_perioder` is what `stonad.Barn` takes. docs/algoritmer/barnetillegg.md tells it in prose, with examples by hand.

Three choices where the texts are silent. Of a stay abroad only whole days outside Norway count, from the day after
departure to the day before return, unless the municipality counts the days of travel too. The twelve months are those
that end with the day asked about, so that a day is given when it and the days abroad before it are 90 at most. A stay
with membership of its own is not among those the 90 days are counted of.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from fotfeste.regelverk.ord import dato_i_ord, periode_i_ord
from fotfeste.regelverk.parametre import BARN_TIL_AR, Konstant
from fotfeste.regelverk.rettskilde import Rettsgrunnlag, Rettskilde, fk
from fotfeste.regelverk.spor import Sporrad, Tall
from fotfeste.regelverk.stonad.fakta import Stonadsfakta
from fotfeste.regelverk.stonad.regning import NEVNER, Regnskap, regn
from fotfeste.regelverk.tid import EN_DAG, Periode, Tidslinje, fyller, legg_til_maneder

K = TypeVar("K", bound=Hashable)

UTLAND_DAGER = Konstant("barn_utland_dager", "Dager et barn kan være i utlandet", "dager", Fraction(90), fk(3, 2, 2))
UTLAND_MANEDER = Konstant("barn_utland_maneder", "Tiden dagene telles i", "måneder", Fraction(12), fk(3, 2, 2))
FOSTER_AR = Konstant("fosterbarn_ar", "År et fosterbarn må ha vært forsørget", "år", Fraction(2), fk(3, 3, 1))

_MAKS_UTE = int(UTLAND_DAGER.verdi)
_VINDU = int(UTLAND_MANEDER.verdi)
_FOSTERMANEDER = 12 * int(FOSTER_AR.verdi)
# After this many days without a break the 90 are used up for as long as the stay lasts, whatever was before it.
_SIKKERT_OVER = timedelta(days=2 * _MAKS_UTE)


class Grunn(StrEnum):
    """Why a stretch gives barnetillegg, or does not."""

    GIS = "gis"
    UTE_INNENFOR = "ute_innenfor"
    UTE_MEDLEM = "ute_medlem"
    IKKE_FORSORGET = "ikke_forsorget"
    FYLT_18 = "fylt_18"
    IKKE_BOSATT = "ikke_bosatt"
    FOSTER_FOR_KRAV = "foster_for_krav"
    FOSTER_TO_AR = "foster_to_ar"
    UTE_OVER_90 = "ute_over_90"


GIR = frozenset({Grunn.GIS, Grunn.UTE_INNENFOR, Grunn.UTE_MEDLEM})
"""The answers that give barnetillegg."""

_FTL_ALDER = Rettskilde(Rettsgrunnlag.FTL, "1-6")
_FTL_MEDLEM = Rettskilde(Rettsgrunnlag.FTL, "2-5", 2)

HJEMMEL: Mapping[Grunn, Rettskilde] = {
    Grunn.GIS: fk(3, 1),
    Grunn.UTE_INNENFOR: fk(3, 2, 2),
    Grunn.UTE_MEDLEM: fk(3, 2, 2),
    Grunn.IKKE_FORSORGET: fk(3, 1),
    Grunn.FYLT_18: _FTL_ALDER,
    Grunn.IKKE_BOSATT: fk(3, 2, 1),
    Grunn.FOSTER_FOR_KRAV: fk(3, 3, 1),
    Grunn.FOSTER_TO_AR: fk(3, 3, 1),
    Grunn.UTE_OVER_90: fk(3, 2, 2),
}

BEGGE_FORELDRE = "Er begge foreldrene i kvalifiseringsprogrammet, får begge barnetillegg for barnet."


@dataclass(frozen=True, slots=True)
class Fosterforhold:
    """A foster child: supported since, when barnetillegg was claimed, and whether the two years are waived."""

    forsorget_fra: date
    krav_fram: date
    fraveket: bool = False

    @property
    def to_ar(self) -> date:
        """The first day a claim can rest on two years' support."""
        return legg_til_maneder(self.forsorget_fra, _FOSTERMANEDER)

    @property
    def oppfylt(self) -> bool:
        """Whether the claim holds: two years' support before it, or a lasting placement that lets them be waived."""
        return self.fraveket or self.to_ar <= self.krav_fram


@dataclass(frozen=True, slots=True)
class Utenlandsopphold:
    """A stay abroad: the day of departure and of return (None: not back yet). ValueError when it ends before it began.

    `medlem`: the child is a member of folketrygden while there (ftl § 2-5 second paragraph).
    """

    avreise: date
    hjemkomst: date | None
    medlem: bool = False

    def __post_init__(self) -> None:
        if self.hjemkomst is not None and self.hjemkomst < self.avreise:
            raise ValueError(f"oppholdet slutter {self.hjemkomst} og begynner {self.avreise}")

    def dager_ute(self, *, med_reisedager: bool = False) -> Periode | None:
        """The days that count as abroad; None when there are none (out and back within two days)."""
        if med_reisedager:
            return Periode(self.avreise, self.hjemkomst)
        fra, til = self.avreise + EN_DAG, self.hjemkomst and self.hjemkomst - EN_DAG
        return None if til is not None and til < fra else Periode(fra, til)


@dataclass(frozen=True, slots=True)
class Barnefakta:
    """What is known of one child. `forsorget`: the days it is supported, and barnetillegg granted for.

    `bosatt`: when it has lived and lawfully stayed in Norway (Svalbard is Norway); None: all the time. `utland` are
    stays away from there; they must not overlap.
    """

    fodselsdato: date
    forsorget: Periode
    foster: Fosterforhold | None = None
    bosatt: tuple[Periode, ...] | None = None
    utland: tuple[Utenlandsopphold, ...] = ()


def tidslinje(barn: Barnefakta, *, med_reisedager: bool = False) -> Tidslinje[Grunn]:
    """The answer for every day from the child's birth on."""
    ute = _ute(barn.utland, med_reisedager=med_reisedager)
    skiller = {barn.fodselsdato, barn.forsorget.fra, _attenarsdag(barn), *_dagen_etter(barn.forsorget.til)}
    for periode in barn.bosatt or ():
        skiller |= {periode.fra, *_dagen_etter(periode.til)}
    if barn.foster:
        skiller.add(barn.foster.krav_fram)
    for periode, _grunn in ute:
        skiller |= {periode.fra, *_dagen_etter(periode.til)}
    dager = sorted(dag for dag in skiller if dag >= barn.fodselsdato)
    slutter = [dag - EN_DAG for dag in dager[1:]]
    return Tidslinje(
        (Periode(fra, til), _svar(barn, fra, ute.verdi(fra))) for fra, til in zip(dager, [*slutter, None], strict=True)
    )


def gitte_perioder(barn: Barnefakta, *, med_reisedager: bool = False) -> tuple[Periode, ...]:
    """The periods barnetillegg is given for, in order: what `stonad.Barn` is made of."""
    gitt = Tidslinje((p, True) for p, grunn in tidslinje(barn, med_reisedager=med_reisedager) if grunn in GIR)
    return tuple(periode for periode, _ in gitt)


def _attenarsdag(barn: Barnefakta) -> date:
    return fyller(barn.fodselsdato, int(BARN_TIL_AR.verdi))


def _dagen_etter(dag: date | None) -> tuple[date, ...]:
    return () if dag is None else (dag + EN_DAG,)


def _svar(barn: Barnefakta, dag: date, ute: Grunn | None) -> Grunn:
    """The answer for the day, the lasting obstacles before the passing ones. `ute`: what the stays abroad say of it."""
    if not barn.forsorget.inneholder(dag):
        return Grunn.IKKE_FORSORGET
    if dag >= _attenarsdag(barn):
        return Grunn.FYLT_18
    if barn.foster and not barn.foster.oppfylt:
        return Grunn.FOSTER_TO_AR
    if barn.foster and dag < barn.foster.krav_fram:
        return Grunn.FOSTER_FOR_KRAV
    if ute is Grunn.UTE_MEDLEM:
        return ute
    if barn.bosatt is not None and not any(periode.inneholder(dag) for periode in barn.bosatt):
        return Grunn.IKKE_BOSATT
    return ute or Grunn.GIS


def _ute(opphold: Sequence[Utenlandsopphold], *, med_reisedager: bool) -> Tidslinje[Grunn]:
    """The days abroad, each with what it comes to by the days abroad of the twelve months that end with it."""
    ordnet = sorted(opphold, key=lambda o: o.avreise)
    perioder = [(p, o.medlem) for o in ordnet if (p := o.dager_ute(med_reisedager=med_reisedager))]
    ut: list[tuple[Periode, Grunn]] = [(p, Grunn.UTE_MEDLEM) for p, medlem in perioder if medlem]
    talte: list[date] = []
    forste = 0
    for periode, medlem in perioder:
        if medlem:
            continue
        for dag in _regnes_dag_for_dag(periode):
            talte.append(dag)
            begynner = legg_til_maneder(dag, -_VINDU)
            while talte[forste] <= begynner:
                forste += 1
            over = len(talte) - forste > _MAKS_UTE
            ut.append((Periode(dag, dag), Grunn.UTE_OVER_90 if over else Grunn.UTE_INNENFOR))
        if periode.til is None and talte:
            ut.append((Periode(talte[-1] + EN_DAG, None), Grunn.UTE_OVER_90))
    return Tidslinje(ut)


def _regnes_dag_for_dag(periode: Periode) -> Iterator[date]:
    """The period's days; of one without an end as many as can be in doubt."""
    return Periode(periode.fra, periode.til or periode.fra + _SIKKERT_OVER).dager()


def dager_ute_for(barn: Barnefakta, dag: date, *, med_reisedager: bool = False) -> int:
    """How many of the 90 days are used in the twelve months that end with `dag`."""
    # Anyone may ask for any month: the calendar's first year has no twelve months before it.
    vindu = Periode(legg_til_maneder(dag, -_VINDU) + EN_DAG if dag.year > date.min.year else date.min, dag)
    perioder = (o.dager_ute(med_reisedager=med_reisedager) for o in barn.utland if not o.medlem)
    return sum(felles.antall_dager for p in perioder if p and (felles := p.snitt(vindu)))


def forklar(barn: Barnefakta, innenfor: Periode, *, med_reisedager: bool = False) -> tuple[Sporrad, ...]:
    """Rows that say what the child gives inside the (closed) period and why, in order. None before its birth."""
    linje = tidslinje(barn, med_reisedager=med_reisedager).avgrens(innenfor)
    return tuple(_rad(barn, periode, grunn, med_reisedager=med_reisedager) for periode, grunn in linje)


def _rad(barn: Barnefakta, periode: Periode, grunn: Grunn, *, med_reisedager: bool) -> Sporrad:
    til = periode.slutt
    ute = dager_ute_for(barn, til, med_reisedager=med_reisedager)
    parametre: tuple[Konstant, ...] = ()
    tall: dict[str, Tall] = {"dager": periode.antall_dager}
    if grunn in {Grunn.UTE_INNENFOR, Grunn.UTE_OVER_90}:
        parametre, tall = (UTLAND_DAGER, UTLAND_MANEDER), {**tall, "dager_ute": ute}
    elif grunn is Grunn.FYLT_18:
        parametre = (BARN_TIL_AR,)
    elif grunn is Grunn.FOSTER_TO_AR:
        parametre = (FOSTER_AR,)
    tekst = f"{periode_i_ord(periode.fra, til)}: {_tekst(barn, grunn, ute)}"
    return Sporrad(f"barn_{grunn}", periode.fra, til, tall, parametre, HJEMMEL[grunn], tekst)


def _tekst(barn: Barnefakta, grunn: Grunn, ute: int) -> str:
    match grunn:
        case Grunn.GIS:
            return "barnetillegg."
        case Grunn.UTE_INNENFOR:
            return f"barnetillegg også i utlandet. {ute} av {_MAKS_UTE} dager er brukt de siste tolv månedene."
        case Grunn.UTE_MEDLEM:
            return f"barnetillegg, fordi barnet er medlem i folketrygden i utlandet ({_FTL_MEDLEM})."
        case Grunn.IKKE_FORSORGET:
            return "ikke barnetillegg, fordi barnet ikke forsørges da."
        case Grunn.FYLT_18:
            return f"ikke barnetillegg, fordi barnet har fylt {BARN_TIL_AR.verdi} år."
        case Grunn.IKKE_BOSATT:
            return "ikke barnetillegg, fordi barnet ikke bor og oppholder seg lovlig i Norge."
        case Grunn.UTE_OVER_90:
            return (
                f"ikke barnetillegg. Barnet har vært i utlandet {ute} dager de siste tolv månedene, "
                f"og det er mer enn {_MAKS_UTE}."
            )
        case Grunn.FOSTER_FOR_KRAV | Grunn.FOSTER_TO_AR:
            return _fostertekst(barn, grunn)


def _fostertekst(barn: Barnefakta, grunn: Grunn) -> str:
    if barn.foster is None:
        raise ValueError("bare et fosterbarn kan mangle tiden et fosterbarn må ha vært forsørget")
    if grunn is Grunn.FOSTER_FOR_KRAV:
        return f"ikke barnetillegg, fordi kravet kom {dato_i_ord(barn.foster.krav_fram)}."
    return (
        f"ikke barnetillegg. Da kravet kom {dato_i_ord(barn.foster.krav_fram)}, var fosterbarnet ikke forsørget i to "
        f"år. Et nytt krav kan settes fram {dato_i_ord(barn.foster.to_ar)}."
    )


# Whose money the line is (§ 4)


def andeler(linje: int, vekter: Sequence[Fraction | int]) -> tuple[int, ...]:
    """The line in whole kroner, shared by the weights: each share within a krone of the exact one, the sum the line.

    Largest remainder; of equal remainders the first gets the krone. ValueError below 0, or with a line and no weight.
    """
    if linje < 0 or any(vekt < 0 for vekt in vekter):
        raise ValueError("verken linjen eller vektene kan være mindre enn null")
    sum_ = sum(vekter, Fraction(0))
    if not sum_:
        if linje:
            raise ValueError(f"{linje} kr, og ingen å dele dem på")
        return (0,) * len(vekter)
    eksakt = [Fraction(linje) * vekt / sum_ for vekt in vekter]
    ut = [del_.numerator // del_.denominator for del_ in eksakt]
    rest = linje - sum(ut)
    for plass in sorted(range(len(ut)), key=lambda i: (ut[i] - eksakt[i], i))[:rest]:
        ut[plass] += 1
    return tuple(ut)


def innkrevingsandel(linje: int, vekter: Mapping[K, Fraction | int], krevd: Collection[K]) -> int:
    """What of the month's barnetillegg `linje` is for the children `krevd`, and may go to NAV Innkreving (§ 4).

    `linje` is what is paid, after the hours at work (§ 37); `vekter` each child's exact part of it (`barnas_belop`).
    Shares of children that together are all add up to the line. KeyError for a child without a weight.
    """
    if ukjente := set(krevd) - vekter.keys():
        raise KeyError(f"uten vekt: {ukjente}")
    ut = dict(zip(vekter, andeler(linje, list(vekter.values())), strict=True))
    return sum(ut[barn] for barn in set(krevd))


def barnas_belop(fakta: Stonadsfakta) -> tuple[Fraction, ...]:
    """Each child's exact kroner in the month, in the order of `fakta.barn`: its days, less its part of the hours.

    Hours take from the children that count on their day, and never more than a child has.
    """
    regnskap = regn(fakta)
    fravaer = regnskap.fravaer if fakta.kommunale_valg.fravaer_reduserer_barnetillegg else []
    timerader = [*regnskap.arbeid, *fravaer]
    ut: list[Fraction] = []
    for _barn, maske in regnskap.barn:
        fullt = _fullt_tillegg(regnskap, maske)
        # What the row takes of all the children that count that day, they share alike: they have the same rate.
        barnets = (
            Fraction(rad.av_barnetillegg, _antall_barn(regnskap, rad.dag))
            for rad in timerader
            if maske >> (rad.dag - 1) & 1 and rad.av_barnetillegg
        )
        trukket = sum(barnets, Fraction(0))
        ut.append(max(Fraction(0), (fullt - trukket) / regnskap.nevner))
    return tuple(ut)


def _fullt_tillegg(regnskap: Regnskap, maske: int) -> int:
    """The child's barnetillegg over Regnskap.nevner, before any reduction."""
    dagene = regnskap.stonadsdager
    satsdager = sum(s.tillegg * (maske & dagene & s.dager).bit_count() for s in regnskap.satser)
    return satsdager * (regnskap.nevner // NEVNER)


def _antall_barn(regnskap: Regnskap, dag: int) -> int:
    return sum(maske >> (dag - 1) & 1 for _, maske in regnskap.barn)
