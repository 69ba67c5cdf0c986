"""Dagpenger, sykepenger and foreldrepenger beside the stønad: as the letter says it, and what it does to the month."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError

from fotfeste.fag.person.services import Papir, barn_registrer, utenlandsopphold_registrer
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling import ytelser
from fotfeste.fag.utbetaling.enums import Kjoringsart
from fotfeste.fag.utbetaling.forskudd import forskudd_bestem
from fotfeste.fag.utbetaling.models import AnnenYtelse
from fotfeste.fag.utbetaling.services import beregning_forhandsvis, kjoring_forbered, kjoring_frigi, kjoring_opprett
from fotfeste.fag.utbetaling.virkning import betalte_maneder, kommende_maned, virkning_av
from fotfeste.fag.utbetaling.ytelser import Brevet
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang, SamtidigEndring
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.logg.setninger import setning
from fotfeste.grunnmur.organisasjon.models import Kommune, Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests.grunnlag import lag_sak_i_program, lag_timeliste

APRIL, MAI = date(2026, 4, 1), date(2026, 5, 1)
PDF = b"%PDF-1.4\n%%EOF\n"
TOLV_TUSEN = Brevet(1_200_000, "maned")


@pytest.fixture
def i_program(kontor: Kontor) -> Sak:
    return lag_sak_i_program(kontor)


def _sykepenger(aktor: Aktor, sak: Sak, **felter: object) -> AnnenYtelse:
    verdier = {"type": "sykepenger", "fra": date(2026, 5, 18), "til": None, "brevet": TOLV_TUSEN, **felter}
    return ytelser.ytelse_registrer(aktor, sak=sak, **verdier)  # type: ignore[arg-type]


def _samordning(sak: Sak) -> int:
    return int(beregning_forhandsvis(sak, maned=MAI).ut["linjer"]["samordning"])


def test_brevets_belop_blir_kroner_per_stonadsdag_og_trekkes_de_dagene(i_program: Sak, veileder: Aktor) -> None:
    ytelse = _sykepenger(veileder, i_program, brevet=Brevet(1_200_000, "maned", ("vedtak.pdf", PDF)))
    assert ytelse.belop_per_dag == 553  # 12 000 × 12 ÷ 260 = 553.85, never more than the right
    assert ytelse.grunnlag.dokument.navn == "vedtak.pdf"
    assert _samordning(i_program) == -553 * 10
    (linje,) = Hendelse.objects.filter(kode="ytelse.registrert")
    assert setning(linje.kode, linje.data, "Vera").replace("\xa0", " ") == (
        "Vera registrerte sykepenger fra 18. mai 2026: 553 kr per stønadsdag."
    )


def test_den_rettes_avsluttes_og_tas_bort(i_program: Sak, veileder: Aktor) -> None:
    ytelse = _sykepenger(veileder, i_program)
    ytelse = ytelser.ytelse_rett(
        veileder, ytelse=ytelse, fra=date(2026, 5, 11), til=None, brevet=Brevet(50_000, "dag"), versjon=1
    )
    assert _samordning(i_program) == -500 * 15
    ytelser.ytelse_avslutt(veileder, ytelse=ytelse, til=date(2026, 5, 15))
    assert _samordning(i_program) == -500 * 5
    with pytest.raises(SamtidigEndring):
        ytelser.ytelse_avslutt(veileder, ytelse=ytelse, til=date(2026, 5, 20), versjon=1)
    with pytest.raises(Fagfeil, match="slutte før den begynner"):
        ytelser.ytelse_avslutt(veileder, ytelse=ytelse, til=date(2026, 5, 10))
    with pytest.raises(Fagfeil, match="Skriv hvorfor"):
        ytelser.ytelse_fjern(veileder, ytelse=ytelse, grunn="")
    ytelser.ytelse_fjern(veileder, ytelse=ytelse, grunn="Det var feil person.")
    assert (_samordning(i_program), list(ytelser.ytelser_i(i_program))) == (0, [])
    with pytest.raises(Fagfeil, match="tatt bort"):
        ytelser.ytelse_avslutt(veileder, ytelse=ytelse, til=date(2026, 5, 20))


def test_samme_ytelse_samme_dag_trekkes_aldri_to_ganger(i_program: Sak, veileder: Aktor) -> None:
    forste = _sykepenger(veileder, i_program, til=date(2026, 5, 29))
    with pytest.raises(Fagfeil, match=r"Sykepenger står alt fra 18. mai 2026 til 29. mai 2026") as feil:
        _sykepenger(veileder, i_program, fra=date(2026, 5, 29))
    assert feil.value.felt == "fra"
    neste = _sykepenger(veileder, i_program, fra=date(2026, 5, 30))
    with pytest.raises(Fagfeil, match="til videre"):
        ytelser.ytelse_avslutt(veileder, ytelse=forste, til=date(2026, 6, 1))
    _sykepenger(veileder, i_program, type="dagpenger", fra=date(2026, 5, 18))
    assert ytelser.ytelser_i(i_program)[0].pk == neste.pk
    with pytest.raises(IntegrityError, match="ytelse_uten_overlapp"), kommando(SYSTEM, "test"):
        forste.lagre_endring(til=date(2026, 6, 1))  # by any other path


@pytest.mark.parametrize(
    ("felter", "felt"),
    [
        ({"til": date(2026, 5, 1)}, "til"),
        ({"brevet": Brevet(0, "dag")}, "belop"),
        ({"brevet": Brevet(1_200_000, "dag")}, "belop"),
        ({"brevet": Brevet(9_000_000_000_000, "dag")}, "belop"),
        ({"brevet": Brevet(50_000, "dag", ("brev.pdf", b"MZ"))}, "vedlegg"),
    ],
)
def test_det_som_ikke_kan_stemme_sies_fra_om(
    i_program: Sak, veileder: Aktor, felter: dict[str, object], felt: str
) -> None:
    with pytest.raises(Fagfeil) as feil:
        _sykepenger(veileder, i_program, **felter)
    assert feil.value.felt == felt
    assert not AnnenYtelse.objects.exists()


def test_flere_feil_sies_samtidig(i_program: Sak, veileder: Aktor) -> None:
    with pytest.raises(FlereFeil) as feil:
        _sykepenger(veileder, i_program, til=date(2026, 5, 1), brevet=Brevet(0, "dag"))
    assert [ett.felt for ett in feil.value.feil] == ["til", "belop"]


def test_bare_de_som_folger_opp_saken_skriver(i_program: Sak, okonomi: Aktor, veileder: Aktor) -> None:
    ytelse = _sykepenger(veileder, i_program)
    with pytest.raises(IkkeTilgang):
        _sykepenger(okonomi, i_program, fra=date(2026, 1, 1))
    with pytest.raises(IkkeTilgang):
        ytelser.ytelse_hent(okonomi, ytelse.pk)
    assert ytelser.ytelse_hent(veileder, ytelse.pk) == ytelse
    with pytest.raises(IkkeTilgang):
        ytelser.ytelse_hent(veileder, i_program.pk)


class TestForDetLagres:
    def test_maneden_for_og_etter_og_ingenting_er_lagret(self, i_program: Sak, veileder: Aktor) -> None:
        svar = virkning_av(i_program, lambda: _sykepenger(veileder, i_program))
        assert (svar.maned, svar.for_, svar.etter, svar.forskjell) == (MAI, 22510, 22510 - 5530, -5530)
        assert [(linje.navn, linje.for_, linje.etter) for linje in svar.linjer] == [("samordning", 0, -5530)]
        assert not AnnenYtelse.objects.exists()
        assert not Hendelse.objects.filter(kode="ytelse.registrert").exists()

    def test_begynner_den_senere_vises_den_forste_maneden_den_nar(self, i_program: Sak, veileder: Aktor) -> None:
        senere = virkning_av(i_program, lambda: _sykepenger(veileder, i_program, fra=date(2026, 8, 24)))
        assert (senere.maned, senere.forskjell) == (date(2026, 8, 1), -553 * 6)
        etter_vedtaket = virkning_av(i_program, lambda: _sykepenger(veileder, i_program, fra=date(2027, 2, 1)))
        assert (etter_vedtaket.maned, etter_vedtaket.etter) == (date(2027, 2, 1), None)

    def test_det_kommandoen_nekter_nektes_ogsa_her(self, i_program: Sak, veileder: Aktor) -> None:
        with pytest.raises(Fagfeil):
            virkning_av(i_program, lambda: _sykepenger(veileder, i_program, brevet=Brevet(0, "dag")))

    def test_bare_de_betalte_manedene_endringen_nar_nevnes(
        self, i_program: Sak, kommune: Kommune, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor
    ) -> None:
        lea = barn_registrer(SYSTEM, i_program.person, navn="Lea", fodselsdato=date(2019, 5, 3))
        with klokke.still_til(date(2026, 5, 29)):
            forskudd_bestem(veileder, sak=i_program, maned=MAI, belop=3000, grunn="Husleien forfaller")
            ekstra = kjoring_opprett(okonomi, kommune=kommune, maned=MAI, art=Kjoringsart.EKSTRA)
            kjoring_frigi(okonomi2, kjoring_forbered(okonomi, ekstra))
        assert (betalte_maneder(i_program), kommende_maned(i_program)) == ([], MAI)  # an advance is not its month
        for maned in (date(2026, 3, 1), APRIL, MAI):
            lag_timeliste(i_program, maned, godkjent_av=veileder)
            kjoring_frigi(okonomi2, kjoring_forbered(okonomi, kjoring_opprett(okonomi, kommune=kommune, maned=maned)))
        assert betalte_maneder(i_program) == [date(2026, 3, 1), APRIL, MAI]
        assert kommende_maned(i_program) == date(2026, 6, 1)
        reist = virkning_av(
            i_program,
            lambda: utenlandsopphold_registrer(veileder, lea, fra=date(2026, 1, 15), papir=Papir("billett.pdf", PDF)),
        )
        assert reist.betalte == (APRIL, MAI)  # the 90 days are used on 15 April
        assert (reist.linjer[0].navn, reist.linjer[0].etter) == ("barnetillegg", 0)
        syk = virkning_av(i_program, lambda: _sykepenger(veileder, i_program))
        assert syk.betalte == (MAI,)

    def test_en_maned_uten_noe_a_regne_med_har_ikke_noe_belop(self, sak: Sak, veileder: Aktor) -> None:
        svar = virkning_av(sak, lambda: _sykepenger(veileder, sak))
        assert (svar.for_, svar.etter, svar.linjer, svar.betalte) == (None, None, (), ())
        with klokke.still_til(date(2026, 1, 5)):
            assert kommende_maned(sak) == date(2025, 12, 1)
