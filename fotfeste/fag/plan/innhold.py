"""What the plan is made of beside its own texts: who takes part, the coordinator, services, and the consents."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from fotfeste.fag.plan.enums import Planstatus, Samtykkegjelder
from fotfeste.fag.plan.laas import ikke_lenger_godtatt, las_plan
from fotfeste.fag.plan.models import IndividuellPlan, Koordinator, Plankommentar, Planpart, Plansamtykke, Plantjeneste
from fotfeste.fag.program.selectors import delmal_for
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.organisasjon.models import Bruker
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev

EN_DAG = timedelta(days=1)


def _fyll_ut(*felter: tuple[str, str, str]) -> None:
    """Raise FlereFeil with a sentence for each (field, value, sentence) whose value is empty."""
    feil = [Fagfeil(tekst, felt=felt) for felt, verdi, tekst in felter if not verdi.strip()]
    if feil:
        raise FlereFeil(feil)


def planpart_legg_til(
    aktor: Aktor,
    *,
    plan: IndividuellPlan,
    navn: str,
    tjeneste: str,
    kontakt: str = "",
    bidrag: str = "",
    parorende: bool = False,
) -> Planpart:
    """Take someone into the work with the plan; relatives as far as the participant wishes it (§ 4)."""
    krev(aktor, Handling.PLAN_SKRIV, plan)
    with kommando(aktor, "plan.part"):
        plan = las_plan(plan, kommando="lagre")
        _fyll_ut(
            ("navn", navn, _("Skriv hvem som er med.")),
            ("tjeneste", tjeneste, _("Skriv hvor de er fra, for eksempel «fastlege» eller «søster».")),
        )
        part = Planpart.objects.create(
            sak=plan.sak,
            plan=plan,
            navn=navn.strip()[:120],
            tjeneste=tjeneste.strip()[:160],
            kontakt=kontakt.strip()[:160],
            bidrag=bidrag.strip(),
            parorende=parorende,
        )
        ikke_lenger_godtatt(plan)
        return part


def planpart_fjern(aktor: Aktor, *, part: Planpart) -> None:
    """Take someone out who has never been told anything. Raises Fagfeil when a consent says they could be."""
    krev(aktor, Handling.PLAN_SKRIV, part)
    with kommando(aktor, "plan.part_fjern"):
        plan = las_plan(part.plan, kommando="lagre")
        if part.samtykker.exists():
            raise Fagfeil(
                _("Det er gitt samtykke til å dele med %s. Det skal stå i planen hvem som har fått vite noe.")
                % part.navn
            )
        Planpart.objects.filter(pk=part.pk).delete()
        ikke_lenger_godtatt(plan)


def plantjeneste_legg_til(
    aktor: Aktor,
    *,
    plan: IndividuellPlan,
    navn: str,
    omfang: str,
    ansvarlig: str,
    hvordan: str = "",
    delmal: UUID | None = None,
) -> Plantjeneste:
    """Take in a service or measure beside the programme. What the programme holds is read from there."""
    krev(aktor, Handling.PLAN_SKRIV, plan)
    with kommando(aktor, "plan.tjeneste"):
        plan = las_plan(plan, kommando="lagre")
        _fyll_ut(
            ("navn", navn, _("Skriv hva tjenesten er.")),
            ("omfang", omfang, _("Skriv hvor mye og hvor ofte, for eksempel «en time hver uke».")),
            ("ansvarlig", ansvarlig, _("Skriv hvem som har ansvaret.")),
        )
        mal = delmal_for(plan.hjemme()).filter(pk=delmal).first() if delmal else None
        tjeneste = Plantjeneste.objects.create(
            sak=plan.sak,
            plan=plan,
            navn=navn.strip()[:160],
            omfang=omfang.strip()[:160],
            ansvarlig=ansvarlig.strip()[:160],
            hvordan=hvordan.strip(),
            delmal=mal,
        )
        ikke_lenger_godtatt(plan)
        return tjeneste


def plantjeneste_fjern(aktor: Aktor, *, tjeneste: Plantjeneste) -> None:
    """Take a service out; the versions before keep it."""
    krev(aktor, Handling.PLAN_SKRIV, tjeneste)
    with kommando(aktor, "plan.tjeneste_fjern"):
        plan = las_plan(tjeneste.plan, kommando="lagre")
        Plantjeneste.objects.filter(pk=tjeneste.pk).delete()
        ikke_lenger_godtatt(plan)


def koordinator_sett(
    aktor: Aktor,
    *,
    plan: IndividuellPlan,
    navn: str,
    tjeneste: str,
    kontakt: str,
    bruker: Bruker | None = None,
    fra: date | None = None,
) -> Koordinator:
    """Make someone coordinator from `fra` (today when left out); the one before ends the day before.

    Also while the plan is in force: a coordinator who leaves is replaced the same day.
    """
    krev(aktor, Handling.PLAN_SKRIV, plan)
    with kommando(aktor, "plan.koordinator"):
        plan = las_plan(plan, kommando="kommenter")
        fra = fra or klokke.i_dag()
        _fyll_ut(
            ("navn", navn, _("Skriv navnet på koordinatoren.")),
            ("tjeneste", tjeneste, _("Skriv hvor koordinatoren er fra, for eksempel «NAV».")),
            ("kontakt", kontakt, _("Skriv telefon eller e-post, så deltakeren vet hvor hen spør.")),
        )
        _avlos(plan, fra)
        ny = Koordinator.objects.create(
            sak=plan.sak,
            plan=plan,
            bruker=bruker,
            navn=navn.strip()[:120],
            tjeneste=tjeneste.strip()[:160],
            kontakt=kontakt.strip()[:160],
            fra=fra,
        )
        skriv_hendelse(aktor, "plan.koordinator", sak_id=plan.sak_id, objekt_id=plan.pk, navn=ny.navn, fra=fra)
        return ny


def _avlos(plan: IndividuellPlan, fra: date) -> None:
    forrige = plan.koordinatorer.filter(til__isnull=True).first()
    if forrige is None:
        return
    if forrige.fra >= fra:
        Koordinator.objects.filter(pk=forrige.pk).delete()
    else:
        forrige.lagre_endring(til=fra - EN_DAG)


def plan_samtykk(
    aktor: Aktor,
    *,
    plan: IndividuellPlan,
    part: Planpart | None = None,
    omfang: str = "",
    hvordan: str = "",
    dato: date | None = None,
) -> Plansamtykke:
    """Consent to the plan being made (§ 5), or with `part` to that party being told `omfang` (§ 9).

    By the participant on their own page, or written down by the office with how it was given.
    """
    krev(aktor, Handling.PLAN_SAMTYKKE, plan)
    with kommando(aktor, "plan.samtykk"):
        plan = las_plan(plan, kommando="samtykk")
        dato = dato or klokke.i_dag()
        feil = []
        if dato > klokke.i_dag():
            feil.append(Fagfeil(_("Datoen er ikke kommet ennå. Skriv dagen samtykket ble gitt."), felt="dato"))
        if not hvordan.strip() and not _er_egen(aktor, plan):
            feil.append(
                Fagfeil(_("Skriv hvordan samtykket ble gitt, for eksempel «i møte, med tolk»."), felt="hvordan")
            )
        if part and not omfang.strip():
            feil.append(Fagfeil(_("Skriv hva det kan fortelles om."), felt="omfang"))
        if feil:
            raise FlereFeil(feil)
        gjelder_na = plan.samtykker.filter(part=part, trukket__isnull=True).first()
        if gjelder_na is not None and not part:
            return gjelder_na
        if gjelder_na is not None:
            gjelder_na.lagre_endring(trukket=klokke.i_dag())
        samtykke = Plansamtykke.objects.create(
            sak=plan.sak,
            plan=plan,
            gjelder=Samtykkegjelder.DELING if part else Samtykkegjelder.PLAN,
            part=part,
            omfang=omfang.strip()[:300],
            gitt=dato,
            hvordan=hvordan.strip()[:200],
        )
        skriv_hendelse(
            aktor, "plan.samtykke", sak_id=plan.sak_id, objekt_id=samtykke.pk, hva=_hva(samtykke), milepel=part is None
        )
        return samtykke


def plan_trekk_samtykke(aktor: Aktor, *, samtykke: Plansamtykke) -> Plansamtykke:
    """Withdraw a consent, any day. Without the one to the plan itself there can be no plan (§ 5): it ends."""
    krev(aktor, Handling.PLAN_SAMTYKKE, samtykke)
    with kommando(aktor, "plan.trekk_samtykke"):
        plan = las_plan(samtykke.plan, kommando="trekk_samtykke")
        samtykke = Plansamtykke.objects.select_for_update(of=("self",)).select_related("part").get(pk=samtykke.pk)
        if samtykke.trukket is not None:
            return samtykke
        samtykke.lagre_endring(trukket=klokke.i_dag())
        skriv_hendelse(
            aktor,
            "plan.samtykke_trukket",
            sak_id=plan.sak_id,
            objekt_id=samtykke.pk,
            hva=_hva(samtykke),
            milepel=True,
        )
        if samtykke.gjelder == Samtykkegjelder.PLAN:
            avslutt(aktor, plan, _("Samtykket til planen er trukket."))
        return samtykke


def _hva(samtykke: Plansamtykke) -> str:
    if samtykke.part is None:
        return _("at planen lages")
    return _("at %(navn)s får vite om %(omfang)s") % {"navn": samtykke.part.navn, "omfang": samtykke.omfang}


def avslutt(aktor: Aktor, plan: IndividuellPlan, grunn: str) -> IndividuellPlan:
    """End the plan, inside a command's frame."""
    plan.lagre_endring(status=Planstatus.AVSLUTTET, avsluttet=klokke.i_dag(), avslutningsgrunn=grunn)
    skriv_hendelse(aktor, "plan.avsluttet", sak_id=plan.sak_id, objekt_id=plan.pk, grunn=grunn[:300], milepel=True)
    return plan


def _er_egen(aktor: Aktor, plan: IndividuellPlan) -> bool:
    return aktor.bruker_id is not None and plan.tilgang_eier().person_bruker_id == aktor.bruker_id


def plan_kommenter(aktor: Aktor, *, plan: IndividuellPlan, tekst: str, om: str = "") -> Plankommentar:
    """The participant writes in their own plan: about all of it, or about one service."""
    krev(aktor, Handling.PLAN_EGEN, plan)
    with kommando(aktor, "plan.kommenter"):
        plan = las_plan(plan, kommando="kommenter")
        _fyll_ut(("tekst", tekst, _("Skriv det du vil si, med egne ord.")))
        kommentar = Plankommentar.objects.create(sak=plan.sak, plan=plan, om=om.strip()[:160], tekst=tekst.strip())
        skriv_hendelse(aktor, "plan.kommentar", sak_id=plan.sak_id, objekt_id=kommentar.pk)
        return kommentar
