"""Finding candidates: always through the actor, and every look is logged. A name on a list is personal data (§ 44)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _

from fotfeste.fag.kandidat.enums import APNE, Grunn, Kandidatstatus, Svar
from fotfeste.fag.kandidat.lister import FASTE, VANSKELIGE, Fast, Kriterier, les
from fotfeste.fag.kandidat.models import Kandidat, Kandidatliste, Valgsamtale
from fotfeste.fag.sak.selectors import i_rekkevidde
from fotfeste.fag.vedtak.kontroll import merknader_til
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.gjoremal import Gjoremalrad, etter_frist
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.logg.services import spor, spor_sok
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.organisasjon.valg import verdier
from fotfeste.grunnmur.tilgang import HANDLINGER, Aktor, Handling, kontorer_for, krev_rolle

PER_SIDE = 50
MAKS_DUGNAD = 200
_ORDEN = {
    "neste": ("neste_gang", "meldt", "pk"),
    "nyeste": ("-meldt", "pk"),
    "lengst": (F("sosialhjelp_fra").asc(nulls_last=True), "meldt", "pk"),
    "stille": ("vurdert", "pk"),
}


def kandidater_for(aktor: Aktor, handling: Handling = Handling.KANDIDAT_LES) -> QuerySet[Kandidat]:
    """The candidates to list for the actor, before any is read. One's own name stands in no list."""
    return Kandidat.objects.filter(i_rekkevidde(aktor, handling)).select_related("person", "kontor", "ansvarlig")


def kandidat_hent(aktor: Aktor, kandidat_id: UUID, handling: Handling = Handling.KANDIDAT_LES) -> Kandidat:
    """One candidate, if the actor may do `handling`. Logged before it is returned; a tip under its own id.

    Raises IkkeTilgang otherwise, also when there is no such candidate.
    """
    kandidat = (
        Kandidat.objects.select_related("person", "kontor", "ansvarlig", "meldt_av", "soknad")
        .filter(pk=kandidat_id)
        .first()
    )
    if kandidat is None:
        raise IkkeTilgang("kandidaten finnes ikke")
    spor(aktor, handling, kandidat, person_id=kandidat.person_id or kandidat.pk)
    return kandidat


def trad(kandidat: Kandidat) -> list[Hendelse]:
    """What has been done, newest first."""
    return list(Hendelse.objects.filter(objekt_id=kandidat.pk, sak_id=None).select_related("bruker"))


def merknader(kandidat: Kandidat) -> list[str]:
    """What the next reader should look at once more: money or places named as a reason."""
    return merknader_til(kandidat.utfall_grunn, kandidat.hvorfor_ikke_na)


@dataclass(frozen=True, slots=True)
class Liste:
    """A list as it is shown: its rows, how many there are, and the page."""

    kriterier: Kriterier
    side: Page[Kandidat]
    antall: int


def kandidatliste(aktor: Aktor, kriterier: Kriterier, *, sorter: str = "", side: Any = 1) -> Liste:
    """The candidates that fit, one page of them; how many were shown is logged."""
    krev_rolle(aktor, Handling.KANDIDAT_LES)
    alle = _passer(aktor, kriterier, Handling.KANDIDAT_LES).order_by(*_ORDEN.get(sorter, _ORDEN["neste"]))
    sider = Paginator(alle, PER_SIDE)
    vist = sider.get_page(side)
    spor_sok(aktor, Handling.KANDIDAT_LES, len(vist.object_list))
    return Liste(kriterier, vist, sider.count)


def til_fil(aktor: Aktor, kriterier: Kriterier) -> list[Kandidat]:
    """Everyone on the list, to be taken out of the system; who did and how many is logged first."""
    krev_rolle(aktor, Handling.KANDIDAT_EKSPORT)
    alle = list(_passer(aktor, kriterier, Handling.KANDIDAT_EKSPORT).order_by(*_ORDEN["neste"]))
    spor_sok(aktor, Handling.KANDIDAT_EKSPORT, len(alle))
    return alle


def til_dugnad(aktor: Aktor, kriterier: Kriterier) -> list[Kandidat]:
    """The open ones on the list nobody has done anything with today, to go through one by one."""
    krev_rolle(aktor, Handling.KANDIDAT_VURDER)
    alle = _passer(aktor, kriterier, Handling.KANDIDAT_VURDER).filter(status__in=sorted(APNE))
    igjen = list(alle.exclude(vurdert=klokke.i_dag()).order_by(*_ORDEN["neste"])[:MAKS_DUGNAD])
    spor_sok(aktor, Handling.KANDIDAT_VURDER, len(igjen))
    return igjen


def _passer(aktor: Aktor, kriterier: Kriterier, handling: Handling) -> QuerySet[Kandidat]:
    return kandidater_for(aktor, handling).filter(kriterier.sporring(klokke.i_dag()))


@dataclass(frozen=True, slots=True)
class Listevalg:
    """A list to choose, with how many are on it. `egen` is the office's own record."""

    kode: str
    navn: str
    kriterier: Kriterier
    antall: int
    egen: Kandidatliste | None = None


def lister(aktor: Aktor) -> list[Listevalg]:
    """The standing lists and the office's own, each with its count. Two queries."""
    krev_rolle(aktor, Handling.KANDIDAT_LES)
    rekkevidde = kontorer_for(aktor, Handling.KANDIDAT_LES)
    egne = Kandidatliste.objects.filter(
        Q(kontor_id__in=rekkevidde.kontorer) | Q(kommune_id__in=rekkevidde.kommuner)
    ).select_related("kontor")
    valg = [(ett.kode, str(ett.navn), ett.kriterier, None) for ett in FASTE]
    alle = [*valg, *((str(ett.pk), ett.navn, les(ett.kriterier), ett) for ett in egne)]
    antall = _tell(aktor, {kode: kriterier for kode, _navn, kriterier, _egen in alle})
    return [Listevalg(kode, navn, kriterier, antall[kode], egen) for kode, navn, kriterier, egen in alle]


@dataclass(frozen=True, slots=True)
class Gruppe:
    """A group that is hard to reach: how many have been found, and how many of them applied."""

    liste: Fast
    funnet: int
    sokt: int


def vanskelige_grupper(aktor: Aktor) -> list[Gruppe]:
    """Each hard-to-reach group with its own counts, zero told as zero. One query."""
    krev_rolle(aktor, Handling.KANDIDAT_LES)
    dag = klokke.i_dag()
    tall = kandidater_for(aktor).aggregate(
        **{f"{g.kode}_funnet": Count("pk", filter=g.kriterier.sporring(dag)) for g in VANSKELIGE},
        **{
            f"{g.kode}_sokt": Count("pk", filter=g.kriterier.sporring(dag) & Q(status=Kandidatstatus.SOKT))
            for g in VANSKELIGE
        },
    )
    return [Gruppe(g, tall[f"{g.kode}_funnet"], tall[f"{g.kode}_sokt"]) for g in VANSKELIGE]


def _tell(aktor: Aktor, lister_: dict[str, Kriterier]) -> dict[str, int]:
    dag = klokke.i_dag()
    nokler = {f"l{nr}": kode for nr, kode in enumerate(lister_)}
    tall = kandidater_for(aktor).aggregate(
        **{nokkel: Count("pk", filter=lister_[kode].sporring(dag)) for nokkel, kode in nokler.items()}
    )
    return {kode: tall[nokkel] for nokkel, kode in nokler.items()}


def liste_hent(aktor: Aktor, liste_id: UUID) -> Kandidatliste:
    """A list of the office's own the actor may change. Raises IkkeTilgang."""
    rekkevidde = kontorer_for(aktor, Handling.KANDIDAT_VURDER)
    liste = Kandidatliste.objects.filter(pk=liste_id, kontor_id__in=rekkevidde.kontorer).first()
    if liste is None:
        raise IkkeTilgang("listen finnes ikke, eller er et annet kontors")
    return liste


def kontorer_a_melde_til(aktor: Aktor, handling: Handling = Handling.KANDIDAT_MELD) -> QuerySet[Kontor]:
    """The offices the actor may nominate to; økonomi, who works for all, to any in the municipality."""
    rekkevidde = kontorer_for(aktor, handling)
    return Kontor.objects.filter(Q(pk__in=rekkevidde.kontorer) | Q(kommune_id__in=rekkevidde.kommuner))


@dataclass(frozen=True, slots=True)
class Melding:
    """One's own nomination: what became of it, and nothing more."""

    hvem: str
    meldt: date
    status: str
    farge: str


def egne_meldinger(aktor: Aktor, antall: int = 20) -> list[Melding]:
    """What the actor has nominated and what became of each, newest first. The state only: reasons are not told."""
    krev_rolle(aktor, Handling.KANDIDAT_MELD)
    mine = Kandidat.objects.filter(i_rekkevidde(aktor, Handling.KANDIDAT_MELD), meldt_av=aktor.krev_bruker())
    return [
        Melding(k.hvem or _("Slettet"), k.meldt, k.get_status_display(), farge(k))
        for k in mine.select_related("person").order_by("-meldt", "-opprettet")[:antall]
    ]


_FARGER = {
    Kandidatstatus.MELDT: "blatt",
    Kandidatstatus.INNKALT: "blatt",
    Kandidatstatus.INFORMERT: "blatt",
    Kandidatstatus.KARTLEGGES: "gront",
    Kandidatstatus.SOKT: "gront",
    Kandidatstatus.SENERE: "gult",
}


def farge(kandidat: Kandidat) -> str:
    """The colour of the state's mark; the word says the same."""
    return _FARGER.get(Kandidatstatus(kandidat.status), "gratt")


def kandidatgjoremal(aktor: Aktor) -> list[Gjoremalrad]:
    """What the actor is to do about candidates now: those to look at again, and those nobody has talked of in time.

    A new nomination waits for the one who follows up, or for everyone at the office who may; past the office's week it
    is told to the one who nominated and to the leader as well. Two queries.
    """
    if aktor.er_system:
        return []
    i_dag = klokke.i_dag()
    alle = _som_venter(aktor, i_dag)
    frister = verdier({k.kommune_id for k in alle}, i_dag)
    rader = [_rad(aktor, k, droftes_senest(k, frister[k.kommune_id]), i_dag) for k in alle]
    return etter_frist(rad for rad in rader if rad is not None)


def _som_venter(aktor: Aktor, i_dag: date) -> list[Kandidat]:
    meg = aktor.krev_bruker()
    ses_pa = i_rekkevidde(aktor, Handling.KANDIDAT_VURDER) & (Q(ansvarlig=meg) | Q(ansvarlig=None))
    ses_pa &= Q(neste_gang__lte=i_dag) | Q(status=Kandidatstatus.MELDT)
    udroftet = Q(status=Kandidatstatus.MELDT, droftet=None)
    meldt = i_rekkevidde(aktor, Handling.KANDIDAT_MELD) & Q(meldt_av=meg) & udroftet
    gjelder = ses_pa | meldt
    if Rolle.LEDER in aktor.roller:
        gjelder |= i_rekkevidde(aktor, Handling.KANDIDAT_LES) & udroftet
    apne = Kandidat.objects.filter(gjelder, status__in=sorted(APNE))
    return list(apne.select_related("person", "kontor", "ansvarlig", "meldt_av"))


def droftes_senest(kandidat: Kandidat, valgt: dict[str, Any]) -> date:
    """The day the office should have talked of a nomination, by the municipality's choice."""
    return kandidat.meldt + timedelta(days=int(valgt["kandidat_droftes_dager"]))


def _rad(aktor: Aktor, kandidat: Kandidat, senest: date, i_dag: date) -> Gjoremalrad | None:
    kan = _kan_vurdere(aktor, kandidat)
    mitt = kan and kandidat.ansvarlig_id in (None, aktor.bruker_id)
    if kandidat.status == Kandidatstatus.MELDT and kandidat.droftet is None:
        if not mitt and senest >= i_dag:
            return None
        return _ny(aktor, kandidat, senest, i_dag)
    if not mitt or kandidat.neste_gang is None or kandidat.neste_gang > i_dag:
        return None
    tekst = _("Kandidaten skulle ses på igjen") if kandidat.neste_gang < i_dag else _("Kandidaten skal ses på i dag")
    return Gjoremalrad(
        hvem=kandidat.hvem,
        tekst=tekst,
        mer=kandidat.hvorfor_ikke_na or kandidat.get_status_display(),
        siden=kandidat.vurdert,
        frist=kandidat.neste_gang,
        knapp=_("Se på kandidaten"),
        side="kandidat",
        args=(kandidat.pk,),
    )


def _ny(aktor: Aktor, kandidat: Kandidat, senest: date, i_dag: date) -> Gjoremalrad:
    over = senest < i_dag
    tekst = _("Ingen har snakket om kandidaten innen fristen") if over else _("Ny kandidat: snakk om hva dere gjør")
    les_ = bool(aktor.roller & HANDLINGER[Handling.KANDIDAT_LES])
    mer = _("Meldt %(dag)s av %(navn)s") % {"dag": dato_ord(kandidat.meldt), "navn": kandidat.meldt_av or _("ukjent")}
    return Gjoremalrad(
        hvem=kandidat.hvem,
        tekst=tekst,
        mer=mer,
        siden=kandidat.meldt,
        frist=senest,
        knapp=_("Se på kandidaten") if les_ else _("Se meldingene dine"),
        side="kandidat" if les_ else "kandidat_meld",
        args=(kandidat.pk,) if les_ else (),
    )


def _kan_vurdere(aktor: Aktor, kandidat: Kandidat) -> bool:
    return kandidat.kontor_id in kontorer_for(aktor, Handling.KANDIDAT_VURDER).kontorer


def grunner_i_ord(kandidat: Kandidat) -> Iterator[str]:
    """The ticks in words."""
    return (str(Grunn(kode).label) for kode in kandidat.grunner)


_NESTE = {
    Kandidatstatus.MELDT: "kall_inn",
    Kandidatstatus.INNKALT: "informer",
    Kandidatstatus.INFORMERT: "kartlegg",
    Kandidatstatus.KARTLEGGES: "sok",
    Kandidatstatus.SENERE: "kall_inn",
}


def neste_kommando(kandidat: Kandidat, samtaler: Sequence[Valgsamtale]) -> str:
    """The one obvious next command: whoever has said they will apply, applies."""
    if kandidat.er_apen and samtaler and samtaler[0].svar == Svar.VIL_SOKE:
        return "sok"
    return _NESTE.get(Kandidatstatus(kandidat.status), "")
