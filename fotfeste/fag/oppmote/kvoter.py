"""What is left of each right to be away with stønad, as of a day.

Each right is asked the way a real absence is: a further day away is put to the rules, and the answer's numbers read.
So nothing of the regulation is written twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from fotfeste.fag.oppmote.fakta import Fravarsrad, Saksfravaer
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.regelverk import tid
from fotfeste.regelverk.fravaer import EGENMELDINGSDAGER, Arsak, Dagsvar
from fotfeste.regelverk.rettskilde import fk


@dataclass(frozen=True, slots=True)
class Kvote:
    """One right: its everyday name, days used and in all, and a sentence when it cannot be used yet."""

    navn: str
    brukt: int
    av: int
    hjemmel: str
    merknad: str = ""

    @property
    def igjen(self) -> int:
        return max(self.av - self.brukt, 0)


def kvoter(fravaer: Saksfravaer, dag: date) -> list[Kvote]:
    """Egenmelding, sick child (where there are children), holiday, welfare leave and religious feasts on `dag`.

    Holidays and leave count the calendar year up to the day, a sick child the last twelve months, egenmelding the days
    that still count in the sixteen-day chain.
    """
    while not tid.er_programdag(dag):
        dag += tid.EN_DAG
    ut = [_egenmelding(_prov(fravaer, dag, Arsak.EGEN_SYKDOM))]
    barn = _yngste_med_rett(fravaer, dag)
    if barn is not None:
        ut.append(_telt(_("Barnet mitt er sykt"), _prov(fravaer, dag, Arsak.BARNS_SYKDOM, barn)))
    ut.append(_telt(_("Ferie"), _prov(fravaer, dag, Arsak.FERIE)))
    ut.append(_telt(_("Velferdspermisjon"), _prov(fravaer, dag, Arsak.VELFERD)))
    ut.append(_telt(_("Religiøse høytider"), _prov(fravaer, dag, Arsak.RELIGIOS_HOYTID)))
    return ut


def _prov(fravaer: Saksfravaer, dag: date, arsak: Arsak, barn: UUID | None = None) -> Dagsvar:
    return fravaer.med(Fravarsrad(uuid4(), dag, dag, arsak, barn=barn)).dager[dag]


def _yngste_med_rett(fravaer: Saksfravaer, dag: date) -> UUID | None:
    for ident, barn in reversed(list(zip(fravaer.barn, fravaer.deltaker.barn, strict=True))):
        if barn.fodselsdato <= dag and barn.innen_aldersgrensen(dag.year):
            return ident
    return None


def _egenmelding(svar: Dagsvar) -> Kvote:
    av = int(EGENMELDINGSDAGER.verdi)
    fra = svar.tall.get("egenmelding_fra")
    brukt = svar.tall.get("fra_tidligere", 0)
    merknad = _("Du kan bruke egenmelding fra %s.") % dato_ord(fra) if isinstance(fra, date) else ""
    return Kvote(
        _("Egenmelding når jeg er syk"), min(int(brukt), av) if isinstance(brukt, int) else 0, av, str(fk(6)), merknad
    )


def _telt(navn: str, svar: Dagsvar) -> Kvote:
    av, brukt = svar.tall.get("kvote", 0), svar.tall.get("brukt", 0)
    antall = brukt if isinstance(brukt, int) else 0
    # A day that is granted counts itself in: what was used before it is one less.
    return Kvote(navn, antall - 1 if svar.gyldig else antall, av if isinstance(av, int) else 0, str(svar.hjemmel))
