"""Around the week: goals, choices, the course of each activity, a job beside it, and the programme on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from fotfeste.fag.program import selectors, services
from fotfeste.fag.program.enums import Malstatus
from fotfeste.fag.program.models import Aktivitet, Delmal
from fotfeste.fag.program.overganger import AKTIVITET, DELMAL
from fotfeste.fag.program.uke import ukebilder
from fotfeste.fag.sak.selectors import sak_hent
from fotfeste.flater.felles.ett_trykk import ett_trykk
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor.program_forms import (
    Alternativskjema,
    Arbeidsforholdskjema,
    Avbruddskjema,
    Bortlegging,
    Hendtskjema,
    Loggskjema,
    Malendring,
    Malskjema,
    Naddskjema,
    Overhalvskjema,
    Veivalgskjema,
)
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Handling, vurder
from fotfeste.grunnmur.tilstand import Overgang

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def _programmet(sak_id: UUID) -> str:
    return reverse("kontor:program", args=[sak_id])


# Goals


@kontorside
def program_mal(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """The goals of the case with what became of each, and a new one."""
    aktor = aktor_av(request)
    handling = Handling.PROGRAM_SKRIV if request.method == "POST" else Handling.PROGRAM_LES
    sak = sak_hent(aktor, sak_id, handling)
    skjema = Malskjema(request.POST or None)
    if request.method == "POST":
        svar = utfor(
            request,
            skjema,
            lambda verdier: (
                services.delmal_opprett(aktor, sak=sak, **verdier),
                reverse("kontor:program_mal", args=[sak.pk]),
            )[1],
            kvittering=_("Målet er skrevet ned."),
        )
        if svar:
            return svar
    alle = list(sak.delmal.prefetch_related("koblinger__aktivitet"))
    return render(
        request,
        "kontor/program/mal.html",
        {
            "sak": sak,
            "skjema": skjema,
            "hovedmal": _hovedmal(sak_id),
            "apne": [(mal, DELMAL.mulige(aktor, mal)) for mal in alle if mal.status == Malstatus.UNDERVEIS],
            "lukkede": [(mal, DELMAL.mulige(aktor, mal)) for mal in alle if mal.status != Malstatus.UNDERVEIS],
            "kan_skrive": vurder(aktor, Handling.PROGRAM_SKRIV, sak).tillatt,
            "tilbake": _programmet(sak.pk),
        },
    )


def _hovedmal(sak_id: UUID) -> str:
    versjon = selectors.siste_versjon(sak_id)
    return versjon.mal if versjon else ""


@dataclass(frozen=True, slots=True)
class _Kommando:
    """A command with its form, its service and the receipt. `start`: the form's first values."""

    skjema: type[Skjema]
    tjeneste: Callable[..., Any]
    kvittering: StrOrPromise
    med_dato: bool = False


MALKOMMANDOER = {
    "nadd": _Kommando(Naddskjema, services.delmal_nadd, gettext_lazy("Målet er nådd. Godt jobbet!"), med_dato=True),
    "endre": _Kommando(Malendring, services.delmal_endre, gettext_lazy("Målet er endret.")),
    "legg_bort": _Kommando(Bortlegging, services.delmal_legg_bort, gettext_lazy("Målet er lagt bort.")),
    "ta_opp_igjen": _Kommando(Skjema, services.delmal_ta_opp_igjen, gettext_lazy("Målet er tatt opp igjen.")),
}


def _skjema(request: HttpRequest, kommando: _Kommando, versjon: int, **start: Any) -> Skjema:
    if kommando.med_dato:
        start["dato"] = klokke.i_dag()
    return kommando.skjema(request.POST if request.method == "POST" else None, initial=start, versjon=versjon)


@kontorside
def program_mal_kommando(request: HttpRequest, mal_id: UUID, kommando: str) -> HttpResponse:
    """Say what became of one goal."""
    rad = MALKOMMANDOER.get(kommando)
    if rad is None:
        raise Http404
    mal: Delmal = selectors.delmal_hent(aktor_av(request), mal_id)
    tilbake = reverse("kontor:program_mal", args=[mal.sak_id])
    skjema = _skjema(request, rad, mal.versjon, tekst=mal.tekst, frist=mal.frist)
    if request.method == "POST":
        svar = utfor(
            request,
            skjema,
            lambda verdier: (
                rad.tjeneste(aktor_av(request), mal=mal, versjon=skjema.cleaned_data["versjon"], **verdier),
                tilbake,
            )[1],
            kvittering=str(rad.kvittering),
        )
        if svar:
            return svar
    return _ett_skjema(request, mal.sak_id, skjema, DELMAL.overgang(kommando), mal.tekst, tilbake)


def _ett_skjema(
    request: HttpRequest, sak_id: UUID, skjema: Skjema, overgang: Overgang, under: str, tilbake: str
) -> HttpResponse:
    sak = sak_hent(aktor_av(request), sak_id, Handling.PROGRAM_SKRIV)
    return render(
        request,
        "kontor/program/kommando.html",
        {"sak": sak, "skjema": skjema, "tittel": overgang.knapp, "under": under, "tilbake": tilbake},
    )


# Choices


@kontorside
def program_valg(request: HttpRequest, program_id: UUID) -> HttpResponse:
    """Write down a choice made in the draft."""
    aktor = aktor_av(request)
    versjon = selectors.programversjon_hent(aktor, program_id, Handling.PROGRAM_SKRIV)
    skjema = Veivalgskjema(request.POST or None)
    if request.method == "POST":
        svar = utfor(
            request,
            skjema,
            lambda verdier: (
                services.veivalg_lagre(aktor, program=versjon, **verdier),
                _programmet(versjon.sak_id),
            )[1],
            kvittering=_("Valget er skrevet ned."),
        )
        if svar:
            return svar
    return render(
        request,
        "kontor/program/valg.html",
        {"sak": versjon.sak, "skjema": skjema, "tilbake": _programmet(versjon.sak_id)},
    )


@kontorside
@require_POST
def program_valg_fjern(request: HttpRequest, valg_id: UUID) -> HttpResponse:
    """Take a choice out of the draft."""
    valg = selectors.veivalg_hent(aktor_av(request), valg_id)
    return ett_trykk(
        request,
        lambda: services.veivalg_fjern(aktor_av(request), valg=valg),
        til=_programmet(valg.sak_id),
        kvittering=_("Valget er tatt bort."),
    )


# The course of an activity


GANGKOMMANDOER = {
    "tilby": _Kommando(Hendtskjema, services.aktivitet_tilby, gettext_lazy("Plassen er tilbudt."), med_dato=True),
    "begynn": _Kommando(Hendtskjema, services.aktivitet_begynn, gettext_lazy("Aktiviteten er i gang."), med_dato=True),
    "fullfor": _Kommando(
        Hendtskjema, services.aktivitet_fullfor, gettext_lazy("Aktiviteten er ferdig."), med_dato=True
    ),
    "avbryt": _Kommando(
        Avbruddskjema, services.aktivitet_avbryt, gettext_lazy("Aktiviteten er avbrutt."), med_dato=True
    ),
    "vurder_alternativer": _Kommando(
        Alternativskjema, services.aktivitet_vurder_alternativer, gettext_lazy("Vurderingen er skrevet ned.")
    ),
}


@kontorside
def program_gang(request: HttpRequest, aktivitet_id: UUID) -> HttpResponse:
    """What has happened in one activity, and a new line about it."""
    aktor = aktor_av(request)
    handling = Handling.PROGRAM_SKRIV if request.method == "POST" else Handling.PROGRAM_LES
    aktivitet = selectors.aktivitet_hent(aktor, aktivitet_id, handling)
    sak = sak_hent(aktor, aktivitet.sak_id, handling)
    skjema = Loggskjema(request.POST or None, initial={"dato": klokke.i_dag(), "fra_hvem": aktivitet.kontaktperson})
    if request.method == "POST":
        svar = utfor(
            request,
            skjema,
            lambda verdier: (
                services.aktivitet_logg(aktor, aktivitet=aktivitet, **verdier),
                reverse("kontor:program_gang", args=[aktivitet.pk]),
            )[1],
            kvittering=_("Det er skrevet ned."),
        )
        if svar:
            return svar
    return render(
        request,
        "kontor/program/gang.html",
        {
            "sak": sak,
            "aktivitet": aktivitet,
            "skjema": skjema,
            "logg": [linje for linje in selectors.aktivitetslogg(sak) if linje.linje == aktivitet.linje],
            "uker": [uke for uke in selectors.egne_uker(sak, klokke.i_dag()) if uke.aktivitet.linje == aktivitet.linje],
            "kommandoer": _kan(aktor, aktivitet),
            "kan_skrive": vurder(aktor, Handling.PROGRAM_SKRIV, sak).tillatt,
            "tilbake": _programmet(sak.pk),
        },
    )


def _kan(aktor: Any, aktivitet: Aktivitet) -> list[Overgang]:
    """The commands that make sense: alternatives are asked about only where they are still to be considered."""
    mulige = AKTIVITET.mulige(aktor, aktivitet)
    return [o for o in mulige if o.kommando != "vurder_alternativer" or aktivitet.krever_alternativer]


@kontorside
def program_gang_kommando(request: HttpRequest, aktivitet_id: UUID, kommando: str) -> HttpResponse:
    """Say that an activity has moved on."""
    rad = GANGKOMMANDOER.get(kommando)
    if rad is None:
        raise Http404
    aktivitet = selectors.aktivitet_hent(aktor_av(request), aktivitet_id)
    tilbake = reverse("kontor:program_gang", args=[aktivitet.pk])
    skjema = _skjema(request, rad, aktivitet.versjon)
    if request.method == "POST":
        svar = utfor(
            request,
            skjema,
            lambda verdier: (
                rad.tjeneste(aktor_av(request), aktivitet=aktivitet, versjon=skjema.cleaned_data["versjon"], **verdier),
                tilbake,
            )[1],
            kvittering=str(rad.kvittering),
        )
        if svar:
            return svar
    return _ett_skjema(request, aktivitet.sak_id, skjema, AKTIVITET.overgang(kommando), aktivitet.navn, tilbake)


# A job beside the programme


@kontorside
def program_jobb(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Write down a job the participant has taken."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, Handling.PROGRAM_SKRIV)
    skjema = Arbeidsforholdskjema(request.POST or None)
    if request.method == "POST":
        svar = utfor(
            request,
            skjema,
            lambda verdier: (services.arbeidsforhold_registrer(aktor, sak=sak, **verdier), _programmet(sak.pk))[1],
            kvittering=_("Jobben er skrevet ned."),
        )
        if svar:
            return svar
    return render(
        request,
        "kontor/program/kommando.html",
        {"sak": sak, "skjema": skjema, "tittel": _("Jobb ved siden av"), "under": "", "tilbake": _programmet(sak.pk)},
    )


@kontorside
def program_jobb_svar(request: HttpRequest, arbeidsforhold_id: UUID) -> HttpResponse:
    """Say what is done about a job of more than half a position."""
    aktor = aktor_av(request)
    jobb = selectors.arbeidsforhold_hent(aktor, arbeidsforhold_id)
    skjema = Overhalvskjema(request.POST or None, versjon=jobb.versjon)
    tilbake = _programmet(jobb.sak_id)
    if request.method == "POST":
        svar = utfor(
            request,
            skjema,
            lambda verdier: (
                services.arbeidsforhold_svar(
                    aktor, arbeidsforhold=jobb, versjon=skjema.cleaned_data["versjon"], **verdier
                ),
                tilbake,
            )[1],
            kvittering=_("Det er skrevet ned hva dere gjør med jobben."),
        )
        if svar:
            return svar
    return render(
        request, "kontor/program/jobb.html", {"sak": jobb.sak, "jobb": jobb, "skjema": skjema, "tilbake": tilbake}
    )


# On paper


@kontorside
@require_GET
def program_utskrift(request: HttpRequest, program_id: UUID) -> HttpResponse:
    """The version on paper, with both signatures."""
    versjon = selectors.programversjon_hent(aktor_av(request), program_id, Handling.PROGRAM_LES)
    sak = sak_hent(aktor_av(request), versjon.sak_id, Handling.PROGRAM_LES)
    return render(
        request,
        "kontor/program/utskrift.html",
        {
            "sak": sak,
            "versjon": versjon,
            "strekk": ukebilder(versjon),
            "delmal": selectors.apne_delmal(sak),
            "tilbake": _programmet(sak.pk),
        },
    )
