"""The page of a programme's life, the time after, and the leader's outcomes, as they are met in the browser."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.fag.etter.models import Etterobservasjon, Kontorbytte
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Aktor, aktor_for
from tests.akseptanse import folk, saker
from tests.grunnlag import lag_kontor

pytestmark = pytest.mark.django_db


def _nettleser(aktor: Aktor) -> Client:
    client = Client()
    client.force_login(aktor.krev_bruker())
    return client


def _tekst(client: Client, navn: str, *deler: object) -> str:
    return client.get(reverse(navn, args=deler)).content.decode()


def test_hele_livet_paa_siden() -> None:
    """One office, walked through: the picture, what can be done, the notice, the time after, and the outcomes."""
    alt = saker.en_av_hver()
    veileder, leder = _nettleser(alt.huset.folk[folk.VEILEDER]), _nettleser(alt.huset.folk[folk.LEDER])

    side = _tekst(veileder, "kontor:livslop", alt.i_program.pk)
    assert "Dag 94 av 731" in side or "Dag 94 av 730" in side
    assert "Permisjon: Reise" in side
    assert "Begynn: avslutning av programmet" in side
    assert "Overfør saken" not in side

    varslet = alt.pause_varslet
    side = _tekst(veileder, "kontor:livslop", varslet.pk)
    assert "Et vedtak er under arbeid: Pause i programmet." in side
    assert "Vi har ikke snakket med den nye kommunen ennå." in side
    flytting = varslet.kommuneflyttinger.get()
    adresse = reverse("kontor:livslop_rad", args=[varslet.pk, "flytting-kontakt", flytting.pk])
    svar = veileder.post(adresse, {"dato": "i dag", "med": "", "avtalt": ""})
    assert "Fyll ut «Hvem du snakket med»" in svar.content.decode()
    veileder.post(adresse, {"dato": "i dag", "med": "NAV Sjøvik", "avtalt": "De tar over."})
    assert "Vi snakket med NAV Sjøvik" in _tekst(veileder, "kontor:livslop", varslet.pk)
    fremmed = reverse("kontor:livslop_rad", args=[alt.i_program.pk, "flytting-kontakt", flytting.pk])
    assert veileder.post(fremmed, {"dato": "i dag"}).status_code == 404

    deltaker = _nettleser(aktor_for(varslet.person.bruker, klokke.i_dag()))
    assert "Les og svar" in _tekst(deltaker, "deltaker:forside")
    assert "Vi vurderer en pause i kvalifiseringsprogrammet ditt" in _tekst(deltaker, "deltaker:varsel")
    deltaker.post(reverse("deltaker:varsel_mer_tid"), {"ord_": "Jeg venter på legen."})
    deltaker.post(reverse("deltaker:varsel"), {"uttalelse": "Jeg vil helst ha halv uke."})
    vedtak = Vedtak.objects.get(sak=varslet, type="avbrudd")
    assert (vedtak.uttalelse, vedtak.mer_tid_ord) == ("Jeg vil helst ha halv uke.", "Jeg venter på legen.")
    brev = deltaker.post(reverse("deltaker:bekreftelser"), {"slag": "barnehage"}, follow=True)
    assert "Full tid, 37,5 timer i uken" in brev.content.decode()
    assert deltaker.post(reverse("deltaker:bekreftelser"), {"slag": "noe"}).status_code == 404

    sluttet = _nettleser(aktor_for(alt.avsluttet.person.bruker, klokke.i_dag()))
    assert "Fortell hvordan det går" in _tekst(sluttet, "deltaker:forside")
    sluttet.post(reverse("deltaker:etterpa"), {"situasjon": "ordinaert_arbeid"})
    assert Etterobservasjon.objects.get().svarmate == "deltaker"
    assert "Takk" in _tekst(sluttet, "deltaker:etterpa")
    with klokke.still_til(date(2026, 6, 20)):
        assert "1 av de 1 vi vet om, er i arbeid eller utdanning." in _tekst(leder, "kontor:utfall")
    veileder.post(
        reverse("kontor:etterpa", args=[alt.avsluttet.pk]),
        {"maned": "6", "svarmate": "vil_ikke", "situasjon": "ukjent", "merknad": "Ringte to ganger."},
    )
    assert Etterobservasjon.objects.get().situasjon == "ukjent"

    nord = lag_kontor(alt.huset.kommune, "NAV Fjordvik nord")
    svar = leder.post(reverse("kontor:livslop_overfor", args=[alt.i_program.pk]), {"til_kontor": str(nord.pk)})
    assert svar.status_code == 302
    assert Kontorbytte.objects.get().til_kontor == nord


def test_sporsmaalene_om_forlengelsen_paa_siden(veileder: Aktor, beslutter: Aktor, sak) -> None:  # type: ignore[no-untyped-def]
    from fotfeste.fag.vedtak import services
    from fotfeste.fag.vedtak.enums import Vedtakstype
    from tests.fag.vedtak.fortelling import innvilget

    innvilget(veileder, beslutter, sak, fra=date(2026, 6, 3), til=date(2027, 6, 2))
    vedtak = services.vedtak_start(veileder, sak=sak, type=Vedtakstype.FORLENGELSE)
    nettleser = _nettleser(veileder)
    assert "Fyller deltakeren fortsatt vilkårene i § 29?" in _tekst(nettleser, "kontor:vedtak", sak.pk)
    nettleser.post(
        reverse("kontor:vedtak_punkter", args=[sak.pk, vedtak.pk]),
        {"vilkar_fortsatt_ja": "ja", "vilkar_fortsatt_tekst": "Ja, fortsatt.", "oppnadd_tekst": "Møter presis."},
    )
    svar = {rad.kode: (rad.ja, rad.tekst) for rad in vedtak.punktsvar.all()}
    assert svar["vilkar_fortsatt"] == (True, "Ja, fortsatt.")
    assert svar["oppnadd"] == (None, "Møter presis.")
