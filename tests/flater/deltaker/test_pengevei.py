"""The participant follows the money: planned, sent, paid; and is told what to do when it did not arrive."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.fag.oversikt.egne import egne_utbetalinger
from fotfeste.fag.oversikt.pengevei import Tilstand
from fotfeste.fag.person.services import person_endre
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling import services
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import Aktor
from fotfeste.kobling.betaling.falsk_bank import Utfall
from fotfeste.kobling.betaling.services import filer_lag
from tests.fag.avstemming.fortelling import MAI, banken, deltakere, les
from tests.grunnlag import lag_deltaker

pytestmark = pytest.mark.django_db


def _setning(sak: Sak) -> str:
    forst = egne_utbetalinger([sak])[0]
    return " ".join(filter(None, (forst.vei.setning, forst.vei.neste)))


def _side(aktor: Aktor) -> str:
    klient = Client()
    klient.force_login(aktor.krev_bruker())
    return " ".join(klient.get(reverse("deltaker:penger")).content.decode().split())


def test_fra_planlagt_til_kom_ikke_fram_og_betalt_pa_nytt(
    kontor: Kontor, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor
) -> None:
    (sak,) = deltakere(kontor, veileder, 1)
    deltaker = lag_deltaker(sak.person, kontor)
    kjoring = services.kjoring_opprett(okonomi, kommune=kontor.kommune, maned=MAI)
    kjoring = services.kjoring_frigi(okonomi2, services.kjoring_forbered(okonomi, kjoring))
    assert _setning(sak) == "Planlagt. Kommer på konto 12. juni 2026."
    filer_lag(okonomi2, kjoring)
    assert _setning(sak) == "Sendt til banken 3. juni 2026. Kommer på konto 12. juni 2026."
    kjoring.refresh_from_db()
    rad = kjoring.utbetalinger.get()
    with klokke.still_til(kjoring.utbetalingsdato.replace(day=15)):
        assert "Banken har ikke svart oss ennå" in _setning(sak)

    svar = banken(kjoring, {rad: Utfall.RETUR})
    les(okonomi, kjoring, svar.bokforing)
    assert _setning(sak) == "Kommet på konto 12. juni 2026."
    assert [steg.tilstand for steg in egne_utbetalinger([sak])[0].vei.steg] == [Tilstand.GJORT] * 3

    les(okonomi, kjoring, svar.retur)
    assert _setning(sak) == (
        "Kom ikke fram. Banken sier: Kontoen er avsluttet. "
        "Skriv inn kontonummeret ditt, så betaler vi på nytt. Ingenting er tapt."
    )
    side = _side(deltaker)
    assert reverse("deltaker:om_meg") in side
    assert "Skriv kontonummeret" in side

    person_endre(deltaker, sak.person, kontonummer="86011117939")
    sak.refresh_from_db()
    assert "Du trenger ikke å gjøre noe." in _setning(sak)
    ny = services.kjoring_forbered(okonomi, services.kjoring_opprett(okonomi, kommune=kontor.kommune, maned=MAI))
    services.kjoring_frigi(okonomi2, ny)
    assert {egen.vei.setning for egen in egne_utbetalinger([sak])} == {
        "Planlagt. Kommer på konto 12. juni 2026.",
        "Kom ikke fram. Vi betaler på nytt 12. juni 2026.",
    }
    assert "Skriv kontonummeret" not in _side(deltaker)


def test_nar_banken_eller_vi_er_arsaken_bes_deltakeren_ikke_om_noe(
    kontor: Kontor, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor
) -> None:
    (sak,) = deltakere(kontor, veileder, 1)
    kjoring = services.kjoring_opprett(okonomi, kommune=kontor.kommune, maned=MAI)
    filer_lag(okonomi2, services.kjoring_frigi(okonomi2, services.kjoring_forbered(okonomi, kjoring)))
    kjoring.refresh_from_db()
    svar = banken(kjoring, {kjoring.utbetalinger.get(): Utfall.AVVIST}).kvittering
    les(okonomi, kjoring, svar.replace(b"<Cd>AC01</Cd>", b"<Cd>AM04</Cd>"))
    assert _setning(sak) == (
        "Kom ikke fram. Banken kunne ikke betale. "
        "Det er ikke noe galt med kontoen din. Vi ordner det, og betaler på nytt."
    )
