"""The bank's answers in, and every run held against them to the øre."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fotfeste.fag.avstemming import selectors, services
from fotfeste.fag.avstemming.enums import Avklaringsutfall
from fotfeste.fag.avstemming.models import Bankmelding
from fotfeste.fag.utbetaling.enums import Utbetalingsstatus
from fotfeste.fag.utbetaling.kvittering import utbetaling_feilsendt, utbetaling_prov_igjen
from fotfeste.fag.utbetaling.selectors import kommuner_for_okonomi
from fotfeste.flater.felles.filer import som_nedlasting
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor.avstemming_forms import AvklarSkjema, AvstemSkjema, BankfilSkjema, GrunnSkjema
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.organisasjon.models import Kommune
from fotfeste.grunnmur.tilgang import Handling, krev_rolle
from fotfeste.kobling.betaling.bankfiler import Kvittering, bankfiler_les
from fotfeste.kobling.betaling.provebank import provebank_les
from fotfeste.kobling.betaling.services import filsum

LINJER_PER_SIDE = 50
_VIS = (
    ("", gettext_lazy("Alle")),
    ("apne", gettext_lazy("Det som ikke er bokført")),
    (Utbetalingsstatus.AVVIST, Utbetalingsstatus.AVVIST.label),
    (Utbetalingsstatus.RETURNERT, Utbetalingsstatus.RETURNERT.label),
    (Utbetalingsstatus.FEILSENDT, Utbetalingsstatus.FEILSENDT.label),
)


@kontorside
@require_http_methods(["GET", "POST"])
def avstemming(request: HttpRequest) -> HttpResponse:
    """Read the bank's files; then what waits for a person, and the months."""
    aktor = aktor_av(request)
    krev_rolle(aktor, Handling.KJORING_LES)
    kommuner = list(kommuner_for_okonomi(aktor, Handling.KJORING_FORBERED))
    skjema = BankfilSkjema(request.POST or None, request.FILES or None, kommuner=kommuner)
    if request.method == "POST":
        krev_rolle(aktor, Handling.KJORING_FORBERED)
        svar = utfor(request, skjema, lambda verdier: _les(request, **verdier))
        if svar:
            return svar
    return render(
        request,
        "kontor/avstemming/oversikt.html",
        {
            "skjema": skjema,
            "kan_lese": bool(kommuner),
            "apne": selectors.postrader(aktor, selectors.apne_for(aktor)[:LINJER_PER_SIDE]),
            "kan_avklare": bool(kommuner),
            "maneder": selectors.manedsrader(aktor),
            "meldinger": selectors.meldingsrader(aktor),
        },
    )


def _les(request: HttpRequest, *, kommune: Kommune, filer: list[tuple[str, bytes]]) -> str:
    kvitteringer = bankfiler_les(aktor_av(request), kommune=kommune, filer=filer)
    feil = [kvittering for kvittering in kvitteringer if kvittering.feil]
    if len(feil) == len(kvitteringer):
        raise FlereFeil([Fagfeil(ett.feil, felt="filer") for ett in feil])
    _fortell(request, kvitteringer)
    return reverse("kontor:avstemming")


def _fortell(request: HttpRequest, kvitteringer: Iterable[Kvittering]) -> None:
    """A line for each file: what it said, that it was read before, or why it could not be read."""
    nye = selectors.innhold_i_ord([ett.melding for ett in kvitteringer if ett.melding])
    for ett in kvitteringer:
        if ett.melding is None:
            messages.error(request, ett.feil)
        elif ett.lest_for:
            messages.info(request, f"{ett.navn}: {_lest_for(ett.melding)}")
        else:
            messages.success(request, f"{ett.navn}: {nye[ett.melding.pk]}.")


def _lest_for(melding: Bankmelding) -> str:
    ord_ = {"dag": dato_ord(klokke.dagen(melding.mottatt)), "hvem": melding.lest_av or _("nattjobben")}
    return _("Lest før, %(dag)s av %(hvem)s. Ingenting er endret.") % ord_


@kontorside
@require_GET
def avstemming_kjoring(request: HttpRequest, kjoring_id: UUID) -> HttpResponse:
    """One run against the bank: the sums, what must be done, and each payment's story."""
    rad = selectors.kjoringsrad(aktor_av(request), kjoring_id)
    return render(request, "kontor/avstemming/kjoring.html", _side(request, rad))


def _side(request: HttpRequest, rad: selectors.Kjoringsrad) -> dict[str, Any]:
    aktor, kjoring = aktor_av(request), rad.kjoring
    vis, finn = request.GET.get("vis", ""), request.GET.get("finn", "").replace("\x00", "").strip()[:35]
    side = Paginator(selectors.betalinger_i(kjoring, vis, finn), LINJER_PER_SIDE).get_page(request.GET.get("side"))
    egne = selectors.apne_for(aktor).filter(utbetaling__kjoring=kjoring) | selectors.apne_for(aktor, kjoring=kjoring)
    return {
        "rad": rad,
        "kjoring": kjoring,
        "regnskap": rad.regnskap,
        "lonn": selectors.lonnsforklaring(kjoring),
        "fil": filsum(kjoring),
        "apne": selectors.postrader(aktor, egne),
        "side": side,
        "linjer": selectors.betalingslinjer(aktor, kjoring, list(side)),
        "vis": vis,
        "finn": finn,
        "visvalg": _VIS,
        "kan_avstemme": selectors.kan_avstemme(aktor, rad),
        "kan_avklare": kjoring.kommune in kommuner_for_okonomi(aktor, Handling.KJORING_FORBERED),
        "frigav_selv": kjoring.frigitt_av_id == aktor.bruker_id,
        "avstemskjema": AvstemSkjema(),
        "provskjema": GrunnSkjema(),
        "avvist_for_annet": selectors.avvist_for_annet(kjoring),
        "kan_provebank": settings.FOTFESTE_DEMO,
    }


@kontorside
@require_POST
def avstemming_avstem(request: HttpRequest, kjoring_id: UUID) -> HttpResponse:
    """Say that the run comes out even."""
    aktor = aktor_av(request)
    rad = selectors.kjoringsrad(aktor, kjoring_id, Handling.KJORING_FORBERED)
    skjema = AvstemSkjema(request.POST)

    def avstem(verdier: dict[str, Any]) -> str:
        services.kjoring_avstem(aktor, rad.kjoring, **verdier)
        return reverse("kontor:avstemming_kjoring", args=[kjoring_id])

    return _pa_kjoringen(request, kjoring_id, skjema, avstem, _("Kjøringen er avstemt."))


@kontorside
@require_POST
def avstemming_prov_igjen(request: HttpRequest, kjoring_id: UUID) -> HttpResponse:
    """Let what was refused for another reason than the account go again."""
    aktor = aktor_av(request)
    rad = selectors.kjoringsrad(aktor, kjoring_id, Handling.KJORING_FORBERED)

    def prov(verdier: dict[str, Any]) -> str:
        antall = services.kjoring_prov_igjen(aktor, rad.kjoring, **verdier)
        tekst = ngettext("%(n)s betaling går med neste kjøring.", "%(n)s betalinger går med neste kjøring.", antall)
        messages.success(request, tekst % {"n": antall})
        return reverse("kontor:avstemming_kjoring", args=[kjoring_id])

    return _pa_kjoringen(request, kjoring_id, GrunnSkjema(request.POST), prov)


@kontorside
@require_POST
def avstemming_provebank(request: HttpRequest, kjoring_id: UUID) -> HttpResponse:
    """Demo only: let the trial bank answer, and read what it says."""
    aktor = aktor_av(request)
    rad = selectors.kjoringsrad(aktor, kjoring_id, Handling.KJORING_FORBERED)
    if not settings.FOTFESTE_DEMO:
        raise Http404

    def hent(_verdier: dict[str, Any]) -> str:
        kvitteringer, venter = provebank_les(aktor, rad.kjoring)
        _fortell(request, kvitteringer)
        if not kvitteringer:
            messages.info(request, _("Prøvebanken har ikke mer å si om denne kjøringen."))
        if venter:
            messages.info(
                request,
                _("Prøvebanken har mer å si %(dag)s. Still klokken i tidsmaskinen, og hent svar igjen.")
                % {"dag": dato_ord(venter)},
            )
        return reverse("kontor:avstemming_kjoring", args=[kjoring_id])

    return _pa_kjoringen(request, kjoring_id, Skjema(request.POST), hent)


def _pa_kjoringen(
    request: HttpRequest, kjoring_id: UUID, skjema: Skjema, gjor: Any, kvittering: str = ""
) -> HttpResponse:
    svar = utfor(request, skjema, gjor, kvittering=kvittering)
    if svar is None:
        for feil in [*skjema.non_field_errors(), *(ett for felt in skjema.visible_fields() for ett in felt.errors)]:
            messages.error(request, str(feil))
        return redirect("kontor:avstemming_kjoring", kjoring_id)
    return svar


@kontorside
@require_http_methods(["GET", "POST"])
def avstemming_post(request: HttpRequest, post_id: UUID) -> HttpResponse:
    """Say what something that did not fit was."""
    aktor = aktor_av(request)
    post = selectors.post_hent(aktor, post_id)
    forslag = selectors.mulige_betalinger(aktor, post)
    skjema = AvklarSkjema(request.POST or None, post=post, forslag=[rad for rad, _hvem in forslag])

    def avklar(verdier: dict[str, Any]) -> str:
        grunn = verdier["grunn"]
        match verdier["utfall"]:
            case Avklaringsutfall.KOBLET:
                services.bankpost_koble(aktor, post, ende_til_ende=verdier["ende_til_ende"], grunn=grunn)
            case Avklaringsutfall.IKKE_KVP:
                services.bankpost_legg_bort(aktor, post, grunn=grunn)
            case Avklaringsutfall.DOBBELT:
                services.bankpost_dobbelt(aktor, post, grunn=grunn)
            case _:
                services.bankpost_ordne(aktor, post, grunn=grunn)
        return reverse("kontor:avstemming")

    if request.method == "POST":
        svar = utfor(request, skjema, avklar, kvittering=_("Takk, det er skrevet ned."))
        if svar:
            return svar
    (rad,) = selectors.postrader(aktor, [post])
    return render(
        request,
        "kontor/avstemming/post.html",
        {"rad": rad, "post": post, "skjema": skjema, "forslag": forslag, "avklaring": getattr(post, "avklaring", None)},
    )


@kontorside
@require_http_methods(["GET", "POST"])
def avstemming_betaling(request: HttpRequest, utbetaling_id: UUID) -> HttpResponse:
    """One payment: its story, and what a person may say of it."""
    aktor = aktor_av(request)
    rad = selectors.betaling_hent(aktor, utbetaling_id)
    kommandoer = selectors.kommandoer_for(aktor, rad)
    skjema = GrunnSkjema(request.POST or None)

    def gjor(verdier: dict[str, Any]) -> str:
        match request.POST.get("kommando"):
            case "feilsendt":
                utbetaling_feilsendt(aktor, rad, **verdier)
            case "prov_igjen":
                utbetaling_prov_igjen(aktor, rad, **verdier)
            case _:
                raise Http404
        return reverse("kontor:avstemming_betaling", args=[rad.pk])

    if request.method == "POST":
        svar = utfor(request, skjema, gjor, kvittering=_("Takk, det er skrevet ned. Pengene går med neste kjøring."))
        if svar:
            return svar
    (linje,) = selectors.betalingslinjer(aktor, rad.kjoring, [rad])
    return render(
        request,
        "kontor/avstemming/betaling.html",
        {"linje": linje, "rad": rad, "kommandoer": kommandoer, "skjema": skjema},
    )


@kontorside
@require_GET
def avstemming_fil(request: HttpRequest, melding_id: UUID) -> HttpResponse:
    """The bank's file, byte for byte as it came."""
    return som_nedlasting(selectors.melding_hent(aktor_av(request), melding_id).dokument)
