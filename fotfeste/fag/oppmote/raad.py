"""What somebody should look at before a sheet is approved, in words. Advice: nothing of it stops the approval."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fotfeste.fag.oppmote.ark import Ark, timetall
from fotfeste.fag.oppmote.enums import Fravaersarsak
from fotfeste.fag.oppmote.models import Fravaer, Timeliste

DOKUMENTERES = frozenset(
    {Fravaersarsak.VELFERD, Fravaersarsak.FOR_TERMIN, Fravaersarsak.FODSEL, Fravaersarsak.FARS_OMSORG}
)
"""Reasons with an appointment or an event that leaves a paper. Own illness and a sick child have rules of their own."""


def raad(ark: Ark, valg: Mapping[str, Any], *, forste: bool) -> list[str]:
    """The phrases for one sheet, what takes most thought first. `valg` is what the municipality has chosen."""
    return list(_raad(ark, valg, forste=forste))


def _raad(ark: Ark, valg: Mapping[str, Any], *, forste: bool) -> Iterator[str]:
    liste = ark.timeliste
    if liste.har_apent_onske:
        yield _("deltakeren sier at listen ikke stemmer")
    if antall := len(ark.tatt_bort):
        ord_ = ngettext(
            "%d dag på listen er ikke i programmet lenger", "%d dager på listen er ikke i programmet lenger", antall
        )
        yield ord_ % antall
    uenige = sum(dag.uenig for dag in ark.arrangordager)
    if uenige:
        yield ngettext("arrangøren sier noe annet om %d dag", "arrangøren sier noe annet om %d dager", uenige) % uenige
    if liste.retter_id:
        yield _("retter en liste som var godkjent")
    if liste.pa_vegne_grunn:
        yield _("ført av andre enn deltakeren")
    if timer := _uten_lonnsslipp(ark, liste):
        yield _("%s timer i jobb uten lønnsslipp") % timetall(timer)
    if valg["fravaer_uten_papir"]:
        dager = sum(ett.dager for ett in ark.fravaer if _uten_papir(ett.fravaer))
        if dager:
            yield ngettext("%d dag borte uten papir", "%d dager borte uten papir", dager) % dager
    if forste:
        yield _("første timeliste i programmet")


def _uten_lonnsslipp(ark: Ark, liste: Timeliste) -> Decimal:
    """Hours of paid work in a month nobody has sent a payslip for; 0 when there is one, or no such hours."""
    return Decimal(0) if _noen(liste.lonnsslipper.all()) else ark.sum_arbeid


def _uten_papir(fravaer: Fravaer) -> bool:
    return (
        fravaer.arsak in DOKUMENTERES
        and not _noen(fravaer.dokumentasjon.all())
        and not _noen(fravaer.legeerklaeringer.all())
    )


def _noen(rader: Iterable[object]) -> bool:
    """Whether there is any, among rows that have been read already."""
    return any(True for _rad in rader)
