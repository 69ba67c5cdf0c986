"""Min dag: everything that needs the actor now, a row a case, by how soon."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from enum import StrEnum
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.etter.selectors import noe_igjen
from fotfeste.fag.klage.selectors import forberedes_av, har_apen_klage, venter_pa_beslutter
from fotfeste.fag.oppfolging.models import Avslutning
from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oppmote.models import Timeliste
from fotfeste.fag.oversikt.ansatte import gjelder_den, kontakter_som_er_her
from fotfeste.fag.oversikt.bidrag import LOSE
from fotfeste.fag.oversikt.models import Utsettelse
from fotfeste.fag.oversikt.selectors import eier_av, gjelder_meg, kan_ta, oversikt_for
from fotfeste.fag.oversikt.typer import Oppgave, Oversikt, Part
from fotfeste.fag.sak.enums import APNE
from fotfeste.fag.sak.models import FastKontakt, Overlevering, Sak
from fotfeste.fag.sak.selectors import saker_for
from fotfeste.fag.vedtak.enums import Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.gjoremal import Gjoremalrad
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.organisasjon.models import Bruker, Stedfortreder
from fotfeste.grunnmur.organisasjon.stedfortreder import vikarierer_for
from fotfeste.grunnmur.organisasjon.valg import VALG
from fotfeste.grunnmur.tilgang import HANDLINGER, Aktor, Gradering, Handling

SAMLES_FRA = 3
"""From so many on, equal tasks that can be done in bulk become one line."""

_LENGST_TILBAKE = timedelta(days=max(VALG["timelister_etterlyses_dager"].hoyst, VALG["vedtak_forklares_dager"].hoyst))
"""How far back a closed case can have something left to do, whatever the municipality has chosen."""


class Omfang(StrEnum):
    """Whose tasks are shown."""

    MINE = "mine"
    TEAMETS = "teamets"
    STEDFORTREDER = "stedfortreder"


class Slag(StrEnum):
    """What a task is about, to filter on."""

    FRISTER = "frister"
    MOTER = "moter"
    SOKNADER = "soknader"
    VEDTAK = "vedtak"
    TIMELISTER = "timelister"
    SAMTALER = "samtaler"
    EVALUERINGER = "evalueringer"
    PROGRAM = "program"
    KANDIDATER = "kandidater"
    HENVENDELSER = "henvendelser"
    KLAGER = "klager"
    PENGER = "penger"
    ANNET = "annet"


SLAGNAVN = {
    Slag.FRISTER: _("Frister"),
    Slag.MOTER: _("Møter"),
    Slag.SOKNADER: _("Søknader"),
    Slag.VEDTAK: _("Vedtak"),
    Slag.TIMELISTER: _("Timelister"),
    Slag.SAMTALER: _("Samtaler"),
    Slag.EVALUERINGER: _("Evalueringer"),
    Slag.PROGRAM: _("Programmet"),
    Slag.KANDIDATER: _("Kandidater"),
    Slag.HENVENDELSER: _("Henvendelser"),
    Slag.KLAGER: _("Klager"),
    Slag.PENGER: _("Penger"),
    Slag.ANNET: _("Annet"),
}

_BEGYNNER_MED = {
    "mote": Slag.MOTER,
    "timeliste": Slag.TIMELISTER,
    "evaluering": Slag.EVALUERINGER,
    "kandidat": Slag.KANDIDATER,
    "henvendelse": Slag.HENVENDELSER,
    "melding": Slag.HENVENDELSER,
    "klage": Slag.KLAGER,
    "avstemming": Slag.PENGER,
    "penger": Slag.PENGER,
    "stille": Slag.SAMTALER,
    "kontakt": Slag.SAMTALER,
    "program": Slag.PROGRAM,
    "plan": Slag.PROGRAM,
    "soknad": Slag.SOKNADER,
    "mangler": Slag.SOKNADER,
    "aev": Slag.SOKNADER,
    "forelopig_svar": Slag.SOKNADER,
    "vedtak": Slag.VEDTAK,
    "beslutt": Slag.VEDTAK,
    "returnert": Slag.VEDTAK,
    "forleng": Slag.VEDTAK,
    "forklar": Slag.VEDTAK,
    "horing": Slag.VEDTAK,
}


def slag_av(navn: str) -> Slag:
    """The kind of a task (or of a loose one's page), by what its name begins with."""
    return next((slag for ord_, slag in _BEGYNNER_MED.items() if navn.startswith(ord_)), Slag.ANNET)


@dataclass(frozen=True, slots=True)
class Gjoremal:
    """One line of Min dag: a case's most urgent task and its others, one task in many cases (`antall`), or a loose one.

    `for_hvem`: the colleague whose task it is, when one stands in. `utsatt`: until when it has been put off, and why.
    """

    oversikt: Oversikt | None
    oppgave: Oppgave | None
    antall: int = 1
    flere: tuple[Oppgave, ...] = ()
    for_hvem: Bruker | None = None
    utsatt: Utsettelse | None = None
    lost: Gjoremalrad | None = None

    @property
    def frist(self) -> date | None:
        return self.lost.frist if self.lost else self.oppgave.frist if self.oppgave else None

    @property
    def siden(self) -> date | None:
        return self.lost.siden if self.lost else self.oppgave.siden if self.oppgave else None

    @property
    def klokken(self) -> time | None:
        return self.lost.klokken if self.lost else self.oppgave.klokken if self.oppgave else None

    @property
    def haster(self) -> bool:
        """Whether the deadline is today or past."""
        return self.frist is not None and self.frist <= klokke.i_dag()

    @property
    def slag(self) -> Slag:
        if self.lost:
            return slag_av(self.lost.slag or self.lost.side)
        return slag_av(self.oppgave.slag if self.oppgave else "")

    @property
    def alle(self) -> tuple[Oppgave, ...]:
        return (self.oppgave, *self.flere) if self.oppgave else ()

    @property
    def antall_ting(self) -> int:
        """How many things the line stands for."""
        return self.antall + len(self.flere)


@dataclass(frozen=True, slots=True)
class Gruppe:
    """The lines that are equally urgent. `apen`: shown unfolded."""

    kode: str
    navn: object
    linjer: list[Gjoremal]
    apen: bool

    @property
    def antall(self) -> int:
        return sum(linje.antall_ting for linje in self.linjer)


@dataclass(frozen=True, slots=True)
class Slagvalg:
    """A kind there is something of."""

    kode: str
    navn: object
    antall: int
    valgt: bool


@dataclass(frozen=True, slots=True)
class Dag:
    """The page's whole content. `antall` and `haster` count what needs the actor, without what is put off or waits."""

    grupper: list[Gruppe]
    moter: list[Gjoremal]
    slag: list[Slagvalg]
    antall: int
    haster: int
    vikarierer: list[Stedfortreder] = field(default_factory=list)


_GRUPPER = (
    ("over", _("Over fristen"), True),
    ("i_dag", _("I dag"), True),
    ("uken", _("Denne uken"), True),
    ("senere", _("Senere"), False),
    ("venter", _("Venter på andre"), False),
    ("utsatt", _("Utsatt"), False),
)


def dagen(aktor: Aktor, *, omfang: str = Omfang.MINE, slag: str = "") -> Dag:
    """Everything that needs the actor now, in a constant number of queries."""
    vikarierer = vikarierer_for(aktor.krev_bruker(), aktor.dag)
    synlig = _Synsfelt(aktor, omfang, vikarierer)
    linjer, venter = _linjer(synlig)
    if omfang != Omfang.STEDFORTREDER:
        linjer += [Gjoremal(None, None, lost=lost) for hent in LOSE for lost in hent(aktor)]
    tall = Counter(slag for linje in linjer if not linje.utsatt for slag in _slagene(linje))
    if slag in set(Slag):
        linjer = [valgt for linje in linjer if (valgt := _bare(linje, Slag(slag)))]
        venter = [valgt for linje in venter if (valgt := _bare(linje, Slag(slag)))]
    else:
        linjer = _samle(linjer)
    aktive = [linje for linje in linjer if not linje.utsatt]
    moter = [linje for linje in aktive if linje.slag == Slag.MOTER and linje.frist == klokke.i_dag()]
    return Dag(
        grupper=_grupper([*(linje for linje in linjer if linje not in moter)], venter),
        moter=sorted(moter, key=lambda m: m.klokken or time.max),
        slag=[Slagvalg(ett, SLAGNAVN[ett], tall[ett], ett == slag) for ett in Slag if tall[ett] or ett == slag],
        antall=sum(linje.antall_ting for linje in aktive),
        haster=sum(linje.haster for linje in aktive),
        vikarierer=vikarierer,
    )


def min_dag(aktor: Aktor) -> list[Gjoremal]:
    """What needs the actor now and is theirs, the soonest first, without what they have put off."""
    linjer, _venter = _linjer(_Synsfelt(aktor, Omfang.MINE, vikarierer_for(aktor.krev_bruker(), aktor.dag)))
    return _samle([linje for linje in linjer if not linje.utsatt])


@dataclass(frozen=True, slots=True)
class _Synsfelt:
    """Whose tasks are looked for."""

    aktor: Aktor
    omfang: str
    vikarierer: Sequence[Stedfortreder]

    def for_hvem(self, oversikt: Oversikt, oppgave: Oppgave) -> tuple[bool, Bruker | None]:
        """Whether the task is to be shown, and the colleague it is for when one stands in."""
        if self.omfang == Omfang.TEAMETS:
            return oppgave.part != Part.DELTAKER and kan_ta(self.aktor, oversikt, oppgave), None
        borte = self._borte(oversikt, oppgave)
        if self.omfang == Omfang.STEDFORTREDER:
            return borte is not None, borte
        return borte is not None or gjelder_meg(self.aktor, oversikt, oppgave), borte

    def _borte(self, oversikt: Oversikt, oppgave: Oppgave) -> Bruker | None:
        """The colleague away at the case's office whose task it is, when the actor may take it."""
        borte = {v.bruker_id: v.bruker for v in self.vikarierer if v.kontor_id == oversikt.sak.kontor_id}
        if not borte or oppgave.part != Part.VEILEDER or not kan_ta(self.aktor, oversikt, oppgave):
            return None
        eier = eier_av(oversikt, oppgave)
        return borte.get(eier) if eier else None

    def folger(self, oversikt: Oversikt) -> bool:
        """Whether the case is one the actor follows, so that what it waits for from others is worth seeing."""
        kontakt = oversikt.fast_kontakt.pk if oversikt.fast_kontakt else None
        if self.omfang == Omfang.TEAMETS:
            return True
        borte = {v.bruker_id for v in self.vikarierer}
        return kontakt in (borte if self.omfang == Omfang.STEDFORTREDER else borte | {self.aktor.bruker_id})


def _linjer(synlig: _Synsfelt) -> tuple[list[Gjoremal], list[Gjoremal]]:
    """A line for each case with something for the actor, and one for each they follow that waits for somebody else."""
    aktor = synlig.aktor
    utsatte = {(rad.sak_id, rad.nokkel): rad for rad in _utsatte(aktor)}
    linjer, venter = [], []
    saker = _aktuelle(synlig).select_related(None).select_related("person", "kontor")  # the lines show no more of it
    for oversikt in oversikt_for(list(saker)).values():
        mine = [(o, hvem) for o in oversikt.oppgaver for vis, hvem in [synlig.for_hvem(oversikt, o)] if vis]
        na = [par for par in mine if (oversikt.sak.pk, par[0].nokkel) not in utsatte]
        if na:
            (forst, hvem), *resten = na
            linjer.append(Gjoremal(oversikt, forst, flere=tuple(o for o, _h in resten), for_hvem=hvem))
        elif not mine and oversikt.oppgaver and synlig.folger(oversikt):
            venter.append(Gjoremal(oversikt, oversikt.oppgaver[0], flere=tuple(oversikt.oppgaver[1:])))
        for oppgave, hvem in mine:
            utsatt = utsatte.get((oversikt.sak.pk, oppgave.nokkel))
            if utsatt:
                linjer.append(Gjoremal(oversikt, oppgave, for_hvem=hvem, utsatt=utsatt))
    return _sortert(linjer), _sortert(venter)


def _sortert(linjer: Iterable[Gjoremal]) -> list[Gjoremal]:
    return sorted(linjer, key=lambda g: (g.frist or date.max, g.siden or date.max))


def _utsatte(aktor: Aktor) -> QuerySet[Utsettelse]:
    """What the actor has put off and is not back yet."""
    return Utsettelse.objects.filter(bruker=aktor.krev_bruker(), til__gt=klokke.i_dag())


def _slagene(linje: Gjoremal) -> list[Slag]:
    """The kinds of the line's things, each thing once, and once more among the deadlines when it has one soon."""
    slagene = [slag_av(o.slag) for o in linje.alle] or [linje.slag]
    fristene = [o.frist for o in linje.alle] or [linje.frist]
    snart = klokke.i_dag() + timedelta(days=7)
    return [*slagene, *(Slag.FRISTER for frist in fristene if frist and frist <= snart)]


def _bare(linje: Gjoremal, slag: Slag) -> Gjoremal | None:
    """The line with only what is of the kind; None when nothing is."""
    snart = klokke.i_dag() + timedelta(days=7)
    if linje.lost:
        treff = linje.slag == slag or (slag == Slag.FRISTER and linje.frist is not None and linje.frist <= snart)
        return linje if treff else None
    igjen = [
        o
        for o in linje.alle
        if slag_av(o.slag) == slag or (slag == Slag.FRISTER and o.frist is not None and o.frist <= snart)
    ]
    return replace(linje, oppgave=igjen[0], flere=tuple(igjen[1:])) if igjen else None


def _samle(linjer: list[Gjoremal]) -> list[Gjoremal]:
    """Delivered timesheets as one line when they are many; what else the cases have stays in its own."""
    lister = [(g, o) for g in linjer for o in g.alle if o.slag == "timeliste" and not g.utsatt]
    if len(lister) < SAMLES_FRA:
        return linjer
    resten = []
    for linje in linjer:
        igjen = [o for o in linje.alle if o.slag != "timeliste"]
        if linje.utsatt or linje.lost:
            resten.append(linje)
        elif igjen:
            resten.append(replace(linje, oppgave=igjen[0], flere=tuple(igjen[1:])))
    forst, oppgave = min(lister, key=lambda par: par[1].frist or date.max)
    return _sortert([*resten, Gjoremal(forst.oversikt, oppgave, antall=len(lister))])


def _grupper(linjer: list[Gjoremal], venter: list[Gjoremal]) -> list[Gruppe]:
    i_dag = klokke.i_dag()
    i: dict[str, list[Gjoremal]] = {kode: [] for kode, _navn, _apen in _GRUPPER}
    for linje in linjer:
        i["utsatt" if linje.utsatt else _naar(linje.frist, i_dag)].append(linje)
    i["venter"] = venter
    grupper = [Gruppe(kode, navn, i[kode], apen) for kode, navn, apen in _GRUPPER if i[kode]]
    if not any(gruppe.apen for gruppe in grupper):
        return [replace(gruppe, apen=gruppe.kode == "senere") for gruppe in grupper]
    return grupper


def _naar(frist: date | None, i_dag: date) -> str:
    """What has no deadline is for this week: it waits for the actor already."""
    sondag = i_dag + timedelta(days=6 - i_dag.weekday())
    if frist is None:
        return "uken"
    if frist <= i_dag:
        return "over" if frist < i_dag else "i_dag"
    return "uken" if frist <= sondag else "senere"


# Which cases


def _aktuelle(synlig: _Synsfelt) -> QuerySet[Sak]:
    """The cases that can have something for the actor: more than do, never fewer. The tasks have the last word."""
    dag, aktor = klokke.i_dag(), synlig.aktor
    innenfor = Q(status__in=APNE) | _lukket_men_ikke_ferdig(dag)
    if synlig.omfang == Omfang.TEAMETS:
        return saker_for(aktor).filter(innenfor)
    borte = [v.bruker_id for v in synlig.vikarierer]
    if synlig.omfang == Omfang.STEDFORTREDER:
        return saker_for(aktor).filter(_deres(borte, dag) & innenfor)
    mine = _deres([aktor.krev_bruker().pk, *borte], dag)
    if aktor.roller & (HANDLINGER[Handling.SAK_FORDEL] | HANDLINGER[Handling.OPPFOLGING_SKRIV]):
        # Those who may take every step in a case; a fixed contact who may not leaves some to whoever may.
        alt = HANDLINGER[Handling.VEDTAK_FORBERED]
        mine |= ~Q(Exists(kontakter_som_er_her(dag, alt))) | Q(person__gradering=Gradering.STRENGT_FORTROLIG)
    if aktor.roller & HANDLINGER[Handling.VEDTAK_BESLUTT]:
        hos_beslutter = Vedtak.objects.filter(sak=OuterRef("pk"), status=Vedtaksstatus.TIL_BESLUTNING)
        mine |= Q(Exists(hos_beslutter)) | venter_pa_beslutter()
    return saker_for(aktor).filter(mine & innenfor)


def _deres(brukere: Collection[UUID], dag: date) -> Q:
    """Cases where one of the users is the fixed contact, prepares a decision, or has a hand-over to read."""
    i_saken = OuterRef("pk")
    return (
        Q(Exists(FastKontakt.objects.filter(gjelder_den(dag), sak=i_saken, bruker__in=brukere)))
        | Q(Exists(Vedtak.objects.filter(sak=i_saken, saksbehandler__in=brukere)))
        | Q(Exists(Overlevering.objects.filter(sak=i_saken, til__in=brukere, lest__isnull=True)))
        | forberedes_av(brukere)
    )


def _lukket_men_ikke_ferdig(dag: date) -> Q:
    """Closed cases that can still have something open: the last timesheets, a decision to explain, a complaint,
    or to hear how it went.
    """
    siden = dag - _LENGST_TILBAKE
    i_saken = OuterRef("pk")
    levert = Timeliste.objects.filter(sak=i_saken, status=Timelistestatus.LEVERT)
    sluttet = Vedtak.objects.filter(
        sak=i_saken, status=Vedtaksstatus.FATTET, type=Vedtakstype.AVSLUTNING, fra__gte=siden
    )
    registrert = Avslutning.objects.filter(sak=i_saken, dato__gte=siden)
    uforklart = Vedtak.objects.filter(
        sak=i_saken, status=Vedtaksstatus.FATTET, muntlig_forklart__isnull=True, dato__gte=siden
    )
    return (
        Q(Exists(levert))
        | Q(Exists(sluttet))
        | Q(Exists(registrert))
        | (Q(person__tolkebehov=True) & Q(Exists(uforklart)))
        | har_apen_klage()
        | noe_igjen(dag)
    )


# What is behind one


@dataclass(frozen=True, slots=True)
class Gjort:
    """Something the actor did today, and whose case it was in."""

    hendelse: Hendelse
    sak: Sak | None


MAKS_GJORT = 50


def gjort_i_dag(aktor: Aktor) -> list[Gjort]:
    """What the actor has done today in the cases they may see, newest first. Two queries."""
    hendelser = list(
        Hendelse.objects.filter(bruker=aktor.krev_bruker(), tid__gte=_midnatt()).select_related("bruker")[:MAKS_GJORT]
    )
    saker = {sak.pk: sak for sak in saker_for(aktor).filter(pk__in={h.sak_id for h in hendelser if h.sak_id})}
    return [Gjort(h, saker.get(h.sak_id)) for h in hendelser if h.sak_id in saker]


def _midnatt() -> object:
    return klokke.na().astimezone(klokke.OSLO).replace(hour=0, minute=0, second=0, microsecond=0)


def oppgaver_aa_utsette(aktor: Aktor, valgte: Collection[tuple[UUID, str]]) -> Iterator[tuple[Oversikt, Oppgave]]:
    """The chosen tasks as they stand now, those of the actor's cases; one that is done since is left out."""
    saker = list(saker_for(aktor).filter(pk__in={sak_id for sak_id, _n in valgte}))
    for sak_id, oversikt in oversikt_for(saker).items():
        for oppgave in oversikt.oppgaver:
            if (sak_id, oppgave.nokkel) in valgte and oppgave.part != Part.DELTAKER:
                yield oversikt, oppgave
