"""Commands on information from others (sotjl § 43): suggested, agreed to or known, asked for, received, taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from fotfeste.fag.kartlegging.enums import (
    AevStatus,
    Funnslag,
    Innhentingsgrunnlag,
    Innhentingsstatus,
    Kildetype,
    Opphav,
    Samtykkemate,
    Tema,
)
from fotfeste.fag.kartlegging.felles import krev_dag, krev_tekst, las_apen
from fotfeste.fag.kartlegging.models import Funn, Innhenting, Kilde
from fotfeste.fag.kartlegging.overganger import INNHENTING
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.dokument.services import dokument_ta_imot
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev


@dataclass(frozen=True, slots=True)
class Papir:
    """A file that came with the answer."""

    navn: str
    innhold: bytes


def innhenting_foresla(
    aktor: Aktor,
    *,
    sak: Sak,
    grunnlag: Innhentingsgrunnlag,
    fra_type: Kildetype,
    fra_navn: str,
    hva: str,
    formal: str,
    kjent: date | None = None,
) -> Innhenting:
    """Say what we want to ask whom about, and what for. With consent it waits for the participant's yes.

    Without consent the participant must know of it: `kjent` is the day they were told. Raises Fagfeil otherwise.
    """
    krev(aktor, Handling.AEV_SKRIV, sak)
    fra_navn = krev_tekst(fra_navn, "fra_navn", _("Skriv hvem vi vil spørre."))
    hva = krev_tekst(hva, "hva", _("Skriv hva vi vil vite."))
    formal = krev_tekst(formal, "formal", _("Skriv hva vi skal bruke det til."))
    kjennskap = grunnlag == Innhentingsgrunnlag.KJENNSKAP
    if kjennskap and kjent is None:
        raise Fagfeil(_("Skriv når deltakeren fikk vite om det (sotjl § 43)."), felt="kjent", hjemmel="sotjl § 43")
    if kjennskap and kjent is not None:
        krev_dag(sak, kjent, felt="kjent")
    with kommando(aktor, "innhenting.foresla"):
        sak = las_apen(sak)
        innhenting = Innhenting(
            sak=sak,
            status=Innhentingsstatus.KLAR if kjennskap else Innhentingsstatus.FORESPURT,
            grunnlag=grunnlag,
            fra_type=fra_type,
            fra_navn=fra_navn,
            hva=hva,
            formal=formal,
            kjent=kjent if kjennskap else None,
            foreslatt_av=aktor.krev_bruker(),
        )
        innhenting.full_clean(exclude={"sak", "foreslatt_av"})
        innhenting.save()
        skriv_hendelse(aktor, "innhenting.foreslatt", sak_id=sak.pk, objekt_id=innhenting.pk, fra=fra_navn)
        return innhenting


def innhenting_samtykk(aktor: Aktor, *, innhenting: Innhenting) -> Innhenting:
    """The participant says yes, to this party and this purpose."""
    return _utfor(
        aktor,
        innhenting,
        "samtykk",
        "innhenting.ja",
        svar_gitt=klokke.i_dag(),
        svar_mate=Samtykkemate.EGEN_SIDE,
    )


def innhenting_avsla(aktor: Aktor, *, innhenting: Innhenting) -> Innhenting:
    """The participant says no. Nothing is asked for."""
    return _utfor(
        aktor,
        innhenting,
        "avsla",
        "innhenting.nei",
        svar_gitt=klokke.i_dag(),
        svar_mate=Samtykkemate.EGEN_SIDE,
    )


def innhenting_registrer_ja(aktor: Aktor, *, innhenting: Innhenting, dato: date, mate: Samtykkemate) -> Innhenting:
    """Note that the participant has said yes, when and how."""
    return _utfor(aktor, innhenting, "registrer_ja", "innhenting.ja_notert", svar_gitt=dato, svar_mate=mate)


def innhenting_registrer_nei(aktor: Aktor, *, innhenting: Innhenting, dato: date, mate: Samtykkemate) -> Innhenting:
    """Note that the participant has said no, when and how."""
    return _utfor(aktor, innhenting, "registrer_nei", "innhenting.nei_notert", svar_gitt=dato, svar_mate=mate)


def innhenting_be_om(aktor: Aktor, *, innhenting: Innhenting, dato: date, svarfrist: date) -> Innhenting:
    """Note that we have asked, and by when we want an answer. Raises Fagfeil for a deadline before the request."""
    if svarfrist < dato:
        raise Fagfeil(_("Svarfristen er før dagen vi spurte. Sjekk datoene."), felt="svarfrist")
    return _utfor(aktor, innhenting, "be_om", "innhenting.bedt", bedt=dato, svarfrist=svarfrist)


def innhenting_avslutt(aktor: Aktor, *, innhenting: Innhenting) -> Innhenting:
    """Stop waiting for an answer."""
    return _utfor(aktor, innhenting, "avslutt", "innhenting.uten_svar")


def innhenting_motta(
    aktor: Aktor,
    *,
    innhenting: Innhenting,
    dato: date,
    tekst: str,
    slag: Funnslag,
    tema: Tema = Tema.HELSE,
    papir: Papir | None = None,
) -> Innhenting:
    """Keep the answer: what it says as a finding for its point, and the paper. Raises Fagfeil when it says nothing."""
    krev(aktor, Handling.AEV_SKRIV, innhenting)
    tekst = krev_tekst(tekst, "tekst", _("Skriv kort hva svaret sier om arbeid."))
    with kommando(aktor, "innhenting.motta"):
        felter: dict[str, Any] = {"mottatt": dato, "bedt": innhenting.bedt or dato}
        innhenting = _utfor(aktor, innhenting, "motta", "innhenting.mottatt", **felter)
        if papir:
            innhenting.dokument = dokument_ta_imot(navn=papir.navn, innhold=papir.innhold, felt="papir")
            innhenting.save(update_fields=["dokument"])
        Funn.objects.create(
            sak_id=innhenting.sak_id,
            opphav=Opphav.INNHENTING,
            innhenting=innhenting,
            fra=innhenting.fra_navn,
            dato=dato,
            tema=tema,
            slag=slag,
            tekst=tekst,
            registrert_av=aktor.krev_bruker(),
        )
        return innhenting


def innhenting_trekk(aktor: Aktor, *, innhenting: Innhenting) -> Innhenting:
    """The participant takes the yes back. From the open draft the source goes out; what is completed stands."""
    with kommando(aktor, "innhenting.trekk"):
        innhenting = _utfor(aktor, innhenting, "trekk", "innhenting.trukket", trukket=klokke.i_dag())
        _ut_av_utkastet(innhenting)
        return innhenting


def innhenting_registrer_trekk(aktor: Aktor, *, innhenting: Innhenting) -> Innhenting:
    """Note that the participant has taken the yes back; with the same effect."""
    with kommando(aktor, "innhenting.registrer_trekk"):
        innhenting = _utfor(aktor, innhenting, "registrer_trekk", "innhenting.trukket_notert", trukket=klokke.i_dag())
        _ut_av_utkastet(innhenting)
        return innhenting


def _ut_av_utkastet(innhenting: Innhenting) -> None:
    Kilde.objects.filter(innhenting=innhenting, vurdering__status=AevStatus.UTKAST).delete()
    for funn in Funn.objects.filter(innhenting=innhenting, brukt_i__isnull=True):
        funn.lagre_endring(lagt_bort=klokke.i_dag())


def _utfor(aktor: Aktor, innhenting: Innhenting, navn: str, hendelse: str, **felter: Any) -> Innhenting:
    overgang = INNHENTING.overgang(navn)
    krev(aktor, overgang.handling, innhenting)
    for felt in ("svar_gitt", "bedt", "mottatt"):
        if felter.get(felt):
            krev_dag(innhenting.sak, felter[felt])
    with kommando(aktor, f"innhenting.{navn}"):
        sak = sak_las(innhenting.sak)
        innhenting = Innhenting.objects.select_for_update(of=("self",)).get(pk=innhenting.pk)
        innhenting.sak = sak
        INNHENTING.krev(navn, innhenting)
        innhenting.lagre_endring(status=overgang.til, **felter)
        skriv_hendelse(aktor, hendelse, sak_id=sak.pk, objekt_id=innhenting.pk, fra=innhenting.fra_navn)
        return innhenting
