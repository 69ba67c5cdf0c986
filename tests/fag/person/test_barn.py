"""A child's facts over time: who told, where it lives, how long it is away, and what it does to the month's money."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from fotfeste.fag.person import services
from fotfeste.fag.person.barnetillegg import antall_med_tillegg, barnetillegg_forklart
from fotfeste.fag.person.models import Barn, Utenlandsopphold
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.grunnlag import stonadsfakta_for
from fotfeste.fag.utbetaling.services import beregning_forhandsvis
from fotfeste.fag.vedtak.sats import sats_for
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang, SamtidigEndring
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.logg.setninger import setning
from fotfeste.grunnmur.organisasjon.models import Kommune, Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests.grunnlag import I_DAG, lag_kontor, lag_person, lag_sak_i_program, lag_valg

MAI, LEA = date(2026, 5, 1), date(2019, 5, 3)
PDF = b"%PDF-1.4\n%%EOF\n"


@pytest.fixture
def i_program(kontor: Kontor) -> Sak:
    return lag_sak_i_program(kontor)


def _lea(aktor: Aktor, sak: Sak, **felter: object) -> Barn:
    return services.barn_registrer(aktor, sak.person, navn="Lea", fodselsdato=LEA, **felter)  # type: ignore[arg-type]


def _tillegg(sak: Sak, maned: date = MAI) -> int:
    return int(beregning_forhandsvis(sak, maned=maned).ut["linjer"]["barnetillegg"])


def _setninger(sak: Sak) -> list[str]:
    rader = Hendelse.objects.filter(sak_id=sak.pk, kode__startswith="person.").order_by("tid", "pk")
    return [setning(rad.kode, rad.data, "Vera") for rad in rader]


def test_et_barn_i_norge_gir_tillegg_hver_stonadsdag_og_star_i_traden(i_program: Sak, veileder: Aktor) -> None:
    _lea(veileder, i_program, kilde="folkeregisteret", papir=services.Papir("fodselsattest.pdf", PDF))
    assert _tillegg(i_program) == 21 * 38
    assert Barn.objects.get().dokument is not None
    assert _setninger(i_program) == ["Vera registrerte Lea. Barnet forsørges fra 3. mai 2019."]


def test_et_papir_som_ikke_er_det_det_heter_tas_ikke_imot(i_program: Sak, veileder: Aktor) -> None:
    with pytest.raises(Fagfeil, match="innholdet er noe annet") as feil:
        _lea(veileder, i_program, papir=services.Papir("attest.pdf", b"MZ"))
    assert feil.value.felt == "vedlegg"
    assert not Barn.objects.exists()


class TestUtlandet:
    def test_mer_enn_nitti_dager_ute_gir_ikke_tillegg_og_siden_sier_hvorfor(
        self, i_program: Sak, veileder: Aktor
    ) -> None:
        lea = _lea(veileder, i_program)
        opphold = services.utenlandsopphold_registrer(veileder, lea, fra=date(2026, 1, 31))
        # 90 days are used on 1 May, a Friday: one stønadsdag of May is left.
        assert _tillegg(i_program) == 38
        (om_lea,) = barnetillegg_forklart(i_program, MAI)
        assert [rad.kode for rad in om_lea.rader] == ["barn_ute_innenfor", "barn_ute_over_90"]
        assert om_lea.gir
        assert om_lea.er_delt

        services.utenlandsopphold_rett(veileder, opphold, til=date(2026, 5, 11), versjon=1)
        assert _tillegg(i_program) == (1 + 15) * 38
        services.utenlandsopphold_rett(veileder, opphold, medlem_folketrygden=True)
        assert _tillegg(i_program) == 21 * 38
        assert [ett.rader[0].kode for ett in barnetillegg_forklart(i_program, MAI)] == ["barn_ute_medlem"]
        with pytest.raises(SamtidigEndring):
            services.utenlandsopphold_rett(veileder, opphold, til=None, versjon=1)

    def test_kommunen_velger_om_reisedagene_teller(self, i_program: Sak, veileder: Aktor, kommune: Kommune) -> None:
        lea = _lea(veileder, i_program)
        services.utenlandsopphold_registrer(veileder, lea, fra=date(2026, 2, 27), til=date(2026, 6, 1))
        assert _tillegg(i_program) == 20 * 38  # from 28 February the 90 days end on Thursday 28 May
        lag_valg(kommune, "barn_reisedager_teller", verdi=True)
        assert _tillegg(i_program) == 19 * 38  # from the 27th they end a day earlier
        assert barnetillegg_forklart(i_program, MAI)[0].dager_ute == 94

    def test_to_opphold_kan_ikke_gjelde_samme_dag(self, i_program: Sak, veileder: Aktor) -> None:
        lea = _lea(veileder, i_program)
        forste = services.utenlandsopphold_registrer(veileder, lea, fra=date(2026, 3, 1), til=date(2026, 3, 10))
        with pytest.raises(Fagfeil, match=r"fra 1. mars 2026 til 10. mars 2026") as feil:
            services.utenlandsopphold_registrer(veileder, lea, fra=date(2026, 3, 10))
        assert feil.value.felt == "fra"
        apent = services.utenlandsopphold_registrer(veileder, lea, fra=date(2026, 4, 1))
        with pytest.raises(Fagfeil, match="til nå"):
            services.utenlandsopphold_registrer(veileder, lea, fra=date(2026, 5, 1))
        with kommando(SYSTEM, "test"), pytest.raises(IntegrityError), transaction.atomic():
            Utenlandsopphold.objects.create(barn=lea, fra=date(2026, 3, 5))
        with pytest.raises(Fagfeil, match="før det reiste"):
            services.utenlandsopphold_rett(veileder, apent, til=date(2026, 3, 31))
        with pytest.raises(Fagfeil, match="før det er født"):
            services.utenlandsopphold_rett(veileder, forste, fra=date(2019, 5, 2))

    def test_et_opphold_som_aldri_var_tas_bort_med_grunn(self, i_program: Sak, veileder: Aktor) -> None:
        lea = _lea(veileder, i_program)
        opphold = services.utenlandsopphold_registrer(veileder, lea, fra=date(2026, 1, 31))
        with pytest.raises(Fagfeil, match="Skriv hvorfor"):
            services.utenlandsopphold_fjern(veileder, opphold, grunn=" ")
        with pytest.raises(Fagfeil, match="kortere"):
            services.utenlandsopphold_fjern(veileder, opphold, grunn="x" * 2001)
        services.utenlandsopphold_fjern(veileder, opphold, grunn="Reisen ble avlyst.")
        assert _tillegg(i_program) == 21 * 38
        assert (
            _setninger(i_program)[-1]
            == "Vera tok bort utenlandsoppholdet fra 31. januar 2026 for Lea: Reisen ble avlyst."
        )
        with pytest.raises(Fagfeil, match="tatt bort"):
            services.utenlandsopphold_rett(veileder, opphold, til=I_DAG)


class TestFosterbarn:
    def test_to_ar_for_kravet_eller_en_varig_ordning_kommunen_har_sagt_hvorfor(
        self, i_program: Sak, veileder: Aktor
    ) -> None:
        lea = _lea(veileder, i_program, fosterbarn=True, forsorget_fra=date(2025, 1, 1), krav_fram=date(2026, 5, 4))
        assert _tillegg(i_program) == 0
        assert lea.fra == date(2025, 1, 1)
        assert "Et nytt krav kan settes fram 1. januar 2027" in barnetillegg_forklart(i_program, MAI)[0].rader[0].tekst
        with pytest.raises(Fagfeil, match="hvorfor fosterhjemsordningen er varig"):
            services.fosterbarn_varig(veileder, lea)
        services.fosterbarn_varig(veileder, lea, grunn="Barnet skal bo her til det er voksent.", versjon=1)
        assert _tillegg(i_program) == 20 * 38
        services.fosterbarn_varig(veileder, lea, varig=False)
        assert _tillegg(i_program) == 0
        assert [linje.split(" fordi")[0] for linje in _setninger(i_program)[1:]] == [
            "Vera fravek kravet om to års forsørgelse av Lea,",
            "Vera trakk tilbake at fosterhjemsordningen for Lea er varig.",
        ]

    def test_uten_det_forskriften_spor_om_sies_alt_som_mangler(self, i_program: Sak, veileder: Aktor) -> None:
        with pytest.raises(FlereFeil) as feil:
            _lea(veileder, i_program, fosterbarn=True)
        assert [ett.felt for ett in feil.value.feil] == ["forsorget_fra", "krav_fram"]
        for felter, felt in (
            ({"forsorget_fra": date(2019, 1, 1), "krav_fram": I_DAG}, "forsorget_fra"),
            ({"forsorget_fra": I_DAG, "krav_fram": date(2026, 1, 1)}, "krav_fram"),
        ):
            with pytest.raises(Fagfeil) as en:
                _lea(veileder, i_program, fosterbarn=True, **felter)
            assert en.value.felt == felt

    def test_databasen_holder_det_samme(self, i_program: Sak, veileder: Aktor) -> None:
        lea = _lea(veileder, i_program)
        for felter in (
            {"fosterbarn": True},
            {"krav_fram": I_DAG},
            {"varig_plassering": True, "varig_grunn": "x"},
            {"bosatt_fra": I_DAG, "bosatt_til": LEA},
        ):
            with kommando(SYSTEM, "test"), pytest.raises(IntegrityError), transaction.atomic():
                Barn.objects.filter(pk=lea.pk).update(**felter)

    def test_er_det_ikke_fosterbarn_likevel_faller_det_andre_bort(self, i_program: Sak, veileder: Aktor) -> None:
        lea = _lea(veileder, i_program, fosterbarn=True, forsorget_fra=LEA, krav_fram=I_DAG)
        services.barn_endre(veileder, lea, fosterbarn=False)
        lea.refresh_from_db()
        assert (lea.forsorget_fra, lea.krav_fram, _tillegg(i_program)) == (None, None, 21 * 38)
        with pytest.raises(Fagfeil, match="bare fosterbarn"):
            services.fosterbarn_varig(veileder, lea, grunn="Varig")


def test_barnet_ma_bo_i_norge_og_forsorges(i_program: Sak, veileder: Aktor) -> None:
    lea = _lea(veileder, i_program, bosatt_fra=date(2026, 5, 18))
    assert _tillegg(i_program) == 10 * 38
    with pytest.raises(Fagfeil, match="slutte å bo i Norge"):
        services.barn_endre(veileder, lea, bosatt_til=date(2026, 5, 1))
    services.barn_avslutt(veileder, lea, til=date(2026, 5, 22), kilde="deltaker", versjon=1)
    lea.refresh_from_db()
    assert (_tillegg(i_program), lea.bor_i_husholdningen) == (5 * 38, True)
    assert _setninger(i_program)[-1] == "Vera registrerte at Lea ikke forsørges etter 22. mai 2026."
    with pytest.raises(Fagfeil, match="slutte før den begynner"):
        services.barn_avslutt(veileder, lea, til=date(2019, 5, 2))
    assert sats_for(i_program.person, date(2026, 5, 20), I_DAG).antall_barn == 1
    assert sats_for(i_program.person, date(2026, 5, 25), I_DAG).antall_barn == 0
    sak = i_program
    assert [antall_med_tillegg(sak.person_id, sak.kommune_id, date(2026, 5, d)) for d in (17, 18, 22, 23)] == [
        0,
        1,
        1,
        0,
    ]


def test_bare_de_som_har_med_personen_a_gjore_skriver(
    i_program: Sak, veileder: Aktor, okonomi: Aktor, kommune: Kommune
) -> None:
    lea = _lea(veileder, i_program)
    opphold = services.utenlandsopphold_registrer(veileder, lea, fra=I_DAG)
    fremmed = lag_sak_i_program(lag_kontor(kommune))
    for aktor in (okonomi,):
        for kall in (
            lambda a: services.barn_avslutt(a, lea, til=I_DAG),
            lambda a: services.fosterbarn_varig(a, lea, grunn="x"),
            lambda a: services.utenlandsopphold_registrer(a, lea, fra=I_DAG),
            lambda a: services.utenlandsopphold_rett(a, opphold, til=I_DAG),
            lambda a: services.utenlandsopphold_fjern(a, opphold, grunn="x"),
        ):
            with pytest.raises(IkkeTilgang):
                kall(aktor)
    with pytest.raises(IkkeTilgang):
        services.barn_registrer(veileder, fremmed.person, fodselsdato=LEA)


def test_mange_saker_koster_ikke_flere_sporringer(kontor: Kontor, veileder: Aktor) -> None:
    """A constant number, also when children have been abroad; a child nothing is said of costs one question in all."""

    def sporringer(saker: list[Sak]) -> int:
        with CaptureQueriesContext(connection) as alle:
            stonadsfakta_for(saker, MAI, kjent_dato=I_DAG)
        return len(alle)

    def en_til(*, reist: bool) -> Sak:
        sak = lag_sak_i_program(kontor, person=lag_person())
        lea = services.barn_registrer(SYSTEM, sak.person, fodselsdato=LEA)
        if reist:
            services.utenlandsopphold_registrer(SYSTEM, lea, fra=date(2026, 1, 31))
        return sak

    hjemme = [en_til(reist=False)]
    sporringer(hjemme)
    enkelt = sporringer(hjemme)
    reist = [en_til(reist=True)]
    assert sporringer([*hjemme, *reist]) == enkelt + 2
    reist += [en_til(reist=True) for _ in range(3)]
    assert sporringer([*hjemme, *reist]) == enkelt + 2
