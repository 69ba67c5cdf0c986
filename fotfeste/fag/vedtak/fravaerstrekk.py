"""A decision to deduct absence the grant did not reserve (sotjl § 36): days, cost, and what must be in place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.utils import translation
from django.utils.translation import gettext as _

from fotfeste.fag.brev.tekst import antall, dato_tekst, oppramsing
from fotfeste.fag.oppmote.enums import Fravaersarsak
from fotfeste.fag.oppmote.fakta import Saksfravaer, saksfravaer_for, timer_for_dager
from fotfeste.fag.oppmote.kostnad import kroner_tapt
from fotfeste.fag.oppmote.models import Fravaer
from fotfeste.fag.oppmote.undersokt import bekymret, ikke_undersokt
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.leseord import dato_ord, timetall_ord
from fotfeste.grunnmur.ord import kroner_ord
from fotfeste.regelverk.ord import dato_i_ord
from fotfeste.regelverk.rettskilde import sotjl
from fotfeste.regelverk.tid import Periode

_HJEMMEL = str(sotjl(36, 1))


@dataclass(frozen=True, slots=True)
class Fravaerstrekk:
    """The days that would be deducted, with hours, and what they come to in kroner."""

    timer: Mapping[date, Fraction]
    kroner: int

    @property
    def dager(self) -> list[date]:
        return sorted(self.timer)


def fravaer_uten_grunnlag(sak: Sak, periode: Periode, dag: date) -> Fravaerstrekk:
    """The days of absence in the period that keep no stønad and wait for a decision, with what they cost."""
    fravaer = _fravaer(sak, periode.slutt)
    rader = {dato: rad for dato, rad in fravaer.uten_grunnlag().items() if periode.inneholder(dato)} if fravaer else {}
    timer = timer_for_dager(sak.pk, rader)
    return Fravaerstrekk(timer, kroner_tapt(sak, timer, dag))


def _fravaer(sak: Sak, til: date) -> Saksfravaer | None:
    return saksfravaer_for([sak.pk], til=til).get(sak.pk)


def foreslatt_fravaer(sak: Sak, dag: date) -> tuple[date | None, date | None]:
    """First and last of the days of absence that wait for a decision; none when there are no such days."""
    fravaer = _fravaer(sak, dag)
    dager = sorted(fravaer.uten_grunnlag()) if fravaer else []
    return (dager[0], dager[-1]) if dager else (None, None)


@translation.override("nb")
def fravaersfakta(sak: Sak, fra: date | None, til: date | None) -> str:
    """A first draft of the facts: the days away, and what was done to find out why."""
    if fra is None or til is None:
        return ""
    trekk = fravaer_uten_grunnlag(sak, Periode(fra, til), til)
    if not trekk.timer:
        return ""
    forsok = sak.kontakter.filter(dato__gte=fra).exclude(initiativ="deltaker").order_by("dato")
    return "\n".join(
        [
            f"Du var borte {oppramsing([dato_i_ord(dato) for dato in trekk.dager])}.",
            *(
                f"Vi tok kontakt {dato_i_ord(ett.dato)}: {ett.get_kanal_display().lower()}, "
                f"{ett.get_resultat_display().lower()}."
                for ett in forsok
            ),
        ]
    )


def trekk_i_ord(vedtak: Vedtak, dag: date, *, vurderes: bool = False) -> str:
    """What the decision comes to in one sentence: days, hours and kroner; `vurderes`: as it would come to."""
    vi_trekker = "Bestemmer vi det, trekker vi" if vurderes else "Vi trekker"
    if vedtak.fra is None or vedtak.til is None:
        return f"{vi_trekker} i stønaden for dagene du var borte."
    trekk = fravaer_uten_grunnlag(vedtak.sak, Periode(vedtak.fra, vedtak.til), dag)
    timer = sum(trekk.timer.values(), Fraction(0))
    return (
        f"{vi_trekker} {kroner_ord(trekk.kroner)} i stønaden for {antall(len(trekk.timer), 'dag', 'dager')} du var "
        f"borte, til sammen {timetall_ord(timer)} timer, mellom {dato_tekst(vedtak.fra)} og {dato_tekst(vedtak.til)}."
    )


def hindringer_i_trekket(vedtak: Vedtak, dag: date) -> list[Fagfeil]:
    """Why the deduction cannot be decided: no days, days ahead, nothing to deduct, or it has not been found out why."""
    if vedtak.fra is None:
        return [Fagfeil(_("Skriv den første dagen deltakeren var borte."), felt="fra", hjemmel=_HJEMMEL)]
    if vedtak.til is None:
        return [Fagfeil(_("Skriv den siste dagen deltakeren var borte."), felt="til", hjemmel=_HJEMMEL)]
    if vedtak.til > dag:
        return [Fagfeil(_("Fraværet må være over. Sett siste dag til i dag eller før."), felt="til")]
    fravaer = _fravaer(vedtak.sak, vedtak.til)
    rader = fravaer.uten_grunnlag() if fravaer else {}
    periode = Periode(vedtak.fra, vedtak.til)
    dager = {dato: rad for dato, rad in rader.items() if periode.inneholder(dato)}
    if not dager:
        setning = _(
            "Timelistene har ingen dager uten rett til stønad mellom %(fra)s og %(til)s som venter på et vedtak. Rett "
            "datoene, eller legg bort utkastet."
        )
        ord_ = {"fra": dato_ord(vedtak.fra), "til": dato_ord(vedtak.til)}
        return [Fagfeil(setning % ord_, felt="fra", hjemmel=_HJEMMEL)]
    registrerte = Fravaer.objects.filter(pk__in={rad.id for rad in dager.values()}).select_related(
        "timeliste__sak__person"
    )
    uten_grunn = any(rad.arsak == Fravaersarsak.ULEGITIMERT for rad in registrerte)
    nei = bekymret(vedtak.sak) if uten_grunn else None
    return ([nei] if nei else []) + [
        Fagfeil(
            _("Ingen har prøvd å ta kontakt siden %(dag)s. Ring eller dra hjem, og logg forsøket først.")
            % {"dag": dato_ord(fra)},
            felt="fra",
            hjemmel="fvl § 17",
        )
        for fra in ikke_undersokt(vedtak.sak, registrerte)
    ]
