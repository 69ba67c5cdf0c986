"""The case file of any case: built from our own tables, on top of what was read in when it came from elsewhere."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from fotfeste.fag.mappe import form
from fotfeste.fag.mappe.deler import DELER
from fotfeste.fag.mappe.lesing import les_linje
from fotfeste.fag.mappe.models import InnlestMappe
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import saker_for
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev

VERSJON = 1
_BUNT = 300

# What the file of a read-in case says once and for all; the rest is added to by what happens here.
_SOM_DEN_KOM = frozenset({"person", "bakgrunn"})


def innlest(sak: Sak) -> InnlestMappe | None:
    """What came with the case, or None for one that was made here."""
    return InnlestMappe.objects.filter(sak=sak).select_related("lest_av", "kommune").first()


def sak_paa_gammelt_nummer(aktor: Aktor, nummer: str) -> Sak | None:
    """The case the actor may read that had exactly this number in the system it came from, or None."""
    return saker_for(aktor).filter(innlest_mappe__kilde_id=nummer.replace("\x00", "")).first()


def mappe_linje_for(aktor: Aktor, sak: Sak) -> str:
    """The whole case as a line of JSON. Raises IkkeTilgang."""
    krev(aktor, Handling.MAPPE_LES, sak)
    return mapper_for([sak])[sak.pk]


def typet_mappe_for(aktor: Aktor, sak: Sak) -> form.Mappe:
    """The whole case, typed. Raises IkkeTilgang."""
    krev(aktor, Handling.MAPPE_LES, sak)
    return som_type(mapper_for([sak])[sak.pk])


def mapper_i(saker: QuerySet[Sak], *, bare: Collection[str] | None = None) -> Iterator[tuple[Sak, str]]:
    """Each case with its file as a line of JSON, a bunch in memory at a time. For the audit and for export.

    `bare`: only these sections of the cases made here; for figures that ask for no more.
    """
    ider = list(saker.order_by("saksnummer").values_list("pk", flat=True))
    for start in range(0, len(ider), _BUNT):
        bunt = Sak.objects.filter(pk__in=ider[start : start + _BUNT]).select_related("person", "kommune", "kontor")
        i_orden = list(bunt.order_by("saksnummer"))
        linjer = mapper_for(i_orden, bare=bare)
        yield from ((sak, linjer[sak.pk]) for sak in i_orden)


def mapper_for(saker: Sequence[Sak], *, bare: Collection[str] | None = None) -> dict[UUID, str]:
    """The file of each case as a line of JSON. A constant number of queries, however many cases.

    One that was read in and has had nothing added is the line it came as, to the letter. `bare` as for `mapper_i`.
    """
    innleste = {rad.sak_id: rad for rad in InnlestMappe.objects.filter(sak__in=[sak.pk for sak in saker])}
    unntatt = frozenset(pk for rad in innleste.values() for pk in rad.egne_rader)
    deler = {navn: hent(saker, unntatt) for navn, hent in DELER.items() if bare is None or navn in bare}
    return {sak.pk: _linje(sak, innleste.get(sak.pk), deler) for sak in saker}


def som_type(linje: str) -> form.Mappe:
    """A line this room gave, typed."""
    lest = les_linje(linje)
    if lest.mappe is None:
        raise ValueError("; ".join(lest.i_ord()))
    return lest.mappe


def _linje(sak: Sak, kom: InnlestMappe | None, deler: Mapping[str, Mapping[UUID, Any]]) -> str:
    if kom is None:
        return _som_json({**_hode(sak), **_egne(sak, deler)})
    nytt = {navn: del_ for navn, del_ in _egne(sak, deler).items() if navn not in _SOM_DEN_KOM}
    return _som_json(_flettet(kom.mappe, nytt)) if nytt else kom.innhold


def _hode(sak: Sak) -> dict[str, Any]:
    bydel = {"bydel": sak.kommune.bydel} if sak.kommune.bydel else {}
    return {
        "versjon": VERSJON,
        "sak_id": sak.saksnummer,
        "kommune": sak.kommune.nummer,
        **bydel,
        "kontor": sak.kontor.navn,
    }


def _egne(sak: Sak, deler: Mapping[str, Mapping[UUID, Any]]) -> dict[str, Any]:
    return {navn: del_ for navn, rader in deler.items() if (del_ := rader.get(sak.pk))}


def _flettet(kom: dict[str, Any], nytt: Mapping[str, Any]) -> dict[str, Any]:
    """What came, with what has happened here since: lists grow, and one-of-a-kind parts are those made here."""
    ut = dict(kom)
    for navn, del_ in nytt.items():
        ut[navn] = [*kom.get(navn, []), *del_] if isinstance(del_, list) else del_
    siste = max((versjon["versjon"] for versjon in kom.get("programversjoner", [])), default=0)
    if siste and "programversjoner" in nytt:
        egne = [{**v, "versjon": int(siste) + v["versjon"]} for v in nytt["programversjoner"]]
        ut["programversjoner"] = [*kom["programversjoner"], *egne]
    return ut


def _som_json(mappe: Mapping[str, Any]) -> str:
    return json.dumps(mappe, ensure_ascii=False, separators=(",", ":"))
