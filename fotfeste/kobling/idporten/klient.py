"""The conversation with the provider: where to send the user, and who came back."""

from __future__ import annotations

import json
import time
import urllib.parse
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from authlib.common.security import generate_token  # type: ignore[import-untyped]
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri  # type: ignore[import-untyped]
from authlib.oauth2.rfc7636 import create_s256_code_challenge  # type: ignore[import-untyped]
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, import_key

from fotfeste.kobling.idporten.oppsett import Oppsett

Hent = Callable[[str, dict[str, str] | None], Any]
"""Get an address as JSON; with fields, post them as a form."""

TIDSGRENSE = 10
LEVETID = 60
_ALGORITMER = ["RS256", "PS256", "ES256"]


class InnloggingStoppet(Exception):  # noqa: N818 - named as the field names it
    """The provider's answer does not hold. The reason is for the log; the user is asked to try again."""


@dataclass(frozen=True, slots=True)
class Forsok:
    """What must be remembered between sending the user out and their return."""

    tilstand: str
    engangs: str
    bevis: str


def hent_json(adresse: str, felter: dict[str, str] | None = None) -> Any:
    """The provider's JSON over TLS. OSError when it does not answer, ValueError when the answer is not JSON."""
    if not adresse.startswith("https://"):
        raise ValueError("The provider must be reached over TLS")
    data = urllib.parse.urlencode(felter).encode() if felter else None
    with urllib.request.urlopen(adresse, data, timeout=TIDSGRENSE) as svar:  # noqa: S310 - https only, checked above
        return json.load(svar)


def nytt_forsok() -> Forsok:
    """Fresh state, nonce and PKCE proof."""
    return Forsok(generate_token(32), generate_token(32), generate_token(64))


def utadresse(oppsett: Oppsett, forsok: Forsok, tilbake: str, hent: Hent = hent_json) -> str:
    """The address to send the user to."""
    return str(
        prepare_grant_uri(
            _kart(oppsett, hent)["authorization_endpoint"],
            oppsett.klient_id,
            "code",
            redirect_uri=tilbake,
            scope=oppsett.omfang,
            state=forsok.tilstand,
            nonce=forsok.engangs,
            code_challenge=create_s256_code_challenge(forsok.bevis),
            code_challenge_method="S256",
        )
    )


def hvem_kom(
    oppsett: Oppsett, forsok: Forsok, *, tilstand: str, kode: str, tilbake: str, hent: Hent = hent_json
) -> dict[str, Any]:
    """The claims of the user who came back. Raises InnloggingStoppet unless every check holds."""
    if not kode or tilstand != forsok.tilstand:
        raise InnloggingStoppet("state does not match")
    try:
        kart = _kart(oppsett, hent)
        svar = hent(
            kart["token_endpoint"],
            {
                "grant_type": "authorization_code",
                "code": kode,
                "redirect_uri": tilbake,
                "code_verifier": forsok.bevis,
                "client_id": oppsett.klient_id,
                "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion": _hvem_vi_er(oppsett),
            },
        )
        nokler = KeySet.import_key_set(hent(kart["jwks_uri"], None))
        pastander = dict(jwt.decode(svar["id_token"], nokler, algorithms=_ALGORITMER).claims)
        jwt.JWTClaimsRegistry(
            iss={"essential": True, "value": oppsett.utsteder},
            aud={"essential": True, "value": oppsett.klient_id},
            exp={"essential": True},
            nonce={"essential": True, "value": forsok.engangs},
        ).validate(pastander)
    except (JoseError, OSError, ValueError, KeyError, TypeError) as feil:
        raise InnloggingStoppet(f"{type(feil).__name__}: {feil}") from feil
    return pastander


def _kart(oppsett: Oppsett, hent: Hent) -> dict[str, Any]:
    """The provider's own description of itself."""
    kart: dict[str, Any] = hent(f"{oppsett.utsteder}/.well-known/openid-configuration", None)
    if kart.get("issuer", "").rstrip("/") != oppsett.utsteder:
        raise InnloggingStoppet("the issuer is another than the one set up")
    return kart


def _hvem_vi_er(oppsett: Oppsett) -> str:
    """A short-lived signed statement of who the client is (RFC 7523)."""
    naa = int(time.time())
    return jwt.encode(
        {"alg": "RS256", "kid": oppsett.nokkel_id},
        {
            "iss": oppsett.klient_id,
            "sub": oppsett.klient_id,
            "aud": oppsett.utsteder,
            "iat": naa,
            "exp": naa + LEVETID,
            "jti": generate_token(24),
        },
        import_key(oppsett.nokkel, "RSA"),
    )
