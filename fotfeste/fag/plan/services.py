"""The individual plan from first draft to in force, revised and ended: one function a command. Parts: innhold.py."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from fotfeste.fag.plan.enums import APNE, Planstatus, Plansvar
from fotfeste.fag.plan.innhold import (
    avslutt,
    koordinator_sett,
    plan_kommenter,
    plan_samtykk,
    plan_trekk_samtykke,
    planpart_fjern,
    planpart_legg_til,
    plantjeneste_fjern,
    plantjeneste_legg_til,
)
from fotfeste.fag.plan.laas import las_plan
from fotfeste.fag.plan.models import IndividuellPlan, Planversjon
from fotfeste.fag.plan.selectors import planbilde
from fotfeste.fag.plan.tilbud import plansvar_registrer, plantilbud_registrer
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.regelverk import individuell_plan as regel

__all__ = [
    "TEKSTER",
    "koordinator_sett",
    "plan_avslutt",
    "plan_godta",
    "plan_godta_i_mote",
    "plan_kommenter",
    "plan_lagre",
    "plan_revider",
    "plan_samtykk",
    "plan_sett_i_kraft",
    "plan_start",
    "plan_trekk_samtykke",
    "planpart_fjern",
    "planpart_legg_til",
    "plansvar_registrer",
    "plantilbud_registrer",
    "plantjeneste_fjern",
    "plantjeneste_legg_til",
]

TEKSTER = (
    "ansvarlig_tjeneste",
    "ressurser",
    "behov",
    "hensyn",
    "deltakers_bidrag",
    "parorendes_bidrag",
    "gjennomforing",
    "samarbeid",
    "koordinator_helse",
    "barnekoordinator",
    "kontaktlege",
)


def plan_start(aktor: Aktor, *, sak: Sak) -> IndividuellPlan:
    """Begin the person's plan, when they have said yes; the open one when there is one already. One for each person.

    The fixed contact becomes coordinator. Raises Fagfeil when the participant has not said that they wish it.
    """
    krev(aktor, Handling.PLAN_SKRIV, sak)
    with kommando(aktor, "plan.start"):
        sak = sak_las(sak)
        apen = IndividuellPlan.objects.filter(person=sak.person_id, status__in=APNE).select_related("sak").first()
        if apen is not None and apen.sak.kommune_id == sak.kommune_id:
            return apen
        siste = sak.plansvar.last()
        if siste is None or siste.svar != Plansvar.ONSKET:
            raise Fagfeil(
                _("Deltakeren har ikke sagt ja til individuell plan. Snakk om det, og skriv ned svaret først."),
                hjemmel="IP-forskriften § 5",
            )
        if apen is not None:
            raise Fagfeil(
                _(
                    "Deltakeren har en individuell plan fra en annen kommune, og det skal bare være én. Avtal med "
                    "deltakeren hvem som har ansvaret videre, og at planen avsluttes der."
                ),
                hjemmel="IP-forskriften §§ 7 og 9",
            )
        plan = IndividuellPlan.objects.create(
            sak=sak, person=sak.person, ansvarlig_tjeneste=sak.kontor.navn, fra=klokke.i_dag()
        )
        kontakt = sak.faste_kontakter.filter(til__isnull=True).select_related("bruker").last()
        if kontakt is not None:
            koordinator_sett(
                aktor,
                plan=plan,
                navn=kontakt.bruker.navn,
                tjeneste=sak.kontor.navn,
                kontakt=kontakt.bruker.telefon or sak.kontor.telefon or sak.kontor.navn,
                bruker=kontakt.bruker,
            )
        skriv_hendelse(aktor, "plan.startet", sak_id=sak.pk, objekt_id=plan.pk)
        return plan


def plan_lagre(
    aktor: Aktor,
    *,
    plan: IndividuellPlan,
    fra: date | None = None,
    til: date | None = None,
    neste_revisjon: date | None = None,
    versjon: int | None = None,
    **tekster: str,
) -> IndividuellPlan:
    """Keep the plan's own texts and dates. What the participant had agreed to has to be agreed to again.

    Raises FlereFeil for dates in the wrong order; KeyError for a text that is not one of TEKSTER.
    """
    krev(aktor, Handling.PLAN_SKRIV, plan)
    with kommando(aktor, "plan.lagre"):
        plan = las_plan(plan, kommando="lagre", versjon=versjon)
        feil = []
        if fra and til and til < fra:
            feil.append(Fagfeil(_("Planen slutter før den begynner. Sett en senere siste dag."), felt="til"))
        if fra and neste_revisjon and neste_revisjon <= fra:
            feil.append(
                Fagfeil(_("Se på planen igjen etter at den er begynt. Sett en senere dag."), felt="neste_revisjon")
            )
        if til and neste_revisjon and neste_revisjon > til:
            feil.append(Fagfeil(_("Planen er slutt da. Sett en dag i perioden."), felt="neste_revisjon"))
        if feil:
            raise FlereFeil(feil)
        felter: dict[str, Any] = {navn: tekst.strip() for navn, tekst in tekster.items()}
        if ukjente := felter.keys() - set(TEKSTER):
            raise KeyError(ukjente)
        return plan.lagre_endring(
            fra=fra, til=til, neste_revisjon=neste_revisjon, godtatt=None, godtatt_hvordan="", **felter
        )


def plan_godta(aktor: Aktor, *, plan: IndividuellPlan, versjon: int | None = None) -> IndividuellPlan:
    """The participant agrees, on their own page."""
    krev(aktor, Handling.PLAN_EGEN, plan)
    with kommando(aktor, "plan.godta"):
        plan = las_plan(plan, kommando="godta", versjon=versjon)
        plan.lagre_endring(godtatt=klokke.i_dag(), godtatt_hvordan="")
        skriv_hendelse(aktor, "plan.godtatt", sak_id=plan.sak_id, objekt_id=plan.pk, milepel=True)
        return plan


def plan_godta_i_mote(
    aktor: Aktor, *, plan: IndividuellPlan, dato: date, hvordan: str, versjon: int | None = None
) -> IndividuellPlan:
    """The office writes down that the participant agreed, when and how."""
    krev(aktor, Handling.PLAN_SKRIV, plan)
    with kommando(aktor, "plan.godta_i_mote"):
        plan = las_plan(plan, kommando="godta_i_mote", versjon=versjon)
        feil = []
        if not hvordan.strip():
            feil.append(Fagfeil(_("Skriv hvordan dere ble enige, for eksempel «i møte, med tolk»."), felt="hvordan"))
        if dato > klokke.i_dag():
            feil.append(Fagfeil(_("Datoen er ikke kommet ennå. Skriv dagen dere faktisk ble enige."), felt="dato"))
        if feil:
            raise FlereFeil(feil)
        plan.lagre_endring(godtatt=dato, godtatt_hvordan=hvordan.strip()[:200])
        skriv_hendelse(
            aktor, "plan.godtatt_i_mote", sak_id=plan.sak_id, objekt_id=plan.pk, milepel=True, hvordan=hvordan.strip()
        )
        return plan


def plan_sett_i_kraft(
    aktor: Aktor, *, plan: IndividuellPlan, nytt: str = "", versjon: int | None = None
) -> IndividuellPlan:
    """Let the plan come into force, when all of § 9 is there and the participant agrees; keep it word by word.

    Raises FlereFeil with a sentence for each point that is missing.
    """
    krev(aktor, Handling.PLAN_SKRIV, plan)
    with kommando(aktor, "plan.sett_i_kraft"):
        plan = las_plan(plan, kommando="sett_i_kraft", versjon=versjon)
        bilde = planbilde(plan)
        feil = [
            Fagfeil(_("Mangler: %s.") % punkt.hva, hjemmel=str(punkt.hjemmel)) for punkt in regel.mangler(bilde.fakta)
        ]
        if plan.godtatt is None:
            feil.append(Fagfeil(_("Deltakeren er ikke enig ennå. Planen lages sammen."), hjemmel="sotjl § 42"))
        if feil:
            raise FlereFeil(feil)
        nummer = plan.nummer + 1
        plan.lagre_endring(status=Planstatus.I_KRAFT, nummer=nummer, i_kraft_fra=plan.i_kraft_fra or klokke.i_dag())
        Planversjon.objects.create(
            sak=plan.sak,
            plan=plan,
            nummer=nummer,
            fra=klokke.i_dag(),
            nytt=nytt.strip(),
            innhold=bilde.som_data(),
            av=aktor.bruker,
        )
        skriv_hendelse(
            aktor,
            "plan.i_kraft",
            sak_id=plan.sak_id,
            objekt_id=plan.pk,
            milepel=True,
            nummer=nummer,
            revisjon=plan.neste_revisjon,
        )
        return plan


def plan_revider(aktor: Aktor, *, plan: IndividuellPlan, versjon: int | None = None) -> IndividuellPlan:
    """Begin to go through the plan. The version in force stands until the next."""
    krev(aktor, Handling.PLAN_SKRIV, plan)
    with kommando(aktor, "plan.revider"):
        plan = las_plan(plan, kommando="revider", versjon=versjon)
        plan.lagre_endring(status=Planstatus.UNDER_REVISJON, godtatt=None, godtatt_hvordan="", neste_revisjon=None)
        skriv_hendelse(aktor, "plan.revideres", sak_id=plan.sak_id, objekt_id=plan.pk)
        return plan


def plan_avslutt(aktor: Aktor, *, plan: IndividuellPlan, grunn: str, versjon: int | None = None) -> IndividuellPlan:
    """End the plan, with why. The participant may have a new one any day."""
    krev(aktor, Handling.PLAN_SKRIV, plan)
    with kommando(aktor, "plan.avslutt"):
        plan = las_plan(plan, kommando="avslutt", versjon=versjon)
        if not grunn.strip():
            raise Fagfeil(_("Skriv hvorfor planen avsluttes."), felt="grunn")
        return avslutt(aktor, plan, grunn.strip())
