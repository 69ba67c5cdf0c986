"""«Hva om …?»: another rate or rule on the municipality's own months, as a sentence, a picture and tables."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from fotfeste.flater.felles.visning import aktor_av, kontorside
from fotfeste.flater.kontor.simulering_bilde import RADHOYDE, stolper, trinntekst
from fotfeste.flater.kontor.simulering_forms import Simuleringsvalg
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.regneark import ufarlig
from fotfeste.grunnmur.tilgang import Handling, krev_rolle
from fotfeste.innsikt.simulering import selectors
from fotfeste.innsikt.simulering.sammendrag import MINST, Gruppe
from fotfeste.innsikt.simulering.selectors import Simulering
from fotfeste.innsikt.styring.andel import Andel


@dataclass(frozen=True, slots=True)
class Tabell:
    """Groups that together are all of them (or those the actor may see), with their words."""

    tittel: str
    rader: Sequence[tuple[str, Gruppe]]


@kontorside
@require_GET
def simulering(request: HttpRequest) -> HttpResponse:
    """The question, and the answer when something is asked."""
    skjema = _skjema(request)
    svar = _svar(request, skjema)
    kontekst: dict[str, object] = {"skjema": skjema, "minst": MINST}
    if svar:
        alle = svar.tall.alle
        bilde = stolper(svar.tall.trinn)
        kontekst |= {
            "svar": svar,
            "prosent": Andel(abs(alle.endring), alle.foer).prosent,
            "forskjell": abs(alle.endring),
            "utfall": dict(zip(("mindre", "likt", "mer"), svar.tall.utfall, strict=True)),
            "stolper": bilde,
            "hoyde": RADHOYDE * len(bilde),
            "tabeller": _tabeller(svar),
            "sporsmal": request.GET.urlencode(),
        }
    return render(request, "kontor/simulering/simulering.html", kontekst)


@kontorside
@require_GET
def simulering_fil(request: HttpRequest) -> HttpResponse:
    """The same sums as a file for a spreadsheet. Back to the page where there is nothing to write."""
    svar = _svar(request, _skjema(request))
    if svar is None or svar.tall.alle.skjult:
        return redirect(f"{reverse('kontor:simulering')}?{request.GET.urlencode()}")
    ut = io.StringIO(newline="")
    skriver = csv.writer(ut, delimiter=";", lineterminator="\r\n")
    skriver.writerow([_("inndeling"), _("gruppe"), _("antall"), _("som i dag"), _("med endringen"), _("forskjell")])
    for tittel, navn, gruppe in _filrader(svar):
        tall = [""] * 4 if gruppe.skjult else [gruppe.antall, gruppe.foer, gruppe.etter, gruppe.endring]
        skriver.writerow([ufarlig(tittel), ufarlig(navn), *tall])
    return HttpResponse(
        ut.getvalue().encode("utf-8-sig"),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="hva-om.csv"'},
    )


def _skjema(request: HttpRequest) -> Simuleringsvalg:
    aktor = aktor_av(request)
    krev_rolle(aktor, Handling.SIMULERING_LES)
    kommuner = list(selectors.kommuner(aktor))
    if not kommuner:
        raise IkkeTilgang("ingen kommune å simulere for")
    return Simuleringsvalg(request.GET or None, kommuner=kommuner, siste=selectors.siste_maned(kommuner))


def _svar(request: HttpRequest, skjema: Simuleringsvalg) -> Simulering | None:
    """The simulation that is asked for; None where nothing is to be different, or something must be mended first."""
    if not skjema.is_bound or not skjema.is_valid() or skjema.endring.er_ingen:
        return None
    try:
        return selectors.simuler(aktor_av(request), skjema.valgt_kommune, skjema.maneder, skjema.endring)
    except OverflowError:
        skjema.add_error(None, _("Tallene har for mange desimaler til å regnes helt nøyaktig. Skriv rundere tall."))
        return None


def _tabeller(svar: Simulering) -> list[Tabell]:
    tall = svar.tall
    alder, barn = (dict(zip((g.kode for g in gruppe), gruppe, strict=True)) for gruppe in (tall.alder, tall.barn))
    tabeller = [
        Tabell(_("Alder"), [(_("Under 25 år"), alder["under"]), (_("25 år og eldre"), alder["over"])]),
        Tabell(_("Barn"), [(_("Med barnetillegg"), barn["med"]), (_("Uten barnetillegg"), barn["uten"])]),
    ]
    return [*tabeller, Tabell(_("Kontor"), svar.kontor)] if svar.kontor else tabeller


def _filrader(svar: Simulering) -> Iterator[tuple[str, str, Gruppe]]:
    yield "", _("Alle"), svar.tall.alle
    for tabell in _tabeller(svar):
        for navn, gruppe in tabell.rader:
            yield tabell.tittel, navn, gruppe
    for trinn in svar.tall.trinn:
        yield _("I måneden"), trinntekst(trinn), trinn.gruppe
