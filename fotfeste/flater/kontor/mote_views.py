"""Meetings in the office: the list, the case's meetings, booking, the one screen of a meeting, the contact log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from fotfeste.fag.oppfolging import selectors, services
from fotfeste.fag.oppfolging.enums import Initiativ, Motestatus, Tolkestatus
from fotfeste.fag.oppfolging.kalender import som_ics
from fotfeste.fag.oppfolging.models import Bekymring, Kontakt, Mote
from fotfeste.fag.oppfolging.samtale import samtaleguide
from fotfeste.fag.oppfolging.services import Avtaleinn
from fotfeste.fag.oversikt.selectors import oversikt_en
from fotfeste.fag.program.selectors import gjeldende_versjon
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import sak_hent
from fotfeste.flater.felles.ett_trykk import ett_trykk
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor import mote_forms as skjemaer
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Handling, krev_rolle, vurder

_SKRIV = Handling.OPPFOLGING_SKRIV


@kontorside
@require_GET
def moteliste(request: HttpRequest) -> HttpResponse:
    """My meetings: those to close first, wishes, then day by day."""
    aktor = aktor_av(request)
    krev_rolle(aktor, _SKRIV)
    filter_ = skjemaer.Motefilter(request.GET)
    valg = filter_.valg()
    liste = selectors.moteliste(
        aktor, bare_mine=valg.get("hvem") != "alle", tekst=valg.get("tekst", ""), type_=valg.get("type", "")
    )
    indikator = selectors.indikator(aktor)
    return render(request, "kontor/mote/liste.html", {"liste": liste, "filter": filter_, "indikator": indikator})


@kontorside
@require_GET
def moter(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Everything about meetings in one case."""
    return _moterside(request, sak_hent(aktor_av(request), sak_id, Handling.OPPFOLGING_LES))


def _moterside(request: HttpRequest, sak: Sak, **gitt: Skjema) -> HttpResponse:
    aktor = aktor_av(request)
    alle = selectors.moter_i_saken(aktor, sak)
    return render(
        request,
        "kontor/mote/moter.html",
        {
            "sak": sak,
            "kan_skrive": vurder(aktor, _SKRIV, sak).tillatt,
            "apne": sorted((m for m in alle if m.er_apent), key=lambda m: m.start or m.opprettet),
            "lukkede": [m for m in alle if not m.er_apent],
            "kontakter": selectors.siste_kontakter(aktor, sak, 30),
            "avtaler": selectors.avtaler_siden_sist(sak),
            "bekymring": selectors.aktiv_bekymring(sak),
            "tall": selectors.oppsummering(sak),
            "pa_rad": selectors.ikke_mott_pa_rad(alle),
            "avtaleskjema": gitt.get("avtaleskjema", skjemaer.Avtaleskjema(auto_id="avtale_%s")),
            "onskeskjema": gitt.get("onskeskjema", skjemaer.Onskeskjema(auto_id="onske_%s")),
        },
    )


@kontorside
@require_POST
def mote_onsk(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Note that somebody wants a meeting."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, _SKRIV)
    skjema = skjemaer.Onskeskjema(request.POST, auto_id="onske_%s")
    svar = utfor(
        request,
        skjema,
        lambda verdier: (services.mote_onsk(aktor, sak=sak, **verdier), reverse("kontor:mote_ny", args=[sak.pk]))[1],
        kvittering=_("Ønsket er notert. Finn en tid."),
    )
    return svar or _moterside(request, sak, onskeskjema=skjema)


@kontorside
@require_POST
def avtale_ny(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Add an agreement made outside a meeting."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, _SKRIV)
    skjema = skjemaer.Avtaleskjema(request.POST, auto_id="avtale_%s")
    svar = utfor(
        request,
        skjema,
        lambda verdier: (
            services.avtalepunkt_lag(aktor, sak=sak, inn=Avtaleinn(**verdier)),
            reverse("kontor:moter", args=[sak.pk]),
        )[1],
        kvittering=_("Avtalen er skrevet ned."),
    )
    return svar or _moterside(request, sak, avtaleskjema=skjema)


_AVTALEKOMMANDOER: dict[str, Callable[..., object]] = {
    "gjort": services.avtalepunkt_merk_gjort,
    "gjenapne": services.avtalepunkt_gjenapne,
    "fjern": services.avtalepunkt_fjern,
}


@kontorside
@require_POST
def avtale_kommando(request: HttpRequest, punkt_id: UUID, kommando: str) -> HttpResponse:
    """Tick an agreement, untick it, or say that it no longer matters."""
    aktor = aktor_av(request)
    punkt = selectors.avtalepunkt_hent(aktor, punkt_id, _SKRIV)
    if kommando not in _AVTALEKOMMANDOER:
        raise Http404
    gjor = _AVTALEKOMMANDOER[kommando]
    return ett_trykk(request, lambda: gjor(aktor, punkt=punkt), til=_tilbake(request, punkt.sak))


def _tilbake(request: HttpRequest, sak: Sak) -> str:
    """The meeting the press was made from, else the case's meetings."""
    try:
        return reverse("kontor:mote", args=[UUID(request.POST.get("mote", ""))])
    except ValueError:
        return reverse("kontor:moter", args=[sak.pk])


@kontorside
def mote_ny(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Book a meeting; the oldest wish that waits gets its time."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, _SKRIV)
    onske = selectors.eldste_onske(sak)
    skjema = skjemaer.Bookingskjema(request.POST or None, initial=_booking(sak, onske))
    if request.method == "POST":

        def book(verdier: dict[str, Any]) -> str:
            mote = services.mote_book(aktor, sak=sak, inn=skjema.som_inn(verdier), mote=onske)
            return reverse("kontor:mote", args=[mote.pk])

        if svar := utfor(request, skjema, book, kvittering=_("Møtet er avtalt.")):
            return svar
    return render(request, "kontor/mote/ny.html", {"sak": sak, "skjema": skjema, "onske": onske})


def _booking(sak: Sak, onske: Mote | None) -> dict[str, Any]:
    """What is known already: the interpreter the person needs, the last meeting's place, the wish."""
    forrige = selectors.sist_holdte(sak)
    kjent: dict[str, Any] = {"klokkeslett": "10"}
    if sak.person.tolkebehov:
        kjent |= {"tolkestatus": Tolkestatus.BESTILT, "tolkesprak": sak.person.sprak}
    if forrige:
        kjent |= {"type": forrige.type, "kanal": forrige.kanal, "betydning": forrige.betydning}
    if onske:
        kjent["hensikt"] = onske.onske[:300]
    return kjent


@kontorside
@require_GET
def mote_neste(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """The meeting to do something with now; the booking when there is none."""
    sak = sak_hent(aktor_av(request), sak_id, Handling.OPPFOLGING_LES)
    mote = selectors.neste_apne(sak)
    if mote:
        return redirect("kontor:mote", mote.pk)
    return redirect("kontor:moter", sak.pk)


@kontorside
@require_GET
def mote(request: HttpRequest, mote_id: UUID) -> HttpResponse:
    """One meeting on one screen: prepare, hold, agree, evaluate; read when it is closed."""
    return _moteside(request, selectors.mote_hent(aktor_av(request), mote_id))


def _moteside(request: HttpRequest, ett: Mote, **gitt: Skjema) -> HttpResponse:
    aktor, sak = aktor_av(request), ett.sak
    kan_skrive = vurder(aktor, _SKRIV, sak).tillatt
    program = gjeldende_versjon(sak)
    return render(
        request,
        "kontor/mote/mote.html",
        {
            "sak": sak,
            "mote": ett,
            "kan_skrive": kan_skrive and ett.status == Motestatus.AVTALT,
            "kan_krysse": kan_skrive,
            "kan_avlyses": ett.initiativ == Initiativ.NAV,
            "forrige": selectors.sist_holdte(sak, ett),
            "avtaler": selectors.avtaler_siden_sist(sak) if ett.er_apent else ett.avtalepunkter.all(),
            "mal": program.mal if program else "",
            "oppgaver": oversikt_en(sak).oppgaver if ett.er_apent else [],
            "guide": samtaleguide(ett.type),
            "temaskjema": gitt.get("temaskjema") or skjemaer.Temaskjema(mote=ett, versjon=ett.versjon),
            "lukkeskjema": gitt.get("lukkeskjema") or skjemaer.Lukkeskjema(mote=ett, versjon=ett.versjon),
            "ikkemottskjema": gitt.get("ikkemottskjema")
            or skjemaer.Ikkemottskjema(versjon=ett.versjon, auto_id="ikke_%s"),
            "flytteskjema": gitt.get("flytteskjema") or skjemaer.Flytteskjema(versjon=ett.versjon, auto_id="flytt_%s"),
            "avlysskjema": gitt.get("avlysskjema") or skjemaer.Avlysskjema(versjon=ett.versjon, auto_id="avlys_%s"),
        },
    )


def _kommando(
    request: HttpRequest,
    mote_id: UUID,
    lag: Callable[[Mote], tuple[str, Skjema]],
    gjor: Callable[[Mote, Any, dict[str, Any]], object],
    kvittering: str,
) -> HttpResponse:
    """Run a command on a meeting; show the page again with the form when it was refused."""
    ett = selectors.mote_hent(aktor_av(request), mote_id, _SKRIV)
    navn, skjema = lag(ett)
    adresse = reverse("kontor:mote", args=[ett.pk])
    svar = utfor(request, skjema, lambda verdier: (gjor(ett, skjema, verdier), adresse)[1], kvittering=kvittering)
    return svar or _moteside(request, ett, **{navn: skjema})


@kontorside
@require_POST
def mote_forbered(request: HttpRequest, mote_id: UUID) -> HttpResponse:
    """Keep the topics."""
    aktor = aktor_av(request)
    return _kommando(
        request,
        mote_id,
        lambda ett: ("temaskjema", skjemaer.Temaskjema(request.POST, mote=ett)),
        lambda ett, skjema, verdier: services.mote_forbered(
            aktor, mote=ett, temaer=skjema.alle(verdier), versjon=skjema.cleaned_data["versjon"]
        ),
        _("Temaene er lagret."),
    )


@kontorside
@require_POST
def mote_skriv(request: HttpRequest, mote_id: UUID) -> HttpResponse:
    """Keep the notes while the meeting goes on."""
    aktor = aktor_av(request)
    return _kommando(
        request,
        mote_id,
        lambda ett: ("lukkeskjema", skjemaer.Lukkeskjema(request.POST, mote=ett)),
        lambda ett, skjema, verdier: services.mote_skriv(
            aktor,
            mote=ett,
            referat=verdier["referat"],
            internt=verdier["internt"],
            versjon=skjema.cleaned_data["versjon"],
        ),
        _("Notatene er lagret."),
    )


@kontorside
@require_POST
def mote_lukk(request: HttpRequest, mote_id: UUID) -> HttpResponse:
    """Close the meeting and send the agreement."""
    aktor = aktor_av(request)
    return _kommando(
        request,
        mote_id,
        lambda ett: ("lukkeskjema", skjemaer.Lukkeskjema(request.POST, mote=ett)),
        lambda ett, skjema, verdier: services.mote_lukk(
            aktor, mote=ett, inn=skjema.som_inn(verdier), versjon=skjema.cleaned_data["versjon"]
        ),
        _("Møtet er lukket, og avtalen er sendt til deltakeren."),
    )


@kontorside
@require_POST
def mote_ikke_mott(request: HttpRequest, mote_id: UUID) -> HttpResponse:
    """The participant did not come."""
    aktor = aktor_av(request)
    return _kommando(
        request,
        mote_id,
        lambda _ett: ("ikkemottskjema", skjemaer.Ikkemottskjema(request.POST, auto_id="ikke_%s")),
        lambda ett, skjema, verdier: services.mote_ikke_mott(
            aktor,
            mote=ett,
            fravarsgrunn=verdier["fravarsgrunn"],
            neste_steg=verdier["neste_steg"],
            internt=verdier["internt"],
            ny_tid=skjemaer.tidspunkt(verdier["ny_dag"], verdier["ny_klokke"]),
            versjon=skjema.cleaned_data["versjon"],
        ),
        _("Det er notert. Neste steg står på Min dag til du har prøvd."),
    )


@kontorside
@require_POST
def mote_flytt(request: HttpRequest, mote_id: UUID) -> HttpResponse:
    """Give the meeting another time."""
    aktor = aktor_av(request)
    return _kommando(
        request,
        mote_id,
        lambda _ett: ("flytteskjema", skjemaer.Flytteskjema(request.POST, auto_id="flytt_%s")),
        lambda ett, skjema, verdier: services.mote_flytt(
            aktor,
            mote=ett,
            start=datetime.combine(verdier["dag"], verdier["klokkeslett"], klokke.OSLO),
            grunn=verdier["grunn"],
            sted=verdier["sted"],
            versjon=skjema.cleaned_data["versjon"],
        ),
        _("Møtet er flyttet, og deltakeren får et nytt brev."),
    )


@kontorside
@require_POST
def mote_avlys(request: HttpRequest, mote_id: UUID) -> HttpResponse:
    """Call the meeting off."""
    aktor = aktor_av(request)
    return _kommando(
        request,
        mote_id,
        lambda _ett: ("avlysskjema", skjemaer.Avlysskjema(request.POST, auto_id="avlys_%s")),
        lambda ett, skjema, verdier: services.mote_avlys(
            aktor, mote=ett, versjon=skjema.cleaned_data["versjon"], **verdier
        ),
        _("Møtet er avlyst, og deltakeren får vite det."),
    )


@kontorside
@require_GET
def mote_kalender(request: HttpRequest, mote_id: UUID) -> HttpResponse:
    """The meeting as a calendar file."""
    ett = selectors.mote_hent(aktor_av(request), mote_id)
    if ett.start is None:
        raise Http404
    svar = HttpResponse(som_ics(ett), content_type="text/calendar; charset=utf-8")
    svar.headers["Content-Disposition"] = 'attachment; filename="mote.ics"'
    return svar


# The contact log


@kontorside
def kontakt_logg(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Note a conversation, or the attempt at one."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, _SKRIV)
    tilbake = reverse("kontor:sak", args=[sak.pk])
    kjent = {"tolk": sak.person.tolkebehov, "kanal": selectors.forrige_kanal(aktor) or "telefon"}
    skjema = skjemaer.Kontaktskjema(request.POST or None, initial=kjent)
    if request.method == "POST":

        def logg(verdier: dict[str, Any]) -> str:
            services.kontakt_logg(aktor, sak=sak, **verdier)
            return tilbake

        if svar := utfor(request, skjema, logg, kvittering=_("Samtalen er notert.")):
            return svar
    return render(request, "kontor/mote/kontakt.html", {"sak": sak, "skjema": skjema, "tilbake": tilbake})


@kontorside
def gruppemote(request: HttpRequest) -> HttpResponse:
    """Note the same conversation for everyone who was at a group meeting."""
    aktor = aktor_av(request)
    krev_rolle(aktor, _SKRIV)
    skjema = skjemaer.Gruppeskjema(request.POST or None, saker=selectors.i_samme_gruppe(aktor))
    if request.method == "POST":

        def logg(verdier: dict[str, Any]) -> str:
            kontakter: list[Kontakt] = services.kontakter_logg(aktor, **(verdier | {"saker": list(verdier["saker"])}))
            return reverse("kontor:moteliste") if kontakter else ""

        if svar := utfor(request, skjema, logg, kvittering=_("Samtalen er notert for alle som var med.")):
            return svar
    return render(request, "kontor/mote/gruppe.html", {"skjema": skjema})


# A concern


@kontorside
def bekymring(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Raise a concern, or follow up the one there is."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, _SKRIV)
    skjema = skjemaer.Bekymringskjema(request.POST or None)
    if request.method == "POST":

        def meld(verdier: dict[str, Any]) -> str:
            services.bekymring_meld(aktor, sak=sak, **verdier)
            return reverse("kontor:bekymring", args=[sak.pk])

        if svar := utfor(request, skjema, meld, kvittering=_("Bekymringen er meldt. Du følger den opp.")):
            return svar
    return _bekymringside(request, sak, meldeskjema=skjema)


def _bekymringside(request: HttpRequest, sak: Sak, **gitt: Skjema) -> HttpResponse:
    aktiv = selectors.aktiv_bekymring(sak)
    versjon = aktiv.versjon if aktiv else None
    return render(
        request,
        "kontor/mote/bekymring.html",
        {
            "sak": sak,
            "aktiv": aktiv,
            "tidligere": selectors.tidligere_bekymringer(sak),
            "meldeskjema": gitt.get("meldeskjema") or skjemaer.Bekymringskjema(),
            "gjortskjema": gitt.get("gjortskjema") or skjemaer.Gjortskjema(versjon=versjon),
            "utfallskjema": gitt.get("utfallskjema") or skjemaer.Utfallskjema(versjon=versjon),
        },
    )


def _bekymringskommando(
    request: HttpRequest,
    bekymring_id: UUID,
    navn: str,
    skjema: Skjema,
    tjeneste: Callable[..., Bekymring],
    kvittering: str,
) -> HttpResponse:
    aktor = aktor_av(request)
    en = selectors.bekymring_hent(aktor, bekymring_id)

    def gjor(verdier: dict[str, Any]) -> str:
        tjeneste(aktor, bekymring=en, versjon=skjema.cleaned_data["versjon"], **verdier)
        return reverse("kontor:bekymring", args=[en.sak_id])

    return utfor(request, skjema, gjor, kvittering=kvittering) or _bekymringside(request, en.sak, **{navn: skjema})


@kontorside
@require_POST
def bekymring_folg_opp(request: HttpRequest, bekymring_id: UUID) -> HttpResponse:
    """Write what has been done."""
    skjema = skjemaer.Gjortskjema(request.POST)
    return _bekymringskommando(
        request, bekymring_id, "gjortskjema", skjema, services.bekymring_folg_opp, _("Det er skrevet ned.")
    )


@kontorside
@require_POST
def bekymring_avslutt(request: HttpRequest, bekymring_id: UUID) -> HttpResponse:
    """Take the flag down."""
    skjema = skjemaer.Utfallskjema(request.POST)
    return _bekymringskommando(
        request, bekymring_id, "utfallskjema", skjema, services.bekymring_avslutt, _("Bekymringen er avsluttet.")
    )


@kontorside
@require_POST
def bekymring_loft(request: HttpRequest, bekymring_id: UUID) -> HttpResponse:
    """Tell the leader."""
    aktor = aktor_av(request)
    en = selectors.bekymring_hent(aktor, bekymring_id)
    return ett_trykk(
        request,
        lambda: services.bekymring_loft(aktor, bekymring=en),
        til=reverse("kontor:bekymring", args=[en.sak_id]),
        kvittering=_("Det står nå at lederen vet om det. Ring også, hvis det haster."),
    )
