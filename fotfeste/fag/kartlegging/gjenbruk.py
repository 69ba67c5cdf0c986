"""What is used again: how old it is, whether it still counts, and what has changed in it since last time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from django.utils.translation import gettext as _

from fotfeste.fag.kartlegging.enums import AevStatus
from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering
from fotfeste.fag.kartlegging.punkter import PUNKTER
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.organisasjon import valg
from fotfeste.regelverk import arbeidsevne

_DELER = re.compile(r"\s+|[^\s]+")
_MANGE = 1500
"""Longer texts than this are compared line by line: words would take too long and say little."""


@dataclass(frozen=True, slots=True)
class Bit:
    """A piece of a text: kept (`lik`), new (`ny`) or taken away (`borte`)."""

    slag: str
    tekst: str


def ordforskjell(gammel: str, ny: str) -> list[Bit]:
    """The new text with what has come and gone since the old one marked, word by word."""
    gamle, nye = _DELER.findall(gammel), _DELER.findall(ny)
    if max(len(gamle), len(nye)) > _MANGE:
        gamle, nye = gammel.splitlines(keepends=True), ny.splitlines(keepends=True)
    biter: list[Bit] = []
    for slag, fra, til, fra_ny, til_ny in SequenceMatcher(None, gamle, nye, autojunk=False).get_opcodes():
        if slag == "equal":
            biter.append(Bit("lik", "".join(nye[fra_ny:til_ny])))
            continue
        if gamle[fra:til]:
            biter.append(Bit("borte", "".join(gamle[fra:til])))
        if nye[fra_ny:til_ny]:
            biter.append(Bit("ny", "".join(nye[fra_ny:til_ny])))
    return biter


def maneder(vurdering: Arbeidsevnevurdering, nokkel: str) -> int:
    """A choice of the case's municipality, in months."""
    return int(valg.verdi(vurdering.sak.kommune_id, nokkel, klokke.i_dag()))


def ma_bekreftes(vurdering: Arbeidsevnevurdering) -> dict[str, date]:
    """The points that still hold an earlier version's words, older than the office leaves unasked: field and day."""
    grense = maneder(vurdering, "aev_tekst_sporres_maneder")
    datoer = {
        punkt.felt: date.fromisoformat(vurdering.tekstdatoer[punkt.felt])
        for punkt in PUNKTER
        if punkt.felt in vurdering.gjenbrukt and punkt.felt in vurdering.tekstdatoer
    }
    i_dag = klokke.i_dag()
    return {felt: dag for felt, dag in datoer.items() if not arbeidsevne.er_fersk(dag, i_dag, grense)}


def gammel_tekst(vurdering: Arbeidsevnevurdering) -> Iterator[Fagfeil]:
    """A refusal at each point whose old words nobody has said are still true."""
    for felt, dag in ma_bekreftes(vurdering).items():
        yield Fagfeil(
            _("Teksten i punkt %(bokstav)s er fra %(dag)s. Stemmer den fortsatt? Bekreft den, eller rett den.")
            % {"bokstav": felt[-1], "dag": dato_ord(dag)},
            felt=felt,
        )


def er_gammel(vurdering: Arbeidsevnevurdering, dag: date) -> bool:
    """Whether a completed assessment is older on `dag` than the municipality leans on (VM-03)."""
    grense = maneder(vurdering, "aev_holdbar_maneder")
    return vurdering.ferdigstilt is not None and not arbeidsevne.er_fersk(vurdering.ferdigstilt, dag, grense)


def har_fersk_vurdering(vurdering: Arbeidsevnevurdering) -> bool:
    """Whether the person has a completed assessment, in this case or an earlier one here, that is still fresh.

    What another municipality has assessed is theirs (sotjl § 44).
    """
    sak = vurdering.sak
    siste = (
        Arbeidsevnevurdering.objects.filter(
            sak__person_id=sak.person_id, sak__kommune_id=sak.kommune_id, status=AevStatus.FULLFORT
        )
        .order_by("-ferdigstilt")
        .values_list("ferdigstilt", flat=True)
        .first()
    )
    grense = maneder(vurdering, "aev_holdbar_maneder")
    return siste is not None and arbeidsevne.er_fersk(siste, klokke.i_dag(), grense)
