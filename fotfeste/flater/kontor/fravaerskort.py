"""What stands beside a sheet with absence: was it looked into, may it be deducted, and what egenmelding counts."""

from __future__ import annotations

from dataclasses import dataclass

from fotfeste.fag.egenmelding.telling import tellingen
from fotfeste.fag.oppmote.enums import SYKDOM, Timelistestatus
from fotfeste.fag.oppmote.models import Fravaer, Timeliste
from fotfeste.fag.oppmote.undersokt import Undersokelse, undersokelser
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak.enums import APNE
from fotfeste.fag.vedtak.fravaerstrekk import Fravaerstrekk, fravaer_uten_grunnlag
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Aktor, Handling, vurder
from fotfeste.regelverk import tid
from fotfeste.regelverk.egenmelding import Telling


@dataclass(frozen=True, slots=True)
class Fravaerskort:
    """The three questions of the month's absence. `muntlige` can be asked for in writing (forskriften §§ 7 and 10)."""

    undersokelser: list[Undersokelse]
    uten_grunnlag: Fravaerstrekk
    har_apent_vedtak: bool
    kan_begynne_vedtak: bool
    kan_logge: bool
    telling: Telling | None
    muntlige: list[Fravaer]

    @property
    def har_noe(self) -> bool:
        return bool(self.undersokelser or self.uten_grunnlag.timer or self.muntlige or self.viser_telling)

    @property
    def mangler_undersokelse(self) -> bool:
        return any(not ett.er_undersokt for ett in self.undersokelser)

    @property
    def viser_telling(self) -> bool:
        return self.telling is not None and self.telling.nok


def fravaerskort(aktor: Aktor, sak: Sak, liste: Timeliste) -> Fravaerskort:
    """The card of one sheet. The gate to the sheet is the caller's."""
    maned = tid.maned(liste.maned.year, liste.maned.month)
    i_dag = klokke.i_dag()
    sykdom = [rad for rad in liste.fravaer.all() if rad.arsak in SYKDOM]
    har_sendt_selv = liste.levert_av_id is not None and liste.levert_av_id == sak.person.bruker_id
    kan_kreve = vurder(aktor, Handling.TIMELISTE_GODKJENN, sak).tillatt and not har_sendt_selv
    return Fravaerskort(
        undersokelser=undersokelser(liste),
        uten_grunnlag=fravaer_uten_grunnlag(sak, maned, i_dag),
        har_apent_vedtak=sak.vedtak.filter(status__in=sorted(APNE)).exists(),
        kan_begynne_vedtak=vurder(aktor, Handling.VEDTAK_FORBERED, sak).tillatt,
        kan_logge=liste.status != Timelistestatus.GODKJENT and vurder(aktor, Handling.OPPFOLGING_SKRIV, sak).tillatt,
        telling=tellingen(sak, i_dag) if sykdom and vurder(aktor, Handling.VEDTAK_FORBERED, sak).tillatt else None,
        muntlige=[r for r in sykdom if kan_kreve and r.til < i_dag and not r.legeerklaeringer.all()],
    )
