"""The individual plan in the office: the offer and the answer, the plan with its ten points, consents and versions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from fotfeste.fag.plan import selectors, services
from fotfeste.fag.plan.enums import APNE, SKRIVES, Planstatus
from fotfeste.fag.plan.models import IndividuellPlan
from fotfeste.fag.plan.overganger import PLAN
from fotfeste.fag.plan.selectors import Planbilde, planbilde
from fotfeste.fag.program.selectors import apne_delmal
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import sak_hent
from fotfeste.flater.felles.skjema import Skjema
from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor.plan_forms import (
    Avslutningskjema,
    Delingskjema,
    Godtattskjema,
    Ikraftskjema,
    Koordinatorskjema,
    Partskjema,
    Planskjema,
    Samtykkeskjema,
    Svarskjema,
    Tilbudskjema,
    Tjenesteskjema,
)
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.valg import verdi
from fotfeste.grunnmur.tilgang import Handling, vurder
from fotfeste.regelverk import tid


def _adresse(sak_id: UUID) -> str:
    return reverse("kontor:individuell_plan", args=[sak_id])


@kontorside
@require_GET
def individuell_plan(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """How the offer stands, and the plan."""
    return _side(request, sak_hent(aktor_av(request), sak_id, Handling.PLAN_LES))


def _side(request: HttpRequest, sak: Sak, sideskjema: Skjema | None = None) -> HttpResponse:
    aktor = aktor_av(request)
    plan = selectors.apen_plan(sak)
    bilde = planbilde(plan) if plan and plan.status in APNE else None
    return render(
        request,
        "kontor/plan/plan.html",
        {
            "sak": sak,
            "tilbud": selectors.tilbudsbilde(sak),
            "plan": plan,
            "bilde": bilde,
            "mangler": [punkt for punkt in bilde.punkter if not punkt.er_med] if bilde else [],
            "skrives": plan is not None and plan.status in SKRIVES,
            "i_kraft": plan is not None and plan.status == Planstatus.I_KRAFT,
            "kommentarer": list(plan.kommentarer.all()) if plan else [],
            "versjoner": list(plan.versjoner.all()) if plan else [],
            "kan_skrive": vurder(aktor, Handling.PLAN_SKRIV, sak).tillatt,
            "sideskjema": sideskjema,
        },
    )


def _skjemaside(
    request: HttpRequest,
    sak: Sak,
    skjema: Skjema,
    gjor: Callable[[dict[str, Any]], Any],
    *,
    tittel: str,
    kvittering: str,
    veiledning: str = "",
    under: str = "",
) -> HttpResponse:
    """One form on a page of its own, which leads back to the plan."""
    tilbake = _adresse(sak.pk)
    if request.method == "POST":
        svar = utfor(request, skjema, lambda verdier: (gjor(verdier), tilbake)[1], kvittering=kvittering)
        if svar:
            return svar
    return render(
        request,
        "kontor/plan/skjema.html",
        {"sak": sak, "skjema": skjema, "tittel": tittel, "under": under, "tilbake": tilbake, "veiledning": veiledning},
    )


# The offer


@kontorside
def plan_tilby(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Write down that the plan was offered."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, Handling.PLAN_SKRIV)
    start = {"dato": klokke.i_dag(), "tolk": sak.person.tolkebehov}
    return _skjemaside(
        request,
        sak,
        Tilbudskjema(request.POST or None, initial=start),
        lambda verdier: services.plantilbud_registrer(aktor, sak=sak, **verdier),
        tittel=_("Individuell plan er tilbudt"),
        kvittering=_("Tilbudet er skrevet ned."),
        veiledning="plan.tilby",
    )


@kontorside
def plan_svar(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Write down what the participant answers."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, Handling.PLAN_SKRIV)
    return _skjemaside(
        request,
        sak,
        Svarskjema(request.POST or None, initial={"dato": klokke.i_dag()}),
        lambda verdier: services.plansvar_registrer(aktor, sak=sak, **verdier),
        tittel=_("Svaret om individuell plan"),
        kvittering=_("Svaret er skrevet ned. Deltakeren kan ombestemme seg når som helst."),
    )


@kontorside
@require_POST
def plan_ny(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Begin on the plan."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, Handling.PLAN_SKRIV)
    skjema = Skjema(request.POST)
    svar = utfor(
        request,
        skjema,
        lambda _v: (services.plan_start(aktor, sak=sak), _adresse(sak.pk))[1],
        kvittering=_("Planen er begynt. Mål og aktiviteter er hentet fra programmet."),
    )
    return svar or _side(request, sak, skjema)


# The plan


def _plan(request: HttpRequest, plan_id: UUID, handling: Handling = Handling.PLAN_SKRIV) -> tuple[IndividuellPlan, Sak]:
    """The plan, and the case its pages lead back to: the person's open one, where it can be seen."""
    aktor = aktor_av(request)
    plan = selectors.plan_hent(aktor, plan_id, handling)
    return plan, sak_hent(aktor, (plan.person.gjeldende_sak() or plan.sak).pk, handling)


@kontorside
def plan_skriv(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Write the plan's own texts."""
    plan, sak = _plan(request, plan_id)
    skjema = Planskjema(request.POST or None, initial=_planverdier(plan, sak), versjon=plan.versjon)
    return _skjemaside(
        request,
        sak,
        skjema,
        lambda verdier: services.plan_lagre(
            aktor_av(request), plan=plan, versjon=skjema.cleaned_data["versjon"], **verdier
        ),
        tittel=_("Skriv den individuelle planen"),
        under=_("Mål og aktiviteter står i programmet, og blir med av seg selv."),
        kvittering=_("Planen er lagret."),
        veiledning="plan.innhold",
    )


def _planverdier(plan: IndividuellPlan, sak: Sak) -> dict[str, Any]:
    """What stands, with the dates the municipality's choice proposes."""
    fra = plan.fra or klokke.i_dag()
    hver = int(verdi(sak.kommune_id, "ip_revideres_maneder", klokke.i_dag()))
    return {
        **{navn: getattr(plan, navn) for navn in services.TEKSTER},
        "fra": fra,
        "til": plan.til or tid.legg_til_maneder(fra, 12),
        "neste_revisjon": plan.neste_revisjon
        or tid.neste_virkedag(tid.legg_til_maneder(max(fra, klokke.i_dag()), min(hver, 11))),
    }


@kontorside
def plan_part(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Take someone into the work."""
    plan, sak = _plan(request, plan_id)
    return _skjemaside(
        request,
        sak,
        Partskjema(request.POST or None),
        lambda verdier: services.planpart_legg_til(aktor_av(request), plan=plan, **verdier),
        tittel=_("Hvem er med?"),
        kvittering=_("Lagt til. De får ikke vite noe før deltakeren samtykker."),
    )


@kontorside
@require_POST
def plan_part_fjern(request: HttpRequest, part_id: UUID) -> HttpResponse:
    """Take someone out."""
    part = selectors.planpart_hent(aktor_av(request), part_id)
    return _knapp(
        request,
        part.plan_id,
        lambda: services.planpart_fjern(aktor_av(request), part=part),
        _("Tatt ut av planen."),
    )


@kontorside
def plan_tjeneste(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Take in a service beside the programme."""
    plan, sak = _plan(request, plan_id)
    return _skjemaside(
        request,
        sak,
        Tjenesteskjema(request.POST or None, delmal=apne_delmal(plan.hjemme())),
        lambda verdier: services.plantjeneste_legg_til(aktor_av(request), plan=plan, **verdier),
        tittel=_("Tjeneste utenfor programmet"),
        under=_("For eksempel helsehjelp, bolig eller gjeldsrådgivning."),
        kvittering=_("Tjenesten er lagt til."),
    )


@kontorside
@require_POST
def plan_tjeneste_fjern(request: HttpRequest, tjeneste_id: UUID) -> HttpResponse:
    """Take a service out."""
    tjeneste = selectors.plantjeneste_hent(aktor_av(request), tjeneste_id)
    return _knapp(
        request,
        tjeneste.plan_id,
        lambda: services.plantjeneste_fjern(aktor_av(request), tjeneste=tjeneste),
        _("Tjenesten er tatt ut."),
    )


@kontorside
def plan_koordinator(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Choose the coordinator."""
    plan, sak = _plan(request, plan_id)
    start = {"fra": klokke.i_dag(), "tjeneste": sak.kontor.navn}
    return _skjemaside(
        request,
        sak,
        Koordinatorskjema(request.POST or None, initial=start),
        lambda verdier: services.koordinator_sett(aktor_av(request), plan=plan, **verdier),
        tittel=_("Koordinator"),
        under=_("Det er én om gangen. Den som er koordinator nå, slutter dagen før."),
        kvittering=_("Koordinatoren er valgt."),
    )


@kontorside
def plan_samtykke(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Write down the consent to the plan."""
    plan, sak = _plan(request, plan_id)
    return _skjemaside(
        request,
        sak,
        Samtykkeskjema(request.POST or None, initial={"dato": klokke.i_dag()}),
        lambda verdier: services.plan_samtykk(aktor_av(request), plan=plan, **verdier),
        tittel=_("Samtykke til at planen lages"),
        kvittering=_("Samtykket er skrevet ned."),
        veiledning="plan.samtykke",
    )


@kontorside
def plan_deling(request: HttpRequest, part_id: UUID) -> HttpResponse:
    """Write down the consent to tell one party something."""
    part = selectors.planpart_hent(aktor_av(request), part_id)
    plan, sak = _plan(request, part.plan_id)
    return _skjemaside(
        request,
        sak,
        Delingskjema(request.POST or None, initial={"dato": klokke.i_dag()}),
        lambda verdier: services.plan_samtykk(aktor_av(request), plan=plan, part=part, **verdier),
        tittel=_("Samtykke til å dele"),
        under=str(part),
        kvittering=_("Samtykket er skrevet ned."),
        veiledning="plan.samtykke",
    )


@kontorside
@require_POST
def plan_samtykke_trekk(request: HttpRequest, samtykke_id: UUID) -> HttpResponse:
    """Write down that a consent is withdrawn."""
    samtykke = selectors.plansamtykke_hent(aktor_av(request), samtykke_id, Handling.PLAN_SKRIV)
    return _knapp(
        request,
        samtykke.plan_id,
        lambda: services.plan_trekk_samtykke(aktor_av(request), samtykke=samtykke),
        _("Samtykket er trukket."),
    )


@kontorside
def plan_godtatt(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Write down that the participant agreed in a meeting."""
    plan, sak = _plan(request, plan_id)
    skjema = Godtattskjema(request.POST or None, initial={"dato": klokke.i_dag()}, versjon=plan.versjon)
    return _skjemaside(
        request,
        sak,
        skjema,
        lambda verdier: services.plan_godta_i_mote(
            aktor_av(request), plan=plan, versjon=skjema.cleaned_data["versjon"], **verdier
        ),
        tittel=_("Deltakeren er enig i planen"),
        kvittering=_("Det er skrevet ned at deltakeren er enig."),
    )


@kontorside
def plan_i_kraft(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Let the plan come into force."""
    plan, sak = _plan(request, plan_id)
    skjema = Ikraftskjema(request.POST or None, versjon=plan.versjon)
    return _skjemaside(
        request,
        sak,
        skjema,
        lambda verdier: services.plan_sett_i_kraft(
            aktor_av(request), plan=plan, versjon=skjema.cleaned_data["versjon"], **verdier
        ),
        tittel=str(PLAN.overgang("sett_i_kraft").knapp),
        kvittering=_("Planen gjelder."),
    )


@kontorside
@require_POST
def plan_gjennomgang(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Begin to go through the plan."""
    plan, _sak = _plan(request, plan_id)
    return _knapp(
        request,
        plan.pk,
        lambda: services.plan_revider(aktor_av(request), plan=plan),
        _("Planen er åpnet. Den gamle versjonen gjelder til den nye er klar."),
    )


@kontorside
def plan_avslutt(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """End the plan."""
    plan, sak = _plan(request, plan_id)
    return _skjemaside(
        request,
        sak,
        Avslutningskjema(request.POST or None),
        lambda verdier: services.plan_avslutt(aktor_av(request), plan=plan, **verdier),
        tittel=_("Avslutt planen"),
        under=_("Planen kan vare lenger enn programmet. Deltakeren kan få en ny når som helst."),
        kvittering=_("Planen er avsluttet."),
    )


def _knapp(request: HttpRequest, plan_id: UUID, gjor: Callable[[], Any], kvittering: str) -> HttpResponse:
    """A button's command, which leads back to the plan; a refusal stands on top of it."""
    sak = _plan(request, plan_id)[1]
    skjema = Skjema(request.POST)
    svar = utfor(request, skjema, lambda _v: (gjor(), _adresse(sak.pk))[1], kvittering=kvittering)
    return svar or _side(request, sak, skjema)


@kontorside
@require_GET
def plan_utskrift(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """The plan on paper, as it reads today."""
    plan, sak = _plan(request, plan_id, Handling.PLAN_LES)
    bilde: Planbilde = planbilde(plan)
    return render(
        request,
        "kontor/plan/utskrift.html",
        {"sak": sak, "plan": plan, "innhold": bilde.som_data(), "nummer": plan.nummer, "tilbake": _adresse(sak.pk)},
    )


@kontorside
@require_GET
def plan_versjon(request: HttpRequest, plan_id: UUID, nummer: int) -> HttpResponse:
    """A version as it was when it came into force."""
    plan, sak = _plan(request, plan_id, Handling.PLAN_LES)
    versjon = selectors.planversjon_av(plan, nummer)
    if versjon is None:
        raise Http404
    return render(
        request,
        "kontor/plan/utskrift.html",
        {"sak": sak, "plan": plan, "innhold": versjon.innhold, "nummer": nummer, "tilbake": _adresse(sak.pk)},
    )
