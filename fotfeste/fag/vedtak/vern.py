"""The absence the law protects in its first year (§ 34 second paragraph), as the case knows it."""

from __future__ import annotations

from collections.abc import Iterable

from fotfeste.fag.program.models import Permisjon
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.fag.vedtak.fakta import fattede
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.regelverk.livslop import GRUNNER, PERMISJONER, Grunn, Permisjonsgrunn, VernetFravaer


def vernede_fravaer(vedtak: Vedtak) -> list[VernetFravaer]:
    """What is known when the decision is made: its own absence, and that of earlier pauses and leave."""
    egne = [VernetFravaer(Grunn(vedtak.grunn), vedtak.fravaer_fra)] if _er_vernet(vedtak) and vedtak.fravaer_fra else []
    return [*egne, *vern_i_saken(vedtak.sak)]


def vern_i_saken(sak: Sak) -> list[VernetFravaer]:
    """The protected absences of the case's pauses and leave, oldest first. Two queries."""
    return vern_av(fattede(sak), sak.permisjoner.all())


def vern_av(vedtak: Iterable[Vedtak], permisjoner: Iterable[Permisjon]) -> list[VernetFravaer]:
    """The protected absences of these pauses and this leave, oldest first."""
    ut = [
        VernetFravaer(Grunn(v.grunn), dag)
        for v in vedtak
        if v.type == Vedtakstype.AVBRUDD and _er_vernet(v) and (dag := v.fravaer_fra or v.fra)
    ]
    for permisjon in permisjoner:
        vern = PERMISJONER[Permisjonsgrunn(permisjon.kode)].vern if permisjon.kode else None
        if vern:
            ut.append(VernetFravaer(vern, permisjon.fra))
    return sorted(ut, key=lambda ett: ett.fra)


def _er_vernet(vedtak: Vedtak) -> bool:
    return bool(vedtak.grunn) and GRUNNER[Grunn(vedtak.grunn)].vernet
