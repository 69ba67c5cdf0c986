"""Reading the time after: whom to ask now, how it went, who came back, and the facts for the saksmappe."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from fotfeste.fag.etter.enums import I_ARBEID_ELLER_SKOLE, TILBAKE, Ettersituasjon, Maned
from fotfeste.fag.etter.models import Etterobservasjon, Etteroppfolging, Kommuneflytting, Kontorbytte, Ytelsessoknad
from fotfeste.fag.oppfolging.models import Avslutning
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import Sakslenke, i_rekkevidde, sakslenke
from fotfeste.fag.sak.utvalg import rader_i
from fotfeste.fag.soknad.models import Soknad
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.logg.services import spor
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev_rolle
from fotfeste.regelverk.tid import legg_til_maneder

SPORRES_FOR = timedelta(days=14)
"""How long before the 6, 12 or 24 months the question is lifted up."""

SPORRES_LENGST = timedelta(days=120)
"""How long after it the question still makes sense; then it is left as not known."""

BEVIS_ETTERLYSES = timedelta(days=180)
"""How long after the last day a missing certificate or an agreement on contact is still asked for."""


@dataclass(frozen=True, slots=True)
class Tidspunkt:
    """A time to see how it went: months after, the day, and whether it is due on the day asked for."""

    maned: Maned
    dag: date

    def er_aktuelt(self, dag: date) -> bool:
        return self.dag - SPORRES_FOR <= dag <= self.dag + SPORRES_LENGST


def tidspunkter(slutt: date) -> list[Tidspunkt]:
    """The three times after the last day."""
    return [Tidspunkt(maned, legg_til_maneder(slutt, int(maned))) for maned in Maned]


def aktuelt_tidspunkt(slutt: date, sett: Iterable[int], dag: date) -> Tidspunkt | None:
    """The time to ask about on `dag` that nobody has noted yet; the latest when two overlap."""
    noterte = set(sett)
    aktuelle = [t for t in tidspunkter(slutt) if t.maned not in noterte and t.er_aktuelt(dag)]
    return aktuelle[-1] if aktuelle else None


def noe_igjen(dag: date) -> Q:
    """The closed cases that can have something left of this subject: more than do, never fewer."""
    i_saken = OuterRef("pk")
    i_tide = Q(dato__gte=dag - BEVIS_ETTERLYSES, dato__lte=dag)
    for maned in Maned:
        forst, sist = _spennet(dag, maned)
        i_tide |= Q(dato__gte=forst, dato__lte=sist)
    sluttet = Avslutning.objects.filter(i_tide, sak=i_saken)
    lopende = Etteroppfolging.objects.filter(Q(til__isnull=True) | Q(til__gte=dag), sak=i_saken, onsket=True)
    flytter = Kommuneflytting.objects.filter(sak=i_saken, utfall="")
    return Q(Exists(sluttet)) | Q(Exists(lopende)) | Q(Exists(flytter))


def _spennet(dag: date, maned: int) -> tuple[date, date]:
    """The last days whose `maned` months after can be asked about on `dag`; wide, since months differ in length."""
    slakk = timedelta(days=3)
    return (
        legg_til_maneder(dag - SPORRES_LENGST, -int(maned)) - slakk,
        legg_til_maneder(dag + SPORRES_FOR, -int(maned)) + slakk,
    )


@dataclass(slots=True)
class Etterfakta:
    """What one case has of the life as a whole and the time after."""

    avslutning: Avslutning | None = None
    observasjoner: tuple[Etterobservasjon, ...] = ()
    oppfolginger: tuple[Etteroppfolging, ...] = ()
    flyttinger: tuple[Kommuneflytting, ...] = ()
    bytter: tuple[Kontorbytte, ...] = ()
    ytelser: tuple[Ytelsessoknad, ...] = ()


_TABELLER: tuple[tuple[str, type[Model]], ...] = (
    ("observasjoner", Etterobservasjon),
    ("oppfolginger", Etteroppfolging),
    ("flyttinger", Kommuneflytting),
    ("bytter", Kontorbytte),
    ("ytelser", Ytelsessoknad),
)
ETTERTABELLER: tuple[type[Model], ...] = (Avslutning, *(modell for _navn, modell in _TABELLER))
"""Most cases have nothing in these."""


def etterfakta_for(sak_ids: Sequence[UUID]) -> dict[UUID, Etterfakta]:
    """The facts of each case. At most six queries, however many cases; one without any is left out."""
    ut: defaultdict[UUID, Etterfakta] = defaultdict(Etterfakta)
    for avslutning in rader_i(sak_ids, Avslutning):
        ut[avslutning.sak_id].avslutning = avslutning
    for navn, modell in _TABELLER:
        for rad in rader_i(sak_ids, modell):
            fakta = ut[rad.sak_id]  # type: ignore[attr-defined]
            setattr(fakta, navn, (*getattr(fakta, navn), rad))
    return dict(ut)


def etter_til_mappe(saker: Sequence[Sak]) -> dict[UUID, list[dict[str, str]]]:
    """`etter` of the saksmappe, for each case that has any. One query."""
    ut: defaultdict[UUID, list[dict[str, str]]] = defaultdict(list)
    rader = Etterobservasjon.objects.filter(sak__in=saker).order_by("dato", "maned")
    for sak_id, dato, situasjon in rader.values_list("sak_id", "dato", "situasjon"):
        ut[sak_id].append({"dato": dato.isoformat(), "situasjon": situasjon})
    return dict(ut)


def eget_sporsmal(saker: Sequence[Sak]) -> tuple[Sak, Tidspunkt] | None:
    """What the participant can answer now: the ended case and which time it is, or None."""
    fakta = etterfakta_for([sak.pk for sak in saker])
    for sak in saker:
        egne = fakta.get(sak.pk)
        if egne is None or egne.avslutning is None:
            continue
        sett = [rad.maned for rad in egne.observasjoner]
        if tidspunkt := aktuelt_tidspunkt(egne.avslutning.dato, sett, klokke.i_dag()):
            return sak, tidspunkt
    return None


@dataclass(frozen=True, slots=True)
class Utfall:
    """How it went for those whose 6, 12 or 24 months came in the last year: a row of the leader's page."""

    maned: Maned
    antall: int
    kjent: int
    i_arbeid_eller_skole: int
    tilbake: int
    situasjoner: tuple[tuple[str, int], ...]

    @property
    def mangler(self) -> int:
        return self.antall - self.kjent


@dataclass(frozen=True, slots=True)
class Tilbake:
    """Somebody who came back: when it ended, to what they returned, and when that was seen."""

    lenke: Sakslenke
    sluttet: date
    til: str
    sett: date


@dataclass(frozen=True, slots=True)
class Utfallsside:
    """The leader's page: a row for each time, those who came back, and endings whose destination nobody knows."""

    utfall: list[Utfall]
    tilbake: list[Tilbake]
    avsluttet: int
    ukjent_ved_slutten: int


def utfallsside(aktor: Aktor) -> Utfallsside:
    """Outcomes in the actor's reach. A constant number of queries. Raises IkkeTilgang without a role for it."""
    krev_rolle(aktor, Handling.PORTEFOLJE_LES)
    dag = klokke.i_dag()
    avslutninger = list(
        Avslutning.objects.filter(i_rekkevidde(aktor, Handling.PORTEFOLJE_LES, sak="sak__"), dato__lte=dag)
        .exclude(dato__lt=legg_til_maneder(dag, -37))
        .select_related("sak__person", "sak__kontor")
    )
    observasjoner: defaultdict[UUID, dict[int, Etterobservasjon]] = defaultdict(dict)
    for rad in Etterobservasjon.objects.filter(sak_id__in=[a.sak_id for a in avslutninger]):
        observasjoner[rad.sak_id][rad.maned] = rad
    siste_ar = [a for a in avslutninger if a.dato > legg_til_maneder(dag, -12)]
    return Utfallsside(
        utfall=[_utfall(maned, avslutninger, observasjoner, dag) for maned in Maned],
        tilbake=_tilbake(aktor, avslutninger, observasjoner),
        avsluttet=len(siste_ar),
        ukjent_ved_slutten=sum(1 for a in siste_ar if not a.situasjon or a.situasjon == [Ettersituasjon.UKJENT]),
    )


def _utfall(
    maned: Maned, avslutninger: Iterable[Avslutning], sett: dict[UUID, dict[int, Etterobservasjon]], dag: date
) -> Utfall:
    """Those whose time came in the last twelve months, so that each is counted once in a year."""
    forst, sist = legg_til_maneder(dag, -12 - int(maned)), legg_til_maneder(dag, -int(maned))
    gruppen = [a for a in avslutninger if forst < a.dato <= sist]
    rader = [rad for a in gruppen if (rad := sett.get(a.sak_id, {}).get(maned)) and rad.er_kjent]
    telt = Counter(Ettersituasjon(rad.situasjon) for rad in rader)
    return Utfall(
        maned=maned,
        antall=len(gruppen),
        kjent=len(rader),
        i_arbeid_eller_skole=sum(telt[s] for s in I_ARBEID_ELLER_SKOLE),
        tilbake=sum(telt[s] for s in TILBAKE),
        situasjoner=tuple((str(s.label), telt[s]) for s in Ettersituasjon if telt[s]),
    )


def _tilbake(
    aktor: Aktor, avslutninger: Iterable[Avslutning], sett: dict[UUID, dict[int, Etterobservasjon]]
) -> list[Tilbake]:
    """A new application after the last day, or an observation of the programme, AAP or social assistance."""
    personer = {a.sak.person_id: a for a in sorted(avslutninger, key=lambda a: a.dato)}
    nye: dict[UUID, date] = {}
    soknader = Soknad.objects.filter(sak__person_id__in=list(personer)).order_by("mottatt")
    for person_id, sak_id, mottatt in soknader.values_list("sak__person_id", "sak_id", "mottatt"):
        slutt = personer[person_id]
        if sak_id != slutt.sak_id and mottatt > slutt.dato:
            nye.setdefault(person_id, mottatt)
    ut = []
    for person_id, slutt in personer.items():
        til, nar = "", nye.get(person_id)
        if nar:
            til = _("Ny søknad om program")
        else:
            rader = (rad for rad in sett.get(slutt.sak_id, {}).values() if rad.situasjon in TILBAKE)
            forste = min(rader, key=lambda rad: rad.maned, default=None)
            if forste:
                til, nar = forste.get_situasjon_display(), forste.dato
        if nar:
            ut.append(Tilbake(sakslenke(aktor, slutt.sak, Handling.PORTEFOLJE_LES), slutt.dato, til, nar))
    return sorted(ut, key=lambda rad: rad.sett, reverse=True)


def andre_kontorer(sak: Sak) -> QuerySet[Kontor]:
    """The offices of the municipality the case could be handed over to."""
    return Kontor.objects.filter(kommune_id=sak.kommune_id).exclude(pk=sak.kontor_id).order_by("navn")


def hent_i_saken(aktor: Aktor, modell: type[Any], rad_id: UUID, handling: Handling) -> Any:
    """One record of this subject, if the actor may do `handling` to it. Raises IkkeTilgang, also when there is none."""
    rad = modell._default_manager.select_related("sak__person", "sak__kontor", "sak__kommune").filter(pk=rad_id).first()
    if rad is None:
        raise IkkeTilgang("raden finnes ikke")
    spor(aktor, handling, rad, person_id=rad.sak.person_id, sak_id=rad.sak_id)
    return rad
