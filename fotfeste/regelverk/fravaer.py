"""Which absence days keep the stønad, and by which provision (sotjl § 36, forskriften §§ 5-13, 15-17).

Every programme day of an absence gets one answer. The absences are taken in order of their first day, then
as given; each is answered and counted by itself, even where two overlap. Discretion stays with people: §§ 12
first paragraph and 14, and the last sentence of § 6, are not asked here. Of §§ 7 and 8 only what people have
decided is an answer: that the stønad for an egenmelding falls away, and the days the right to it is withdrawn.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from itertools import groupby

from fotfeste.regelverk import tid
from fotfeste.regelverk.ord import dato_i_ord, periode_i_ord
from fotfeste.regelverk.parametre import Verdi
from fotfeste.regelverk.rettskilde import Rettskilde, fk, sotjl
from fotfeste.regelverk.spor import Sporrad
from fotfeste.regelverk.tid import Periode

# The regulation is of 21 December 2011; none of these paragraphs has been changed since it came into force.
_FORSKRIFTEN_KUNNGJORT = date(2011, 12, 21)
_FORSKRIFTEN_GJELDER_FRA = date(2012, 1, 1)


def tall_i_forskriften(kode: str, verdi: int, hjemmel: Rettskilde) -> Verdi:
    """A number of the regulation, as it has stood since it came into force."""
    return Verdi(
        kode,
        Fraction(verdi),
        _FORSKRIFTEN_GJELDER_FRA,
        _FORSKRIFTEN_KUNNGJORT,
        hjemmel.grunnlag.identifikator,
        hjemmel,
    )


# Units: uker (weeks), kalenderdager, virkedager (Monday to Friday that is no free day of § 16) and years.
UKER_FOR_EGENMELDING = tall_i_forskriften("uker_for_egenmelding", 8, fk(6, 2))
EGENMELDINGSDAGER = tall_i_forskriften("egenmeldingsdager_om_gangen", 3, fk(6, 3))
EGENMELDING_AVSTAND = tall_i_forskriften("kalenderdager_til_forrige_sykefravaer", 16, fk(6, 3))
BARN_TIL_OG_MED = tall_i_forskriften("barnets_ar", 12, fk(9, 2))
KRONISK_BARN_TIL_OG_MED = tall_i_forskriften("kronisk_sykt_barns_ar", 18, fk(9, 2))
BARN_EGENMELDING = tall_i_forskriften("egenmeldingsdager_barns_sykdom", 3, fk(10))
BARN_DAGER = tall_i_forskriften("dager_barns_sykdom", 10, fk(11, 1))
BARN_DAGER_FLERE = tall_i_forskriften("dager_barns_sykdom_mer_enn_to_barn", 15, fk(11, 1))
BARN_DAGER_KRONISK = tall_i_forskriften("dager_per_kronisk_sykt_barn", 10, fk(11, 2))
FOR_TERMIN_DAGER = tall_i_forskriften("virkedager_for_termin", 10, fk(12, 2))
FODSELSUKER = tall_i_forskriften("uker_etter_fodsel", 6, fk(13, 1))
FARS_DAGER = tall_i_forskriften("virkedager_fars_omsorg", 10, fk(13, 2))
VELFERDSDAGER = tall_i_forskriften("velferdsdager_i_aret", 10, fk(15))
HOYTIDSDAGER = tall_i_forskriften("religiose_hoytidsdager_i_aret", 2, fk(16, 2))
HOYTID_VARSEL = tall_i_forskriften("virkedager_varsel_religios_hoytid", 10, fk(16, 2))
TERMIN_VARSEL = tall_i_forskriften("uker_varsel_for_termin", 1, fk(12, 2))
FERIEDAGER = tall_i_forskriften("feriedager_i_aret", 25, fk(17))
FERIEDAGER_EKSTRA = tall_i_forskriften("ekstra_feriedager_i_aret", 5, fk(17))
FERIE_EKSTRA_FRA = tall_i_forskriften("alder_for_ekstra_ferie", 60, fk(17))


class Arsak(StrEnum):
    """Why the participant was away."""

    EGEN_SYKDOM = "egen_sykdom"
    BARNS_SYKDOM = "barns_sykdom"
    VELFERD = "velferd"
    RELIGIOS_HOYTID = "religios_hoytid"
    FERIE = "ferie"
    FOR_TERMIN = "for_termin"
    FODSEL = "fodsel"
    FARS_OMSORG = "fars_omsorg"
    ULEGITIMERT = "ulegitimert"


@dataclass(frozen=True, slots=True)
class Barn:
    """A child the participant cares for; `kronisk_syk` also covers disability (§ 9 second paragraph)."""

    fodselsdato: date
    kronisk_syk: bool = False

    def innen_aldersgrensen(self, ar: int) -> bool:
        """Whether the calendar year is at latest the one the child turns 12 (18 when chronically ill)."""
        grense = KRONISK_BARN_TIL_OG_MED if self.kronisk_syk else BARN_TIL_OG_MED
        return ar <= self.fodselsdato.year + int(grense.verdi)


@dataclass(frozen=True, slots=True)
class Deltaker:
    """What the absence rules need to know of the participant.

    The last two are the days the right to egenmelding is withdrawn, for own illness (§ 8) and for a child's (§ 10).
    """

    programstart: date
    fodselsdato: date
    barn: tuple[Barn, ...] = ()
    alene_om_omsorg: bool = False
    egenmelding_stoppet: tuple[Periode, ...] = ()
    egenmelding_barn_stoppet: tuple[Periode, ...] = ()


# The field a reason cannot do without.
PAKREVD: Mapping[Arsak, str] = {
    Arsak.BARNS_SYKDOM: "barn",
    Arsak.FOR_TERMIN: "termin",
    Arsak.FODSEL: "fodt",
}


@dataclass(frozen=True, slots=True)
class Fravaer:
    """One absence, with an end. ValueError when it is open, or lacks what its reason needs.

    `barn` is the place in `Deltaker.barn` (barns_sykdom); `termin` and `fodt` are for the reasons of birth.
    `bortfalt` are the days of an egenmelding that was not confirmed in writing, by the kommune's decision (§ 7).
    """

    id: str
    periode: Periode
    arsak: Arsak
    legeerklaering: tuple[Periode, ...] = ()
    barn: int | None = None
    termin: date | None = None
    fodt: date | None = None
    bortfalt: tuple[Periode, ...] = ()

    def __post_init__(self) -> None:
        if self.periode.til is None:
            raise ValueError("et fravær må ha en siste dag før dagene kan vurderes")
        felt = PAKREVD.get(self.arsak)
        if felt is not None and getattr(self, felt) is None:
            raise ValueError(f"{self.arsak} trenger feltet {felt}")

    def har_legeerklaering_for(self, dag: date) -> bool:
        """Whether a doctor's statement of this absence covers the day."""
        return any(periode.inneholder(dag) for periode in self.legeerklaering)


@dataclass(frozen=True, slots=True)
class Dagsvar:
    """Whether the day keeps the stønad and by which provision; `str` is the answer of the contract."""

    gyldig: bool
    hjemmel: Rettskilde
    tall: Mapping[str, int | date] = field(default_factory=dict)
    parametre: tuple[Verdi, ...] = ()

    def __str__(self) -> str:
        return f"{'gyldig' if self.gyldig else 'ugyldig'} {self.hjemmel.kode}"


@dataclass(frozen=True, slots=True)
class Fravaersvar:
    """The answer for each programme day of one absence, in order of date; empty when it has none."""

    fravaer: Fravaer
    dager: Mapping[date, Dagsvar]

    def spor(self) -> list[Sporrad]:
        """One row for each run of programme days with the same answer, in order."""
        rekker = groupby(self.dager.items(), key=lambda par: (par[1].gyldig, par[1].hjemmel))
        return [_sporrad(self.fravaer, list(rekke)) for _, rekke in rekker]


_Dagregel = Callable[[date], Dagsvar]


@dataclass(slots=True)
class _Brukt:
    """What the absences answered so far have used up; each answer adds to it."""

    i_aret: Counter[tuple[Arsak, int]] = field(default_factory=Counter)
    barns_sykdom: list[date] = field(default_factory=list)
    fars_omsorg: Counter[date] = field(default_factory=Counter)
    sykdom_slutt: date | None = None
    sykdom_udokumentert: int = 0


def vurder(deltaker: Deltaker, fravaer: Sequence[Fravaer]) -> list[Fravaersvar]:
    """Answer every programme day of every absence; the answers come in the order the absences were given."""
    brukt = _Brukt()
    svar: dict[int, Fravaersvar] = {}
    for nr, ett in sorted(enumerate(fravaer), key=lambda par: par[1].periode.fra):
        regel = _REGLER[ett.arsak](deltaker, ett, brukt)
        dager = {dag: regel(dag) for dag in ett.periode.dager() if tid.er_programdag(dag)}
        svar[nr] = Fravaersvar(ett, dager)
    return [svar[nr] for nr in range(len(fravaer))]


def _egen_sykdom(deltaker: Deltaker, fravaer: Fravaer, brukt: _Brukt) -> _Dagregel:
    udokumenterte = [dag for dag in fravaer.periode.dager() if not fravaer.har_legeerklaering_for(dag)]
    fra_for = _regn_med_i_kjeden(fravaer.periode, len(udokumenterte), brukt)
    rett_fra = deltaker.programstart + timedelta(weeks=_heltall(UKER_FOR_EGENMELDING))
    grense = _heltall(EGENMELDINGSDAGER)
    innen_grensen = len(udokumenterte) + fra_for <= grense
    forste = frozenset(udokumenterte[: max(0, grense - fra_for)])
    tall: dict[str, int | date] = {"dager_uten_legeerklaering": len(udokumenterte), "fra_tidligere": fra_for}
    parametre = (EGENMELDINGSDAGER, EGENMELDING_AVSTAND)

    def svar(dag: date) -> Dagsvar:
        if fravaer.har_legeerklaering_for(dag):
            return Dagsvar(gyldig=True, hjemmel=fk(5))
        if dag < rett_fra:
            return Dagsvar(
                gyldig=False,
                hjemmel=fk(6, 2),
                tall={"egenmelding_fra": rett_fra},
                parametre=(UKER_FOR_EGENMELDING,),
            )
        if tapt := _uten_egenmelding(dag, fravaer, deltaker.egenmelding_stoppet):
            return tapt
        if innen_grensen:
            return Dagsvar(gyldig=True, hjemmel=fk(6), tall=tall, parametre=parametre)
        if not fravaer.legeerklaering:
            return Dagsvar(gyldig=False, hjemmel=fk(6, 4), tall=tall, parametre=parametre)
        if dag in forste:
            return Dagsvar(gyldig=True, hjemmel=fk(6), tall=tall, parametre=parametre)
        return Dagsvar(gyldig=False, hjemmel=fk(6, 3), tall=tall, parametre=parametre)

    return svar


def _uten_egenmelding(dag: date, fravaer: Fravaer, stoppet: Sequence[Periode]) -> Dagsvar | None:
    """The answer where people have decided that an undocumented day gives nothing: the right withdrawn, or § 7."""
    if any(periode.inneholder(dag) for periode in stoppet):
        return Dagsvar(gyldig=False, hjemmel=fk(8))
    if any(periode.inneholder(dag) for periode in fravaer.bortfalt):
        return Dagsvar(gyldig=False, hjemmel=fk(7))
    return None


def _regn_med_i_kjeden(periode: Periode, udokumenterte: int, brukt: _Brukt) -> int:
    """Undocumented days of the linked earlier sickness absences; the absence itself is added to the chain.

    With overlaps the distance is counted from the latest end so far: that absence, too, is an earlier one.
    """
    avstand = timedelta(days=_heltall(EGENMELDING_AVSTAND))
    if brukt.sykdom_slutt is None or periode.fra - brukt.sykdom_slutt > avstand:
        brukt.sykdom_udokumentert = 0
        brukt.sykdom_slutt = periode.slutt
    fra_for = brukt.sykdom_udokumentert
    brukt.sykdom_udokumentert += udokumenterte
    brukt.sykdom_slutt = max(brukt.sykdom_slutt, periode.slutt)
    return fra_for


def varsles_senest(arsak: Arsak, fra: date) -> date | None:
    """The last day to tell of an absence that begins on `fra`, where the regulation sets one (§§ 12, 16).

    Told later, it is for people to accept or not: the day's answer does not ask.
    """
    if arsak is Arsak.FOR_TERMIN:
        return tid.legg_til_uker(fra, -_heltall(TERMIN_VARSEL))
    if arsak is not Arsak.RELIGIOS_HOYTID:
        return None
    dag = fra
    for _ in range(_heltall(HOYTID_VARSEL)):
        dag = _programdagen_for(dag)
    return dag


def egenmeldingskjeden(fravaer: Sequence[Fravaer], dag: date) -> tuple[list[date], date | None]:
    """What counts in from before when somebody falls ill on `dag` (forskriften § 6 third paragraph).

    The undocumented calendar days of the linked earlier absences, and the first day the count begins anew; None when
    nothing counts in.
    """
    avstand = timedelta(days=_heltall(EGENMELDING_AVSTAND))
    dager: list[date] = []
    slutt: date | None = None
    for ett in sorted(fravaer, key=lambda ett: ett.periode.fra):
        if ett.arsak is not Arsak.EGEN_SYKDOM or ett.periode.fra > dag:
            continue
        if slutt is None or ett.periode.fra - slutt > avstand:
            dager, slutt = [], ett.periode.slutt
        dager += [dato for dato in ett.periode.dager() if not ett.har_legeerklaering_for(dato)]
        slutt = max(slutt, ett.periode.slutt)
    if slutt is None or dag - slutt > avstand:
        return [], None
    return dager, slutt + avstand + tid.EN_DAG


def _barns_sykdom(deltaker: Deltaker, fravaer: Fravaer, brukt: _Brukt) -> _Dagregel:
    if fravaer.barn is None:
        raise ValueError("barns_sykdom trenger feltet barn")
    barnet = deltaker.barn[fravaer.barn]
    siste_egenmelding = fravaer.periode.fra + timedelta(days=_heltall(BARN_EGENMELDING) - 1)
    grense = KRONISK_BARN_TIL_OG_MED if barnet.kronisk_syk else BARN_TIL_OG_MED

    def svar(dag: date) -> Dagsvar:
        if not barnet.innen_aldersgrensen(dag.year):
            siste_ar = barnet.fodselsdato.year + _heltall(grense)
            return Dagsvar(gyldig=False, hjemmel=fk(9), tall={"til_og_med_aret": siste_ar}, parametre=(grense,))
        if dag > siste_egenmelding and not fravaer.har_legeerklaering_for(dag):
            return Dagsvar(
                gyldig=False,
                hjemmel=fk(10),
                tall={"egenmelding_til": siste_egenmelding},
                parametre=(BARN_EGENMELDING,),
            )
        if not fravaer.har_legeerklaering_for(dag) and (
            tapt := _uten_egenmelding(dag, fravaer, deltaker.egenmelding_barn_stoppet)
        ):
            return tapt
        kvote, parametre = _barnekvote(deltaker, dag)
        etter = tid.legg_til_maneder(dag, -12)
        fra_for = sum(etter < tidligere <= dag for tidligere in brukt.barns_sykdom)
        if fra_for >= kvote:
            return Dagsvar(gyldig=False, hjemmel=fk(11), tall={"kvote": kvote, "brukt": fra_for}, parametre=parametre)
        brukt.barns_sykdom.append(dag)
        return Dagsvar(gyldig=True, hjemmel=fk(11), tall={"kvote": kvote, "brukt": fra_for + 1}, parametre=parametre)

    return svar


def _barnekvote(deltaker: Deltaker, dag: date) -> tuple[int, tuple[Verdi, ...]]:
    """Days with a sick child in twelve months, as the family is on the day, and what it is made of."""
    innenfor = [barn for barn in deltaker.barn if barn.fodselsdato <= dag and barn.innen_aldersgrensen(dag.year)]
    kroniske = sum(barn.kronisk_syk for barn in innenfor)
    grunn = BARN_DAGER_FLERE if len(innenfor) > 2 else BARN_DAGER
    kvote = _heltall(grunn) + kroniske * _heltall(BARN_DAGER_KRONISK)
    parametre = (grunn, BARN_DAGER_KRONISK) if kroniske else (grunn,)
    return (2 * kvote if deltaker.alene_om_omsorg else kvote), parametre


def _arskvote(deltaker: Deltaker, fravaer: Fravaer, brukt: _Brukt) -> _Dagregel:
    hjemmel, parametre = _ARSKVOTER[fravaer.arsak]

    def svar(dag: date) -> Dagsvar:
        gjelder = parametre
        if fravaer.arsak is Arsak.FERIE and dag >= tid.fyller(deltaker.fodselsdato, _heltall(FERIE_EKSTRA_FRA)):
            gjelder = (*parametre, FERIEDAGER_EKSTRA)
        kvote = sum(_heltall(parameter) for parameter in gjelder)
        fra_for = brukt.i_aret[fravaer.arsak, dag.year]
        if fra_for >= kvote:
            return Dagsvar(gyldig=False, hjemmel=hjemmel, tall={"kvote": kvote, "brukt": fra_for}, parametre=gjelder)
        brukt.i_aret[fravaer.arsak, dag.year] += 1
        return Dagsvar(gyldig=True, hjemmel=hjemmel, tall={"kvote": kvote, "brukt": fra_for + 1}, parametre=gjelder)

    return svar


_ARSKVOTER: Mapping[Arsak, tuple[Rettskilde, tuple[Verdi, ...]]] = {
    Arsak.VELFERD: (fk(15), (VELFERDSDAGER,)),
    Arsak.RELIGIOS_HOYTID: (fk(16), (HOYTIDSDAGER,)),
    Arsak.FERIE: (fk(17), (FERIEDAGER,)),
}


def _for_termin(_deltaker: Deltaker, fravaer: Fravaer, _brukt: _Brukt) -> _Dagregel:
    termin = _pakrevd_dato(fravaer, fravaer.termin)
    forste = termin
    for _ in range(_heltall(FOR_TERMIN_DAGER)):
        forste = _programdagen_for(forste)

    def svar(dag: date) -> Dagsvar:
        return Dagsvar(forste <= dag < termin, fk(12), {"permisjon_fra": forste}, (FOR_TERMIN_DAGER,))

    return svar


def _programdagen_for(dag: date) -> date:
    dag -= tid.EN_DAG
    while not tid.er_programdag(dag):
        dag -= tid.EN_DAG
    return dag


def _fodsel(_deltaker: Deltaker, fravaer: Fravaer, _brukt: _Brukt) -> _Dagregel:
    fodt = _pakrevd_dato(fravaer, fravaer.fodt)
    siste = tid.legg_til_uker(fodt, _heltall(FODSELSUKER)) - tid.EN_DAG

    def svar(dag: date) -> Dagsvar:
        return Dagsvar(fodt <= dag <= siste, fk(13), {"permisjon_til": siste}, (FODSELSUKER,))

    return svar


def _fars_omsorg(_deltaker: Deltaker, fravaer: Fravaer, brukt: _Brukt) -> _Dagregel:
    kvote = _heltall(FARS_DAGER)
    # Without a date of birth the absence cannot be told to belong with another: it has a count of its own.
    teller = brukt.fars_omsorg if fravaer.fodt else Counter[date]()
    fodselen = fravaer.fodt or fravaer.periode.fra

    def svar(dag: date) -> Dagsvar:
        del dag
        fra_for = teller[fodselen]
        if fra_for >= kvote:
            return Dagsvar(
                gyldig=False, hjemmel=fk(13), tall={"kvote": kvote, "brukt": fra_for}, parametre=(FARS_DAGER,)
            )
        teller[fodselen] += 1
        return Dagsvar(
            gyldig=True, hjemmel=fk(13), tall={"kvote": kvote, "brukt": fra_for + 1}, parametre=(FARS_DAGER,)
        )

    return svar


def _ulegitimert(_deltaker: Deltaker, _fravaer: Fravaer, _brukt: _Brukt) -> _Dagregel:
    return lambda _: Dagsvar(gyldig=False, hjemmel=sotjl(36))


_REGLER: Mapping[Arsak, Callable[[Deltaker, Fravaer, _Brukt], _Dagregel]] = {
    Arsak.EGEN_SYKDOM: _egen_sykdom,
    Arsak.BARNS_SYKDOM: _barns_sykdom,
    Arsak.VELFERD: _arskvote,
    Arsak.RELIGIOS_HOYTID: _arskvote,
    Arsak.FERIE: _arskvote,
    Arsak.FOR_TERMIN: _for_termin,
    Arsak.FODSEL: _fodsel,
    Arsak.FARS_OMSORG: _fars_omsorg,
    Arsak.ULEGITIMERT: _ulegitimert,
}


def _heltall(verdi: Verdi) -> int:
    return int(verdi.verdi)


def _pakrevd_dato(fravaer: Fravaer, dag: date | None) -> date:
    if dag is None:
        raise ValueError(f"{fravaer.arsak} mangler datoen sin")
    return dag


# What the participant reads, for each reason and answer; the numbers come from the row.
TAP = "Stønaden blir mindre for disse dagene."
"""How every answer ends that loses the stønad; where nothing is deducted yet, the page says that instead."""
_ORD: Mapping[tuple[Arsak, str], str] = {
    (Arsak.EGEN_SYKDOM, "gyldig fk-5"): "Du var syk, og legeerklæringen dekker dagene. Du beholder stønaden.",
    (Arsak.EGEN_SYKDOM, "ugyldig fk-6-2"): (
        "Du var syk uten legeerklæring. Du kan bruke egenmelding når du har deltatt i åtte uker, fra "
        f"{{egenmelding_fra}}. {TAP}"
    ),
    (Arsak.EGEN_SYKDOM, "gyldig fk-6"): (
        "Du var syk og meldte fra selv. Egenmeldingen dekker dagene, og du beholder stønaden."
    ),
    (Arsak.EGEN_SYKDOM, "ugyldig fk-6-4"): (
        "Du var syk uten legeerklæring i {dager_uten_legeerklaering} kalenderdager, og i {fra_tidligere} "
        "kalenderdager kort tid før. Egenmelding dekker høyst tre dager til sammen, og vi har ingen "
        f"legeerklæring for dette fraværet. {TAP}"
    ),
    (Arsak.EGEN_SYKDOM, "ugyldig fk-6-3"): (
        "Du var syk, men legeerklæringen dekker ikke disse dagene, og de tre dagene med egenmelding er "
        f"brukt opp. {TAP}"
    ),
    (Arsak.EGEN_SYKDOM, "ugyldig fk-8"): (
        f"Du var syk uten legeerklæring. Vi har bestemt at du må ha legeerklæring fra første dag i denne tiden. {TAP}"
    ),
    (Arsak.EGEN_SYKDOM, "ugyldig fk-7"): (
        f"Du var syk og sa fra muntlig. Vi ba deg bekrefte det skriftlig, og det kom ikke. {TAP}"
    ),
    (Arsak.BARNS_SYKDOM, "ugyldig fk-8"): (
        "Barnet var sykt, og vi har ingen legeerklæring. Vi har bestemt at du må ha legeerklæring fra første dag "
        f"i denne tiden. {TAP}"
    ),
    (Arsak.BARNS_SYKDOM, "ugyldig fk-7"): (
        f"Barnet var sykt, og du sa fra muntlig. Vi ba deg bekrefte det skriftlig, og det kom ikke. {TAP}"
    ),
    (Arsak.BARNS_SYKDOM, "ugyldig fk-9"): (
        f"Retten til fri når dette barnet er sykt, gjelder til og med {{til_og_med_aret}}. {TAP}"
    ),
    (Arsak.BARNS_SYKDOM, "ugyldig fk-10"): (
        "Du kan melde fra selv de tre første dagene barnet er sykt, her til og med {egenmelding_til}. "
        f"Etter det trenger vi legeerklæring. {TAP}"
    ),
    (Arsak.BARNS_SYKDOM, "ugyldig fk-11"): (
        f"Du har brukt {{brukt}} dager med sykt barn de siste tolv månedene, og du har rett til {{kvote}}. {TAP}"
    ),
    (Arsak.BARNS_SYKDOM, "gyldig fk-11"): (
        "Barnet var sykt. Du har nå brukt {brukt} av {kvote} dager de siste tolv månedene, og du beholder stønaden."
    ),
    (Arsak.VELFERD, "gyldig fk-15"): (
        "Du hadde velferdspermisjon. Du har nå brukt {brukt} av {kvote} dager i kalenderåret, og du beholder stønaden."
    ),
    (Arsak.VELFERD, "ugyldig fk-15"): (
        f"Du har brukt alle {{kvote}} dagene med velferdspermisjon i kalenderåret. {TAP}"
    ),
    (Arsak.RELIGIOS_HOYTID, "gyldig fk-16"): (
        "Du hadde fri til religiøs høytid. Du har nå brukt {brukt} av {kvote} dager i kalenderåret, og du "
        "beholder stønaden."
    ),
    (Arsak.RELIGIOS_HOYTID, "ugyldig fk-16"): (
        f"Du har brukt begge dagene til religiøse høytider i kalenderåret. {TAP}"
    ),
    (Arsak.FERIE, "gyldig fk-17"): (
        "Du hadde ferie. Du har nå brukt {brukt} av {kvote} feriedager i kalenderåret, og du beholder stønaden."
    ),
    (Arsak.FERIE, "ugyldig fk-17"): f"Du har brukt alle {{kvote}} feriedagene i kalenderåret. {TAP}",
    (Arsak.FOR_TERMIN, "gyldig fk-12"): (
        "Du hadde permisjon rett før termin. Den kan begynne {permisjon_fra}. Du beholder stønaden."
    ),
    (Arsak.FOR_TERMIN, "ugyldig fk-12"): (
        f"Permisjon med stønad før termin kan begynne {{permisjon_fra}} og varer til dagen før termin. {TAP}"
    ),
    (Arsak.FODSEL, "gyldig fk-13"): (
        "Du hadde permisjon etter fødselen. Den varer i seks uker, til og med {permisjon_til}. Du beholder stønaden."
    ),
    (Arsak.FODSEL, "ugyldig fk-13"): (
        f"Permisjonen etter fødselen varer fra fødselen til og med {{permisjon_til}}. {TAP}"
    ),
    (Arsak.FARS_OMSORG, "gyldig fk-13"): (
        "Du hadde fri for å gi omsorg ved fødselen. Du har nå brukt {brukt} av {kvote} dager, og du beholder stønaden."
    ),
    (Arsak.FARS_OMSORG, "ugyldig fk-13"): f"Du har brukt alle {{kvote}} dagene med fri ved fødselen. {TAP}",
    (Arsak.ULEGITIMERT, "ugyldig sotjl-36"): f"Du var borte uten at vi hadde godtatt det. {TAP}",
}


def _sporrad(fravaer: Fravaer, rekke: Sequence[tuple[date, Dagsvar]]) -> Sporrad:
    (fra, _), (til, svar) = rekke[0], rekke[-1]
    i_ord = {navn: dato_i_ord(tall) if isinstance(tall, date) else str(tall) for navn, tall in svar.tall.items()}
    tall = {navn: tall for navn, tall in svar.tall.items() if not isinstance(tall, date)}
    return Sporrad(
        kode=str(svar),
        fra=fra,
        til=til,
        tall={"dager": len(rekke), **tall},
        parametre=svar.parametre,
        hjemmel=svar.hjemmel,
        tekst=f"{periode_i_ord(fra, til)}: {_ORD[fravaer.arsak, str(svar)].format(**i_ord)}",
    )
