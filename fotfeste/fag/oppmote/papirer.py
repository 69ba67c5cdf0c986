"""The papers of a sheet: a doctor's statement, what else shows why somebody was away, and payslips.

All may come late: also when the sheet is sent or approved. Only what lies with a replaced sheet stays as it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from fotfeste.fag.oppmote.enums import SYKDOM
from fotfeste.fag.oppmote.las import timeliste_las
from fotfeste.fag.oppmote.models import (
    I_LEVENDE_LISTE,
    Fravaer,
    Fravaersdokumentasjon,
    Legeerklaering,
    Lonnsslipp,
    Timeliste,
)
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur.dokument.services import dokument_ta_imot
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.regelverk.tid import Periode


@dataclass(frozen=True, slots=True)
class Fil:
    """A file as it was sent."""

    navn: str
    innhold: bytes


def fravaer_dokumenter(aktor: Aktor, *, fravaer: Fravaer, fil: Fil) -> Legeerklaering | Fravaersdokumentasjon:
    """Add a paper to an absence: for illness a doctor's statement for all of it, else what shows why.

    Raises Fagfeil at `vedlegg` when the file cannot be taken.
    """
    if fravaer.arsak in SYKDOM:
        return legeerklaering_legg_til(aktor, fravaer=fravaer, filnavn=fil.navn, innhold=fil.innhold)
    krev(aktor, Handling.TIMELISTE_FYLL, fravaer)
    with kommando(aktor, "fravaer.dokumenter"):
        sak_las(fravaer.sak)
        _krev_levende(Fravaer.objects.filter(I_LEVENDE_LISTE, pk=fravaer.pk))
        dokument = dokument_ta_imot(navn=fil.navn, innhold=fil.innhold, felt="vedlegg")
        papir = Fravaersdokumentasjon.objects.create(sak=fravaer.sak, fravaer=fravaer, dokument=dokument)
        skriv_hendelse(
            aktor,
            "fravaer.dokumentert",
            sak_id=fravaer.sak_id,
            objekt_id=papir.pk,
            fra=fravaer.fra,
            til=fravaer.til,
        )
        return papir


def dokumentasjon_fjern(aktor: Aktor, *, papir: Fravaersdokumentasjon) -> None:
    """Take away a paper that was sent by mistake, while the sheet is the participant's. Gone already: nothing."""
    krev(aktor, Handling.TIMELISTE_FYLL, papir)
    with kommando(aktor, "dokumentasjon.fjern"):
        timeliste_las(papir.fravaer.timeliste, kommando="lagre")
        for rad in Fravaersdokumentasjon.objects.filter(pk=papir.pk):
            rad.delete()


def legeerklaering_legg_til(
    aktor: Aktor,
    *,
    fravaer: Fravaer,
    fra: date | None = None,
    til: date | None = None,
    filnavn: str = "",
    innhold: bytes | None = None,
) -> Legeerklaering:
    """Add a doctor's statement for days of the absence (all of them when no dates are given), with the paper.

    Open also after the sheet is sent or approved: a statement that comes late still counts.
    """
    krev(aktor, Handling.TIMELISTE_FYLL, fravaer)
    with kommando(aktor, "legeerklaering.legg_til"):
        sak_las(fravaer.sak)
        _krev_levende(Fravaer.objects.filter(I_LEVENDE_LISTE, pk=fravaer.pk))
        periode = (fra or fravaer.fra, til or fravaer.til)
        if periode[1] < periode[0]:
            raise Fagfeil(_("Siste dag er før første dag. Bytt om datoene."), felt="til")
        if not Periode(*periode).overlapper(Periode(fravaer.fra, fravaer.til)):
            raise Fagfeil(_("Legeerklæringen må dekke minst én av dagene i fraværet."), felt="fra")
        dokument = None
        if innhold is not None:
            dokument = dokument_ta_imot(navn=filnavn, innhold=innhold, felt="vedlegg")
        erklaering = Legeerklaering.objects.create(
            sak=fravaer.sak, fravaer=fravaer, fra=periode[0], til=periode[1], dokument=dokument
        )
        skriv_hendelse(
            aktor,
            "legeerklaering.lagt_til",
            sak_id=fravaer.sak_id,
            objekt_id=erklaering.pk,
            fra=periode[0],
            til=periode[1],
        )
        return erklaering


def lonnsslipp_legg_til(aktor: Aktor, *, timeliste: Timeliste, fil: Fil, kommentar: str = "") -> Lonnsslipp:
    """Add a payslip to a month with hours in paid work. Raises Fagfeil in a month that has none."""
    krev(aktor, Handling.TIMELISTE_FYLL, timeliste)
    with kommando(aktor, "lonnsslipp.legg_til"):
        sak_las(timeliste.sak)
        _krev_levende(Timeliste.objects.filter(pk=timeliste.pk))
        if not timeliste.dager.filter(timer_arbeid__gt=0).exists():
            raise Fagfeil(_("Listen har ingen timer i lønnet jobb. Skriv timene først, og send lønnsslippen etterpå."))
        dokument = dokument_ta_imot(navn=fil.navn, innhold=fil.innhold, felt="vedlegg")
        slipp = Lonnsslipp.objects.create(
            sak=timeliste.sak, timeliste=timeliste, dokument=dokument, kommentar=kommentar.strip()
        )
        skriv_hendelse(aktor, "lonnsslipp.lagt_til", sak_id=timeliste.sak_id, objekt_id=slipp.pk, maned=timeliste.maned)
        return slipp


def lonnsslipp_fjern(aktor: Aktor, *, lonnsslipp: Lonnsslipp) -> None:
    """Take away a payslip that was sent by mistake, while the sheet is the participant's. Gone already: nothing."""
    krev(aktor, Handling.TIMELISTE_FYLL, lonnsslipp)
    with kommando(aktor, "lonnsslipp.fjern"):
        timeliste = timeliste_las(lonnsslipp.timeliste, kommando="lagre")
        for slipp in timeliste.lonnsslipper.filter(pk=lonnsslipp.pk):
            slipp.delete()
            skriv_hendelse(aktor, "lonnsslipp.fjernet", sak_id=timeliste.sak_id, maned=timeliste.maned)


def _krev_levende(rader: QuerySet[Fravaer] | QuerySet[Timeliste]) -> None:
    """Raise Fagfeil when the sheet has been replaced since the page was opened."""
    if not rader.exists():
        raise Fagfeil(
            _("Listen er rettet med en ny etter at du åpnet siden. Åpne listen på nytt, og legg papiret der.")
        )
