"""What complaints add to the overview: what waits for whom, and the days that bind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from fotfeste.fag.klage.enums import HOS_OSS, LOPENDE, Klagestatus, Klageutfall
from fotfeste.fag.klage.models import Klage
from fotfeste.fag.klage.selectors import klagefakta
from fotfeste.fag.klage.vurderinger import (
    instansen_avgjor_kostnader,
    svarfrist,
    trenger_gjennomforing,
    trenger_nytt_vedtak,
)
from fotfeste.fag.oversikt.bidrag.typer import Bidrag
from fotfeste.fag.oversikt.typer import Frist, Oppgave, Part, Steg
from fotfeste.fag.vedtak.enums import Vedtaksstatus
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.tilgang import Handling
from fotfeste.regelverk import klage as regler

if TYPE_CHECKING:
    from fotfeste.fag.oversikt.fakta import Fakta

VARSLES = timedelta(days=7)
"""How long before the month is over the preliminary answer becomes a task of its own."""

_S = Klagestatus


def _oppgaver(fakta: Fakta, klager: Sequence[Klage] | None) -> Iterable[Oppgave]:
    for klage in klager or ():
        yield from _en(klage, fakta.dag)


def _en(klage: Klage, dag: date) -> Iterator[Oppgave]:
    if steg := _STEG.get(Klagestatus(klage.status)):
        yield from steg(klage, dag)
    mangler_svar = klage.status in HOS_OSS and not klage.forelopig_svar
    if mangler_svar and regler.svarfrist(klage.mottatt) - VARSLES <= dag:
        knapp = _("Send foreløpig svar")
        hva = _("Klagen er ikke besvart innen en måned")
        yield _oppgave("klage_svar", hva, klage, knapp, siden=klage.mottatt, frist=regler.svarfrist(klage.mottatt))
    if klage.utsatt_bedt and not klage.utsatt_dato and klage.status in LOPENDE:
        ord_ = _("Klageren ber om at vedtaket venter")
        yield _beslutters("klage_utsetting", ord_, klage, _("Svar på utsetting"), siden=klage.utsatt_bedt)
    if klage.er_delvis and klage.status in {_S.TIL_OVERSENDELSE, _S.OVERSENDT}:
        yield from _endret(klage, klage.besluttet)
    if klage.apne_krav:  # type: ignore[attr-defined]
        yield _kostnader(klage)


def _mottatt(klage: Klage, _dag: date) -> Iterator[Oppgave]:
    hva, knapp = _("En klage venter på å bli vurdert"), _("Vurder klagen")
    yield _oppgave("klage", hva, klage, knapp, siden=klage.mottatt, frist=svarfrist(klage))


def _retting(klage: Klage, dag: date) -> Iterator[Oppgave]:
    frist = klage.rettefrist or dag
    oppgave = _oppgave(
        "klage_retting",
        _("Klageren kan rette klagen til %(dag)s") % {"dag": dato_ord(frist)},
        klage,
        _("Registrer rettingen"),
        frist=frist,
    )
    if frist >= dag:
        yield replace(oppgave, part=Part.DELTAKER)
    else:
        yield replace(oppgave, hva=_("Fristen for å rette klagen er ute"), siden=frist, frist=None)


def _vurderes(klage: Klage, _dag: date) -> Iterator[Oppgave]:
    hva, knapp = _("Klagen vurderes på nytt"), _("Skriv ferdig svaret på klagen")
    yield _oppgave("klage", hva, klage, knapp, siden=klage.mottatt, frist=svarfrist(klage))


def _hos_beslutter(klage: Klage, _dag: date) -> Iterator[Oppgave]:
    oppgave = _beslutters(
        "klage_beslutt",
        _("Svaret på en klage er klart til beslutning"),
        klage,
        _("Les og bestem"),
        siden=klokke.dagen(klage.sendt) if klage.sendt else None,
    )
    yield replace(oppgave, frist=svarfrist(klage), utelukket_id=klage.saksbehandler_id)


def _til_oversendelse(klage: Klage, _dag: date) -> Iterator[Oppgave]:
    oppgave = _oppgave(
        "klage_oversend",
        _("Klagen skal sendes til Statsforvalteren"),
        klage,
        _("Send klagen videre"),
        siden=klage.besluttet,
    )
    yield replace(oppgave, mer=_("Så snart saken er tilrettelagt (fvl § 33)."))


def _oversendt(klage: Klage, _dag: date) -> Iterator[Oppgave]:
    if klage.merknad:
        hva, knapp = _("Klageren har lagt til noe i klagen"), _("Send det videre")
        yield _oppgave("klage_merknad", hva, klage, knapp, siden=klage.merknad)


def _omgjort(klage: Klage, _dag: date) -> Iterator[Oppgave]:
    if endret := list(_endret(klage, klage.besluttet)):
        yield from endret
    elif klage.vedtak_id is None:
        yield _folg_opp(klage, _("Det klagen gjelder, står ikke lenger. Avslutt klagen"))
    elif klage.nytt_vedtak and klage.nytt_vedtak.status == Vedtaksstatus.FATTET:
        yield _folg_opp(klage, _("Det nye vedtaket er fattet. Avslutt klagen"))


def _avgjort(klage: Klage, _dag: date) -> Iterator[Oppgave]:
    frist = regler.svarfrist(klage.avgjort) if klage.avgjort else None
    if klage.utfall == Klageutfall.OPPHEVET and trenger_nytt_vedtak(klage):
        yield replace(_nytt_vedtak(klage, klage.avgjort), frist=frist)
    elif trenger_gjennomforing(klage):
        yield from (replace(oppgave, frist=frist) for oppgave in _endret(klage, klage.avgjort))
    elif klage.nytt_vedtak is None or klage.nytt_vedtak.status == Vedtaksstatus.FATTET:
        yield _folg_opp(klage, _("Følg opp svaret fra Statsforvalteren"))


def _endret(klage: Klage, siden: date | None) -> Iterator[Oppgave]:
    """What carries the change out: a new decision, or what is done to the deduction or the egenmelding."""
    if trenger_nytt_vedtak(klage):
        yield _nytt_vedtak(klage, siden)
    elif trenger_gjennomforing(klage):
        hva = _("Utfallet av klagen er ikke gjennomført")
        yield _oppgave("klage_gjennomfor", hva, klage, _("Gjennomfør utfallet"), siden=siden)


def _nytt_vedtak(klage: Klage, siden: date | None) -> Oppgave:
    hva, knapp = _("Det skal fattes et nytt vedtak etter klagen"), _("Begynn på det nye vedtaket")
    return _oppgave("klage_nytt_vedtak", hva, klage, knapp, siden=siden)


def _folg_opp(klage: Klage, hva: str) -> Oppgave:
    return _oppgave("klage_folg_opp", hva, klage, _("Følg opp utfallet"), siden=klage.avgjort)


def _kostnader(klage: Klage) -> Oppgave:
    hva = _("Et krav om sakskostnader er ikke avgjort")
    if instansen_avgjor_kostnader(klage):
        return _oppgave("klage_kostnader", hva, klage, _("Send kravet videre"))
    return _beslutters("klage_kostnader", hva, klage, _("Avgjør kravet"))


def _oppgave(
    slag: str, hva: str, klage: Klage, knapp: str, *, siden: date | None = None, frist: date | None = None
) -> Oppgave:
    return Oppgave(
        slag,
        hva,
        Part.VEILEDER,
        siden,
        Steg("klager", knapp, Handling.KLAGE_BEHANDLE),
        frist,
        mer=klage.gjelder.tittel,
        eier_id=klage.saksbehandler_id,
    )


def _beslutters(slag: str, hva: str, klage: Klage, knapp: str, *, siden: date | None = None) -> Oppgave:
    steg = Steg("klager", knapp, Handling.KLAGE_BESLUTT)
    return Oppgave(slag, hva, Part.BESLUTTER, siden, steg, mer=klage.gjelder.tittel)


_STEG = {
    _S.MOTTATT: _mottatt,
    _S.VENTER_RETTING: _retting,
    _S.UNDER_VURDERING: _vurderes,
    _S.HOS_BESLUTTER: _hos_beslutter,
    _S.TIL_OVERSENDELSE: _til_oversendelse,
    _S.OVERSENDT: _oversendt,
    _S.OMGJORT: _omgjort,
    _S.AVGJORT: _avgjort,
}


def _frister(fakta: Fakta, klager: Sequence[Klage] | None) -> Iterable[Frist]:
    for klage in klager or ():
        if klage.status in HOS_OSS:
            yield Frist(svarfrist(klage), _("Svar på klagen"), "fvl § 11 a")
        if klage.status == _S.VENTER_RETTING and klage.rettefrist:
            yield Frist(klage.rettefrist, _("Frist for å rette klagen"), "fvl § 32")
        if klage.motpart_frist and klage.status in HOS_OSS and klage.motpart_frist >= fakta.dag:
            yield Frist(klage.motpart_frist, _("Frist for motparten"), "fvl § 33")


BIDRAG = Bidrag("klage", klagefakta, _oppgaver, _frister, lukkede=True, sjeldne=(Klage,))
