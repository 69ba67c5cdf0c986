"""2020: four paid months reckoned again with the grunnbeløp of 18 September, once, and not where more is changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import F, Sum
from django.test.utils import CaptureQueriesContext

from fotfeste.fag.klage.models import Klage
from fotfeste.fag.oppmote.models import Timeliste
from fotfeste.fag.person.services import barn_registrer, person_endre
from fotfeste.fag.regulering import services
from fotfeste.fag.regulering.enums import Grunn, Reguleringsstatus, Utfall
from fotfeste.fag.regulering.models import Regulering, Reguleringslinje
from fotfeste.fag.regulering.natt import natt_regulering
from fotfeste.fag.regulering.selectors import reguleringsgjoremal, sammendrag
from fotfeste.fag.utbetaling import services as utbetaling
from fotfeste.fag.utbetaling.enums import Kjoringsart, Utbetalingsart, Utbetalingsstatus
from fotfeste.fag.utbetaling.etterregning import etterregn
from fotfeste.fag.utbetaling.models import AnnenYtelse, Differanse, Utbetaling
from fotfeste.fag.vedtak.enums import Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, IkkeTilgang
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.tilgang import SYSTEM, Gradering
from tests.fag.regulering.fortelling import (
    AUGUST,
    ETTERBETALT,
    JULI,
    JUNI,
    KUNNGJORT,
    MAI,
    MANDAGEN_ETTER,
    SOMMEREN,
    Huset,
)
from tests.grunnlag import lag_aktor, lag_sak_i_program, lag_timeliste, lag_valg

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _hosten_2020() -> Iterator[None]:
    with klokke.still_til(MANDAGEN_ETTER):
        yield


@pytest.fixture
def huset(db: None) -> Huset:
    return Huset()


def _svar(regulering: Regulering) -> dict[date, tuple[str, str, int | None]]:
    return {linje.maned: (linje.utfall, linje.grunn, linje.belop) for linje in regulering.linjer.all()}


def _grunnen(huset: Huset) -> str:
    """The dry run's reason for the only month there is."""
    return huset.provekjort().linjer.get().grunn


class TestSommeren2020:
    def test_fra_kunngjoring_til_penger_pa_konto(self, huset: Huset) -> None:
        sak = huset.deltaker()
        huset.betal(*SOMMEREN)
        (oppgave,) = reguleringsgjoremal(huset.oda)
        assert oppgave.tekst == "1 deltaker skal reguleres for 4 måneder."

        regulering = huset.provekjort()
        assert _svar(regulering) == {m: (Utfall.ETTERBETALES, "", kr) for m, kr in ETTERBETALT.items()}
        assert not Differanse.objects.exists(), "a dry run changes nothing"
        svar = sammendrag(regulering)
        assert (svar.deltakere, svar.belop, svar.kontroll_stemmer) == (1, 999, True)

        assert huset.gjennomfort(regulering).status == Reguleringsstatus.FERDIG
        differanser = Differanse.objects.filter(sak=sak)
        assert {d.maned: d.belop for d in differanser} == ETTERBETALT
        assert all(d.arsaker == ["grunnbelop"] and d.ny.kjent_dato == KUNNGJORT for d in differanser)
        assert reguleringsgjoremal(huset.oda) == []

        ekstra = utbetaling.kjoring_opprett(
            huset.oda, kommune=huset.kommune, maned=date(2020, 9, 1), art=Kjoringsart.EKSTRA
        )
        utbetaling.kjoring_frigi(huset.olav, utbetaling.kjoring_forbered(huset.oda, ekstra))
        betalt = Utbetaling.objects.filter(art=Utbetalingsart.ETTERBETALING).aggregate(sum=Sum("netto"))
        assert betalt["sum"] == 999

    def test_en_gang_til_finner_ingenting_nytt(self, huset: Huset) -> None:
        huset.deltaker()
        huset.betal(*SOMMEREN)
        huset.gjennomfort()
        andre = huset.provekjort()
        assert andre.nummer == 2
        assert {utfall for utfall, _grunn, _belop in _svar(andre).values()} == {Utfall.ALLEREDE}
        with pytest.raises(Fagfeil, match="ingen måneder å regulere"):
            services.regulering_gjennomfor(huset.olav, andre)
        assert services.regulering_forkast(huset.oda, andre).status == Reguleringsstatus.FORKASTET

    def test_det_som_ble_regnet_med_det_nye_er_ikke_med(self, huset: Huset) -> None:
        """August's sheet came late: paid on the 24th of September, it knew the new number."""
        huset.deltaker((MAI, JUNI))
        huset.betal(MAI)
        huset.betal(JUNI, dag=date(2020, 9, 24))
        assert set(_svar(huset.provekjort())) == {MAI}

    def test_den_som_har_sluttet_far_ogsa_sitt(self, huset: Huset) -> None:
        sak = huset.deltaker((MAI,))
        huset.betal(MAI)
        with kommando(SYSTEM, "test"):
            sak.lagre_endring(status="avsluttet")
        assert _svar(huset.provekjort())[MAI] == (Utfall.ETTERBETALES, "", 241)

    def test_to_unge_og_barn_regnes_ogsa_pa_to_mater(self, huset: Huset) -> None:
        """A 25th birthday in June, children, paid work and a month with 0 kr: both ways of reckoning agree."""
        ung = huset.deltaker(fodselsdato=date(1995, 6, 15))
        barn_registrer(SYSTEM, ung.person, navn="Lea", fodselsdato=date(2019, 5, 3), fra=date(2019, 5, 3))
        arbeider = lag_sak_i_program(huset.kontor, fra=date(2020, 1, 13), til=date(2021, 1, 12))
        lag_timeliste(arbeider, MAI, godkjent_av=huset.veileder, arbeid={date(2020, 5, 5): Decimal("3.25")})
        huset.betal(*SOMMEREN)
        regulering = huset.provekjort()
        svar = sammendrag(regulering)
        assert svar.kontroll_stemmer
        assert not regulering.linjer.exclude(kontroll_brutto=F("ny_brutto")).exists()
        huset.gjennomfort(regulering)
        assert Differanse.objects.aggregate(sum=Sum("belop"))["sum"] == svar.kontroll


class TestHvorforNoenMaSePa:
    """Each reason stops the month, says so, and is settled in its own way."""

    @pytest.fixture
    def sak(self, huset: Huset):  # type: ignore[no-untyped-def]
        sak = huset.deltaker((MAI,))
        huset.betal(MAI)
        return sak

    def test_timelisten_rettes(self, huset: Huset, sak) -> None:  # type: ignore[no-untyped-def]
        with kommando(SYSTEM, "test"):
            Timeliste.objects.get(sak=sak, maned=MAI).lagre_endring(status="returnert")
        linje = huset.provekjort().linjer.get()
        assert (linje.grunn, linje.belop) == (Grunn.TIMELISTE_RETTES, None)
        with pytest.raises(Fagfeil, match="kan ikke tas med"):
            services.reguleringslinje_ta_med(huset.oda, linje, begrunnelse="Ser riktig ut")

    def test_fakta_er_endret_etterregnes_forst_og_reguleres_sa(self, huset: Huset, sak) -> None:  # type: ignore[no-untyped-def]
        barn_registrer(SYSTEM, sak.person, navn="Lea", fodselsdato=date(2019, 5, 3), fra=date(2020, 5, 1))
        assert _grunnen(huset) == Grunn.FAKTA_ENDRET
        (fakta,) = etterregn(huset.oda, sak)
        assert fakta.belop == 21 * 27
        regulering = huset.provekjort()
        assert _svar(regulering)[MAI] == (Utfall.ETTERBETALES, "", 241)
        huset.gjennomfort(regulering)
        assert [d.belop for d in Differanse.objects.order_by("opprettet")] == [567, 241]

    def test_et_nytt_vedtak_etterpa_er_ingen_endring_av_maneden(self, huset: Huset, sak) -> None:  # type: ignore[no-untyped-def]
        gammelt = sak.vedtak.get()
        with kommando(SYSTEM, "test"):
            Vedtak.objects.create(
                sak=sak,
                type=Vedtakstype.FORLENGELSE,
                status=Vedtaksstatus.FATTET,
                fra=date(2021, 1, 13),
                til=date(2021, 6, 30),
                dato=date(2020, 9, 1),
                saksbehandler=gammelt.saksbehandler,
                beslutter=gammelt.beslutter,
                innlest=True,
            )
        assert _svar(huset.provekjort())[MAI] == (Utfall.ETTERBETALES, "", 241)

    def test_apen_klage_pa_vedtaket(self, huset: Huset, sak) -> None:  # type: ignore[no-untyped-def]
        with kommando(SYSTEM, "test"):
            Klage.objects.create(sak=sak, vedtak=sak.vedtak.get(), mottatt=date(2020, 9, 1), kanal="papir")
        assert _grunnen(huset) == Grunn.KLAGE

    def test_annen_ytelse_i_maneden(self, huset: Huset, sak) -> None:  # type: ignore[no-untyped-def]
        with kommando(SYSTEM, "test"):
            AnnenYtelse.objects.create(sak=sak, type="sykepenger", fra=date(2020, 5, 11), belop_per_dag=300)
        etterregn(huset.oda, sak)
        assert _grunnen(huset) == Grunn.YTELSE

    def test_uten_konto(self, huset: Huset, sak) -> None:  # type: ignore[no-untyped-def]
        person_endre(SYSTEM, sak.person, kontonummer="")
        assert _grunnen(huset) == Grunn.KONTO

    def test_over_kommunens_grense(self, huset: Huset, sak) -> None:  # type: ignore[no-untyped-def]
        lag_valg(huset.kommune, "regulering_kontroll_kroner", 240)
        assert _grunnen(huset) == Grunn.STOR

    def test_lavere_belop(self, huset: Huset, sak, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
        """A number that goes down: the month is paid too much, and § 40 is somebody's question, never the run's."""
        from fotfeste.fag.regulering import vurdering

        def lavere(saker, maneder, kjent_dato):  # type: ignore[no-untyped-def]
            return [replace(f, ny_brutto=f.forrige.brutto - 100) for f in _ekte(saker, maneder, kjent_dato=kjent_dato)]

        _ekte = vurdering.finn_endringer
        monkeypatch.setattr(vurdering, "finn_endringer", lavere)
        monkeypatch.setattr(
            vurdering, "kontrollregn", lambda saker, *_: {s.pk: sak.beregninger.get().brutto - 100 for s in saker}
        )
        assert _grunnen(huset) == Grunn.LAVERE

    def test_de_to_matene_er_uenige(self, huset: Huset, sak, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
        monkeypatch.setattr("fotfeste.fag.regulering.vurdering.kontrollregn", lambda *_: {sak.pk: 1})
        regulering = huset.provekjort()
        assert regulering.linjer.get().grunn == Grunn.KONTROLL

    def test_dodsfall(self, huset: Huset, sak) -> None:  # type: ignore[no-untyped-def]
        with kommando(SYSTEM, "test"):
            sak.person.lagre_endring(dodsdato=date(2020, 8, 1))
        assert _grunnen(huset) == Grunn.DOD

    def test_tas_med_av_en_og_gjennomfores_av_en_annen(self, huset: Huset, sak) -> None:  # type: ignore[no-untyped-def]
        person_endre(SYSTEM, sak.person, kontonummer="")
        regulering = huset.provekjort()
        linje = regulering.linjer.get()
        with pytest.raises(Fagfeil, match="hvorfor måneden kan tas med"):
            services.reguleringslinje_ta_med(huset.olav, linje, begrunnelse=" ")
        services.reguleringslinje_ta_med(huset.olav, linje, begrunnelse="Hun henter nytt kontonummer i dag")
        with pytest.raises(Fagfeil, match="selv tatt med"):
            services.regulering_gjennomfor(huset.olav, regulering)
        # It outlives a new dry run, for the answer is the same.
        regulering = huset.provekjort()
        assert regulering.linjer.get().vurdering is not None
        kari = lag_aktor(Rolle.OKONOMI, huset.kontor)
        services.regulering_fullfor(kari, services.regulering_gjennomfor(kari, regulering))
        assert Differanse.objects.get().belop == 241

    def test_strengt_fortrolig_ses_pa_av_fagansvarlig(self, huset: Huset, sak) -> None:  # type: ignore[no-untyped-def]
        with kommando(SYSTEM, "test"):
            person_endre(SYSTEM, sak.person, kontonummer="").lagre_endring(gradering=Gradering.STRENGT_FORTROLIG)
        linje = huset.provekjort().linjer.get()
        with pytest.raises(IkkeTilgang):
            services.reguleringslinje_ta_med(huset.olav, linje, begrunnelse="Ok")
        fagansvarlig = lag_aktor(Rolle.FAGANSVARLIG, huset.kontor)
        (oppgave,) = reguleringsgjoremal(fagansvarlig)
        assert (oppgave.side, oppgave.args) == ("reguleringslinje", (linje.pk,))
        begge = replace(fagansvarlig, tildelinger=(*fagansvarlig.tildelinger, *huset.olav.tildelinger))
        assert {rad.side for rad in reguleringsgjoremal(begge)} == {"reguleringslinje", "regulering"}
        services.reguleringslinje_ta_med(fagansvarlig, linje, begrunnelse="Nytt kontonummer kommer")
        assert reguleringsgjoremal(fagansvarlig) == []
        huset.gjennomfort(Regulering.objects.get())
        assert Differanse.objects.get().belop == 241

    def test_databasen_sier_nei_til_den_som_tok_med(self, huset: Huset, sak) -> None:  # type: ignore[no-untyped-def]
        person_endre(SYSTEM, sak.person, kontonummer="")
        regulering = huset.provekjort()
        linje = services.reguleringslinje_ta_med(huset.olav, regulering.linjer.get(), begrunnelse="Ok")
        with kommando(SYSTEM, "test"):
            regulering.refresh_from_db()
            regulering.lagre_endring(
                status=Reguleringsstatus.GJENNOMFORES, godkjent_av=huset.olav.bruker, godkjent=klokke.na()
            )
        with pytest.raises(IntegrityError, match="tatt_med_av_en_annen"), transaction.atomic():
            services.regulering_fullfor(huset.olav, regulering)
        assert Reguleringslinje.objects.get(pk=linje.pk).differanse is None


class TestMellomProvekjoringOgGjennomforing:
    def test_den_som_er_endret_siden_legges_til_side(self, huset: Huset) -> None:
        endret, uendret = huset.deltaker((MAI,)), huset.deltaker((MAI,))
        huset.betal(MAI)
        regulering = services.regulering_gjennomfor(huset.olav, huset.provekjort())
        barn_registrer(SYSTEM, endret.person, navn="Lea", fodselsdato=date(2019, 5, 3), fra=date(2020, 5, 1))
        services.regulering_fullfor(huset.olav, regulering)
        assert regulering.linjer.get(sak=endret).grunn == Grunn.FAKTA_ENDRET
        assert Differanse.objects.get().sak == uendret

        etterregn(huset.oda, endret)
        andre = huset.provekjort()
        assert {linje.sak_id: linje.utfall for linje in andre.linjer.all()} == {
            endret.pk: Utfall.ETTERBETALES,
            uendret.pk: Utfall.ALLEREDE,
        }

    def test_den_som_er_etterregnet_imens_far_det_som_na_er_riktig(self, huset: Huset) -> None:
        """The reckoning before it is another than the approved one: nothing is corrected twice."""
        sak = huset.deltaker((MAI,))
        huset.betal(MAI)
        regulering = services.regulering_gjennomfor(huset.olav, huset.provekjort())
        barn_registrer(SYSTEM, sak.person, navn="Lea", fodselsdato=date(2019, 5, 3), fra=date(2020, 5, 1))
        etterregn(huset.oda, sak)
        services.regulering_fullfor(huset.olav, regulering)
        assert regulering.linjer.get().grunn == Grunn.ENDRET
        assert [d.belop for d in Differanse.objects.all()] == [567]

    def test_mange_maneder_skrives_med_like_mange_sporsmal_som_fa(self, huset: Huset) -> None:
        def skriver(*maneder: date) -> int:
            huset.betal(*maneder)
            regulering = services.regulering_gjennomfor(huset.olav, huset.provekjort())
            with CaptureQueriesContext(connection) as svar:
                services.regulering_fullfor(huset.olav, regulering)
            return sum(not sporsmal["sql"].startswith("SELECT") for sporsmal in svar)

        huset.deltaker()
        assert skriver(MAI) == skriver(JUNI, JULI, AUGUST)
        assert Hendelse.objects.filter(kode="etterregning.mer").count() == len(SOMMEREN)

    def test_fire_oyne(self, huset: Huset) -> None:
        huset.deltaker((MAI,))
        huset.betal(MAI)
        regulering = huset.provekjort()
        with pytest.raises(Fagfeil, match="En annen må gjennomføre"):
            services.regulering_gjennomfor(huset.oda, regulering)
        with pytest.raises(IntegrityError, match="regulering_fire_oyne"), kommando(SYSTEM, "test"):
            regulering.lagre_endring(godkjent_av=huset.oda.bruker, godkjent=klokke.na())
        regulering = services.regulering_gjennomfor(huset.olav, Regulering.objects.get())
        assert services.regulering_gjennomfor(huset.olav, regulering).status == Reguleringsstatus.GJENNOMFORES
        with pytest.raises(Fagfeil, match="En annen må gjennomføre"):
            services.regulering_fullfor(huset.oda, regulering)

    def test_to_begynner_samtidig_og_faar_samme(self, huset: Huset) -> None:
        assert huset.opprett(huset.oda) == huset.opprett(huset.olav)

    def test_bare_okonomi_og_bare_det_som_er_kunngjort_sent(self, huset: Huset) -> None:
        with pytest.raises(IkkeTilgang):
            huset.opprett(huset.veileder)
        for fra in (date(2021, 5, 1), date(2020, 5, 2), date(2022, 5, 1)):
            with pytest.raises(Fagfeil):
                services.regulering_opprett(huset.oda, kommune=huset.kommune, parameter="grunnbelop", gjelder_fra=fra)


class TestOmNatten:
    def test_en_provekjoring_ligger_klar_og_ingen_har_godkjent_den(self, huset: Huset) -> None:
        huset.deltaker((MAI,))
        huset.betal(MAI)
        assert natt_regulering() == "1 reguleringer er prøvekjørt. Ingenting er endret."
        assert natt_regulering().startswith("0 ")
        regulering = Regulering.objects.get()
        assert (regulering.status, regulering.forberedt_av) == (Reguleringsstatus.PROVEKJORT, None)
        with pytest.raises(Fagfeil, match="av seg selv"):
            services.regulering_gjennomfor(huset.olav, regulering)
        assert huset.gjennomfort().status == Reguleringsstatus.FERDIG
        assert natt_regulering().startswith("0 ")

    def test_det_en_person_ma_se_pa_foreslas_ikke_hver_natt(self, huset: Huset) -> None:
        sak = huset.deltaker((MAI,))
        huset.deltaker((MAI,))
        huset.betal(MAI)
        person_endre(SYSTEM, sak.person, kontonummer="")
        huset.gjennomfort()
        assert natt_regulering().startswith("0 ")
        (oppgave,) = reguleringsgjoremal(huset.oda)
        assert oppgave.tekst == "1 deltaker skal reguleres for 1 måned."

    def test_et_forslag_som_er_lagt_bort_kommer_ikke_tilbake_for_noe_er_endret(self, huset: Huset) -> None:
        """It stays in Min dag, for the money is owed. A month that is corrected comes back."""
        sak = huset.deltaker((MAI,))
        huset.betal(MAI)
        assert natt_regulering().startswith("1 ")
        services.regulering_forkast(huset.oda, Regulering.objects.get())
        assert natt_regulering().startswith("0 ")
        (oppgave,) = reguleringsgjoremal(huset.oda)
        assert oppgave.tekst == "1 deltaker skal reguleres for 1 måned."
        barn_registrer(SYSTEM, sak.person, navn="Lea", fodselsdato=date(2019, 5, 3), fra=MAI)
        etterregn(huset.oda, sak)
        assert natt_regulering().startswith("1 ")

    def test_penger_som_kom_i_retur_og_er_betalt_igjen_tas_neste_natt(self, huset: Huset) -> None:
        huset.deltaker((MAI,))
        kjoring = huset.betal(MAI)
        with kommando(SYSTEM, "test"):
            kjoring.utbetalinger.update(status=Utbetalingsstatus.FEILSENDT, prov_igjen=True)
        assert natt_regulering().startswith("0 ")
        ekstra = utbetaling.kjoring_opprett(huset.oda, kommune=huset.kommune, maned=MAI, art=Kjoringsart.EKSTRA)
        utbetaling.kjoring_frigi(huset.olav, utbetaling.kjoring_forbered(huset.oda, ekstra))
        assert natt_regulering().startswith("1 ")


def test_manedens_forhandsvisning_viser_den_nye_satsen_fra_kunngjoringen(huset: Huset) -> None:
    """The participant's coming payment is reckoned as the numbers are known that day."""
    sak = huset.deltaker((date(2020, 9, 1),))
    with klokke.still_til(date(2020, 9, 17)):
        assert utbetaling.beregning_forhandsvis(sak, maned=date(2020, 9, 1)).brutto == 16_899
    assert utbetaling.beregning_forhandsvis(sak, maned=date(2020, 9, 1)).brutto == 17_152


def test_hver_maned_star_i_traden(huset: Huset) -> None:
    sak = huset.deltaker((MAI,))
    huset.betal(MAI)
    huset.gjennomfort()
    assert Hendelse.objects.filter(sak_id=sak.pk, kode="etterregning.mer", data__belop=241).count() == 1
