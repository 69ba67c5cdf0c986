"""The caseload of each veileder, as the leader sees it: how many, where they stand, and what waits."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import QuerySet

from fotfeste.fag.oversikt.ansatte import gjelder_den
from fotfeste.fag.oversikt.selectors import oversikt_for
from fotfeste.fag.oversikt.typer import Oversikt, Part
from fotfeste.fag.sak.enums import APNE, Saksstatus
from fotfeste.fag.sak.models import Overlevering
from fotfeste.fag.sak.overlevering import flyttet_i_dag
from fotfeste.fag.sak.selectors import saker_for
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon import valg
from fotfeste.grunnmur.organisasjon.models import Bruker, Kontor, Medlemskap, Stedfortreder
from fotfeste.grunnmur.organisasjon.stedfortreder import stedfortredere_ved
from fotfeste.grunnmur.tilgang import HANDLINGER, Aktor, Handling, kontorer_for, krev_rolle


@dataclass(frozen=True, slots=True)
class Portefolje:
    """One veileder's cases at an office; `bruker` None: the cases nobody has. `full`: the advice."""

    bruker: Bruker | None
    saker: list[Oversikt]
    full: int
    borte: Stedfortreder | None = None

    @property
    def antall(self) -> int:
        return len(self.saker)

    @property
    def per_status(self) -> list[tuple[str, int]]:
        """The states there are cases in, in the order of the way through the programme."""
        tall = Counter(o.sak.status for o in self.saker)
        return [(str(status.label), tall[status]) for status in Saksstatus if tall[status]]

    @property
    def over_fristen(self) -> int:
        """Cases where something of the office's is past its deadline."""
        i_dag = klokke.i_dag()
        return sum(
            any(o.part != Part.DELTAKER and o.frist and o.frist < i_dag for o in sak.oppgaver) for sak in self.saker
        )

    @property
    def stille(self) -> int:
        """Participants nobody has talked to for as long as the municipality has chosen."""
        return sum(any(o.slag == "stille" for o in sak.oppgaver) for sak in self.saker)

    @property
    def tolk(self) -> int:
        return sum(sak.sak.person.tolkebehov for sak in self.saker)

    @property
    def sprak(self) -> list[tuple[str, int]]:
        """The languages an interpreter is needed in, the most common first."""
        return Counter(
            str(o.sak.person.get_sprak_display()) for o in self.saker if o.sak.person.tolkebehov
        ).most_common()

    @property
    def over(self) -> int:
        return max(self.antall - self.full, 0) if self.bruker else 0

    @property
    def andel(self) -> int:
        """Tenths of a full caseload, at most ten, for the picture."""
        return min(round(10 * self.antall / self.full), 10)


@dataclass(frozen=True, slots=True)
class Kontorbilde:
    """An office's caseloads, the largest first, and what has been moved today."""

    kontor: Kontor
    portefoljer: list[Portefolje]
    full: int
    kan_fordele: bool
    stedfortredere: list[Stedfortreder] = field(default_factory=list)

    @property
    def antall(self) -> int:
        return sum(portefolje.antall for portefolje in self.portefoljer)


def portefoljer(aktor: Aktor) -> list[Kontorbilde]:
    """The offices whose caseload the actor may see. A constant number of queries. Raises IkkeTilgang."""
    krev_rolle(aktor, Handling.PORTEFOLJE_LES)
    rekkevidde = kontorer_for(aktor, Handling.PORTEFOLJE_LES)
    kontorer = list(_kontorer(rekkevidde.kontorer, rekkevidde.kommuner))
    saker = list(saker_for(aktor, Handling.PORTEFOLJE_LES).filter(status__in=APNE))
    etter = defaultdict(list)
    for oversikt in oversikt_for(saker).values():
        kontakt = oversikt.fast_kontakt.pk if oversikt.fast_kontakt else None
        etter[(oversikt.sak.kontor_id, kontakt)].append(oversikt)
    ansatte = _ansatte([kontor.pk for kontor in kontorer])
    borte = stedfortredere_ved([kontor.pk for kontor in kontorer], klokke.i_dag())
    hoyst = valg.verdier({kontor.kommune_id for kontor in kontorer}, klokke.i_dag())
    kan = kontorer_for(aktor, Handling.SAK_FORDEL).kontorer
    return [
        Kontorbilde(
            kontor,
            _portefoljer(kontor, ansatte[kontor.pk], etter, borte, int(hoyst[kontor.kommune_id]["full_portefolje"])),
            int(hoyst[kontor.kommune_id]["full_portefolje"]),
            kontor.pk in kan,
            [rad for rad in borte if rad.kontor_id == kontor.pk],
        )
        for kontor in kontorer
    ]


def _kontorer(kontorer: frozenset[UUID], kommuner: frozenset[UUID]) -> QuerySet[Kontor]:
    alle = Kontor.objects.select_related("kommune")
    return alle.filter(pk__in=kontorer) | alle.filter(kommune_id__in=kommuner)


def _ansatte(kontorer: list[UUID]) -> dict[UUID, list[Bruker]]:
    """Those who follow up cases at each office today."""
    roller = HANDLINGER[Handling.OPPFOLGING_SKRIV]
    rader = Medlemskap.objects.filter(
        gjelder_den(klokke.i_dag()), kontor_id__in=kontorer, rolle__in=roller, bruker__is_active=True
    ).select_related("bruker")
    ut: defaultdict[UUID, list[Bruker]] = defaultdict(list)
    for rad in rader:
        if rad.kontor_id and rad.bruker not in ut[rad.kontor_id]:
            ut[rad.kontor_id].append(rad.bruker)
    return ut


def _portefoljer(
    kontor: Kontor,
    ansatte: Sequence[Bruker],
    etter: dict[tuple[UUID, UUID | None], list[Oversikt]],
    borte: Sequence[Stedfortreder],
    full: int,
) -> list[Portefolje]:
    na = {rad.bruker_id: rad for rad in borte if rad.kontor_id == kontor.pk and rad.fra <= klokke.i_dag()}
    rader = [Portefolje(bruker, etter.get((kontor.pk, bruker.pk), []), full, na.get(bruker.pk)) for bruker in ansatte]
    rader.sort(key=lambda rad: (-rad.antall, rad.bruker.navn if rad.bruker else ""))
    uten = etter.get((kontor.pk, None), [])
    return [Portefolje(None, uten, full), *rader] if uten else rader


@dataclass(frozen=True, slots=True)
class Bunke:
    """Cases moved together today: the key that moves them back, who moved them, and which."""

    nokkel: UUID
    rader: list[Overlevering]

    @property
    def kan_angres(self) -> bool:
        return not any(rad.lest for rad in self.rader)


def bunker_i_dag(aktor: Aktor) -> list[Bunke]:
    """What has been moved today where the actor distributes."""
    bunker: defaultdict[UUID, list[Overlevering]] = defaultdict(list)
    for rad in flyttet_i_dag(aktor):
        bunker[rad.bunke].append(rad)
    return [Bunke(nokkel, rader) for nokkel, rader in bunker.items()]


@dataclass(frozen=True, slots=True)
class Fordelbare:
    """The cases a move starts from, and who at their offices can have them, with how many they have now."""

    saker: list[Oversikt]
    mottakere: list[Bruker]
    antall: dict[UUID, int]

    @property
    def kontakter(self) -> dict[UUID, UUID]:
        """The cases' fixed contacts now."""
        return {o.sak.pk: o.fast_kontakt.pk for o in self.saker if o.fast_kontakt}


def fordelbare(aktor: Aktor, *, saker: Sequence[UUID], fra: UUID | None = None) -> Fordelbare:
    """The chosen cases, and with `fra` all the open ones that user is the fixed contact of."""
    krev_rolle(aktor, Handling.SAK_FORDEL)
    mine = saker_for(aktor, Handling.SAK_FORDEL).filter(status__in=APNE)
    alle = oversikt_for(list(mine))
    antall = Counter(o.fast_kontakt.pk for o in alle.values() if o.fast_kontakt)
    valgte = [o for o in alle.values() if o.sak.pk in saker or (fra and o.fast_kontakt and o.fast_kontakt.pk == fra)]
    valgte.sort(key=lambda o: (o.sak.person.etternavn, o.sak.person.fornavn))
    ved = _ansatte([o.sak.kontor_id for o in valgte])
    mottakere = {bruker.pk: bruker for brukere in ved.values() for bruker in brukere}
    return Fordelbare(valgte, sorted(mottakere.values(), key=lambda b: b.navn), dict(antall))
