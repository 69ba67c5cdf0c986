"""The month's run: prepared by one, released by another, and never twice."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from fotfeste.fag.person.services import barn_registrer
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling import services
from fotfeste.fag.utbetaling.enums import Kjoringsstatus, Utbetalingsstatus, Utelatt
from fotfeste.fag.utbetaling.models import Beregning, Kjoring, Utbetaling
from fotfeste.fag.utbetaling.selectors import beregning_hent, kjoringer, kjoringslinjer
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, IkkeTilgang
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.logg.setninger import setning
from fotfeste.grunnmur.organisasjon.models import Kommune, Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from fotfeste.kobling.betaling.services import filer_lag
from tests.grunnlag import lag_person, lag_sak_i_program, lag_timeliste, lag_valg

MAI = date(2026, 5, 1)


@pytest.fixture
def i_program(kontor: Kontor) -> Sak:
    return lag_sak_i_program(kontor)


def _forberedt(okonomi: Aktor, kommune: Kommune) -> Kjoring:
    kjoring = services.kjoring_opprett(okonomi, kommune=kommune, maned=MAI)
    return services.kjoring_forbered(okonomi, kjoring)


def test_maneden_fra_timeliste_til_fil(
    kommune: Kommune, i_program: Sak, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor
) -> None:
    lag_timeliste(i_program, MAI, godkjent_av=veileder, arbeid={date(2026, 5, 4): Decimal("7.5")})
    kjoring = _forberedt(okonomi, kommune)
    utbetaling = kjoring.utbetalinger.get()
    # 21 stønadsdager, G known 22 May counts from 1 May: 21 × 2.041 × 136 549 ÷ 260 = 22 510; a day of work takes 1 072.
    assert (utbetaling.brutto, utbetaling.netto) == (22510 - 1072, 21438)

    services.kjoring_frigi(okonomi2, kjoring)
    filer = filer_lag(okonomi2, kjoring)
    assert [f.type for f in filer] == ["lonnsgrunnlag", "pain001"]
    assert Utbetaling.objects.get().status == Utbetalingsstatus.SENDT
    linje = Hendelse.objects.get(sak_id=i_program.pk, kode="utbetaling.frigitt")
    assert setning(linje.kode, linje.data, okonomi2.navn).startswith("21\xa0438\xa0kr for mai 2026 ble frigitt av")


@pytest.mark.parametrize(("i_november", "trekk"), [(True, "halvt"), (False, "helt")])
def test_kommunen_velger_maneden_med_halvt_skattetrekk(
    kommune: Kommune, i_program: Sak, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor, i_november: bool, trekk: str
) -> None:
    lag_valg(kommune, "juletrekk_november", i_november)
    november = date(2026, 11, 1)
    lag_timeliste(i_program, november, godkjent_av=veileder)
    with klokke.still_til(date(2026, 12, 2)):
        kjoring = services.kjoring_opprett(okonomi, kommune=kommune, maned=november)
        services.kjoring_frigi(okonomi2, services.kjoring_forbered(okonomi, kjoring))
        lonnsgrunnlag, _pain001 = filer_lag(okonomi2, kjoring)
    assert f";{trekk};pensjonEllerTrygd;" in bytes(lonnsgrunnlag.dokument.innhold).decode()


def test_filene_lages_en_gang(
    kommune: Kommune, i_program: Sak, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor
) -> None:
    lag_timeliste(i_program, MAI, godkjent_av=veileder)
    kjoring = services.kjoring_frigi(okonomi2, _forberedt(okonomi, kommune))
    forste = {f.dokument.sha256 for f in filer_lag(okonomi2, kjoring)}
    andre = {f.dokument.sha256 for f in filer_lag(okonomi2, kjoring)}
    assert forste == andre
    assert kjoring.filer.count() == 2


def test_den_som_forbereder_frigir_ikke(kommune: Kommune, i_program: Sak, veileder: Aktor, okonomi: Aktor) -> None:
    lag_timeliste(i_program, MAI, godkjent_av=veileder)
    kjoring = _forberedt(okonomi, kommune)
    with pytest.raises(Fagfeil, match="En annen må frigi"):
        services.kjoring_frigi(okonomi, kjoring)
    with pytest.raises(IntegrityError, match="kjoring_fire_oyne"), kommando(SYSTEM, "test"):
        Kjoring.objects.filter(pk=kjoring.pk).update(frigitt_av=okonomi.krev_bruker())


def test_kjoring_forbered_paa_nytt_dobler_ingenting(
    kommune: Kommune, i_program: Sak, veileder: Aktor, okonomi: Aktor
) -> None:
    lag_timeliste(i_program, MAI, godkjent_av=veileder)
    kjoring = _forberedt(okonomi, kommune)
    kjoring = services.kjoring_forbered(okonomi, kjoring)
    levende = kjoring.utbetalinger.exclude(status=Utbetalingsstatus.FORKASTET)
    assert levende.count() == 1
    assert Kjoring.objects.count() == 1
    assert services.kjoring_opprett(okonomi, kommune=kommune, maned=MAI) == kjoring


def test_en_avbrutt_forberedelse_gaar_videre(
    kommune: Kommune, kontor: Kontor, veileder: Aktor, okonomi: Aktor, monkeypatch: pytest.MonkeyPatch
) -> None:
    for nummer in range(5):
        sak = lag_sak_i_program(kontor, person=lag_person(etternavn=f"Prøve {nummer}"))
        lag_timeliste(sak, MAI, godkjent_av=veileder)
    monkeypatch.setattr(services, "BUNKE", 2)
    ekte, bunker = services._besvar, []

    def stanser_i_tredje_bunke(kjoring: Kjoring, saker: list[Sak]) -> None:
        bunker.append(len(saker))
        if len(bunker) == 3:
            raise KeyboardInterrupt
        ekte(kjoring, saker)

    monkeypatch.setattr(services, "_besvar", stanser_i_tredje_bunke)
    kjoring = services.kjoring_opprett(okonomi, kommune=kommune, maned=MAI)
    with pytest.raises(KeyboardInterrupt):
        services.kjoring_forbered(okonomi, kjoring)
    assert Utbetaling.objects.count() == 4
    kjoring = services.kjoring_forbered(okonomi, kjoring)
    assert Utbetaling.objects.count() == 5
    assert bunker == [2, 2, 1, 1]
    assert (kjoring.status, kjoring.antall_ferdig, kjoring.antall_i_alt) == (Kjoringsstatus.KLAR, 5, 5)


def test_gar_en_annen_videre_er_det_den_andre_som_har_forberedt(
    kommune: Kommune, i_program: Sak, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor, monkeypatch: pytest.MonkeyPatch
) -> None:
    lag_timeliste(i_program, MAI, godkjent_av=veileder)
    kjoring = services.kjoring_opprett(okonomi, kommune=kommune, maned=MAI)
    with monkeypatch.context() as stanset:
        stanset.setattr(services, "_ferdig", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            services.kjoring_forbered(okonomi, kjoring)
    services.kjoring_forbered(okonomi2, kjoring)
    with pytest.raises(Fagfeil, match="Du forberedte denne kjøringen"):
        services.kjoring_frigi(okonomi2, kjoring)
    assert services.kjoring_frigi(okonomi, kjoring).utbetalinger.filter(status=Utbetalingsstatus.FRIGITT).count() == 1


def test_uten_godkjent_timeliste_ingen_utbetaling(
    kommune: Kommune, i_program: Sak, okonomi: Aktor, veileder: Aktor
) -> None:
    kjoring = _forberedt(okonomi, kommune)
    assert kjoring.utelatte.get().grunn == Utelatt.TIMELISTE_MANGLER
    liste = lag_timeliste(i_program, MAI, godkjent_av=None)
    kjoring = services.kjoring_forbered(okonomi, kjoring)
    assert kjoring.utelatte.get().grunn == Utelatt.TIMELISTE_IKKE_GODKJENT
    beregning = services.beregning_forhandsvis(i_program, maned=MAI)
    with kommando(SYSTEM, "test"):
        beregning.save()
    with (
        pytest.raises(IntegrityError, match="krever_godkjent_timeliste"),
        transaction.atomic(),
        kommando(SYSTEM, "test"),
    ):
        Utbetaling.objects.create(
            sak=i_program, kjoring=kjoring, maned=MAI, timeliste=liste, beregning=beregning, brutto=1, netto=1,
            mottaker="X", kontonummer="15032080119", ende_til_ende="X",
        )  # fmt: skip


def test_samme_maned_betales_ikke_i_to_kjoringer(
    kommune: Kommune, i_program: Sak, veileder: Aktor, okonomi: Aktor
) -> None:
    lag_timeliste(i_program, MAI, godkjent_av=veileder)
    utbetaling = _forberedt(okonomi, kommune).utbetalinger.get()
    with pytest.raises(IntegrityError, match="en_utbetaling_per_maned"), transaction.atomic(), kommando(SYSTEM, "test"):
        Utbetaling.objects.create(
            sak=i_program, kjoring=utbetaling.kjoring, maned=MAI, timeliste=utbetaling.timeliste,
            beregning=utbetaling.beregning, brutto=1, netto=1, mottaker="X", kontonummer="15032080119",
            ende_til_ende="X",
        )  # fmt: skip


def test_kjoringene_star_med_den_nyeste_maneden_forst(kommune: Kommune, okonomi: Aktor) -> None:
    for mnd in (3, 5, 2, 4, 1):
        services.kjoring_opprett(okonomi, kommune=kommune, maned=date(2026, mnd, 1))
    assert [kjoring.maned.month for kjoring in kjoringer(okonomi)] == [5, 4, 3, 2, 1]


def test_endret_grunnlag_stopper_kjoring_frigi(
    kommune: Kommune, i_program: Sak, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor
) -> None:
    lag_timeliste(i_program, MAI, godkjent_av=veileder)
    kjoring = _forberedt(okonomi, kommune)
    barn_registrer(SYSTEM, i_program.person, fodselsdato=date(2020, 3, 1))
    with pytest.raises(Fagfeil, match=r"Samira Testdal\. Beregn på nytt"):
        services.kjoring_frigi(okonomi2, kjoring)


def test_maneden_maa_vaere_over(kommune: Kommune, okonomi: Aktor) -> None:
    with pytest.raises(Fagfeil, match="ikke over ennå"):
        services.kjoring_opprett(okonomi, kommune=kommune, maned=date(2026, 6, 1))


def test_veileder_kommer_ikke_til(kommune: Kommune, veileder: Aktor) -> None:
    with pytest.raises(IkkeTilgang):
        services.kjoring_opprett(veileder, kommune=kommune, maned=MAI)


def test_kjoring_forkast_lar_maneden_begynne_igjen(
    kommune: Kommune, i_program: Sak, veileder: Aktor, okonomi: Aktor
) -> None:
    lag_timeliste(i_program, MAI, godkjent_av=veileder)
    services.kjoring_forkast(okonomi, _forberedt(okonomi, kommune))
    kjoring = _forberedt(okonomi, kommune)
    assert kjoring.utbetalinger.get().status == Utbetalingsstatus.PLANLAGT


def test_en_beregning_endres_aldri(kommune: Kommune, i_program: Sak, veileder: Aktor, okonomi: Aktor) -> None:
    lag_timeliste(i_program, MAI, godkjent_av=veileder)
    _forberedt(okonomi, kommune)
    with pytest.raises(Exception, match=r"Cannot update"), transaction.atomic(), kommando(SYSTEM, "test"):
        Beregning.objects.update(netto=1)


@pytest.mark.parametrize(
    ("maned", "ventet"),
    [
        (date(2026, 5, 1), date(2026, 6, 12)),
        (date(2025, 12, 1), date(2026, 1, 12)),
        (date(2026, 8, 1), date(2026, 9, 14)),
    ],
)
def test_utbetalingsdagen_flyttes_til_neste_virkedag(kommune: Kommune, maned: date, ventet: date) -> None:
    assert services.utbetalingsdato(kommune, maned) == ventet


def test_kjoring_send_krever_frigivelse(
    kommune: Kommune, i_program: Sak, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor
) -> None:
    lag_timeliste(i_program, MAI, godkjent_av=veileder)
    with pytest.raises(Fagfeil):
        filer_lag(okonomi2, _forberedt(okonomi, kommune))


def test_den_som_kom_for_sent_betales_i_en_ekstra_kjoring(
    kommune: Kommune, kontor: Kontor, i_program: Sak, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor
) -> None:
    lag_timeliste(i_program, MAI, godkjent_av=veileder)
    sen = lag_sak_i_program(kontor, person=lag_person(fornavn="Sen", etternavn="Prøve"))
    forste = services.kjoring_frigi(okonomi2, _forberedt(okonomi, kommune))
    filer_lag(okonomi2, forste)

    lag_timeliste(sen, MAI, godkjent_av=veileder)
    ekstra = _forberedt(okonomi, kommune)
    assert (ekstra.nummer, [u.sak for u in ekstra.utbetalinger.all()]) == (2, [sen])
    filer_lag(okonomi2, services.kjoring_frigi(okonomi2, ekstra))
    assert Utbetaling.objects.filter(maned=MAI, status=Utbetalingsstatus.SENDT).count() == 2
    assert not _forberedt(okonomi, kommune).utbetalinger.exists()


def test_den_som_frigav_kan_trykke_igjen_uten_at_noe_skjer(
    kommune: Kommune, i_program: Sak, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor
) -> None:
    lag_timeliste(i_program, MAI, godkjent_av=veileder)
    kjoring = services.kjoring_frigi(okonomi2, _forberedt(okonomi, kommune))
    versjon = kjoring.versjon
    assert services.kjoring_frigi(okonomi2, kjoring).versjon == versjon
    assert Hendelse.objects.filter(kode="utbetaling.frigitt").count() == 1
    with pytest.raises(Fagfeil, match="kan ikke gjøres nå"):
        services.kjoring_frigi(okonomi, kjoring)


def test_belopet_er_endelig_forst_naar_det_er_frigitt(
    kommune: Kommune, i_program: Sak, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor
) -> None:
    lag_timeliste(i_program, MAI, godkjent_av=veileder)
    kjoring = _forberedt(okonomi, kommune)
    assert beregning_hent(i_program, MAI) is None
    services.kjoring_frigi(okonomi2, kjoring)
    assert beregning_hent(i_program, MAI) == kjoring.utbetalinger.get().beregning


def test_storst_endring_forst_og_en_ny_teller_hele_belopet(
    kommune: Kommune, kontor: Kontor, veileder: Aktor, okonomi: Aktor
) -> None:
    """Two with the same as last month, one with less, and one who is new: the new one differs most."""
    april = date(2026, 4, 1)
    arbeid = {"Aas": {}, "Berg": {date(2026, 5, 4): Decimal("7.5")}, "Dal": {}}
    for etternavn, timer in arbeid.items():
        sak = lag_sak_i_program(kontor, person=lag_person(fornavn="Kari", etternavn=etternavn))
        lag_timeliste(sak, april, godkjent_av=veileder)
        lag_timeliste(sak, MAI, godkjent_av=veileder, arbeid=timer)
    services.kjoring_forbered(okonomi, services.kjoring_opprett(okonomi, kommune=kommune, maned=april))
    ny = lag_sak_i_program(kontor, person=lag_person(fornavn="Kari", etternavn="Øy"))
    lag_timeliste(ny, MAI, godkjent_av=veileder)
    linjer = kjoringslinjer(okonomi, _forberedt(okonomi, kommune))
    assert linjer[0].hvem.navn == "Kari Øy"
    assert linjer[0].endring == linjer[0].utbetaling.netto
    assert [linje.endring for linje in linjer] == sorted((linje.endring for linje in linjer), reverse=True)
