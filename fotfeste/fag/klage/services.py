"""Commands on a complaint: received, mended, assessed anew, decided by another, sent on, ended, followed up.

Who prepares the answer never decides it: asked of the history here, and of the row by the database.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from fotfeste.fag.klage import klagebrev
from fotfeste.fag.klage.enums import (
    LOPENDE,
    Fristgrunn,
    Innstillinger,
    Klagekanal,
    Klagemangel,
    Klagerrolle,
    Klagestatus,
    Klageutfall,
)
from fotfeste.fag.klage.etterpa import (
    klage_folg_opp,
    klage_gjennomfor,
    klage_registrer_utfall,
    klage_start_nytt_vedtak,
    kostnadskrav_avgjor,
    kostnadskrav_oversend,
    kostnadskrav_registrer,
    omgjoring_start,
)
from fotfeste.fag.klage.fire_oyne import krev_ikke_forberedt
from fotfeste.fag.klage.gjelder import Avgjorelse, Paklaget, paklaget
from fotfeste.fag.klage.inn import MAKS_VEDLEGG, Fil, Klageinn
from fotfeste.fag.klage.las import klage_las
from fotfeste.fag.klage.models import Klage, Klagepunkt, Klageretur
from fotfeste.fag.klage.overganger import KLAGE
from fotfeste.fag.klage.oversendelse import klage_oversend, klage_utelat_papir
from fotfeste.fag.klage.virkning import la_virke
from fotfeste.fag.klage.vurderinger import hindringer, mangler_i, tidsvurdering
from fotfeste.fag.person.enums import Sprak
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.dokument.models import Dokument
from fotfeste.grunnmur.dokument.services import dokument_ta_imot
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.ord import valg_ord
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.regelverk import klage as regler
from fotfeste.regelverk.klage import Tid

__all__ = [
    "Fil",
    "Klageinn",
    "klage_be_om_retting",
    "klage_be_om_utsetting",
    "klage_beslutt",
    "klage_ettersend",
    "klage_fjern_punkt",
    "klage_folg_opp",
    "klage_gi_forelopig_svar",
    "klage_gjennomfor",
    "klage_hent_tilbake",
    "klage_lagre",
    "klage_legg_ved",
    "klage_motta_retting",
    "klage_oversend",
    "klage_registrer",
    "klage_registrer_utfall",
    "klage_returner",
    "klage_send",
    "klage_send_til_beslutter",
    "klage_start_nytt_vedtak",
    "klage_svar_pa_punkt",
    "klage_svar_pa_utsetting",
    "klage_ta_til_vurdering",
    "klage_tilfoy",
    "klage_trekk",
    "klage_trekk_selv",
    "klage_utelat_papir",
    "klage_varsle_motpart",
    "klage_vurder_frist",
    "kostnadskrav_avgjor",
    "kostnadskrav_oversend",
    "kostnadskrav_registrer",
    "omgjoring_start",
]

SKRIVES = frozenset({"undersokelser", "innstilling", "vurdering", "hva_endres"})
"""What `klage_lagre` may write."""

KORTESTE_SVARTID = timedelta(days=14)


def klage_registrer(
    aktor: Aktor,
    *,
    gjelder: Avgjorelse,
    inn: Klageinn,
    vedlegg: Sequence[Fil] = (),
    gjelder_avvisning: Klage | None = None,
    ber_om_utsetting: bool = False,
) -> Klage:
    """Register a complaint that came to the office, and tell the complainant that we have it (fvl §§ 11 and 32).

    A spoken complaint is written down here. What it lacks does not stop it: a time limit is set to mend it. Raises
    FlereFeil for an impossible day, a decision that is not taken, or somebody else without a name.
    """
    krev(aktor, Handling.KLAGE_BEHANDLE, gjelder)
    feil = _feil_i_mottaket(paklaget(gjelder), inn, gjelder_avvisning)
    if feil:
        raise FlereFeil(feil)
    with kommando(aktor, "klage.registrer"):
        return _ta_imot(aktor, "klage.registrert", gjelder, inn, vedlegg, gjelder_avvisning, utsetting=ber_om_utsetting)


def klage_send(
    aktor: Aktor,
    *,
    gjelder: Avgjorelse,
    onsket_endring: str,
    grunner: str = "",
    vedlegg: Sequence[Fil] = (),
    ber_om_utsetting: bool = False,
    sprak: Sprak = Sprak.BOKMAL,
) -> Klage:
    """The participant's own complaint, received today. Whoever is logged in has signed (fvl § 32)."""
    krev(aktor, Handling.KLAGE_EGEN, gjelder)
    if not onsket_endring.strip():
        raise Fagfeil(_("Skriv hva du vil at vi skal endre."), felt="onsket_endring", hjemmel="fvl § 32")
    inn = Klageinn(
        mottatt=klokke.i_dag(),
        kanal=Klagekanal.DIGITAL,
        sprak=sprak,
        onsket_endring=onsket_endring,
        grunner=grunner,
    )
    if feil := _feil_i_mottaket(paklaget(gjelder), inn, None):
        raise FlereFeil(feil)
    with kommando(aktor, "klage.send"):
        return _ta_imot(aktor, "klage.sendt", gjelder, inn, vedlegg, None, utsetting=ber_om_utsetting)


def _feil_i_mottaket(gjelder: Paklaget, inn: Klageinn, avvist: Klage | None) -> list[Fagfeil]:
    feil, dato = [], gjelder.dato
    if gjelder.hinder:
        feil.append(Fagfeil(gjelder.hinder, felt="vedtak", hjemmel="fvl § 28"))
    elif dato and not dato <= inn.mottatt <= klokke.i_dag():
        feil.append(Fagfeil(_("Dagen må være fra vedtaket ble fattet til og med i dag."), felt="mottatt"))
    if inn.avgitt and (inn.avgitt > inn.mottatt or (dato and inn.avgitt < dato)):
        feil.append(
            Fagfeil(_("Klagen kan ikke være postlagt etter at den kom, eller før vedtaket ble fattet."), felt="avgitt")
        )
    if inn.klager != Klagerrolle.PART and not inn.klager_navn.strip():
        feil.append(Fagfeil(_("Skriv navnet på den som klager."), felt="klager_navn", hjemmel="fvl § 12"))
    if avvist is not None and (avvist.gjelder.pk != gjelder.pk or avvist.status != Klagestatus.AVVIST):
        feil.append(Fagfeil(_("Velg en klage som er avvist."), felt="vedtak"))
    return feil


def _ta_imot(
    aktor: Aktor,
    kode: str,
    gjelder: Avgjorelse,
    inn: Klageinn,
    vedlegg: Sequence[Fil],
    avvist: Klage | None,
    *,
    utsetting: bool,
) -> Klage:
    sak = sak_las(gjelder.sak)
    avgjorelsen = {paklaget(gjelder).felt: gjelder}
    apen = sak.klager.filter(**avgjorelsen, gjelder_avvisning=avvist, status__in=sorted(LOPENDE)).first()
    if apen and apen.klager_navn == inn.klager_navn.strip():
        raise Fagfeil(_("Det er alt en klage på dette vedtaket. Legg det nye til i den."), felt="vedtak")
    klage = Klage(
        sak=sak,
        **avgjorelsen,
        gjelder_avvisning=avvist,
        mottatt=inn.mottatt,
        avgitt=inn.avgitt,
        kanal=inn.kanal,
        sprak=inn.sprak,
        klager=inn.klager,
        klager_navn=inn.klager_navn.strip(),
        har_fullmakt=inn.har_fullmakt,
        har_klageinteresse=inn.har_klageinteresse,
        underskrevet=inn.underskrevet,
        gjelder_del=inn.gjelder_del.strip(),
        onsket_endring=inn.onsket_endring.strip(),
        grunner=inn.grunner.strip(),
        registrert_av=aktor.bruker,
        utsatt_bedt=klokke.i_dag() if utsetting else None,
    )
    klage.mangler = [Klagemangel(str(mangel)) for mangel in mangler_i(klage)]
    klage.save()
    _ta_imot_filer(klage, vedlegg)
    skriv_hendelse(
        aktor,
        kode,
        sak_id=sak.pk,
        objekt_id=klage.pk,
        milepel=True,
        vedtak=klage.gjelder.i_tidslinjen,
        mottatt=inn.mottatt,
    )
    klagebrev.send(aktor, klage, klagebrev.mottatt(aktor, klage, _ventet(inn.mottatt)))
    return klage


def _ventet(mottatt: date) -> date:
    """When an answer can be promised: within the month of § 11 a, but never sooner than we can keep."""
    return max(regler.svarfrist(mottatt), klokke.i_dag() + KORTESTE_SVARTID)


def _ta_imot_filer(klage: Klage, filer: Sequence[Fil]) -> list[Dokument]:
    if len(filer) > MAKS_VEDLEGG:
        raise Fagfeil(_("Send høyst %(antall)s filer om gangen.") % {"antall": MAKS_VEDLEGG}, felt="vedlegg")
    dokumenter = [dokument_ta_imot(navn=fil.navn, innhold=fil.innhold) for fil in filer]
    klage.vedlegg.add(*dokumenter)
    return dokumenter


def klage_ta_til_vurdering(aktor: Aktor, *, klage: Klage) -> Klage:
    """Begin the new assessment. The one who begins stands as the one who prepares (fvl § 33)."""
    krev(aktor, Handling.KLAGE_BEHANDLE, klage)
    with kommando(aktor, "klage.ta_til_vurdering"):
        klage = klage_las(klage)
        overgang = KLAGE.krev("ta_til_vurdering", klage)
        klage.lagre_endring(status=overgang.til, saksbehandler=aktor.krev_bruker())
        skriv_hendelse(aktor, "klage.vurderes", sak_id=klage.sak_id, objekt_id=klage.pk)
        return klage


def klage_be_om_retting(
    aktor: Aktor, *, klage: Klage, frist: date, mangler: Sequence[Klagemangel] | None = None
) -> Klage:
    """Set a short time limit to mend the complaint, and write what it lacks (fvl § 32 third paragraph).

    `mangler`: what the caseworker says is missing; None: what the rules find. Raises FlereFeil when nothing is, or the
    limit is no day ahead.
    """
    krev(aktor, Handling.KLAGE_BEHANDLE, klage)
    with kommando(aktor, "klage.be_om_retting"):
        klage = klage_las(klage)
        overgang = KLAGE.krev("be_om_retting", klage)
        funnet = list(mangler) if mangler is not None else [Klagemangel(str(m)) for m in mangler_i(klage)]
        feil = []
        if not funnet:
            feil.append(Fagfeil(_("Velg hva som mangler i klagen."), felt="mangler"))
        if frist <= klokke.i_dag():
            feil.append(Fagfeil(_("Fristen må være etter i dag, så klageren får tid."), felt="frist"))
        if feil:
            raise FlereFeil(feil)
        klage.lagre_endring(status=overgang.til, mangler=funnet, rettefrist=frist, rettet=None)
        klagebrev.send(aktor, klage, klagebrev.rettefrist(aktor, klage, frist))
        skriv_hendelse(aktor, "klage.rettefrist", sak_id=klage.sak_id, objekt_id=klage.pk, frist=frist)
        return klage


def klage_motta_retting(
    aktor: Aktor,
    *,
    klage: Klage,
    dato: date,
    onsket_endring: str = "",
    underskrevet: bool = False,
    har_fullmakt: bool = False,
    har_klageinteresse: bool = False,
    vedlegg: Sequence[Fil] = (),
) -> Klage:
    """Register what was mended; what is mended in time makes the complaint whole from the day it first came."""
    krev(aktor, Handling.KLAGE_BEHANDLE, klage)
    with kommando(aktor, "klage.motta_retting"):
        klage = klage_las(klage)
        overgang = KLAGE.krev("motta_retting", klage)
        if not klage.mottatt <= dato <= klokke.i_dag():
            raise Fagfeil(_("Dagen må være fra klagen kom til og med i dag."), felt="dato")
        klage.lagre_endring(
            status=overgang.til,
            rettet=dato,
            onsket_endring=onsket_endring.strip() or klage.onsket_endring,
            underskrevet=underskrevet or klage.underskrevet,
            har_fullmakt=har_fullmakt or klage.har_fullmakt,
            har_klageinteresse=har_klageinteresse or klage.har_klageinteresse,
            saksbehandler=klage.saksbehandler or aktor.krev_bruker(),
        )
        _ta_imot_filer(klage, vedlegg)
        klage.lagre_endring(mangler=[Klagemangel(str(mangel)) for mangel in mangler_i(klage)])
        skriv_hendelse(aktor, "klage.rettet", sak_id=klage.sak_id, objekt_id=klage.pk, dato=dato)
        return klage


def klage_vurder_frist(aktor: Aktor, *, klage: Klage, fristgrunn: Fristgrunn | str, fristbegrunnelse: str) -> Klage:
    """Say whether a late complaint is treated all the same, on which of the two grounds, and why (fvl § 31).

    No ground means that it is not; the reasons then stand in the letter that turns it away. Raises Fagfeil for a
    complaint that is in time or too old, and without reasons.
    """
    krev(aktor, Handling.KLAGE_BEHANDLE, klage)
    with kommando(aktor, "klage.vurder_frist"):
        klage = klage_las(klage)
        KLAGE.krev("vurder_frist", klage)
        tid = tidsvurdering(klage)
        if tid.svar is Tid.I_TIDE:
            raise Fagfeil(_("Klagen er i tide. Da er det ikke noe å vurdere."), felt="fristgrunn")
        if tid.svar is Tid.FOR_GAMMEL and fristgrunn:
            raise Fagfeil(tid.tekst, felt="fristgrunn", hjemmel=str(tid.hjemmel))
        if not fristbegrunnelse.strip():
            raise Fagfeil(_("Skriv hvorfor klagen kan behandles, eller hvorfor ikke."), felt="fristbegrunnelse")
        klage.lagre_endring(fristgrunn=fristgrunn, fristbegrunnelse=fristbegrunnelse.strip())
        ord_ = valg_ord(Fristgrunn(fristgrunn)).lower() if fristgrunn else _("den behandles ikke")
        skriv_hendelse(
            aktor,
            "klage.fristvurdert",
            sak_id=klage.sak_id,
            objekt_id=klage.pk,
            for_deltaker=False,
            grunn=ord_,
        )
        return klage


def klage_lagre(aktor: Aktor, *, klage: Klage, versjon: int | None = None, **felter: Any) -> Klage:
    """Save what has been written of the new assessment (SKRIVES). Raises SamtidigEndring when another saved first."""
    if fremmede := felter.keys() - SKRIVES:
        raise TypeError(f"Not written here: {', '.join(sorted(fremmede))}")
    krev(aktor, Handling.KLAGE_BEHANDLE, klage)
    with kommando(aktor, "klage.lagre"):
        klage = klage_las(klage)
        KLAGE.krev("lagre", klage)
        klage.krev_versjon(versjon)
        return klage.lagre_endring(**felter)


def klage_svar_pa_punkt(
    aktor: Aktor,
    *,
    klage: Klage,
    pastand: str,
    svar: str = "",
    endrer: bool = False,
    punkt: Klagepunkt | None = None,
    versjon: int | None = None,
) -> Klagepunkt:
    """Write one thing the complaint says, and what we answer to it; with `punkt`, change it."""
    krev(aktor, Handling.KLAGE_BEHANDLE, klage)
    if not pastand.strip():
        raise Fagfeil(_("Skriv hva klageren sier."), felt="pastand")
    with kommando(aktor, "klage.svar_pa_punkt"):
        klage = klage_las(klage)
        KLAGE.krev("svar_pa_punkt", klage)
        felter = {"pastand": pastand.strip(), "svar": svar.strip(), "endrer": endrer}
        if punkt is not None:
            punkt = klage.punkter.select_for_update(of=("self",)).get(pk=punkt.pk)
            punkt.krev_versjon(versjon)
            return punkt.lagre_endring(**felter)
        siste = klage.punkter.order_by("-nummer").values_list("nummer", flat=True).first() or 0
        return klage.punkter.create(sak=klage.sak, nummer=siste + 1, **felter)


def klage_fjern_punkt(aktor: Aktor, *, klage: Klage, punkt: Klagepunkt) -> None:
    """Take a point out of the assessment."""
    krev(aktor, Handling.KLAGE_BEHANDLE, klage)
    with kommando(aktor, "klage.fjern_punkt"):
        klage = klage_las(klage)
        KLAGE.krev("fjern_punkt", klage)
        klage.punkter.filter(pk=punkt.pk).delete()


def klage_legg_ved(aktor: Aktor, *, klage: Klage, vedlegg: Sequence[Fil], tillegg: str = "") -> Klage:
    """Add papers or words that came after the complaint."""
    krev(aktor, Handling.KLAGE_BEHANDLE, klage)
    return _tilfoy(aktor, "legg_ved", klage, vedlegg, tillegg)


def klage_tilfoy(aktor: Aktor, *, klage: Klage, tillegg: str, vedlegg: Sequence[Fil] = ()) -> Klage:
    """The participant adds to their own complaint; that answers a request to mend it too."""
    krev(aktor, Handling.KLAGE_EGEN, klage)
    return _tilfoy(aktor, "tilfoy", klage, vedlegg, tillegg)


def _tilfoy(aktor: Aktor, kommandonavn: str, klage: Klage, vedlegg: Sequence[Fil], tillegg: str) -> Klage:
    if not vedlegg and not tillegg.strip():
        raise Fagfeil(_("Skriv noe, eller velg minst én fil."), felt="tillegg")
    with kommando(aktor, f"klage.{kommandonavn}"):
        klage = klage_las(klage)
        KLAGE.krev(kommandonavn, klage)
        dokumenter = _ta_imot_filer(klage, vedlegg)
        samlet = "\n\n".join(tekst for tekst in (klage.tillegg, tillegg.strip()) if tekst)
        etter = klokke.i_dag() if klage.status == Klagestatus.OVERSENDT else None
        klage.lagre_endring(tillegg=samlet, merknad=etter)
        navn = ", ".join(dokument.navn for dokument in dokumenter)
        kode = "klage.vedlegg" if navn else "klage.tilfoyd"
        skriv_hendelse(aktor, kode, sak_id=klage.sak_id, objekt_id=klage.pk, navn=navn)
        return klage


def klage_ettersend(aktor: Aktor, *, klage: Klage) -> Klage:
    """Record that what came after the complaint was sent on, has been sent after it (fvl § 33 fourth)."""
    krev(aktor, Handling.KLAGE_BEHANDLE, klage)
    with kommando(aktor, "klage.ettersend"):
        klage = klage_las(klage)
        KLAGE.krev("ettersend", klage)
        if klage.merknad is None:
            raise Fagfeil(_("Det er ikke kommet noe nytt i klagen."))
        klage.lagre_endring(merknad=None)
        skriv_hendelse(aktor, "klage.ettersendt", sak_id=klage.sak_id, objekt_id=klage.pk)
        return klage


def klage_gi_forelopig_svar(aktor: Aktor, *, klage: Klage, grunn: str, ventet_svar: date) -> Klage:
    """Tell the complainant why it takes longer than a month, and when the answer is expected (fvl § 11 a)."""
    krev(aktor, Handling.KLAGE_BEHANDLE, klage)
    with kommando(aktor, "klage.gi_forelopig_svar"):
        klage = klage_las(klage)
        KLAGE.krev("gi_forelopig_svar", klage)
        if ventet_svar <= klokke.i_dag():
            raise Fagfeil(_("Skriv en dag etter i dag."), felt="ventet_svar")
        brev = klagebrev.forelopig_svar(aktor, klage, grunn, ventet_svar)
        klagebrev.send(aktor, klage, brev)
        klage.lagre_endring(forelopig_svar=klokke.i_dag(), ventet_svar=ventet_svar)
        skriv_hendelse(aktor, "klage.forelopig_svar", sak_id=klage.sak_id, objekt_id=klage.pk, ventet=ventet_svar)
        return klage


def klage_varsle_motpart(aktor: Aktor, *, klage: Klage, motpart: str, dato: date, frist: date) -> Klage:
    """Record that another party has been told of the complaint, with a time limit to answer (fvl § 33 third)."""
    krev(aktor, Handling.KLAGE_BEHANDLE, klage)
    with kommando(aktor, "klage.varsle_motpart"):
        klage = klage_las(klage)
        KLAGE.krev("varsle_motpart", klage)
        feil = []
        if not motpart.strip():
            feil.append(Fagfeil(_("Skriv hvem som er varslet."), felt="motpart"))
        if not klage.mottatt <= dato <= klokke.i_dag():
            feil.append(Fagfeil(_("Dagen må være fra klagen kom til og med i dag."), felt="dato"))
        if frist <= dato:
            feil.append(Fagfeil(_("Svarfristen må være etter at varselet ble sendt."), felt="frist"))
        if feil:
            raise FlereFeil(feil)
        klage.lagre_endring(motpart=motpart.strip(), motpart_varslet=dato, motpart_frist=frist)
        skriv_hendelse(aktor, "klage.motpart_varslet", sak_id=klage.sak_id, objekt_id=klage.pk, dato=dato)
        return klage


def klage_send_til_beslutter(aktor: Aktor, *, klage: Klage, versjon: int | None = None) -> Klage:
    """Hand the answer over to another. Raises FlereFeil with every hindrance at its field (vurderinger.py)."""
    krev(aktor, Handling.KLAGE_BEHANDLE, klage)
    with kommando(aktor, "klage.send_til_beslutter"):
        klage = klage_las(klage)
        overgang = KLAGE.krev("send_til_beslutter", klage)
        klage.krev_versjon(versjon)
        _krev_uten_hindringer(klage)
        klage.lagre_endring(status=overgang.til, sendt=klokke.na(), saksbehandler=aktor.krev_bruker())
        skriv_hendelse(aktor, "klage.hos_beslutter", sak_id=klage.sak_id, objekt_id=klage.pk)
        return klage


def klage_hent_tilbake(aktor: Aktor, *, klage: Klage) -> Klage:
    """Take the answer back from the beslutter, to go on with it."""
    krev(aktor, Handling.KLAGE_BEHANDLE, klage)
    with kommando(aktor, "klage.hent_tilbake"):
        klage = klage_las(klage)
        overgang = KLAGE.krev("hent_tilbake", klage)
        klage.lagre_endring(status=overgang.til)
        skriv_hendelse(aktor, "klage.hentet_tilbake", sak_id=klage.sak_id, objekt_id=klage.pk, for_deltaker=False)
        return klage


def klage_returner(aktor: Aktor, *, klage: Klage, tekst: str) -> Klageretur:
    """Send the answer back in words. Raises Fagfeil without them, and for one who prepared it."""
    krev(aktor, Handling.KLAGE_BESLUTT, klage)
    if not tekst.strip():
        raise Fagfeil(_("Skriv hva som må rettes, så saksbehandleren kan gjøre noe med det."), felt="tekst")
    with kommando(aktor, "klage.returner"):
        klage = klage_las(klage)
        overgang = KLAGE.krev("returner", klage)
        krev_ikke_forberedt(aktor, klage)
        retur = klage.returer.create(sak=klage.sak, tekst=tekst.strip(), av=aktor.krev_bruker())
        klage.lagre_endring(status=overgang.til)
        skriv_hendelse(
            aktor,
            "klage.returnert",
            sak_id=klage.sak_id,
            objekt_id=klage.pk,
            for_deltaker=False,
            tekst=retur.tekst[:200],
        )
        return retur


_ETTER_INNSTILLING = {
    Innstillinger.OMGJOR: Klagestatus.OMGJORT,
    Innstillinger.OMGJOR_DELVIS: Klagestatus.TIL_OVERSENDELSE,
    Innstillinger.OPPRETTHOLDER: Klagestatus.TIL_OVERSENDELSE,
    Innstillinger.AVVIS: Klagestatus.AVVIST,
}


def klage_beslutt(aktor: Aktor, *, klage: Klage, versjon: int | None = None) -> Klage:
    """Decide the answer as it was prepared: change the decision, send the complaint on, or turn it away (fvl § 33).

    Turning it away is a decision of its own, and its letter goes at once. Raises Fagfeil for one who prepared it,
    FlereFeil when something is no longer in order.
    """
    krev(aktor, Handling.KLAGE_BESLUTT, klage)
    with kommando(aktor, "klage.beslutt"):
        klage = klage_las(klage)
        KLAGE.krev("beslutt", klage)
        klage.krev_versjon(versjon)
        krev_ikke_forberedt(aktor, klage)
        _krev_uten_hindringer(klage)
        innstilling, dag = Innstillinger(klage.innstilling), klokke.i_dag()
        felter: dict[str, Any] = {
            "status": _ETTER_INNSTILLING[innstilling],
            "beslutter": aktor.krev_bruker(),
            "besluttet": dag,
        }
        if innstilling == Innstillinger.OMGJOR:
            felter |= {"utfall": Klageutfall.OMGJORT_AV_NAV, "avgjort": dag}
        elif innstilling == Innstillinger.AVVIS:
            sendt = klagebrev.send(aktor, klage, klagebrev.avvist(aktor, klage))
            felter |= {"utfall": Klageutfall.AVVIST, "avgjort": dag, "brev": sendt.dokument}
        klage.lagre_endring(**felter)
        la_virke(aktor, klage)
        skriv_hendelse(
            aktor,
            "klage.besluttet",
            sak_id=klage.sak_id,
            objekt_id=klage.pk,
            milepel=True,
            innstilling=valg_ord(innstilling).lower(),
        )
        return klage


def klage_be_om_utsetting(aktor: Aktor, *, klage: Klage) -> Klage:
    """Record that the complainant asks that the decision wait (fvl § 42)."""
    krev(aktor, Handling.KLAGE_BEHANDLE, klage)
    with kommando(aktor, "klage.be_om_utsetting"):
        klage = klage_las(klage)
        KLAGE.krev("be_om_utsetting", klage)
        if klage.utsatt_svar:
            raise Fagfeil(_("Det er alt bestemt at vedtaket venter til klagen er avgjort."))
        klage.lagre_endring(utsatt_bedt=klokke.i_dag(), utsatt_svar=None, utsatt_dato=None, utsatt_begrunnelse="")
        skriv_hendelse(aktor, "klage.utsetting_bedt", sak_id=klage.sak_id, objekt_id=klage.pk)
        return klage


def klage_svar_pa_utsetting(aktor: Aktor, *, klage: Klage, utsettes: bool, begrunnelse: str) -> Klage:
    """Decide whether the decision waits until the complaint is decided, with reasons at once (fvl § 42)."""
    krev(aktor, Handling.KLAGE_BESLUTT, klage)
    if not begrunnelse.strip():
        raise Fagfeil(_("Skriv hvorfor. Begrunnelsen skal følge svaret."), felt="begrunnelse", hjemmel="fvl § 42")
    with kommando(aktor, "klage.svar_pa_utsetting"):
        klage = klage_las(klage)
        KLAGE.krev("svar_pa_utsetting", klage)
        if klage.utsatt_bedt is None:
            raise Fagfeil(_("Ingen har bedt om at vedtaket skal vente."), felt="begrunnelse")
        if klage.utsatt_dato is not None:
            raise Fagfeil(_("Det er alt svart på om vedtaket skal vente."), felt="begrunnelse")
        brev = klagebrev.utsetting(aktor, klage, utsettes=utsettes, begrunnelse=begrunnelse)
        klagebrev.send(aktor, klage, brev)
        klage.lagre_endring(utsatt_svar=utsettes, utsatt_begrunnelse=begrunnelse.strip(), utsatt_dato=klokke.i_dag())
        la_virke(aktor, klage)
        kode = "klage.utsatt" if utsettes else "klage.ikke_utsatt"
        skriv_hendelse(aktor, kode, sak_id=klage.sak_id, objekt_id=klage.pk, milepel=True)
        return klage


def klage_trekk(aktor: Aktor, *, klage: Klage, dato: date) -> Klage:
    """Register that the complainant has withdrawn."""
    krev(aktor, Handling.KLAGE_BEHANDLE, klage)
    if not klage.mottatt <= dato <= klokke.i_dag():
        raise Fagfeil(_("Dagen må være fra klagen kom til og med i dag."), felt="dato")
    return _trekk(aktor, "trekk", klage, dato)


def klage_trekk_selv(aktor: Aktor, *, klage: Klage) -> Klage:
    """The participant withdraws, today."""
    krev(aktor, Handling.KLAGE_EGEN, klage)
    return _trekk(aktor, "trekk_selv", klage, klokke.i_dag())


def _trekk(aktor: Aktor, kommandonavn: str, klage: Klage, dato: date) -> Klage:
    with kommando(aktor, f"klage.{kommandonavn}"):
        klage = klage_las(klage)
        overgang = KLAGE.krev(kommandonavn, klage)
        klage.lagre_endring(status=overgang.til, utfall=Klageutfall.TRUKKET, avgjort=dato)
        la_virke(aktor, klage)
        skriv_hendelse(aktor, "klage.trukket", sak_id=klage.sak_id, objekt_id=klage.pk, milepel=True, dato=dato)
        return klage


def _krev_uten_hindringer(klage: Klage) -> None:
    if feil := hindringer(klage, list(klage.punkter.all())):
        raise FlereFeil(feil)
