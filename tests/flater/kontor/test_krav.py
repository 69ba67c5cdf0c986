"""The pages of too much paid, as veileder, beslutter, økonomi and the participant meet them."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.fag.avstemming.enums import Postslag
from fotfeste.fag.krav import services
from fotfeste.fag.krav.enums import Kravarsak, Kravstatus
from fotfeste.fag.krav.models import Krav, Refusjonskrav
from fotfeste.fag.oversikt.selectors import oversikt_en
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.endringsarsak import Endringsarsak
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import Aktor
from tests.fag.avstemming.fortelling import betalt_to_ganger, deltakere, sendt, si
from tests.fag.krav.fortelling import APRIL, MAI, bestemt, betal, differanse, funnet
from tests.grunnlag import lag_deltaker, lag_sak_i_program

pytestmark = pytest.mark.django_db


def _inn(aktor: Aktor) -> Client:
    client = Client()
    client.force_login(aktor.krev_bruker())
    return client


def _gjor(client: Client, krav: Krav, kommando: str, **felter: object) -> str:
    """Give a command by its form, and read the page one comes to."""
    svar = client.post(
        reverse("kontor:krav_kommando", args=[krav.pk, kommando]),
        {navn: str(verdi) for navn, verdi in felter.items()},
        follow=True,
    )
    assert svar.status_code == 200
    return svar.content.decode()


def _oppgaver(sak: Sak) -> str:
    return " ".join(oppgave.hva for oppgave in oversikt_en(sak).oppgaver)


@pytest.fixture
def sak(kontor: Kontor) -> Sak:
    sak = lag_sak_i_program(kontor)
    betal(sak, APRIL)
    return sak


def test_fra_listen_til_bestemt_og_hjelp(
    sak: Sak, kontor: Kontor, veileder: Aktor, beslutter: Aktor, okonomi: Aktor, revisor: Aktor
) -> None:
    deltaker = lag_deltaker(sak.person, kontor)
    mindre = differanse(sak, APRIL, -3000)
    v, b, d = _inn(veileder), _inn(beslutter), _inn(deltaker)
    assert "Samira Testdal" in v.get(reverse("kontor:krav_liste")).content.decode()
    assert "er utbetalt for mye, og ikke vurdert" in _oppgaver(sak)
    side = v.get(reverse("kontor:krav_sak", args=[sak.pk])).content.decode()
    assert "Barnetillegg" in side
    assert "−3\xa0000\xa0kr" in side
    feil = v.post(reverse("kontor:krav_apne", args=[sak.pk]), {"differanser": []})
    assert "Velg minst én måned" in feil.content.decode()
    v.post(reverse("kontor:krav_apne", args=[sak.pk]), {"differanser": [str(mindre.pk)]})
    krav = Krav.objects.get()
    assert d.get(reverse("deltaker:krav")).content.decode().count("for mye") == 1, "nobody has told of it yet"

    _gjor(v, krav, "vurder_arsak", arsak="god_tro", arsak_ord="Barnet flyttet i mars.", versjon=krav.versjon)
    prov = v.get(reverse("kontor:krav", args=[krav.pk]), {"per_maned": "2900", "fra": "2026-06-01"}).content.decode()
    assert "over 2 måneder" in prov
    assert "Igjen å leve av" in prov
    tull = v.get(reverse("kontor:krav", args=[krav.pk]), {"per_maned": "tusen", "fra": "juni"})
    assert tull.status_code == 200
    assert "hele kroner" in _gjor(v, krav, "varsle", per_maned="tusen", fra=MAI, uttalefrist="17.6.26")
    assert "Varselet er sendt" in _gjor(v, krav, "varsle", per_maned="1 000", fra=MAI, uttalefrist="17.6.26")

    assert "Du har fått for mye i stønad" in d.get(reverse("deltaker:forside")).content.decode()
    assert "For mye utbetalt" in d.get(reverse("deltaker:penger")).content.decode()
    svar = reverse("deltaker:krav_svar", args=[krav.pk])
    assert "mellom 1 kr" in d.post(svar, {"svar": "annen_plan"}).content.decode()
    d.post(svar, {"svar": "annen_plan", "belop": "500", "ord_": "Jeg har høy husleie."})
    side = v.get(reverse("kontor:krav", args=[krav.pk])).content.decode()
    assert "Jeg har høy husleie." in side
    krav.refresh_from_db()
    begrunnelse = "Vi gjør som du ber om."
    _gjor(v, krav, "send_til_beslutter", per_maned=500, fra=MAI, begrunnelse=begrunnelse, versjon=krav.versjon)
    krav.refresh_from_db()
    assert "er klart til beslutning" in _oppgaver(sak)
    assert begrunnelse in b.get(reverse("kontor:krav", args=[krav.pk])).content.decode()
    assert "brevet er sendt" in _gjor(b, krav, "bestem", versjon=krav.versjon)
    assert "kan ikke gjøres nå" in _gjor(b, krav, "returner", tekst="Se på datoen."), "too late, and said so"

    d.post(reverse("deltaker:krav_hjelp", args=[krav.pk]), {"ord_": "Jeg har ikke til mat."})
    assert "Jeg har ikke til mat." in v.get(reverse("kontor:krav", args=[krav.pk])).content.decode()
    _gjor(v, krav, "gi_trekkfri", maned=MAI)
    _gjor(v, krav, "svar_pa_hjelp", ord_="Du kan søke om sosialhjelp.")
    _gjor(v, krav, "endre_plan", per_maned=300, fra=MAI)
    min_side = d.get(reverse("deltaker:krav")).content.decode()
    assert "Du kan søke om sosialhjelp." in min_side
    assert "vi trekker 300\xa0kr" in min_side
    _gjor(_inn(okonomi), krav, "registrer_innbetaling", dato="i dag", belop=3000, referanse="Bilag 1")
    krav.refresh_from_db()
    assert krav.status == Kravstatus.NEDBETALT
    assert "Alt er gjort opp" in d.get(reverse("deltaker:krav")).content.decode()
    assert _inn(revisor).get(reverse("kontor:krav", args=[krav.pk])).status_code == 200


def test_refusjon_og_det_som_ikke_kreves(
    sak: Sak, kontor: Kontor, veileder: Aktor, beslutter: Aktor, okonomi: Aktor
) -> None:
    krav = bestemt(veileder, beslutter, funnet(veileder, sak, differanse(sak, APRIL, -900, Endringsarsak.YTELSE)))
    v, ny = _inn(veileder), reverse("kontor:refusjon_ny", args=[sak.pk])
    felter = {"ytelse": "sykepenger", "fra": "1.4.26", "til": "30.4.26", "etterbetalt": "900"}
    assert "Tiden må slutte" in v.post(ny, {**felter, "til": "1.3.26"}).content.decode()
    v.post(ny, felter)
    rad = Refusjonskrav.objects.get()
    assert v.get(reverse("kontor:refusjon_brev", args=[rad.pk])).content.startswith(b"%PDF")
    assert "venter på svar fra NAV" in v.get(reverse("kontor:krav", args=[krav.pk])).content.decode()
    v.post(reverse("kontor:refusjon_kommando", args=[rad.pk, "registrer_avslag"]), {"grunn": "NAV fant det ikke."})
    assert "NAV fant det ikke." in v.get(reverse("kontor:krav_sak", args=[sak.pk])).content.decode()
    _gjor(v, krav, "frafall", grunn="Det er lite, og vår feil.")
    assert Krav.objects.get().status == Kravstatus.FRAFALT
    v.post(ny, felter)
    rad = Refusjonskrav.objects.get(status="fremsatt")
    o, innfri = _inn(okonomi), reverse("kontor:refusjon_kommando", args=[rad.pk, "innfri"])
    assert (
        "som er det vi krevde" in o.post(innfri, {"dato": "i dag", "belop": "5000", "referanse": "B"}).content.decode()
    )
    o.post(innfri, {"dato": "i dag", "belop": "900", "referanse": "B"})
    assert Refusjonskrav.objects.get(pk=rad.pk).innbetalt == 900


def test_tilbakebetaling_begynner_fra_kravet(sak: Sak, kontor: Kontor, veileder: Aktor) -> None:
    deltaker = lag_deltaker(sak.person, kontor)
    krav = funnet(veileder, sak, differanse(sak, APRIL, -900))
    v = _inn(veileder)
    assert 'value="tilbakebetaling"' not in v.get(reverse("kontor:vedtak", args=[sak.pk])).content.decode()
    krav = services.krav_vurder_arsak(veileder, krav=krav, arsak=Kravarsak.URIKTIG)
    side = _gjor(v, krav, "start_tilbakebetaling", versjon=krav.versjon)
    assert "Opplysningen som var feil" in side
    assert "For mye utbetalt, april 2026" in side
    vedtak = sak.vedtak.get(type="tilbakebetaling")
    v.post(reverse("kontor:vedtak_varsle", args=[sak.pk, vedtak.pk]), {"uttalefrist": "17.6.26"})
    v.post(
        reverse("kontor:vedtak", args=[sak.pk]),
        {
            "begrunnelse_regler": "Stønad kan kreves tilbake.",
            "begrunnelse_fakta": "Barnet flyttet.",
            "grunn_ord": "Barnet",
            "versjon": str(vedtak.versjon),
        },
    )
    v.post(reverse("kontor:vedtak_varsle", args=[sak.pk, vedtak.pk]), {"uttalefrist": "17.6.26"})
    assert "kreve penger tilbake" in _inn(deltaker).get(reverse("deltaker:forside")).content.decode()
    assert "kreve penger tilbake" in _inn(deltaker).get(reverse("deltaker:varsel")).content.decode()


def test_penger_som_kom_to_ganger_blir_et_krav(
    kontor: Kontor, veileder: Aktor, beslutter: Aktor, okonomi: Aktor, okonomi2: Aktor
) -> None:
    """From the bank's contradiction, by a choice and a button, to the participant's own page; then the bank has it."""
    (sak,) = deltakere(kontor, veileder, 1)
    deltaker, kjoring = lag_deltaker(sak.person, kontor), sendt(kontor, okonomi, okonomi2)
    forst = kjoring.utbetalinger.get()
    post = betalt_to_ganger(kjoring, forst, veileder, okonomi, okonomi2)
    v, o, d = _inn(veileder), _inn(okonomi), _inn(deltaker)
    adresse = reverse("kontor:avstemming_post", args=[post.pk])
    assert "Deltakeren har fått pengene to ganger" in o.get(adresse).content.decode()
    svar = o.post(adresse, {"utfall": "dobbelt", "grunn": "Begge står på kontoen"}, follow=True).content.decode()
    assert "det er skrevet ned" in svar
    assert "Deltakeren har fått pengene to ganger" in o.get(adresse).content.decode()
    assert "er utbetalt for mye, og ikke vurdert" in _oppgaver(sak)
    assert "Testinea" in v.get(reverse("kontor:krav_liste")).content.decode()
    side = reverse("kontor:krav_sak", args=[sak.pk])
    assert "De samme pengene ble betalt to ganger" in v.get(side).content.decode()
    v.post(reverse("kontor:krav_apne", args=[sak.pk]), {"differanser": [str(forst.dobbeltbetaling.pk)]})
    krav = bestemt(veileder, beslutter, Krav.objects.get(), per_maned=5000, fra=MAI.replace(month=6))
    for klient, navn, args in (
        (v, "kontor:krav", [krav.pk]),
        (d, "deltaker:krav", []),
        (d, "deltaker:hele_saken", []),
    ):
        assert "etalt to ganger" in klient.get(reverse(navn, args=args)).content.decode()
    assert "for mye. Vi trekker ingenting" in d.get(reverse("deltaker:penger")).content.decode()
    si(kjoring, forst, Postslag.UT_SNUDD)
    assert "er de ikke lenger betalt to ganger" in v.get(reverse("kontor:krav", args=[krav.pk])).content.decode()
    egen = d.get(reverse("deltaker:krav")).content.decode()
    assert "Alt er gjort opp" in egen
    assert "er ikke lenger betalt to ganger" in egen


def test_en_annens_krav_finnes_ikke(sak: Sak, kontor: Kontor, veileder: Aktor) -> None:
    krav = funnet(veileder, sak, differanse(sak, APRIL, -900))
    annen = lag_sak_i_program(kontor, fra=date(2026, 1, 5))
    fremmed = _inn(lag_deltaker(annen.person, kontor))
    for navn in ("krav_svar", "krav_hjelp"):
        assert fremmed.post(reverse(f"deltaker:{navn}", args=[krav.pk]), {"svar": "enig"}).status_code == 404
    assert "ikke funnet noe" in fremmed.get(reverse("deltaker:krav")).content.decode()
    assert _inn(veileder).post(reverse("kontor:krav_kommando", args=[krav.pk, "tull"])).status_code == 404
