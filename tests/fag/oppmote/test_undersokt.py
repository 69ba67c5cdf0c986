"""Stønad is not taken for absence nobody has looked into (fvl § 17)."""

from __future__ import annotations

from datetime import date

import pytest

from fotfeste.fag.oppfolging import services as oppfolging
from fotfeste.fag.oppmote import services as oppmote
from fotfeste.fag.oppmote.enums import Fravaersarsak, Timelistestatus
from fotfeste.fag.oppmote.inn import Fravaerinn
from fotfeste.fag.oppmote.models import Timeliste
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.tilgang import Aktor
from tests.fag.program.fortellinger import avtalt_program, gi_vedtak

pytestmark = pytest.mark.django_db
MAI = date(2026, 5, 1)


def borte(aktor: Aktor, sak: Sak, veileder: Aktor, arsak: Fravaersarsak = Fravaersarsak.ULEGITIMERT) -> Timeliste:
    """May's sheet, sent by `aktor`, with the 12th away."""
    gi_vedtak(sak, veileder)
    avtalt_program(sak, veileder)
    liste = oppmote.timeliste_apne(aktor, sak=sak, maned=MAI)
    inn = Fravaerinn(date(2026, 5, 12), date(2026, 5, 12), arsak)
    oppmote.fravaer_registrer(aktor, timeliste=liste, fravaer=inn)
    liste.refresh_from_db()
    return oppmote.timeliste_lever(aktor, timeliste=liste)


def test_ingen_trekkes_for_noen_har_provd_a_na_deltakeren(sak: Sak, veileder: Aktor) -> None:
    liste = borte(veileder, sak, veileder)
    oppfolging.kontakt_logg(veileder, sak=sak, kanal="telefon", dato=date(2026, 5, 11))
    with pytest.raises(Fagfeil, match=r"ingen har prøvd å ta kontakt siden 12\. mai 2026"):
        oppmote.timeliste_godkjenn(veileder, timeliste=liste)
    oppfolging.kontakt_logg(veileder, sak=sak, kanal="telefon", resultat="ikke_svar", dato=date(2026, 5, 13))
    assert oppmote.timeliste_godkjenn(veileder, timeliste=liste).status == Timelistestatus.GODKJENT


def test_den_som_selv_sier_det_har_sagt_det(sak: Sak, veileder: Aktor, deltaker: Aktor) -> None:
    liste = borte(deltaker, sak, veileder)
    assert oppmote.timeliste_godkjenn(veileder, timeliste=liste).status == Timelistestatus.GODKJENT


def test_en_bekymring_er_ikke_et_fravaer(sak: Sak, veileder: Aktor, deltaker: Aktor) -> None:
    liste = borte(deltaker, sak, veileder)
    bekymring = oppfolging.bekymring_meld(veileder, sak=sak, hva="Ingen får tak i henne.")
    with pytest.raises(Fagfeil, match="Ikke trekk for fravær så lenge bekymringen følges opp"):
        oppmote.timeliste_godkjenn(veileder, timeliste=liste)
    oppfolging.bekymring_avslutt(veileder, bekymring=bekymring, utfall="Hun er hjemme.")
    assert oppmote.timeliste_godkjenn(veileder, timeliste=liste).status == Timelistestatus.GODKJENT


def test_gyldig_fravaer_godkjennes_som_for(sak: Sak, veileder: Aktor) -> None:
    liste = borte(veileder, sak, veileder, Fravaersarsak.EGEN_SYKDOM)
    assert oppmote.timeliste_godkjenn(veileder, timeliste=liste).status == Timelistestatus.GODKJENT
