"""The overview asks once which of the seldom used tables its cases have something in, and then only those."""

from __future__ import annotations

from datetime import date

import pytest

from fotfeste.fag.oppfolging.models import Avslutning
from fotfeste.fag.sak.utvalg import rader_i, saksutvalg
from fotfeste.fag.soknad.models import Soknad
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM
from tests import grunnlag

pytestmark = pytest.mark.django_db


def test_det_ingen_av_sakene_har_blir_ikke_spurt_om(kontor: Kontor, django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    med, uten = (grunnlag.lag_sak(kontor, grunnlag.lag_person(fornavn=navn)) for navn in ("Samira", "Birk"))
    with kommando(SYSTEM, "test"):
        soknad = Soknad.objects.create(sak=med, mottatt=date(2026, 5, 14), kanal="papir", status="mottatt")
    with django_assert_num_queries(2):
        utvalg = saksutvalg([med.pk, uten.pk], (Soknad, Avslutning))
        assert list(rader_i(utvalg, Soknad)) == [soknad]
        assert not rader_i(utvalg, Avslutning)
    with django_assert_num_queries(1):
        assert not rader_i(saksutvalg([uten.pk], (Soknad,)), Soknad)
    assert list(rader_i([med.pk], Soknad)) == [soknad]


def test_ingen_saker_ingen_sporsmal(django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    with django_assert_num_queries(0):
        assert saksutvalg([], (Soknad,)) == []
