"""Reading the individual plan: always through the actor. Goals and activities are read from the programme."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from fotfeste.fag.plan.enums import APNE, SKRIVES, Egetsvar, Plansvar, Samtykkegjelder, Tilbudskanal
from fotfeste.fag.plan.models import (
    IndividuellPlan,
    Koordinator,
    Planpart,
    Plansamtykke,
    Plansvaret,
    Plantilbud,
    Plantjeneste,
    Planversjon,
)
from fotfeste.fag.program.enums import Aktivitetstatus
from fotfeste.fag.program.models import Delmal
from fotfeste.fag.program.selectors import apne_delmal, gjeldende_versjon
from fotfeste.fag.program.uke import oppfolging_i_ord, timer_i_uken
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.utvalg import rader_i
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.leseord import timetall_ord
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.regelverk import individuell_plan as regel

VIL_IKKE_SI = "Ønsker ikke å oppgi grunnen"


@dataclass(frozen=True, slots=True)
class Tjeneste:
    """A service as it stands in the plan, from the programme or beside it. `id` is empty for those of the programme."""

    navn: str
    omfang: str
    ansvarlig: str
    hvordan: str
    mal: str = ""
    fra_programmet: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True)
class Deltar:
    """Someone who takes part, and what they may be told; `delt` is empty when nothing."""

    navn: str
    tjeneste: str
    kontakt: str
    bidrag: str
    parorende: bool
    delt: str = ""


@dataclass(frozen=True, slots=True)
class Planbilde:
    """All of the plan as it reads today. `mal`: the main goal first."""

    plan: IndividuellPlan
    hovedmal: str
    mal: list[Delmal]
    tjenester: list[Tjeneste]
    parter: list[Planpart]
    koordinator: Koordinator | None
    samtykker: list[Plansamtykke] = field(default_factory=list)

    @property
    def samtykke(self) -> Plansamtykke | None:
        """The consent to the plan itself that holds today."""
        return next((s for s in self.samtykker if s.gjelder == Samtykkegjelder.PLAN and not s.trukket), None)

    @property
    def delinger(self) -> list[tuple[Planpart, Plansamtykke | None]]:
        """Each party with the consent that holds today."""
        gjelder = {s.part_id: s for s in self.samtykker if s.part_id and not s.trukket}
        return [(part, gjelder.get(part.pk)) for part in self.parter]

    @property
    def trukne(self) -> list[Plansamtykke]:
        return [s for s in self.samtykker if s.trukket]

    @property
    def fakta(self) -> regel.Planfakta:
        """What the rule asks of the plan; the programme's goals and activities count."""
        plan = self.plan
        return regel.Planfakta(
            mal=bool(self.hovedmal or self.mal),
            ressurser=bool(plan.ressurser),
            behov=bool(plan.behov),
            deltar=bool(self.parter),
            ansvarlig=bool(plan.ansvarlig_tjeneste),
            koordinator=self.koordinator is not None,
            bidrag=bool(plan.deltakers_bidrag) and all(part.bidrag for part in self.parter),
            tjenester=bool(self.tjenester),
            gjennomforing=bool(plan.gjennomforing) or (bool(self.tjenester) and all(t.hvordan for t in self.tjenester)),
            helsekoordinator_avklart=bool(plan.koordinator_helse and plan.barnekoordinator and plan.kontaktlege),
            periode=plan.fra is not None and plan.til is not None,
            revisjon=plan.neste_revisjon is not None,
            samtykke=self.samtykke is not None,
            samarbeid=bool(plan.samarbeid),
        )

    @property
    def punkter(self) -> list[regel.Punkt]:
        return regel.punkter(self.fakta)

    def som_data(self) -> dict[str, Any]:
        """Every word of it, for keeping."""
        plan = self.plan
        return {
            "hovedmal": self.hovedmal,
            "mal": [{"tekst": mal.tekst, "omrade": mal.omrade, "frist": _iso(mal.frist)} for mal in self.mal],
            "tekster": {
                felt.name: getattr(plan, felt.name)
                for felt in plan._meta.fields
                if felt.get_internal_type() in {"TextField", "CharField"} and felt.name not in {"status"}
            },
            "fra": _iso(plan.fra),
            "til": _iso(plan.til),
            "neste_revisjon": _iso(plan.neste_revisjon),
            "godtatt": _iso(plan.godtatt),
            "koordinator": str(self.koordinator.navn) if self.koordinator else "",
            "koordinator_kontakt": str(self.koordinator.kontakt) if self.koordinator else "",
            "tjenester": [asdict(tjeneste) for tjeneste in self.tjenester],
            "parter": [asdict(self._deltar(part, samtykke)) for part, samtykke in self.delinger],
            "samtykke_gitt": _iso(self.samtykke.gitt) if self.samtykke else None,
        }

    def _deltar(self, part: Planpart, samtykke: Plansamtykke | None) -> Deltar:
        return Deltar(
            part.navn,
            part.tjeneste,
            part.kontakt,
            part.bidrag,
            part.parorende,
            samtykke.omfang if samtykke else "",
        )


def _iso(dag: date | None) -> str | None:
    return dag.isoformat() if dag else None


def planbilde(plan: IndividuellPlan) -> Planbilde:
    """The plan with the goals and activities of the person's programme. A constant number of queries."""
    sak = plan.hjemme()
    program = gjeldende_versjon(sak)
    mal = list(apne_delmal(sak))
    return Planbilde(
        plan=plan,
        hovedmal=program.mal if program else "",
        mal=mal,
        tjenester=[*_fra_programmet(program), *_ved_siden_av(plan)],
        parter=list(plan.parter.all()),
        koordinator=_koordinator(plan),
        samtykker=list(plan.samtykker.select_related("part")),
    )


def _fra_programmet(program: Any) -> Iterable[Tjeneste]:
    if program is None or program.har_gatt_ut:
        return
    for aktivitet in program.aktiviteter.all():
        if aktivitet.status in {Aktivitetstatus.FERDIG, Aktivitetstatus.AVBRUTT}:
            continue
        yield Tjeneste(
            navn=aktivitet.navn,
            omfang=timetall_ord(timer_i_uken(aktivitet)),
            ansvarlig=oppfolging_i_ord(aktivitet) or aktivitet.arrangor or program.sak.kontor.navn,
            hvordan=", ".join(filter(None, (aktivitet.formal, aktivitet.arrangor, aktivitet.sted))),
            mal=", ".join(kobling.delmal.tekst for kobling in aktivitet.malkoblinger.all()),
            fra_programmet=True,
        )


def _ved_siden_av(plan: IndividuellPlan) -> Iterable[Tjeneste]:
    for tjeneste in plan.tjenester.select_related("delmal"):
        yield Tjeneste(
            tjeneste.navn,
            tjeneste.omfang,
            tjeneste.ansvarlig,
            tjeneste.hvordan,
            mal=tjeneste.delmal.tekst if tjeneste.delmal else "",
            id=str(tjeneste.pk),
        )


def _koordinator(plan: IndividuellPlan) -> Koordinator | None:
    dag = klokke.i_dag()
    return next((k for k in plan.koordinatorer.all() if k.fra <= dag and (k.til is None or k.til >= dag)), None)


def apen_plan(sak: Sak) -> IndividuellPlan | None:
    """The person's open plan in the municipality, else the last one that was; None when there has been none."""
    return _apen_av(IndividuellPlan.objects.filter(person=sak.person_id, sak__kommune=sak.kommune_id))


def egen_plan(sak: Sak) -> IndividuellPlan | None:
    """The same for the participant, whose plan is their own wherever it was made."""
    return _apen_av(IndividuellPlan.objects.filter(person=sak.person_id))


def _apen_av(alle: QuerySet[IndividuellPlan]) -> IndividuellPlan | None:
    planer = list(alle.select_related("sak__kontor", "person"))
    return next((plan for plan in planer if plan.status in APNE), planer[-1] if planer else None)


def venter_pa_svar(plan: IndividuellPlan) -> Egetsvar | None:
    """What a plan being written waits for from the participant: consent, or their yes when all of § 9 is there."""
    if plan.status not in SKRIVES:
        return None
    bilde = planbilde(plan)
    if bilde.samtykke is None:
        return Egetsvar.SAMTYKKE
    return Egetsvar.ENIG if plan.godtatt is None and not regel.mangler(bilde.fakta) else None


def plan_hent(aktor: Aktor, plan_id: UUID, handling: Handling = Handling.PLAN_SKRIV) -> IndividuellPlan:
    """One plan, if the actor may do `handling` to it. Raises IkkeTilgang otherwise."""
    plan = (
        IndividuellPlan.objects.select_related("sak__person", "sak__kontor", "sak__kommune", "person")
        .filter(pk=plan_id)
        .first()
    )
    if plan is None:
        raise IkkeTilgang("planen finnes ikke")
    krev(aktor, handling, plan)
    return plan


def planversjon_av(plan: IndividuellPlan, nummer: int) -> Planversjon | None:
    """The version as it was when it came into force; None when there is none of the number."""
    return plan.versjoner.filter(nummer=nummer).first()


def _del_hent(aktor: Aktor, rader: Any, del_id: UUID, handling: Handling) -> Any:
    rad = (
        rader.select_related("plan__sak__person", "plan__person", "sak__person", "sak__kontor")
        .filter(pk=del_id)
        .first()
    )
    if rad is None:
        raise IkkeTilgang("finnes ikke i planen")
    krev(aktor, handling, rad)
    return rad


def planpart_hent(aktor: Aktor, part_id: UUID, handling: Handling = Handling.PLAN_SKRIV) -> Planpart:
    """One who takes part. Raises IkkeTilgang otherwise."""
    part: Planpart = _del_hent(aktor, Planpart.objects, part_id, handling)
    return part


def plantjeneste_hent(aktor: Aktor, tjeneste_id: UUID) -> Plantjeneste:
    """One service beside the programme, for taking it out. Raises IkkeTilgang otherwise."""
    tjeneste: Plantjeneste = _del_hent(aktor, Plantjeneste.objects, tjeneste_id, Handling.PLAN_SKRIV)
    return tjeneste


def plansamtykke_hent(aktor: Aktor, samtykke_id: UUID, handling: Handling) -> Plansamtykke:
    """One consent, for withdrawing it. Raises IkkeTilgang otherwise."""
    samtykke: Plansamtykke = _del_hent(aktor, Plansamtykke.objects, samtykke_id, handling)
    return samtykke


# The offer


@dataclass(frozen=True, slots=True)
class Tilbudsbilde:
    """How the offer stands in one case."""

    tilbud: tuple[Plantilbud, ...] = ()
    svar: tuple[Plansvaret, ...] = ()

    @property
    def tilbudt(self) -> date | None:
        """The first day it was offered."""
        return self.tilbud[0].dato if self.tilbud else None

    @property
    def er_tilbudt(self) -> bool:
        """Whether the participant knows of it: it was offered, or they have answered of themselves."""
        return bool(self.tilbud or self.svar)

    @property
    def i_samtale(self) -> Plantilbud | None:
        """The last time it was offered in a conversation."""
        return next((t for t in reversed(self.tilbud) if t.kanal == Tilbudskanal.SAMTALE), None)

    @property
    def siste_svar(self) -> Plansvaret | None:
        """What the participant says now."""
        return self.svar[-1] if self.svar else None

    @property
    def bare_brev(self) -> bool:
        """Whether it was offered by letter and nobody has talked about it; an answer shows that it was understood."""
        har_svart = self.siste_svar is not None and self.siste_svar.svar != Plansvar.IKKE_SVART
        return bool(self.tilbud) and self.i_samtale is None and not har_svart


def tilbud_for(sak_ids: Sequence[UUID]) -> dict[UUID, Tilbudsbilde]:
    """How the offer stands in each case. At most two queries."""
    tilbud: defaultdict[UUID, list[Plantilbud]] = defaultdict(list)
    svar: defaultdict[UUID, list[Plansvaret]] = defaultdict(list)
    for en in rader_i(sak_ids, Plantilbud).select_related("av"):
        tilbud[en.sak_id].append(en)
    for ett in rader_i(sak_ids, Plansvaret):
        svar[ett.sak_id].append(ett)
    return {sak_id: Tilbudsbilde(tuple(tilbud[sak_id]), tuple(svar[sak_id])) for sak_id in sak_ids}


def tilbudsbilde(sak: Sak) -> Tilbudsbilde:
    """How the offer stands in the case."""
    return tilbud_for([sak.pk])[sak.pk]


def til_mappe(saker: Iterable[Sak]) -> dict[UUID, dict[str, Any]]:
    """What the case file says of the individual plan, in the schema's words, of each case. Three queries."""
    saker = list(saker)
    tilbud = tilbud_for([sak.pk for sak in saker])
    i_kraft = dict(
        IndividuellPlan.objects.filter(person__in=[sak.person_id for sak in saker], i_kraft_fra__isnull=False)
        .order_by("-i_kraft_fra")
        .values_list("person_id", "i_kraft_fra")
    )
    return {sak.pk: _til_mappe(tilbud[sak.pk], i_kraft.get(sak.person_id)) for sak in saker}


def _til_mappe(bilde: Tilbudsbilde, plan_fra: date | None) -> dict[str, Any]:
    svar = bilde.siste_svar
    kanal = None
    if bilde.tilbud:
        kanal = str(Tilbudskanal.SAMTALE if bilde.i_samtale else Tilbudskanal.BREV)
    grunn = svar.begrunnelse or (VIL_IKKE_SI if svar.vil_ikke_si else "") if svar else ""
    return {
        "tilbudt": _iso(bilde.tilbudt),
        "kanal": kanal,
        "svar": str(svar.svar) if svar else str(Plansvar.IKKE_SVART) if bilde.tilbud else None,
        "begrunnelse": grunn or None,
        "plan_fra": _iso(plan_fra),
    }
