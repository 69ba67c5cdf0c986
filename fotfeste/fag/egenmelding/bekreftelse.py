"""An oral egenmelding that is to be confirmed in writing (forskriften § 7): asked for, given, or fallen away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from fotfeste.fag.brev.models import Brevmal
from fotfeste.fag.brev.services import brev_send, brevfeil_i_ord
from fotfeste.fag.egenmelding.brevene import bekreftelsesbrev, bortfallsbrev
from fotfeste.fag.egenmelding.enums import Gjelder
from fotfeste.fag.egenmelding.models import Egenmeldingsbekreftelse
from fotfeste.fag.egenmelding.overganger import EGENMELDINGSBEKREFTELSE
from fotfeste.fag.oppmote.enums import SYKDOM, Fravaersarsak
from fotfeste.fag.oppmote.models import I_LEVENDE_LISTE, Fravaer
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.regelverk.tid import Periode

_HJEMMEL = "forskriften § 7"


def egenmelding_be_om_bekreftelse(aktor: Aktor, *, fravaer: Fravaer, frist: date) -> Egenmeldingsbekreftelse:
    """Ask the participant, back in the programme, to confirm in writing that they or a child were ill (§§ 7 and 10).

    A letter says so. Raises Fagfeil when the absence is no illness, is not over, is documented by a doctor, has been
    confirmed by the participant's own sheet, or is asked for already.
    """
    krev(aktor, Handling.TIMELISTE_GODKJENN, fravaer)
    with kommando(aktor, "egenmelding.be_om_bekreftelse"):
        sak = sak_las(fravaer.sak)
        i_dag = klokke.i_dag()
        if fravaer.arsak not in SYKDOM:
            raise Fagfeil(_("Bare en egenmelding om sykdom kan kreves bekreftet."), hjemmel=_HJEMMEL)
        if fravaer.til >= i_dag:
            raise Fagfeil(_("Vent til deltakeren er tilbake i programmet."), hjemmel=_HJEMMEL)
        _krev_muntlig(sak, [fravaer])
        if frist <= i_dag:
            raise Fagfeil(_("Fristen må være etter i dag, så deltakeren får tid."), felt="frist")
        rad = Egenmeldingsbekreftelse(
            sak=sak,
            gjelder=Gjelder.BARN if fravaer.arsak == Fravaersarsak.BARNS_SYKDOM else Gjelder.EGEN,
            fra=fravaer.fra,
            til=fravaer.til,
            bedt=i_dag,
            bedt_av=aktor.krev_bruker(),
            frist=frist,
        )
        try:
            with transaction.atomic():
                rad.save()
        except IntegrityError as feil:
            raise Fagfeil(_("Det er alt bedt om en bekreftelse for dette fraværet.")) from feil
        with brevfeil_i_ord():
            brev = bekreftelsesbrev(aktor, rad)
        brev_send(aktor, sak=sak, mal=Brevmal.OPPLYSNINGER, brev=brev)
        _hendelse(aktor, "egenmelding.bekreftelse_bedt", rad, frist=frist)
        return rad


def egenmelding_bekreft(aktor: Aktor, *, krav: Egenmeldingsbekreftelse, tekst: str = "") -> Egenmeldingsbekreftelse:
    """Confirm it: the participant on their own page, or the office when a paper has come, also after the day."""
    krev(aktor, Handling.TIMELISTE_FYLL, krav)
    with kommando(aktor, "egenmelding.bekreft"):
        krav = _las(krav, "bekreft")
        krav.lagre_endring(
            status=EGENMELDINGSBEKREFTELSE.overgang("bekreft").til, bekreftet=klokke.i_dag(), bekreftelse=tekst.strip()
        )
        _hendelse(aktor, "egenmelding.bekreftet", krav)
        return krav


def egenmelding_frafall_krav(aktor: Aktor, *, krav: Egenmeldingsbekreftelse) -> Egenmeldingsbekreftelse:
    """It is not needed after all."""
    krev(aktor, Handling.TIMELISTE_GODKJENN, krav)
    with kommando(aktor, "egenmelding.frafall_krav"):
        krav = _las(krav, "frafall_krav")
        krav.lagre_endring(status=EGENMELDINGSBEKREFTELSE.overgang("frafall_krav").til)
        _hendelse(aktor, "egenmelding.krav_frafalt", krav)
        return krav


def egenmelding_la_falle_bort(
    aktor: Aktor, *, krav: Egenmeldingsbekreftelse, begrunnelse: str
) -> Egenmeldingsbekreftelse:
    """Decide that the egenmelding gives no stønad, since nothing came by the day, and send the letter (§ 7).

    Raises Fagfeil while there is still time, and without a reason: the law says «may». And when a doctor's statement or
    the participant's own sheet has come meanwhile.
    """
    krev(aktor, Handling.TIMELISTE_GODKJENN, krav)
    with kommando(aktor, "egenmelding.la_falle_bort"):
        krav = _las(krav, "la_falle_bort")
        i_dag = klokke.i_dag()
        if krav.frist >= i_dag:
            setning = _("Deltakeren har frist til og med %(dag)s med å bekrefte. Vent til den er ute.")
            raise Fagfeil(setning % {"dag": dato_ord(krav.frist)}, hjemmel=_HJEMMEL)
        if not begrunnelse.strip():
            raise Fagfeil(_("Skriv hvorfor. Loven sier at dere kan, ikke at dere skal."), felt="begrunnelse")
        _krev_muntlig(krav.sak, _fravaeret(krav))
        with brevfeil_i_ord("begrunnelse"):
            brev = bortfallsbrev(aktor, krav, begrunnelse.strip())
        sendt = brev_send(aktor, sak=krav.sak, mal=Brevmal.VEDTAK, brev=brev)
        krav.lagre_endring(
            status=EGENMELDINGSBEKREFTELSE.overgang("la_falle_bort").til,
            bestemt=i_dag,
            bestemt_av=aktor.krev_bruker(),
            begrunnelse=begrunnelse.strip(),
            brev=sendt.dokument,
        )
        _hendelse(aktor, "egenmelding.bortfalt", krav, milepel=True)
        return krav


def egenmelding_la_gjelde(aktor: Aktor, *, krav: Egenmeldingsbekreftelse, begrunnelse: str) -> Egenmeldingsbekreftelse:
    """Let one that fell away give stønad all the same, for a reason. It is to the participant's good and takes one."""
    krev(aktor, Handling.TIMELISTE_GODKJENN, krav)
    with kommando(aktor, "egenmelding.la_gjelde"):
        krav = _las(krav, "la_gjelde")
        if not begrunnelse.strip():
            raise Fagfeil(_("Skriv hvorfor egenmeldingen gjelder likevel."), felt="begrunnelse")
        krav.lagre_endring(status=EGENMELDINGSBEKREFTELSE.overgang("la_gjelde").til)
        _hendelse(aktor, "egenmelding.gjelder_likevel", krav, milepel=True, ord=begrunnelse.strip()[:300])
        return krav


def _fravaeret(krav: Egenmeldingsbekreftelse) -> list[Fravaer]:
    """The absence as it is registered now: a corrected sheet has new rows for the same days."""
    arsak = Fravaersarsak.BARNS_SYKDOM if krav.gjelder == Gjelder.BARN else Fravaersarsak.EGEN_SYKDOM
    rader = Fravaer.objects.filter(I_LEVENDE_LISTE, sak=krav.sak, arsak=arsak, fra__lte=krav.til, til__gte=krav.fra)
    return list(rader.select_related("timeliste").prefetch_related("legeerklaeringer"))


def _krev_muntlig(sak: Sak, rader: Sequence[Fravaer]) -> None:
    """Raise Fagfeil when nothing is left to confirm: a doctor or the participant's own sheet has said it in writing."""
    if any(rad.timeliste.levert_av_id and rad.timeliste.levert_av_id == sak.person.bruker_id for rad in rader):
        raise Fagfeil(_("Deltakeren har selv ført fraværet på timelisten. Det er bekreftet skriftlig."))
    if rader and all(_er_dokumentert(rad) for rad in rader):
        raise Fagfeil(
            _("Legeerklæringen dekker hele fraværet. Da er det ingen egenmelding å bekrefte."), hjemmel=_HJEMMEL
        )


def _er_dokumentert(fravaer: Fravaer) -> bool:
    dager = set(Periode(fravaer.fra, fravaer.til).dager())
    return dager <= {dag for en in fravaer.legeerklaeringer.all() for dag in Periode(en.fra, en.til).dager()}


def _hendelse(aktor: Aktor, kode: str, krav: Egenmeldingsbekreftelse, **data: Any) -> None:
    skriv_hendelse(aktor, kode, sak_id=krav.sak_id, objekt_id=krav.pk, fra=krav.fra, til=krav.til, **data)


def _las(krav: Egenmeldingsbekreftelse, kommando_: str) -> Egenmeldingsbekreftelse:
    sak = sak_las(krav.sak)
    last = Egenmeldingsbekreftelse.objects.select_for_update(of=("self",)).get(pk=krav.pk)
    last.sak = sak
    EGENMELDINGSBEKREFTELSE.krev(kommando_, last)
    return last
