"""The time spent in programmes before, and education begun before: seen by those who weigh and decide."""

from __future__ import annotations

from datetime import date

import pytest

from fotfeste.fag.oppfolging.enums import Avslutningsmate
from fotfeste.fag.oppfolging.models import Avslutning
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.soknad.services import bakgrunn_besvar
from fotfeste.fag.vedtak import services as vedtakene
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.fag.vedtak.fakta import faktakolonne
from fotfeste.fag.vedtak.kontroll import hindringer, merknader
from fotfeste.fag.vedtak.punkter import Svar
from fotfeste.fag.vedtak.samlet_tid import maneder_i_alt, tidligere_tid
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from fotfeste.regelverk.livslop import Punkt
from tests import grunnlag
from tests.fag.vedtak.fortelling import klar_innvilgelse
from tests.grunnlag import I_DAG

pytestmark = pytest.mark.django_db


def igjen(sak: Sak) -> Sak:
    """A new case for somebody whose first programme ended after half of the year it was granted for."""
    forrige = grunnlag.lag_sak_i_program(sak.kontor, fra=date(2022, 1, 10), til=date(2023, 1, 9))
    with kommando(SYSTEM, "test"):
        Avslutning.objects.create(
            sak=forrige,
            dato=date(2022, 7, 10),
            mate=Avslutningsmate.FULLFORT,
            situasjon=["ordinaert_arbeid"],
            viktigste_inntekt="ordinaert_arbeid",
        )
        forrige.lagre_endring(status=Saksstatus.AVSLUTTET)
    return grunnlag.lag_sak(sak.kontor, forrige.person)


def test_tiden_for_legges_sammen_til_dagen_programmet_sluttet(sak: Sak, veileder: Aktor) -> None:
    ny = igjen(sak)
    (forst,) = tidligere_tid(ny)
    assert (forst.fra, forst.til, maneder_i_alt([forst])) == (date(2022, 1, 10), date(2022, 7, 10), 6)
    vedtak = klar_innvilgelse(veileder, ny)
    assert "Tidligere program" in [ett.navn for ett in faktakolonne(vedtak, klokke.i_dag())]
    (merknad,) = merknader(vedtak, I_DAG)
    assert merknad.startswith("Har vært i kvalifiseringsprogrammet i 6 måneder før.")
    assert hindringer(vedtak, klokke.i_dag()) == []


def test_introduksjonsprogrammet_regnes_med(sak: Sak, veileder: Aktor) -> None:
    ny = igjen(sak)
    bakgrunn_besvar(veileder, ny, introduksjonsstonad=True)
    vedtak = klar_innvilgelse(veileder, ny)
    assert "Har vært i introduksjonsprogrammet, og i" in merknader(vedtak, I_DAG)[0]
    assert "Introduksjonsprogrammet" in [ett.navn for ett in faktakolonne(vedtak, klokke.i_dag())]


def test_den_som_ikke_har_vaert_med_for_far_ingen_merknad(sak: Sak, veileder: Aktor) -> None:
    assert merknader(klar_innvilgelse(veileder, sak), I_DAG) == []


@pytest.mark.parametrize(
    ("svar", "mangler"),
    [
        (Svar(ja=None), False),
        (Svar(ja=False), False),
        (Svar(ja=True), True),
        (Svar(ja=True, tekst="For: tre måneder igjen. Mot: ingen studiestøtte."), False),
    ],
)
def test_en_utdanning_som_skal_gjores_ferdig_ma_droftes(
    sak: Sak, veileder: Aktor, svar: Svar, *, mangler: bool
) -> None:
    vedtak = klar_innvilgelse(veileder, sak)
    assert vedtak.type == Vedtakstype.INNVILGELSE
    vedtakene.vedtak_svar_punkter(veileder, vedtak=vedtak, svar={Punkt.UNDER_UTDANNING: svar})
    assert [feil.felt for feil in hindringer(vedtak, klokke.i_dag())] == ["punkt_under_utdanning"] * mangler
