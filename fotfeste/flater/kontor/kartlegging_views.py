"""The mapping at the office: talks, self-assessment in a meeting, information from others, and what is kept apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fotfeste.fag.brev.html import som_html
from fotfeste.fag.brev.innhold import Brev
from fotfeste.fag.kartlegging import selectors, services
from fotfeste.fag.kartlegging.enums import Funnslag, Tema, Utfyllingsmate
from fotfeste.fag.kartlegging.innhentinger import Papir
from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering, Innhenting
from fotfeste.fag.kartlegging.overganger import INNHENTING
from fotfeste.fag.kartlegging.samtaler import Funninn
from fotfeste.fag.kartlegging.selectors import AevSide, aev_side
from fotfeste.fag.kartlegging.sporsmal import SPORSMAL
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import sak_hent
from fotfeste.flater.felles.ett_trykk import ett_trykk
from fotfeste.flater.felles.filer import som_nedlasting
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor import kartlegging_forms as skjemaer
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev, vurder


@kontorside
@require_GET
def kartlegging(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """What is known of the person and from whom, and what comes next."""
    aktor = aktor_av(request)
    side = selectors.kartleggingsside(aktor, sak_id)
    return render(
        request,
        "kontor/aev/kartlegging.html",
        {
            "sak": side.sak,
            "side": side,
            "kan_skrive": vurder(aktor, Handling.AEV_SKRIV, side.sak).tillatt,
            "kan_observere": vurder(aktor, Handling.OPPFOLGING_SKRIV, side.sak).tillatt,
            "forer_register": vurder(aktor, Handling.RUTINE_SKRIV, side.sak).tillatt,
        },
    )


def _skjemaside(
    request: HttpRequest,
    sak: Sak,
    skjema: Skjema,
    gjor: Callable[[dict[str, Any]], str],
    *,
    mal: str = "kontor/aev/skjema.html",
    **valg: Any,
) -> HttpResponse:
    """A page with one form about the case."""
    if request.method == "POST":
        svar = utfor(request, skjema, gjor, kvittering=valg.pop("kvittering", _("Lagret.")))
        if svar:
            return svar
    tilbake = valg.pop("tilbake", reverse("kontor:aev_kartlegging", args=[sak.pk]))
    return render(request, mal, {"sak": sak, "skjema": skjema, "tilbake": tilbake, **valg})


@kontorside
@require_http_methods(["GET", "POST"])
def samtale_ny(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Hold a conversation with the guide beside, and keep what was learned."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, Handling.AEV_SKRIV)
    skjema = skjemaer.Samtaleskjema(request.POST or None, sak=sak)

    def gjor(verdier: dict[str, Any]) -> str:
        services.samtale_registrer(aktor, sak=sak, **skjema.samtalen(verdier))
        return reverse("kontor:aev_kartlegging", args=[sak.pk])

    return _skjemaside(request, sak, skjema, gjor, mal="kontor/aev/samtale.html")


@kontorside
@require_http_methods(["GET", "POST"])
def observasjon_ny(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Keep what a provider or a workplace has seen."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, Handling.OPPFOLGING_SKRIV)

    def gjor(verdier: dict[str, Any]) -> str:
        funn = Funninn(Tema(verdier["tema"]), Funnslag(verdier["slag"]), verdier["tekst"])
        services.observasjon_registrer(aktor, sak=sak, fra=verdier["fra"], dato=verdier["dato"], funn=funn)
        les = vurder(aktor, Handling.AEV_LES, sak).tillatt
        return reverse("kontor:aev_kartlegging" if les else "kontor:sak", args=[sak.pk])

    skjema = skjemaer.Observasjonsskjema(request.POST or None)
    return _skjemaside(request, sak, skjema, gjor, tittel=_("Før inn en observasjon"), steg="aev.observasjon")


@kontorside
@require_POST
def funn_legg_bort(request: HttpRequest, funn_id: UUID) -> HttpResponse:
    """Judge that a finding changes nothing."""
    aktor = aktor_av(request)
    funn = selectors.funn_hent(aktor, funn_id)
    return ett_trykk(
        request,
        lambda: services.funn_legg_bort(aktor, funn=funn),
        til=reverse("kontor:aev_kartlegging", args=[funn.sak_id]),
        kvittering=_("Lagt bort. Det står fortsatt i saken."),
    )


# The self-assessment at the office


@kontorside
@require_http_methods(["GET", "POST"])
def egenvurdering(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Write the participant's answers down in a meeting, or from paper."""
    aktor = aktor_av(request)
    side = _utkast(aktor, sak_id)
    vurdering = _vist(side)
    skjema = skjemaer.Svarfelter(
        request.POST or None,
        svar=selectors.egne_svar(vurdering),
        hjelper=aktor.navn,
        tolk=side.sak.person.tolkebehov,
    )

    def gjor(verdier: dict[str, Any]) -> str:
        hvordan = {felt: verdier[felt] for felt in ("hjelper", "tolk", "lest_opp")}
        services.egenvurdering_for_inn(
            aktor, vurdering=vurdering, svar=skjema.svarene(verdier), mate=Utfyllingsmate(verdier["mate"]), **hvordan
        )
        return reverse("kontor:aev_kartlegging", args=[sak_id])

    return _skjemaside(request, side.sak, skjema, gjor, mal="kontor/aev/egenvurdering.html", egen=side.egen)


@kontorside
@require_GET
def egenvurdering_papir(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """The questions on paper, to take home."""
    sak = sak_hent(aktor_av(request), sak_id, Handling.AEV_SKRIV)
    return render(request, "kontor/aev/papir.html", {"sak": sak, "sporsmal": SPORSMAL})


# Information from others


@kontorside
@require_http_methods(["GET", "POST"])
def innhenting_ny(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Say what we want to ask whom about."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, Handling.AEV_SKRIV)

    def gjor(verdier: dict[str, Any]) -> str:
        ny = services.innhenting_foresla(aktor, sak=sak, **verdier)
        return reverse("kontor:aev_innhenting", args=[ny.pk])

    skjema = skjemaer.Innhentingsskjema(request.POST or None)
    return _skjemaside(request, sak, skjema, gjor, tittel=_("Spør noen andre"), steg="aev.innhenting")


_SKJEMA: dict[str, type[Skjema]] = {
    "registrer_ja": skjemaer.Svarskjema,
    "registrer_nei": skjemaer.Svarskjema,
    "be_om": skjemaer.Bestillingsskjema,
    "motta": skjemaer.Mottaksskjema,
    "avslutt": Skjema,
    "registrer_trekk": Skjema,
}
_OM = {
    "avslutt": gettext_lazy("Vi slutter å vente på svaret. Det kan ikke gjøres om."),
    "registrer_trekk": gettext_lazy(
        "Kilden går ut av utkastet. En vurdering som er fullført, står. Papiret blir i saken, men brukes ikke videre."
    ),
}


@kontorside
@require_GET
def innhenting(request: HttpRequest, innhenting_id: UUID) -> HttpResponse:
    """One request: how far it has come, and what can be done."""
    aktor = aktor_av(request)
    rad = selectors.innhenting_hent(aktor, innhenting_id, Handling.AEV_LES)
    mulige = [overgang for overgang in INNHENTING.mulige(aktor, rad) if overgang.kommando in _SKJEMA]
    return render(request, "kontor/aev/innhenting.html", {"sak": rad.sak, "rad": rad, "mulige": mulige})


@kontorside
@require_http_methods(["GET", "POST"])
def innhenting_kommando(request: HttpRequest, innhenting_id: UUID, kommando: str) -> HttpResponse:
    """Carry a request one step on."""
    aktor = aktor_av(request)
    rad = selectors.innhenting_hent(aktor, innhenting_id)
    if kommando not in _SKJEMA:
        raise Http404
    filer = (request.FILES,) if request.FILES else ()
    skjema = _SKJEMA[kommando](*((request.POST, *filer) if request.method == "POST" else ()))

    def gjor(verdier: dict[str, Any]) -> str:
        tjeneste = getattr(services, f"innhenting_{kommando}")
        tjeneste(aktor, innhenting=rad, **_med_papir(verdier))
        return reverse("kontor:aev_innhenting", args=[rad.pk])

    return _skjemaside(
        request,
        rad.sak,
        skjema,
        gjor,
        tittel=INNHENTING.overgang(kommando).knapp,
        under=rad.fra_navn,
        ingress=_OM.get(kommando, ""),
        tilbake=reverse("kontor:aev_innhenting", args=[rad.pk]),
    )


def _med_papir(verdier: dict[str, Any]) -> dict[str, Any]:
    if "papir" not in verdier:
        return verdier
    filer = verdier["papir"]
    return {**verdier, "papir": Papir(*filer[0]) if filer else None}


@kontorside
@require_GET
def innhenting_papir(request: HttpRequest, innhenting_id: UUID) -> HttpResponse:
    """The paper that came with the answer."""
    rad = selectors.innhenting_hent(aktor_av(request), innhenting_id, Handling.AEV_LES)
    return som_nedlasting(_papiret(rad))


def _papiret(rad: Innhenting) -> Any:
    if rad.dokument is None:
        raise IkkeTilgang("det fulgte ikke noe papir med")
    return rad.dokument


# Around the assessment


@kontorside
@require_GET
def forhandsvis(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """The assessment as the participant reads it: nothing internal, and with the right to complain."""
    aktor = aktor_av(request)
    side = aev_side(aktor, sak_id)
    brev = selectors.brev_slik_det_leses(aktor, _vist(side))
    vist = {"brev": som_html(brev, niva=2)} if isinstance(brev, Brev) else {"hindring": brev}
    return render(request, "kontor/aev/forhandsvis.html", {"sak": side.sak, "side": side, **vist})


@kontorside
@require_http_methods(["GET", "POST"])
def internt(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """What is kept for the office, under the point it belongs to."""
    aktor = aktor_av(request)
    side = aev_side(aktor, sak_id)
    vurdering = _vist(side)
    skjema = skjemaer.Internskjema(request.POST or None)

    def gjor(verdier: dict[str, Any]) -> str:
        services.internnotat_skriv(aktor, vurdering=vurdering, **verdier)
        return reverse("kontor:aev_internt", args=[sak_id])

    return _skjemaside(
        request,
        side.sak,
        skjema,
        gjor,
        mal="kontor/aev/internt.html",
        side=side,
        kan_skrive=vurder(aktor, Handling.AEV_SKRIV, side.sak).tillatt,
        tilbake=reverse("kontor:aev", args=[sak_id]),
    )


@kontorside
@require_http_methods(["GET", "POST"])
def tatt_opp(request: HttpRequest, sak_id: UUID, notat_id: UUID) -> HttpResponse:
    """Note that a concern has been taken up with the participant."""
    aktor = aktor_av(request)
    side = aev_side(aktor, sak_id)
    krev(aktor, Handling.AEV_SKRIV, side.sak)
    notat = _en_av(side.notater, notat_id)

    def gjor(verdier: dict[str, Any]) -> str:
        services.internnotat_tatt_opp(aktor, notat=notat, **verdier)
        return reverse("kontor:aev_internt", args=[sak_id])

    return _skjemaside(
        request,
        side.sak,
        skjemaer.TattOppskjema(request.POST or None),
        gjor,
        tittel=_("Tatt opp med deltakeren"),
        ingress=notat.tekst,
        tilbake=reverse("kontor:aev_internt", args=[sak_id]),
    )


@kontorside
@require_http_methods(["GET", "POST"])
def variant(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Choose a full or a simplified assessment."""
    aktor = aktor_av(request)
    side = _utkast(aktor, sak_id)
    vurdering = _vist(side)
    initial = {
        "variant": vurdering.variant,
        "grunn": vurdering.variant_grunn,
        "begrunnelse": vurdering.variant_begrunnelse,
    }

    def gjor(verdier: dict[str, Any]) -> str:
        services.aev_velg_variant(aktor, vurdering=vurdering, **verdier)
        return reverse("kontor:aev", args=[sak_id])

    return _skjemaside(
        request,
        side.sak,
        skjemaer.Variantskjema(request.POST or None, initial=initial),
        gjor,
        tittel=_("Full eller forenklet vurdering"),
        steg="aev.forenklet",
        tilbake=reverse("kontor:aev", args=[sak_id]),
    )


@kontorside
@require_http_methods(["GET", "POST"])
def jobbkrav(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Hold a concrete job against the person."""
    aktor = aktor_av(request)
    side = _utkast(aktor, sak_id)
    vurdering = _vist(side)

    def gjor(verdier: dict[str, Any]) -> str:
        services.jobbkrav_legg_til(aktor, vurdering=vurdering, **verdier)
        return f"{reverse('kontor:aev', args=[sak_id])}#jobbkrav"

    return _skjemaside(
        request,
        side.sak,
        skjemaer.Jobbkravskjema(request.POST or None),
        gjor,
        tittel=_("Hold en jobb opp mot deltakeren"),
        ingress=_("Arbeidsevne er forholdet mellom et menneske og en jobb. Velg en jobb det kan bli noe av."),
        tilbake=reverse("kontor:aev", args=[sak_id]),
    )


@kontorside
@require_POST
def jobbkrav_fjern(request: HttpRequest, sak_id: UUID, krav_id: UUID) -> HttpResponse:
    """Take a job out of the draft."""
    aktor = aktor_av(request)
    krav = _en_av(aev_side(aktor, sak_id).jobbkrav, krav_id)
    return ett_trykk(
        request,
        lambda: services.jobbkrav_fjern(aktor, krav=krav),
        til=f"{reverse('kontor:aev', args=[sak_id])}#jobbkrav",
    )


@kontorside
@require_POST
def kollegablikk_be(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Ask a colleague to read the draft."""
    aktor = aktor_av(request)
    vurdering = _vist(aev_side(aktor, sak_id))
    return ett_trykk(
        request,
        lambda: services.kollegablikk_be_om(aktor, vurdering=vurdering),
        til=reverse("kontor:aev", args=[sak_id]),
        kvittering=_("En kollega ser det på Min dag."),
    )


@kontorside
@require_http_methods(["GET", "POST"])
def kollegablikk(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Read a colleague's draft, and say what one thinks."""
    aktor = aktor_av(request)
    side = _utkast(aktor, sak_id)
    blikk = side.venter_pa_blikk
    if blikk is None:
        raise IkkeTilgang("ingen har bedt om et kollegablikk")

    def gjor(verdier: dict[str, Any]) -> str:
        services.aev_gi_kollegablikk(aktor, blikk=blikk, **verdier)
        return reverse("kontor:aev", args=[sak_id])

    return _skjemaside(
        request,
        side.sak,
        skjemaer.Blikkskjema(request.POST or None),
        gjor,
        tittel=_("Les vurderingen for en kollega"),
        steg="aev.kollegablikk",
        ingress=_("%(navn)s vil at noen leser utkastet. Les det først, og skriv hva du ser.")
        % {"navn": blikk.bedt_av.navn},
        tilbake=reverse("kontor:aev", args=[sak_id]),
    )


@kontorside
@require_POST
def brev(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Send the completed assessment to the participant."""
    aktor = aktor_av(request)
    vurdering = _vist(aev_side(aktor, sak_id))
    return ett_trykk(
        request,
        lambda: services.aev_send_brev(aktor, vurdering=vurdering),
        til=reverse("kontor:aev", args=[sak_id]),
        kvittering=_("Vurderingen er sendt til deltakeren."),
    )


@kontorside
@require_http_methods(["GET", "POST"])
def merknad_svar(request: HttpRequest, sak_id: UUID, merknad_id: UUID) -> HttpResponse:
    """Answer what the participant has said of a point."""
    aktor = aktor_av(request)
    side = aev_side(aktor, sak_id, nummer=selectors.versjon_med_merknad(aktor, sak_id, merknad_id))
    merknad = _en_av(side.merknader, merknad_id)

    def gjor(verdier: dict[str, Any]) -> str:
        services.merknad_besvar(aktor, merknad=merknad, **verdier)
        return reverse("kontor:aev", args=[sak_id])

    return _skjemaside(
        request,
        side.sak,
        skjemaer.Merknadsskjema(request.POST or None),
        gjor,
        tittel=_("Svar deltakeren"),
        under=_("Punkt %(bokstav)s") % {"bokstav": merknad.punkt},
        ingress=merknad.tekst,
        tilbake=reverse("kontor:aev", args=[sak_id]),
    )


# The register


@kontorside
@require_http_methods(["GET", "POST"])
def kompetanse(request: HttpRequest) -> HttpResponse:
    """Who is certified at the offices one keeps the register for."""
    aktor = aktor_av(request)
    registre = selectors.kompetanseregister(aktor)
    valgt = request.POST.get("kontor", "")
    deler = []
    for register in registre:
        min_del = str(register.kontor.pk) == valgt
        skjema = skjemaer.Kompetanseskjema(request.POST if min_del else None, ansatte=register.ansatte)
        deler.append((register, skjema))
        if min_del:

            def gjor(verdier: dict[str, Any], skjema: Any = skjema, kontor: Any = register.kontor) -> str:
                services.kompetanse_gi(aktor, kontor=kontor, **{**verdier, "bruker": skjema.ansatte[verdier["bruker"]]})
                return reverse("kontor:aev_kompetanse")

            svar = utfor(request, skjema, gjor, kvittering=_("Ført inn i registeret."))
            if svar:
                return svar
    return render(request, "kontor/aev/kompetanse.html", {"deler": deler})


@kontorside
@require_http_methods(["GET", "POST"])
def kompetanse_avslutt(request: HttpRequest, kompetanse_id: UUID) -> HttpResponse:
    """Say which day a certification's last is."""
    aktor = aktor_av(request)
    rad = selectors.kompetanse_hent(aktor, kompetanse_id)
    skjema = skjemaer.Kompetanseslutt(request.POST or None, initial={"til": rad.til}, versjon=rad.versjon)

    def gjor(verdier: dict[str, Any]) -> str:
        services.kompetanse_avslutt(aktor, kompetanse=rad, versjon=skjema.cleaned_data["versjon"], **verdier)
        return reverse("kontor:aev_kompetanse")

    if request.method == "POST":
        svar = utfor(request, skjema, gjor, kvittering=_("Siste dag er satt."))
        if svar:
            return svar
    return render(request, "kontor/aev/kompetanse_slutt.html", {"rad": rad, "skjema": skjema})


def _utkast(aktor: Aktor, sak_id: UUID) -> AevSide:
    """The case's draft, for someone who may write in it."""
    side = aev_side(aktor, sak_id)
    krev(aktor, Handling.AEV_SKRIV, side.sak)
    if not side.har_utkast:
        raise IkkeTilgang("saken har ikke et utkast")
    return side


def _vist(side: AevSide) -> Arbeidsevnevurdering:
    if side.vist is None:
        raise IkkeTilgang("vurderingen finnes ikke i saken")
    return side.vist


def _en_av(rader: list[Any], rad_id: UUID) -> Any:
    rad = next((rad for rad in rader if rad.pk == rad_id), None)
    if rad is None:
        raise IkkeTilgang("raden finnes ikke i vurderingen")
    return rad
