"""The office's pages about enquiries: the inbox, one enquiry, the duty list, and the response times."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fotfeste.fag.henvendelse import selectors, services
from fotfeste.fag.henvendelse.enums import Tema
from fotfeste.fag.henvendelse.models import Henvendelse
from fotfeste.fag.henvendelse.overganger import HENVENDELSE
from fotfeste.fag.sak.selectors import sak_hent
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor import henvendelse_forms as skjemaer
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import HANDLINGER, Aktor, Handling, krev_rolle

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

SVARTID_DAGER = 90


@kontorside
@require_GET
def henvendelser(request: HttpRequest) -> HttpResponse:
    """The inbox: mine, nobody's, past the limit, or all."""
    aktor = aktor_av(request)
    boks = selectors.innboks(aktor, request.GET.get("vis", ""), request.GET.get("side", 1))
    faner = [
        (selectors.MINE, _("Mine")),
        (selectors.UFORDELTE, _("Ingen har dem")),
        (selectors.OVER, _("Over fristen")),
        ("apne", _("Alle ubesvarte")),
        (selectors.ALLE, _("Alle")),
    ]
    return render(
        request,
        "kontor/henvendelse/innboks.html",
        {
            "boks": boks,
            "faner": [(navn, tekst, boks.antall[navn]) for navn, tekst in faner],
            "kan_skrive": bool(aktor.roller & HANDLINGER[Handling.HENVENDELSE_SKRIV]),
            "kan_se_svartider": bool(aktor.roller & HANDLINGER[Handling.PORTEFOLJE_LES]),
            "vakter": [liste for liste in selectors.vaktlister(aktor) if liste.i_dag],
        },
    )


@kontorside
@require_http_methods(["GET", "POST"])
def henvendelse_ny(request: HttpRequest) -> HttpResponse:
    """Take an enquiry."""
    aktor = aktor_av(request)
    krev_rolle(aktor, Handling.HENVENDELSE_SKRIV)
    kontorer = selectors.kontorer_a_registrere_ved(aktor)
    skjema = skjemaer.Henvendelsesskjema(request.POST or None, kontorer=kontorer)
    if request.method == "POST":
        svar = utfor(request, skjema, lambda verdier: _ta_imot(request, verdier))
        if svar:
            return svar
    return render(request, "kontor/henvendelse/ny.html", {"skjema": skjema, "flere_kontorer": len(kontorer) > 1})


def _ta_imot(request: HttpRequest, verdier: dict[str, Any]) -> str:
    aktor = aktor_av(request)
    fnr = verdier.pop("fnr")
    mottatt = skjemaer.tidspunkt(verdier.pop("dag"), verdier.pop("klokkeslett"))
    person = selectors.person_pa_nummer(aktor, fnr) if fnr.strip() else None
    henvendelse = services.henvendelse_registrer(aktor, person=person, mottatt=mottatt, **verdier)
    messages.success(request, _hos(henvendelse))
    return reverse("kontor:henvendelse", args=[henvendelse.pk])


def _hos(henvendelse: Henvendelse) -> str:
    if henvendelse.fordelt_til is None:
        return _("Henvendelsen er tatt imot. Ingen har den ennå: ta den selv, eller gi den til en kollega.")
    return _("Henvendelsen er tatt imot, og ligger hos %(navn)s.") % {"navn": henvendelse.fordelt_til.navn}


@kontorside
@require_GET
def henvendelse(request: HttpRequest, henvendelse_id: UUID) -> HttpResponse:
    """One enquiry: what was asked, who has it, the clock, and the answer."""
    aktor = aktor_av(request)
    denne = selectors.henvendelse_hent(aktor, henvendelse_id)
    bilde = selectors.bilde(aktor, denne)
    kan_melde = bool(aktor.roller & HANDLINGER[Handling.KANDIDAT_MELD])
    return render(
        request,
        "kontor/henvendelse/henvendelse.html",
        {
            "henvendelse": denne,
            "bilde": bilde,
            "farge": selectors.status_farge(denne),
            "kommandoer": HENVENDELSE.mulige(aktor, denne),
            "svarskjema": skjemaer.Svarskjema(kan_notere=bilde.kan_notere, versjon=denne.versjon),
            "foresla_kandidat": kan_melde and denne.tema == Tema.ONSKER_ARBEID and denne.sak is None,
        },
    )


@kontorside
@require_GET
def henvendelser_sak(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """A case's enquiries."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, Handling.HENVENDELSE_LES)
    return render(request, "kontor/henvendelse/sak.html", {"sak": sak, "rader": selectors.i_saken(aktor, sak)})


@dataclass(frozen=True, slots=True)
class Kommandoside:
    """One command's page: its form, what it calls, and the words around it."""

    skjema: Callable[[Aktor, Henvendelse, Any], Skjema]
    utfor: Callable[[Aktor, Henvendelse, dict[str, Any], int | None], object]
    kvittering: StrOrPromise
    forklaring: StrOrPromise = ""
    steg: str = ""


def _besvar(aktor: Aktor, henvendelse: Henvendelse, verdier: dict[str, Any], versjon: int | None) -> object:
    besvart = skjemaer.tidspunkt(verdier.pop("dag"), verdier.pop("klokkeslett"))
    return services.henvendelse_besvar(aktor, henvendelse=henvendelse, besvart=besvart, versjon=versjon, **verdier)


KOMMANDOER = {
    "besvar": Kommandoside(
        lambda aktor, h, data: skjemaer.Svarskjema(
            data, kan_notere=selectors.bilde(aktor, h).kan_notere, versjon=h.versjon
        ),
        _besvar,
        gettext_lazy("Svaret er lagret."),
        steg="henvendelse.svar",
    ),
    "forsok": Kommandoside(
        lambda _aktor, h, data: skjemaer.Forsokskjema(data, versjon=h.versjon),
        lambda aktor, h, verdier, versjon: services.henvendelse_forsok(
            aktor, henvendelse=h, versjon=versjon, **verdier
        ),
        gettext_lazy("Forsøket er notert. Klokken går videre."),
        gettext_lazy("Et forsøk er ikke et svar. Prøv igjen, gjerne på en annen måte."),
    ),
    "ta": Kommandoside(
        lambda _aktor, h, data: Skjema(data, versjon=h.versjon),
        lambda aktor, h, _verdier, versjon: services.henvendelse_ta(aktor, henvendelse=h, versjon=versjon),
        gettext_lazy("Henvendelsen er din."),
    ),
    "fordel": Kommandoside(
        lambda _aktor, h, data: skjemaer.Fordelingsskjema(
            data, mottakere=selectors.mulige_mottakere(h.kontor), versjon=h.versjon
        ),
        lambda aktor, h, verdier, versjon: services.henvendelse_fordel(
            aktor, henvendelse=h, versjon=versjon, **verdier
        ),
        gettext_lazy("Henvendelsen er gitt til en kollega."),
        gettext_lazy("Er kollegaen borte, går den til stedfortrederen. Klokken går fra da henvendelsen kom."),
    ),
    "videresend": Kommandoside(
        lambda _aktor, h, data: skjemaer.Videreskjema(
            data, kontorer=selectors.andre_kontorer(h.kontor), versjon=h.versjon
        ),
        lambda aktor, h, verdier, versjon: services.henvendelse_videresend(
            aktor, henvendelse=h, versjon=versjon, **verdier
        ),
        gettext_lazy("Henvendelsen er sendt videre. Den er ikke besvart før personen har fått svar."),
        gettext_lazy(
            "Et annet kontor overtar den. Er det noen andre, blir den her til dere vet at personen fikk svar."
        ),
    ),
}


@kontorside
@require_http_methods(["GET", "POST"])
def henvendelse_kommando(request: HttpRequest, henvendelse_id: UUID, kommando: str) -> HttpResponse:
    """The form of one command on the enquiry."""
    side = KOMMANDOER.get(kommando)
    if side is None:
        raise Http404
    aktor = aktor_av(request)
    overgang = HENVENDELSE.overgang(kommando)
    denne = selectors.henvendelse_hent(aktor, henvendelse_id, overgang.handling)
    tilbake = reverse("kontor:henvendelse", args=[denne.pk])
    skjema = side.skjema(aktor, denne, request.POST if request.method == "POST" else None)
    if request.method == "POST":

        def gjor(verdier: dict[str, Any]) -> str:
            side.utfor(aktor, denne, verdier, skjema.cleaned_data.get("versjon"))
            return reverse("kontor:henvendelser") if kommando == "videresend" else tilbake

        svar = utfor(request, skjema, gjor, kvittering=str(side.kvittering))
        if svar:
            return svar
    elif denne.status not in overgang.fra:
        messages.info(request, _("Henvendelsen er besvart. Her ser du svaret."))
        return redirect(tilbake)
    return render(
        request,
        "kontor/henvendelse/kommando.html",
        {"henvendelse": denne, "skjema": skjema, "overgang": overgang, "side": side, "tilbake": tilbake},
    )


@kontorside
@require_GET
def vaktliste(request: HttpRequest) -> HttpResponse:
    """Who has the duty telephone, and who is away."""
    aktor = aktor_av(request)
    kan_skrive = bool(aktor.roller & HANDLINGER[Handling.HENVENDELSE_SKRIV])
    sammenheng = {"lister": selectors.vaktlister(aktor), "kan_skrive": kan_skrive}
    return render(request, "kontor/henvendelse/vakt.html", sammenheng)


@kontorside
@require_http_methods(["GET", "POST"])
def vakt_sett(request: HttpRequest, kontor_id: UUID) -> HttpResponse:
    """Put someone on the duty telephone."""
    aktor = aktor_av(request)
    kontor = selectors.kontor_hent(aktor, kontor_id, Handling.VAKT_SKRIV)
    skjema = skjemaer.Vaktskjema(request.POST or None, ansatte=selectors.mulige_mottakere(kontor))
    tilbake = reverse("kontor:vaktliste")
    if request.method == "POST":
        svar = utfor(
            request,
            skjema,
            lambda verdier: (services.vakt_sett(aktor, kontor=kontor, **verdier), tilbake)[1],
            kvittering=_("Vakten er satt opp."),
        )
        if svar:
            return svar
    tekst = {"tittel": _("Sett opp vakt"), "under": _("Det som haster, går rett til den som har vakttelefonen.")}
    return render(request, "kontor/henvendelse/dager.html", {"skjema": skjema, "tilbake": tilbake, **tekst})


@kontorside
@require_POST
def vakt_fjern(request: HttpRequest, vakt_id: UUID) -> HttpResponse:
    """Take a watch off the list."""
    aktor = aktor_av(request)
    services.vakt_fjern(aktor, vakt=selectors.vakt_hent(aktor, vakt_id))
    messages.success(request, _("Vakten er fjernet."))
    return redirect("kontor:vaktliste")


@kontorside
@require_GET
def svartider(request: HttpRequest) -> HttpResponse:
    """Response times by office."""
    filter_ = skjemaer.Periodefilter(request.GET or None)
    valgt = filter_.cleaned_data if filter_.is_bound and filter_.is_valid() else {}
    til = valgt.get("til") or klokke.i_dag()
    fra = min(valgt.get("fra") or til - timedelta(days=SVARTID_DAGER), til)
    rader = selectors.svartider(aktor_av(request), fra, til)
    if not filter_.is_bound:
        filter_ = skjemaer.Periodefilter(initial={"fra": fra, "til": til})
    return render(
        request, "kontor/henvendelse/svartider.html", {"filter": filter_, "rader": rader, "fra": fra, "til": til}
    )
