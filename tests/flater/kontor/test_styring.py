"""The office's figures, as a leader reads them."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from fotfeste.fag.oppfolging.enums import Avslutningsmate
from fotfeste.fag.oppfolging.models import Avslutning
from fotfeste.fag.vedtak import services as vedtakene
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from fotfeste.innsikt.styring.selectors import tallene
from fotfeste.regelverk.vilkar import Avslagsgrunn, Vilkarskode
from tests import grunnlag
from tests.fag.klage.fortelling import avslatt
from tests.fag.vedtak.fortelling import begrunn, fullfor_aev, innvilget, lag_soknad, vurder_alle

pytestmark = pytest.mark.django_db
JUNI = date(2026, 6, 1)


def les(client: Client, leder: Aktor, **valg: str) -> str:
    client.force_login(leder.krev_bruker())
    svar = client.get(reverse("kontor:styring"), valg)
    assert svar.status_code == 200
    return " ".join(svar.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


def slutt(kontor: Kontor, mate: str = Avslutningsmate.FULLFORT, situasjon: str = "ordinaert_arbeid") -> None:
    """Somebody whose programme ended 5 May."""
    sak = grunnlag.lag_sak_i_program(kontor)
    with kommando(SYSTEM, "test"):
        Avslutning.objects.create(
            sak=sak, dato=date(2026, 5, 5), mate=mate, situasjon=[situasjon], viktigste_inntekt=situasjon
        )


def test_et_tomt_kontor_sier_hva_som_mangler(client: Client, leder: Aktor) -> None:
    side = les(client, leder)
    for setning in (
        "Ingen sluttet i programmet i denne tiden.",
        "Ingen søknader ble avgjort i denne tiden.",
        "Ingen perioder ble vedtatt i denne tiden.",
        "Ingen aktiviteter sluttet uten varsel",
    ):
        assert setning in side


def test_hver_andel_sier_hvor_mange_den_er_av(client: Client, leder: Aktor, kontor: Kontor) -> None:
    for mate, situasjon in (
        (Avslutningsmate.FULLFORT, "ordinaert_arbeid"),
        (Avslutningsmate.FULLFORT, "aap"),
        (Avslutningsmate.UTEBLIVELSE, "ukjent"),
        (Avslutningsmate.FLYTTET_KOMMUNE, "ukjent"),
    ):
        slutt(kontor, mate, situasjon)
    side = les(client, leder, fra="1.5.26", til="31.5.26")
    assert "<b>50,0 % ble selvhjulpne</b>: 1 av 2 som fullførte" in side
    assert "Av alle 4 som sluttet, er det 25,0 %." in side
    assert "0 kontor når målet på 55 %." in side
    assert "1 flyttet. Den som flytter, har ikke falt fra" in side
    assert "Sluttet uten å fullføre: varig uteblivelse 1." in side
    grunnlag.lag_valg(kontor.kommune, "selvhjulpne_mal_prosent", 50)
    assert "1 kontor når målet på 50 %." in les(client, leder, fra="1.5.26", til="31.5.26")
    assert "Ingen sluttet i programmet" in les(client, leder, fra="1.6.26", til="3.6.26")


def test_fra_soknad_til_svar_og_det_som_venter(
    client: Client, leder: Aktor, veileder: Aktor, beslutter: Aktor, kontor: Kontor
) -> None:
    innvilget(veileder, beslutter, grunnlag.lag_sak(kontor))
    lag_soknad(grunnlag.lag_sak(kontor, grunnlag.lag_person(fornavn="Amina")), date(2025, 11, 3))
    side = les(client, leder)
    assert "<b>100,0 % begynte innen seks måneder</b> (1 av 1)" in side
    assert "Halvparten av de 1 som fikk svar, fikk det innen 30 dager." in side
    assert "1 søknad har ventet mer enn et halvt år uten svar." in side
    assert "<b>100,0 % av vedtakene er på tolv måneder</b> (1 av 1)" in side


def test_perioden_ma_henge_sammen(client: Client, leder: Aktor) -> None:
    assert "Perioden slutter før den begynner." in les(client, leder, fra="1.6.26", til="1.5.26")
    assert "felt-feil" in les(client, leder, fra="i fjor en gang", til="1.5.26")


def test_i_januar_star_fjoraret_der(client: Client, leder: Aktor) -> None:
    with klokke.still_til(date(2027, 1, 4)):
        side = les(client, leder)
    assert 'value="01.01.2026"' in side
    assert 'value="31.12.2026"' in side


def test_et_annet_kontor_er_ikke_med(client: Client, leder: Aktor, kontor: Kontor) -> None:
    slutt(grunnlag.lag_kontor(kontor.kommune, "NAV nord"))
    assert "Ingen sluttet i programmet" in les(client, leder, fra="1.5.26", til="31.5.26")


def test_tolv_saker_koster_ikke_mer_enn_tre(client: Client, leder: Aktor, kontor: Kontor) -> None:
    svar = []
    for antall in (3, 9):
        for _ in range(antall):
            slutt(kontor)
        les(client, leder)
        with CaptureQueriesContext(connection) as sporringer:
            les(client, leder)
        svar.append(len(sporringer))
    assert svar[0] == svar[1]


def test_avslag_som_nevner_penger_vises_for_lederen(
    leder: Aktor, veileder: Aktor, beslutter: Aktor, kontor: Kontor
) -> None:
    """Only one that went on: a draft is the writer's own."""
    avslatt(veileder, beslutter, grunnlag.lag_sak(kontor))
    sak = grunnlag.lag_sak(kontor, grunnlag.lag_person(fornavn="Amina"))
    lag_soknad(sak)
    vedtak = vedtakene.vedtak_start(veileder, sak=sak, type=Vedtakstype.AVSLAG)
    fullfor_aev(veileder, sak)
    vurder_alle(veileder, vedtak, ikke_oppfylt=Vilkarskode.ARBEIDSEVNE)
    begrunn(veileder, vedtak)
    vedtak = vedtakene.vedtak_lagre(
        veileder,
        vedtak=vedtak,
        avslagsgrunn=Avslagsgrunn.ARBEIDSEVNE,
        begrunnelse_hensyn="Vi har ikke budsjett til flere i år.",
    )
    assert tallene(leder, JUNI, klokke.i_dag()).svikt.avslag == []
    vedtakene.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    ((lenke, merknad),) = tallene(leder, JUNI, klokke.i_dag()).svikt.avslag
    assert (lenke.sak_id, "«budsjett»" in merknad) == (sak.pk, True)
