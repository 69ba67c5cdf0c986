"""A login holds only when state, nonce, issuer, audience and signature all do."""

from __future__ import annotations

import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from joserfc import jwt
from joserfc.jwk import RSAKey

from fotfeste.kobling.idporten import klient
from fotfeste.kobling.idporten.oppsett import Oppsett, oppsett

UTSTEDER = "https://id.example"
TILBAKE = "https://fotfeste.example/idporten/inn/"
VAR = RSAKey.generate_key(2048, private=True)
DERES = RSAKey.generate_key(2048, {"kid": "deres"}, private=True)
OPPSETT = Oppsett(UTSTEDER, "fotfeste", VAR.as_pem(private=True).decode(), "var")


class Tilbyder:
    """A provider in memory. `avvik` changes the claims it answers with."""

    def __init__(self, engangs: str, nokkel: RSAKey = DERES, **avvik: Any) -> None:
        self.pastander = {
            "iss": UTSTEDER,
            "aud": "fotfeste",
            "exp": int(time.time()) + 60,
            "nonce": engangs,
            "pid": "14829012345",
            **avvik,
        }
        self.nokkel = nokkel
        self.sendt: dict[str, str] = {}

    def __call__(self, adresse: str, felter: dict[str, str] | None) -> Any:
        if adresse.endswith("openid-configuration"):
            return {
                "issuer": UTSTEDER,
                "authorization_endpoint": f"{UTSTEDER}/ut",
                "token_endpoint": f"{UTSTEDER}/kode",
                "jwks_uri": f"{UTSTEDER}/nokler",
            }
        if adresse.endswith("nokler"):
            return {"keys": [DERES.as_dict(private=False)]}
        self.sendt = felter or {}
        return {"id_token": jwt.encode({"alg": "RS256", "kid": "deres"}, self.pastander, self.nokkel)}


def _hvem(forsok: klient.Forsok, tilbyder: Tilbyder, tilstand: str | None = None) -> dict[str, Any]:
    tilstand = forsok.tilstand if tilstand is None else tilstand
    return klient.hvem_kom(OPPSETT, forsok, tilstand=tilstand, kode="k", tilbake=TILBAKE, hent=tilbyder)


def test_veien_ut_baerer_tilstand_engangsord_og_bevis() -> None:
    forsok = klient.nytt_forsok()
    adresse = klient.utadresse(OPPSETT, forsok, TILBAKE, Tilbyder(forsok.engangs))
    valg = {navn: verdi[0] for navn, verdi in parse_qs(urlsplit(adresse).query).items()}
    assert valg["state"] == forsok.tilstand
    assert valg["nonce"] == forsok.engangs
    assert valg["code_challenge_method"] == "S256"
    assert forsok.bevis not in adresse


def test_den_som_kommer_tilbake_kjennes_igjen_og_vi_sier_hvem_vi_er() -> None:
    forsok = klient.nytt_forsok()
    tilbyder = Tilbyder(forsok.engangs)
    assert _hvem(forsok, tilbyder)["pid"] == "14829012345"
    assert tilbyder.sendt["code_verifier"] == forsok.bevis
    oss = jwt.decode(tilbyder.sendt["client_assertion"], VAR, algorithms=["RS256"]).claims
    assert (oss["iss"], oss["sub"], oss["aud"]) == ("fotfeste", "fotfeste", UTSTEDER)


@pytest.mark.parametrize(
    "avvik",
    [{"iss": "https://ond.example"}, {"aud": "andre"}, {"exp": 1}, {"nonce": "gammel"}],
)
def test_et_svar_som_ikke_stemmer_stoppes(avvik: dict[str, Any]) -> None:
    forsok = klient.nytt_forsok()
    with pytest.raises(klient.InnloggingStoppet):
        _hvem(forsok, Tilbyder(forsok.engangs, **avvik))


def test_feil_nokkel_og_feil_tilstand_stoppes() -> None:
    forsok = klient.nytt_forsok()
    with pytest.raises(klient.InnloggingStoppet):
        _hvem(forsok, Tilbyder(forsok.engangs, nokkel=VAR))
    with pytest.raises(klient.InnloggingStoppet):
        _hvem(forsok, Tilbyder(forsok.engangs), tilstand="annen")


def test_uten_oppsett_finnes_ikke_innloggingen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FOTFESTE_OIDC_UTSTEDER", raising=False)
    assert oppsett() is None
    with pytest.raises(ValueError, match="TLS"):
        klient.hent_json("http://id.example/")
