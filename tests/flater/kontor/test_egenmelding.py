"""Egenmelding on the pages: the office's way from count to letter, the participant's answer, and what stands where."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.fag.egenmelding.enums import Bekreftelsesstatus, Stoppstatus
from fotfeste.fag.egenmelding.models import Egenmeldingsbekreftelse, Egenmeldingsstopp
from fotfeste.fag.oppfolging.models import Kontakt
from fotfeste.fag.oppmote.enums import Fravaersarsak
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Aktor
from tests import grunnlag
from tests.fag.egenmelding.fortelling import bestemt, borte, i_program_siden, syk_fire_ganger
from tests.flater.kontor.test_program import logg_inn

pytestmark = pytest.mark.django_db


@pytest.fixture
def i_program(sak: Sak, veileder: Aktor, deltaker: Aktor) -> Sak:
    return i_program_siden(sak, veileder)


def siden(sak: Sak) -> str:
    return reverse("kontor:egenmelding", args=[sak.pk])


def gjor(klient: Client, stopp: Egenmeldingsstopp, kommando: str, **data: str) -> str:
    """Send the command's form and read the page that comes."""
    adresse = reverse("kontor:egenmelding_kommando", args=[stopp.pk, kommando])
    return klient.post(adresse, data, follow=True).content.decode()


def test_fra_telling_til_legeerklaering_fra_forste_dag(
    i_program: Sak, veileder: Aktor, beslutter: Aktor, deltaker: Aktor
) -> None:
    sak = i_program
    syk_fire_ganger(sak)
    v, b, d = logg_inn(veileder), logg_inn(beslutter), logg_inn(deltaker)
    assert "<b>4 fravær</b> telles de siste tolv månedene" in v.get(siden(sak)).content.decode()
    start = reverse("kontor:egenmelding_start", args=[sak.pk])
    assert "Fyll ut" in v.post(start, {"gjelder": "egen"}).content.decode()
    svar = v.post(start, {"gjelder": "egen", "grunn": "rimelig_grunn"}, follow=True).content.decode()
    assert "Skriv hva som gir rimelig grunn" in svar
    v.post(start, {"gjelder": "egen", "grunn": "antall"})
    stopp = sak.egenmeldingsstopp.get()

    assert "så deltakeren får tid" in gjor(v, stopp, "varsle", uttalefrist="3.6.26")
    assert "Forhåndsvarselet er sendt." in gjor(v, stopp, "varsle", uttalefrist="17.6.26")
    assert "Les og svar" in d.get(reverse("deltaker:forside")).content.decode()
    min_side = reverse("deltaker:egenmelding")
    assert "Du brukte egenmelding 1. september 2025." in d.get(min_side).content.decode()
    svaradresse = reverse("deltaker:egenmelding_svar", args=[stopp.pk])
    assert "Skriv svaret, eller kryss av" in d.post(svaradresse, {"uttalelse": ""}).content.decode()
    assert "Vi leser det du har skrevet" in d.post(svaradresse, {"uttalelse": "Migrene."}, follow=True).content.decode()

    svar = gjor(v, stopp, "send_til_beslutter")
    assert "Skriv hva du har lagt vekt på." in svar
    assert "Migrene." in svar
    stopp.refresh_from_db()
    utkast = {"fakta": stopp.fakta, "hensyn": "Vi vil at legen ser på det.", "fra": "4.6.26"}
    utkast["versjon"] = str(stopp.versjon)
    gjor(v, stopp, "lagre", **utkast)
    assert "Noen andre har lagret mens du skrev" in gjor(v, stopp, "lagre", **utkast), "two tabs"
    gjor(v, stopp, "send_til_beslutter")
    assert v.post(reverse("kontor:egenmelding_kommando", args=[stopp.pk, "bestem"])).status_code == 404
    assert "Bestemt, og brevet er sendt." in gjor(b, stopp, "bestem")
    stopp.refresh_from_db()
    assert stopp.status == Stoppstatus.BESTEMT

    sagt = "Det gjelder fra 4. juni 2026 til vi har vurdert det på nytt, senest 3. desember 2026."
    assert sagt in d.get(min_side).content.decode()
    assert "Må ha legeerklæring fra første dag" in v.get(reverse("kontor:sak", args=[sak.pk])).content.decode()
    with klokke.still_til(date(2026, 12, 10)):
        assert "skulle vurderes på nytt senest 3. desember 2026" in v.get(siden(sak)).content.decode()
        assert "Lagret." in gjor(v, stopp, "revurder", vurdering="Fortsatt mye borte.")
        assert "Opprettholdt, og brevet er sendt." in gjor(b, stopp, "oppretthold")
        assert "Retten er gitt tilbake." in gjor(v, stopp, "opphev", vurdering="Bedre nå.")
    assert "Kan bruke egenmelding igjen".lower() in v.get(siden(sak)).content.decode().lower()


def test_beslutter_sender_tilbake_og_veileder_legger_bort(i_program: Sak, veileder: Aktor, beslutter: Aktor) -> None:
    v, b = logg_inn(veileder), logg_inn(beslutter)
    start = reverse("kontor:egenmelding_start", args=[i_program.pk])
    v.post(start, {"gjelder": "barn", "grunn": "rimelig_grunn", "fakta": "Barnet var i barnehagen."})
    stopp = i_program.egenmeldingsstopp.get()
    gjor(v, stopp, "varsle", uttalefrist="17.6.26")
    gjor(v, stopp, "uttalelse", dato="3.6.26", uttalelse="", vil_ikke="on")
    gjor(v, stopp, "lagre", fakta="Barnet var i barnehagen.", hensyn="Sett av styreren.", fra="10.6.26")
    gjor(v, stopp, "send_til_beslutter")
    assert "Barnet var i barnehagen." in b.get(siden(i_program)).content.decode()
    gjor(b, stopp, "returner", grunn="Hvem sa det?")
    svar = v.get(siden(i_program)).content.decode()
    assert "Beslutteren sendte det tilbake: «Hvem sa det?»" in svar
    gjor(v, stopp, "frafall", grunn="Det var en misforståelse.")
    assert "Det var en misforståelse." in v.get(siden(i_program)).content.decode()
    ukjent = reverse("kontor:egenmelding_kommando", args=[stopp.pk, "finnes_ikke"])
    assert v.post(ukjent).status_code == 404


def test_en_annen_deltaker_svarer_ikke_for_meg(
    i_program: Sak, kontor: object, veileder: Aktor, beslutter: Aktor
) -> None:
    stopp = bestemt(veileder, beslutter, i_program)
    annen = grunnlag.lag_deltaker(grunnlag.lag_person(etternavn="Dal"), i_program.kontor)
    klient = logg_inn(annen)
    assert klient.post(reverse("deltaker:egenmelding_svar", args=[stopp.pk]), {"uttalelse": "Ja"}).status_code == 404
    assert "opptil tre dager om gangen" in klient.get(reverse("deltaker:egenmelding")).content.decode()


def test_en_muntlig_egenmelding_bekreftes(i_program: Sak, veileder: Aktor, deltaker: Aktor) -> None:
    fravaer = borte(i_program, date(2026, 5, 12), date(2026, 5, 13))
    v, d = logg_inn(veileder), logg_inn(deltaker)
    arket = reverse("kontor:timeliste", args=[i_program.pk, 2026, 5])
    adresse = reverse("kontor:egenmelding_bekreftelse", args=[fravaer.pk])
    assert adresse in v.get(arket).content.decode()
    assert "Svarfrist" in v.get(adresse).content.decode()
    v.post(adresse, {"frist": "17.6.26"})
    krav = Egenmeldingsbekreftelse.objects.get()
    assert "Bekreft at du var syk fra 12. mai 2026" in d.get(reverse("deltaker:forside")).content.decode()
    assert "Jeg bekrefter at jeg var syk" in d.get(reverse("deltaker:egenmelding")).content.decode()
    with klokke.still_til(date(2026, 6, 18)):
        bort = reverse("kontor:egenmelding_krav", args=[krav.pk, "la_falle_bort"])
        assert "Fyll ut «Hvorfor?»" in v.post(bort, {"begrunnelse": ""}).content.decode()
        bekreft = reverse("deltaker:egenmelding_bekreft", args=[krav.pk])
        assert "Takk. Det er bekreftet." in d.post(bekreft, {"tekst": ""}, follow=True).content.decode()
        assert v.post(bort, {"begrunnelse": "Kom ikke."}, follow=True).status_code == 200
    krav.refresh_from_db()
    assert krav.status == Bekreftelsesstatus.BEKREFTET, "it came late, and before anyone decided"


def test_forsokene_star_ved_arket_og_trekket_venter_pa_vedtak(sak: Sak, veileder: Aktor) -> None:
    i_program_siden(sak, veileder, forbehold=False)
    borte(sak, date(2026, 5, 12), arsak=Fravaersarsak.ULEGITIMERT)
    v = logg_inn(veileder)
    arket = reverse("kontor:timeliste", args=[sak.pk, 2026, 5])
    svar = v.get(arket).content.decode()
    assert "Ingen har prøvd å ta kontakt ennå." in svar
    assert "Trekkes ikke før et vedtak er fattet." in svar
    assert "Det gjelder 12. mai, til sammen 1\N{NO-BREAK SPACE}072\N{NO-BREAK SPACE}kr." in svar
    forsok = reverse("kontor:timeliste_forsok", args=[sak.pk, 2026, 5])
    assert v.post(forsok, {"kanal": "rykte"}).status_code == 404
    svar = v.post(forsok, {"kanal": "telefon"}, follow=True).content.decode()
    assert "Forsøket er logget." in svar
    assert "3. juni 2026: telefon, svarte ikke" in svar
    assert Kontakt.objects.get().resultat == "ikke_svar"
    v.post(reverse("kontor:vedtak_start", args=[sak.pk]), {"type": "fravaerstrekk"})
    assert sak.vedtak.filter(type=Vedtakstype.FRAVAERSTREKK).exists()
    assert "Gå til vedtaket som er under arbeid" in v.get(arket).content.decode()
    skriv = v.get(reverse("kontor:vedtak", args=[sak.pk])).content.decode()
    assert "Første dag borte" in skriv
    assert "Send forhåndsvarsel" in skriv
