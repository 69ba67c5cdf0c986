"""The participant tells what has changed; nothing moves until the office has read it and done it."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from fotfeste.fag.endring import selectors, services
from fotfeste.fag.endring.enums import OM_BARN, Meldingsslag, Meldingsstatus
from fotfeste.fag.endring.models import Endringsmelding
from fotfeste.fag.oversikt.selectors import oversikt_en
from fotfeste.fag.person.models import Barn, Utenlandsopphold
from fotfeste.fag.person.services import Papir, barn_registrer
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.models import AnnenYtelse
from fotfeste.fag.utbetaling.ytelser import Brevet
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang, SamtidigEndring, UlovligOvergang
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.logg.setninger import setning
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests.grunnlag import I_DAG, lag_deltaker, lag_person, lag_sak_i_program

PDF = b"%PDF-1.4\n%%EOF\n"


@pytest.fixture
def i_program(kontor: Kontor) -> Sak:
    return lag_sak_i_program(kontor)


@pytest.fixture
def samira(i_program: Sak, kontor: Kontor) -> Aktor:
    aktor = lag_deltaker(i_program.person, kontor)
    i_program.person.refresh_from_db()
    return aktor


@pytest.fixture
def lea(i_program: Sak) -> Barn:
    return barn_registrer(SYSTEM, i_program.person, navn="Lea", fodselsdato=date(2019, 5, 3))


def _oppgaver(sak: Sak) -> list[tuple[str, str]]:
    return [(o.hva, o.mer) for o in oversikt_en(sak).oppgaver if o.slag == "endringsmelding"]


def test_reisen_meldes_leses_og_legges_inn(i_program: Sak, samira: Aktor, lea: Barn, veileder: Aktor) -> None:
    melding = services.melding_send(
        samira,
        sak=i_program,
        slag="barn_utland",
        barn=lea,
        fra=date(2026, 6, 20),
        til=date(2026, 8, 10),
        tekst=" Vi skal til mormor. ",
        papir=Papir("billett.pdf", PDF),
    )
    assert not Utenlandsopphold.objects.exists()
    assert _oppgaver(i_program) == [("Deltakeren meldte fra: «Et barn reiser til utlandet»", "")]
    services.melding_send(samira, sak=i_program, slag="barn_annet", tekst="Vi flytter til ny adresse.")
    assert _oppgaver(i_program)[0][1] == "og 1 til"
    assert [m.slag for m in selectors.meldinger_i(i_program)] == ["barn_annet", "barn_utland"]

    melding = services.melding_bruk(
        veileder, melding=selectors.melding_hent(veileder, melding.pk), til=date(2026, 8, 12), svar="God tur", versjon=1
    )
    opphold = Utenlandsopphold.objects.get()
    assert (opphold.fra, opphold.til, opphold.kilde) == (date(2026, 6, 20), date(2026, 8, 12), "deltaker")
    assert opphold.dokument_id == melding.dokument_id
    assert (melding.status, melding.avgjort_av, melding.tekst) == ("brukt", veileder.bruker, "Vi skal til mormor.")
    assert selectors.melding_dokument(samira, melding.pk) == selectors.melding_dokument(veileder, melding.pk)
    linje = Hendelse.objects.get(kode="endring.brukt")
    assert setning(linje.kode, linje.data, "Vera") == (
        "Vera la inn det Samira meldte fra om: «Et barn reiser til utlandet»."
    )
    with pytest.raises(UlovligOvergang):
        services.melding_trekk(samira, melding=melding)
    with pytest.raises(UlovligOvergang):
        services.melding_bruk(veileder, melding=melding)


def test_et_nytt_barn_et_som_flyttet_og_sykepenger(i_program: Sak, samira: Aktor, lea: Barn, veileder: Aktor) -> None:
    fodt = services.melding_send(samira, sak=i_program, slag="barn_fodt", navn="Ole", fra=date(2026, 5, 30))
    flyttet = services.melding_send(samira, sak=i_program, slag="barn_flyttet", barn=lea, fra=date(2026, 5, 10))
    syk = services.melding_send(
        samira,
        sak=i_program,
        slag="ytelse",
        ytelse="sykepenger",
        fra=date(2026, 6, 1),
        belop_ore=123_450,
        enhet="uke",
    )
    for melding in (fodt, flyttet, syk):
        services.melding_bruk(veileder, melding=melding)
    lea.refresh_from_db()
    ole = Barn.objects.get(navn="Ole")
    assert (ole.fodselsdato, lea.til) == (date(2026, 5, 30), date(2026, 5, 10))
    assert AnnenYtelse.objects.get().belop_per_dag == 246
    assert len(selectors.egne_meldinger(i_program, OM_BARN)) == 2
    assert [m.slag for m in selectors.egne_meldinger(i_program, [Meldingsslag.YTELSE])] == ["ytelse"]


def test_det_brevet_sier_kan_rettes_av_den_som_legger_inn(i_program: Sak, samira: Aktor, veileder: Aktor) -> None:
    melding = services.melding_send(samira, sak=i_program, slag="ytelse", ytelse="dagpenger", fra=I_DAG)
    with pytest.raises(Fagfeil, match="Skriv beløpet"):
        services.melding_bruk(veileder, melding=melding)
    services.melding_bruk(veileder, melding=melding, brevet=Brevet(554_000, "fjorten_dager"))
    assert AnnenYtelse.objects.get().belop_per_dag == 554


def test_den_som_svarer_at_ingenting_endres_ma_si_hvorfor(i_program: Sak, samira: Aktor, veileder: Aktor) -> None:
    melding = services.melding_send(samira, sak=i_program, slag="barn_annet", tekst="Lea har begynt på skole.")
    with pytest.raises(Fagfeil, match="hvorfor ingenting endres"):
        services.melding_les(veileder, melding=melding, svar=" ")
    with pytest.raises(Fagfeil, match="kortere"):
        services.melding_les(veileder, melding=melding, svar="x" * 2001)
    with pytest.raises(SamtidigEndring):
        services.melding_les(veileder, melding=melding, svar="Så fint", versjon=2)
    services.melding_les(veileder, melding=melding, svar="Så fint. Det endrer ikke stønaden.")
    assert _oppgaver(i_program) == []


def test_en_melding_kan_trekkes_sa_lenge_ingen_har_lest_den(i_program: Sak, samira: Aktor, veileder: Aktor) -> None:
    melding = services.melding_send(samira, sak=i_program, slag="barn_annet", tekst="Vi reiser kanskje.")
    melding = services.melding_trekk(samira, melding=melding)
    assert melding.status == Meldingsstatus.TRUKKET
    with pytest.raises(UlovligOvergang):
        services.melding_bruk(veileder, melding=melding)


@pytest.mark.parametrize(
    ("felter", "felt"),
    [
        ({"slag": "barn_utland", "fra": I_DAG}, "barn"),
        ({"slag": "barn_flyttet"}, "barn fra"),
        ({"slag": "barn_fodt"}, "fra"),
        ({"slag": "barn_fodt", "fra": date(2026, 6, 4)}, "fra"),
        ({"slag": "barn_annet"}, "tekst"),
        ({"slag": "barn_annet", "tekst": "x" * 2001}, "tekst"),
        ({"slag": "ytelse"}, "fra ytelse"),
        ({"slag": "ytelse", "ytelse": "dagpenger", "fra": I_DAG, "til": date(2026, 6, 1)}, "til"),
    ],
)
def test_det_som_mangler_sies_med_en_gang(i_program: Sak, samira: Aktor, felter: dict[str, object], felt: str) -> None:
    with pytest.raises(Fagfeil) as feil:
        services.melding_send(samira, sak=i_program, **felter)  # type: ignore[arg-type]
    alle = feil.value.feil if isinstance(feil.value, FlereFeil) else [feil.value]
    assert " ".join(ett.felt for ett in alle) == felt


def test_ingen_melder_for_andre_eller_om_andres_barn(
    i_program: Sak, samira: Aktor, veileder: Aktor, kontor: Kontor, okonomi: Aktor
) -> None:
    andres = barn_registrer(SYSTEM, lag_person(), fodselsdato=date(2019, 5, 3))
    with pytest.raises(Fagfeil, match="hvilket barn"):
        services.melding_send(samira, sak=i_program, slag="barn_flyttet", barn=andres, fra=I_DAG)
    with pytest.raises(IkkeTilgang):
        services.melding_send(veileder, sak=i_program, slag="barn_annet", tekst="x")
    annen = lag_sak_i_program(kontor)
    with pytest.raises(IkkeTilgang):
        services.melding_send(samira, sak=annen, slag="barn_annet", tekst="x")
    melding = services.melding_send(samira, sak=i_program, slag="barn_annet", tekst="x")
    for kall in (
        lambda: services.melding_bruk(okonomi, melding=melding),
        lambda: services.melding_les(samira, melding=melding, svar="x"),
        lambda: services.melding_trekk(veileder, melding=melding),
        lambda: selectors.melding_hent(okonomi, melding.pk),
        lambda: selectors.melding_hent(veileder, i_program.pk),
        lambda: selectors.melding_dokument(veileder, melding.pk),
    ):
        with pytest.raises(IkkeTilgang):
            kall()


def test_for_mange_uleste_er_et_uhell(i_program: Sak, samira: Aktor) -> None:
    for _ in range(services.MAKS_VENTER):
        services.melding_send(samira, sak=i_program, slag="barn_annet", tekst="x")
    with pytest.raises(Fagfeil, match="Ring veilederen"):
        services.melding_send(samira, sak=i_program, slag="barn_annet", tekst="x")
    assert selectors.venter(i_program) == services.MAKS_VENTER


def test_databasen_holder_det_samme(i_program: Sak, samira: Aktor) -> None:
    melding = services.melding_send(samira, sak=i_program, slag="barn_annet", tekst="x")
    for felter in (
        {"status": "brukt"},
        {"slag": "barn_utland"},
        {"slag": "ytelse"},
        {"fra": I_DAG, "til": date(2026, 6, 1)},
        {"status": "lest", "avgjort": melding.mottatt, "avgjort_av": samira.bruker},
    ):
        with kommando(SYSTEM, "test"), pytest.raises(IntegrityError), transaction.atomic():
            Endringsmelding.objects.filter(pk=melding.pk).update(**felter)
