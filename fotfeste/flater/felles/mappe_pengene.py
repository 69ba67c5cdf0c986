"""The money of a case as it is read: the sections beside those of the file, in words."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from fotfeste.fag.egenmelding.models import Egenmeldingsstopp
from fotfeste.fag.krav.dekning import Dekning
from fotfeste.fag.krav.enums import Kravstatus
from fotfeste.fag.krav.models import Krav
from fotfeste.fag.mappe.pengene import Pengene
from fotfeste.fag.person.models import Barn
from fotfeste.flater.felles.mappe_visning import Avsnitt, en_dag, en_periode
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.leseord import maned_ord
from fotfeste.regelverk.penger import kroner_tekst


def avsnitt_om_pengene(p: Pengene) -> list[Avsnitt]:
    """The sections, in the order they follow those of the file. A death and money paid twice only where they are."""
    dodsfall = [Avsnitt(_("Dødsfall"), (_("Dato"),), [(en_dag(p.dodsdato),)], "")] if p.dodsdato else []
    lag = (_barna, _ytelser, _forskudd, _differanser, _reguleringer, _kravene, _refusjonskrav, _egenmelding)
    doble = [_doble(p)] if p.doble else []
    return [*dodsfall, *(ett(p) for ett in lag), *doble]


def _linjer(*linjer: str) -> str:
    return "\n".join(linje for linje in linjer if linje) or "–"


def _med_dag(hva: str, dag: date | None) -> str:
    return f"{hva} {en_dag(dag)}" if dag else ""


def _barna(p: Pengene) -> Avsnitt:
    rader = [
        (
            en_dag(barn.fodselsdato),
            en_periode(barn.fra, barn.til),
            _om_barnet(barn),
            _linjer(*(en_periode(ett.fra, ett.til) for ett in barn.utenlandsopphold.all())),
            _linjer(*(en_periode(ett.fra, ett.til) for ett in barn.innkrevingskrav.all())),
        )
        for barn in p.barn
    ]
    kolonner = (_("Født"), _("Forsørges"), _("Om barnet"), _("I utlandet"), _("Krav fra NAV Innkreving"))
    return Avsnitt(_("Barn"), kolonner, rader, _("Her står barn som deltakeren forsørger."))


def _om_barnet(barn: Barn) -> str:
    bosatt = en_periode(barn.bosatt_fra, barn.bosatt_til) if barn.bosatt_fra or barn.bosatt_til else ""
    return _linjer(
        _("Kronisk sykt") if barn.kronisk_syk else "",
        "" if barn.bor_i_husholdningen else _("Bor ikke i husholdningen"),
        _med_dag(_("Fosterbarn, forsørget fra"), barn.forsorget_fra),
        _med_dag(_("Satt fram krav"), barn.krav_fram),
        barn.varig_grunn,
        f"{_('Bosatt i Norge')} {bosatt}" if bosatt else "",
    )


def _ytelser(p: Pengene) -> Avsnitt:
    rader = [
        (ett.get_type_display(), en_periode(ett.fra, ett.til), kroner_tekst(ett.belop_per_dag)) for ett in p.ytelser
    ]
    kolonner = (_("Ytelse"), _("Gjelder"), _("Per stønadsdag"))
    return Avsnitt(_("Andre ytelser"), kolonner, rader, _("Her står dagpenger, sykepenger og foreldrepenger."))


def _forskudd(p: Pengene) -> Avsnitt:
    rader = [
        (
            maned_ord(ett.maned),
            kroner_tekst(ett.belop),
            _linjer(ett.grunn, _("Trukket tilbake") if ett.trukket_tilbake else ""),
            f"{ett.bestemt_av.brukernavn}, {en_dag(klokke.dagen(ett.opprettet))}",
        )
        for ett in p.forskudd
    ]
    kolonner = (_("Måned"), _("Beløp"), _("Hvorfor"), _("Bestemt"))
    return Avsnitt(_("Forskudd"), kolonner, rader, _("Her står det som er betalt på forskudd."))


def _differanser(p: Pengene) -> Avsnitt:
    rader = [
        (maned_ord(ett.maned), en_dag(klokke.dagen(ett.opprettet)), kroner_tekst(ett.belop), ett.arsaksord)
        for ett in p.differanser
    ]
    kolonner = (_("Måned"), _("Regnet på nytt"), _("Forskjell"), _("Hva som var annerledes"))
    return Avsnitt(
        _("Måneder regnet på nytt"), kolonner, rader, _("Her står betalte måneder som ble noe annet etterpå.")
    )


def _doble(p: Pengene) -> Avsnitt:
    rader = [
        (
            maned_ord(ett.maned),
            kroner_tekst(ett.belop),
            _linjer(en_dag(ett.dato), en_dag(ett.ny_dato)),
            en_dag(ett.falt) if ett.falt else "–",
        )
        for ett in p.doble
    ]
    kolonner = (_("Måned"), _("Beløp"), _("Betalt"), _("Gjort opp"))
    return Avsnitt(_("Betalt to ganger"), kolonner, rader, "")


def _reguleringer(p: Pengene) -> Avsnitt:
    rader = [
        (
            maned_ord(ett.maned),
            "–" if ett.belop is None else kroner_tekst(ett.belop),
            _linjer(
                ett.get_utfall_display(), ett.get_grunn_display(), ett.vurdering.begrunnelse if ett.vurdering else ""
            ),
            en_dag(klokke.dagen(ett.varslet)) if ett.varslet else "–",
        )
        for ett in p.reguleringer
    ]
    kolonner = (_("Måned"), _("Forskjell"), _("Hva det ble"), _("Beskjed gitt"))
    return Avsnitt(
        _("Regulering av grunnbeløpet"), kolonner, rader, _("Her står måneder betalt før et nytt grunnbeløp ble kjent.")
    )


def _kravene(p: Pengene) -> Avsnitt:
    rader = [
        (
            _linjer(str(krav.get_status_display()), kroner_tekst(tall.belop), _igjen(krav, tall)),
            _linjer(str(krav.get_arsak_display()), krav.arsak_ord),
            _linjer(
                _med_dag(_("Varslet"), krav.varslet),
                _med_dag(_("Svarte"), krav.svar_dato),
                str(krav.get_svar_display()),
                krav.svar_ord,
            ),
            # Written before it is decided, the reasons are the office's own preparation (fvl § 18).
            _linjer(_med_dag(_("Bestemt"), krav.bestemt), krav.begrunnelse if krav.bestemt else "", krav.frafalt_grunn),
            _planen(krav),
        )
        for krav, tall in p.krav
    ]
    kolonner = (_("Krav"), _("Hvorfor"), _("Varsel og svar"), _("Avgjørelse"), _("Trekkes"))
    return Avsnitt(_("For mye utbetalt"), kolonner, rader, _("Her står krav når det er betalt for mye."))


def _igjen(krav: Krav, tall: Dekning) -> str:
    if tall.tilbakefort:
        return _("%(belop)s gitt tilbake til deltakeren") % {"belop": kroner_tekst(tall.tilbakefort)}
    kreves = tall.rest and krav.status != Kravstatus.FRAFALT
    return _("%(belop)s igjen") % {"belop": kroner_tekst(tall.rest)} if kreves else ""


def _planen(krav: Krav) -> str:
    return _linjer(*(f"{maned_ord(rad.trekk.maned)}: {kroner_tekst(rad.trekk.belop)}" for rad in krav.trekk.all()))


def _refusjonskrav(p: Pengene) -> Avsnitt:
    rader = [
        (
            ett.get_ytelse_display(),
            en_periode(ett.fra, ett.til),
            kroner_tekst(ett.krevd),
            _linjer(
                str(ett.get_status_display()),
                _med_dag(_("Krevd"), ett.fremsatt),
                _med_dag(_("Avgjort"), ett.avgjort),
                kroner_tekst(ett.innbetalt) if ett.innbetalt else "",
                ett.grunn,
            ),
        )
        for ett in p.refusjonskrav
    ]
    kolonner = (_("Ytelse"), _("Gjelder"), _("Krevd"), _("Hva det ble"))
    return Avsnitt(_("Refusjon fra NAV"), kolonner, rader, _("Her står krav på NAV for det vi har lagt ut."))


def _egenmelding(p: Pengene) -> Avsnitt:
    rader = [_stoppet(ett) for ett in p.stopp]
    rader += [
        (
            _("Skriftlig bekreftelse av %(dager)s") % {"dager": en_periode(ett.fra, ett.til)},
            str(ett.get_status_display()),
            _linjer(_med_dag(_("Bedt"), ett.bedt), _med_dag(_("Bekreftet"), ett.bekreftet), ett.bekreftelse),
            _linjer(_med_dag(_("Bestemt"), ett.bestemt), ett.begrunnelse),
        )
        for ett in p.bekreftelser
    ]
    kolonner = (_("Hva"), _("Status"), _("Varsel og svar"), _("Avgjørelse"))
    return Avsnitt(_("Egenmelding"), kolonner, rader, _("Her står det som er bestemt om egenmelding."))


def _stoppet(stopp: Egenmeldingsstopp) -> tuple[str, str, str, str]:
    return (
        _linjer(str(stopp.get_gjelder_display()), str(stopp.get_grunn_display()), stopp.fakta),
        str(stopp.get_status_display()),
        _linjer(
            _med_dag(_("Varslet"), stopp.forhandsvarsel), _med_dag(_("Svarte"), stopp.uttalelse_dato), stopp.uttalelse
        ),
        _linjer(
            *(f"{ett.get_slag_display()} {en_dag(ett.dato)}: {ett.begrunnelse}" for ett in stopp.beslutninger.all()),
            stopp.frafalt_fordi,
        ),
    )
