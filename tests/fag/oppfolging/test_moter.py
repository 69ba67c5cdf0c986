"""A meeting from the wish to the agreement, and what is done when nobody comes."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from fotfeste.fag.brev.lagring import fra_json
from fotfeste.fag.mappe.deler import kontakter
from fotfeste.fag.oppfolging import selectors, services
from fotfeste.fag.oppfolging.enums import Avtalestatus
from fotfeste.fag.oppfolging.models import Avtalepunkt, Kontakt, Mote
from fotfeste.fag.oppfolging.services import Avtaleinn, Deltakerinn, Lukking, Moteinn, Tolkinn
from fotfeste.fag.oversikt.selectors import oversikt_en
from fotfeste.fag.person.services import barn_registrer
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang, UlovligOvergang
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests import grunnlag

pytestmark = pytest.mark.django_db
ONSDAG, TORSDAG = date(2026, 6, 3), date(2026, 6, 11)


def kl(dag: date, time_: int = 10) -> datetime:
    return datetime.combine(dag, time(time_), klokke.OSLO)


def inn(dag: date = TORSDAG, **felter: object) -> Moteinn:
    return Moteinn(start=kl(dag), **felter)  # type: ignore[arg-type]


def felter(feil: pytest.ExceptionInfo[Fagfeil]) -> set[str]:
    return {en.felt for en in feil.value.feil} if isinstance(feil.value, FlereFeil) else {feil.value.felt}


@pytest.fixture
def avtalt(sak: Sak, veileder: Aktor) -> Mote:
    return services.mote_book(veileder, sak=sak, inn=inn(hensikt="Hvordan går det i praksisen?"))


@pytest.fixture
def med_tolk(kontor: Kontor) -> Sak:
    person = grunnlag.lag_person(fornavn="Olena", etternavn="Testsen", sprak="uk", tolkebehov=True)
    barn_registrer(SYSTEM, person, navn="Danylo", fodselsdato=date(2012, 3, 1))
    return grunnlag.lag_sak(kontor, person)


def oppgaver(sak: Sak) -> dict[str, str]:
    return {o.slag: str(o.hva) for o in oversikt_en(sak).oppgaver}


class TestForMotet:
    def test_innkallingen_sier_nar_hvor_og_hva(self, sak: Sak, avtalt: Mote) -> None:
        brev = sak.brev.get()
        assert brev == avtalt.innkalling
        assert brev.mal == "innkalling"
        innhold = fra_json(brev.innhold)
        assert "torsdag 11. juni 2026 kl. 10.00" in innhold.tittel
        assert "Hvordan går det i praksisen?" in str(innhold)
        assert avtalt.sted.startswith("NAV Fjordvik")

    def test_et_mote_i_dag_trenger_ikke_brev(self, sak: Sak, veileder: Aktor) -> None:
        assert services.mote_book(veileder, sak=sak, inn=inn(ONSDAG)).innkalling is None

    def test_et_onske_kan_ikke_avslas_bare_fa_en_tid(self, sak: Sak, veileder: Aktor, deltaker: Aktor) -> None:
        onske = services.mote_onsk(deltaker, sak=sak, onske="Jeg vil bytte praksis")
        assert oppgaver(sak)["mote_onsket"] == "Samira vil snakke med deg"
        mote = services.mote_book(veileder, sak=sak, inn=inn(), mote=onske)
        assert (mote.pk, mote.status, mote.initiativ) == (onske.pk, "avtalt", "deltaker")
        with pytest.raises(Fagfeil, match="sier vi alltid ja til"):
            services.mote_avlys(veileder, mote=mote, grunn="Vi har det travelt")
        services.mote_flytt(veileder, mote=mote, start=kl(date(2026, 6, 12)), grunn="Jeg er på kurs")
        assert Mote.objects.get().dag == date(2026, 6, 12)
        assert "flyttet" in fra_json(sak.brev.first().innhold).kortversjon[0]  # type: ignore[union-attr]

    def test_et_nytt_onske_legges_til_det_som_venter(self, sak: Sak, deltaker: Aktor) -> None:
        services.mote_onsk(deltaker, sak=sak, onske="Praksis")
        services.mote_onsk(deltaker, sak=sak, onske="Barnehage")
        assert Mote.objects.get().onske == "Praksis\nBarnehage"
        services.mote_trekk(deltaker, mote=Mote.objects.get())
        assert "mote_onsket" not in oppgaver(sak)

    def test_deltakeren_svarer_og_ber_om_en_annen_tid(self, sak: Sak, deltaker: Aktor, avtalt: Mote) -> None:
        with pytest.raises(Fagfeil):
            services.mote_svar(deltaker, mote=avtalt, svar="annen_tid")
        services.mote_svar(deltaker, mote=avtalt, svar="annen_tid", annen_tid="Helst etter kl. 13", onske="Økonomi")
        oppgave = next(o for o in oversikt_en(sak).oppgaver if o.slag == "mote_flytt")
        assert oppgave.mer == "«Helst etter kl. 13»"
        with pytest.raises(Fagfeil, match="NAV kalt inn"):
            services.mote_trekk(deltaker, mote=avtalt)

    def test_kontoret_avlyser_sitt_eget_mote_med_en_grunn(self, sak: Sak, avtalt: Mote, veileder: Aktor) -> None:
        with pytest.raises(Fagfeil):
            services.mote_avlys(veileder, mote=avtalt, grunn=" ")
        services.mote_avlys(veileder, mote=avtalt, grunn="Jeg er syk.")
        assert "Jeg er syk." in str(fra_json(sak.brev.first().innhold))  # type: ignore[union-attr]

    def test_hoyst_fem_temaer(self, avtalt: Mote, veileder: Aktor) -> None:
        services.mote_forbered(veileder, mote=avtalt, temaer=["Praksis", " ", "Økonomi"])
        assert Mote.objects.get().temaer == ["Praksis", "Økonomi"]
        with pytest.raises(Fagfeil):
            services.mote_forbered(veileder, mote=avtalt, temaer=list("abcdef"))

    def test_en_dag_som_har_vaert_nektes(self, sak: Sak, veileder: Aktor) -> None:
        with pytest.raises(Fagfeil) as feil:
            services.mote_book(veileder, sak=sak, inn=inn(date(2026, 6, 2)))
        assert felter(feil) == {"dag"}


class TestTolk:
    """V-10: someone who needs an interpreter has one, and never their own child."""

    @pytest.mark.parametrize("type_", ["program", "kartlegging", "evaluering"])
    def test_planer_legges_ikke_uten_tolk(self, med_tolk: Sak, veileder: Aktor, type_: str) -> None:
        for tolk in (Tolkinn(), Tolkinn("udekket", alternativ="Gruppemøte på ukrainsk")):
            with pytest.raises(Fagfeil) as feil:
                services.mote_book(veileder, sak=med_tolk, inn=inn(type=type_, tolk=tolk))
            assert felter(feil) == {"tolkestatus"}
        mote = services.mote_book(veileder, sak=med_tolk, inn=inn(type=type_, tolk=Tolkinn("bestilt")))
        assert mote.tolkesprak == "uk"
        assert "ukrainsk" in str(fra_json(med_tolk.brev.get().innhold))

    def test_ingen_tolk_ledig_telles_og_noe_annet_tilbys(self, med_tolk: Sak, veileder: Aktor, leder: Aktor) -> None:
        with pytest.raises(Fagfeil) as feil:
            services.mote_book(veileder, sak=med_tolk, inn=inn(type="informasjon", tolk=Tolkinn("udekket")))
        assert felter(feil) == {"tolk_alternativ"}
        tolk = Tolkinn("udekket", alternativ="Gruppemøte på ukrainsk 15. juni")
        services.mote_book(veileder, sak=med_tolk, inn=inn(type="informasjon", tolk=tolk))
        assert selectors.udekket_tolk(leder, date(2026, 6, 1), date(2026, 6, 30)) == [("ukrainsk", 1)]
        assert "mote_tolk" in oppgaver(med_tolk)

    def test_et_barn_kan_ikke_fores_som_tolk(self, med_tolk: Sak, veileder: Aktor) -> None:
        tolk = Tolkinn("bestilt")
        mote = services.mote_book(veileder, sak=med_tolk, inn=inn(ONSDAG, type="program", tolk=tolk))
        lukking = Lukking(referat="Vi snakket om norskkurs.", tolk_kom=True, tolk_navn="Danylo Testsen")
        with pytest.raises(Fagfeil, match="Barn skal ikke tolke"):
            services.mote_lukk(veileder, mote=mote, inn=lukking)
        with pytest.raises(Fagfeil) as feil:
            services.mote_lukk(veileder, mote=mote, inn=Lukking(referat="Vi snakket.", tolk_kom=False))
        assert felter(feil) == {"tolk_kom"}
        services.mote_lukk(veileder, mote=mote, inn=Lukking(referat="Vi snakket om norskkurs.", tolk_kom=True))
        assert Kontakt.objects.get().tolk


class TestHoldt:
    def test_lukket_mote_blir_samtale_avtale_brev_og_neste_mote(self, sak: Sak, veileder: Aktor) -> None:
        mote = services.mote_book(
            veileder, sak=sak, inn=inn(ONSDAG, betydning="arbeidsplass", kanal="arbeidsplass", sted="Testverk, Kaia 1")
        )
        services.mote_skriv(veileder, mote=mote, referat="Utkast", internt="Bare oss")
        lukking = Lukking(
            referat="Samira trives på kjøkkenet.",
            internt="Husk å ringe fastlegen",
            avtaler=[
                Avtaleinn("nav", "Ringe Testverk om flere dager", date(2026, 6, 5)),
                Avtaleinn("deltaker", "Levere skattekortet", date(2026, 6, 8)),
            ],
            neste=kl(date(2026, 7, 1)),
        )
        mote = services.mote_lukk(veileder, mote=mote, inn=lukking)
        kontakt = Kontakt.objects.get()
        assert (kontakt.kanal, kontakt.betydning, kontakt.resultat) == ("arbeidsplass", "arbeidsplass", "gjennomfort")
        assert kontakter.hent([sak], frozenset())[sak.pk] == [
            {"dato": "2026-06-03", "kanal": "arbeidsplass", "initiativ": "nav", "resultat": "gjennomfort"}
        ]
        brev = fra_json(mote.avtalebrev.innhold)  # type: ignore[union-attr]
        assert brev.tittel == "Dette ble vi enige om 3.\N{NO-BREAK SPACE}juni 2026"
        assert "onsdag 1. juli 2026 kl. 10.00" in brev.kortversjon[1]
        assert "Ringe Testverk om flere dager innen 5.\N{NO-BREAK SPACE}juni 2026." in repr(brev).replace(
            "\\xa0", "\N{NO-BREAK SPACE}"
        )
        assert "fastlegen" not in str(brev)
        assert sak.moter.get(status="avtalt").sted == "Testverk, Kaia 1"
        assert oppgaver(sak)["avtale"] == "Vi lovte: Ringe Testverk om flere dager"
        with pytest.raises(UlovligOvergang):
            services.mote_lukk(veileder, mote=mote, inn=lukking)

    def test_noe_ma_sta_i_avtalen(self, sak: Sak, veileder: Aktor, avtalt: Mote) -> None:
        with pytest.raises(Fagfeil) as feil:
            services.mote_lukk(veileder, mote=avtalt, inn=Lukking())
        assert felter(feil) == {"", "referat"}, "nothing written, and the day has not come"

    def test_et_mote_som_er_forbi_ma_lukkes(self, sak: Sak, avtalt: Mote) -> None:
        with klokke.still_til(date(2026, 6, 12)):
            assert oppgaver(sak)["mote_lukk"] == "Oppfølgingssamtale 11. juni 2026 er ikke lukket"

    def test_deltakeren_sier_hvordan_det_var(self, sak: Sak, veileder: Aktor, deltaker: Aktor) -> None:
        mote = services.mote_book(veileder, sak=sak, inn=inn(ONSDAG))
        with pytest.raises(UlovligOvergang):
            services.mote_vurder(deltaker, mote=mote, fikk_sagt="ja", vet_neste="nei")
        services.mote_lukk(veileder, mote=mote, inn=Lukking(referat="Kort prat."))
        services.mote_vurder(deltaker, mote=mote, fikk_sagt="ja", vet_neste="nei")
        assert Mote.objects.get().vet_neste == "nei"


class TestAvtalepunkt:
    def test_lever_til_det_er_gjort(self, sak: Sak, veileder: Aktor, deltaker: Aktor) -> None:
        vart = services.avtalepunkt_lag(veileder, sak=sak, inn=Avtaleinn("nav", "Finne kurs"))
        ditt = services.avtalepunkt_lag(veileder, sak=sak, inn=Avtaleinn("deltaker", "Skrive CV"))
        services.avtalepunkt_kryss_av(deltaker, punkt=ditt)
        with pytest.raises(Fagfeil):
            services.avtalepunkt_kryss_av(deltaker, punkt=vart)
        assert [p.hva for p in sak.avtalepunkter.filter(status=Avtalestatus.APEN)] == ["Finne kurs"]
        services.avtalepunkt_merk_gjort(veileder, punkt=vart)
        services.avtalepunkt_gjenapne(veileder, punkt=vart)
        services.avtalepunkt_fjern(veileder, punkt=vart)
        assert not sak.avtalepunkter.filter(status=Avtalestatus.APEN).exists()
        assert [p.hva for p in selectors.avtaler_siden_sist(sak)] == ["Skrive CV"]
        assert Avtalepunkt.objects.get(hvem="deltaker").gjort_av == deltaker.bruker


class TestFlereParter:
    def test_utenfra_bare_med_samtykke(self, sak: Sak, veileder: Aktor) -> None:
        with pytest.raises(Fagfeil) as feil:
            services.mote_book(veileder, sak=sak, inn=inn(type="trepart"))
        assert felter(feil) == {"andre"}
        uten = [Deltakerinn("Kari Kursholder", "arrangor")]
        with pytest.raises(Fagfeil) as feil:
            services.mote_book(veileder, sak=sak, inn=inn(type="trepart", deltakere=uten))
        assert felter(feil) == {"samtykke"}

    def test_et_nytt_mote_foreslas_etter_en_maned(self, sak: Sak, veileder: Aktor) -> None:
        med = [Deltakerinn("Kari Kursholder", "arrangor", ONSDAG, "Oppmøte på kurset")]
        mote = services.mote_book(veileder, sak=sak, inn=inn(ONSDAG, type="trepart", deltakere=med))
        services.mote_lukk(veileder, mote=mote, inn=Lukking(referat="Alle møtes."))
        assert "trepart" not in oppgaver(sak)
        with klokke.still_til(date(2026, 6, 20)):
            assert "trepart" in oppgaver(sak)
            services.mote_book(veileder, sak=sak, inn=inn(date(2026, 7, 3), type="trepart", deltakere=med))
            assert "trepart" not in oppgaver(sak)


class TestIkkeMott:
    def test_neste_steg_star_til_noen_har_provd(self, sak: Sak, veileder: Aktor) -> None:
        mote = services.mote_book(veileder, sak=sak, inn=inn(ONSDAG))
        with pytest.raises(Fagfeil) as feil:
            services.mote_ikke_mott(veileder, mote=mote, fravarsgrunn="ukjent", neste_steg="ny_tid")
        assert felter(feil) == {"ny_dag"}
        services.mote_ikke_mott(veileder, mote=mote, fravarsgrunn="ukjent", neste_steg="ring")
        assert Kontakt.objects.get().resultat == "ikke_mott"
        assert oppgaver(sak)["ikke_mott"] == "Deltakeren kom ikke 3. juni 2026"
        assert selectors.kontaktforsok(sak, ONSDAG, ONSDAG) == 1
        with klokke.still_til(date(2026, 6, 4)):
            services.kontakt_logg(veileder, sak=sak, kanal="telefon", resultat="ikke_svar")
            assert "ikke_mott" not in oppgaver(sak)
            assert selectors.kontaktforsok(sak, ONSDAG, date(2026, 6, 4)) == 2

    def test_tredje_gang_pa_rad_loftes(self, sak: Sak, veileder: Aktor) -> None:
        for dag in (date(2026, 6, 3), date(2026, 6, 4), date(2026, 6, 5)):
            with klokke.still_til(dag):
                mote = services.mote_book(veileder, sak=sak, inn=inn(dag))
                services.mote_ikke_mott(veileder, mote=mote, fravarsgrunn="angst", neste_steg="hjemmebesok")
                oppgave = next(o for o in oversikt_en(sak).oppgaver if o.slag == "ikke_mott")
                assert bool(oppgave.mer) is (dag == date(2026, 6, 5))


class TestBekymring:
    def test_en_har_ansvaret_og_skriver_hva_som_er_gjort(self, sak: Sak, veileder: Aktor) -> None:
        with pytest.raises(Fagfeil):
            services.bekymring_meld(veileder, sak=sak, hva=" ")
        bekymring = services.bekymring_meld(veileder, sak=sak, hva="Kurset finner henne ikke.", meldt_av="Kurset")
        assert selectors.aktiv_bekymring(sak) == bekymring
        with pytest.raises(Fagfeil, match="følges opp alt"):
            services.bekymring_meld(veileder, sak=sak, hva="Igjen")
        services.bekymring_folg_opp(veileder, bekymring=bekymring, gjort="Ringte legevakten")
        services.bekymring_loft(veileder, bekymring=bekymring)
        oppgave = next(o for o in oversikt_en(sak).oppgaver if o.slag == "bekymring")
        assert (oppgave.eier_id, oppgave.mer) == (veileder.bruker_id, "Lederen vet om det")
        services.bekymring_avslutt(veileder, bekymring=bekymring, utfall="Hun er hos søsteren, og trygg.")
        assert selectors.aktiv_bekymring(sak) is None
        assert "Ringte legevakten" in sak.bekymringer.get().gjort


def test_bare_de_som_folger_opp_holder_moter(
    sak: Sak, avtalt: Mote, veileder: Aktor, beslutter: Aktor, deltaker: Aktor
) -> None:
    for gjor in (
        lambda: services.mote_book(beslutter, sak=sak, inn=inn()),
        lambda: services.mote_lukk(deltaker, mote=avtalt, inn=Lukking(referat="Nei")),
        lambda: services.mote_svar(veileder, mote=avtalt, svar="kommer"),
    ):
        with pytest.raises(IkkeTilgang):
            gjor()


def test_indikatoren_teller_alle_slags_oppfolging_og_holdes_for_seg(kontor: Kontor, veileder: Aktor) -> None:
    en, annen = grunnlag.lag_sak_i_program(kontor), grunnlag.lag_sak_i_program(kontor)
    services.kontakt_logg(veileder, sak=en, kanal="telefon", betydning="sosialfaglig")
    services.kontakt_logg(veileder, sak=annen, kanal="telefon", resultat="ikke_svar")
    tall = selectors.indikator(veileder)
    assert (tall.fulgt, tall.alle, tall.prosent) == (1, 2, 50)
    assert selectors.oppsummering(en).per_type == [("Sosialfaglig: bolig, økonomi, familie, helse", 1)]


def test_et_gruppemote_logges_for_alle_pa_en_gang(kontor: Kontor, veileder: Aktor) -> None:
    saker = [grunnlag.lag_sak_i_program(kontor) for _nummer in range(3)]
    services.kontakter_logg(veileder, saker=saker, dato=ONSDAG, kanal="mote", notat="Om skattekort")
    assert Kontakt.objects.count() == 3
    with pytest.raises(Fagfeil):
        services.kontakter_logg(veileder, saker=[], dato=ONSDAG, kanal="mote")
