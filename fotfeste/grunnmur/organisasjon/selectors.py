"""The organisation as it stands: offices, who holds which role where and when, and what the municipality has chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import KommunaltValg, Kommune, Kontor, Medlemskap
from fotfeste.grunnmur.organisasjon.valg import VALG, Valg
from fotfeste.grunnmur.tilgang import Aktor, Handling, kontorer_for, krev_rolle

MAKS_TIDLIGERE = 100


@dataclass(frozen=True, slots=True)
class Valgrad:
    """One choice in a municipality: what holds today (None: the default), and what is decided for later."""

    valg: Valg
    gjeldende: KommunaltValg | None
    senere: KommunaltValg | None

    @property
    def verdi(self) -> Any:
        return self.gjeldende.verdi if self.gjeldende else self.valg.standard


@dataclass(frozen=True, slots=True)
class Kommunebilde:
    """A municipality as the actor may see it: a leader the roles of their own office, others all."""

    kommune: Kommune
    kontorer: list[Kontor]
    roller: list[Medlemskap]
    tidligere: list[Medlemskap]
    valg: list[Valgrad]
    kan_endre: bool


def organisasjon(aktor: Aktor) -> list[Kommunebilde]:
    """The municipalities whose roles and choices the actor may see. Four queries for each. Raises IkkeTilgang."""
    krev_rolle(aktor, Handling.ORGANISASJON_LES)
    rekkevidde = kontorer_for(aktor, Handling.ORGANISASJON_LES)
    kommuner = Kommune.objects.filter(Q(pk__in=rekkevidde.kommuner) | Q(kontorer__in=rekkevidde.kontorer)).distinct()
    return [_bilde(aktor, kommune) for kommune in kommuner.order_by("nummer", "bydel")]


def _bilde(aktor: Aktor, kommune: Kommune) -> Kommunebilde:
    rekkevidde = kontorer_for(aktor, Handling.ORGANISASJON_LES)
    kontorer = list(kommune.kontorer.all())
    roller = Medlemskap.objects.filter(kommune=kommune).exclude(rolle=Rolle.DELTAKER)
    if kommune.pk not in rekkevidde.kommuner:
        kontorer = [kontor for kontor in kontorer if kontor.pk in rekkevidde.kontorer]
        roller = roller.filter(kontor__in=kontorer)
    roller = roller.select_related("bruker", "kontor").order_by("kontor__nummer", "bruker__navn", "fra")
    i_dag = klokke.i_dag()
    return Kommunebilde(
        kommune=kommune,
        kontorer=kontorer,
        roller=list(roller.filter(Q(til__isnull=True) | Q(til__gte=i_dag))),
        tidligere=list(roller.filter(til__lt=i_dag).order_by("-til")[:MAKS_TIDLIGERE]),
        valg=_valg(kommune),
        kan_endre=kommune.pk in kontorer_for(aktor, Handling.ORGANISASJON_ENDRE).kommuner,
    )


def siste_valg(kommune: Kommune, nokkel: str) -> KommunaltValg | None:
    """The latest choice that is decided, also for a day to come, or None when the default has always held."""
    return KommunaltValg.objects.filter(kommune=kommune, nokkel=nokkel).order_by("-fra").first()


def _valg(kommune: Kommune) -> list[Valgrad]:
    i_dag = klokke.i_dag()
    satte: dict[str, list[KommunaltValg]] = {}
    fortsatt = Q(til__isnull=True) | Q(til__gte=i_dag)
    for valg in KommunaltValg.objects.filter(fortsatt, kommune=kommune).select_related("besluttet_av").order_by("fra"):
        satte.setdefault(valg.nokkel, []).append(valg)
    return [
        Valgrad(
            valg=ett,
            gjeldende=next((v for v in satte.get(nokkel, []) if v.fra <= i_dag), None),
            senere=next((v for v in satte.get(nokkel, []) if v.fra > i_dag), None),
        )
        for nokkel, ett in VALG.items()
    ]


def egne_kontorer(aktor: Aktor) -> QuerySet[Kontor]:
    """The offices the actor holds a role at."""
    return Kontor.objects.filter(pk__in={t.kontor_id for t in aktor.tildelinger if t.kontor_id})


def kommune_aa_endre(aktor: Aktor, kommune_id: UUID) -> Kommune:
    """A municipality whose roles and choices the actor may change. Raises IkkeTilgang."""
    kommune = kommuner_aa_endre(aktor).filter(pk=kommune_id).first()
    if kommune is None:
        raise IkkeTilgang(f"ingen rolle gir {Handling.ORGANISASJON_ENDRE} der")
    return kommune


def kommuner_aa_endre(aktor: Aktor) -> QuerySet[Kommune]:
    """The municipalities whose roles and choices the actor may change."""
    return Kommune.objects.filter(pk__in=kontorer_for(aktor, Handling.ORGANISASJON_ENDRE).kommuner)


def medlemskap_aa_endre(aktor: Aktor, medlemskap_id: UUID) -> Medlemskap:
    """A role the actor may end. Raises IkkeTilgang."""
    medlemskap = (
        Medlemskap.objects.exclude(rolle=Rolle.DELTAKER)
        .filter(pk=medlemskap_id, kommune__in=kommuner_aa_endre(aktor))
        .select_related("bruker", "kontor", "kommune")
        .first()
    )
    if medlemskap is None:
        raise IkkeTilgang("rollen finnes ikke, eller er i en annen kommune")
    return medlemskap
