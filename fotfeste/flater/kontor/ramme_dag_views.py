"""Min dag, putting a task off, and keeping a view of a list."""

from __future__ import annotations

from typing import Any, NamedTuple
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fotfeste.fag.oversikt import services
from fotfeste.fag.oversikt.dag import Omfang, dagen, gjort_i_dag, oppgaver_aa_utsette
from fotfeste.fag.oversikt.kjoringer import ventende_kjoringer
from fotfeste.fag.oversikt.models import Liste, Visning
from fotfeste.fag.oversikt.selectors import antall_fulgt
from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor.ramme_forms import Utsettskjema, Visningsskjema
from fotfeste.grunnmur.organisasjon.selectors import egne_kontorer
from fotfeste.grunnmur.tilgang import Aktor


class Vistvisning(NamedTuple):
    """A kept view as a link: its number key, and whether it is the one that is shown."""

    visning: Visning
    adresse: str
    tast: int
    valgt: bool
    egen: bool


def visningene(request: HttpRequest, side: str) -> list[Vistvisning]:
    """The views of the list the user can choose, numbered as their keys."""
    aktor = aktor_av(request)
    valgt = request.GET.get("visning", "")
    rader = services.visninger_for(aktor, side)[: services.MAKS_VISNINGER]
    return [
        Vistvisning(v, adressen(v), nummer, str(v.pk) == valgt, v.bruker_id == aktor.bruker_id)
        for nummer, v in enumerate(rader, start=1)
    ]


def adressen(visning: Visning) -> str:
    """The list as the view has it."""
    sporring = f"{visning.sporring}&" if visning.sporring else ""
    return f"{reverse(f'kontor:{visning.side}')}?{sporring}visning={visning.pk}"


def standardvisning(request: HttpRequest, visninger: list[Vistvisning]) -> HttpResponse | None:
    """Where the list's address without filters leads: the user's default view, when they have one."""
    if request.GET:
        return None
    standard = next((v for v in visninger if v.egen and v.visning.standard), None)
    return HttpResponseRedirect(standard.adresse) if standard else None


def sporring_av(request: HttpRequest) -> str:
    """The filters in the address, without page and view."""
    adresse = request.GET.copy()
    for navn in ("side", "visning", "alle"):
        adresse.pop(navn, None)
    return adresse.urlencode()


def visningsskjema(aktor: Aktor, sporring: str) -> Visningsskjema:
    """The form that keeps what is shown as a view."""
    return Visningsskjema(initial={"sporring": sporring}, kontorer=egne_kontorer(aktor))


@kontorside
@require_GET
def min_dag(request: HttpRequest) -> HttpResponse:
    """One list of what needs me now."""
    aktor = aktor_av(request)
    visninger = visningene(request, Liste.MIN_DAG)
    videre = standardvisning(request, visninger)
    if videre:
        return videre
    omfang, slag = request.GET.get("omfang", ""), request.GET.get("slag", "")
    omfang = Omfang(omfang) if omfang in set(Omfang) else Omfang.MINE
    dag = dagen(aktor, omfang=omfang, slag=slag)
    alt_mitt = not slag and omfang == Omfang.MINE
    kjoringer = ventende_kjoringer(aktor) if alt_mitt else []
    antall = dag.antall + len(kjoringer)
    return render(
        request,
        "kontor/ramme/min_dag.html",
        {
            "dag": dag,
            "kjoringer": kjoringer,
            "antall": antall,
            "haster": dag.haster + sum(linje.er_forsinket for linje in kjoringer),
            "omfang": omfang,
            "slag": slag,
            "flere_kontorer": len({t.kontor_id for t in aktor.tildelinger if t.kontor_id}) > 1,
            "fulgt": antall_fulgt(aktor),
            "gjort": gjort_i_dag(aktor),
            "visninger": visninger,
            "visningsskjema": visningsskjema(aktor, sporring_av(request)),
            "antall_i_dag": antall if alt_mitt else 0,
        },
    )


@kontorside
@require_http_methods(["GET", "POST"])
def utsett(request: HttpRequest) -> HttpResponse:
    """Put the chosen tasks off to a day, with a sentence."""
    aktor = aktor_av(request)
    kilde = request.POST if request.method == "POST" else request.GET
    oppgaver = list(oppgaver_aa_utsette(aktor, _valgte(kilde.getlist("oppgave"))))
    skjema = Utsettskjema(request.POST or None)

    def gjor(verdier: dict[str, Any]) -> str:
        services.oppgave_utsett(aktor, oppgaver=oppgaver, **verdier)
        return reverse("kontor:min_dag")

    if request.method == "POST":
        antall = len(oppgaver)
        kvittering = ngettext("%(n)s oppgave er utsatt.", "%(n)s oppgaver er utsatt.", antall) % {"n": antall}
        svar = utfor(request, skjema, gjor, kvittering=kvittering)
        if svar:
            return svar
    return render(request, "kontor/ramme/utsett.html", {"oppgaver": oppgaver, "skjema": skjema})


def _valgte(verdier: list[str]) -> set[tuple[UUID, str]]:
    """«case|task» as the list sends them; what is not one is left out."""
    ut = set()
    for verdi in verdier:
        sak_id, _skille, nokkel = verdi.partition("|")
        try:
            ut.add((UUID(sak_id), nokkel))
        except ValueError:
            continue
    return ut


@kontorside
@require_POST
def utsett_opphev(request: HttpRequest, utsettelse_id: UUID) -> HttpResponse:
    """Take a task back now."""
    services.utsettelse_opphev(aktor_av(request), utsettelse_id)
    messages.success(request, _("Oppgaven står i listen igjen."))
    return redirect("kontor:min_dag")


@kontorside
@require_http_methods(["GET", "POST"])
def visning_lagre(request: HttpRequest, side: str) -> HttpResponse:
    """Keep the list's filters under a name."""
    if side not in set(Liste):
        raise Http404
    aktor = aktor_av(request)
    skjema = Visningsskjema(request.POST or None, kontorer=egne_kontorer(aktor))

    def lagre(verdier: dict[str, Any]) -> str:
        return adressen(services.visning_lagre(aktor, side=side, **verdier))

    if request.method == "POST":
        svar = utfor(request, skjema, lagre, kvittering=_("Visningen er lagret."))
        if svar:
            return svar
    tilbake = reverse(f"kontor:{side}")
    return render(request, "kontor/ramme/visning.html", {"skjema": skjema, "tilbake": tilbake})


@kontorside
@require_POST
def visning_fjern(request: HttpRequest, visning_id: UUID) -> HttpResponse:
    """Forget one of one's own views."""
    side = services.visning_fjern(aktor_av(request), visning_id)
    messages.success(request, _("Visningen er fjernet."))
    return HttpResponseRedirect(f"{reverse(f'kontor:{side}')}?alle=1")
