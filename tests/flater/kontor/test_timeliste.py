"""The veileder goes through the month: exceptions first, the rest in one go, one sheet at a time."""

from __future__ import annotations

import uuid
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from fotfeste.fag.oppmote import services
from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oppmote.inn import Dagtimer, Fravaerinn
from fotfeste.fag.oppmote.models import Fravaer, Legeerklaering, Timeliste
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.logg.models import Sporing
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.tilgang import Aktor
from tests import grunnlag
from tests.fag.program.fortellinger import avtalt_program, gi_vedtak
from tests.flater.kontor.test_program import logg_inn

MAI = date(2026, 5, 1)
LISTEN = "/kontor/timelister/2026-5/"


@pytest.fixture
def nettleser(veileder: Aktor) -> Client:
    return logg_inn(veileder)


def med_liste(kontor: Any, veileder: Aktor, etternavn: str, *, borte: bool = False, lever: bool = True) -> Timeliste:
    sak = grunnlag.lag_sak(kontor, grunnlag.lag_person(etternavn=etternavn))
    gi_vedtak(sak, veileder)
    avtalt_program(sak, veileder)
    liste = services.timeliste_apne(veileder, sak=sak, maned=MAI)
    if borte:
        services.fravaer_registrer(
            veileder, timeliste=liste, fravaer=Fravaerinn(date(2026, 5, 12), date(2026, 5, 12), "ulegitimert")
        )
    return services.timeliste_lever(veileder, timeliste=liste) if lever else liste


def adresse(navn: str, liste: Timeliste) -> str:
    return reverse(f"kontor:{navn}", args=[liste.sak_id, 2026, 5])


def test_unntak_forst_og_resten_i_ett_trykk(nettleser: Client, veileder: Aktor, kontor: Any) -> None:
    bra = med_liste(kontor, veileder, "Aas")
    se_pa = med_liste(kontor, veileder, "Bakke", borte=True)
    tekst = nettleser.get(reverse("kontor:timelister")).content.decode()
    assert tekst.index("Samira Bakke</a>") < tekst.index("Samira Aas</a>")
    assert "1 dag uten rett til stønad" in tekst
    assert "Godkjenn 1 liste uten unntak" in tekst
    assert "135 t i programmet" in tekst.replace("\N{NO-BREAK SPACE}", " "), "who and how much, before it is approved"
    # What was not shown is not approved.
    nettleser.post(reverse("kontor:timelister_godkjenn", args=[2026, 5]), {"innsending": str(uuid.uuid4())})
    bra.refresh_from_db()
    assert bra.status == Timelistestatus.LEVERT
    felter = {"innsending": str(uuid.uuid4()), "lister": f"{bra.pk}:{bra.versjon},{se_pa.pk}:{se_pa.versjon}"}
    for _ in range(2):
        svar = nettleser.post(reverse("kontor:timelister_godkjenn", args=[2026, 5]), felter)
        assert svar.status_code == 302
    bra.refresh_from_db()
    se_pa.refresh_from_db()
    assert (bra.status, se_pa.status) == (Timelistestatus.GODKJENT, Timelistestatus.LEVERT)
    assert "Ikke godkjent: Samira Bakke. Listen er endret" in nettleser.get(LISTEN).content.decode()


def test_veileder_forer_sender_og_godkjenner(nettleser: Client, veileder: Aktor, kontor: Any) -> None:
    liste = med_liste(kontor, veileder, "Dal", lever=False)
    siden = adresse("timeliste", liste)
    skjema = nettleser.get(siden).context["skjema"]
    felter = {navn: verdi or "" for navn, verdi in skjema.initial.items()}
    felter |= {
        "timer_2026-05-05": "4",
        "arbeid_2026-05-05": "3,5",
        "arsak_2026-05-06": "ferie",
        "versjon": liste.versjon,
    }
    svar = nettleser.post(siden, felter)
    assert svar.status_code == 302, svar.context["skjema"].errors
    dag = liste.dager.get(dato="2026-05-05")
    assert (dag.timer_program, dag.timer_arbeid) == (Decimal("4.00"), Decimal("3.50"))
    assert [(str(ett.fra), ett.arsak) for ett in Fravaer.objects.all()] == [("2026-05-06", "ferie")]
    uten_grunn = nettleser.post(adresse("timeliste_lever", liste), {"grunn": ""})
    assert "Hvorfor gjør ikke deltakeren det selv?" in uten_grunn.content.decode()
    sett_for = {"grunn": "Vi fylte den ut sammen på kontoret", "versjon": liste.versjon}
    assert "Noen andre har lagret" in nettleser.post(adresse("timeliste_lever", liste), sett_for).content.decode()
    liste.refresh_from_db()
    nettleser.post(adresse("timeliste_lever", liste), {**sett_for, "versjon": liste.versjon})
    liste.refresh_from_db()
    assert liste.status == Timelistestatus.LEVERT
    nettleser.post(adresse("timeliste_godkjenn", liste), {"versjon": liste.versjon})
    assert "Godkjent 3. juni 2026" in nettleser.get(siden).content.decode()


def test_godkjenner_ikke_noe_annet_enn_det_som_ble_vist(nettleser: Client, veileder: Aktor, kontor: Any) -> None:
    liste = med_liste(kontor, veileder, "Dal")
    svar = nettleser.post(adresse("timeliste_godkjenn", liste), {"versjon": liste.versjon - 1})
    assert "Noen andre har lagret" in svar.content.decode()
    liste.refresh_from_db()
    assert liste.status == Timelistestatus.LEVERT


def test_sendes_tilbake_med_ord(nettleser: Client, veileder: Aktor, kontor: Any) -> None:
    liste = med_liste(kontor, veileder, "Dal")
    svar = nettleser.post(adresse("timeliste_returner", liste), {"grunn": ""})
    assert "Fyll ut «Hva må rettes?»" in svar.content.decode()
    nettleser.post(adresse("timeliste_returner", liste), {"grunn": "Var du på praksis den 12.?"})
    liste.refresh_from_db()
    assert liste.returgrunn == "Var du på praksis den 12.?"
    # In a tab from before: said over the page, since the form is gone, and what was typed is not taken as kept.
    assert (
        "kan ikke gjøres nå"
        in nettleser.post(adresse("timeliste_returner", liste), {"grunn": "Igjen"}).content.decode()
    )
    services.timeliste_lever(veileder, timeliste=liste)
    assert "det du skrev, er ikke lagret" in nettleser.post(adresse("timeliste", liste), {}).content.decode()


def test_fravaer_med_legeerklaering_og_bort_igjen(nettleser: Client, veileder: Aktor, kontor: Any) -> None:
    liste = med_liste(kontor, veileder, "Dal", lever=False)
    siden = adresse("timeliste_fravaer", liste)
    assert "Dager igjen med stønad" in nettleser.get(siden).content.decode()
    felter = {"fra": "11.5.26", "til": "15.5.26", "arsak": "egen_sykdom"}
    fil = SimpleUploadedFile("lege.pdf", b"MZ noe helt annet")
    svar = nettleser.post(siden, {**felter, "vedlegg": fil})
    assert "innholdet er noe annet" in svar.content.decode()
    assert not Fravaer.objects.exists(), "nothing is half kept"
    nettleser.post(siden, {**felter, "vedlegg": SimpleUploadedFile("lege.pdf", b"%PDF-1.7 lege")})
    rad = Fravaer.objects.get()
    assert rad.legeerklaeringer.count() == 1
    nettleser.post(
        reverse("kontor:timeliste_lege", args=[rad.pk]),
        {"fra": "11.5.26", "til": "12.5.26", "vedlegg": SimpleUploadedFile("a.pdf", b"%PDF-1.7 lege")},
    )
    assert Legeerklaering.objects.count() == 2
    assert nettleser.get(adresse("timeliste", liste)).context["ark"].unntak == ["4 dager: Jeg var syk"]
    nettleser.post(reverse("kontor:timeliste_fravaer_fjern", args=[rad.pk]), {})
    assert not Fravaer.objects.exists()


def test_sider_finnes_bare_der_de_skal(nettleser: Client, veileder: Aktor, kontor: Any, kommune: Any) -> None:
    liste = med_liste(kontor, veileder, "Dal")
    for maned in ("2026-13", "0-1", "1-1", "9999-12", "99999999999999-1"):
        assert nettleser.get(f"/kontor/timelister/{maned}/").status_code == 404
    svar = nettleser.get(reverse("kontor:timeliste", args=[liste.sak_id, 2025, 5]))
    assert "ikke noe program å føre timer for i mai 2025" in svar.content.decode()
    # To look ahead makes no sheet: the week may be another by then.
    svar = nettleser.get(reverse("kontor:timeliste", args=[liste.sak_id, 2026, 7]))
    assert "Ingen har åpnet timelisten for denne måneden ennå." in svar.content.decode()
    fremmed = logg_inn(grunnlag.lag_aktor(Rolle.VEILEDER, grunnlag.lag_kontor(kommune, "NAV Fjordvik nord")))
    assert fremmed.get(adresse("timeliste", liste)).status_code == 404
    assert fremmed.post(adresse("timeliste_godkjenn", liste), {}).status_code == 404
    assert "Dal" not in fremmed.get(reverse("kontor:timelister")).content.decode()


def test_okonomi_leser_men_forer_ikke(okonomi: Aktor, veileder: Aktor, kontor: Any) -> None:
    liste = med_liste(kontor, veileder, "Dal")
    klient = logg_inn(okonomi)
    tekst = klient.get(adresse("timeliste", liste)).content.decode()
    assert "Send tilbake til deltakeren" not in tekst
    assert klient.post(adresse("timeliste_godkjenn", liste), {"versjon": liste.versjon}).status_code == 404


def test_bare_mine_er_tom_uten_faste_kontakter(nettleser: Client, veileder: Aktor, kontor: Any) -> None:
    med_liste(kontor, veileder, "Dal")
    tekst = nettleser.get(reverse("kontor:timelister") + "?hvem=mine").content.decode()
    assert "Her er bare dem du er fast kontakt for" in tekst


def test_like_mange_sporringer_for_en_som_for_fire(nettleser: Client, veileder: Aktor, kontor: Any) -> None:
    med_liste(kontor, veileder, "Aas", borte=True)
    siden = reverse("kontor:timelister")
    nettleser.get(siden)
    with CaptureQueriesContext(connection) as en:
        nettleser.get(siden)
    for navn in ("Bakke", "Dal", "Eide"):
        med_liste(kontor, veileder, navn, borte=True)
    with CaptureQueriesContext(connection) as fire:
        nettleser.get(siden)
    assert len(en) == len(fire)
    assert Sak.objects.count() == 4


def test_en_forlengelse_gir_dagene_og_unntaket_star_hos_den_som_godkjenner(
    nettleser: Client, veileder: Aktor, kontor: Any
) -> None:
    sak = grunnlag.lag_sak(kontor)
    gi_vedtak(sak, veileder, til=date(2026, 5, 17))
    liste = services.timeliste_apne(veileder, sak=sak, maned=MAI)
    forlengelse = {"type_": Vedtakstype.FORLENGELSE, "fra": date(2026, 5, 18), "til": date(2027, 2, 1)}
    gi_vedtak(sak, veileder, **forlengelse)  # type: ignore[arg-type]
    grunn = {"innsending": str(uuid.uuid4()), "grunn": "Vi fylte den ut sammen"}
    nektet = nettleser.post(adresse("timeliste_lever", liste), grunn)
    assert "Listen mangler 18. mai" in nektet.content.decode()
    assert "timer_2026-05-18" in nettleser.get(adresse("timeliste", liste)).content.decode()
    sendt = nettleser.post(adresse("timeliste_lever", liste), {**grunn, "innsending": str(uuid.uuid4())})
    assert sendt.status_code == 302


def test_en_godkjent_liste_som_mangler_dager_kan_sendes_tilbake(
    nettleser: Client, veileder: Aktor, kontor: Any
) -> None:
    sak = grunnlag.lag_sak(kontor)
    gi_vedtak(sak, veileder, til=date(2026, 5, 17))
    liste = services.timeliste_lever(veileder, timeliste=services.timeliste_apne(veileder, sak=sak, maned=MAI))
    services.timeliste_godkjenn(veileder, timeliste=liste)
    assert "Må noe rettes?" not in nettleser.get(adresse("timeliste", liste)).content.decode()
    forlengelse = {"type_": Vedtakstype.FORLENGELSE, "fra": date(2026, 5, 18), "til": date(2027, 2, 1)}
    gi_vedtak(sak, veileder, **forlengelse)  # type: ignore[arg-type]
    side = nettleser.get(adresse("timeliste", liste)).content.decode()
    assert "9 programdager mangler på listen" in side
    assert "Må noe rettes?" in side


class TestLegeerklaeringen:
    """The paper is opened by those who weigh the absence, and every look is written down."""

    @pytest.fixture
    def lege(self, veileder: Aktor, kontor: Any) -> Legeerklaering:
        liste = med_liste(kontor, veileder, "Dal", lever=False)
        services.fravaer_registrer(
            veileder,
            timeliste=liste,
            fravaer=Fravaerinn(date(2026, 5, 11), date(2026, 5, 15), "egen_sykdom"),
            papirer=[services.Fil("lege.pdf", b"%PDF-1.7 lege")],
        )
        return Legeerklaering.objects.get()

    @staticmethod
    def papir(lege: Legeerklaering) -> str:
        return reverse("kontor:timeliste_papir", args=[lege.fravaer_id, lege.pk])

    def test_apnes_fra_listen_og_star_i_sporingsloggen(self, nettleser: Client, lege: Legeerklaering) -> None:
        assert (
            f'href="{self.papir(lege)}"' in nettleser.get(adresse("timeliste", lege.fravaer.timeliste)).content.decode()
        )
        tidligere = set(Sporing.objects.values_list("pk", flat=True))
        svar = nettleser.get(self.papir(lege))
        assert svar.content == b"%PDF-1.7 lege"
        assert svar.headers["Content-Disposition"].startswith("attachment")
        assert "sandbox" in svar.headers["Content-Security-Policy"]
        sporing = Sporing.objects.exclude(pk__in=tidligere).get(utfall="vist")
        assert (sporing.sak_id, sporing.person_id) == (lege.sak_id, lege.sak.person_id)

    def test_den_som_bare_leser_listen_ser_dagene_men_ikke_papiret(
        self, okonomi: Aktor, revisor: Aktor, lege: Legeerklaering
    ) -> None:
        for aktor in (okonomi, revisor):
            klient = logg_inn(aktor)
            tekst = klient.get(adresse("timeliste", lege.fravaer.timeliste)).content.decode()
            assert "papiret er lagt ved" in tekst
            assert "lege.pdf" not in tekst
            assert "Legg til legeerklæring" not in tekst
            assert klient.get(self.papir(lege)).status_code == 404

    def test_finnes_ikke_ved_et_annet_fravaer_eller_uten_papir(
        self, nettleser: Client, veileder: Aktor, lege: Legeerklaering
    ) -> None:
        uten = services.legeerklaering_legg_til(veileder, fravaer=lege.fravaer)
        for deler in ([uuid.uuid4(), lege.pk], [lege.fravaer_id, uuid.uuid4()], [lege.fravaer_id, uten.pk]):
            assert nettleser.get(reverse("kontor:timeliste_papir", args=deler)).status_code == 404


def test_det_som_mangler_sees_for_fristen_og_hva_det_betyr(nettleser: Client, veileder: Aktor, kontor: Any) -> None:
    med_liste(kontor, veileder, "Dal", lever=False)
    med_liste(kontor, veileder, "Aas")
    tekst = nettleser.get(LISTEN).content.decode()
    assert "Listene skal være her fredag 5. juni 2026" in tekst
    assert "gir penger fredag 12. juni 2026" in tekst
    assert "Mangler før fristen" in tekst
    bare = nettleser.get(f"{LISTEN}?vis=mangler").content.decode()
    assert "Samira Dal</a>" in bare
    assert "Samira Aas</a>" not in bare
    with klokke.still_til(date(2026, 6, 8)):
        assert "Samira Dal</a>" in nettleser.get(f"{LISTEN}?vis=for_sent").content.decode()


def test_en_godkjent_liste_rettes_og_den_gamle_kan_leses(nettleser: Client, veileder: Aktor, kontor: Any) -> None:
    liste = services.timeliste_godkjenn(veileder, timeliste=med_liste(kontor, veileder, "Dal"))
    siden = adresse("timeliste", liste)
    assert "Er noe feil på den godkjente listen?" in nettleser.get(siden).content.decode()
    svar = nettleser.post(adresse("timeliste_rett", liste), {"grunn": "", "versjon": liste.versjon})
    assert "Fyll ut «Hva er feil på listen?»" in svar.content.decode()
    nettleser.post(adresse("timeliste_rett", liste), {"grunn": "Den 5. var jobb", "versjon": liste.versjon})
    ny = Timeliste.objects.get(sak=liste.sak)
    dager = {date(2026, 5, 5): Dagtimer(Decimal(2), Decimal("5.5"))}
    services.timeliste_lever(veileder, timeliste=services.timeliste_lagre(veileder, timeliste=ny, dager=dager))
    tekst = nettleser.get(siden).content.decode().replace("\N{NO-BREAK SPACE}", " ")
    assert "Den 5. var jobb" in tekst
    assert "7,5 t i programmet" in tekst
    assert "5,5 t i lønnet jobb" in tekst
    assert "Retter en liste som var godkjent" in tekst
    gammel = nettleser.get(reverse("kontor:timeliste_rettet", args=[liste.sak_id, 2026, 5, 1])).content.decode()
    assert "står her slik den var godkjent" in gammel
    assert nettleser.get(reverse("kontor:timeliste_rettet", args=[liste.sak_id, 2026, 5, 2])).status_code == 404
    services.timeliste_meld_feil(veileder, timeliste=ny, hva="Det var den 6.")
    assert "deltakeren sier at listen ikke stemmer" in nettleser.get(LISTEN).content.decode()
    nettleser.post(adresse("timeliste_svar", ny), {"svar": "Kvitteringen sier den 5."})
    assert "Kvitteringen sier den 5." in nettleser.get(siden).content.decode()
