"""A letter that is sent stands in the case, byte for byte, and reads the same years later."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

from fotfeste.fag.brev.innhold import Brev
from fotfeste.fag.brev.lagring import fra_json, til_json
from fotfeste.fag.brev.maler import Etterlysning, Opplysning, etterlysning
from fotfeste.fag.brev.models import Brevmal
from fotfeste.fag.brev.services import brev_ramme, brev_send, brevfeil_i_ord
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.tilgang import Aktor


def _brev(aktor: Aktor, sak: Sak, hvorfor: str = "Vi må vite hva du tjener.") -> Brev:
    return etterlysning(
        Etterlysning(
            ramme=brev_ramme(aktor, sak),
            soknad_mottatt=date(2026, 5, 20),
            mangler=(Opplysning("Lønnsslipp", hvorfor),),
            svarfrist=date(2026, 6, 17),
        )
    )


def test_brevet_arkiveres_og_kan_leses_igjen(veileder: Aktor, sak: Sak) -> None:
    brev = _brev(veileder, sak)
    sendt = brev_send(veileder, sak=sak, mal=Brevmal.OPPLYSNINGER, brev=brev)
    sendt.refresh_from_db()
    pdf = bytes(sendt.dokument.innhold)
    assert pdf.startswith(b"%PDF-")
    assert sendt.dokument.sha256 == hashlib.sha256(pdf).hexdigest()
    assert fra_json(sendt.innhold) == brev
    assert Hendelse.objects.filter(sak_id=sak.pk, kode="brev.sendt").exists()


def test_glemt_plassholder_naar_skjemaet_i_ord(veileder: Aktor, sak: Sak) -> None:
    with pytest.raises(Fagfeil, match="er ikke fylt ut") as feil, brevfeil_i_ord("hvorfor"):
        _brev(veileder, sak, hvorfor="Vi trenger det fordi [grunn]")
    assert feil.value.felt == "hvorfor"


def test_en_brevdel_er_ikke_et_brev(veileder: Aktor, sak: Sak) -> None:
    with pytest.raises(TypeError):
        fra_json(til_json(_brev(veileder, sak))["avsender"])
