"""Commands on the work-ability assessment (NAV-loven § 14 a): begun, written, seen by the participant, completed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from fotfeste.fag.kartlegging.egenvurderinger import (
    egenvurdering_for_inn,
    egenvurdering_send,
    egenvurdering_svar,
)
from fotfeste.fag.kartlegging.enums import (
    AevStatus,
    Funnslag,
    Innsatsgruppe,
    Kildetype,
    Opphav,
    UtfortAv,
    Variant,
    Variantgrunn,
)
from fotfeste.fag.kartlegging.felles import krev_dag, krev_tekst, las_apen, las_vurdering
from fotfeste.fag.kartlegging.gjenbruk import gammel_tekst, har_fersk_vurdering
from fotfeste.fag.kartlegging.innhentinger import (
    innhenting_avsla,
    innhenting_avslutt,
    innhenting_be_om,
    innhenting_foresla,
    innhenting_motta,
    innhenting_registrer_ja,
    innhenting_registrer_nei,
    innhenting_registrer_trekk,
    innhenting_samtykk,
    innhenting_trekk,
)
from fotfeste.fag.kartlegging.interne import internnotat_skriv, internnotat_tatt_opp
from fotfeste.fag.kartlegging.kollegaer import (
    aev_gi_kollegablikk,
    kollegablikk_be_om,
    kompetanse_avslutt,
    kompetanse_gi,
    mangler_kollegablikk,
)
from fotfeste.fag.kartlegging.kontrollpunkter import mangler_i_teksten
from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering, Funn, Jobbkrav, Kilde
from fotfeste.fag.kartlegging.overganger import AEV
from fotfeste.fag.kartlegging.punkter import DELTAKERFELTER, PUNKT_FOR, PUNKTFELTER
from fotfeste.fag.kartlegging.samtaler import funn_legg_bort, observasjon_registrer, samtale_registrer
from fotfeste.fag.kartlegging.utsending import aev_send_brev, aev_si_imot, merknad_besvar
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.ord import valg_ord
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev

__all__ = [
    "aev_bekreft",
    "aev_forkast",
    "aev_fullfor",
    "aev_gi_kollegablikk",
    "aev_lagre",
    "aev_lever_eget_syn",
    "aev_send_brev",
    "aev_si_imot",
    "aev_start",
    "aev_ta_inn",
    "aev_velg_variant",
    "egenvurdering_for_inn",
    "egenvurdering_send",
    "egenvurdering_svar",
    "funn_legg_bort",
    "innhenting_avsla",
    "innhenting_avslutt",
    "innhenting_be_om",
    "innhenting_foresla",
    "innhenting_motta",
    "innhenting_registrer_ja",
    "innhenting_registrer_nei",
    "innhenting_registrer_trekk",
    "innhenting_samtykk",
    "innhenting_trekk",
    "internnotat_skriv",
    "internnotat_tatt_opp",
    "jobbkrav_fjern",
    "jobbkrav_legg_til",
    "kilde_fjern",
    "kilde_legg_til",
    "kollegablikk_be_om",
    "kompetanse_avslutt",
    "kompetanse_gi",
    "merknad_besvar",
    "observasjon_registrer",
    "samtale_registrer",
]

DELE_UT = ("ressurser", "hindringer", *PUNKTFELTER, "motivasjon", "mal", "brukers_syn")
"""The texts that leave the office with the assessment."""

TEKSTFELTER = (*DELE_UT, "intern_vurdering")
"""What the caseworker writes. The participant's own fields are theirs alone (aev_lever_eget_syn)."""

SVARFELTER = ("innsatsgruppe", "utfort_av", "nedsatt", "nedsatt_grad", "hensyn", "uten_kollegablikk")
"""What the caseworker chooses."""

_KOPIERES = (*TEKSTFELTER, *DELTAKERFELTER, "innsatsgruppe", "nedsatt", "nedsatt_grad", "hensyn")


def aev_start(aktor: Aktor, *, sak: Sak, utfort_av: UtfortAv = UtfortAv.NAV) -> Arbeidsevnevurdering:
    """Begin a version. What the previous completed one said is copied and marked as reused (`gjenbrukt`).

    What the participant has said against the previous one, unanswered, stands under their view in the new one.
    Raises Fagfeil when the case is closed or a draft exists.
    """
    krev(aktor, Handling.AEV_SKRIV, sak)
    with kommando(aktor, "aev.start"):
        sak = las_apen(sak)
        versjoner = list(sak.arbeidsevnevurderinger.order_by("-nummer"))
        if any(versjon.status == AevStatus.UTKAST for versjon in versjoner):
            raise Fagfeil(_("Det finnes allerede et utkast i saken. Arbeid videre på det."))
        forrige = next((versjon for versjon in versjoner if versjon.status == AevStatus.FULLFORT), None)
        vurdering = Arbeidsevnevurdering(
            sak=sak,
            nummer=versjoner[0].nummer + 1 if versjoner else 1,
            utfort_av=utfort_av,
            **(_gjenbruk(forrige) if forrige else {}),
        )
        try:
            with transaction.atomic():
                vurdering.save()
        except IntegrityError as feil:
            raise Fagfeil(_("Noen andre begynte på vurderingen akkurat nå. Last siden på nytt.")) from feil
        if forrige:
            _kopier_jobbkrav(forrige, vurdering)
        skriv_hendelse(aktor, "aev.startet", sak_id=sak.pk, objekt_id=vurdering.pk, nummer=vurdering.nummer)
        return vurdering


def _gjenbruk(forrige: Arbeidsevnevurdering) -> dict[str, Any]:
    kopi = {felt: getattr(forrige, felt) for felt in _KOPIERES}
    ferdig = forrige.ferdigstilt.isoformat() if forrige.ferdigstilt else klokke.i_dag().isoformat()
    sagt = [
        f"{klokke.dagen(m.opprettet).isoformat()}, {m.punkt}: {m.tekst}" for m in forrige.merknader.filter(besvart=None)
    ]
    gjenbrukt = [felt for felt, verdi in kopi.items() if verdi]
    if sagt:
        kopi["brukers_syn"] = "\n\n".join([kopi["brukers_syn"], *sagt]).strip()
        gjenbrukt = [felt for felt in gjenbrukt if felt != "brukers_syn"]
    datoer = {felt: forrige.tekstdatoer.get(felt, ferdig) for felt in gjenbrukt if felt in DELE_UT}
    return {**kopi, "gjenbrukt": gjenbrukt, "tekstdatoer": datoer}


def _kopier_jobbkrav(forrige: Arbeidsevnevurdering, ny: Arbeidsevnevurdering) -> None:
    for krav in forrige.jobbkrav.all():
        Jobbkrav.objects.create(
            sak_id=ny.sak_id,
            vurdering=ny,
            yrke=krav.yrke,
            krever=krav.krever,
            har=krav.har,
            mangler=krav.mangler,
            vei=krav.vei,
        )


def aev_lagre(
    aktor: Aktor, *, vurdering: Arbeidsevnevurdering, versjon: int | None = None, **felter: Any
) -> Arbeidsevnevurdering:
    """Save what the caseworker has written and chosen: any of TEKSTFELTER and SVARFELTER.

    Raises SamtidigEndring when someone else saved first, TypeError for a field that is not the caseworker's.
    """
    if fremmede := felter.keys() - {*TEKSTFELTER, *SVARFELTER}:
        raise TypeError(f"Not the caseworker's to write: {', '.join(sorted(fremmede))}")
    krev(aktor, Handling.AEV_SKRIV, vurdering)
    with kommando(aktor, "aev.lagre"):
        vurdering = las_vurdering(vurdering)
        AEV.krev("lagre", vurdering)
        vurdering.krev_versjon(versjon)
        if not felter.get("nedsatt", vurdering.nedsatt):
            felter["nedsatt_grad"] = ""
        return _skriv(vurdering, **felter)


def _skriv(vurdering: Arbeidsevnevurdering, **felter: Any) -> Arbeidsevnevurdering:
    endret = {felt for felt, verdi in felter.items() if verdi != getattr(vurdering, felt)}
    gjenbrukt = [felt for felt in vurdering.gjenbrukt if felt not in endret]
    i_dag = klokke.i_dag().isoformat()
    datoer = {**vurdering.tekstdatoer, **{felt: i_dag for felt in endret if felt in DELE_UT}}
    return vurdering.lagre_endring(**felter, gjenbrukt=gjenbrukt, tekstdatoer=datoer)


def aev_bekreft(aktor: Aktor, *, vurdering: Arbeidsevnevurdering, felt: str) -> Arbeidsevnevurdering:
    """Say that a text kept from before is still true; it is dated today. TypeError for a field that has none."""
    if felt not in DELE_UT:
        raise TypeError(f"No text of the assessment: {felt}")
    krev(aktor, Handling.AEV_SKRIV, vurdering)
    with kommando(aktor, "aev.bekreft"):
        vurdering = las_vurdering(vurdering)
        AEV.krev("bekreft", vurdering)
        return vurdering.lagre_endring(tekstdatoer={**vurdering.tekstdatoer, felt: klokke.i_dag().isoformat()})


def aev_velg_variant(
    aktor: Aktor, *, vurdering: Arbeidsevnevurdering, variant: Variant, grunn: str = "", begrunnelse: str = ""
) -> Arbeidsevnevurdering:
    """Choose a full or a simplified assessment; the simplified one with its ground and a sentence of why.

    Raises Fagfeil when the ground is missing, or is a fresh assessment and there is none.
    """
    krev(aktor, Handling.AEV_SKRIV, vurdering)
    with kommando(aktor, "aev.velg_variant"):
        vurdering = las_vurdering(vurdering)
        AEV.krev("velg_variant", vurdering)
        if variant == Variant.FULL:
            return vurdering.lagre_endring(
                variant=variant, variant_grunn="", variant_begrunnelse="", variant_valgt_av=None
            )
        if grunn not in Variantgrunn.values:
            raise Fagfeil(_("Velg hvorfor en forenklet vurdering er nok."), felt="grunn")
        begrunnelse = krev_tekst(begrunnelse, "begrunnelse", _("Skriv en setning om hvorfor."))
        if grunn == Variantgrunn.FERSK_VURDERING and not har_fersk_vurdering(vurdering):
            raise Fagfeil(
                _("Vi finner ingen fersk vurdering av deltakeren. Velg en annen grunn, eller full vurdering."),
                felt="grunn",
            )
        vurdering.lagre_endring(
            variant=variant,
            variant_grunn=grunn,
            variant_begrunnelse=begrunnelse,
            variant_valgt_av=aktor.krev_bruker(),
        )
        skriv_hendelse(
            aktor,
            "aev.forenklet",
            sak_id=vurdering.sak_id,
            objekt_id=vurdering.pk,
            for_deltaker=False,
            hvorfor=begrunnelse,
        )
        return vurdering


def aev_ta_inn(aktor: Aktor, *, vurdering: Arbeidsevnevurdering, funn: Funn) -> Arbeidsevnevurdering:
    """Take a finding's words into its point, and its origin into the sources. Raises Fagfeil the second time."""
    krev(aktor, Handling.AEV_SKRIV, vurdering)
    with kommando(aktor, "aev.ta_inn"):
        vurdering = las_vurdering(vurdering)
        AEV.krev("ta_inn", vurdering)
        funn = Funn.objects.select_related("samtale", "innhenting").get(pk=funn.pk, sak_id=vurdering.sak_id)
        if funn.brukt_i_id:
            raise Fagfeil(_("Dette er allerede tatt inn i en vurdering."))
        felt = PUNKT_FOR[Funnslag(funn.slag)].felt
        tekst = "\n\n".join(del_ for del_ in (getattr(vurdering, felt).rstrip(), funn.tekst) if del_)
        funn.brukt_i = vurdering
        funn.lagre_endring(lagt_bort=None)
        _kilde_av(vurdering, funn)
        return _skriv(vurdering, **{felt: tekst})


def _kilde_av(vurdering: Arbeidsevnevurdering, funn: Funn) -> None:
    if funn.samtale:
        valg = {"samtale": funn.samtale, "type": Kildetype.SAMTALE, "beskrivelse": str(Opphav.SAMTALE.label)}
    elif funn.innhenting:
        hva = f"{funn.innhenting.fra_navn}: {funn.innhenting.hva}"[:300]
        valg = {"innhenting": funn.innhenting, "type": funn.innhenting.fra_type, "beskrivelse": hva}
    else:
        valg = {"type": Kildetype.TILTAK, "beskrivelse": funn.fra}
    if not vurdering.kilder.filter(dato=funn.dato, **valg).exists():
        ja = funn.innhenting is None or funn.innhenting.svar_gitt is not None
        Kilde.objects.create(sak_id=vurdering.sak_id, vurdering=vurdering, dato=funn.dato, samtykke=ja, **valg)


def jobbkrav_legg_til(
    aktor: Aktor, *, vurdering: Arbeidsevnevurdering, yrke: str, krever: str, har: str, mangler: str = "", vei: str = ""
) -> Jobbkrav:
    """Hold an occupation against the person. Raises Fagfeil for what is not said of what it asks and what they have."""
    krev(aktor, Handling.AEV_SKRIV, vurdering)
    yrke = krev_tekst(yrke, "yrke", _("Skriv hvilket yrke eller hvilken jobb det gjelder."))
    krever = krev_tekst(krever, "krever", _("Skriv hva jobben krever."))
    har = krev_tekst(har, "har", _("Skriv hva deltakeren har av det jobben krever."))
    with kommando(aktor, "aev.jobbkrav"):
        vurdering = las_vurdering(vurdering)
        AEV.krev("lagre", vurdering)
        krav = Jobbkrav(sak_id=vurdering.sak_id, vurdering=vurdering, yrke=yrke, krever=krever, har=har)
        krav.mangler, krav.vei = mangler.strip(), vei.strip()
        krav.full_clean()
        krav.save()
        return krav


def jobbkrav_fjern(aktor: Aktor, *, krav: Jobbkrav) -> None:
    """Take an occupation out of the draft. The change history keeps it."""
    krev(aktor, Handling.AEV_SKRIV, krav)
    with kommando(aktor, "aev.jobbkrav_fjern"):
        AEV.krev("lagre", las_vurdering(krav.vurdering))
        Jobbkrav.objects.filter(pk=krav.pk).delete()


def kilde_legg_til(
    aktor: Aktor,
    *,
    vurdering: Arbeidsevnevurdering,
    type: Kildetype,
    beskrivelse: str,
    dato: date,
    samtykke: bool = False,
) -> Kilde:
    """Add a source to the draft.

    Raises Fagfeil for a date that has not come or lies before the person's birth, or an empty description.
    """
    krev(aktor, Handling.AEV_SKRIV, vurdering)
    krev_dag(vurdering.sak, dato)
    if not beskrivelse.strip():
        raise Fagfeil(_("Skriv kort hva kilden er, for eksempel «samtale om CV»."), felt="beskrivelse")
    with kommando(aktor, "aev.kilde"):
        vurdering = las_vurdering(vurdering)
        AEV.krev("lagre", vurdering)
        kilde = Kilde(
            sak_id=vurdering.sak_id,
            vurdering=vurdering,
            type=type,
            beskrivelse=beskrivelse.strip(),
            dato=dato,
            samtykke=samtykke,
        )
        kilde.full_clean()
        kilde.save()
        return kilde


def kilde_fjern(aktor: Aktor, *, kilde: Kilde) -> None:
    """Take a source out of the draft. The change history keeps it."""
    krev(aktor, Handling.AEV_SKRIV, kilde)
    with kommando(aktor, "aev.kilde_fjern"):
        AEV.krev("lagre", las_vurdering(kilde.vurdering))
        Kilde.objects.filter(pk=kilde.pk).delete()


def aev_lever_eget_syn(aktor: Aktor, *, vurdering: Arbeidsevnevurdering, **svar: str) -> Arbeidsevnevurdering:
    """Keep the participant's own words on the five points. They may change them until it is completed.

    The version is left as it is: the caseworker's open form holds other fields and is not disturbed.
    Raises Fagfeil when nothing is written.
    """
    krev(aktor, Handling.AEV_EGET_SYN, vurdering)
    felter = {felt: svar.get(felt, "").strip() for felt in DELTAKERFELTER}
    if not any(felter.values()):
        raise Fagfeil(_("Skriv litt på minst ett av spørsmålene, så veilederen får høre fra deg."))
    with kommando(aktor, "aev.eget_syn"):
        vurdering = las_vurdering(vurdering)
        AEV.krev("lever_eget_syn", vurdering)
        for felt, verdi in felter.items():
            setattr(vurdering, felt, verdi)
        vurdering.deltaker_levert = klokke.i_dag()
        vurdering.gjenbrukt = [felt for felt in vurdering.gjenbrukt if felt not in DELTAKERFELTER]
        vurdering.full_clean(validate_unique=False, validate_constraints=False)
        vurdering.save(update_fields=[*DELTAKERFELTER, "deltaker_levert", "gjenbrukt"])
        skriv_hendelse(aktor, "aev.eget_syn", sak_id=vurdering.sak_id, objekt_id=vurdering.pk)
        return vurdering


def aev_fullfor(aktor: Aktor, *, vurdering: Arbeidsevnevurdering, versjon: int | None = None) -> Arbeidsevnevurdering:
    """Complete the version; from then on the database refuses every change.

    Raises FlereFeil with a sentence at the field for each thing missing: the five points and their provision, the
    degree when the ability is reduced, motivation, goal, innsatsgruppe, a source, the participant's own view or why it
    is not there, old text nobody has confirmed, and the colleague's reading where the office keeps that register.
    """
    krev(aktor, Handling.AEV_SKRIV, vurdering)
    with kommando(aktor, "aev.fullfor"):
        vurdering = las_vurdering(vurdering)
        overgang = AEV.krev("fullfor", vurdering)
        vurdering.krev_versjon(versjon)
        mangler = [*mangler_for_fullforing(vurdering), *mangler_kollegablikk(aktor, vurdering)]
        if mangler:
            raise FlereFeil(mangler)
        vurdering.lagre_endring(status=overgang.til, ferdigstilt=klokke.i_dag(), ferdigstilt_av=aktor.krev_bruker())
        skriv_hendelse(
            aktor,
            "aev.fullfort",
            sak_id=vurdering.sak_id,
            objekt_id=vurdering.pk,
            milepel=True,
            innsatsgruppe=valg_ord(Innsatsgruppe(vurdering.innsatsgruppe)),
        )
        return vurdering


def mangler_for_fullforing(vurdering: Arbeidsevnevurdering) -> list[Fagfeil]:
    """What stands between the draft and completion, each with its field and provision."""
    mangler = [*mangler_i_teksten(vurdering), *gammel_tekst(vurdering)]
    if not vurdering.kilder.exists():
        mangler.append(Fagfeil(_("Legg til minst én kilde: hva bygger vurderingen på?"), felt="kilder"))
    return mangler


def aev_forkast(aktor: Aktor, *, vurdering: Arbeidsevnevurdering) -> Arbeidsevnevurdering:
    """Put the draft away. It is kept in the case, but counts for nothing."""
    krev(aktor, Handling.AEV_SKRIV, vurdering)
    with kommando(aktor, "aev.forkast"):
        vurdering = las_vurdering(vurdering)
        overgang = AEV.krev("forkast", vurdering)
        vurdering.lagre_endring(status=overgang.til)
        skriv_hendelse(aktor, "aev.forkastet", sak_id=vurdering.sak_id, objekt_id=vurdering.pk, for_deltaker=False)
        return vurdering
