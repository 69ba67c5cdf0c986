"""What the commands of this subject share: the locked assessment, and days that can be true."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering
from fotfeste.fag.sak.enums import APNE
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil


def las_vurdering(vurdering: Arbeidsevnevurdering) -> Arbeidsevnevurdering:
    """The assessment read again with its case locked."""
    sak = sak_las(vurdering.sak)
    laast = Arbeidsevnevurdering.objects.select_for_update(of=("self",)).get(pk=vurdering.pk)
    laast.sak = sak
    return laast


def las_apen(sak: Sak) -> Sak:
    """The case, locked. Raises Fagfeil when it is closed."""
    sak = sak_las(sak)
    if sak.status not in APNE:
        raise Fagfeil(_("Saken er avsluttet. Opprett en ny sak før du vurderer arbeidsevnen."))
    return sak


def krev_dag(sak: Sak, dag: date, *, felt: str = "dato") -> None:
    """Raise Fagfeil for a day that has not come or lies before the person's birth."""
    if dag < sak.person.fodselsdato:
        raise Fagfeil(_("Datoen er før personen ble født. Sjekk årstallet."), felt=felt)
    if dag > klokke.i_dag():
        raise Fagfeil(_("Kilden kan ikke være fra en dag som ikke har vært. Sjekk datoen."), felt=felt)


def krev_tekst(tekst: str, felt: str, setning: str) -> str:
    """The text without space around it. Raises Fagfeil with `setning` when there is nothing in it."""
    if not tekst.strip():
        raise Fagfeil(setning, felt=felt)
    return tekst.strip()
