"""The life of a programme in one picture, with what can be done now; the time after; and how it went for them all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fotfeste.fag.etter import bevis, flytting, services
from fotfeste.fag.etter.livslop import Livslop
from fotfeste.fag.etter.livslop import livslop as hent_livslop
from fotfeste.fag.etter.models import Etteroppfolging, Kommuneflytting, Kontorbytte, Ytelsessoknad
from fotfeste.fag.etter.selectors import (
    aktuelt_tidspunkt,
    andre_kontorer,
    etterfakta_for,
    hent_i_saken,
    tidspunkter,
    utfallsside,
)
from fotfeste.fag.oversikt.sakliste import mulige_kontakter
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import sak_hent
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor import livslop_forms as skjemaer
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Aktor, Handling


@dataclass(frozen=True, slots=True)
class Kommando:
    """One form of the page: how it is made, what it does, and the words when it is done.

    `modell`: the record it is about, named in the address; None when it is about the case.
    """

    skjema: Callable[[Any, Sak], Skjema]
    gjor: Callable[[Aktor, Any, dict[str, Any]], object]
    kvittering: str
    modell: type[Any] | None = None


def _enkelt(klasse: type[Skjema]) -> Callable[[Any, Sak], Skjema]:
    return lambda data, _sak: klasse(data, auto_id=f"{klasse.__name__.lower()}_%s")


def _oppfolging(data: Any, sak: Sak) -> Skjema:
    return skjemaer.Oppfolgingskjema(data, kandidater=mulige_kontakter(sak), auto_id="oppfolging_%s")


def _kommandoer() -> Mapping[str, Kommando]:
    return {
        "bevis": Kommando(
            _enkelt(skjemaer.Bevisskjema),
            lambda aktor, sak, verdier: bevis.deltakerbevis_lag(aktor, sak=sak, **verdier),
            _("Deltakerbeviset er sendt. Deltakeren finner det blant brevene sine."),
        ),
        "bekreftelse": Kommando(
            _enkelt(skjemaer.Bekreftelseskjema),
            lambda aktor, sak, verdier: bevis.bekreftelse_lag(aktor, sak=sak, **verdier),
            _("Bekreftelsen er laget. Deltakeren finner den blant brevene sine."),
        ),
        "oppfolging": Kommando(
            _oppfolging,
            lambda aktor, sak, verdier: services.etteroppfolging_avtal(aktor, sak=sak, **verdier),
            _("Avtalen er lagret."),
        ),
        "oppfolging-slutt": Kommando(
            _enkelt(skjemaer.Grunnskjema),
            lambda aktor, rad, verdier: services.etteroppfolging_avslutt(aktor, oppfolging=rad, **verdier),
            _("Kontakten er avsluttet. Den kan tas opp igjen når som helst."),
            Etteroppfolging,
        ),
        "helhet": Kommando(
            _enkelt(Skjema),
            lambda aktor, rad, _verdier: flytting.kontorbytte_vurder_helheten(aktor, bytte=rad),
            _("Lagret."),
            Kontorbytte,
        ),
        "flytting": Kommando(
            _enkelt(skjemaer.Flytteskjema),
            lambda aktor, sak, verdier: flytting.flytting_meld(aktor, sak=sak, **verdier),
            _("Flyttingen er registrert."),
        ),
        "flytting-kontakt": Kommando(
            _enkelt(skjemaer.Flyttekontaktskjema),
            lambda aktor, rad, verdier: flytting.flytting_kontakt(aktor, flytting=rad, **verdier),
            _("Samtalen er registrert."),
            Kommuneflytting,
        ),
        "flytting-mappe": Kommando(
            _enkelt(skjemaer.Flyttemappeskjema),
            lambda aktor, rad, verdier: flytting.flytting_overlever_mappe(aktor, flytting=rad, **verdier),
            _("Svaret er registrert."),
            Kommuneflytting,
        ),
        "flytting-utfall": Kommando(
            _enkelt(skjemaer.Flytteutfallskjema),
            lambda aktor, rad, verdier: flytting.flytting_utfall(aktor, flytting=rad, **verdier),
            _("Utfallet er registrert."),
            Kommuneflytting,
        ),
        "ytelse": Kommando(
            _enkelt(skjemaer.Ytelseskjema),
            lambda aktor, sak, verdier: services.ytelse_sokt(aktor, sak=sak, **verdier),
            _("Søknaden er registrert. Programmet fortsetter til den er avgjort."),
        ),
        "ytelse-svar": Kommando(
            _enkelt(skjemaer.Ytelsessvarskjema),
            lambda aktor, rad, verdier: services.ytelse_avgjort(aktor, soknad=rad, **verdier),
            _("Svaret er registrert."),
            Ytelsessoknad,
        ),
        "ytelse-vurdert": Kommando(
            _enkelt(Skjema),
            lambda aktor, rad, _verdier: services.ytelse_vurdert(aktor, soknad=rad),
            _("Lagret."),
            Ytelsessoknad,
        ),
    }


@kontorside
@require_GET
def livslop(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """The picture of the case's time, and what can be done now."""
    return _vis(request, hent_livslop(aktor_av(request), sak_id))


@kontorside
@require_POST
def livslop_gjor(request: HttpRequest, sak_id: UUID, kommando: str) -> HttpResponse:
    """One command about the case."""
    return _utfor(request, sak_id, kommando, None)


@kontorside
@require_POST
def livslop_rad(request: HttpRequest, sak_id: UUID, kommando: str, rad_id: UUID) -> HttpResponse:
    """One command about a record of the case."""
    return _utfor(request, sak_id, kommando, rad_id)


def _utfor(request: HttpRequest, sak_id: UUID, navn: str, rad_id: UUID | None) -> HttpResponse:
    aktor = aktor_av(request)
    valgt = _kommandoer().get(navn)
    if valgt is None or (valgt.modell is None) != (rad_id is None):
        raise Http404
    sak = sak_hent(aktor, sak_id, Handling.OPPFOLGING_SKRIV)
    objekt: Any = sak
    if valgt.modell is not None and rad_id is not None:
        objekt = hent_i_saken(aktor, valgt.modell, rad_id, Handling.OPPFOLGING_SKRIV)
        if objekt.sak_id != sak.pk:
            raise Http404
    skjema = valgt.skjema(request.POST, sak)
    svar = utfor(
        request,
        skjema,
        lambda verdier: (valgt.gjor(aktor, objekt, verdier), _adresse(sak_id))[1],
        kvittering=valgt.kvittering,
    )
    return svar or _vis(request, hent_livslop(aktor, sak_id), **{navn: skjema})


@kontorside
@require_POST
def livslop_overfor(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Hand the case over to another office. Whoever did may not see it any more, and comes back to the list."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, Handling.SAK_OVERFOR)
    skjema = skjemaer.Overforingskjema(request.POST, kontorer=andre_kontorer(sak))
    svar = utfor(
        request,
        skjema,
        lambda verdier: (flytting.sak_overfor(aktor, sak=sak, **verdier), reverse("kontor:saker"))[1],
        kvittering=_("Saken er overført. Kontoret som overtar, velger fast kontakt."),
    )
    return svar or _vis(request, hent_livslop(aktor, sak_id), overfor=skjema)


@kontorside
@require_http_methods(["GET", "POST"])
def etterpa(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Note how it goes some time after the programme, or that nobody got to know."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, Handling.OPPFOLGING_SKRIV)
    fakta = etterfakta_for([sak.pk]).get(sak.pk)
    if fakta is None or fakta.avslutning is None:
        raise Http404
    slutt, observasjoner = fakta.avslutning.dato, fakta.observasjoner
    aktuelt = aktuelt_tidspunkt(slutt, [rad.maned for rad in observasjoner], klokke.i_dag())
    start = {"maned": int(aktuelt.maned)} if aktuelt else {}
    skjema = skjemaer.Etterskjema(request.POST or None, initial=start)
    if request.method == "POST":
        svar = utfor(
            request,
            skjema,
            lambda verdier: (
                services.etterobservasjon_lagre(aktor, sak=sak, **verdier),
                reverse("kontor:etterpa", args=[sak.pk]),
            )[1],
            kvittering=_("Notert."),
        )
        if svar:
            return svar
    sett = {rad.maned: rad for rad in observasjoner}
    rader = [(tid, sett.get(tid.maned)) for tid in tidspunkter(slutt)]
    return render(
        request, "kontor/livslop/etterpa.html", {"sak": sak, "skjema": skjema, "rader": rader, "slutt": slutt}
    )


@kontorside
@require_GET
def utfall(request: HttpRequest) -> HttpResponse:
    """How it went for those who ended 6, 12 and 24 months ago, and who came back."""
    return render(request, "kontor/livslop/utfall.html", {"side": utfallsside(aktor_av(request))})


def _adresse(sak_id: UUID) -> str:
    return reverse("kontor:livslop", args=[sak_id])


def _vis(request: HttpRequest, side: Livslop, **egne: Skjema) -> HttpResponse:
    def ett(navn: str, **initial: Any) -> Skjema:
        if navn in egne:
            return egne[navn]
        skjema = _kommandoer()[navn].skjema(None, side.sak)
        skjema.initial.update(initial)
        return skjema

    i_dag = klokke.i_dag()
    kontekst: dict[str, Any] = {"side": side, "sak": side.sak, "mappe": _mappeadresse(side.sak)}
    if side.kan_folge_opp:
        kontekst |= {
            "bevisskjema": ett("bevis", oppnadd=side.oppnadd),
            "bekreftelseskjema": ett("bekreftelse"),
            "oppfolgingskjema": ett("oppfolging"),
            "sluttskjema": ett("oppfolging-slutt"),
            "flytteskjema": ett("flytting"),
            "kontaktskjema": ett("flytting-kontakt", dato=i_dag),
            "mappeskjema": ett("flytting-mappe"),
            "utfallskjema": ett("flytting-utfall", dato=i_dag),
            "ytelseskjema": ett("ytelse", sokt=i_dag),
            "svarskjema": ett("ytelse-svar", avgjort=i_dag),
        }
    if side.kan_overfore:
        kontorer = andre_kontorer(side.sak)
        kontekst["overforingskjema"] = egne.get("overfor") or skjemaer.Overforingskjema(kontorer=kontorer)
    return render(request, "kontor/livslop/livslop.html", kontekst)


def _mappeadresse(sak: Sak) -> str:
    """Where the whole case is made ready to be handed over; empty as long as there is no such page."""
    try:
        return reverse("kontor:saksmappe", args=[sak.pk])
    except NoReverseMatch:
        return ""
