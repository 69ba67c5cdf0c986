"""What is left of each right to be away with stønad, as of a day; and what an absence being typed would come to.

Each right is asked the way a real absence is: a further day away is put to the rules, and the answer's numbers read.
So nothing of the regulation is written twice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from fotfeste.fag.oppmote.enums import Fravaersarsak
from fotfeste.fag.oppmote.fakta import Dagssvar, Fravarsrad, Saksfravaer
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.regelverk import tid
from fotfeste.regelverk.fravaer import EGENMELDINGSDAGER, FOR_TERMIN_DAGER, Arsak, Dagsvar, egenmeldingskjeden
from fotfeste.regelverk.rettskilde import fk


@dataclass(frozen=True, slots=True)
class Kvote:
    """One right: its everyday name, days used and in all, and a sentence when there is more to say.

    `dager` are the days that used it. `denne` is how many of the days being typed it covers, None when they are of
    another reason. `stengt`: it cannot be used on the day at all, and `merknad` says why.
    """

    navn: str
    brukt: int
    av: int
    hjemmel: str
    merknad: str = ""
    arsak: str = ""
    dager: tuple[date, ...] = ()
    denne: int | None = None
    stengt: bool = False

    @property
    def igjen(self) -> int:
        return max(self.av - self.brukt, 0)

    @property
    def etter(self) -> int:
        """What is left after the days being typed."""
        return max(self.igjen - (self.denne or 0), 0)

    @property
    def gjelder_denne(self) -> bool:
        return self.denne is not None


@dataclass(slots=True)
class _Grunnlag:
    """The absences, the day asked for, and the absence being typed with its answers."""

    fravaer: Saksfravaer
    dag: date
    svar: Mapping[date, Dagssvar]
    ny: Fravarsrad | None = None
    nye_svar: Mapping[date, Dagsvar] = field(default_factory=dict)

    def brukte(self, arsak: Arsak, periode: Callable[[date], bool]) -> tuple[date, ...]:
        """The days before the one asked for that were granted for the reason, in the period it counts."""
        return tuple(
            sorted(
                dag
                for dag, svar in self.svar.items()
                if svar.rad.arsak == arsak and svar.gyldig and dag < self.dag and periode(dag)
            )
        )

    def permisjonsdager(self) -> list[date]:
        """The days of the year before the one asked for that leave for welfare reasons has used."""
        return [
            dag
            for periode in self.fravaer.velferd
            for dag in periode.dager()
            if dag.year == self.dag.year and dag < self.dag and tid.er_programdag(dag)
        ]

    def denne(self, arsak: Arsak) -> int | None:
        """How many of the typed days the right covers; None when they are of another reason."""
        if self.ny is None or self.ny.arsak != arsak:
            return None
        return sum(svar.gyldig for svar in self.nye_svar.values())

    def prov(self, arsak: Arsak, **mer: object) -> Dagsvar:
        rad = Fravarsrad(uuid4(), self.dag, self.dag, arsak, **mer)  # type: ignore[arg-type]
        return self.fravaer.med(rad).dager[self.dag]


def kvoter(fravaer: Saksfravaer, dag: date, ny: Fravarsrad | None = None) -> list[Kvote]:
    """Every right that can be told of on `dag`, the one the typed absence is about first.

    Holidays and leave count the calendar year up to the day, a sick child the last twelve months, egenmelding the days
    that still count in the sixteen-day chain. The rights at a birth stand there when the absence is about one.
    """
    while not tid.er_programdag(dag):
        dag += tid.EN_DAG
    nye = fravaer.med(ny).dager if ny else {}
    g = _Grunnlag(fravaer, dag, fravaer.svar(med_andre=True), ny, nye)
    ut = [_egenmelding(g), *_barn(g), _ferie(g), _velferd(g), _hoytid(g), *_fodsel(g)]
    return sorted(ut, key=lambda kvote: not kvote.gjelder_denne)


def _egenmelding(g: _Grunnlag) -> Kvote:
    av = int(EGENMELDINGSDAGER.verdi)
    dager, fornyes = egenmeldingskjeden(g.fravaer.fravaer(), g.dag)
    dager = [dag for dag in dager if dag < g.dag]
    svar = g.prov(Arsak.EGEN_SYKDOM)
    stengt = _stengt(svar, g.dag, g.fravaer.deltaker.egenmelding_stoppet)
    merknad = stengt
    if not stengt and fornyes and dager:
        merknad = _("Telles på nytt for fravær fra %s.") % dato_ord(fornyes)
    return Kvote(
        _("Egenmelding når jeg er syk"),
        min(len(dager), av),
        av,
        str(fk(6)),
        merknad,
        Arsak.EGEN_SYKDOM,
        tuple(dager),
        _udokumentert(g),
        stengt=bool(stengt),
    )


def _udokumentert(g: _Grunnlag) -> int | None:
    """Calendar days of the typed illness without a doctor's statement: what egenmelding must cover."""
    if g.ny is None or g.ny.arsak != Arsak.EGEN_SYKDOM:
        return None
    dager = tid.Periode(g.ny.fra, g.ny.til).dager()
    return sum(not any(p.inneholder(dag) for p in g.ny.legeerklaering) for dag in dager)


def _stengt(svar: Dagsvar, dag: date, stoppet: tuple[tid.Periode, ...]) -> str:
    """Why egenmelding cannot be used on the day: not yet, or not any more."""
    fra = svar.tall.get("egenmelding_fra")
    if isinstance(fra, date):
        return _("Du kan bruke egenmelding fra %s.") % dato_ord(fra)
    periode = next((p for p in stoppet if p.inneholder(dag)), None)
    if periode is None:
        return ""
    return _(
        "Du må ha legeerklæring fra første dag, fra %(fra)s til vi har vurdert det på nytt, senest %(senest)s."
    ) % {"fra": dato_ord(periode.fra), "senest": dato_ord(periode.slutt)}


def _barn(g: _Grunnlag) -> list[Kvote]:
    """The days with a sick child, as the family is on the day; none where no child gives the right."""
    ident = g.ny.barn if g.ny and g.ny.barn else _yngste_med_rett(g.fravaer, g.dag)
    if ident is None:
        return []
    svar = g.prov(Arsak.BARNS_SYKDOM, barn=ident)
    if svar.hjemmel.kode == fk(9).kode:
        siste = svar.tall["til_og_med_aret"]
        merknad = _("Retten gjelder til og med %s for dette barnet.") % siste
        return [
            Kvote(
                _("Barnet eller barnepasseren er syk"),
                0,
                0,
                str(svar.hjemmel),
                merknad,
                Arsak.BARNS_SYKDOM,
                stengt=True,
            )
        ]
    etter = tid.legg_til_maneder(g.dag, -12)
    dager = g.brukte(Arsak.BARNS_SYKDOM, lambda dag: dag > etter)
    stopp = _stengt(svar, g.dag, g.fravaer.deltaker.egenmelding_barn_stoppet)
    if stopp:  # asked again as documented, for the numbers
        svar = g.prov(Arsak.BARNS_SYKDOM, barn=ident, legeerklaering=(tid.Periode(g.dag, g.dag),))
    merknad = stopp or (
        _("Den første av dem kommer tilbake %s.") % dato_ord(_kommer_tilbake(dager[0])) if dager else ""
    )
    av, brukt = _tallene(svar)
    return [
        Kvote(
            _("Barnet eller barnepasseren er syk"),
            brukt,
            av,
            str(fk(11)),
            merknad,
            Arsak.BARNS_SYKDOM,
            dager,
            g.denne(Arsak.BARNS_SYKDOM),
        )
    ]


def _kommer_tilbake(brukt: date) -> date:
    """The first day that no longer counts a day used: a year after, and for 29 February the day after the 28th."""
    dag = tid.legg_til_maneder(brukt, 12)
    return dag if tid.legg_til_maneder(dag, -12) >= brukt else dag + tid.EN_DAG


def _yngste_med_rett(fravaer: Saksfravaer, dag: date) -> UUID | None:
    for ident, barn in reversed(list(zip(fravaer.barn, fravaer.deltaker.barn, strict=True))):
        if barn.fodselsdato <= dag and barn.innen_aldersgrensen(dag.year):
            return ident
    return None


def _tallene(svar: Dagsvar) -> tuple[int, int]:
    """In all and used before the trial day: a day that is granted counts itself in."""
    av, brukt = svar.tall.get("kvote", 0), svar.tall.get("brukt", 0)
    antall = brukt if isinstance(brukt, int) else 0
    return av if isinstance(av, int) else 0, antall - 1 if svar.gyldig else antall


def _i_aret(g: _Grunnlag, navn: str, arsak: Arsak, merknad: str = "") -> Kvote:
    svar = g.prov(arsak)
    av, brukt = _tallene(svar)
    dager = g.brukte(arsak, lambda dag: dag.year == g.dag.year)
    if arsak is Arsak.VELFERD:
        dager = tuple(sorted({*dager, *g.permisjonsdager()}))
    return Kvote(navn, brukt, av, str(svar.hjemmel), merknad, arsak, dager, g.denne(arsak))


def _ferie(g: _Grunnlag) -> Kvote:
    return _i_aret(g, _("Ferie"), Arsak.FERIE, _("Kommunen bestemmer når ferien tas."))


def _velferd(g: _Grunnlag) -> Kvote:
    return _i_aret(g, _("Velferdspermisjon"), Arsak.VELFERD, _("Du må søke om den, og få ja."))


def _hoytid(g: _Grunnlag) -> Kvote:
    return _i_aret(
        g,
        _("Religiøse høytider"),
        Arsak.RELIGIOS_HOYTID,
        _("Si fra minst ti virkedager før. For andre enn Den norske kirke."),
    )


def _fodsel(g: _Grunnlag) -> list[Kvote]:
    """The right the typed absence asks for at a birth, with the days it lasts."""
    if g.ny is None:
        return []
    arsak, felter = Fravaersarsak(g.ny.arsak), {"termin": g.ny.termin, "fodt": g.ny.fodt}
    if arsak == Fravaersarsak.FOR_TERMIN and g.ny.termin:
        fra = g.prov(Arsak.FOR_TERMIN, **felter).tall["permisjon_fra"]
        merknad = _("Fra %s til dagen før termin. Si fra minst en uke før.") % dato_ord(fra)  # type: ignore[arg-type]
        return [
            Kvote(
                _("Før termin"),
                0,
                int(FOR_TERMIN_DAGER.verdi),
                str(fk(12)),
                merknad,
                arsak,
                denne=g.denne(Arsak.FOR_TERMIN),
            )
        ]
    if arsak == Fravaersarsak.FODSEL and g.ny.fodt:
        til = g.prov(Arsak.FODSEL, **felter).tall["permisjon_til"]
        merknad = _("De seks første ukene, til og med %s.") % dato_ord(til)  # type: ignore[arg-type]
        dager = sum(tid.er_programdag(dag) for dag in tid.Periode(g.ny.fodt, til).dager())  # type: ignore[arg-type]
        return [Kvote(_("Etter fødselen"), 0, dager, str(fk(13)), merknad, arsak, denne=g.denne(Arsak.FODSEL))]
    if arsak == Fravaersarsak.FARS_OMSORG:
        av, brukt = _tallene(g.prov(Arsak.FARS_OMSORG, **felter))
        ved = tuple(d for d, s in g.svar.items() if s.rad.arsak == arsak and s.rad.fodt == g.ny.fodt and s.gyldig)
        dager_for = tuple(sorted(d for d in ved if d < g.dag)) if g.ny.fodt else ()
        return [
            Kvote(
                _("Far eller annen omsorgsperson ved fødsel"),
                brukt,
                av,
                str(fk(13)),
                "",
                arsak,
                dager_for,
                g.denne(Arsak.FARS_OMSORG),
            )
        ]
    return []
