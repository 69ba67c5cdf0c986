"""The participant's month: filled in from the plan, changed where the days differed, and sent."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from fotfeste.fag.oppmote import selectors, services
from fotfeste.fag.oppmote.ark import Ark
from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oppmote.models import Fravaer, Fravaersdokumentasjon, Lonnsslipp, Timeliste
from fotfeste.fag.oppmote.overganger import TIMELISTE
from fotfeste.fag.oversikt.egne import egne_maneder, sak_i_maned, saksnummer_i_adresse
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import egne_saker
from fotfeste.flater.deltaker.fravaerskvoter import ma_ses, nokkel, vis_kvoter
from fotfeste.flater.deltaker.timeliste_forms import (
    Feilskjema,
    Fravaerskjema,
    Legeerklaeringskjema,
    Lonnsslippskjema,
    Papirskjema,
    Timelisteskjema,
    filer_i,
)
from fotfeste.flater.felles.ett_trykk import ett_trykk
from fotfeste.flater.felles.filer import som_nedlasting
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, deltakerside, flere_sprak, maned_av, utfor
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil

Eget = TypeVar("Eget", Fravaer, Fravaersdokumentasjon, Lonnsslipp)


def _egen_sak(request: HttpRequest, maned: date) -> Sak:
    """The one of the participant's own cases the month's page is about (`?sak=` names an earlier one)."""
    sak = sak_i_maned(egne_saker(aktor_av(request)), maned, request.GET.get("sak", ""))
    if sak is None:
        raise Http404
    return sak


def _maned(aar: int, mnd: int) -> date:
    """The month of the address; one that does not exist or has not begun is no page."""
    maned = maned_av(aar, mnd)
    if maned > klokke.i_dag():
        raise Http404
    return maned


def _adresse(request: HttpRequest, liste: Timeliste) -> str:
    return reverse("deltaker:timeliste", args=[liste.maned.year, liste.maned.month]) + _sporring(request, liste.sak)


def _sporring(request: HttpRequest, sak: Sak) -> str:
    """What an address of the month needs to come back to this case: nothing for the newest."""
    nummer = saksnummer_i_adresse(egne_saker(aktor_av(request)), sak)
    return f"?sak={nummer}" if nummer else ""


@flere_sprak
@deltakerside
@require_GET
def timelister(request: HttpRequest) -> HttpResponse:
    """The months of all own cases, newest first, with where each stands."""
    maneder = egne_maneder(egne_saker(aktor_av(request)))
    return render(request, "deltaker/timeliste/liste.html", {"maneder": maneder})


@flere_sprak
@deltakerside
def timeliste(request: HttpRequest, aar: int, mnd: int) -> HttpResponse:
    """One month: to fill in while it is the participant's, to read afterwards."""
    maned = _maned(aar, mnd)
    sak = _egen_sak(request, maned)
    try:
        services.timeliste_apne(aktor_av(request), sak=sak, maned=maned)
    except Fagfeil as feil:
        return render(request, "deltaker/timeliste/ingen.html", {"melding": feil.melding, "maned": maned})
    liste = _hent(sak, maned)
    ark = selectors.timeliste_ark(liste)
    skjema = Timelisteskjema(request.POST or None, ark=ark, barn=selectors.barn_i_ord(sak))
    if request.method == "POST" and (svar := _lagre(request, skjema, liste)):
        return svar
    if liste.status not in TIMELISTE.overgang("lagre").fra:
        if request.method == "POST":
            messages.error(
                request,
                _(
                    "Listen var alt sendt, så det du skrev nå, er ikke lagret. "
                    "Er noe feil, kan du si fra nederst på siden."
                ),
            )
        return _les(request, ark)
    skjema.vis_samtidig()
    return render(request, "deltaker/timeliste/fyll.html", {**_felles(request, ark), "skjema": skjema})


def _hent(sak: Sak, maned: date) -> Timeliste:
    liste = selectors.timeliste_for(sak, maned)
    if liste is None:
        raise Http404
    return liste


def _lagre(request: HttpRequest, skjema: Timelisteskjema, liste: Timeliste) -> HttpResponse | None:
    sendes = "bare_lagre" not in request.POST and _kan_sendes(skjema.ark)

    def gjor(verdier: dict[str, Any]) -> str:
        aktor = aktor_av(request)
        lagre = services.timeliste_lagre_og_lever if sendes else services.timeliste_lagre
        lagre(aktor, timeliste=liste, versjon=skjema.cleaned_data["versjon"], **verdier)
        return _adresse(request, liste)

    return utfor(
        request, skjema, gjor, kvittering=_("Timelisten er sendt. Takk!") if sendes else _("Timelisten er lagret.")
    )


def _kan_sendes(ark: Ark) -> bool:
    return ark.siste_programdag is None or klokke.i_dag() >= ark.siste_programdag


def _felles(request: HttpRequest, ark: Ark) -> dict[str, Any]:
    sak, maned = ark.timeliste.sak, ark.timeliste.maned
    return {
        "ark": ark,
        "liste": ark.timeliste,
        "maned": maned,
        "kan_sendes": _kan_sendes(ark),
        "frist": selectors.leveringsfrist(sak, maned),
        "sporring": _sporring(request, sak),
        "er_returnert": ark.timeliste.status == Timelistestatus.RETURNERT,
    }


def _les(request: HttpRequest, ark: Ark, feilskjema: Skjema | None = None) -> HttpResponse:
    return render(
        request,
        "deltaker/timeliste/sendt.html",
        {
            **_felles(request, ark),
            "er_sendt_av_meg": ark.timeliste.levert_av_id == aktor_av(request).bruker_id,
            "er_godkjent": ark.timeliste.status == Timelistestatus.GODKJENT,
            "feilskjema": feilskjema or Feilskjema(),
        },
    )


@flere_sprak
@deltakerside
@require_POST
def timeliste_feil(request: HttpRequest, aar: int, mnd: int) -> HttpResponse:
    """Say that a sheet that is sent is wrong."""
    maned = _maned(aar, mnd)
    liste = _hent(_egen_sak(request, maned), maned)
    skjema = Feilskjema(request.POST)

    def gjor(verdier: dict[str, Any]) -> str:
        services.timeliste_meld_feil(aktor_av(request), timeliste=liste, **verdier)
        return _adresse(request, liste)

    svar = utfor(request, skjema, gjor, kvittering=_("Takk. Veilederen din ser på det."))
    return svar or _les(request, selectors.timeliste_ark(liste), skjema)


@flere_sprak
@deltakerside
def fravaer_ny(request: HttpRequest, aar: int, mnd: int) -> HttpResponse:
    """An absence of one or several days, with its paper."""
    maned = _maned(aar, mnd)
    sak = _egen_sak(request, maned)
    liste = _hent(sak, maned)
    skjema = Fravaerskjema(request.POST or None, request.FILES or None, barn=selectors.barn_i_ord(sak))

    def gjor(_verdier: dict[str, Any]) -> str:
        aktor = aktor_av(request)
        services.fravaer_registrer(aktor, timeliste=liste, fravaer=skjema.fravaer(), papirer=skjema.papirer())
        return _adresse(request, liste)

    visning = vis_kvoter(sak, maned, skjema)
    # What it costs is seen before it is sent: the first time it is shown, the second time it is carried out.
    # A paper that was chosen would have to be chosen again, so then it is not held back.
    ma_sees = request.method == "POST" and not request.FILES and ma_ses(visning, skjema)
    if request.method == "POST" and not ma_sees and "vis" not in request.POST:
        svar = utfor(request, skjema, gjor, kvittering=_("Fraværet er ført på listen."))
        if svar:
            return svar
    return render(
        request,
        "deltaker/timeliste/fravaer.html",
        {
            "skjema": skjema,
            "maned": maned,
            "visning": visning,
            "sett": nokkel(skjema),
            "ma_ses": ma_sees,
            "kvoteadresse": reverse("deltaker:fravaer_kvoter", args=[aar, mnd]) + _sporring(request, sak),
            "tilbake": _adresse(request, liste),
            "hadde_filer": bool(request.FILES),
        },
    )


@flere_sprak
@deltakerside
@require_GET
def fravaer_kvoter(request: HttpRequest, aar: int, mnd: int) -> HttpResponse:
    """The rights and the cost for what is typed so far, beside the form."""
    maned = _maned(aar, mnd)
    sak = _egen_sak(request, maned)
    skjema = Fravaerskjema(request.GET, barn=selectors.barn_i_ord(sak))
    visning = vis_kvoter(sak, maned, skjema)
    return render(request, "felles/fravaer/kvoter.html", {"visning": visning, "sett": nokkel(skjema)})


@flere_sprak
@deltakerside
@require_POST
def fravaer_fjern(request: HttpRequest, fravaer_id: UUID) -> HttpResponse:
    """Take an absence away."""
    rad = _eget_fravaer(request, fravaer_id)
    return ett_trykk(
        request,
        lambda: services.fravaer_fjern(aktor_av(request), fravaer=rad),
        til=_adresse(request, rad.timeliste),
        kvittering=_("Fraværet er tatt bort."),
    )


@flere_sprak
@deltakerside
def legeerklaering(request: HttpRequest, fravaer_id: UUID) -> HttpResponse:
    """Send a doctor's statement for an absence, also after the sheet is sent."""
    rad = _eget_fravaer(request, fravaer_id)
    skjema = Legeerklaeringskjema(request.POST or None, request.FILES or None, initial={"fra": rad.fra, "til": rad.til})

    def gjor(verdier: dict[str, Any]) -> str:
        for navn, innhold in verdier.pop("vedlegg"):
            services.legeerklaering_legg_til(aktor_av(request), fravaer=rad, filnavn=navn, innhold=innhold, **verdier)
        return _adresse(request, rad.timeliste)

    if request.method == "POST":
        svar = utfor(request, skjema, gjor, kvittering=_("Legeerklæringen er sendt."))
        if svar:
            return svar
    return render(
        request,
        "deltaker/timeliste/legeerklaering.html",
        {"skjema": skjema, "fravaer": rad, "tilbake": _adresse(request, rad.timeliste)},
    )


@deltakerside
@require_GET
def legeerklaering_papir(request: HttpRequest, fravaer_id: UUID, erklaering_id: UUID) -> HttpResponse:
    """A doctor's statement I have sent."""
    rad = _eget_fravaer(request, fravaer_id)
    return som_nedlasting(selectors.legeerklaering_papir(aktor_av(request), rad.pk, erklaering_id))


@flere_sprak
@deltakerside
def fravaer_papir_ny(request: HttpRequest, fravaer_id: UUID) -> HttpResponse:
    """Send a paper that shows why I was away, also after the sheet is sent."""
    rad = _eget_fravaer(request, fravaer_id)
    skjema = Papirskjema(request.POST or None, request.FILES or None)
    tilbake = _adresse(request, rad.timeliste)

    def gjor(verdier: dict[str, Any]) -> str:
        for fil in filer_i(verdier["vedlegg"]):
            services.fravaer_dokumenter(aktor_av(request), fravaer=rad, fil=fil)
        return tilbake

    if request.method == "POST":
        svar = utfor(request, skjema, gjor, kvittering=_("Papiret er sendt."))
        if svar:
            return svar
    return render(request, "deltaker/timeliste/papir.html", {"skjema": skjema, "fravaer": rad, "tilbake": tilbake})


@deltakerside
@require_GET
def fravaer_papir(request: HttpRequest, papir_id: UUID) -> HttpResponse:
    """A paper about an absence I have sent."""
    return som_nedlasting(_eget(request, selectors.fravaer_papir(aktor_av(request), papir_id)).dokument)


@flere_sprak
@deltakerside
@require_POST
def fravaer_papir_fjern(request: HttpRequest, papir_id: UUID) -> HttpResponse:
    """Take away a paper I sent by mistake."""
    papir = _eget(request, selectors.fravaer_papir(aktor_av(request), papir_id))
    return ett_trykk(
        request,
        lambda: services.dokumentasjon_fjern(aktor_av(request), papir=papir),
        til=_adresse(request, papir.fravaer.timeliste),
        kvittering=_("Papiret er tatt bort."),
    )


@flere_sprak
@deltakerside
def lonnsslipp_ny(request: HttpRequest, aar: int, mnd: int) -> HttpResponse:
    """Send the month's payslip, also after the sheet is sent."""
    maned = _maned(aar, mnd)
    liste = _hent(_egen_sak(request, maned), maned)
    skjema = Lonnsslippskjema(request.POST or None, request.FILES or None)
    tilbake = _adresse(request, liste)

    def gjor(verdier: dict[str, Any]) -> str:
        for fil in filer_i(verdier["vedlegg"]):
            services.lonnsslipp_legg_til(aktor_av(request), timeliste=liste, fil=fil, kommentar=verdier["kommentar"])
        return tilbake

    if request.method == "POST":
        svar = utfor(request, skjema, gjor, kvittering=_("Lønnsslippen er sendt."))
        if svar:
            return svar
    return render(request, "deltaker/timeliste/lonnsslipp.html", {"skjema": skjema, "maned": maned, "tilbake": tilbake})


@deltakerside
@require_GET
def lonnsslipp(request: HttpRequest, slipp_id: UUID) -> HttpResponse:
    """A payslip I have sent."""
    return som_nedlasting(_eget(request, selectors.lonnsslipp_hent(aktor_av(request), slipp_id)).dokument)


@flere_sprak
@deltakerside
@require_POST
def lonnsslipp_fjern(request: HttpRequest, slipp_id: UUID) -> HttpResponse:
    """Take away a payslip I sent by mistake."""
    slipp = _eget(request, selectors.lonnsslipp_hent(aktor_av(request), slipp_id))
    return ett_trykk(
        request,
        lambda: services.lonnsslipp_fjern(aktor_av(request), lonnsslipp=slipp),
        til=_adresse(request, slipp.timeliste),
        kvittering=_("Lønnsslippen er tatt bort."),
    )


def _eget_fravaer(request: HttpRequest, fravaer_id: UUID) -> Fravaer:
    """An absence of the participant's own: an employee who is a participant too comes no further here."""
    return _eget(request, selectors.fravaer_hent(aktor_av(request), fravaer_id))


def _eget(request: HttpRequest, rad: Eget) -> Eget:
    if rad.sak.person.bruker_id != aktor_av(request).bruker_id:
        raise Http404
    return rad
