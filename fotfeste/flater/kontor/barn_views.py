"""The children: what each gives, why, and what is registered of where they live and travel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from fotfeste.fag.endring.selectors import venter
from fotfeste.fag.person import services
from fotfeste.fag.person.barnetillegg import barnetillegg_forklart
from fotfeste.fag.person.models import Barn, Person, Utenlandsopphold
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import sak_hent
from fotfeste.fag.soknad.selectors import kan_rette_person, soker_hent
from fotfeste.fag.utbetaling.virkning import Virkning, kommende_maned
from fotfeste.flater.felles.filer import som_nedlasting
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor import barn_forms as skjemaer
from fotfeste.flater.kontor.utbetaling_forms import maneder_som_er_over
from fotfeste.flater.kontor.virkning import er_prove, lagre, prov
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Aktor, Handling, vurder
from fotfeste.regelverk.barnetillegg import BEGGE_FORELDRE


@kontorside
@require_GET
def barn_oversikt(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Each child: does it give barnetillegg in the month, why, and what is registered."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, Handling.STONAD_LES)
    denne = klokke.i_dag().replace(day=1)
    maneder = [denne, *maneder_som_er_over(klokke.i_dag())]
    valgt = next((m for m in maneder if f"{m:%Y-%m}" == request.GET.get("maned")), kommende_maned(sak))
    return render(
        request,
        "kontor/barn/oversikt.html",
        {
            "sak": sak,
            "maned": valgt,
            "maneder": maneder,
            "barna": barnetillegg_forklart(sak, valgt),
            "kan_rette": vurder(aktor, Handling.PERSON_ENDRE, sak).tillatt and kan_rette_person(aktor, sak.person),
            "venter": venter(sak) if vurder(aktor, Handling.ENDRING_SVAR, sak).tillatt else 0,
            "begge_foreldre": BEGGE_FORELDRE,
        },
    )


@dataclass(frozen=True, slots=True)
class _Side:
    """A form about a child: its words, and the page it leads back to."""

    person: Person
    sak: Sak | None
    tilbake: str
    tittel: str
    forklaring: str = ""
    mal: str = "kontor/barn/skjema.html"


def _vis(
    request: HttpRequest,
    side: _Side,
    skjema: Skjema,
    kommando: Callable[[dict[str, Any]], object],
    **mer: Any,
) -> HttpResponse:
    """Show the form; try it when that is asked; else carry it out once and go back."""
    virkning: Virkning | None = None

    def utfor_kommando(verdier: dict[str, Any]) -> str:
        lagre(request, side.sak, lambda: kommando(verdier))
        return side.tilbake

    if er_prove(request) and side.sak:
        virkning = prov(skjema, side.sak, kommando)
    elif request.method == "POST":
        svar = utfor(request, skjema, utfor_kommando, kvittering=_("Lagret."))
        if svar:
            return svar
    return render(request, side.mal, {"side": side, "skjema": skjema, "virkning": virkning, **mer})


def _side(aktor: Aktor, person: Person, tittel: str, **mer: str) -> _Side:
    sak = person.gjeldende_sak()
    if sak is not None and vurder(aktor, Handling.STONAD_LES, sak).tillatt:
        return _Side(person, sak, reverse("kontor:barn_oversikt", args=[sak.pk]), tittel, **mer)
    return _Side(person, sak, reverse("kontor:person", args=[person.pk]), tittel, **mer)


def _person_og_barn(request: HttpRequest, person_id: UUID, barn_id: UUID) -> tuple[Person, Barn]:
    person = soker_hent(aktor_av(request), person_id, Handling.PERSON_ENDRE)
    barn = person.barn.select_related("person").filter(pk=barn_id).first()
    if barn is None:
        raise Http404
    return person, barn


@kontorside
@require_http_methods(["GET", "POST"])
def barn(request: HttpRequest, person_id: UUID, barn_id: UUID | None = None) -> HttpResponse:
    """Add a child, or correct one."""
    aktor = aktor_av(request)
    person = soker_hent(aktor, person_id, Handling.PERSON_ENDRE)
    barnet = _person_og_barn(request, person_id, barn_id)[1] if barn_id else None
    skjema = skjemaer.Barneskjema(
        request.POST or None,
        request.FILES or None,
        initial=skjemaer.fra_barn(barnet) if barnet else {"bor_i_husholdningen": True},
        versjon=barnet.versjon if barnet else None,
    )

    def gjor(verdier: dict[str, Any]) -> object:
        if barnet is None:
            return services.barn_registrer(aktor, person, **verdier)
        return services.barn_endre(aktor, barnet, versjon=skjema.cleaned_data["versjon"], **verdier)

    side = _side(aktor, person, _("Endre barn") if barnet else _("Legg til barn"), mal="kontor/barn/barn.html")
    return _vis(request, side, skjema, gjor, barnet=barnet)


@kontorside
@require_http_methods(["GET", "POST"])
def barn_slutt(request: HttpRequest, person_id: UUID, barn_id: UUID) -> HttpResponse:
    """The child has moved, or is not supported any more."""
    aktor = aktor_av(request)
    person, barnet = _person_og_barn(request, person_id, barn_id)
    skjema = skjemaer.Sluttskjema(
        request.POST or None, request.FILES or None, initial={"til": barnet.til}, versjon=barnet.versjon
    )
    side = _side(
        aktor,
        person,
        _("%(barn)s forsørges ikke lenger") % {"barn": barnet},
        forklaring=_("Barnet blir stående, for det har hatt betydning for det som er utbetalt."),
    )
    return _vis(
        request,
        side,
        skjema,
        lambda verdier: services.barn_avslutt(aktor, barnet, versjon=skjema.cleaned_data["versjon"], **verdier),
    )


@kontorside
@require_http_methods(["GET", "POST"])
def barn_varig(request: HttpRequest, person_id: UUID, barn_id: UUID) -> HttpResponse:
    """The office waives the two years for a foster child, or takes it back."""
    aktor = aktor_av(request)
    person, barnet = _person_og_barn(request, person_id, barn_id)
    skjema = skjemaer.Varigskjema(
        request.POST or None,
        initial={"varig": "ja" if barnet.varig_plassering else "nei", "grunn": barnet.varig_grunn},
        versjon=barnet.versjon,
    )
    side = _side(
        aktor,
        person,
        _("Varig fosterhjem: %(barn)s") % {"barn": barnet},
        forklaring=_(
            "Fosterbarn gir barnetillegg når deltakeren har forsørget dem de to siste årene før kravet. Er "
            "fosterhjemsordningen varig, kan kommunen fravike det (forskriften § 3 tredje ledd)."
        ),
    )
    return _vis(
        request,
        side,
        skjema,
        lambda verdier: services.fosterbarn_varig(aktor, barnet, versjon=skjema.cleaned_data["versjon"], **verdier),
    )


@kontorside
@require_http_methods(["GET", "POST"])
def barn_utland(request: HttpRequest, person_id: UUID, barn_id: UUID, opphold_id: UUID | None = None) -> HttpResponse:
    """Register a stay abroad, correct it, or say when the child came back."""
    aktor = aktor_av(request)
    person, barnet = _person_og_barn(request, person_id, barn_id)
    opphold = _opphold(barnet, opphold_id) if opphold_id else None
    skjema = skjemaer.Utenlandsskjema(
        request.POST or None,
        request.FILES or None,
        initial=skjemaer.fra_opphold(opphold) if opphold else {},
        versjon=opphold.versjon if opphold else None,
    )

    def gjor(verdier: dict[str, Any]) -> object:
        if opphold is None:
            return services.utenlandsopphold_registrer(aktor, barnet, **verdier)
        return services.utenlandsopphold_rett(aktor, opphold, versjon=skjema.cleaned_data["versjon"], **verdier)

    side = _side(
        aktor,
        person,
        _("%(barn)s i utlandet") % {"barn": barnet},
        forklaring=_(
            "Barnet gir barnetillegg i utlandet så lenge det er høyst 90 dager ute i løpet av tolv måneder, eller er "
            "medlem i folketrygden (forskriften § 3 andre ledd)."
        ),
    )
    return _vis(request, side, skjema, gjor, opphold=opphold, barnet=barnet)


@kontorside
@require_http_methods(["GET", "POST"])
def barn_utland_fjern(request: HttpRequest, person_id: UUID, barn_id: UUID, opphold_id: UUID) -> HttpResponse:
    """Take away a stay that never was."""
    aktor = aktor_av(request)
    person, barnet = _person_og_barn(request, person_id, barn_id)
    opphold = _opphold(barnet, opphold_id)
    skjema = skjemaer.Fjernskjema(request.POST or None)
    side = _side(aktor, person, _("Ta bort utenlandsoppholdet til %(barn)s") % {"barn": barnet})
    return _vis(request, side, skjema, lambda verdier: services.utenlandsopphold_fjern(aktor, opphold, **verdier))


def _opphold(barnet: Barn, opphold_id: UUID) -> Utenlandsopphold:
    opphold = barnet.utenlandsopphold.select_related("barn__person").filter(pk=opphold_id).first()
    if opphold is None:
        raise Http404
    return opphold


@kontorside
@require_GET
def barn_papir(request: HttpRequest, person_id: UUID, barn_id: UUID) -> HttpResponse:
    """The paper behind what is registered of a child."""
    return _papir(_person_og_barn(request, person_id, barn_id)[1])


@kontorside
@require_GET
def barn_utland_papir(request: HttpRequest, person_id: UUID, barn_id: UUID, opphold_id: UUID) -> HttpResponse:
    """The paper behind a stay abroad."""
    return _papir(_opphold(_person_og_barn(request, person_id, barn_id)[1], opphold_id))


def _papir(rad: Barn | Utenlandsopphold) -> HttpResponse:
    if rad.dokument is None:
        raise Http404
    return som_nedlasting(rad.dokument)
