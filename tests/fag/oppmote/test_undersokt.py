"""Stønad is not taken for absence nobody has looked into (fvl § 17)."""

from __future__ import annotations

from datetime import date

import pytest

from fotfeste.fag.oppfolging import services as oppfolging
from fotfeste.fag.oppmote import services as oppmote
from fotfeste.fag.oppmote.enums import Fravaersarsak, Timelistestatus
from fotfeste.fag.oppmote.inn import Fravaerinn
from fotfeste.fag.oppmote.models import Timeliste
from fotfeste.fag.oppmote.undersokt import undersokelser
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.tilgang import Aktor
from tests.fag.program.fortellinger import avtalt_program, gi_vedtak

pytestmark = pytest.mark.django_db
MAI = date(2026, 5, 1)


def borte(
    aktor: Aktor,
    sak: Sak,
    veileder: Aktor,
    arsak: Fravaersarsak = Fravaersarsak.ULEGITIMERT,
    *,
    dager: tuple[int, ...] = (12,),
    forklaring: str = "",
) -> Timeliste:
    """May's sheet, sent by `aktor`, with the days away."""
    gi_vedtak(sak, veileder)
    avtalt_program(sak, veileder)
    liste = oppmote.timeliste_apne(aktor, sak=sak, maned=MAI)
    for dag in dager:
        inn = Fravaerinn(date(2026, 5, dag), date(2026, 5, dag), arsak, forklaring=forklaring)
        oppmote.fravaer_registrer(aktor, timeliste=liste, fravaer=inn)
    liste.refresh_from_db()
    return oppmote.timeliste_lever(aktor, timeliste=liste)


def test_ingen_trekkes_for_noen_har_provd_a_na_deltakeren(sak: Sak, veileder: Aktor) -> None:
    liste = borte(veileder, sak, veileder)
    oppfolging.kontakt_logg(veileder, sak=sak, kanal="telefon", dato=date(2026, 5, 11))
    with pytest.raises(Fagfeil, match=r"ingen har prøvd å ta kontakt siden 12\. mai 2026"):
        oppmote.timeliste_godkjenn(veileder, timeliste=liste)
    oppfolging.kontakt_logg(veileder, sak=sak, kanal="telefon", resultat="ikke_svar", dato=date(2026, 5, 13))
    (ett,) = undersokelser(liste)
    assert (ett.er_undersokt, [str(forsok.dato) for forsok in ett.forsok]) == (True, ["2026-05-13"])
    assert oppmote.timeliste_godkjenn(veileder, timeliste=liste).status == Timelistestatus.GODKJENT


def test_hvert_fravaer_undersokes_for_seg(sak: Sak, veileder: Aktor) -> None:
    liste = borte(veileder, sak, veileder, dager=(12, 20))
    oppfolging.kontakt_logg(veileder, sak=sak, kanal="telefon", resultat="ikke_svar", dato=date(2026, 5, 13))
    with pytest.raises(Fagfeil, match=r"ingen har prøvd å ta kontakt siden 20\. mai 2026"):
        oppmote.timeliste_godkjenn(veileder, timeliste=liste)
    # That the participant called about something else is not that we have asked.
    oppfolging.kontakt_logg(veileder, sak=sak, kanal="sms", initiativ="deltaker", dato=date(2026, 5, 21))
    assert [ett.er_undersokt for ett in undersokelser(liste)] == [True, False]
    oppfolging.kontakt_logg(veileder, sak=sak, kanal="hjemmebesok", dato=date(2026, 5, 20))
    assert oppmote.timeliste_godkjenn(veileder, timeliste=liste).status == Timelistestatus.GODKJENT


def test_den_som_selv_sier_hvorfor_har_sagt_det(sak: Sak, veileder: Aktor, deltaker: Aktor) -> None:
    liste = borte(deltaker, sak, veileder, forklaring="Jeg orket ikke.")
    assert [ett.forklart for ett in undersokelser(liste)] == [True]
    assert oppmote.timeliste_godkjenn(veileder, timeliste=liste).status == Timelistestatus.GODKJENT


def test_et_kryss_uten_ord_er_ingen_grunn(sak: Sak, veileder: Aktor, deltaker: Aktor) -> None:
    liste = borte(deltaker, sak, veileder)
    with pytest.raises(Fagfeil, match="Deltakeren har ikke selv sagt hvorfor"):
        oppmote.timeliste_godkjenn(veileder, timeliste=liste)


def test_en_bekymring_er_ikke_et_fravaer(sak: Sak, veileder: Aktor, deltaker: Aktor) -> None:
    liste = borte(deltaker, sak, veileder, forklaring="Jeg orket ikke.")
    bekymring = oppfolging.bekymring_meld(veileder, sak=sak, hva="Ingen får tak i henne.")
    with pytest.raises(Fagfeil, match="Ikke trekk for fravær så lenge bekymringen følges opp"):
        oppmote.timeliste_godkjenn(veileder, timeliste=liste)
    oppfolging.bekymring_avslutt(veileder, bekymring=bekymring, utfall="Hun er hjemme.")
    assert oppmote.timeliste_godkjenn(veileder, timeliste=liste).status == Timelistestatus.GODKJENT


def test_gyldig_fravaer_godkjennes_som_for(sak: Sak, veileder: Aktor) -> None:
    liste = borte(veileder, sak, veileder, Fravaersarsak.EGEN_SYKDOM)
    assert undersokelser(liste) == []
    assert oppmote.timeliste_godkjenn(veileder, timeliste=liste).status == Timelistestatus.GODKJENT
