"""Two people in one short form: the second sees what the first saved, and loses nothing."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.fag.sak.models import FastKontakt, Sak
from fotfeste.fag.sak.services import fast_kontakt_sett
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import KommunaltValg, Kontor
from fotfeste.grunnmur.organisasjon.services import kommunalt_valg_sett
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests import grunnlag

pytestmark = pytest.mark.django_db
SAMTIDIG = "Noen andre har lagret mens du skrev"


def _versjon(client: Client, adresse: str) -> str:
    """The version the form is made from, as it stands in the page."""
    return client.get(adresse).content.decode().split('name="versjon" value="')[1].split('"')[0]


@pytest.mark.parametrize("hadde_kontakt", [False, True])
def test_to_velger_fast_kontakt(client: Client, leder: Aktor, kontor: Kontor, sak: Sak, hadde_kontakt: bool) -> None:
    ada, bo, eli = (
        grunnlag.lag_aktor(Rolle.VEILEDER, kontor, navn=navn).krev_bruker() for navn in ("Ada", "Bo", "Eli")
    )
    if hadde_kontakt:
        with klokke.still_til(grunnlag.I_DAG.replace(day=1)):
            fast_kontakt_sett(SYSTEM, sak, bruker=eli)
    client.force_login(leder.krev_bruker())
    adresse = reverse("kontor:fast_kontakt", args=[sak.pk])
    versjon = _versjon(client, adresse)
    assert client.post(adresse, {"bruker": ada.pk, "versjon": versjon}).status_code == 302
    side = client.post(adresse, {"bruker": bo.pk, "versjon": versjon}).content.decode()
    for tekst in (SAMTIDIG, "Ada", "Bo"):
        assert tekst in side
    gjelder = FastKontakt.objects.get(sak=sak, til=None)
    assert gjelder.bruker == ada
    assert client.post(adresse, {"bruker": bo.pk, "versjon": gjelder.versjon}).status_code == 302


def test_to_setter_samme_kommunale_valg(client: Client, kontor: Kontor) -> None:
    system = grunnlag.lag_aktor(Rolle.SYSTEMANSVARLIG, kontor)
    client.force_login(system.krev_bruker())
    adresse = reverse("kontor:valg_sett", args=[kontor.kommune_id, "utbetalingsdag"])
    versjon = _versjon(client, adresse)
    felter = {"verdi": "10", "fra": "i dag", "begrunnelse": "Vedtatt av utvalget", "versjon": versjon}
    assert client.post(adresse, felter).status_code == 302
    side = client.post(adresse, {**felter, "verdi": "15", "begrunnelse": "Ønske fra banken"}).content.decode()
    for tekst in (SAMTIDIG, "Vedtatt av utvalget", "Ønske fra banken"):
        assert tekst in side
    assert KommunaltValg.objects.get().verdi == 10


def test_versjonene_lober_videre_fra_valg_til_valg(kontor: Kontor) -> None:
    """A form made from the choice before is told from one made from the one after, though it is another row."""
    system = grunnlag.lag_aktor(Rolle.SYSTEMANSVARLIG, kontor)
    versjoner = []
    for dag in (3, 4, 5):
        valg = kommunalt_valg_sett(
            system, kommune=kontor.kommune, nokkel="utbetalingsdag", verdi=dag,
            fra=grunnlag.I_DAG.replace(day=dag), begrunnelse="Prøver",
        )  # fmt: skip
        versjoner.append(valg.versjon)
    assert versjoner == sorted(set(versjoner))
