"""What a decision rested on the day it was made, kept as JSON values: facts, conditions, parameters, law, trace."""

from __future__ import annotations

from datetime import date
from typing import Any

from fotfeste.fag.brev.innhold import Brev
from fotfeste.fag.vedtak.enums import GIR_PERIODE, Vedtakstype
from fotfeste.fag.vedtak.fakta import faktakolonne
from fotfeste.fag.vedtak.fravaerstrekk import fravaer_uten_grunnlag
from fotfeste.fag.vedtak.hjemler import hjemler_for
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.fag.vedtak.sats import Sats, sats_for
from fotfeste.fag.vedtak.tilbakebetaling import tilbakebetalingen
from fotfeste.regelverk.parametre import Verdi
from fotfeste.regelverk.penger import eksakt_tekst
from fotfeste.regelverk.tid import Periode
from fotfeste.regelverk.vilkar import VILKAR, Vilkarskode

FORMAT = 1
"""The layout of the frozen record; moved on when it changes, so that old ones can still be read."""


def frys(vedtak: Vedtak, brev: Brev, dag: date) -> dict[str, Any]:
    """The decision's ground as it stood on `dag`; `lov` are the acts as they read that day."""
    sats = sats_for(vedtak.sak.person, vedtak.fra, dag) if vedtak.type in GIR_PERIODE and vedtak.fra else None
    kilder = hjemler_for(vedtak)
    return {
        "format": FORMAT,
        "dag": dag.isoformat(),
        "lov": [
            {
                "hjemmel": str(kilde),
                "kode": kilde.kode,
                "dokument": kilde.grunnlag.identifikator,
                "lest": dag.isoformat(),
            }
            for kilde in kilder
        ],
        "fakta": [
            {
                "navn": faktum.navn,
                "verdi": faktum.verdi,
                "kilde": faktum.kilde,
                "dato": faktum.dato.isoformat() if faktum.dato else None,
            }
            for faktum in faktakolonne(vedtak, dag)
        ],
        "trukket": _trukket(vedtak, dag),
        "soknad_mottatt": vedtak.soknad.mottatt.isoformat() if vedtak.soknad else None,
        "aev": _aev(vedtak),
        "vilkar": [
            {
                "kode": rad.kode,
                "utfall": rad.utfall,
                "forslag": rad.forslag,
                "fakta": rad.fakta,
                "kilde": rad.kilde,
                "begrunnelse": rad.begrunnelse,
                "hjemmel": str(VILKAR[Vilkarskode(rad.kode)].hjemmel),
            }
            for rad in vedtak.vilkar.all()
        ],
        "punkter": [
            {"kode": rad.kode, "sporsmal": rad.sporsmal, "ja": rad.ja, "tekst": rad.tekst}
            for rad in vedtak.punktsvar.order_by("kode")
        ],
        "grunn": _grunnen(vedtak),
        "tilbakebetaling": tilbakebetalingen(vedtak),
        "horing": _horing(vedtak),
        "brevtittel": brev.tittel,
        **_satsen(sats),
    }


def _grunnen(vedtak: Vedtak) -> dict[str, Any] | None:
    """Why a programme is paused or ended, what shows it, and how it ends."""
    if not vedtak.grunn:
        return None
    return {
        "kode": vedtak.grunn,
        "navn": vedtak.grunn_i_ord,
        "ord": vedtak.grunn_ord,
        "bevis": vedtak.bevis,
        "bevis_dato": vedtak.bevis_dato.isoformat() if vedtak.bevis_dato else None,
        "fravaer_fra": vedtak.fravaer_fra.isoformat() if vedtak.fravaer_fra else None,
        "planlagt": vedtak.planlagt,
        "situasjon": list(vedtak.situasjon),
        "viktigste_inntekt": vedtak.viktigste_inntekt,
    }


def _horing(vedtak: Vedtak) -> dict[str, str | None] | None:
    """When the participant was told beforehand, by when to answer, and what they answered (fvl § 16)."""
    if vedtak.forhandsvarsel is None:
        return None
    dager = {
        "varslet": vedtak.forhandsvarsel,
        "svarfrist": vedtak.uttalefrist,
        "svarte": vedtak.uttalelse_dato,
    }
    return {**{navn: dag.isoformat() if dag else None for navn, dag in dager.items()}, "svar": vedtak.uttalelse}


def _trukket(vedtak: Vedtak, dag: date) -> list[str] | None:
    """The days of absence a deduction takes: what is registered later in its period, nobody has decided on (§ 36)."""
    if vedtak.type != Vedtakstype.FRAVAERSTREKK or vedtak.fra is None or vedtak.til is None:
        return None
    return [dato.isoformat() for dato in fravaer_uten_grunnlag(vedtak.sak, Periode(vedtak.fra, vedtak.til), dag).dager]


def _aev(vedtak: Vedtak) -> dict[str, Any] | None:
    aev = vedtak.aev
    if aev is None:
        return None
    ferdig = aev.ferdigstilt.isoformat() if aev.ferdigstilt else None
    return {"id": str(aev.pk), "nummer": aev.nummer, "ferdigstilt": ferdig, "innsatsgruppe": aev.innsatsgruppe}


def _satsen(sats: Sats | None) -> dict[str, Any]:
    if sats is None:
        return {"sats": None, "parametre": [], "spor": []}
    return {
        "sats": {
            "dagsats_ore": sats.dagsats_ore,
            "redusert_for_unge": sats.redusert_for_unge,
            "antall_barn": sats.antall_barn,
            "barnetillegg_ore": sats.barnetillegg_ore,
        },
        "parametre": [_parameter(verdi) for verdi in sats.parametre],
        "spor": [rad.som_json() for rad in sats.spor],
    }


def _parameter(verdi: Verdi) -> dict[str, str]:
    return {
        "kode": verdi.kode,
        "verdi": eksakt_tekst(verdi.verdi),
        "gjelder_fra": verdi.gjelder_fra.isoformat(),
        "kunngjort": verdi.kunngjort.isoformat(),
        "kilde": verdi.kilde,
        "hjemmel": str(verdi.hjemmel),
    }
