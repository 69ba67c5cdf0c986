"""Whoever asks is answered within two days, whoever is away; and what cannot wait does not wait."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from fotfeste.fag.henvendelse import selectors, services
from fotfeste.fag.henvendelse.models import Henvendelse
from fotfeste.fag.oppfolging.models import Kontakt
from fotfeste.fag.oversikt.dag import min_dag
from fotfeste.fag.oversikt.selectors import oversikt_en
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import fast_kontakt_sett
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang, UlovligOvergang
from fotfeste.grunnmur.logg.models import Hendelse, Sporing
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.organisasjon.stedfortreder import stedfortreder_avslutt, stedfortreder_hent, vikarierer_for
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests import grunnlag
from tests.grunnlag import I_DAG

pytestmark = pytest.mark.django_db


def kl(dag: date, time_: int = 10, minutt: int = 0) -> datetime:
    """A moment on the day."""
    return datetime.combine(dag, time(time_, minutt), klokke.OSLO)


def ta_imot(aktor: Aktor, kontor: Kontor, **felter) -> Henvendelse:  # type: ignore[no-untyped-def]
    """A call from somebody unknown, unless said otherwise."""
    alt = {
        "kanal": "telefon",
        "tema": "penger",
        "tekst": "Når kommer pengene?",
        "navn": "Ukjent",
        "telefon": "98 76 54 32",
        "mottatt": kl(I_DAG, 0),
    } | felter
    return services.henvendelse_registrer(aktor, kontor=kontor, **alt)


def om(aktor: Aktor, sak: Sak, **felter) -> Henvendelse:  # type: ignore[no-untyped-def]
    return ta_imot(aktor, sak.kontor, person=sak.person, navn="", telefon="", **felter)


@pytest.fixture
def mari(kontor: Kontor, sak: Sak, leder: Aktor) -> Aktor:
    """The case's fixed contact."""
    mari = grunnlag.lag_aktor(Rolle.VEILEDER, kontor, navn="Mari")
    fast_kontakt_sett(leder, sak, bruker=mari.krev_bruker())
    return mari


# It is taken, and goes to somebody


def test_den_kjente_gar_til_fast_kontakt_og_saken(veileder: Aktor, mari: Aktor, sak: Sak) -> None:
    henvendelse = om(veileder, sak)
    assert (henvendelse.status, henvendelse.fordelt_til, henvendelse.sak) == ("fordelt", mari.bruker, sak)
    (fordeling,) = henvendelse.fordelinger.all()
    assert (fordeling.til, fordeling.grunn) == (mari.bruker, "fast_kontakt")


def test_den_ukjente_horer_til_kontoret_og_venter_pa_den_som_tar_den(veileder: Aktor, kontor: Kontor) -> None:
    henvendelse = ta_imot(veileder, kontor)
    assert (henvendelse.status, henvendelse.fordelt_til, henvendelse.sak) == ("ny", None, None)
    nabo = grunnlag.lag_aktor(Rolle.VEILEDER, grunnlag.lag_kontor(kontor.kommune, "NAV nord"))
    with pytest.raises(IkkeTilgang):
        selectors.henvendelse_hent(nabo, henvendelse.pk)
    assert selectors.innboks(nabo, "apne").rader == []
    assert [r.henvendelse for r in selectors.innboks(veileder, "ufordelte").rader] == [henvendelse]
    henvendelse = services.henvendelse_ta(veileder, henvendelse=henvendelse)
    assert henvendelse.fordelt_til == veileder.bruker


def test_v06_ukjent_uten_mat_gar_til_vakttelefonen_med_en_gang(veileder: Aktor, leder: Aktor, kontor: Kontor) -> None:
    vakt = grunnlag.lag_aktor(Rolle.VEILEDER, kontor, navn="Vakten")
    services.vakt_sett(
        leder, kontor=kontor, bruker=vakt.krev_bruker(), telefon="40 00 00 00", fra=I_DAG, til=date(2026, 6, 9)
    )
    henvendelse = ta_imot(veileder, kontor, tema="nodhjelp", haster=True, tekst="Har ikke mat.")
    assert (henvendelse.fordelt_til, henvendelse.sak) == (vakt.bruker, None)
    bilde = selectors.bilde(veileder, henvendelse)
    assert bilde.klokke.ord.startswith("Straks")
    assert bilde.vakt is not None
    assert bilde.vakt.telefon == "40 00 00 00"
    (rad,) = selectors.henvendelsegjoremal(vakt)
    assert (rad.frist, rad.side) == (I_DAG, "henvendelse")
    annen = ta_imot(veileder, kontor, mottatt=kl(date(2026, 5, 20)))
    assert [r.henvendelse for r in selectors.innboks(leder, "apne").rader] == [henvendelse, annen]


def test_uten_vakt_og_fast_kontakt_ser_alle_at_ingen_har_den(veileder: Aktor, kontor: Kontor, leder: Aktor) -> None:
    ta_imot(veileder, kontor, haster=True, tema="nodhjelp")
    for aktor in (veileder, leder):
        (rad,) = selectors.henvendelsegjoremal(aktor)
        assert "ingen har den" in rad.mer


def test_alt_som_mangler_sies_pa_en_gang(veileder: Aktor, kontor: Kontor) -> None:
    with pytest.raises(FlereFeil) as feil:
        ta_imot(veileder, kontor, tekst=" ", navn="", telefon="", mottatt=kl(date(2026, 6, 4)))
    assert [f.felt for f in feil.value.feil] == ["tekst", "navn", "telefon", "mottatt"]
    with pytest.raises(FlereFeil, match="høyst 5000 tegn"):
        ta_imot(veileder, kontor, tekst="x" * 5001)


def test_en_sak_ved_et_annet_kontor_roper_ikke(veileder: Aktor, kontor: Kontor) -> None:
    annen = grunnlag.lag_sak(grunnlag.lag_kontor(kontor.kommune, "NAV nord"))
    henvendelse = ta_imot(veileder, kontor, person=annen.person, navn="")
    assert (henvendelse.sak, henvendelse.fordelt_til) == (None, None)


# The clock


@pytest.mark.parametrize(
    ("til_klokkeslettet", "svart", "over"),
    [
        (True, kl(date(2026, 5, 8)), False),
        (True, kl(date(2026, 5, 8), 10, 1), True),
        (False, kl(date(2026, 5, 8), 23, 59), False),
        (False, kl(date(2026, 5, 9), 0, 1), True),
    ],
)
def test_v05_to_dager_som_kommunen_har_valgt(
    veileder: Aktor, kontor: Kontor, til_klokkeslettet: bool, svart: datetime, over: bool
) -> None:
    grunnlag.lag_valg(kontor.kommune, "henvendelse_til_klokkeslettet", til_klokkeslettet)
    henvendelse = ta_imot(veileder, kontor, kanal="nks_oppgave", mottatt=kl(date(2026, 5, 6)))
    services.henvendelse_besvar(veileder, henvendelse=henvendelse, svar="Den 12.", besvart=svart)
    (rad,) = selectors.innboks(veileder, "alle").rader
    assert rad.klokke.over is over


def test_den_ubesvarte_er_over_straks_fristen_er_gatt(veileder: Aktor, leder: Aktor, kontor: Kontor) -> None:
    ta_imot(veileder, kontor, mottatt=kl(date(2026, 5, 29), 9))  # Friday: until Tuesday is over
    with klokke.still_til(date(2026, 6, 2)):
        assert selectors.innboks(veileder, "over").rader == []
    with klokke.still_til(date(2026, 6, 3)):
        (rad,) = selectors.innboks(veileder, "over").rader
        assert rad.klokke.ord.endswith("over fristen")
        assert selectors.innboks(leder).antall == {"mine": 0, "ufordelte": 1, "over": 1, "apne": 1, "alle": 1}


def test_klokken_gar_til_svaret_er_gitt(veileder: Aktor, kontor: Kontor) -> None:
    """Given, sent on, tried: the received time stays, and only an answer ends it."""
    henvendelse = ta_imot(veileder, kontor)
    kollega = grunnlag.lag_aktor(Rolle.VEILEDER, kontor).krev_bruker()
    henvendelse = services.henvendelse_fordel(veileder, henvendelse=henvendelse, til=kollega)
    henvendelse = services.henvendelse_forsok(veileder, henvendelse=henvendelse)
    henvendelse = services.henvendelse_videresend(veileder, henvendelse=henvendelse, til="Lånekassen")
    assert (henvendelse.mottatt, henvendelse.besvart, henvendelse.er_apen) == (kl(I_DAG, 0), None, True)
    henvendelse = services.henvendelse_besvar(
        veileder, henvendelse=henvendelse, svar="Lånekassen ringte.", utfall="andre"
    )
    assert not henvendelse.er_apen
    with pytest.raises(UlovligOvergang):
        services.henvendelse_ta(veileder, henvendelse=henvendelse)


def test_et_svar_har_ord_og_en_tid_som_kan_stemme(veileder: Aktor, kontor: Kontor) -> None:
    henvendelse = ta_imot(veileder, kontor)
    for svar, besvart, felt in (
        (" ", None, "svar"),
        ("Ja", kl(date(2026, 6, 4)), "besvart"),
        ("Ja", kl(date(2026, 6, 2)), "besvart"),
    ):
        with pytest.raises(Fagfeil) as feil:
            services.henvendelse_besvar(veileder, henvendelse=henvendelse, svar=svar, besvart=besvart)
        assert feil.value.felt == felt
    with pytest.raises(IntegrityError, match="besvart_har_svar"), transaction.atomic(), kommando(SYSTEM, "test"):
        henvendelse.lagre_endring(status="besvart", besvart=klokke.na())


# Away


def test_v05_stedfortrederen_har_den_og_klokken_er_som_for(veileder: Aktor, mari: Aktor, sak: Sak) -> None:
    fra_for = om(veileder, sak)
    stedfortreder = grunnlag.lag_aktor(Rolle.JOBBSPESIALIST, sak.kontor, navn="Jarle")
    services.borte_registrer(
        mari,
        kontor=sak.kontor,
        bruker=mari.krev_bruker(),
        vikar=stedfortreder.krev_bruker(),
        fra=I_DAG,
        til=date(2026, 6, 19),
    )
    fra_for.refresh_from_db()
    assert (fra_for.fordelt_til, fra_for.mottatt) == (stedfortreder.bruker, kl(I_DAG, 0))
    assert [f.grunn for f in fra_for.fordelinger.all()] == ["fast_kontakt", "stedfortreder"]
    ny = om(veileder, sak)
    assert ny.fordelt_til == stedfortreder.bruker
    assert len(selectors.henvendelsegjoremal(stedfortreder)) == 2


def test_et_fravaer_som_begynner_senere_gjelder_den_morgenen(veileder: Aktor, mari: Aktor, sak: Sak) -> None:
    henvendelse = om(veileder, sak)
    fredag = date(2026, 6, 5)
    services.borte_registrer(
        mari, kontor=sak.kontor, bruker=mari.krev_bruker(), vikar=veileder.krev_bruker(), fra=fredag, til=fredag
    )
    assert services.henvendelser_gi_videre(SYSTEM) == 0
    with klokke.still_til(fredag):
        # Also before the morning's job the substitute sees it as theirs.
        assert [r.henvendelse for r in selectors.innboks(veileder, "mine").rader] == [henvendelse]
        assert services.henvendelser_gi_videre(SYSTEM) == 1
        assert services.henvendelser_gi_videre(SYSTEM) == 0
    henvendelse.refresh_from_db()
    assert henvendelse.fordelt_til == veileder.bruker


def test_stedfortrederens_stedfortreder_har_den(veileder: Aktor, mari: Aktor, leder: Aktor, sak: Sak) -> None:
    """Mari is away, and so is the one who stands in for her: the next one has it, and sees it as theirs."""
    fra_for = om(veileder, sak)
    jarle = grunnlag.lag_aktor(Rolle.JOBBSPESIALIST, sak.kontor, navn="Jarle")
    for borte, vikar in ((veileder, jarle), (mari, veileder)):
        services.borte_registrer(
            leder, kontor=sak.kontor, bruker=borte.krev_bruker(), vikar=vikar.krev_bruker(), fra=I_DAG
        )
    fra_for.refresh_from_db()
    assert fra_for.fordelt_til == jarle.bruker
    assert om(leder, sak).fordelt_til == jarle.bruker
    assert {rad.bruker for rad in vikarierer_for(jarle.krev_bruker(), I_DAG)} == {veileder.bruker, mari.bruker}


def test_er_begge_borte_ser_kontoret_at_ingen_har_den(veileder: Aktor, mari: Aktor, leder: Aktor, sak: Sak) -> None:
    for borte, annen in ((mari, veileder), (veileder, mari)):
        services.borte_registrer(
            leder,
            kontor=sak.kontor,
            bruker=borte.krev_bruker(),
            vikar=annen.krev_bruker(),
            fra=I_DAG,
            til=I_DAG,
        )
    assert om(leder, sak).fordelt_til is None


def test_borte_og_vakt_er_ens_eget_eller_lederens(veileder: Aktor, mari: Aktor, leder: Aktor, kontor: Kontor) -> None:
    felles = {"kontor": kontor, "fra": I_DAG, "til": date(2026, 6, 5)}
    with pytest.raises(IkkeTilgang):
        services.borte_registrer(veileder, bruker=mari.krev_bruker(), vikar=veileder.krev_bruker(), **felles)
    with pytest.raises(IkkeTilgang):
        services.vakt_sett(veileder, bruker=veileder.krev_bruker(), telefon="1", **felles)
    vakt = services.vakt_sett(leder, bruker=mari.krev_bruker(), telefon="40 00 00 00", **felles)
    with pytest.raises(Fagfeil, match="Noen andre har vakten"):
        services.vakt_sett(leder, bruker=veileder.krev_bruker(), telefon="40 00 00 00", **felles)
    fremmed = grunnlag.lag_aktor(Rolle.VEILEDER, grunnlag.lag_kontor(kontor.kommune, "NAV nord"))
    with pytest.raises(Fagfeil, match="arbeider ikke ved kontoret"):
        services.vakt_sett(
            leder, bruker=fremmed.krev_bruker(), telefon="4", kontor=kontor, fra=date(2026, 7, 1), til=date(2026, 7, 1)
        )
    services.vakt_fjern(leder, vakt=selectors.vakt_hent(leder, vakt.pk))
    borte = services.borte_registrer(mari, bruker=mari.krev_bruker(), vikar=veileder.krev_bruker(), **felles)
    with pytest.raises(IkkeTilgang):
        stedfortreder_hent(veileder, borte.pk)
    stedfortreder_avslutt(mari, stedfortreder=stedfortreder_hent(mari, borte.pk))
    (liste,) = selectors.vaktlister(leder)
    assert (liste.vakter, liste.borte, liste.kan_endre) == ([], [], True)


# Sent on


def test_et_annet_kontor_far_den_og_den_er_ikke_besvart(veileder: Aktor, kontor: Kontor) -> None:
    nord = grunnlag.lag_kontor(kontor.kommune, "NAV nord")
    der = grunnlag.lag_aktor(Rolle.VEILEDER, nord)
    henvendelse = ta_imot(veileder, kontor, mottatt=kl(date(2026, 5, 20)))
    for felter in ({}, {"kontor": nord, "til": "Begge"}, {"kontor": kontor}):
        with pytest.raises(Fagfeil):
            services.henvendelse_videresend(veileder, henvendelse=henvendelse, **felter)
    henvendelse = services.henvendelse_videresend(veileder, henvendelse=henvendelse, kontor=nord)
    assert (henvendelse.status, henvendelse.fordelt_til) == ("videresendt", None)
    with pytest.raises(IkkeTilgang):
        selectors.henvendelse_hent(veileder, henvendelse.pk)
    assert [r.henvendelse for r in selectors.innboks(der, "over").rader] == [henvendelse]
    services.henvendelse_ta(der, henvendelse=henvendelse)


# Nothing typed twice


def test_en_samtale_blir_notert_i_saken_med_de_samme_ordene(veileder: Aktor, mari: Aktor, sak: Sak) -> None:
    henvendelse = services.henvendelse_besvar(
        mari, henvendelse=om(veileder, sak), svar="Pengene kommer den 12.", svar_kanal="telefon", som_samtale=True
    )
    kontakt = Kontakt.objects.get(sak=sak)
    assert henvendelse.kontakt == kontakt
    assert (kontakt.notat, kontakt.kanal, kontakt.initiativ) == ("Pengene kommer den 12.", "telefon", "deltaker")
    koder = set(Hendelse.objects.filter(sak_id=sak.pk).values_list("kode", flat=True))
    assert "kontakt.gjennomfort" in koder
    assert "henvendelse.besvart" not in koder
    assert "henvendelse.besvart" in {h.kode for h in selectors.bilde(mari, henvendelse).trad}


def test_et_forsok_star_i_saken_og_saken_minner_om_henvendelsen(veileder: Aktor, mari: Aktor, sak: Sak) -> None:
    henvendelse = services.henvendelse_forsok(mari, henvendelse=om(veileder, sak))
    assert Kontakt.objects.get(sak=sak).resultat == "ikke_svar"
    oppgave = next(o for o in oversikt_en(sak).oppgaver if o.slag == "henvendelse")
    assert (oppgave.hva, oppgave.frist) == ("Venter på svar: penger og utbetaling", date(2026, 6, 5))
    assert [r.henvendelse for r in selectors.i_saken(mari, sak)] == [henvendelse]
    assert min_dag(mari)


# The participant


def test_deltakeren_skriver_og_ser_svaret(deltaker: Aktor, mari: Aktor, sak: Sak, okonomi: Aktor) -> None:
    with klokke.still_til(date(2026, 6, 4)):
        henvendelse = services.henvendelse_send(deltaker, tema="timeliste", tekst="Jeg førte feil dag.")
        assert (henvendelse.kanal, henvendelse.sak, henvendelse.fordelt_til) == ("portal", sak, mari.bruker)
        (rad,) = selectors.egne(deltaker)
        assert rad.klokke.frist.date() == date(2026, 6, 8)
        services.henvendelse_besvar(mari, henvendelse=henvendelse, svar="Jeg har rettet den.", svar_kanal="digital")
        assert selectors.egne(deltaker)[0].henvendelse.svar == "Jeg har rettet den."
    for aktor in (okonomi, mari):
        with pytest.raises(IkkeTilgang):
            services.henvendelse_send(aktor, tema="annet", tekst="Hei")
    with pytest.raises(IkkeTilgang):
        selectors.henvendelse_hent(deltaker, henvendelse.pk)


# Measured


def test_svartidene_sier_hvor_mange_de_bygger_pa(veileder: Aktor, leder: Aktor, kontor: Kontor) -> None:
    fra, til = date(2026, 5, 1), date(2026, 6, 3)
    for dag, timer in ((4, 2), (5, 30), (6, 24 * 6)):
        kom = kl(date(2026, 5, dag))
        henvendelse = ta_imot(veileder, kontor, mottatt=kom)
        services.henvendelse_besvar(veileder, henvendelse=henvendelse, svar="Ja", besvart=kom + timedelta(hours=timer))
    ta_imot(veileder, kontor, mottatt=kl(date(2026, 5, 20)))
    ta_imot(veileder, kontor)
    ta_imot(veileder, kontor, mottatt=kl(date(2026, 4, 30), 23, 59))
    (rad,) = selectors.svartider(leder, fra, til)
    alle = rad.alle
    assert (alle.antall, alle.besvart, alle.i_tide, alle.for_sent, alle.venter) == (5, 3, 2, 2, 1)
    assert (alle.andel, alle.median) == (50, timedelta(hours=30))
    assert selectors.varighet_ord(timedelta(hours=30)) == "1 dag og 6 timer"
    with pytest.raises(IkkeTilgang):
        selectors.svartider(veileder, fra, til)


def test_saksmappen_far_norske_tider_med_sekunder(veileder: Aktor, mari: Aktor, sak: Sak) -> None:
    vinter = om(veileder, sak, mottatt=kl(date(2026, 1, 12), 8, 30), kanal="epost")
    services.henvendelse_besvar(mari, henvendelse=vinter, svar="Ja", besvart=kl(date(2026, 4, 13), 9, 5))
    om(veileder, sak)
    assert selectors.til_mappe([sak]) == {
        sak.pk: [
            {"mottatt": "2026-01-12T08:30:00", "kanal": "epost", "besvart": "2026-04-13T09:05:00"},
            {"mottatt": "2026-06-03T00:00:00", "kanal": "telefon", "besvart": None},
        ]
    }


def test_hver_titt_logges(veileder: Aktor, kontor: Kontor) -> None:
    henvendelse = ta_imot(veileder, kontor)
    selectors.henvendelse_hent(veileder, henvendelse.pk)
    assert Sporing.objects.filter(handling="henvendelse.les", person_id=henvendelse.pk, utfall="vist").exists()


def test_traden_nevner_ingen_som_ikke_er_registrert(veileder: Aktor, kontor: Kontor) -> None:
    henvendelse = ta_imot(veileder, kontor, navn="Torbjørg Testfoss")
    services.henvendelse_besvar(veileder, henvendelse=henvendelse, svar="Ja")
    assert "Torbjørg" not in str(list(Hendelse.objects.values_list("data", flat=True)))


# Forgetting


def test_det_som_er_besvart_uten_sak_slettes_ogsa_i_historien(veileder: Aktor, mari: Aktor, sak: Sak) -> None:
    """Two years after the answer nobody is told who called; the unanswered and the case's own stand."""
    uten_svar, i_saken = ta_imot(veileder, sak.kontor), om(veileder, sak)
    besvart = ta_imot(veileder, sak.kontor, navn="Ronja Testvik", tekst="Jeg er syk.")
    kjent = ta_imot(veileder, sak.kontor, person=grunnlag.lag_person(fornavn="Ylva"), navn="", telefon="")
    for en in (besvart, kjent, i_saken):
        services.henvendelse_besvar(veileder, henvendelse=en, svar="Ring legen.")
    with klokke.still_til(date(2028, 6, 3)):
        assert services.henvendelser_rydd() == 0
    with klokke.still_til(date(2028, 6, 4)):
        assert services.henvendelser_rydd() == 2
        assert services.henvendelser_rydd() == 0
        with pytest.raises(IkkeTilgang):
            selectors.henvendelse_hent(veileder, besvart.pk)
    for en in (besvart, kjent, i_saken, uten_svar):
        en.refresh_from_db()
    assert (besvart.navn, besvart.tekst, besvart.svar, besvart.telefon, kjent.person) == ("", "", "", "", None)
    assert (klokke.dagen(besvart.besvart), besvart.slettet) == (I_DAG, date(2028, 6, 4))
    assert (i_saken.svar, uten_svar.navn) == ("Ring legen.", "Ukjent")
    for tabell in ("henvendelse_henvendelse", "henvendelse_henvendelseevent", "logg_hendelse"):
        with connection.cursor() as peker:
            peker.execute(f"SELECT string_agg(t::text, ' ') FROM {tabell} t")
            alt = peker.fetchone()[0]
        for ord_ in ("Ronja", "syk", "Ylva"):
            assert ord_ not in alt, tabell


def test_kommunen_velger_hvor_lenge_og_databasen_krever_at_alt_er_borte(veileder: Aktor, kontor: Kontor) -> None:
    grunnlag.lag_valg(kontor.kommune, "henvendelse_slettes_maneder", 6)
    henvendelse = ta_imot(veileder, kontor)
    services.henvendelse_besvar(veileder, henvendelse=henvendelse, svar="Den 12.")
    henvendelse.refresh_from_db()
    with pytest.raises(IntegrityError, match="slettet_henvendelse_er_tom"), transaction.atomic(), kommando(SYSTEM, "t"):
        henvendelse.lagre_endring(slettet=I_DAG)
    with klokke.still_til(date(2026, 12, 4)):
        assert services.henvendelser_rydd() == 1
