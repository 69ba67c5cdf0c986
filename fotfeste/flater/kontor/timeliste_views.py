"""Timesheets in the office: the month with exceptions first, and one sheet to fill, approve or send back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from fotfeste.fag.oppfolging.enums import Kontaktkanal, Kontaktresultat
from fotfeste.fag.oppfolging.services import kontakt_logg
from fotfeste.fag.oppmote import retting, selectors, services
from fotfeste.fag.oppmote.enums import Listegruppe
from fotfeste.fag.oppmote.models import Timeliste
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import sak_hent
from fotfeste.fag.utbetaling.services import utbetalingsdato
from fotfeste.flater.deltaker.fravaerskvoter import vis_kvoter
from fotfeste.flater.deltaker.timeliste_forms import Fravaerskjema, Legeerklaeringskjema, Timelisteskjema
from fotfeste.flater.felles.ett_trykk import ett_trykk
from fotfeste.flater.felles.filer import som_nedlasting
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, kontorside, maned_av, utfor
from fotfeste.flater.kontor.fravaerskort import fravaerskort
from fotfeste.flater.kontor.timeliste_forms import Paavegneskjema, Retteskjema, Returskjema, Svarskjema
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.tilgang import HANDLINGER, Handling, krev_rolle, vurder
from fotfeste.regelverk import tid

SKJEMAENE = {
    "leverskjema": "lever",
    "returskjema": "returner",
    "retteskjema": "rett",
    "svarskjema": "svar_pa_feil",
    "arrangorskjema": "bruk_arrangor",
}
KOMMANDOER_I_LISTEN = ("lever", "godkjenn", "returner", "rett", "svar_pa_feil", "bruk_arrangor")


@kontorside
def timelister(request: HttpRequest, aar: int | None = None, mnd: int | None = None) -> HttpResponse:
    """The month's sheets, exceptions first. Without a month: the one before this."""
    aktor = aktor_av(request)
    krev_rolle(aktor, Handling.TIMELISTE_LES)
    maned = tid.legg_til_maneder(klokke.i_dag().replace(day=1), -1)
    if aar is not None and mnd is not None:
        maned = maned_av(aar, mnd)
    bare_mine = request.GET.get("hvem") == "mine"
    rader = selectors.timelister_for_maned(aktor, maned, bare_mine=bare_mine)
    vis = request.GET.get("vis", "")
    samles = [rad for rad in rader if rad.kan_godkjennes_samlet]
    return render(
        request,
        "kontor/timeliste/liste.html",
        {
            "maned": maned,
            "forrige": tid.legg_til_maneder(maned, -1),
            "neste": tid.legg_til_maneder(maned, 1),
            "rader": [rad for rad in rader if vis in ("", rad.gruppe)],
            "i_alt": len(rader),
            "bare_mine": bare_mine,
            "vis": vis,
            "grupper": _grupper(rader),
            "pengene": _pengene(rader, maned),
            "samles": samles,
            "merker": ",".join(rad.merke for rad in samles),
            "kan_godkjenne": bool(aktor.roller & HANDLINGER[Handling.TIMELISTE_GODKJENN]),
        },
    )


def _grupper(rader: Sequence[selectors.Manedsrad]) -> list[tuple[str, str, int]]:
    """Each group that has anybody: its code, name and how many."""
    antall = Counter(rad.gruppe for rad in rader)
    return [(gruppe.value, str(gruppe.label), antall[gruppe]) for gruppe in Listegruppe if antall[gruppe]]


def _pengene(rader: Sequence[selectors.Manedsrad], maned: date) -> tuple[date, date] | None:
    """When sheets are due and when the money goes, in a list where some have not come; else None."""
    mangler = [rad for rad in rader if not rad.er_sendt]
    if not mangler:
        return None
    return mangler[0].frist, utbetalingsdato(mangler[0].sak.kommune, maned)


@kontorside
@require_POST
def timelister_godkjenn(request: HttpRequest, aar: int, mnd: int) -> HttpResponse:
    """Approve the sheets without exceptions that the page showed, and say of each other one why it was not."""
    aktor = aktor_av(request)
    krev_rolle(aktor, Handling.TIMELISTE_GODKJENN)
    maned = maned_av(aar, mnd)
    bare_mine = request.POST.get("hvem") == "mine"
    adresse = reverse("kontor:timelister_maned", args=[aar, mnd]) + ("?hvem=mine" if bare_mine else "")
    godkjent = 0
    resten: list[tuple[str, str]] = []

    def gjor(_verdier: dict[str, Any]) -> str:
        nonlocal godkjent
        vist = set(request.POST.get("lister", "").split(","))
        rader = [rad for rad in selectors.timelister_for_maned(aktor, maned, bare_mine=bare_mine) if rad.timeliste]
        valgte = [rad for rad in rader if rad.kan_godkjennes_samlet and rad.merke in vist]
        svar = services.timelister_godkjenn(aktor, timelister=[rad.timeliste for rad in valgte if rad.timeliste])
        godkjent = len(svar.godkjent)
        resten.extend((liste.sak.person.navn, grunn) for liste, grunn in svar.ikke_godkjent)
        kjent = {rad.merke for rad in valgte}
        sett = {merke.partition(":")[0] for merke in vist - kjent}
        endret = _("Listen er endret eller behandlet etter at siden ble vist. Se på den igjen.")
        resten.extend((rad.sak.person.navn, endret) for rad in rader if rad.merke.partition(":")[0] in sett)
        return adresse

    svar = utfor(request, Skjema(request.POST), gjor)
    if godkjent:
        messages.success(
            request, ngettext("%d timeliste er godkjent.", "%d timelister er godkjent.", godkjent) % godkjent
        )
    for navn, grunn in resten:
        messages.warning(request, _("Ikke godkjent: %(navn)s. %(grunn)s") % {"navn": navn, "grunn": grunn})
    return svar or redirect(adresse)


def _adresse(sak: Sak, maned: date) -> str:
    return reverse("kontor:timeliste", args=[sak.pk, maned.year, maned.month])


@kontorside
def timeliste(request: HttpRequest, sak_id: UUID, aar: int, mnd: int) -> HttpResponse:
    """One sheet. Whoever may fill it in may open it; others read the one that is there."""
    sak = sak_hent(aktor_av(request), sak_id, Handling.TIMELISTE_LES)
    maned = maned_av(aar, mnd)
    try:
        liste = _hent_eller_apne(request, sak, maned)
    except Fagfeil as feil:
        return render(request, "kontor/timeliste/ingen.html", {"sak": sak, "maned": maned, "melding": feil.melding})
    ark = selectors.kontorark(liste)
    skjema = None
    if "lagre" in selectors.kommandoer_for(aktor_av(request), ark):
        skjema = Timelisteskjema(request.POST or None, ark=ark, barn=selectors.barn_i_ord(sak), for_kontor=True)
    if request.method == "POST" and skjema is not None:
        svar = _lagre(request, skjema, sak, liste)
        if svar:
            return svar
        skjema.vis_samtidig()
    elif request.method == "POST":
        messages.error(
            request, _("Listen var alt sendt eller godkjent, så det du skrev, er ikke lagret. Se hva som står her nå.")
        )
    return _side(request, sak, liste, timelisteskjema=skjema)


def _hent_eller_apne(request: HttpRequest, sak: Sak, maned: date) -> Timeliste:
    aktor = aktor_av(request)
    # A month that has not begun is not filled by a look at it: the week may be another by then.
    if maned <= klokke.i_dag() and vurder(aktor, Handling.TIMELISTE_FYLL, sak).tillatt:
        services.timeliste_apne(aktor, sak=sak, maned=maned)
    liste = selectors.timeliste_for(sak, maned)
    if liste is None:
        raise Fagfeil(_("Ingen har åpnet timelisten for denne måneden ennå."))
    return liste


def _lagre(request: HttpRequest, skjema: Timelisteskjema, sak: Sak, liste: Timeliste) -> HttpResponse | None:
    def gjor(verdier: dict[str, Any]) -> str:
        services.timeliste_lagre(aktor_av(request), timeliste=liste, versjon=skjema.cleaned_data["versjon"], **verdier)
        return _adresse(sak, liste.maned)

    return utfor(request, skjema, gjor, kvittering=_("Timelisten er lagret."))


def _side(
    request: HttpRequest,
    sak: Sak,
    liste: Timeliste,
    *,
    timelisteskjema: Timelisteskjema | None = None,
    skjemaer: Mapping[str, Skjema] | None = None,
) -> HttpResponse:
    ark = timelisteskjema.ark if timelisteskjema else selectors.kontorark(liste)
    mulige = selectors.kommandoer_for(aktor_av(request), ark)
    skjemaer = skjemaer or {}
    if timelisteskjema is None and "lagre" in mulige:
        timelisteskjema = Timelisteskjema(ark=ark, barn=selectors.barn_i_ord(sak), for_kontor=True)
    return render(
        request,
        "kontor/timeliste/timeliste.html",
        {
            "sak": sak,
            "liste": liste,
            "maned": liste.maned,
            "ark": ark,
            "skjema": timelisteskjema,
            "returskjema": Returskjema(versjon=liste.versjon),
            "retteskjema": Retteskjema(versjon=liste.versjon),
            "svarskjema": Svarskjema(),
            "leverskjema": Paavegneskjema(hva="lever", versjon=liste.versjon, initial={"grunn": liste.pa_vegne_grunn}),
            "arrangorskjema": Paavegneskjema(hva="arrangor", versjon=liste.versjon),
            **skjemaer,
            "sideskjema": _uten_plass(skjemaer, mulige),
            "endringer": retting.endringer(liste),
            "kort": fravaerskort(aktor_av(request), sak, liste),
            "kan_fylle": selectors.kan_fylle(aktor_av(request), liste),
            **{f"kan_{kommando}": kommando in mulige for kommando in KOMMANDOER_I_LISTEN},
        },
    )


def _uten_plass(skjemaer: Mapping[str, Skjema], mulige: Collection[str]) -> Skjema | None:
    """A refused form with no place of its own, or none any more since another was quicker: it is told over the page."""
    return next((skjema for navn, skjema in skjemaer.items() if SKJEMAENE.get(navn) not in mulige), None)


def _kommando(
    request: HttpRequest,
    sak_id: UUID,
    maned: date,
    skjema: Skjema,
    gjor: Callable[[Timeliste, dict[str, Any]], object],
    kvittering: str,
    navn: str = "sideskjema",
) -> HttpResponse:
    sak = sak_hent(aktor_av(request), sak_id, Handling.TIMELISTE_LES)
    liste = selectors.timeliste_for(sak, maned)
    if liste is None:
        raise Http404
    svar = utfor(
        request, skjema, lambda verdier: (gjor(liste, verdier), _adresse(sak, maned))[1], kvittering=kvittering
    )
    if svar:
        return svar
    return _side(request, sak, liste, skjemaer={navn: skjema})


@kontorside
@require_POST
def timeliste_lever(request: HttpRequest, sak_id: UUID, aar: int, mnd: int) -> HttpResponse:
    """Send the sheet for the participant, with words about why."""
    skjema = Paavegneskjema(request.POST, hva="lever")
    return _kommando(
        request,
        sak_id,
        maned_av(aar, mnd),
        skjema,
        lambda liste, verdier: services.timeliste_lever(
            aktor_av(request), timeliste=liste, versjon=skjema.cleaned_data["versjon"], pa_vegne_grunn=verdier["grunn"]
        ),
        _("Timelisten er sendt."),
        navn="leverskjema",
    )


@kontorside
@require_POST
def timeliste_arrangor(request: HttpRequest, sak_id: UUID, aar: int, mnd: int) -> HttpResponse:
    """Fill the sheet in with what the provider has said."""
    skjema = Paavegneskjema(request.POST, hva="arrangor")
    return _kommando(
        request,
        sak_id,
        maned_av(aar, mnd),
        skjema,
        lambda liste, verdier: services.timeliste_bruk_arrangor(
            aktor_av(request), timeliste=liste, versjon=skjema.cleaned_data["versjon"], **verdier
        ),
        _("Timene er fylt ut fra arrangøren. Finn ut hvorfor deltakeren var borte, før du sender listen."),
        navn="arrangorskjema",
    )


@kontorside
@require_POST
def timeliste_godkjenn(request: HttpRequest, sak_id: UUID, aar: int, mnd: int) -> HttpResponse:
    """Approve the sheet as it was seen."""
    skjema = Skjema(request.POST)
    return _kommando(
        request,
        sak_id,
        maned_av(aar, mnd),
        skjema,
        lambda liste, _v: services.timeliste_godkjenn(
            aktor_av(request), timeliste=liste, versjon=skjema.cleaned_data["versjon"]
        ),
        _("Timelisten er godkjent."),
    )


@kontorside
@require_POST
def timeliste_returner(request: HttpRequest, sak_id: UUID, aar: int, mnd: int) -> HttpResponse:
    """Send the sheet back with words."""
    skjema = Returskjema(request.POST)
    return _kommando(
        request,
        sak_id,
        maned_av(aar, mnd),
        skjema,
        lambda liste, verdier: services.timeliste_returner(
            aktor_av(request), timeliste=liste, versjon=skjema.cleaned_data["versjon"], **verdier
        ),
        _("Timelisten er sendt tilbake til deltakeren."),
        navn="returskjema",
    )


@kontorside
@require_POST
def timeliste_forsok(request: HttpRequest, sak_id: UUID, aar: int, mnd: int) -> HttpResponse:
    """Log today's attempt to reach the participant, in one press."""
    sak = sak_hent(aktor_av(request), sak_id, Handling.OPPFOLGING_SKRIV)
    kanal = request.POST.get("kanal", "")
    if kanal not in {Kontaktkanal.TELEFON, Kontaktkanal.HJEMMEBESOK}:
        raise Http404
    return ett_trykk(
        request,
        lambda: kontakt_logg(aktor_av(request), sak=sak, kanal=kanal, resultat=Kontaktresultat.IKKE_SVAR),
        til=_adresse(sak, maned_av(aar, mnd)),
        kvittering=_("Forsøket er logget."),
    )


@kontorside
@require_POST
def timeliste_rett(request: HttpRequest, sak_id: UUID, aar: int, mnd: int) -> HttpResponse:
    """Open an approved sheet for correction: a new one takes its place."""
    skjema = Retteskjema(request.POST)
    return _kommando(
        request,
        sak_id,
        maned_av(aar, mnd),
        skjema,
        lambda liste, verdier: services.timeliste_rett(
            aktor_av(request), timeliste=liste, versjon=skjema.cleaned_data["versjon"], **verdier
        ),
        _("Listen er åpnet for retting. Den som var godkjent, står slik den var."),
        navn="retteskjema",
    )


@kontorside
@require_POST
def timeliste_svar(request: HttpRequest, sak_id: UUID, aar: int, mnd: int) -> HttpResponse:
    """Tell the participant why the sheet stands."""
    return _kommando(
        request,
        sak_id,
        maned_av(aar, mnd),
        Svarskjema(request.POST),
        lambda liste, verdier: services.timeliste_svar_pa_feil(aktor_av(request), timeliste=liste, **verdier),
        _("Svaret er sendt til deltakeren."),
        navn="svarskjema",
    )


@kontorside
@require_GET
def timeliste_rettet(request: HttpRequest, sak_id: UUID, aar: int, mnd: int, nummer: int) -> HttpResponse:
    """A sheet that has been replaced, as it was approved."""
    sak = sak_hent(aktor_av(request), sak_id, Handling.TIMELISTE_LES)
    liste = selectors.rettet_timeliste(sak, maned_av(aar, mnd), nummer)
    return render(
        request,
        "kontor/timeliste/rettet.html",
        {"sak": sak, "liste": liste, "maned": liste.maned, "ark": selectors.timeliste_ark(liste)},
    )


@kontorside
def timeliste_fravaer(request: HttpRequest, sak_id: UUID, aar: int, mnd: int) -> HttpResponse:
    """Register an absence for the participant."""
    sak = sak_hent(aktor_av(request), sak_id, Handling.TIMELISTE_FYLL)
    maned = maned_av(aar, mnd)
    liste = selectors.timeliste_for(sak, maned)
    if liste is None:
        raise Http404
    skjema = Fravaerskjema(request.POST or None, request.FILES or None, barn=selectors.barn_i_ord(sak))

    def gjor(_verdier: dict[str, Any]) -> str:
        aktor = aktor_av(request)
        services.fravaer_registrer(aktor, timeliste=liste, fravaer=skjema.fravaer(), papirer=skjema.papirer())
        return _adresse(sak, maned)

    if request.method == "POST":
        svar = utfor(request, skjema, gjor, kvittering=_("Fraværet er registrert."))
        if svar:
            return svar
    return render(
        request,
        "kontor/timeliste/fravaer.html",
        {
            "sak": sak,
            "maned": maned,
            "skjema": skjema,
            "visning": vis_kvoter(sak, maned, skjema),
            "kvoteadresse": reverse("kontor:fravaer_kvoter", args=[sak.pk, aar, mnd]),
        },
    )


@kontorside
@require_GET
def fravaer_kvoter(request: HttpRequest, sak_id: UUID, aar: int, mnd: int) -> HttpResponse:
    """The rights and the cost for what is typed so far, beside the form."""
    sak = sak_hent(aktor_av(request), sak_id, Handling.TIMELISTE_FYLL)
    maned = maned_av(aar, mnd)
    skjema = Fravaerskjema(request.GET, barn=selectors.barn_i_ord(sak))
    return render(request, "felles/fravaer/kvoter.html", {"visning": vis_kvoter(sak, maned, skjema)})


@kontorside
@require_POST
def timeliste_fravaer_fjern(request: HttpRequest, fravaer_id: UUID) -> HttpResponse:
    """Take an absence away."""
    rad = selectors.fravaer_hent(aktor_av(request), fravaer_id)
    return ett_trykk(
        request,
        lambda: services.fravaer_fjern(aktor_av(request), fravaer=rad),
        til=_adresse(rad.sak, rad.timeliste.maned),
        kvittering=_("Fraværet er tatt bort."),
    )


@kontorside
def timeliste_lege(request: HttpRequest, fravaer_id: UUID) -> HttpResponse:
    """Register a doctor's statement, also on an approved sheet."""
    rad = selectors.fravaer_hent(aktor_av(request), fravaer_id)
    sak = sak_hent(aktor_av(request), rad.sak_id, Handling.TIMELISTE_FYLL)
    skjema = Legeerklaeringskjema(request.POST or None, request.FILES or None, initial={"fra": rad.fra, "til": rad.til})
    adresse = _adresse(sak, rad.timeliste.maned)

    def gjor(verdier: dict[str, Any]) -> str:
        for navn, innhold in verdier.pop("vedlegg"):
            services.legeerklaering_legg_til(aktor_av(request), fravaer=rad, filnavn=navn, innhold=innhold, **verdier)
        return adresse

    if request.method == "POST":
        svar = utfor(request, skjema, gjor, kvittering=_("Legeerklæringen er registrert."))
        if svar:
            return svar
    return render(
        request,
        "kontor/timeliste/legeerklaering.html",
        {"sak": sak, "skjema": skjema, "fravaer": rad, "tilbake": adresse},
    )


@kontorside
@require_GET
def timeliste_papir(request: HttpRequest, fravaer_id: UUID, erklaering_id: UUID) -> HttpResponse:
    """A doctor's statement as it was sent."""
    return som_nedlasting(selectors.legeerklaering_papir(aktor_av(request), fravaer_id, erklaering_id))
