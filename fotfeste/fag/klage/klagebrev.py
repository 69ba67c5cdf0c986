"""The letters of a complaint, from its own words and the case's facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.utils import translation

from fotfeste.fag.brev.innhold import Brev, Mottaker, Regel
from fotfeste.fag.brev.maler import Begrunnelse, Gjoremal, Klagerett, Ramme
from fotfeste.fag.brev.maler import klage as maler
from fotfeste.fag.brev.models import Brev as SendtBrev
from fotfeste.fag.brev.models import Brevmal
from fotfeste.fag.brev.services import brev_ramme, brev_send, brevfeil_i_ord
from fotfeste.fag.brev.tekst import dato_tekst, lovhenvisning
from fotfeste.fag.klage.enums import Klagerrolle
from fotfeste.fag.klage.models import Klage, Kostnadskrav
from fotfeste.fag.klage.vurderinger import mangler_i, tidsvurdering
from fotfeste.fag.vedtak.vedtaksbrev import KLAGEINSTANS
from fotfeste.grunnmur.ord import kroner_ord
from fotfeste.grunnmur.tilgang import Aktor
from fotfeste.regelverk.frister import KLAGEFRIST
from fotfeste.regelverk.klage import MANGLER, Mangel, Tid

_MANGEL_I_ORD = {
    Mangel.UNDERSKRIFT: "Klagen må være underskrevet av deg eller fullmektigen din.",
    Mangel.VEDTAK: "Skriv hvilket vedtak du klager på.",
    Mangel.ENDRING: "Skriv hva du vil at vi skal endre.",
    Mangel.FULLMAKT: "Den som klager for deg, må legge fram en skriftlig fullmakt.",
    Mangel.KLAGEINTERESSE: "Skriv hvordan vedtaket gjelder deg som klager.",
}

_MENS_DET_VENTER = {
    "krav": "Vi trekker ikke noe i stønaden din så lenge.",
    "egenmelding": "Du kan bruke egenmelding så lenge.",
    "bekreftelse": "Vi trekker ikke dagene i stønaden din så lenge.",
}


def ramme_for(aktor: Aktor, klage: Klage) -> Ramme:
    """The case's frame, to the one who complains: letters go to whoever acts for the party (fvl § 12 third).

    To the party while a representative has shown no power of attorney: what they say is nobody else's (sotjl § 44).
    """
    ramme = brev_ramme(aktor, klage.sak)
    uten_fullmakt = klage.klager == Klagerrolle.FULLMEKTIG and not klage.har_fullmakt
    if klage.klager == Klagerrolle.PART or uten_fullmakt or not klage.klager_navn:
        return ramme
    return replace(ramme, mottaker=Mottaker(klage.klager_navn))


def _felles(aktor: Aktor, klage: Klage) -> maler.Klagebrev:
    ramme, avvist, gjelder = ramme_for(aktor, klage), klage.gjelder_avvisning, klage.gjelder
    if avvist is not None:
        return maler.Klagebrev(ramme=ramme, mottatt=klage.mottatt, vedtatt=avvist.besluttet or klage.mottatt)
    return maler.Klagebrev(
        ramme=ramme,
        mottatt=klage.mottatt,
        vedtatt=gjelder.dato or klage.mottatt,
        hva=gjelder.hva,
        om=gjelder.om,
    )


def send(aktor: Aktor, klage: Klage, brev: Brev) -> SendtBrev:
    """Archive the letter in the case."""
    return brev_send(aktor, sak=klage.sak, mal=Brevmal.KLAGE, brev=brev)


@translation.override("nb")
def mottatt(aktor: Aktor, klage: Klage, ventet_svar: date) -> Brev:
    return maler.klage_mottatt(_felles(aktor, klage), ventet_svar=ventet_svar)


@translation.override("nb")
def rettefrist(aktor: Aktor, klage: Klage, frist: date) -> Brev:
    ord_ = tuple(_MANGEL_I_ORD[Mangel(kode)] for kode in klage.mangler)
    return maler.klage_rettefrist(_felles(aktor, klage), mangler=ord_, frist=frist)


@translation.override("nb")
def forelopig_svar(aktor: Aktor, klage: Klage, grunn: str, ventet_svar: date) -> Brev:
    with brevfeil_i_ord("grunn"):
        return maler.klage_forelopig_svar(_felles(aktor, klage), grunn=grunn, ventet_svar=ventet_svar)


@translation.override("nb")
def oversendt(aktor: Aktor, klage: Klage, papirer: tuple[str, ...], merknadsfrist: date) -> Brev:
    endret = klage.hva_endres if klage.er_delvis else ""
    return maler.klage_oversendt(
        _felles(aktor, klage),
        vurdering=klage.vurdering,
        papirer=papirer,
        merknadsfrist=merknadsfrist,
        endret=endret,
    )


@translation.override("nb")
def utsetting(aktor: Aktor, klage: Klage, *, utsettes: bool, begrunnelse: str) -> Brev:
    virkning = _MENS_DET_VENTER.get(klage.gjelder.felt, "") if utsettes else ""
    return maler.klage_utsetting(_felles(aktor, klage), utsettes=utsettes, begrunnelse=begrunnelse, virkning=virkning)


@translation.override("nb")
def avvist(aktor: Aktor, klage: Klage) -> Brev:
    """The letter that turns the complaint away: a decision of its own, with reasons and the right to complain."""
    tid = tidsvurdering(klage)
    regler, fakta = [], [f"Vi fikk klagen {dato_tekst(klage.mottatt)}."]
    if tid.svar is not Tid.I_TIDE:
        regler.append(
            Regel(
                "Fristen for å klage er tre uker. Kommer klagen senere, kan vi behandle den når det ikke er din skyld, "
                "eller når særlige grunner taler for det. Etter ett år kan vi ikke det.",
                "Forvaltningsloven §§ 29 og 31.",
            )
        )
        fakta.append(tid.tekst)
    regler += [Regel(_MANGEL_I_ORD[mangel], f"{lovhenvisning(MANGLER[mangel])}.") for mangel in mangler_i(klage)]
    if klage.rettefrist:
        fakta.append(f"Vi ba om at klagen ble rettet innen {dato_tekst(klage.rettefrist)}.")
    vurdering = "\n\n".join(tekst for tekst in (klage.fristbegrunnelse, klage.vurdering) if tekst.strip())
    return maler.klage_avgjort(
        _felles(aktor, klage),
        maler.Klageavgjorelse(
            tittel="Vi kan ikke behandle klagen din",
            resultat=(
                f"Vi avviser klagen. Det betyr at vi ikke tar stilling til om {klage.gjelder.hva} er riktig.",
                "Du kan klage på at vi avviser den.",
            ),
            begrunnelse=Begrunnelse(
                regler=tuple(regler) or (Regel("En klage må oppfylle kravene i loven.", "Forvaltningsloven § 33."),),
                fakta=tuple(fakta),
                avveiing=vurdering,
                deltakers_syn=klage.grunner.strip() or None,
            ),
            klagerett=_klagerett(),
            dette_gjor_du=(
                Gjoremal("Ta kontakt hvis du mener vi tar feil"),
                Gjoremal("Søk på nytt hvis situasjonen din er en annen nå"),
            ),
            dette_gjor_nav=(Gjoremal("Vi svarer på spørsmål og hjelper deg videre"),),
        ),
    )


@translation.override("nb")
def kostnader(aktor: Aktor, krav: Kostnadskrav) -> Brev:
    """The letter that decides a claim for costs."""
    klage, gitt = krav.klage, krav.innvilget or 0
    if gitt == krav.belop:
        tittel, forste = "Du får dekket utgiftene dine", f"Vi betaler {kroner_ord(gitt)}."
    elif gitt:
        tittel = "Du får dekket en del av utgiftene dine"
        forste = f"Vi betaler {kroner_ord(gitt)} av {kroner_ord(krav.belop)}."
    else:
        tittel, forste = "Du får ikke dekket utgiftene dine", f"Du ba om {kroner_ord(krav.belop)}. Det dekker vi ikke."
    return maler.klage_avgjort(
        _felles(aktor, klage),
        maler.Klageavgjorelse(
            tittel=tittel,
            resultat=(forste, f"Kravet gjelder utgifter du hadde for å få {klage.gjelder.hva} endret."),
            begrunnelse=Begrunnelse(
                regler=(
                    Regel(
                        "Når et vedtak blir endret til din fordel, får du dekket utgifter som var store og "
                        "nødvendige for å få det endret.",
                        "Forvaltningsloven § 36.",
                    ),
                ),
                fakta=(f"Vi fikk kravet {dato_tekst(krav.fremsatt)}.", krav.hva),
                avveiing=krav.begrunnelse,
            ),
            klagerett=_klagerett(),
            dette_gjor_du=(Gjoremal("Ta kontakt hvis noe er feil"),),
            dette_gjor_nav=(Gjoremal("Vi betaler det vi har bestemt") if gitt else Gjoremal("Vi svarer på spørsmål"),),
        ),
    )


def _klagerett() -> Klagerett:
    return Klagerett(frist_uker=int(KLAGEFRIST.verdi), klageinstans=KLAGEINSTANS)
