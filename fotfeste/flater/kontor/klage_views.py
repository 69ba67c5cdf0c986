"""Complaints at the office: the list, a case's, and one from the day it came to what its outcome led to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fotfeste.fag.brev.apning import brev_underrett
from fotfeste.fag.klage import selectors, services
from fotfeste.fag.klage.enums import Klagekanal, Klagemangel, Klagerrolle
from fotfeste.fag.klage.inn import Fil, Klageinn
from fotfeste.fag.klage.models import Klage
from fotfeste.fag.klage.overganger import KLAGE
from fotfeste.fag.klage.selectors import Klagbart, Klageside
from fotfeste.fag.klage.vurderinger import kostnadsmerknad
from fotfeste.fag.person.enums import Sprak
from fotfeste.fag.sak.selectors import sak_hent
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.flater.felles.ett_trykk import ett_trykk
from fotfeste.flater.felles.filer import som_nedlasting
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor import klage_forms as skjemaer
from fotfeste.flater.kontor.ulagret import ulagret
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import HANDLINGER, Aktor, Handling
from fotfeste.regelverk.klage import FRITT_SKJONN_I_ORD, Tid

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@kontorside
@require_GET
def klageliste(request: HttpRequest) -> HttpResponse:
    """The complaints I may see, and the figures of the last year for who answers for them."""
    aktor = aktor_av(request)
    alle = request.GET.get("vis") == "alle"
    linjer = selectors.klageliste(aktor, alle=alle)
    viser_tall = bool(aktor.roller & HANDLINGER[Handling.PORTEFOLJE_LES])
    tall = selectors.klagetall(aktor) if viser_tall else None
    return render(request, "kontor/klage/liste.html", {"linjer": linjer, "alle": alle, "tall": tall})


@kontorside
@require_GET
def klager(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """A case's complaints, and what can be complained of."""
    return _saken(request, sak_id, None)


def _saken(request: HttpRequest, sak_id: UUID, skjema: Skjema | None) -> HttpResponse:
    side = selectors.klager_i_saken(aktor_av(request), sak_id)
    skjema = skjema or skjemaer.Omgjoringsskjema(klagbare=side.klagbare)
    return render(request, "kontor/klage/klager.html", {"sak": side.sak, "side": side, "skjema": skjema})


@kontorside
@require_http_methods(["GET", "POST"])
def klage_ny(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Register a complaint for whoever comes with it."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, Handling.KLAGE_BEHANDLE)
    klagbare = selectors.klagbare_i(sak)
    skjema = skjemaer.Registrerskjema(
        request.POST or None,
        request.FILES or None,
        klagbare=klagbare,
        initial={"sprak": sak.person.sprak, "vedtak": request.GET.get("vedtak")} if request.method == "GET" else None,
    )

    def gjor(verdier: dict[str, Any]) -> str:
        valgt = _valgt(klagbare, verdier["vedtak"])
        klagen = services.klage_registrer(
            aktor,
            gjelder=valgt.gjelder.post,
            gjelder_avvisning=valgt.avvisning,
            inn=_inn(verdier),
            vedlegg=_filer(verdier["vedlegg"]),
            ber_om_utsetting=verdier["ber_om_utsetting"],
        )
        return reverse("kontor:klage", args=[klagen.pk])

    if request.method == "POST":
        svar = utfor(request, skjema, gjor, kvittering=_("Klagen er registrert, og klageren har fått brev om det."))
        if svar:
            return svar
    tilbake = reverse("kontor:klager", args=[sak_id])
    kontekst = {"sak": sak, "skjema": skjema, "klagbare": klagbare, "tilbake": tilbake}
    return render(request, "kontor/klage/ny.html", kontekst)


@kontorside
@require_http_methods(["GET", "POST"])
def klage_kom_fram(request: HttpRequest, sak_id: UUID, avgjorelse_id: UUID) -> HttpResponse:
    """When, and how, the letter with a decision reached the participant: the time limit runs from then."""
    aktor = aktor_av(request)
    ett, brevet = selectors.klagbart_hent(aktor, sak_id, avgjorelse_id)
    tilbake = _avgjorelsens_side(ett)
    initial = {"dato": brevet.underrettet or klokke.i_dag(), "hvordan": brevet.hvordan}
    skjema = skjemaer.Framkomstskjema(request.POST or None, initial=initial)

    def gjor(verdier: dict[str, Any]) -> str:
        brev_underrett(aktor, brev=brevet, **verdier)
        return tilbake

    if request.method == "POST" and (svar := utfor(request, skjema, gjor, kvittering=_("Lagret."))):
        return svar
    kontekst = {"sak": brevet.sak, "ett": ett, "brevet": brevet, "skjema": skjema, "tilbake": tilbake}
    return render(request, "kontor/klage/kom_fram.html", kontekst)


def _avgjorelsens_side(ett: Klagbart) -> str:
    if ett.avvisning:
        return reverse("kontor:klage", args=[ett.avvisning.pk])
    if ett.gjelder.felt == "krav":
        return reverse("kontor:krav", args=[ett.gjelder.pk])
    return reverse("kontor:egenmelding", args=[ett.gjelder.sak.pk])


def _valgt(klagbare: list[Klagbart], kode: str) -> Klagbart:
    return next(ett for ett in klagbare if ett.kode == kode)


def _vedtaket(klagbare: list[Klagbart], pk: str) -> Vedtak:
    return next(ett.gjelder.vedtak for ett in klagbare if ett.gjelder.vedtak and str(ett.gjelder.pk) == pk)


def _inn(verdier: dict[str, Any]) -> Klageinn:
    return Klageinn(
        mottatt=verdier["mottatt"],
        avgitt=verdier["avgitt"],
        kanal=Klagekanal(verdier["kanal"]),
        sprak=Sprak(verdier["sprak"]),
        klager=Klagerrolle(verdier["klager"]),
        klager_navn=verdier["klager_navn"] if verdier["klager"] != Klagerrolle.PART else "",
        har_fullmakt=verdier["har_fullmakt"],
        har_klageinteresse=verdier["har_klageinteresse"],
        underskrevet=verdier["underskrevet"],
        gjelder_del=verdier["gjelder_del"],
        onsket_endring=verdier["onsket_endring"],
        grunner=verdier["grunner"],
    )


def _filer(par: list[tuple[str, bytes]]) -> list[Fil]:
    return [Fil(navn, innhold) for navn, innhold in par]


@kontorside
@require_POST
def klage_omgjor(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Take a decision up again without a complaint (fvl § 35)."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, Handling.KLAGE_BEHANDLE)
    klagbare = selectors.klagbare_i(sak)
    skjema = skjemaer.Omgjoringsskjema(request.POST, klagbare=klagbare)

    def gjor(verdier: dict[str, Any]) -> str:
        gjeldende = _vedtaket(klagbare, verdier.pop("vedtak"))
        services.omgjoring_start(aktor, vedtak=gjeldende, **verdier | {"type": Vedtakstype(verdier["type"])})
        return reverse("kontor:vedtak", args=[sak_id])

    svar = utfor(request, skjema, gjor, kvittering=_("Det nye vedtaket er begynt."))
    return svar or _saken(request, sak_id, skjema)


@kontorside
@require_http_methods(["GET", "POST"])
def klage(request: HttpRequest, klage_id: UUID) -> HttpResponse:
    """One complaint: what it says, how it stands to the time limit, our new assessment, and the one next step."""
    aktor = aktor_av(request)
    side = selectors.klage_side(aktor, klage_id)
    if request.method == "GET":
        return _vis(request, side)
    skjema = skjemaer.Vurderingsskjema(request.POST, klage=side.klage, mulige=side.innstillinger)
    send = request.POST.get("gjor") == "send"

    def gjor(verdier: dict[str, Any]) -> str:
        versjon = skjema.cleaned_data["versjon"]
        lagret = services.klage_lagre(aktor, klage=side.klage, versjon=versjon, **verdier)
        if send:
            services.klage_send_til_beslutter(aktor, klage=lagret)
        return _adresse(klage_id)

    kvittering = _("Svaret er sendt til beslutter.") if send else _("Lagret.")
    return utfor(request, skjema, gjor, kvittering=kvittering) or _vis(request, side, vurderingsskjema=skjema)


def _adresse(klage_id: UUID, anker: str = "") -> str:
    return reverse("kontor:klage", args=[klage_id]) + (f"#{anker}" if anker else "")


def _vis(request: HttpRequest, side: Klageside, **skjemaene: Skjema) -> HttpResponse:
    klagen = side.klage
    punkter = [
        (punkt, skjemaene.get(f"punkt_{punkt.pk}") or skjemaer.Punktskjema(punkt=punkt)) for punkt in side.punkter
    ]
    return render(
        request,
        "kontor/klage/klage.html",
        {
            "sak": side.sak,
            "side": side,
            "klage": klagen,
            "skjema": skjemaene.get("vurderingsskjema")
            or skjemaer.Vurderingsskjema(klage=klagen, mulige=side.innstillinger),
            "punkter": punkter,
            "punktskjema": skjemaene.get("punktskjema") or skjemaer.Punktskjema(auto_id="nytt_%s"),
            "papirer": [(p, skjemaer.Utelatskjema(auto_id=f"p{nr}_%s")) for nr, p in enumerate(side.papirer)],
            "krav": [(krav, kostnadsmerknad(krav) if klagen.nytt_vedtak_id else "") for krav in side.krav],
            "mangler": [Klagemangel(str(mangel)).label for mangel in side.mangler],
            "er_sen": side.tid.svar is not Tid.I_TIDE,
            "for_gammel": side.tid.svar is Tid.FOR_GAMMEL,
            "fritt_skjonn": FRITT_SKJONN_I_ORD,
            "ulagret": ulagret(*skjemaene.values()) if not side.kan_skrive else None,
            "i_dag": klokke.i_dag(),
        },
    )


@kontorside
@require_POST
def klage_punkt(request: HttpRequest, klage_id: UUID, punkt_id: UUID | None = None) -> HttpResponse:
    """Write one point of the complaint and our answer to it."""
    aktor = aktor_av(request)
    side = selectors.klage_side(aktor, klage_id)
    punkt = selectors.punkt_hent(side.klage, punkt_id) if punkt_id else None
    skjema = skjemaer.Punktskjema(request.POST, punkt=punkt, **({} if punkt else {"auto_id": "nytt_%s"}))

    def gjor(verdier: dict[str, Any]) -> str:
        versjon = skjema.cleaned_data["versjon"]
        services.klage_svar_pa_punkt(aktor, klage=side.klage, punkt=punkt, versjon=versjon, **verdier)
        return _adresse(klage_id, "punkter")

    svar = utfor(request, skjema, gjor, kvittering=_("Punktet er lagret."))
    return svar or _vis(request, side, **{f"punkt_{punkt.pk}" if punkt else "punktskjema": skjema})


@kontorside
@require_POST
def klage_punkt_fjern(request: HttpRequest, klage_id: UUID, punkt_id: UUID) -> HttpResponse:
    """Take a point out."""
    aktor = aktor_av(request)
    klagen = selectors.klage_hent(aktor, klage_id, Handling.KLAGE_BEHANDLE)
    punkt = selectors.punkt_hent(klagen, punkt_id)
    return ett_trykk(
        request,
        lambda: services.klage_fjern_punkt(aktor, klage=klagen, punkt=punkt),
        til=_adresse(klage_id, "punkter"),
        kvittering=_("Punktet er tatt bort."),
    )


@kontorside
@require_POST
def klage_utelat(request: HttpRequest, klage_id: UUID) -> HttpResponse:
    """Leave a paper out with its reason, or take it with again."""
    aktor = aktor_av(request)
    klagen = selectors.klage_hent(aktor, klage_id, Handling.KLAGE_BEHANDLE)
    skjema = skjemaer.Utelatskjema(request.POST)
    verdier = skjema.faglig() if skjema.is_valid() else {"nokkel": "", "grunn": ""}
    return ett_trykk(
        request,
        lambda: services.klage_utelat_papir(aktor, klage=klagen, **verdier),
        til=_adresse(klage_id, "papirer"),
        kvittering=_("Lagret."),
    )


@kontorside
@require_GET
def klage_dokument(request: HttpRequest, klage_id: UUID, dokument_id: UUID) -> HttpResponse:
    """A paper of the complaint, as it was kept."""
    return som_nedlasting(selectors.klagedokument(aktor_av(request), klage_id, dokument_id))


@kontorside
@require_POST
def klage_nytt_vedtak(request: HttpRequest, klage_id: UUID) -> HttpResponse:
    """Begin the decision that carries out the outcome."""
    aktor = aktor_av(request)
    klagen = selectors.klage_hent(aktor, klage_id, Handling.KLAGE_BEHANDLE)
    valgt = request.POST.get("type", "")
    if valgt not in Vedtakstype.values:
        raise Http404
    return ett_trykk(
        request,
        lambda: services.klage_start_nytt_vedtak(aktor, klage=klagen, type=Vedtakstype(valgt)),
        til=reverse("kontor:vedtak", args=[klagen.sak_id]),
        kvittering=_("Det nye vedtaket er begynt."),
    )


_TRYKK: Mapping[str, tuple[Callable[..., object], StrOrPromise]] = {
    "ta_til_vurdering": (services.klage_ta_til_vurdering, gettext_lazy("Klagen er tatt til vurdering.")),
    "hent_tilbake": (services.klage_hent_tilbake, gettext_lazy("Svaret er hentet tilbake.")),
    "beslutt": (services.klage_beslutt, gettext_lazy("Svaret er bestemt.")),
    "oversend": (services.klage_oversend, gettext_lazy("Klagen er sendt, og klageren har fått kopi.")),
    "ettersend": (services.klage_ettersend, gettext_lazy("Lagret.")),
    "be_om_utsetting": (services.klage_be_om_utsetting, gettext_lazy("Lagret.")),
}


@kontorside
@require_POST
def klage_trykk(request: HttpRequest, klage_id: UUID, kommando: str) -> HttpResponse:
    """The commands that are one button. What is decided is decided as it was read."""
    if kommando not in _TRYKK:
        raise Http404
    aktor = aktor_av(request)
    klagen = selectors.klage_hent(aktor, klage_id, KLAGE.overgang(kommando).handling)
    service, kvittering = _TRYKK[kommando]
    versjon = request.POST.get("versjon", "")
    ekstra = {"versjon": int(versjon) if versjon.isdigit() else 0} if kommando == "beslutt" else {}
    return ett_trykk(
        request,
        lambda: service(aktor, klage=klagen, **ekstra),
        til=_adresse(klage_id),
        kvittering=str(kvittering),
    )


@dataclass(frozen=True, slots=True)
class Kommandoside:
    """A command that takes a few words: its form, service, what it does in a sentence, and its guidance."""

    skjema: type[Skjema]
    service: Callable[..., object]
    forklaring: StrOrPromise
    steg: str = ""


_SIDER: Mapping[str, Kommandoside] = {
    "be_om_retting": Kommandoside(
        skjemaer.Rettingsskjema,
        services.klage_be_om_retting,
        gettext_lazy("Klageren får et brev som sier hva som mangler. Klagen er mottatt den dagen den kom."),
        "klage.mottak",
    ),
    "motta_retting": Kommandoside(
        skjemaer.Rettetskjema, services.klage_motta_retting, gettext_lazy("Kryss av for det som er rettet.")
    ),
    "vurder_frist": Kommandoside(
        skjemaer.Fristskjema,
        services.klage_vurder_frist,
        gettext_lazy("Klagen kom for sent. Beslutteren har det siste ordet sammen med svaret."),
        "klage.frist",
    ),
    "legg_ved": Kommandoside(
        skjemaer.Tilleggsskjema, services.klage_legg_ved, gettext_lazy("Det som kommer etter klagen, hører til den.")
    ),
    "gi_forelopig_svar": Kommandoside(
        skjemaer.Forelopigskjema,
        services.klage_gi_forelopig_svar,
        gettext_lazy("Tar svaret mer enn en måned, skal klageren få vite hvorfor, og når det kommer."),
    ),
    "varsle_motpart": Kommandoside(
        skjemaer.Motpartskjema,
        services.klage_varsle_motpart,
        gettext_lazy("Når noen regnes som motpart, varsles de så snart som mulig, med kopi av klagen."),
    ),
    "returner": Kommandoside(
        skjemaer.Returskjema, services.klage_returner, gettext_lazy("Den som forbereder, ser det du skriver.")
    ),
    "svar_pa_utsetting": Kommandoside(
        skjemaer.Utsettingsskjema,
        services.klage_svar_pa_utsetting,
        gettext_lazy("Svaret gis så snart som mulig, og med begrunnelse. Klageren får brev."),
    ),
    "registrer_utfall": Kommandoside(
        skjemaer.Utfallsskjema,
        services.klage_registrer_utfall,
        gettext_lazy("Statsforvalteren har svart klageren selv. Her står hva det betyr for oss."),
    ),
    "trekk": Kommandoside(
        skjemaer.Trekkskjema, services.klage_trekk, gettext_lazy("Da stopper vi arbeidet med klagen.")
    ),
    "gjennomfor": Kommandoside(
        skjemaer.Gjennomforingsskjema,
        services.klage_gjennomfor,
        gettext_lazy("Det som er bestemt, blir endret slik utfallet sier. Det som alt er trukket, må regnes etter."),
    ),
    "folg_opp": Kommandoside(
        skjemaer.Oppfolgingsskjema, services.klage_folg_opp, gettext_lazy("Klagen er ferdig når utfallet er fulgt opp.")
    ),
    "krav": Kommandoside(
        skjemaer.Kravskjema,
        services.kostnadskrav_registrer,
        gettext_lazy("Kravet må komme innen tre uker etter at klageren fikk det nye vedtaket."),
        "klage.kostnader",
    ),
}


@kontorside
@require_http_methods(["GET", "POST"])
def klage_kommando(request: HttpRequest, klage_id: UUID, kommando: str) -> HttpResponse:
    """A command that takes a few words."""
    if kommando not in _SIDER:
        raise Http404
    aktor, siden = aktor_av(request), _SIDER[kommando]
    handling = Handling.KLAGE_BEHANDLE if kommando == "krav" else KLAGE.overgang(kommando).handling
    klagen = selectors.klage_hent(aktor, klage_id, handling)
    knapp = _("Registrer kravet") if kommando == "krav" else KLAGE.overgang(kommando).knapp
    ekstra: dict[str, Any] = {"klage": klagen} if kommando == "gjennomfor" else {}
    skjema = siden.skjema(request.POST or None, request.FILES or None, initial=_forslag(kommando, klagen), **ekstra)

    def gjor(verdier: dict[str, Any]) -> str:
        siden.service(aktor, klage=klagen, **_til_tjenesten(verdier))
        return _adresse(klage_id)

    if request.method == "POST" and (svar := utfor(request, skjema, gjor, kvittering=_("Lagret."))):
        return svar
    return render(
        request,
        "kontor/klage/kommando.html",
        {
            "sak": klagen.sak,
            "klage": klagen,
            "skjema": skjema,
            "knapp": knapp,
            "siden": siden,
            "tilbake": _adresse(klage_id),
        },
    )


def _forslag(kommando: str, klagen: Klage) -> dict[str, Any]:
    """What is known already."""
    felles = {"dato": klokke.i_dag(), "fremsatt": klokke.i_dag()}
    match kommando:
        case "be_om_retting":
            return {"mangler": klagen.mangler}
        case "vurder_frist":
            svart = klagen.fristgrunn or (skjemaer.NEI if klagen.fristbegrunnelse else None)
            return {"fristgrunn": svart, "fristbegrunnelse": klagen.fristbegrunnelse}
        case "motta_retting":
            return felles | {
                "onsket_endring": klagen.onsket_endring,
                "underskrevet": klagen.underskrevet,
                "har_fullmakt": klagen.har_fullmakt,
                "har_klageinteresse": klagen.har_klageinteresse,
            }
        case _:
            return felles


def _til_tjenesten(verdier: dict[str, Any]) -> dict[str, Any]:
    """Files as the services take them."""
    if "vedlegg" in verdier:
        verdier = verdier | {"vedlegg": _filer(verdier["vedlegg"])}
    if "papir" in verdier:
        verdier = verdier | {"papir": next(iter(_filer(verdier["papir"])), None)}
    return verdier


@kontorside
@require_http_methods(["GET", "POST"])
def klage_krav(request: HttpRequest, krav_id: UUID) -> HttpResponse:
    """Decide a claim for costs."""
    aktor = aktor_av(request)
    krav = selectors.krav_hent(aktor, krav_id, Handling.KLAGE_BESLUTT)
    skjema = skjemaer.Kravavgjorelse(request.POST or None)

    def gjor(verdier: dict[str, Any]) -> str:
        services.kostnadskrav_avgjor(aktor, krav=krav, **verdier)
        return _adresse(krav.klage_id, "kostnader")

    if request.method == "POST" and (svar := utfor(request, skjema, gjor, kvittering=_("Kravet er avgjort."))):
        return svar
    kontekst = {"sak": krav.sak, "krav": krav, "skjema": skjema, "tilbake": _adresse(krav.klage_id)}
    return render(request, "kontor/klage/krav.html", kontekst | {"merknad": kostnadsmerknad(krav)})


@kontorside
@require_POST
def klage_krav_oversend(request: HttpRequest, krav_id: UUID) -> HttpResponse:
    """Send a claim for costs on."""
    aktor: Aktor = aktor_av(request)
    krav = selectors.krav_hent(aktor, krav_id, Handling.KLAGE_BEHANDLE)
    return ett_trykk(
        request,
        lambda: services.kostnadskrav_oversend(aktor, krav=krav),
        til=_adresse(krav.klage_id, "kostnader"),
        kvittering=_("Kravet er sendt videre."),
    )
