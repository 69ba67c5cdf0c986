"""Reading the routines, and what has been learnt from departing from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Max, Q, QuerySet
from django.utils.translation import gettext as _

from fotfeste.fag.program.models import Programversjon
from fotfeste.fag.sak.selectors import Sakslenke, i_rekkevidde, sakslenke
from fotfeste.fag.veiledning.models import Avvik, Rutine, Rutinesjekk
from fotfeste.fag.veiledning.steg import STEG
from fotfeste.fag.veiledning.typer import Steg
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.gjoremal import Gjoremalrad
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Bruker, Kommune, Kontor, Medlemskap
from fotfeste.grunnmur.tilgang import HANDLINGER, Aktor, Handling, kontorer_for
from fotfeste.regelverk.tid import legg_til_maneder

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def kan_skrive_i(aktor: Aktor) -> set[UUID]:
    """The municipalities whose routines the actor may write: those where they hold a role for it, at any office."""
    return {t.kommune_id for t in aktor.tildelinger if t.rolle in HANDLINGER[Handling.RUTINE_SKRIV]}


def krev_kan_skrive(aktor: Aktor, kommune: Kommune, kontor: Kontor | None) -> None:
    """Raise IkkeTilgang unless the actor may write the municipality's common routines, or those of the office."""
    if kontor is None and kommune.pk in kan_skrive_i(aktor):
        return
    egne = kontorer_for(aktor, Handling.RUTINE_SKRIV).kontorer
    if kontor and kontor.kommune_id == kommune.pk and kontor.pk in egne:
        return
    raise IkkeTilgang(f"ingen rolle gir {Handling.RUTINE_SKRIV} der")


def _gjeldende() -> QuerySet[Rutine]:
    i_dag = klokke.i_dag()
    rader = Rutine.objects.filter(Q(til__isnull=True) | Q(til__gte=i_dag), fra__lte=i_dag)
    return rader.select_related("kontor", "eier", "kommune", "skrevet_av")


def felles_rutine(kommune: Kommune, steg: str) -> Rutine | None:
    """The municipality's common routine for the step today."""
    return _gjeldende().filter(kommune=kommune, kontor__isnull=True, steg=steg).first()


def kontorets_rutine(kommune_id: UUID, steg: str, kontor: Kontor, avsnitt: int) -> Rutine | None:
    """What the office says more about the paragraph today."""
    return _gjeldende().filter(kommune_id=kommune_id, kontor=kontor, steg=steg, avsnitt=avsnitt).first()


def rutine_for_skriving(aktor: Aktor, rutine_id: UUID) -> Rutine:
    """One routine, for someone who may write it. Raises IkkeTilgang otherwise, also when there is none."""
    rutine = Rutine.objects.select_related("kommune", "kontor").filter(pk=rutine_id).first()
    if rutine is None:
        raise IkkeTilgang("rutinen finnes ikke")
    krev_kan_skrive(aktor, rutine.kommune, rutine.kontor)
    return rutine


@dataclass(frozen=True, slots=True)
class Avsnitt:
    """A paragraph of the common routine, and what the offices say more about it."""

    nummer: int
    tekst: str
    utdypet: list[Rutine]


@dataclass(frozen=True, slots=True)
class Rutinebilde:
    """How a step is done in a municipality: the common routine by paragraph, with the offices' refinements."""

    steg: Steg
    felles: Rutine | None
    kontorenes: list[Rutine] = field(default_factory=list)

    @property
    def avsnitt(self) -> list[Avsnitt]:
        tekster = self.felles.avsnittene if self.felles else []
        return [
            Avsnitt(nummer, tekst, [r for r in self.kontorenes if r.avsnitt == nummer])
            for nummer, tekst in enumerate(tekster, start=1)
        ]

    @property
    def over_vurdering(self) -> list[Rutine]:
        """Those whose day to be looked at again has come."""
        alle = [self.felles, *self.kontorenes] if self.felles else self.kontorenes
        return [rutine for rutine in alle if rutine.vurderes <= klokke.i_dag()]


def rutiner_ved_feltet(aktor: Aktor) -> dict[str, Rutinebilde]:
    """The routines of the actor's municipality by step, with the refinements of their own offices. One query.

    For someone who works in several municipalities, those of the first.
    """
    kommuner = sorted({t.kommune_id for t in aktor.tildelinger}, key=str)
    if not kommuner:
        return {}
    kontorer = {t.kontor_id for t in aktor.tildelinger if t.kontor_id}
    rader = _gjeldende().filter(Q(kontor__isnull=True) | Q(kontor__in=kontorer), kommune=kommuner[0])
    return _bilder(rader)


def _bilder(rader: QuerySet[Rutine]) -> dict[str, Rutinebilde]:
    felles: dict[str, Rutine] = {}
    egne: defaultdict[str, list[Rutine]] = defaultdict(list)
    for rad in rader:
        if rad.kontor_id:
            egne[rad.steg].append(rad)
        else:
            felles[rad.steg] = rad
    return {kode: Rutinebilde(STEG[kode], felles.get(kode), egne[kode]) for kode in {*felles, *egne} if kode in STEG}


@dataclass(frozen=True, slots=True)
class Kommunerutiner:
    """All steps of a municipality, with and without a routine. `avviker`: steps where the offices differ."""

    kommune: Kommune
    steg: list[Rutinebilde]
    kan_skrive: bool
    egne_kontorer: list[Kontor]

    @property
    def uten(self) -> int:
        return sum(bilde.felles is None for bilde in self.steg)

    @property
    def over_vurdering(self) -> int:
        return sum(len(bilde.over_vurdering) for bilde in self.steg)

    @property
    def utdypet(self) -> int:
        return sum(bool(bilde.kontorenes) for bilde in self.steg)


def rutiner(aktor: Aktor) -> list[Kommunerutiner]:
    """Every step in the municipalities the actor works in. Two queries for each."""
    kommuner = Kommune.objects.filter(pk__in={t.kommune_id for t in aktor.tildelinger}).order_by("nummer", "bydel")
    skriver = kontorer_for(aktor, Handling.RUTINE_SKRIV).kontorer
    ut = []
    for kommune in kommuner:
        bilder = _bilder(_gjeldende().filter(kommune=kommune))
        ut.append(
            Kommunerutiner(
                kommune,
                [bilder.get(kode, Rutinebilde(steg, None)) for kode, steg in STEG.items()],
                kommune.pk in kan_skrive_i(aktor),
                list(Kontor.objects.filter(pk__in=skriver, kommune=kommune)),
            )
        )
    return ut


def rutine_historie(kommune: Kommune, steg: str) -> list[Rutine]:
    """All versions of a step's routines in the municipality, newest first."""
    rader = Rutine.objects.filter(kommune=kommune, steg=steg).select_related("kontor", "eier", "skrevet_av")
    return list(rader.order_by("-fra", "kontor__nummer"))


def kommune_for_rutiner(aktor: Aktor, kommune_id: UUID) -> Kommune:
    """A municipality the actor works in. Raises IkkeTilgang."""
    kommune = Kommune.objects.filter(pk=kommune_id, pk__in={t.kommune_id for t in aktor.tildelinger}).first()
    if kommune is None:
        raise IkkeTilgang("kommunen finnes ikke, eller er en annen")
    return kommune


def mulige_eiere(kommune: Kommune) -> QuerySet[Bruker]:
    """Those who can own a routine: who may write one in the municipality."""
    roller = HANDLINGER[Handling.RUTINE_SKRIV]
    i_dag = klokke.i_dag()
    der = Medlemskap.objects.filter(
        Q(til__isnull=True) | Q(til__gte=i_dag), kommune=kommune, rolle__in=roller, fra__lte=i_dag
    )
    return Bruker.objects.filter(is_active=True, pk__in=der.values("bruker"))


# Whether they are followed

IKKE_FULGT_MANEDER = 2
"""How long a routine may go without being found followed before the practice or the routine is to be changed."""


@dataclass(frozen=True, slots=True)
class Etterlevelse:
    """A routine somebody has begun to check: when it was last checked and last found followed."""

    rutine: Rutine
    sist_sjekket: date
    sist_fulgt: date | None

    @property
    def ma_endres(self) -> date | None:
        """Since when the practice or the routine should have been changed; None while the routine is followed."""
        fra = self.sist_fulgt or self.rutine.fra
        senest = legg_til_maneder(fra, IKKE_FULGT_MANEDER)
        return senest if klokke.i_dag() >= senest else None


def etterlevelse(kommuner: Iterable[UUID]) -> list[Etterlevelse]:
    """The routines of the municipalities that are checked, as they stand today. One query."""
    rader = _gjeldende().filter(kommune__in=list(kommuner), sjekker__isnull=False)
    rader = rader.annotate(sist=Max("sjekker__dato"), fulgt=Max("sjekker__dato", filter=Q(sjekker__folges=True)))
    return [Etterlevelse(rad, rad.sist, rad.fulgt) for rad in rader]


def sjekker_av(rutine: Rutine) -> list[Rutinesjekk]:
    """The routine's last checks, newest first."""
    return list(rutine.sjekker.select_related("av")[:6])


def rutinegjoremal(aktor: Aktor) -> list[Gjoremalrad]:
    """What is not followed any more: the fagansvarlig changes the practice or the routine. One query."""
    if aktor.er_system:
        return []
    kommuner = {t.kommune_id for t in aktor.tildelinger if t.rolle == Rolle.FAGANSVARLIG}
    if not kommuner:
        return []
    return [
        Gjoremalrad(
            hvem=STEG[ett.rutine.steg].tittel,
            tekst=_("Rutinen følges ikke: endre praksis eller rutine"),
            mer=_("Sist fulgt %(dag)s") % {"dag": dato_ord(ett.sist_fulgt)} if ett.sist_fulgt else _("Ikke fulgt ennå"),
            siden=ett.sist_fulgt or ett.rutine.fra,
            frist=ett.ma_endres,
            knapp=_("Se på rutinen"),
            side="rutine",
            args=(ett.rutine.kommune_id, ett.rutine.steg),
        )
        for ett in etterlevelse(kommuner)
        if ett.ma_endres and ett.rutine.steg in STEG
    ]


# Deviations


@dataclass(frozen=True, slots=True)
class Avviksrad:
    """One deviation: what should have been done, the sentence, and the case for those who may see it."""

    dato: date
    bor: str
    setning: str
    sak: Sakslenke


@dataclass(frozen=True, slots=True)
class Avviksbilde:
    """A step's deviations, newest first."""

    tittel: StrOrPromise
    rader: list[Avviksrad]

    @property
    def antall(self) -> int:
        return len(self.rader)


MAKS_AVVIK = 500
I_PROGRAMMET = "program"


def avvik_i_kommunen(aktor: Aktor) -> list[Avviksbilde]:
    """What was done otherwise and why, by step, most often first: in the whole of the actor's municipalities.

    The sentences are for all to learn from; whose case it was is for those who may see it.
    """
    kommuner = {t.kommune_id for t in aktor.tildelinger}
    felles = ("sak", "sak__person", "sak__kontor", "sak__kommune")
    meldt = Avvik.objects.filter(sak__kommune__in=kommuner).select_related(*felles)[:MAKS_AVVIK]
    program = (
        Programversjon.objects.filter(sak__kommune__in=kommuner)
        .exclude(avvik="")
        .select_related(*felles)
        .order_by("-fra")[:MAKS_AVVIK]
    )
    etter: defaultdict[str, list[Avviksrad]] = defaultdict(list)
    for rad in meldt:
        lenke = sakslenke(aktor, rad.sak, Handling.SAK_LES)
        etter[rad.steg].append(Avviksrad(rad.dato, rad.bor, rad.setning, lenke))
    for versjon in program:
        lenke = sakslenke(aktor, versjon.sak, Handling.SAK_LES)
        etter[I_PROGRAMMET].append(Avviksrad(versjon.fra, "", versjon.avvik, lenke))
    bilder = [Avviksbilde(_tittel(kode), rader) for kode, rader in etter.items()]
    return sorted(bilder, key=lambda bilde: -bilde.antall)


def _tittel(kode: str) -> StrOrPromise:
    return STEG[kode].tittel if kode in STEG else kode


def avvik_i_saken(aktor: Aktor, sak_id: UUID, steg: str) -> list[Avvik]:
    """What has been said of the step in the case, for those who may read its follow-up."""
    innenfor = i_rekkevidde(aktor, Handling.OPPFOLGING_LES, sak="sak__")
    return list(Avvik.objects.filter(innenfor, sak_id=sak_id, steg=steg).select_related("av"))
