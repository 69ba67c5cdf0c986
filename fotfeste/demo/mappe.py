"""A few cases from the system the municipality had before: history with its faults, and one that still runs."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

from fotfeste.fag.mappe.lesing import les_linje
from fotfeste.fag.person.fodselsnummer import lag_syntetisk
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM
from fotfeste.kobling.saksmappe.services import Innlesing, mapper_les_inn
from fotfeste.regelverk.tid import legg_til_maneder

KILDE = "gammelt-fagsystem.jsonl"
_NAVN = ("Aslaug Testbakke", "Bilal Testlund", "Cecilie Testeng", "Dawit Testås", "Elin Testvoll", "Fatuma Testli")
_VILKAR = ("alder", "arbeidsevne", "inntektsevne", "ytelser", "aev", "hensiktsmessig_og_nodvendig")
_EN_DAG = timedelta(days=1)


def mapper_les(kontor: Kontor, dag: date) -> Innlesing:
    """Read the cases in at the office; the last of them still runs on `dag`."""
    saker = [_sak(kontor, nr, dag) for nr in range(len(_NAVN))]
    *_, svar = mapper_les_inn(SYSTEM, [les_linje(json.dumps(sak)) for sak in saker], kilde=KILDE)
    return svar


def _sak(kontor: Kontor, nr: int, dag: date) -> dict[str, Any]:
    lopende = nr == len(_NAVN) - 1
    start = legg_til_maneder(dag, -5 if lopende else -30 - 3 * nr)
    til = legg_til_maneder(start, 12) - _EN_DAG
    fodt = date(1983 + nr, 3, 4 + nr)
    mappe: dict[str, Any] = {
        "versjon": 1,
        "sak_id": f"GML-{1000 + nr}",
        "kommune": kontor.kommune.nummer,
        "kontor": kontor.navn,
        "fast_kontakt": [{"ansatt": f"gml{nr % 3}", "fra": str(start)}],
        "person": {
            "fodselsnummer": next(fnr for lopenummer in range(40, 99) if (fnr := lag_syntetisk(fodt, lopenummer))),
            "fodselsdato": str(fodt),
            "navn": _NAVN[nr],
            "tolkebehov": nr % 2 == 1,
        },
        "soknader": [{"id": "s1", "mottatt": str(legg_til_maneder(start, -2)), "kanal": "papir"}],
        "vedtak": [_vedtak(nr, start, til)],
        "kontakter": [_kontakt(legg_til_maneder(start, maned)) for maned in range(0, 12, 1 + nr % 3)],
    }
    if nr % 2 == 0:
        mappe["arbeidsevnevurderinger"] = [_aev(start - timedelta(days=30), punkt_b=nr % 4 == 0)]
    if not lopende:
        mappe["avslutning"] = {"dato": str(til), "mate": "fullfort_eller_etter_avtale", "situasjon": ["skole"]}
    return mappe


def _vedtak(nr: int, start: date, til: date) -> dict[str, Any]:
    return {
        "id": "v1",
        "type": "innvilgelse",
        "soknad": "s1",
        "dato": str(start - timedelta(days=14)),
        "fra": str(start),
        "til": str(til),
        "saksbehandler": f"gml{nr % 3}",
        "beslutter": "gml0",
        "begrunnelse": {"regler": "sotjl § 29", "fakta": "Se vurderingen", "hensyn": None if nr % 3 else "Arbeid"},
        "vilkar": [{"kode": kode, "utfall": "oppfylt", "begrunnelse": "Vurdert"} for kode in _VILKAR],
    }


def _aev(dag: date, *, punkt_b: bool) -> dict[str, Any]:
    punkter = {"a": "Kan mye", "b": "Egne ønsker" if punkt_b else None, "c": "Helse", "d": "Hjelp", "e": "Plan"}
    return {
        "id": "a1",
        "ferdigstilt": str(dag),
        "utfort_av": "nav",
        "innsatsgruppe": "spesielt_tilpasset_innsats",
        "punkter": punkter,
        "motivasjon": "Vil i arbeid",
    }


def _kontakt(dag: date) -> dict[str, Any]:
    return {"dato": str(dag), "kanal": "mote", "initiativ": "nav", "resultat": "gjennomfort"}
