"""The office's pages about an application: taking it, seeing what is missing and due, and every command on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from fotfeste.fag.person.models import Person
from fotfeste.fag.sak.selectors import sak_hent
from fotfeste.fag.soknad import selectors, services
from fotfeste.fag.soknad.merknader import aldersmerknad
from fotfeste.fag.soknad.models import Soknad
from fotfeste.fag.soknad.overganger import SOKNAD
from fotfeste.fag.soknad.services import Fil
from fotfeste.flater.felles.filer import som_nedlasting
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor import soknad_forms as skjemaer
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Aktor, Handling

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@kontorside
@require_http_methods(["GET", "POST"])
def soknad_registrer(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Take an application for a person; the case opens with it."""
    aktor = aktor_av(request)
    person = selectors.soker_hent(aktor, person_id, Handling.SOKNAD_REGISTRER)
    kontorer = selectors.kontorer_som_tar_imot(aktor)
    skjema = skjemaer.Soknadsskjema(request.POST or None, request.FILES or None)
    skjema.fields["kontor"].queryset = kontorer  # type: ignore[attr-defined]
    skjema.fields["kontor"].initial = kontorer.first()
    if request.method == "POST":
        svar = utfor(
            request,
            skjema,
            lambda verdier: _registrer(aktor, person, verdier),
            kvittering=_("Søknaden er registrert, og fristene har begynt å løpe."),
        )
        if svar:
            return svar
    return render(
        request,
        "kontor/soknad/registrer.html",
        {
            "person": person,
            "alder": person.alder(klokke.i_dag()),
            "merknad": aldersmerknad(person, klokke.i_dag()),
            "apen_sak": selectors.sak_som_hindrer(person),
            "kan_rette": selectors.kan_rette_person(aktor, person),
            "skjema": skjema,
            "flere_kontorer": len(kontorer) > 1,
        },
    )


def _registrer(aktor: Aktor, person: Person, verdier: dict[str, Any]) -> str:
    verdier["vedlegg"] = _filer(verdier["vedlegg"])
    soknad = services.soknad_registrer(aktor, person=person, **verdier)
    return reverse("kontor:soknad", args=[soknad.sak_id])


def _filer(par: list[tuple[str, bytes]]) -> list[Fil]:
    return [Fil(navn, innhold) for navn, innhold in par]


@kontorside
@require_GET
def soknad(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """The application of a case: what came, what is due, what is missing, and what can be done now."""
    aktor = aktor_av(request)
    sak, bilde = selectors.soknadsbilde_for_sak(aktor, sak_id)
    if bilde is None:
        return redirect("kontor:soknad_registrer", sak.person_id)
    return render(
        request,
        "kontor/soknad/soknad.html",
        {
            "bilde": bilde,
            "sak": bilde.sak,
            "soknad": bilde.soknad,
            "kommandoer": [o for o in SOKNAD.mulige(aktor, bilde.soknad) if o.kommando in KOMMANDOER],
            "kan_motta": any(o.kommando == "motta_opplysning" for o in SOKNAD.mulige(aktor, bilde.soknad)),
            "bakgrunn": selectors.bakgrunn_for(bilde.sak),
            "kan_skrive_bakgrunn": selectors.kan_behandle(aktor, bilde.soknad),
        },
    )


@dataclass(frozen=True, slots=True)
class Kommandoside:
    """One command's page: its form, how the form begins, what it calls, and the words around it."""

    skjema: type[Skjema]
    utfor: Callable[[Aktor, Soknad, Any, int | None], object]
    kvittering: StrOrPromise
    forklaring: StrOrPromise
    knapp: StrOrPromise
    begynn: Callable[[Soknad], dict[str, Any]] = lambda soknad: {}
    mal: str = "kontor/soknad/kommando.html"


KOMMANDOER = {
    "be_om_opplysninger": Kommandoside(
        skjemaer.Etterlysningsskjema,
        lambda aktor, soknad, skjema, versjon: services.soknad_be_om_opplysninger(
            aktor, soknad=soknad, mangler=skjema.mangler, frist=skjema.cleaned_data["frist"], versjon=versjon
        ),
        gettext_lazy("Brevet er sendt. Søknaden beholder plassen i køen."),
        gettext_lazy("Alt du skriver her, går i ett brev til søkeren. Mottattdatoen flyttes ikke."),
        gettext_lazy("Send brevet"),
        lambda soknad: {"frist": services.opplysningsfrist(soknad.sak.kommune_id)},
        "kontor/soknad/be_om_opplysninger.html",
    ),
    "gi_forelopig_svar": Kommandoside(
        skjemaer.ForelopigSvarSkjema,
        lambda aktor, soknad, skjema, versjon: services.soknad_gi_forelopig_svar(
            aktor, soknad=soknad, versjon=versjon, **skjema.faglig()
        ),
        gettext_lazy("Foreløpig svar er sendt."),
        gettext_lazy(
            "Kan dere ikke avgjøre søknaden innen en måned, skal søkeren få vite hvorfor og når svaret kommer."
        ),
        gettext_lazy("Send foreløpig svar"),
    ),
    "legg_ved": Kommandoside(
        skjemaer.Vedleggsskjema,
        lambda aktor, soknad, skjema, versjon: services.soknad_legg_ved(
            aktor, soknad=soknad, vedlegg=_filer(skjema.cleaned_data["vedlegg"]), versjon=versjon
        ),
        gettext_lazy("Papirene er lagt ved."),
        gettext_lazy("Papirer som kom uten at dere ba om dem. Svar på noe dere ba om, registreres på det."),
        gettext_lazy("Legg ved"),
    ),
    "merk_klar": Kommandoside(
        skjemaer.Klarskjema,
        lambda aktor, soknad, skjema, versjon: services.soknad_merk_klar(
            aktor, soknad=soknad, versjon=versjon, **skjema.faglig()
        ),
        gettext_lazy("Søknaden er klar til vurdering."),
        gettext_lazy("Da har dere det som trengs for å vurdere vilkårene. Dere kan fortsatt be om mer."),
        gettext_lazy("Søknaden er klar"),
    ),
    "trekk": Kommandoside(
        skjemaer.Trekkskjema,
        lambda aktor, soknad, skjema, versjon: services.soknad_trekk(
            aktor, soknad=soknad, versjon=versjon, **skjema.faglig()
        ),
        gettext_lazy("Søknaden er trukket, og saken er lukket."),
        gettext_lazy("Saken lukkes og kan ikke åpnes igjen. Søkeren kan søke på nytt når som helst."),
        gettext_lazy("Trekk søknaden"),
    ),
}


@kontorside
@require_http_methods(["GET", "POST"])
def soknad_kommando(request: HttpRequest, soknad_id: UUID, kommando: str) -> HttpResponse:
    """The form of one command on the application."""
    side = KOMMANDOER.get(kommando)
    if side is None:
        raise Http404
    aktor = aktor_av(request)
    soknad = selectors.soknad_hent(aktor, soknad_id, Handling.SOKNAD_BEHANDLE)
    tilbake = reverse("kontor:soknad", args=[soknad.sak_id])
    if request.method == "POST":
        skjema = side.skjema(request.POST, request.FILES or None, versjon=soknad.versjon)

        def gjor(_verdier: dict[str, Any]) -> str:
            side.utfor(aktor, soknad, skjema, skjema.cleaned_data.get("versjon"))
            return tilbake

        svar = utfor(request, skjema, gjor, kvittering=str(side.kvittering))
        if svar:
            return svar
    else:
        if soknad.status not in SOKNAD.overgang(kommando).fra:
            messages.info(request, _("Søknaden er avgjort eller trukket. Her ser du hva som gjelder."))
            return redirect(tilbake)
        skjema = side.skjema(initial=side.begynn(soknad), versjon=soknad.versjon)
    sammenheng = {
        "soknad": soknad,
        "sak": soknad.sak,
        "skjema": skjema,
        "overgang": SOKNAD.overgang(kommando),
        "side": side,
        "tilbake": tilbake,
        "mangler": selectors.mangler_for(soknad),
    }
    return render(request, side.mal, sammenheng)


@kontorside
@require_http_methods(["GET", "POST"])
def soknad_motta_opplysning(request: HttpRequest, krav_id: UUID) -> HttpResponse:
    """Register that something asked for has come."""
    aktor = aktor_av(request)
    krav = selectors.krav_hent(aktor, krav_id, Handling.SOKNAD_BEHANDLE)
    tilbake = reverse("kontor:soknad", args=[krav.sak_id])
    if request.method == "POST":
        skjema = skjemaer.Svarskjema(request.POST, request.FILES or None, versjon=krav.versjon)

        def gjor(verdier: dict[str, Any]) -> str:
            verdier["vedlegg"] = _filer(verdier["vedlegg"])
            versjon = skjema.cleaned_data.get("versjon")
            services.soknad_motta_opplysning(aktor, krav=krav, versjon=versjon, **verdier)
            return tilbake

        svar = utfor(request, skjema, gjor, kvittering=_("Registrert."))
        if svar:
            return svar
    else:
        skjema = skjemaer.Svarskjema(initial={"mottatt": klokke.i_dag()}, versjon=krav.versjon)
    return render(
        request,
        "kontor/soknad/motta_opplysning.html",
        {"krav": krav, "sak": krav.sak, "skjema": skjema, "tilbake": tilbake},
    )


@kontorside
@require_http_methods(["GET", "POST"])
def soknad_bakgrunn(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """What the applicant lived on before and has beside the programme."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, Handling.SOKNAD_BEHANDLE)
    bakgrunn = selectors.bakgrunn_for(sak)
    versjon = bakgrunn.versjon if bakgrunn else None
    tilbake = reverse("kontor:soknad", args=[sak.pk])
    if request.method == "POST":
        skjema = skjemaer.Bakgrunnsskjema(request.POST, versjon=versjon)

        def gjor(verdier: dict[str, Any]) -> str:
            services.bakgrunn_besvar(aktor, sak, versjon=skjema.cleaned_data.get("versjon"), **verdier)
            return tilbake

        svar = utfor(request, skjema, gjor, kvittering=_("Bakgrunnen er lagret."))
        if svar:
            return svar
    else:
        skjema = skjemaer.Bakgrunnsskjema(initial=skjemaer.fra_bakgrunn(bakgrunn), versjon=versjon)
    return render(request, "kontor/soknad/bakgrunn.html", {"sak": sak, "skjema": skjema, "tilbake": tilbake})


@kontorside
@require_GET
def soknad_vedlegg(request: HttpRequest, soknad_id: UUID, dokument_id: UUID) -> HttpResponse:
    """A paper of the application, as a download; every look is logged."""
    return som_nedlasting(selectors.vedlegg_hent(aktor_av(request), soknad_id, dokument_id))
