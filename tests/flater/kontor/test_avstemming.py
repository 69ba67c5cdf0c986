"""Økonomi reads the bank's files and reconciles, from the pages."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from fotfeste.fag.avstemming.models import Bankmelding, Bankpost
from fotfeste.fag.utbetaling.enums import Utbetalingsstatus
from fotfeste.fag.utbetaling.models import Kjoring
from fotfeste.flater.kontor.avstemming_views import _lest_for
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.models import Kommune, Kontor
from fotfeste.grunnmur.tilgang import Aktor
from fotfeste.kobling.betaling.falsk_bank import Utfall
from tests import grunnlag
from tests.fag.avstemming.fortelling import banken, deltakere, les, pain001, sendt

pytestmark = pytest.mark.django_db


@pytest.fixture
def kjoring(kontor: Kontor, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor) -> Kjoring:
    deltakere(kontor, veileder, 3)
    return sendt(kontor, okonomi, okonomi2)


def _som(aktor: Aktor) -> Client:
    klient = Client()
    klient.force_login(aktor.krev_bruker())
    return klient


def _ren(svar) -> str:  # type: ignore[no-untyped-def]
    assert svar.status_code == 200
    return " ".join(svar.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


def _last_opp(klient: Client, *filer: tuple[str, bytes]) -> str:
    opp = [SimpleUploadedFile(navn, innhold) for navn, innhold in filer]
    return _ren(klient.post(reverse("kontor:avstemming"), {"filer": opp, "innsending": uuid4()}, follow=True))


def _post(klient: Client, navn: str, *args: object, **felter: object) -> str:
    adresse = reverse(f"kontor:{navn}", args=args)
    return _ren(klient.post(adresse, {"innsending": uuid4(), **felter}, follow=True))


def test_en_fil_nattjobben_leste_etter_midnatt_er_lest_den_dagen() -> None:
    melding = Bankmelding(mottatt=datetime(2026, 6, 11, 22, 30, tzinfo=UTC))
    assert "12. juni 2026" in _lest_for(melding)


def test_fra_fil_til_avstemt(kjoring: Kjoring, okonomi: Aktor, okonomi2: Aktor) -> None:
    en = kjoring.utbetalinger.order_by("ende_til_ende")[0]
    svar = banken(kjoring, {en: Utfall.AVVIST})
    klient = _som(okonomi)
    side = _last_opp(
        klient, ("svar.xml", svar.kvittering), ("konto.xml", svar.bokforing), ("feil.xml", pain001(kjoring))
    )
    assert "svar.xml: 1 avvist av banken, 2 godtatt av banken." in side
    assert "konto.xml: 2 bokført." in side
    assert "feil.xml: Dette er filen til banken (pain.001), ikke svaret fra den." in side
    assert f"Lest før, 3. juni 2026 av {okonomi.navn}" in _last_opp(klient, ("svar.xml", svar.kvittering))

    side = _ren(klient.get(reverse("kontor:avstemming_kjoring", args=[kjoring.pk])))
    for ventet in ("Venter på nytt kontonummer", "Kontonummeret finnes ikke.", "Avstem kjøringen", "45 020,00 kr"):
        assert ventet in side
    assert "en annen i økonomi må avstemme" in _ren(
        _som(okonomi2).get(reverse("kontor:avstemming_kjoring", args=[kjoring.pk]))
    )
    assert "Kjøringen er avstemt." in _post(klient, "avstemming_avstem", kjoring.pk)
    assert "Du frigav denne kjøringen" in _post(_som(okonomi2), "avstemming_avstem", kjoring.pk)
    assert "Avstemt" in _ren(klient.get(reverse("kontor:avstemming")))
    fil = klient.get(reverse("kontor:avstemming_fil", args=[Bankmelding.objects.earliest("mottatt").pk]))
    assert fil.content == svar.kvittering
    assert "attachment" in fil.headers["Content-Disposition"]


@pytest.mark.parametrize(
    ("innhold", "setning"),
    [
        (b"", "er tom"),
        (b"hei", "ikke et svar fra banken"),
        (b"<a>", "kuttet eller skadet"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "DOCTYPE"),
        (b"<a/>", "ikke et svar fra banken"),
    ],
)
def test_en_fil_som_ikke_kan_leses_far_en_setning(okonomi: Aktor, innhold: bytes, setning: str) -> None:
    opp = SimpleUploadedFile("fil.xml", innhold)
    svar = _som(okonomi).post(reverse("kontor:avstemming"), {"filer": [opp], "innsending": uuid4()})
    assert setning in _ren(svar)
    assert not Bankmelding.objects.exists()
    assert "Velg minst én fil" in _ren(_som(okonomi).post(reverse("kontor:avstemming"), {"innsending": uuid4()}))


def test_en_post_avklares_og_en_betaling_rettes(kjoring: Kjoring, okonomi: Aktor) -> None:
    forst, andre, _tredje = kjoring.utbetalinger.order_by("ende_til_ende")
    svar = banken(kjoring, {forst: Utfall.RETUR})
    assert svar.retur
    les(okonomi, kjoring, svar.bokforing, svar.retur.replace(forst.ende_til_ende.encode(), b"NOTPROVIDED"))
    post = Bankpost.objects.get(slag="retur")
    klient = _som(okonomi)
    side = _ren(klient.get(reverse("kontor:avstemming_post", args=[post.pk])))
    assert "Kan være en av disse" in side
    assert forst.ende_til_ende in side
    assert "Skriv kjennetegnet" in _post(klient, "avstemming_post", post.pk, utfall="koblet", grunn="Navnet stemmer")
    side = _post(
        klient, "avstemming_post", post.pk,
        utfall="koblet", ende_til_ende=forst.ende_til_ende, grunn="Navnet stemmer",
    )  # fmt: skip
    assert "det er skrevet ned" in side
    forst.refresh_from_db()
    assert forst.status == Utbetalingsstatus.RETURNERT
    assert "Navnet stemmer" in _ren(klient.get(reverse("kontor:avstemming_betaling", args=[forst.pk])))

    assert "Pengene går med neste kjøring" in _post(
        klient, "avstemming_betaling", andre.pk, kommando="feilsendt", grunn="To sifre var byttet om"
    )
    assert "Betal på nytt til samme konto" in _ren(klient.get(reverse("kontor:avstemming_betaling", args=[andre.pk])))
    _post(klient, "avstemming_betaling", andre.pk, kommando="prov_igjen", grunn="Riktig nå")
    andre.refresh_from_db()
    assert (andre.status, andre.prov_igjen) == (Utbetalingsstatus.FEILSENDT, True)


def test_prøvebanken_svarer_når_dagen_er_kommet(kjoring: Kjoring, okonomi: Aktor) -> None:
    side = _post(_som(okonomi), "avstemming_provebank", kjoring.pk)
    assert "3 godtatt av banken" in side
    assert "Prøvebanken har mer å si 12. juni 2026" in side
    with klokke.still_til(kjoring.utbetalingsdato):
        klient = _som(okonomi)
        okt = klient.session
        okt["tidsmaskin"] = kjoring.utbetalingsdato.isoformat()
        okt.save()
        _post(klient, "avstemming_provebank", kjoring.pk)
    assert set(kjoring.utbetalinger.values_list("status", flat=True)) == {Utbetalingsstatus.UTBETALT}


def test_prøvebanken_finnes_bare_i_demoen(kjoring: Kjoring, okonomi: Aktor, settings) -> None:  # type: ignore[no-untyped-def]
    settings.FOTFESTE_DEMO = False
    klient = _som(okonomi)
    adresse = reverse("kontor:avstemming_provebank", args=[kjoring.pk])
    assert klient.post(adresse, {"innsending": uuid4()}).status_code == 404
    assert "prøvebanken" not in _ren(klient.get(reverse("kontor:avstemming_kjoring", args=[kjoring.pk])))


def test_en_annen_kommunes_okonomi_ser_ingenting(kjoring: Kjoring, okonomi: Aktor) -> None:
    les(okonomi, kjoring, banken(kjoring).bokforing)
    fremmed = grunnlag.lag_aktor(
        okonomi.tildelinger[0].rolle, grunnlag.lag_kontor(grunnlag.lag_kommune("Sjøvik", "1111"))
    )
    Kommune.objects.filter(navn="Sjøvik").update(utbetalingskonto="86011117939")
    klient = _som(fremmed)
    for navn, pk in (
        ("avstemming_kjoring", kjoring.pk),
        ("avstemming_betaling", kjoring.utbetalinger.first().pk),  # type: ignore[union-attr]
        ("avstemming_post", Bankpost.objects.first().pk),  # type: ignore[union-attr]
        ("avstemming_fil", Bankmelding.objects.get().pk),
    ):
        assert klient.get(reverse(f"kontor:{navn}", args=[pk])).status_code == 404
    side = _last_opp(klient, ("konto.xml", banken(kjoring).bokforing + b"\n"))
    assert "en annen konto" in side
