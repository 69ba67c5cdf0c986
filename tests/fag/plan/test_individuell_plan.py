"""The plan is offered in a conversation, made together, agreed to, kept word by word, and ended when consent is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from fotfeste.fag.oversikt.selectors import oversikt_en
from fotfeste.fag.plan import selectors, services
from fotfeste.fag.plan.enums import Planstatus
from fotfeste.fag.plan.models import IndividuellPlan, Koordinator, Plansvaret
from fotfeste.fag.program.selectors import apne_delmal
from fotfeste.fag.program.services import delmal_opprett
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import fast_kontakt_sett, sak_opprett
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang, UlovligOvergang
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor, Handling
from tests.fag.program.fortellinger import avtalt_program, gi_vedtak
from tests.grunnlag import lag_aktor, lag_kommune, lag_kontor

pytestmark = pytest.mark.django_db

TEKSTER = {
    "ressurser": "Har jobbet på lager og lærer fort.",
    "behov": "Trenger hjelp med søvn og en bolig nærmere jobben.",
    "deltakers_bidrag": "Jeg møter til avtalt tid og sier fra når noe er vanskelig.",
    "gjennomforing": "Vi møtes alle sammen hver tredje måned.",
    "samarbeid": "Boligkontoret kan bli med senere.",
    "koordinator_helse": "ikke_aktuelt",
    "barnekoordinator": "ikke_aktuelt",
    "kontaktlege": "tilbudt",
}


def sagt_ja(veileder: Aktor, sak: Sak) -> None:
    services.plantilbud_registrer(veileder, sak=sak, kanal="samtale")
    services.plansvar_registrer(veileder, sak=sak, svar="onsket")


def hel_plan(veileder: Aktor, sak: Sak) -> IndividuellPlan:
    """A plan with everything § 9 asks for, that nobody has agreed to yet."""
    gi_vedtak(sak, veileder)
    avtalt_program(sak, veileder)
    fast_kontakt_sett(SYSTEM, sak, bruker=veileder.krev_bruker())
    sagt_ja(veileder, sak)
    plan = services.plan_start(veileder, sak=sak)
    part = services.planpart_legg_til(
        veileder, plan=plan, navn="Kari Fastlege", tjeneste="fastlege", bidrag="Følger opp ryggen."
    )
    services.plantjeneste_legg_til(
        veileder, plan=plan, navn="Psykolog", omfang="en time hver uke", ansvarlig="Fjordvik Helse", hvordan="Hos dem."
    )
    services.plan_samtykk(veileder, plan=plan, hvordan="i møte, med tolk")
    services.plan_samtykk(veileder, plan=plan, part=part, omfang="hvilke dager jeg er i praksis", hvordan="i møte")
    plan.refresh_from_db()
    return services.plan_lagre(
        veileder,
        plan=plan,
        ansvarlig_tjeneste="NAV Fjordvik",
        fra=date(2026, 6, 3),
        til=date(2027, 6, 2),
        neste_revisjon=date(2026, 12, 3),
        **TEKSTER,
    )


class TestTilbudet:
    def test_fjorten_dager_uten_tilbud_gir_en_oppgave(self, sak: Sak, veileder: Aktor) -> None:
        gi_vedtak(sak, veileder, fra=date(2026, 5, 20))
        assert "ip_tilby" in [o.slag for o in oversikt_en(sak).oppgaver], "14 days have passed on 3 June"
        with klokke.still_til(date(2026, 6, 2)):
            assert "ip_tilby" not in [o.slag for o in oversikt_en(sak).oppgaver]

    def test_et_brev_alene_lar_oppgaven_sta(self, sak: Sak, veileder: Aktor) -> None:
        gi_vedtak(sak, veileder)
        services.plantilbud_registrer(veileder, sak=sak, kanal="brev", dato=date(2026, 2, 10))
        assert [str(o.hva) for o in oversikt_en(sak).oppgaver if o.slag.startswith("ip_")] == [
            "Individuell plan er tilbudt i brev: snakk om det"
        ]
        services.plantilbud_registrer(veileder, sak=sak, kanal="samtale", tolk=True)
        assert [o.slag for o in oversikt_en(sak).oppgaver if o.slag.startswith("ip_")] == ["ip_svar"]

    def test_nei_har_en_grunn_eller_at_den_ikke_skal_oppgis(self, sak: Sak, veileder: Aktor) -> None:
        with pytest.raises(FlereFeil, match="Skriv hvorfor"):
            services.plansvar_registrer(veileder, sak=sak, svar="ikke_onsket")
        services.plansvar_registrer(veileder, sak=sak, svar="ikke_onsket", vil_ikke_si=True)
        with pytest.raises(IntegrityError), transaction.atomic(), kommando(SYSTEM, "test"):
            Plansvaret.objects.create(sak=sak, dato=date(2026, 6, 3), svar="ikke_onsket")

    def test_deltakeren_ombestemmer_seg_nar_hen_vil(self, sak: Sak, veileder: Aktor, deltaker: Aktor) -> None:
        services.plansvar_registrer(veileder, sak=sak, svar="ikke_onsket", begrunnelse="For mange møter")
        with pytest.raises(Fagfeil, match="ikke sagt ja"):
            services.plan_start(veileder, sak=sak)
        services.plansvar_registrer(deltaker, sak=sak, svar="onsket")
        assert services.plan_start(veileder, sak=sak).status == Planstatus.UTKAST

    def test_mappen_sier_det_skjemaet_spor_om(self, sak: Sak, veileder: Aktor) -> None:
        assert selectors.til_mappe([sak])[sak.pk] == {
            "tilbudt": None,
            "kanal": None,
            "svar": None,
            "begrunnelse": None,
            "plan_fra": None,
        }
        services.plantilbud_registrer(veileder, sak=sak, kanal="brev", dato=date(2026, 5, 1))
        assert selectors.til_mappe([sak])[sak.pk]["svar"] == "ikke_svart"
        services.plansvar_registrer(veileder, sak=sak, svar="ikke_onsket", vil_ikke_si=True)
        mappe = selectors.til_mappe([sak])[sak.pk]
        assert (mappe["tilbudt"], mappe["kanal"], mappe["svar"]) == ("2026-05-01", "brev", "ikke_onsket")
        assert mappe["begrunnelse"] == "Ønsker ikke å oppgi grunnen"


class TestPlanen:
    def test_mal_og_aktiviteter_kommer_fra_programmet_uten_a_kopieres(self, sak: Sak, veileder: Aktor) -> None:
        plan = hel_plan(veileder, sak)
        delmal_opprett(veileder, sak=sak, tekst="Få orden på tennene", omrade="tannhelse")
        bilde = selectors.planbilde(plan)
        assert bilde.hovedmal == "Jeg vil jobbe på lager"
        assert [mal.tekst for mal in bilde.mal] == ["Få orden på tennene"]
        assert [t.navn for t in bilde.tjenester] == ["Praksis på lager", "Norskkurs", "Jobbsøking", "Psykolog"]
        assert bilde.koordinator is not None
        assert bilde.koordinator.navn == veileder.navn, "the fixed contact coordinates unless another is chosen"

    def test_gjelder_forst_nar_de_ti_punktene_er_med_og_deltakeren_er_enig(
        self, sak: Sak, veileder: Aktor, deltaker: Aktor
    ) -> None:
        sagt_ja(veileder, sak)
        tom = services.plan_start(veileder, sak=sak)
        with pytest.raises(FlereFeil) as feil:
            services.plan_sett_i_kraft(veileder, plan=tom)
        assert len(feil.value.feil) == 11, "ten points and the agreement"
        services.plan_avslutt(veileder, plan=tom, grunn="Begynner på nytt")
        plan = hel_plan(veileder, sak)
        with pytest.raises(FlereFeil, match="ikke enig ennå"):
            services.plan_sett_i_kraft(veileder, plan=plan)
        services.plan_godta(deltaker, plan=plan)
        i_kraft = services.plan_sett_i_kraft(veileder, plan=plan)
        assert (i_kraft.status, i_kraft.nummer) == (Planstatus.I_KRAFT, 1)
        assert selectors.til_mappe([sak])[sak.pk]["plan_fra"] == "2026-06-03"

    def test_det_som_endres_ma_godtas_pa_nytt(self, sak: Sak, veileder: Aktor, deltaker: Aktor) -> None:
        plan = services.plan_godta(deltaker, plan=hel_plan(veileder, sak))
        services.planpart_legg_til(veileder, plan=plan, navn="Ola", tjeneste="bror", parorende=True)
        plan.refresh_from_db()
        assert plan.godtatt is None

    def test_versjonen_star_ord_for_ord_etter_revisjonen(self, sak: Sak, veileder: Aktor) -> None:
        plan = hel_plan(veileder, sak)
        plan = services.plan_godta_i_mote(veileder, plan=plan, dato=date(2026, 6, 3), hvordan="i møte, med tolk")
        plan = services.plan_sett_i_kraft(veileder, plan=plan)
        with pytest.raises(UlovligOvergang):
            services.plan_lagre(veileder, plan=plan)
        with klokke.still_til(date(2026, 11, 20)):
            assert "ip_revider" in [o.slag for o in oversikt_en(sak).oppgaver]
        plan = services.plan_revider(veileder, plan=plan)
        services.plan_lagre(veileder, plan=plan, ressurser="Noe helt annet")
        versjon = plan.versjoner.get()
        assert versjon.innhold["tekster"]["ressurser"] == TEKSTER["ressurser"]
        assert [t["navn"] for t in versjon.innhold["tjenester"]][-1] == "Psykolog"
        with pytest.raises(Exception, match="Cannot"), transaction.atomic():
            versjon.delete()

    def test_bare_en_plan_for_hver_person_og_den_folger_med_til_neste_sak(
        self, sak: Sak, veileder: Aktor, kontor: Kontor
    ) -> None:
        plan = hel_plan(veileder, sak)
        assert services.plan_start(veileder, sak=sak) == plan
        with pytest.raises(IntegrityError), transaction.atomic(), kommando(SYSTEM, "test"):
            IndividuellPlan.objects.create(sak=sak, person=sak.person)
        with kommando(SYSTEM, "test"):
            sak.lagre_endring(status=Saksstatus.AVSLUTTET)
        ny = sak_opprett(SYSTEM, person=sak.person, kontor=kontor)
        assert selectors.apen_plan(ny) == plan

    def test_en_annen_kommune_ser_ikke_planen_eller_malene(self, sak: Sak, veileder: Aktor, deltaker: Aktor) -> None:
        plan = hel_plan(veileder, sak)
        delmal_opprett(veileder, sak=sak, tekst="Se barna oftere", omrade="familie")
        with kommando(SYSTEM, "test"):
            sak.lagre_endring(status=Saksstatus.AVSLUTTET)
        sjovik = lag_kontor(lag_kommune("Sjøvik", "4205"), "NAV Sjøvik")
        ny, der = sak_opprett(SYSTEM, person=sak.person, kontor=sjovik), lag_aktor(Rolle.VEILEDER, sjovik)
        assert (selectors.apen_plan(ny), selectors.egen_plan(ny)) == (None, plan)
        assert list(apne_delmal(ny)) == []
        for handling in (Handling.PLAN_LES, Handling.PLAN_SKRIV):
            with pytest.raises(IkkeTilgang):
                selectors.plan_hent(der, plan.pk, handling)
        assert selectors.plan_hent(deltaker, plan.pk, Handling.PLAN_EGEN) == plan
        services.plansvar_registrer(der, sak=ny, svar="onsket")
        with pytest.raises(Fagfeil, match="fra en annen kommune"):
            services.plan_start(der, sak=ny)

    def test_en_koordinator_om_gangen(self, sak: Sak, veileder: Aktor) -> None:
        plan = hel_plan(veileder, sak)
        with klokke.still_til(date(2026, 7, 1)):
            services.koordinator_sett(veileder, plan=plan, navn="Ida Helse", tjeneste="Kommunen", kontakt="55 55 00 00")
            na = selectors.planbilde(plan).koordinator
            assert na is not None
            assert na.navn == "Ida Helse"
        rader = list(Koordinator.objects.filter(plan=plan).order_by("fra").values_list("fra", "til"))
        assert rader == [(date(2026, 6, 3), date(2026, 6, 30)), (date(2026, 7, 1), None)]

    def test_deltakeren_skriver_i_sin_egen_plan(self, sak: Sak, veileder: Aktor, deltaker: Aktor) -> None:
        plan = hel_plan(veileder, sak)
        services.plan_kommenter(deltaker, plan=plan, om="Psykolog", tekst="Jeg vil helst på mandager")
        assert [k.om for k in plan.kommentarer.all()] == ["Psykolog"]
        mal = delmal_opprett(deltaker, sak=sak, tekst="Se barna oftere", omrade="familie")
        assert mal.av_deltaker
        with pytest.raises(IkkeTilgang):
            services.plan_kommenter(veileder, plan=plan, tekst="Ikke meg")


class TestSamtykket:
    def test_delingen_sier_hva_og_kan_trekkes(self, sak: Sak, veileder: Aktor, deltaker: Aktor) -> None:
        plan = hel_plan(veileder, sak)
        part = plan.parter.get()
        with pytest.raises(FlereFeil, match="hva det kan fortelles om"):
            services.plan_samtykk(deltaker, plan=plan, part=part)
        [(_part, samtykke)] = selectors.planbilde(plan).delinger
        assert samtykke is not None
        services.plan_trekk_samtykke(deltaker, samtykke=samtykke)
        assert [delt for _p, delt in selectors.planbilde(plan).delinger] == [None]
        samtykke.refresh_from_db()
        assert samtykke.gjaldt(date(2026, 6, 2)) is False
        assert samtykke.gjaldt(date(2026, 6, 3) + timedelta(days=1)) is False
        with pytest.raises(Fagfeil, match="hvem som har fått vite noe"):
            services.planpart_fjern(veileder, part=part)

    def test_uten_samtykke_er_det_ingen_plan(self, sak: Sak, veileder: Aktor, deltaker: Aktor) -> None:
        plan = hel_plan(veileder, sak)
        samtykke = selectors.planbilde(plan).samtykke
        assert samtykke is not None
        services.plan_trekk_samtykke(deltaker, samtykke=samtykke)
        plan.refresh_from_db()
        assert plan.status == Planstatus.AVSLUTTET
        assert services.plan_start(veileder, sak=sak) != plan, "the participant may have a new one any day"


def test_bare_de_som_folger_opp_skriver_i_planen(sak: Sak, veileder: Aktor, okonomi: Aktor, leder: Aktor) -> None:
    for aktor in (okonomi, leder):
        with pytest.raises(IkkeTilgang):
            services.plantilbud_registrer(aktor, sak=sak, kanal="samtale")
