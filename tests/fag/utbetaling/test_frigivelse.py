"""What is released can be paid: on a day to come, with files that can be made, and nobody blocks the others."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date

import pytest

from fotfeste.fag.person.models import Person
from fotfeste.fag.person.services import barn_registrer
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling import frigivelse, services
from fotfeste.fag.utbetaling.enums import Kjoringsstatus, Utbetalingsstatus, Utelatt
from fotfeste.fag.utbetaling.forskudd import forskudd_bestem
from fotfeste.fag.utbetaling.innkreving import innkrevingskrav_registrer
from fotfeste.fag.utbetaling.models import Betalingsfil, Kjoring, Trekk, Utbetaling
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, IkkeTilgang
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.logg.setninger import setning
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kommune, Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from fotfeste.kobling.betaling.services import filer_lag
from tests.grunnlag import lag_aktor, lag_kommune, lag_kontor, lag_person, lag_sak_i_program, lag_timeliste

MAI = date(2026, 5, 1)


@pytest.fixture
def i_program(kontor: Kontor, veileder: Aktor) -> Sak:
    """Samira, with an approved sheet for May."""
    sak = lag_sak_i_program(kontor)
    lag_timeliste(sak, MAI, godkjent_av=veileder)
    return sak


@pytest.fixture
def forbered(kommune: Kommune, okonomi: Aktor) -> Callable[[], Kjoring]:
    """May, prepared by one in økonomi."""
    return lambda: services.kjoring_forbered(okonomi, services.kjoring_opprett(okonomi, kommune=kommune, maned=MAI))


def _trekk(sak: Sak, belop: int) -> None:
    with kommando(SYSTEM, "test"):
        Trekk.objects.create(sak=sak, maned=MAI, belop=belop, hjemmel="sotjl § 40", grunn="For mye betalt i mars")


def _innhold(filer: list[Betalingsfil]) -> dict[str, str]:
    return {fil.type: bytes(fil.dokument.innhold).decode("utf-8-sig") for fil in filer}


def _lonnslinjer(tekst: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(tekst, newline=""), delimiter=";"))


def _setningene(sak: Sak) -> list[str]:
    return [
        setning(linje.kode, linje.data, "Okonomi").replace("\xa0", " ")
        for linje in Hendelse.objects.filter(sak_id=sak.pk, kode__startswith="utbetaling.").order_by("tid")
    ]


class TestToSakerIEnManed:
    @pytest.fixture
    def to_saker(self, kontor: Kontor, veileder: Aktor) -> Person:
        """One programme ended on 10 May, the next began on the 20th."""
        person = lag_person()
        forste = lag_sak_i_program(kontor, til=date(2026, 5, 10), person=person)
        with kommando(SYSTEM, "test"):
            forste.lagre_endring(status=Saksstatus.AVSLUTTET)
        andre = lag_sak_i_program(kontor, fra=date(2026, 5, 20), til=date(2027, 5, 19), person=person)
        for sak in (forste, andre):
            lag_timeliste(sak, MAI, godkjent_av=veileder)
        return person

    def test_begge_betales_og_lonn_far_en_linje_med_summen(
        self, to_saker: Person, i_program: Sak, okonomi2: Aktor, forbered: Callable[[], Kjoring]
    ) -> None:
        kjoring = services.kjoring_frigi(okonomi2, forbered())
        filer = _innhold(filer_lag(okonomi2, kjoring))
        egne = Utbetaling.objects.filter(sak__person=to_saker)
        # 6 and 8 weekdays of 2.041 × 136 549 ÷ 260 = 1 071.909…: 6 431 and 8 575.
        assert sorted(u.brutto for u in egne) == [6431, 8575]
        linjer = {linje["fodselsnummer"]: linje["brutto"] for linje in _lonnslinjer(filer["lonnsgrunnlag"])}
        assert linjer == {to_saker.fodselsnummer: "15006,00", i_program.person.fodselsnummer: "22510,00"}
        assert filer["pain001"].count("<CdtTrfTxInf>") == 3
        assert "<CtrlSum>37516.00</CtrlSum>" in filer["pain001"]
        kjoring.refresh_from_db()
        assert kjoring.status == Kjoringsstatus.SENDT


class TestIngentingAUtbetale:
    def test_kjoringen_blir_sendt_uten_bankfil_og_de_sene_betales_i_en_ny(
        self, i_program: Sak, kontor: Kontor, veileder: Aktor, okonomi2: Aktor, forbered: Callable[[], Kjoring]
    ) -> None:
        _trekk(i_program, 30000)
        forste = services.kjoring_frigi(okonomi2, forbered())
        assert [u.netto for u in forste.utbetalinger.all()] == [0]
        filer = _innhold(filer_lag(okonomi2, forste))
        assert list(filer) == ["lonnsgrunnlag"]
        assert [linje["brutto"] for linje in _lonnslinjer(filer["lonnsgrunnlag"])] == ["22510,00"]
        forste.refresh_from_db()
        assert forste.status == Kjoringsstatus.SENDT
        assert Utbetaling.objects.get().status == Utbetalingsstatus.SENDT

        lag_timeliste(sen := lag_sak_i_program(kontor), MAI, godkjent_av=veileder)
        ekstra = forbered()
        assert (ekstra.nummer, [u.sak for u in ekstra.utbetalinger.all()]) == (2, [sen])

    def test_den_som_far_null_kroner_star_ikke_i_bankfilen(
        self, i_program: Sak, kontor: Kontor, veileder: Aktor, okonomi2: Aktor, forbered: Callable[[], Kjoring]
    ) -> None:
        _trekk(i_program, 30000)
        lag_timeliste(lag_sak_i_program(kontor), MAI, godkjent_av=veileder)
        filer = _innhold(filer_lag(okonomi2, services.kjoring_frigi(okonomi2, forbered())))
        assert filer["pain001"].count("<CdtTrfTxInf>") == 1
        assert "<CtrlSum>22510.00</CtrlSum>" in filer["pain001"]
        assert len(_lonnslinjer(filer["lonnsgrunnlag"])) == 2

    def test_den_som_far_null_kroner_loves_ingen_dag(
        self, i_program: Sak, okonomi2: Aktor, forbered: Callable[[], Kjoring]
    ) -> None:
        _trekk(i_program, 30000)
        services.kjoring_frigi(okonomi2, forbered())
        assert _setningene(i_program) == ["Okonomi frigav utbetalingen for mai 2026. Det er ingenting å utbetale."]

    def test_uten_noe_til_banken_trengs_ingen_konto(
        self, i_program: Sak, kommune: Kommune, okonomi2: Aktor, forbered: Callable[[], Kjoring]
    ) -> None:
        Kommune.objects.filter(pk=kommune.pk).update(utbetalingskonto="", bic="")
        _trekk(i_program, 30000)
        assert len(filer_lag(okonomi2, services.kjoring_frigi(okonomi2, forbered()))) == 1


class TestDagenDetBetales:
    def test_frigitt_etter_dagen_flyttes_den_i_kjoringen_filene_og_setningen(
        self, i_program: Sak, okonomi2: Aktor, forbered: Callable[[], Kjoring]
    ) -> None:
        kjoring = forbered()
        assert kjoring.utbetalingsdato == date(2026, 6, 12)
        with klokke.still_til(date(2026, 6, 27)):  # a Saturday
            kjoring = services.kjoring_frigi(okonomi2, kjoring)
            filer = _innhold(filer_lag(okonomi2, kjoring))
        kjoring.refresh_from_db()
        assert kjoring.utbetalingsdato == date(2026, 6, 29)
        assert "<ReqdExctnDt><Dt>2026-06-29</Dt></ReqdExctnDt>" in filer["pain001"]
        assert [linje["utbetalt"] for linje in _lonnslinjer(filer["lonnsgrunnlag"])] == ["2026-06-29"]
        assert _setningene(i_program) == ["22 510 kr for mai 2026 ble frigitt av Okonomi og kommer 29. juni 2026."]

    def test_frigitt_i_tide_blir_dagen_staende(
        self, i_program: Sak, okonomi2: Aktor, forbered: Callable[[], Kjoring]
    ) -> None:
        kjoring = services.kjoring_frigi(okonomi2, forbered())
        with klokke.still_til(date(2026, 6, 12)):
            filer = _innhold(filer_lag(okonomi2, kjoring))
        assert "<Dt>2026-06-12</Dt>" in filer["pain001"]
        assert len(_setningene(i_program)) == 1

    def test_lages_filene_etter_dagen_flyttes_den_og_deltakeren_far_vite_det(
        self, i_program: Sak, veileder: Aktor, okonomi2: Aktor, forbered: Callable[[], Kjoring]
    ) -> None:
        """Of May once, though a part of it goes to NAV Innkreving; and of June, whose advance lies in the same run."""
        ali = barn_registrer(veileder, i_program.person, navn="Ali", fodselsdato=date(2019, 3, 2))
        innkrevingskrav_registrer(
            veileder, sak=i_program, barn=ali, krevd=MAI, fra=MAI, til=None, kontonummer="76940512057"
        )
        forskudd_bestem(veileder, sak=i_program, maned=date(2026, 6, 1), belop=1000, grunn="Husleien forfaller")
        kjoring = services.kjoring_frigi(okonomi2, forbered())
        with klokke.still_til(date(2026, 6, 15)):
            filer = _innhold(filer_lag(okonomi2, kjoring))
        kjoring.refresh_from_db()
        assert kjoring.utbetalingsdato == date(2026, 6, 15)
        assert "<Dt>2026-06-15</Dt>" in filer["pain001"]
        assert sorted(_setningene(i_program)[3:]) == [
            "Utbetalingen for juni 2026 er flyttet, og kommer 15. juni 2026.",
            "Utbetalingen for mai 2026 er flyttet, og kommer 15. juni 2026.",
        ]


class TestDetFileneIkkeTar:
    @pytest.mark.parametrize(
        ("felter", "melding"),
        [
            ({"utbetalingskonto": ""}, "Kommunens konto for utbetaling"),
            ({"bic": ""}, "BIC-koden"),
            ({"organisasjonsnummer": "1"}, "skal ha ni sifre"),
        ],
    )
    def test_mangler_kommunen_noe_stoppes_det_for_frigivelsen(
        self,
        i_program: Sak,
        kommune: Kommune,
        okonomi2: Aktor,
        forbered: Callable[[], Kjoring],
        felter: dict[str, str],
        melding: str,
    ) -> None:
        kjoring = forbered()
        Kommune.objects.filter(pk=kommune.pk).update(**felter)
        with pytest.raises(Fagfeil, match=melding):
            services.kjoring_frigi(okonomi2, kjoring)
        kjoring.refresh_from_db()
        assert kjoring.status == Kjoringsstatus.KLAR
        assert not Hendelse.objects.filter(kode="utbetaling.frigitt").exists()

    @pytest.mark.parametrize(
        ("felter", "grunn"),
        [
            ({"kontonummer": "15032080110"}, Utelatt.KONTONUMMER_MANGLER),
            ({"kontonummer": ""}, Utelatt.KONTONUMMER_MANGLER),
            ({"fornavn": "محمد", "etternavn": "علي"}, Utelatt.NAVN_KAN_IKKE_SKRIVES),
        ],
    )
    def test_en_som_banken_ikke_tar_er_utelatt_og_de_andre_betales(
        self,
        i_program: Sak,
        kontor: Kontor,
        veileder: Aktor,
        okonomi2: Aktor,
        forbered: Callable[[], Kjoring],
        felter: dict[str, str],
        grunn: Utelatt,
    ) -> None:
        sak = lag_sak_i_program(kontor, person=lag_person())
        lag_timeliste(sak, MAI, godkjent_av=veileder)
        with kommando(SYSTEM, "test"):  # as it may be read in from another system
            Person.objects.filter(pk=sak.person_id).update(**felter)
        kjoring = forbered()
        assert [(rad.sak, rad.grunn) for rad in kjoring.utelatte.all()] == [(sak, grunn)]
        filer = _innhold(filer_lag(okonomi2, services.kjoring_frigi(okonomi2, kjoring)))
        assert filer["pain001"].count("<CdtTrfTxInf>") == 1

    def test_er_timelisten_ikke_lenger_godkjent_beregnes_det_pa_nytt(
        self, i_program: Sak, okonomi2: Aktor, forbered: Callable[[], Kjoring]
    ) -> None:
        kjoring = forbered()
        with kommando(SYSTEM, "test"):
            i_program.timelister.get().lagre_endring(status="returnert")
        with pytest.raises(Fagfeil, match="Beregn på nytt"):
            services.kjoring_frigi(okonomi2, kjoring)

    def test_uten_den_som_lager_filer_frigis_ingenting(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(frigivelse, "_KONTROLL", [])
        with pytest.raises(LookupError):
            frigivelse.filkontroll()


def test_ekstrakjoringens_filer_har_andre_navn(
    i_program: Sak, kontor: Kontor, veileder: Aktor, okonomi2: Aktor, forbered: Callable[[], Kjoring]
) -> None:
    navn = {fil.dokument.navn for fil in filer_lag(okonomi2, services.kjoring_frigi(okonomi2, forbered()))}
    lag_timeliste(lag_sak_i_program(kontor), MAI, godkjent_av=veileder)
    navn |= {fil.dokument.navn for fil in filer_lag(okonomi2, services.kjoring_frigi(okonomi2, forbered()))}
    assert len(navn) == 4


class TestEnAnnenKommune:
    def test_kjoringen_gis_ikke_ut_om_den_finnes(
        self, i_program: Sak, kommune: Kommune, forbered: Callable[[], Kjoring]
    ) -> None:
        forbered()
        fremmed = lag_aktor(Rolle.OKONOMI, lag_kontor(lag_kommune("Elvdal", "3453")))
        for maned in (MAI, date(2026, 4, 1)):
            with pytest.raises(IkkeTilgang):
                services.kjoring_opprett(fremmed, kommune=kommune, maned=maned)
        assert Kjoring.objects.count() == 1


def test_ingenting_sendes_til_en_konto_pengene_nettopp_kom_i_retur_fra(
    i_program: Sak, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor, forbered: Callable[[], Kjoring]
) -> None:
    """April came back after May was prepared: its release stops, and May waits for a new account."""
    april = services.kjoring_opprett(okonomi, kommune=i_program.kommune, maned=date(2026, 4, 1))
    lag_timeliste(i_program, date(2026, 4, 1), godkjent_av=veileder)
    filer_lag(okonomi2, services.kjoring_frigi(okonomi2, services.kjoring_forbered(okonomi, april)))
    mai = forbered()
    with kommando(SYSTEM, "test"):
        april.utbetalinger.get().lagre_endring(status=Utbetalingsstatus.RETURNERT)
    with pytest.raises(Fagfeil, match="Samira Testdal"):
        services.kjoring_frigi(okonomi2, mai)
    assert [ett.grunn for ett in services.kjoring_forbered(okonomi, mai).utelatte.all()] == [Utelatt.KONTO_AVVIST]
    with kommando(SYSTEM, "test"):
        i_program.person.lagre_endring(kontonummer="12345678903")
    frigitt = services.kjoring_frigi(okonomi2, services.kjoring_forbered(okonomi, mai))
    assert {rad.kontonummer for rad in frigitt.utbetalinger.filter(status="frigitt")} == {"12345678903"}
    assert frigitt.utbetalinger.filter(status="frigitt").count() == 2
