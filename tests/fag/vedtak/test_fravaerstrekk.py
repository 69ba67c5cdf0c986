"""Absence is deducted where the grant reserved it; else a decision must be taken first (sotjl § 36)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from django.db import ProgrammingError, transaction

from fotfeste.fag.klage.enums import Innstillinger
from fotfeste.fag.mappe.deler import vedtak as mappedel
from fotfeste.fag.oppfolging.services import bekymring_meld, kontakt_logg
from fotfeste.fag.oppmote.enums import Fravaersarsak
from fotfeste.fag.oppmote.fakta import saksfravaer_for
from fotfeste.fag.oppmote.selectors import manedens_fakta
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak import services
from fotfeste.fag.vedtak.enums import Sjekk, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.fag.vedtak.selectors import vedtak_side
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.tilgang import Aktor
from tests.fag.egenmelding.fortelling import borte, i_program_siden
from tests.fag.klage.fortelling import besluttet, klag
from tests.fag.vedtak.fortelling import brevtekst

pytestmark = pytest.mark.django_db
MAI = date(2026, 5, 1)
TYPE = Vedtakstype.FRAVAERSTREKK
DAGENE = {date(2026, 5, 12): Fraction(15, 2), date(2026, 5, 13): Fraction(15, 2)}


@pytest.fixture
def uten_forbehold(sak: Sak, veileder: Aktor, deltaker: Aktor) -> Sak:
    """In the programme by a grant without the reservation; away without a reason on 12 and 13 May."""
    i_program_siden(sak, veileder, forbehold=False)
    borte(sak, date(2026, 5, 12), date(2026, 5, 13), Fravaersarsak.ULEGITIMERT)
    return sak


def begynt(veileder: Aktor, sak: Sak) -> Vedtak:
    kontakt_logg(veileder, sak=sak, kanal="telefon", resultat="ikke_svar", dato=date(2026, 5, 14))
    vedtak = services.vedtak_start(veileder, sak=sak, type=TYPE)
    return services.vedtak_lagre(veileder, vedtak=vedtak, begrunnelse_hensyn="Du har ikke sagt hvorfor.")


def fattet(veileder: Aktor, beslutter: Aktor, sak: Sak) -> Vedtak:
    vedtak = begynt(veileder, sak)
    vedtak = services.vedtak_varsle(veileder, vedtak=vedtak, uttalefrist=klokke.i_dag() + timedelta(days=14))
    vedtak = services.vedtak_uttalelse(veileder, vedtak=vedtak, dato=klokke.i_dag(), vil_ikke=True)
    sendt = services.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    return services.vedtak_fatt(beslutter, vedtak=sendt, sjekket=Sjekk.values)


def test_ingenting_trekkes_for_et_vedtak_er_fattet(uten_forbehold: Sak, veileder: Aktor, beslutter: Aktor) -> None:
    sak = uten_forbehold
    fakta = manedens_fakta(sak, MAI)
    assert (fakta.ugyldig_fravaer, fakta.uten_grunnlag) == ({}, DAGENE)
    svar = saksfravaer_for([sak.pk], til=date(2026, 5, 31))[sak.pk].svar()
    assert [(ett.gyldig, ett.trekkes) for ett in svar.values()] == [(False, False)] * 2
    assert svar[date(2026, 5, 12)].tekst.endswith("Det trekkes ikke før vi har fattet et vedtak, som du kan klage på.")
    assert TYPE in vedtak_side(veileder, sak.pk).kan_begynne

    vedtak = begynt(veileder, sak)
    assert (vedtak.fra, vedtak.til) == (date(2026, 5, 12), date(2026, 5, 13))
    assert vedtak.begrunnelse_fakta.splitlines() == [
        "Du var borte 12. mai 2026 og 13. mai 2026.",
        "Vi tok kontakt 14. mai 2026: telefon, svarte ikke.",
    ]
    with pytest.raises(FlereFeil, match="Send forhåndsvarsel først"):
        services.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    vedtak = services.vedtak_varsle(veileder, vedtak=vedtak, uttalefrist=date(2026, 6, 17))
    varsel = str(sak.brev.get().innhold)
    # Two whole days at the rate of 2026: 2 x 2,041 x 136 549 / 260 = 2 143,82 kroner.
    assert "Bestemmer vi det, trekker vi 2\\xa0144\\xa0kr i stønaden for to dager du var" in varsel
    with klokke.still_til(date(2026, 6, 18)):
        a, b = replace(veileder, dag=klokke.i_dag()), replace(beslutter, dag=klokke.i_dag())
        vedtak = services.vedtak_send_til_beslutter(a, vedtak=vedtak)
        with pytest.raises(Fagfeil, match="Fraværet er undersøkt"):
            services.vedtak_fatt(b, vedtak=vedtak, sjekket=[Sjekk.HORT])
        vedtak = services.vedtak_fatt(b, vedtak=vedtak, sjekket=Sjekk.values)
    tekst = brevtekst(vedtak)
    assert "Vi trekker i stønaden for dager du var borte uten avtale" in tekst
    assert "2 144 kr" in tekst
    assert "Sosialtjenesteloven § 36" in tekst
    assert "Du kan klage hvis du er uenig" in tekst
    fakta = manedens_fakta(sak, MAI)
    assert (fakta.ugyldig_fravaer, fakta.uten_grunnlag) == (DAGENE, {})
    (i_mappen,) = [v for v in mappedel.hent([sak], frozenset())[sak.pk] if v["fra"] == "2026-05-12"]
    assert i_mappen["type"] == "endring"
    sak.refresh_from_db()
    assert sak.status == "i_program"


def test_alt_fravaer_uten_rett_trenger_vedtaket(uten_forbehold: Sak) -> None:
    """Not only absence without a reason: the letter of the grant promised a decision for what is not accepted."""
    borte(uten_forbehold, date(2026, 5, 18), date(2026, 5, 22))
    fakta = manedens_fakta(uten_forbehold, MAI)
    assert fakta.ugyldig_fravaer == {}
    assert set(fakta.uten_grunnlag) == {*DAGENE, *(date(2026, 5, dag) for dag in range(18, 23))}


def test_med_forbehold_trekkes_det_som_for(sak: Sak, veileder: Aktor) -> None:
    i_program_siden(sak, veileder)
    borte(sak, date(2026, 5, 12), date(2026, 5, 13), Fravaersarsak.ULEGITIMERT)
    fakta = manedens_fakta(sak, MAI)
    assert (fakta.ugyldig_fravaer, fakta.uten_grunnlag) == (DAGENE, {})
    assert TYPE not in vedtak_side(veileder, sak.pk).kan_begynne
    with pytest.raises(Fagfeil, match="Da trengs det ikke noe nytt vedtak"):
        services.vedtak_start(veileder, sak=sak, type=TYPE)


def test_forst_ma_noen_ha_provd_a_finne_ut_hvorfor(uten_forbehold: Sak, veileder: Aktor) -> None:
    vedtak = services.vedtak_start(veileder, sak=uten_forbehold, type=TYPE)
    with pytest.raises(FlereFeil, match=r"Ingen har prøvd å ta kontakt siden 12\. mai 2026"):
        services.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    bekymring_meld(veileder, sak=uten_forbehold, hva="Ingen får tak i henne.")
    with pytest.raises(FlereFeil) as nei:
        services.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    assert any("så lenge bekymringen følges opp" in ett.melding for ett in nei.value.feil)


@pytest.mark.parametrize(
    ("felter", "sier"),
    [
        ({"fra": None}, "Skriv den første dagen"),
        ({"til": None}, "Skriv den siste dagen"),
        ({"til": date(2026, 6, 4)}, "Fraværet må være over"),
        ({"fra": date(2026, 5, 18), "til": date(2026, 5, 20)}, "har ingen dager uten rett til stønad mellom 18. mai"),
    ],
)
def test_dagene_ma_stemme(uten_forbehold: Sak, veileder: Aktor, felter: dict[str, date], sier: str) -> None:
    vedtak = services.vedtak_lagre(veileder, vedtak=begynt(veileder, uten_forbehold), **felter)
    with pytest.raises(FlereFeil) as feil:
        services.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    assert any(sier in ett.melding for ett in feil.value.feil)


def test_et_trekk_som_ikke_sto_etter_en_klage_dekker_ingenting(
    uten_forbehold: Sak, veileder: Aktor, beslutter: Aktor
) -> None:
    vedtak = fattet(veileder, beslutter, uten_forbehold)
    assert manedens_fakta(uten_forbehold, MAI).ugyldig_fravaer == DAGENE
    besluttet(veileder, beslutter, klag(veileder, vedtak), Innstillinger.OMGJOR)
    fakta = manedens_fakta(uten_forbehold, MAI)
    assert (fakta.ugyldig_fravaer, fakta.uten_grunnlag) == ({}, DAGENE)
    assert services.vedtak_start(veileder, sak=uten_forbehold, type=TYPE).fra == date(2026, 5, 12)


def test_det_som_fores_senere_i_perioden_er_det_ikke_vedtatt_noe_om(
    uten_forbehold: Sak, veileder: Aktor, beslutter: Aktor
) -> None:
    """12, 13 and 20 May are decided on; the sheet is corrected, and the 18th is absence too."""
    borte(uten_forbehold, date(2026, 5, 20), arsak=Fravaersarsak.ULEGITIMERT)
    kontakt_logg(veileder, sak=uten_forbehold, kanal="telefon", resultat="ikke_svar", dato=date(2026, 5, 21))
    vedtak = fattet(veileder, beslutter, uten_forbehold)
    assert (vedtak.fra, vedtak.til) == (date(2026, 5, 12), date(2026, 5, 20))
    borte(uten_forbehold, date(2026, 5, 18), arsak=Fravaersarsak.ULEGITIMERT)
    fakta = manedens_fakta(uten_forbehold, MAI)
    assert set(fakta.ugyldig_fravaer) == {*DAGENE, date(2026, 5, 20)}
    assert list(fakta.uten_grunnlag) == [date(2026, 5, 18)]


def test_forbeholdet_star_fast_nar_vedtaket_er_fattet(uten_forbehold: Sak, veileder: Aktor) -> None:
    with pytest.raises(ProgrammingError, match="Cannot update rows"), transaction.atomic(), kommando(veileder, "test"):
        uten_forbehold.vedtak.update(forbehold_fravaer=True)
