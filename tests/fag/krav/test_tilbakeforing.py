"""A claim falls after something was deducted for it: the kroner come back, once, and as no income."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from fotfeste.fag.avstemming.selectors import lonnsforklaring
from fotfeste.fag.krav import services
from fotfeste.fag.krav.dekning import dekning, linjerester
from fotfeste.fag.krav.enums import Kravstatus
from fotfeste.fag.krav.models import Krav
from fotfeste.fag.utbetaling import services as utbetaling
from fotfeste.fag.utbetaling.enums import Utbetalingsart, Utbetalingsstatus
from fotfeste.fag.utbetaling.models import Kjoring, Utbetaling
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, UlovligOvergang
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from fotfeste.kobling.betaling.services import filer_lag
from tests.fag.krav.fortelling import APRIL, MAI, bestemt, betal, differanse, forbered, funnet
from tests.grunnlag import I_DAG, lag_deltaker, lag_sak_i_program

JUNI, JULI, AUGUST = (date(2026, m, 1) for m in (6, 7, 8))


@pytest.fixture
def krav(kontor: Kontor, veileder: Aktor, beslutter: Aktor) -> Krav:
    """3 000 kr too much for April, 1 500 of them deducted in May when the claim is let go."""
    sak = lag_sak_i_program(kontor)
    betal(sak, APRIL)
    krav = bestemt(veileder, beslutter, funnet(veileder, sak, differanse(sak, APRIL, -3000)), per_maned=1500)
    betal(sak, MAI)
    return services.krav_frafall(veileder, krav=krav, grunn="Det var vi som regnet feil.")


def _grunnlaget(kjoring: Kjoring) -> dict[str, dict[str, str]]:
    """The lines of the payroll basis, by what they correct."""
    fil = bytes(kjoring.filer.select_related("dokument").get(type="lonnsgrunnlag").dokument.innhold)
    rader = csv.DictReader(io.StringIO(fil.decode("utf-8-sig"), newline=""), delimiter=";")
    return {rad["korreksjon"]: rad for rad in rader}


def _tilbake(kjoring: Kjoring) -> Utbetaling:
    return kjoring.utbetalinger.get(art=Utbetalingsart.TILBAKEFORING)


def test_det_som_er_trukket_kommer_tilbake_en_gang(
    krav: Krav, veileder: Aktor, okonomi2: Aktor, kontor: Kontor
) -> None:
    with pytest.raises(FlereFeil) as feil:
        services.krav_gi_tilbake(veileder, krav=krav, belop=1501, grunn=" ")
    assert {en.felt: en.melding for en in feil.value.feil} == {
        "belop": "Beløpet må være mellom 1 kr og 1\xa0500\xa0kr, som er det deltakeren har betalt.",
        "grunn": "Skriv hvorfor det betales tilbake.",
    }
    services.krav_gi_tilbake(veileder, krav=krav, belop=1500, grunn="Feilen var vår.")
    assert (dekning(krav).rest, dekning(krav).fra_deltakeren) == (3000, 0)
    assert [(rad.rest, rad.tatt) for rad in linjerester(krav)] == [(3000, 0)]
    with pytest.raises(Fagfeil, match="ikke betalt noe"):
        services.krav_gi_tilbake(veileder, krav=krav, belop=1, grunn="En gang til.")

    # It comes with the next run, beside the month and as no income, and the two files still hang together.
    with klokke.still_til(JULI + timedelta(days=8)):
        kjoring = forbered(krav.sak, JUNI)
        assert (_tilbake(kjoring).brutto, _tilbake(kjoring).trekk, _tilbake(kjoring).netto) == (0, 1500, 1500)
        filer_lag(okonomi2, utbetaling.kjoring_frigi(okonomi2, kjoring))
        maned, tilbake = _grunnlaget(kjoring)[""], _grunnlaget(kjoring)["trekk_tilbake"]
        assert (tilbake["brutto"], tilbake["trekk"], tilbake["netto"]) == ("0,00", "-1500,00", "1500,00")
        assert maned["trekk"] == "0,00"
        lonn = lonnsforklaring(kjoring)
        assert (lonn.trekk, lonn.trekk_tilbake) == (0, 1500)
        assert lonn.brutto + lonn.trekk + lonn.trekk_tilbake + lonn.til_andre == lonn.netto == lonn.til_banken

        # The participant sees what it is and when it comes; the office that it is on its way.
        d, v = Client(), Client()
        d.force_login(lag_deltaker(krav.sak.person, kontor).krev_bruker())
        v.force_login(veileder.krev_bruker())
        assert "som du får tilbake" in d.get(reverse("deltaker:penger")).content.decode()
        assert "Du får 1\xa0500\xa0kr tilbake" in d.get(reverse("deltaker:krav")).content.decode()
        side = v.get(reverse("kontor:krav", args=[krav.pk])).content.decode()
        assert "Gitt tilbake til deltakeren" in side
        assert reverse("kontor:krav_kommando", args=[krav.pk, "angre_tilbakeforing"]) not in side
        rad = krav.tilbakeforinger.get().tilbakeforing
        with pytest.raises(Fagfeil, match="ligger i en kjøring, eller er betalt"):
            services.krav_angre_tilbakeforing(veileder, krav=krav, tilbakeforing=rad.pk)

    # Sent back by the bank it is owed still, goes again whole, and is taken out of the basis once.
    with kommando(SYSTEM, "test"):
        kjoring.utbetalinger.filter(art=Utbetalingsart.TILBAKEFORING).update(
            status=Utbetalingsstatus.RETURNERT, prov_igjen=True
        )
    with klokke.still_til(AUGUST + timedelta(days=8)):
        neste = forbered(krav.sak, JULI)
        assert _tilbake(neste).netto == 1500
        filer_lag(okonomi2, utbetaling.kjoring_frigi(okonomi2, neste))
        trekk = {hva: linje["trekk"] for hva, linje in _grunnlaget(neste).items()}
        assert trekk == {"": "0,00", "trekk_tilbake": "-1500,00", "kom_ikke_fram": "1500,00"}
    with klokke.still_til(date(2026, 9, 8)):
        assert not forbered(krav.sak, AUGUST).utbetalinger.filter(art=Utbetalingsart.TILBAKEFORING).exists()


def test_det_kan_angres_til_det_ligger_i_en_kjoring(
    krav: Krav, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor
) -> None:
    rad = services.krav_gi_tilbake(veileder, krav=krav, belop=1500, grunn="Feilen var vår.")
    for _gang in range(2):
        services.krav_angre_tilbakeforing(veileder, krav=krav, tilbakeforing=rad.pk)
    assert dekning(krav).fra_deltakeren == 1500
    rad = services.krav_gi_tilbake(veileder, krav=krav, belop=500, grunn="En del var vår feil.")
    with klokke.still_til(JULI + timedelta(days=8)):
        kjoring = forbered(krav.sak, JUNI)
        assert _tilbake(kjoring).netto == 500
        with pytest.raises(Fagfeil, match="Be økonomi legge bort kjøringen"):
            services.krav_angre_tilbakeforing(veileder, krav=krav, tilbakeforing=rad.pk)
        # Taken back at the moment the run was being prepared, it stops the release.
        with kommando(SYSTEM, "test"):
            rad.lagre_endring(trukket_tilbake=True)
        with pytest.raises(Fagfeil, match="Grunnlaget er endret"):
            utbetaling.kjoring_frigi(okonomi2, kjoring)
        with kommando(SYSTEM, "test"):
            rad.lagre_endring(trukket_tilbake=False)
        utbetaling.kjoring_forkast(okonomi, kjoring)
    assert services.krav_angre_tilbakeforing(veileder, krav=krav, tilbakeforing=rad.pk).trukket_tilbake


def test_det_som_er_betalt_inn_kan_gis_tilbake_og_da_ikke_tas_ut_igjen(
    krav: Krav, veileder: Aktor, beslutter: Aktor, okonomi: Aktor
) -> None:
    for_mye = differanse(krav.sak, MAI, -800)
    annet = bestemt(veileder, beslutter, funnet(veileder, krav.sak, for_mye), fra=JUNI)
    with pytest.raises(UlovligOvergang):
        services.krav_gi_tilbake(veileder, krav=annet, belop=1, grunn="Planen løper.")
    inn = services.krav_registrer_innbetaling(okonomi, krav=annet, dato=I_DAG, belop=800, referanse="Bilag 1")
    rad = services.krav_gi_tilbake(veileder, krav=annet, belop=700, grunn="Det ble opphevet.")
    annet.refresh_from_db()
    assert (annet.status, annet.frafalt_grunn, rad.maned) == (Kravstatus.FRAFALT, "Det ble opphevet.", MAI)
    with pytest.raises(Fagfeil, match="bestemt betalt tilbake"):
        services.krav_rett_innbetaling(okonomi, krav=annet, innbetaling=inn.pk, grunn="Feil person")


def test_ingen_annen_betaling_kan_ha_et_trekk_over_null(krav: Krav) -> None:
    maneden = Utbetaling.objects.filter(sak=krav.sak, maned=MAI)
    with pytest.raises(IntegrityError, match="netto_er_brutto_og_trekk"), transaction.atomic(), kommando(SYSTEM, "t"):
        maneden.update(trekk=10, netto=maneden.get().brutto + 10)
