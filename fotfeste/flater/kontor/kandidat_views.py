"""The office's pages about candidates: nominate, the lists, one candidate, and going through a list one by one."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from fotfeste.fag.henvendelse.enums import Kanal
from fotfeste.fag.henvendelse.selectors import henvendelse_hent
from fotfeste.fag.kandidat import selectors, services
from fotfeste.fag.kandidat.enums import Grunn, Kilde
from fotfeste.fag.kandidat.lister import VANSKELIGE, Kriterier, les
from fotfeste.fag.kandidat.models import Kandidat
from fotfeste.fag.kandidat.overganger import KANDIDAT
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor import kandidat_forms as skjemaer
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.regneark import ufarlig
from fotfeste.grunnmur.tilgang import HANDLINGER, Aktor, Handling, krev_rolle

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@kontorside
@require_http_methods(["GET", "POST"])
def kandidat_meld(request: HttpRequest) -> HttpResponse:
    """Say that somebody may need the programme, and see what became of those one has told of."""
    aktor = aktor_av(request)
    krev_rolle(aktor, Handling.KANDIDAT_MELD)
    kontorer = selectors.kontorer_a_melde_til(aktor)
    sendt = request.method == "POST" and "fra_henvendelse" not in request.POST
    skjema = skjemaer.Meldeskjema(request.POST if sendt else None, kontorer=kontorer, initial=_begynt(request))
    if sendt:

        def gjor(verdier: dict[str, Any]) -> str:
            kandidat = services.kandidat_meld(aktor, **verdier)
            if aktor.roller & HANDLINGER[Handling.KANDIDAT_LES]:
                return reverse("kontor:kandidat", args=[kandidat.pk])
            return reverse("kontor:kandidat_meld")

        takk = _("Takk. Kandidaten står på listen, og du ser her hva det blir til.")
        svar = utfor(request, skjema, gjor, kvittering=takk)
        if svar:
            return svar
    return render(
        request,
        "kontor/kandidat/meld.html",
        {"skjema": skjema, "flere_kontorer": len(kontorer) > 1, "meldinger": selectors.egne_meldinger(aktor)},
    )


def _begynt(request: HttpRequest) -> dict[str, Any]:
    """What an enquiry told already, so that it is not typed again. Posted, for a name is never part of an address."""
    fra = request.POST.get("fra_henvendelse", "")
    if not fra:
        return {}
    try:
        henvendelse = henvendelse_hent(aktor_av(request), UUID(fra))
    except ValueError:
        return {}
    return {
        "navn": henvendelse.navn,
        "telefon": henvendelse.ringes_pa,
        "fnr": henvendelse.person.fodselsnummer if henvendelse.person else "",
        "hvorfor": henvendelse.tekst[:500],
        "grunner": [Grunn.VIL_I_ARBEID],
        "kilde": Kilde.KONTAKTSENTER if henvendelse.kanal == Kanal.NKS_OPPGAVE else Kilde.SELV,
    }


@kontorside
@require_GET
def kandidater(request: HttpRequest) -> HttpResponse:
    """The lists, and the one chosen."""
    aktor = aktor_av(request)
    lister = selectors.lister(aktor)
    valgt = next((ett for ett in lister if ett.kode == request.GET.get("liste")), None)
    kriterier = valgt.kriterier if valgt else _vanskelig(request) or les(request.GET)
    sorter = request.GET.get("sorter", "")
    liste = selectors.kandidatliste(aktor, kriterier, sorter=sorter, side=request.GET.get("side", 1))
    adresse = request.GET.copy()
    adresse.pop("side", None)
    filter_ = skjemaer.Kandidatfilter(initial={**kriterier.som_ordbok(), "sorter": sorter})
    kontorer = selectors.kontorer_a_melde_til(aktor, Handling.KANDIDAT_VURDER)
    return render(
        request,
        "kontor/kandidat/liste.html",
        {
            "lister": lister,
            "valgt": valgt,
            "liste": liste,
            "filter": filter_,
            "filtrert": bool(kriterier.som_ordbok()),
            "sporring": adresse.urlencode(),
            "kriterier": urlencode(kriterier.som_ordbok()),
            "grupper": selectors.vanskelige_grupper(aktor),
            "kan_vurdere": bool(kontorer),
            "kan_hente_ut": bool(aktor.roller & HANDLINGER[Handling.KANDIDAT_EKSPORT]),
            "listeskjema": skjemaer.Listeskjema(kontorer=kontorer) if kontorer else None,
            "flere_kontorer": len(kontorer) > 1,
        },
    )


def _vanskelig(request: HttpRequest) -> Kriterier | None:
    return next((g.kriterier for g in VANSKELIGE if g.kode == request.GET.get("gruppe")), None)


@kontorside
@require_POST
def kandidatliste_lagre(request: HttpRequest) -> HttpResponse:
    """Name the criteria in the address."""
    aktor = aktor_av(request)
    krev_rolle(aktor, Handling.KANDIDAT_VURDER)
    kriterier = les(request.GET)
    kontorer = selectors.kontorer_a_melde_til(aktor, Handling.KANDIDAT_VURDER)
    skjema = skjemaer.Listeskjema(request.POST, kontorer=kontorer)

    def gjor(verdier: dict[str, Any]) -> str:
        liste = services.kandidatliste_lagre(aktor, kriterier=kriterier.som_ordbok(), **verdier)
        return f"{reverse('kontor:kandidater')}?{urlencode({'liste': liste.pk})}"

    svar = utfor(request, skjema, gjor, kvittering=_("Listen er lagret for kontoret."))
    if svar:
        return svar
    for feil in [melding for meldinger in skjema.errors.values() for melding in meldinger]:
        messages.error(request, str(feil))
    return redirect(f"{reverse('kontor:kandidater')}?{urlencode(kriterier.som_ordbok())}")


@kontorside
@require_POST
def kandidatliste_slett(request: HttpRequest, liste_id: UUID) -> HttpResponse:
    """Remove a named list."""
    aktor = aktor_av(request)
    services.kandidatliste_slett(aktor, liste=selectors.liste_hent(aktor, liste_id))
    messages.success(request, _("Listen er fjernet. Kandidatene står der de sto."))
    return redirect("kontor:kandidater")


@kontorside
@require_POST
def kandidater_fil(request: HttpRequest) -> HttpResponse:
    """The list as a file, for the few who may take it out. Logged before it is made."""
    i_dag = klokke.i_dag()
    alle = selectors.til_fil(aktor_av(request), les(request.GET))
    svar = HttpResponse(content_type="text/csv; charset=utf-8")
    svar["Content-Disposition"] = f'attachment; filename="kandidater-{i_dag:%Y-%m-%d}.csv"'
    svar.write("\ufeff")
    fil = csv.writer(svar, delimiter=";")
    fil.writerow([str(navn) for navn, _verdi in _KOLONNER])
    for kandidat in alle:
        fil.writerow([_celle(verdi(kandidat)) for _navn, verdi in _KOLONNER])
    return svar


def _celle(verdi: Any) -> str:
    return "" if verdi is None else ufarlig(str(verdi))


_KOLONNER: tuple[tuple[StrOrPromise, Callable[[Kandidat], Any]], ...] = (
    (gettext_lazy("Navn"), lambda k: k.hvem),
    (gettext_lazy("Alder"), lambda k: k.alder(klokke.i_dag())),
    (gettext_lazy("Telefon"), lambda k: k.ringes_pa),
    (gettext_lazy("Tilstand"), lambda k: k.get_status_display()),
    (gettext_lazy("Kilde"), lambda k: k.get_kilde_display()),
    (gettext_lazy("Grunn"), lambda k: ", ".join(selectors.grunner_i_ord(k))),
    (gettext_lazy("Måneder på sosialhjelp"), lambda k: k.sosialhjelp_maneder(klokke.i_dag())),
    (gettext_lazy("Meldt"), lambda k: k.meldt),
    (gettext_lazy("Sist gjort noe"), lambda k: k.vurdert),
    (gettext_lazy("Ses på igjen"), lambda k: k.neste_gang),
    (gettext_lazy("Følger opp"), lambda k: k.ansvarlig or ""),
)


@kontorside
@require_GET
def kandidat(request: HttpRequest, kandidat_id: UUID) -> HttpResponse:
    """One candidate: why they are here, what they said, what we know, what comes next."""
    aktor = aktor_av(request)
    kandidaten = selectors.kandidat_hent(aktor, kandidat_id)
    return render(request, "kontor/kandidat/kandidat.html", _om(aktor, kandidaten))


def _om(aktor: Aktor, kandidat: Kandidat) -> dict[str, Any]:
    samtaler = list(kandidat.samtaler.select_related("av"))
    i_dag = klokke.i_dag()
    return {
        "kandidat": kandidat,
        "alder": kandidat.alder(i_dag),
        "maneder": kandidat.sosialhjelp_maneder(i_dag),
        "farge": selectors.farge(kandidat),
        "grunner": list(selectors.grunner_i_ord(kandidat)),
        "samtaler": samtaler,
        "merknader": selectors.merknader(kandidat),
        "trad": selectors.trad(kandidat),
        "neste": selectors.neste_kommando(kandidat, samtaler),
        "kommandoer": KANDIDAT.mulige(aktor, kandidat),
    }


@dataclass(frozen=True, slots=True)
class Kommandoside:
    """One command's page: its form, how it begins, what it calls, and the words around it."""

    skjema: type[Skjema]
    utfor: Callable[[Aktor, Kandidat, Any, int | None], object]
    kvittering: StrOrPromise
    knapp: StrOrPromise
    forklaring: StrOrPromise = ""
    begynn: Callable[[Kandidat], dict[str, Any]] = lambda kandidat: {}
    steg: str = ""


def _felter(tjeneste: Callable[..., object]) -> Callable[[Aktor, Kandidat, Any, int | None], object]:
    """A command that takes the form's own fields."""
    return lambda aktor, kandidat, skjema, versjon: tjeneste(
        aktor, kandidat=kandidat, versjon=versjon, **skjema.faglig()
    )


KOMMANDOER = {
    "kall_inn": Kommandoside(
        skjemaer.Innkallingsskjema,
        _felter(services.kandidat_kall_inn),
        gettext_lazy("Innkallingen er notert. Kandidaten kommer opp den dagen."),
        gettext_lazy("Kall inn"),
        gettext_lazy("Ring personen først, og bli enige om en dag. Å komme er frivillig."),
    ),
    "informer": Kommandoside(
        skjemaer.Samtaleskjema,
        _felter(services.kandidat_informer),
        gettext_lazy("Samtalen er notert."),
        gettext_lazy("Lagre samtalen"),
        gettext_lazy("Valget er personens. Det som står her, er det personen selv sa."),
        lambda kandidat: {"dato": klokke.i_dag(), "tolk": bool(kandidat.person and kandidat.person.tolkebehov)},
        "kandidat.samtale",
    ),
    "kartlegg": Kommandoside(
        skjemaer.Kartleggingsskjema,
        _felter(services.kandidat_kartlegg),
        gettext_lazy("Dere er i gang med å kartlegge."),
        gettext_lazy("Begynn å kartlegge"),
    ),
    "sok": Kommandoside(
        skjemaer.Soknadsskjema,
        lambda aktor, kandidat, skjema, versjon: services.kandidat_sok(
            aktor, kandidat=kandidat, versjon=versjon, **skjema.utfylt
        ),
        gettext_lazy("Søknaden er ført inn, og fristene har begynt å løpe."),
        gettext_lazy("Før inn søknaden"),
        gettext_lazy("Det dere vet fra før, er fylt ut. Fristene regnes fra dagen søknaden kom."),
        lambda kandidat: {"mottatt": klokke.i_dag(), "kanal": "muntlig", "onsker": kandidat.onsker},
    ),
    "se_igjen": Kommandoside(
        skjemaer.Senereskjema,
        _felter(services.kandidat_se_igjen),
        gettext_lazy("Kandidaten kommer opp igjen den dagen."),
        gettext_lazy("Se igjen senere"),
        steg="kandidat.utfall",
    ),
    "onsker_ikke": Kommandoside(
        skjemaer.OnskerIkkeSkjema,
        _felter(services.kandidat_onsker_ikke),
        gettext_lazy("Notert. Personen kan søke når som helst."),
        gettext_lazy("Personen ønsker ikke å søke"),
        gettext_lazy("Svaret i samtalen står med personens egne ord. Et nei får ingen følger."),
        steg="kandidat.utfall",
    ),
    "ikke_i_malgruppen": Kommandoside(
        skjemaer.Utfallsskjema,
        _felter(services.kandidat_ikke_i_malgruppen),
        gettext_lazy("Notert. Personen kan likevel søke, og får da et vedtak."),
        gettext_lazy("Ikke i målgruppen"),
        gettext_lazy("Skriv hva det er ved situasjonen. Penger og plass er ikke grunner."),
        steg="kandidat.utfall",
    ),
    "annet_tilbud": Kommandoside(
        skjemaer.Utfallsskjema,
        _felter(services.kandidat_annet_tilbud),
        gettext_lazy("Notert."),
        gettext_lazy("Har fått et annet tilbud"),
        gettext_lazy("Skriv hvilket tilbud, så den neste forstår hvorfor det passer bedre."),
        steg="kandidat.utfall",
    ),
    "rett": Kommandoside(
        skjemaer.Retteskjema,
        _felter(services.kandidat_rett),
        gettext_lazy("Opplysningene er lagret."),
        gettext_lazy("Lagre"),
        gettext_lazy("Skriv bare det dere trenger for å hjelpe."),
        skjemaer.fra_kandidat,
    ),
    "ta": Kommandoside(
        skjemaer.Ingenskjema,
        _felter(services.kandidat_ta),
        gettext_lazy("Du følger opp kandidaten."),
        gettext_lazy("Jeg følger opp"),
    ),
    "droft": Kommandoside(
        skjemaer.Ingenskjema,
        _felter(services.kandidat_droft),
        gettext_lazy("Notert at dere har snakket om det."),
        gettext_lazy("Vi har snakket om det"),
    ),
    "slett": Kommandoside(
        skjemaer.Ingenskjema,
        _felter(services.kandidat_slett),
        gettext_lazy("Opplysningene er slettet."),
        gettext_lazy("Slett opplysningene"),
        gettext_lazy(
            "Navn, telefon, samtaler og alt som er skrevet om personen, blir borte for godt. "
            "Igjen står bare tallene: kontor, kilde og dato."
        ),
    ),
}


@kontorside
@require_http_methods(["GET", "POST"])
def kandidat_kommando(request: HttpRequest, kandidat_id: UUID, kommando: str) -> HttpResponse:
    """The form of one command on the candidate."""
    side = KOMMANDOER.get(kommando)
    if side is None:
        raise Http404
    aktor = aktor_av(request)
    overgang = KANDIDAT.overgang(kommando)
    kandidaten = selectors.kandidat_hent(aktor, kandidat_id, overgang.handling)
    tilbake = _tilbake(request, kandidaten)
    ekstra = {"kandidat": kandidaten} if side.skjema is skjemaer.Retteskjema else {}
    if request.method == "POST":
        skjema = side.skjema(request.POST, versjon=kandidaten.versjon, **ekstra)

        def gjor(_verdier: dict[str, Any]) -> str:
            resultat = side.utfor(aktor, kandidaten, skjema, skjema.cleaned_data.get("versjon"))
            return reverse("kontor:soknad", args=[resultat.sak_id]) if kommando == "sok" else tilbake  # type: ignore[attr-defined]

        svar = utfor(request, skjema, gjor, kvittering=str(side.kvittering))
        if svar:
            return svar
    else:
        if kandidaten.status not in overgang.fra:
            messages.info(request, _("Kandidaten er ferdig behandlet. Her ser du hva det ble til."))
            return redirect(tilbake)
        skjema = side.skjema(initial=side.begynn(kandidaten), versjon=kandidaten.versjon, **ekstra)
    sammenheng = {
        "kandidat": kandidaten,
        "alder": kandidaten.alder(klokke.i_dag()),
        "skjema": skjema,
        "overgang": overgang,
        "side": side,
        "tilbake": tilbake,
    }
    return render(request, "kontor/kandidat/kommando.html", sammenheng)


def _tilbake(request: HttpRequest, kandidat: Kandidat) -> str:
    """Back to the list being gone through, when it was from there; else to the candidate."""
    if "dugnad" not in request.GET:
        return reverse("kontor:kandidat", args=[kandidat.pk])
    return f"{reverse('kontor:kandidat_dugnad')}?{urlencode(les(request.GET).som_ordbok())}"


@kontorside
@require_GET
def kandidat_dugnad(request: HttpRequest) -> HttpResponse:
    """A list gone through one by one: call in, see again, or not; whoever has been looked at today is out of it."""
    aktor = aktor_av(request)
    kriterier = les(request.GET)
    igjen = selectors.til_dugnad(aktor, kriterier)
    valgt = next((k for k in igjen if str(k.pk) == request.GET.get("hvem")), igjen[0] if igjen else None)
    sammenheng: dict[str, Any] = {"igjen": igjen, "kriterier": urlencode(kriterier.som_ordbok())}
    if valgt is not None:
        valgt = selectors.kandidat_hent(aktor, valgt.pk, Handling.KANDIDAT_VURDER)
        mulige = {o.kommando for o in KANDIDAT.mulige(aktor, valgt)}
        sammenheng |= _om(aktor, valgt) | {
            "skjemaer": [_dugnadsskjema(valgt, navn) for navn in _DUGNAD if navn in mulige],
            "sist": dato_ord(valgt.vurdert),
        }
    return render(request, "kontor/kandidat/dugnad.html", sammenheng)


_DUGNAD = ("kall_inn", "se_igjen", "ikke_i_malgruppen")


@dataclass(frozen=True, slots=True)
class Dugnadsskjema:
    """One of the three ways on, with its form."""

    kommando: str
    knapp: StrOrPromise
    skjema: Skjema


def _dugnadsskjema(kandidat: Kandidat, kommando: str) -> Dugnadsskjema:
    side = KOMMANDOER[kommando]
    skjema = side.skjema(versjon=kandidat.versjon, auto_id=f"id_{kommando}_%s")
    return Dugnadsskjema(kommando, KANDIDAT.overgang(kommando).knapp, skjema)
