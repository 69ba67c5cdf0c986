"""A form carried out once, however often it is sent."""

from __future__ import annotations

from uuid import uuid4

import pytest

from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.tilgang import Aktor
from fotfeste.grunnmur.utkast.services import en_gang, utkast_fjern, utkast_hent, utkast_lagre


def test_to_klikk_gjor_det_en_gang(veileder: Aktor) -> None:
    nokkel, ganger = uuid4(), []

    def utfor() -> str:
        ganger.append(1)
        return f"/sak/{len(ganger)}/"

    bruker = veileder.krev_bruker()
    assert en_gang(bruker=bruker, nokkel=nokkel, utfor=utfor) == "/sak/1/"
    assert en_gang(bruker=bruker, nokkel=nokkel, utfor=utfor) == "/sak/1/"
    assert len(ganger) == 1


def test_det_som_feilet_kan_sendes_igjen(veileder: Aktor) -> None:
    nokkel = uuid4()

    def feiler() -> str:
        raise Fagfeil("Datoen mangler.", felt="dato")

    with pytest.raises(Fagfeil):
        en_gang(bruker=veileder.krev_bruker(), nokkel=nokkel, utfor=feiler)
    assert en_gang(bruker=veileder.krev_bruker(), nokkel=nokkel, utfor=lambda: "/ferdig/") == "/ferdig/"


def test_utkastet_er_mitt_og_glemmes_naar_det_er_sendt(veileder: Aktor, beslutter: Aktor) -> None:
    utkast_lagre(bruker=veileder.krev_bruker(), nokkel="/skjema/", felter={"tekst": "halvferdig"})
    utkast_lagre(bruker=veileder.krev_bruker(), nokkel="/skjema/", felter={"tekst": "nesten ferdig"})
    mitt = utkast_hent(bruker=veileder.krev_bruker(), nokkel="/skjema/")
    assert mitt is not None
    assert mitt.felter == {"tekst": "nesten ferdig"}
    assert utkast_hent(bruker=beslutter.krev_bruker(), nokkel="/skjema/") is None
    utkast_fjern(bruker=veileder.krev_bruker(), nokkel="/skjema/")
    assert utkast_hent(bruker=veileder.krev_bruker(), nokkel="/skjema/") is None
