"""A letter's content as JSON values, and back: so that the page shown years later is the letter that was sent."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from fotfeste.fag.brev import innhold
from fotfeste.fag.brev.innhold import Brev, Brevart, Delslag

_SLAG = {
    klasse.__name__: klasse
    for klasse in (
        innhold.Avsender,
        innhold.Avsnitt,
        innhold.Brev,
        innhold.Del,
        innhold.Frist,
        innhold.Klageopplysninger,
        innhold.Kolonne,
        innhold.Kontakt,
        innhold.Mottaker,
        innhold.Nokkelliste,
        innhold.Nokkeltall,
        innhold.Oppgaver,
        innhold.Punktliste,
        innhold.Regel,
        innhold.Sammendrag,
        innhold.Tabell,
    )
}
_OPPREGNET = {("Brev", "art"): Brevart, ("Del", "slag"): Delslag}


def til_json(brev: Brev) -> dict[str, Any]:
    """The letter as JSON values; every part carries its kind under «slag_»."""
    verdi: dict[str, Any] = _ut(brev)
    return verdi


def fra_json(verdi: dict[str, Any]) -> Brev:
    """The letter as it was sent. KeyError or TypeError when the values were not made by `til_json`."""
    brev = _inn(verdi)
    if not isinstance(brev, Brev):
        raise TypeError("The values hold a part of a letter, not a letter")
    return brev


def _ut(verdi: Any) -> Any:
    if is_dataclass(verdi):
        return {"slag_": type(verdi).__name__, **{f.name: _ut(getattr(verdi, f.name)) for f in fields(verdi)}}
    if isinstance(verdi, tuple):
        return [_ut(ledd) for ledd in verdi]
    return {"dato_": verdi.isoformat()} if isinstance(verdi, date) else verdi


def _inn(verdi: Any) -> Any:
    if isinstance(verdi, list):
        return tuple(_inn(ledd) for ledd in verdi)
    if not isinstance(verdi, dict):
        return verdi
    if "dato_" in verdi:
        return date.fromisoformat(verdi["dato_"])
    slag = verdi["slag_"]
    felter = {navn: _inn(innhold_) for navn, innhold_ in verdi.items() if navn != "slag_"}
    for (klasse, felt), type_ in _OPPREGNET.items():
        if klasse == slag:
            felter[felt] = type_(felter[felt])
    return _SLAG[slag](**felter)
