"""The programme in the office: the week with its gap, what must be mended, versions, and the agreement."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from fotfeste.fag.oversikt.sakliste import mulige_kontakter
from fotfeste.fag.program import selectors, services
from fotfeste.fag.program.enums import Programstatus
from fotfeste.fag.program.kontroll import bor_mendes, foreslatte_evalueringer, funn, ma_mendes, rad
from fotfeste.fag.program.lignende import tidligere_lignende
from fotfeste.fag.program.models import Aktivitet, Permisjon, Programversjon
from fotfeste.fag.program.perioder import programslutt
from fotfeste.fag.program.uke import Ukebilde, forskjeller, malendringer, ukebilde, ukebilder
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import sak_hent
from fotfeste.flater.felles.ett_trykk import ett_trykk
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor.program_forms import (
    AVKORT,
    Aktivitetskjema,
    Evalueringskjema,
    Forslagskjema,
    Moteskjema,
    Permisjonsendring,
    Permisjonskjema,
    Programskjema,
    Uenigskjema,
)
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.valg import verdi
from fotfeste.grunnmur.tilgang import Aktor, Handling, vurder


def _adresse(sak: Sak) -> str:
    return reverse("kontor:program", args=[sak.pk])


@kontorside
@require_GET
def program(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """The version being made or in force, with the versions before it."""
    return _side(request, sak_hent(aktor_av(request), sak_id, Handling.PROGRAM_LES))


def _side(request: HttpRequest, sak: Sak, **skjemaer: Skjema) -> HttpResponse:
    """The page, with the given forms in place of fresh ones."""
    alle = selectors.versjoner(sak)
    apen = next((versjon for versjon in alle if versjon.status in selectors.APNE), None)
    avtalt = selectors.gjeldende_av(alle, klokke.i_dag())
    vist = apen or avtalt
    kan_skrive = vurder(aktor_av(request), Handling.PROGRAM_SKRIV, sak).tillatt
    return render(
        request,
        "kontor/program/program.html",
        {
            "sak": sak,
            "vist": vist,
            "uke": ukebilde(vist) if vist else None,
            "strekk": ukebilder(vist) if vist else [],
            "forskjeller": [*forskjeller(apen, avtalt), *malendringer(sak, avtalt.fra)] if apen and avtalt else [],
            "delmal": list(sak.delmal.all()),
            "egne_uker": selectors.egne_uker(sak, klokke.i_dag()),
            "arbeidsforhold": list(sak.arbeidsforhold.all()),
            "kan_dele": vurder(aktor_av(request), Handling.RUTINE_SKRIV, sak).tillatt,
            "er_utkast": vist is not None and vist.status == Programstatus.UTKAST,
            "er_foreslatt": vist is not None and vist.status == Programstatus.FORESLATT,
            "kan_skrive": kan_skrive,
            "versjoner": _historie(alle),
            "permisjoner": [(en, _endring(en, skjemaer)) for en in sak.permisjoner.all()],
            **(_redigering(aktor_av(request), vist, skjemaer) if vist else {}),
            "permisjonskjema": skjemaer.get("permisjonskjema", Permisjonskjema()),
        },
    )


def _endring(permisjon: Permisjon, skjemaer: dict[str, Skjema]) -> Skjema:
    """The form that changes one leave: the refused one, or a fresh one."""
    return skjemaer.get(str(permisjon.pk)) or Permisjonsendring(
        auto_id=f"permisjon_{permisjon.pk}_%s", versjon=permisjon.versjon
    )


def _er_tomt_utkast(vist: Programversjon) -> bool:
    return vist.status == Programstatus.UTKAST and not vist.aktiviteter.all()


def _redigering(aktor: Aktor, vist: Programversjon, skjemaer: dict[str, Skjema]) -> dict[str, Any]:
    alle = funn(vist) if vist.status == Programstatus.UTKAST else []
    return {
        "ma_mendes": ma_mendes(alle),
        "bor_mendes": bor_mendes(alle),
        "rad": rad(vist),
        "forbilder": selectors.forbilder(aktor, vist.sak.kommune_id) if _er_tomt_utkast(vist) else [],
        "programskjema": skjemaer.get(
            "programskjema",
            Programskjema(
                initial={"mal": vist.mal, "fra": vist.fra, "til": vist.til, "endring": vist.endring},
                versjon=vist.versjon,
            ),
        ),
        "evalueringskjema": skjemaer.get(
            "evalueringskjema", Evalueringskjema(initial={"datoer": _evalueringer(vist)}, versjon=vist.versjon)
        ),
        "evaluering_er_forslag": not vist.evalueringsdatoer.all(),
        "forslagskjema": skjemaer.get(
            "forslagskjema", Forslagskjema(initial={"avvik": vist.avvik}, versjon=vist.versjon)
        ),
        "moteskjema": skjemaer.get("moteskjema", Moteskjema(initial={"dato": klokke.i_dag()}, versjon=vist.versjon)),
        "uenigskjema": skjemaer.get(
            "uenigskjema", Uenigskjema(initial={"uenighet": vist.deltakers_merknad}, versjon=vist.versjon)
        ),
    }


def _evalueringer(vist: Programversjon) -> list[Any]:
    """The dates set, or those the municipality's interval proposes."""
    satt = [evaluering.dato for evaluering in vist.evalueringsdatoer.all()]
    slutt = vist.til or programslutt(vist.sak)
    if satt or slutt is None or slutt < vist.fra:
        return satt
    hver = int(verdi(vist.sak.kommune_id, "evalueringsintervall_maneder", vist.fra))
    return list(foreslatte_evalueringer(vist.fra, slutt, hver=hver))


def _historie(alle: list[Programversjon]) -> list[tuple[Programversjon, Ukebilde, list[str]]]:
    """Each version with its week and what was new in it, newest first."""
    forrige: list[Programversjon | None] = [*alle[1:], None]  # one longer than an empty list
    return [
        (versjon, ukebilde(versjon), forskjeller(versjon, eldre) if eldre else [])
        for versjon, eldre in zip(alle, forrige, strict=False)
    ]


@kontorside
@require_POST
def program_ny(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Begin a new version."""
    sak = sak_hent(aktor_av(request), sak_id, Handling.PROGRAM_SKRIV)
    skjema = Skjema(request.POST)
    svar = utfor(
        request, skjema, lambda _v: (services.programversjon_start(aktor_av(request), sak=sak), _adresse(sak))[1]
    )
    return svar or _side(request, sak, sideskjema=skjema)


def _kommando(
    request: HttpRequest,
    program_id: UUID,
    navn: str,
    skjema: Skjema,
    gjor: Callable[[Programversjon, dict[str, Any]], object],
    kvittering: str,
) -> HttpResponse:
    """Run a command on a version; show the page again with the form when it was refused."""
    versjon = selectors.programversjon_hent(aktor_av(request), program_id, Handling.PROGRAM_SKRIV)
    svar = utfor(
        request, skjema, lambda verdier: (gjor(versjon, verdier), _adresse(versjon.sak))[1], kvittering=kvittering
    )
    return svar or _side(request, versjon.sak, **{navn: skjema})


@kontorside
@require_POST
def program_lagre(request: HttpRequest, program_id: UUID) -> HttpResponse:
    """Keep aim and period."""
    skjema = Programskjema(request.POST)
    return _kommando(
        request,
        program_id,
        "programskjema",
        skjema,
        lambda versjon, verdier: services.programversjon_lagre(
            aktor_av(request), program=versjon, versjon=skjema.cleaned_data["versjon"], **verdier
        ),
        _("Mål og periode er lagret."),
    )


@kontorside
@require_POST
def program_evaluering(request: HttpRequest, program_id: UUID) -> HttpResponse:
    """Set the dates of evaluation."""
    versjon = selectors.programversjon_hent(aktor_av(request), program_id, Handling.PROGRAM_SKRIV)
    skjema = Evalueringskjema(request.POST, fra=versjon.fra)
    return _kommando(
        request,
        program_id,
        "evalueringskjema",
        skjema,
        lambda versjon, verdier: services.evalueringsdatoer_sett(
            aktor_av(request), program=versjon, versjon=skjema.cleaned_data["versjon"], **verdier
        ),
        _("Evalueringsdatoene er lagret."),
    )


@kontorside
@require_POST
def program_foresla(request: HttpRequest, program_id: UUID) -> HttpResponse:
    """Send the version to the participant."""
    skjema = Forslagskjema(request.POST)
    return _kommando(
        request,
        program_id,
        "forslagskjema",
        skjema,
        lambda versjon, verdier: services.programversjon_foresla(
            aktor_av(request), program=versjon, versjon=skjema.cleaned_data["versjon"], **verdier
        ),
        _("Programmet er sendt til deltakeren."),
    )


@kontorside
@require_POST
def program_trekk_tilbake(request: HttpRequest, program_id: UUID) -> HttpResponse:
    """Take the proposal back."""
    skjema = Skjema(request.POST)
    return _kommando(
        request,
        program_id,
        "sideskjema",
        skjema,
        lambda versjon, _v: services.programversjon_trekk_tilbake(aktor_av(request), program=versjon),
        _("Forslaget er tatt tilbake. Nå kan du endre det."),
    )


@kontorside
@require_POST
def program_avtal_i_mote(request: HttpRequest, program_id: UUID) -> HttpResponse:
    """Write down that the participant agreed."""
    skjema = Moteskjema(request.POST)
    return _kommando(
        request,
        program_id,
        "moteskjema",
        skjema,
        lambda versjon, verdier: services.programversjon_avtal_i_mote(
            aktor_av(request), program=versjon, versjon=skjema.cleaned_data["versjon"], **verdier
        ),
        _("Programmet er avtalt."),
    )


@kontorside
@require_POST
def program_uten_enighet(request: HttpRequest, program_id: UUID) -> HttpResponse:
    """Let the version come into force without agreement."""
    skjema = Uenigskjema(request.POST)
    return _kommando(
        request,
        program_id,
        "uenigskjema",
        skjema,
        lambda versjon, verdier: services.programversjon_gjelder_uten_enighet(
            aktor_av(request), program=versjon, versjon=skjema.cleaned_data["versjon"], **verdier
        ),
        _("Planen gjelder. Det deltakeren ikke er enig i, står i den."),
    )


@kontorside
@require_POST
def program_permisjon(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Register approved leave."""
    sak = sak_hent(aktor_av(request), sak_id, Handling.PROGRAM_SKRIV)
    skjema = Permisjonskjema(request.POST)
    svar = utfor(
        request,
        skjema,
        lambda verdier: (services.permisjon_registrer(aktor_av(request), sak=sak, **verdier), _adresse(sak))[1],
        kvittering=_("Permisjonen er registrert."),
    )
    return svar or _side(request, sak, permisjonskjema=skjema)


@kontorside
@require_POST
def program_permisjon_endre(request: HttpRequest, permisjon_id: UUID) -> HttpResponse:
    """End a leave early, or take it back."""
    aktor = aktor_av(request)
    permisjon = selectors.permisjon_hent(aktor, permisjon_id)
    sak = sak_hent(aktor, permisjon.sak_id, Handling.PROGRAM_SKRIV)
    skjema = Permisjonsendring(request.POST, auto_id=f"permisjon_{permisjon.pk}_%s")

    def gjor(verdier: dict[str, Any]) -> str:
        felles = {"permisjon": permisjon, "grunn": verdier["grunn"], "versjon": skjema.cleaned_data["versjon"]}
        if verdier["hva"] == AVKORT:
            services.permisjon_avkort(aktor, siste_dag=verdier["siste_dag"], **felles)
        else:
            services.permisjon_trekk_tilbake(aktor, **felles)
        return _adresse(sak)

    svar = utfor(request, skjema, gjor, kvittering=_("Permisjonen er endret."))
    return svar or _side(request, sak, **{str(permisjon.pk): skjema})


@kontorside
def program_aktivitet_ny(request: HttpRequest, program_id: UUID) -> HttpResponse:
    """A new activity with its hours."""
    versjon = selectors.programversjon_hent(aktor_av(request), program_id, Handling.PROGRAM_SKRIV)
    return _aktivitet(request, versjon, None)


@kontorside
def program_aktivitet(request: HttpRequest, aktivitet_id: UUID) -> HttpResponse:
    """Change an activity."""
    aktivitet = selectors.aktivitet_hent(aktor_av(request), aktivitet_id)
    versjon = selectors.programversjon_hent(aktor_av(request), aktivitet.programversjon_id, Handling.PROGRAM_SKRIV)
    return _aktivitet(request, versjon, aktivitet)


def _aktivitet(request: HttpRequest, versjon: Programversjon, aktivitet: Aktivitet | None) -> HttpResponse:
    tidligere = tidligere_lignende(versjon)[aktivitet.pk] if aktivitet else []
    skjema = Aktivitetskjema(
        request.POST or None,
        aktivitet=aktivitet,
        ansatte=mulige_kontakter(versjon.sak),
        delmal=selectors.apne_delmal(versjon.sak),
        spor_om_gjentakelse=bool(tidligere),
    )
    if request.method == "POST":
        svar = utfor(
            request,
            skjema,
            lambda verdier: (
                services.aktivitet_lagre(
                    aktor_av(request),
                    program=versjon,
                    aktivitet=aktivitet,
                    versjon=skjema.cleaned_data["versjon"],
                    **verdier,
                ),
                _adresse(versjon.sak),
            )[1],
            kvittering=_("Aktiviteten er lagret i ukeplanen."),
        )
        if svar:
            return svar
    return render(
        request,
        "kontor/program/aktivitet.html",
        {
            "sak": versjon.sak,
            "versjon": versjon,
            "aktivitet": aktivitet,
            "skjema": skjema,
            "uke": ukebilde(versjon),
            "tidligere": tidligere,
        },
    )


@kontorside
@require_POST
def program_aktivitet_fjern(request: HttpRequest, aktivitet_id: UUID) -> HttpResponse:
    """Take an activity away."""
    aktivitet = selectors.aktivitet_hent(aktor_av(request), aktivitet_id)
    sak = sak_hent(aktor_av(request), aktivitet.sak_id, Handling.PROGRAM_SKRIV)
    return ett_trykk(
        request,
        lambda: services.aktivitet_fjern(aktor_av(request), aktivitet=aktivitet),
        til=_adresse(sak),
        kvittering=_("Aktiviteten er tatt bort."),
    )
