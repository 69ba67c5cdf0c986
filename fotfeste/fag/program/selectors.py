"""Reading the programme: always through the actor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from fotfeste.fag.program.enums import Aktivitetsgruppe, Aktivitetstatus, Malstatus, Programstatus
from fotfeste.fag.program.models import (
    Aktivitet,
    Aktivitetslogg,
    Arbeidsforhold,
    Delmal,
    Forbilde,
    Malkobling,
    Permisjon,
    Programversjon,
    Ukebekreftelse,
    Ukeblokk,
    Veivalg,
)
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import i_rekkevidde
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev, krev_rolle

EN_UKE, FREDAG = timedelta(days=7), timedelta(days=4)
APNE = (Programstatus.UTKAST, Programstatus.FORESLATT)


def _med_innhold() -> QuerySet[Programversjon]:
    blokker = Prefetch("blokker", queryset=Ukeblokk.objects.order_by("ukedag", "start"))
    koblinger = Prefetch("malkoblinger", queryset=Malkobling.objects.select_related("delmal"))
    aktiviteter = Prefetch(
        "aktiviteter", queryset=Aktivitet.objects.select_related("ansvarlig").prefetch_related(blokker, koblinger)
    )
    return Programversjon.objects.select_related("laget_av", "signert_av", "sak__person").prefetch_related(
        aktiviteter, "evalueringsdatoer", "veivalg"
    )


def versjoner(sak: Sak) -> list[Programversjon]:
    """All versions of the case with their content, newest first. Six queries."""
    return list(_med_innhold().filter(sak=sak).order_by("-nummer"))


def apen_versjon(sak: Sak) -> Programversjon | None:
    """The version that is being made or waits for the participant."""
    return _med_innhold().filter(sak=sak, status__in=APNE).first()


def gjeldende_versjon(sak: Sak) -> Programversjon | None:
    """The agreed version to show today, as `gjeldende_av` chooses it, with its content."""
    return gjeldende_av(_med_innhold().filter(sak=sak, status=Programstatus.AVTALT), klokke.i_dag())


def gjeldende_av(versjoner: Iterable[Programversjon], dag: date) -> Programversjon | None:
    """Of the versions, the agreed one in force on the day; else the next to come; else the last that was.

    The last is shown when a decision was extended and no new week has been agreed: `har_gatt_ut` tells it apart.
    """
    avtalte = sorted((v for v in versjoner if v.status == Programstatus.AVTALT), key=lambda v: v.fra)
    kommer = (v for v in avtalte if v.til is None or v.til >= dag)
    return next(kommer, avtalte[-1] if avtalte else None)


def programversjon_hent(aktor: Aktor, versjon_id: UUID, handling: Handling = Handling.PROGRAM_LES) -> Programversjon:
    """One version, if the actor may do `handling` to it. Raises IkkeTilgang otherwise."""
    versjon = _med_innhold().select_related("sak__kontor", "sak__kommune").filter(pk=versjon_id).first()
    if versjon is None:
        raise IkkeTilgang("programversjonen finnes ikke")
    krev(aktor, handling, versjon)
    return versjon


def aktivitet_hent(aktor: Aktor, aktivitet_id: UUID, handling: Handling = Handling.PROGRAM_SKRIV) -> Aktivitet:
    """One activity with its blocks and goals, for changing it. Raises IkkeTilgang otherwise."""
    aktivitet = (
        Aktivitet.objects.select_related("programversjon__sak__person", "sak__person", "ansvarlig")
        .prefetch_related("blokker", "malkoblinger__delmal")
        .filter(pk=aktivitet_id)
        .first()
    )
    if aktivitet is None:
        raise IkkeTilgang("aktiviteten finnes ikke")
    krev(aktor, handling, aktivitet)
    return aktivitet


def delmal_hent(aktor: Aktor, mal_id: UUID) -> Delmal:
    """One goal, for changing it. Raises IkkeTilgang otherwise."""
    mal = Delmal.objects.select_related("sak__person", "sak__kontor").filter(pk=mal_id).first()
    if mal is None:
        raise IkkeTilgang("målet finnes ikke")
    krev(aktor, Handling.PROGRAM_SKRIV, mal)
    return mal


def delmal_for(sak: Sak) -> QuerySet[Delmal]:
    """The person's goals in this case and their others in the municipality; those of another are not ours to read."""
    return Delmal.objects.filter(sak__person=sak.person_id, sak__kommune=sak.kommune_id)


def apne_delmal(sak: Sak) -> QuerySet[Delmal]:
    """The goals the person is on the way to."""
    return delmal_for(sak).filter(status=Malstatus.UNDERVEIS)


def veivalg_hent(aktor: Aktor, valg_id: UUID) -> Veivalg:
    """One choice, for taking it out. Raises IkkeTilgang otherwise."""
    valg = Veivalg.objects.select_related("programversjon__sak__person", "sak__person").filter(pk=valg_id).first()
    if valg is None:
        raise IkkeTilgang("valget finnes ikke")
    krev(aktor, Handling.PROGRAM_SKRIV, valg)
    return valg


def arbeidsforhold_hent(aktor: Aktor, arbeidsforhold_id: UUID) -> Arbeidsforhold:
    """One job, for answering what is done about it. Raises IkkeTilgang otherwise."""
    rad = Arbeidsforhold.objects.select_related("sak__person", "sak__kontor").filter(pk=arbeidsforhold_id).first()
    if rad is None:
        raise IkkeTilgang("jobben finnes ikke")
    krev(aktor, Handling.PROGRAM_SKRIV, rad)
    return rad


def forbilder(aktor: Aktor, kommune_id: UUID) -> list[Forbilde]:
    """The shared programmes of the municipality, by name. Raises IkkeTilgang for one who plans no programmes."""
    krev_rolle(aktor, Handling.PROGRAM_LES)
    return list(Forbilde.objects.filter(kommune_id=kommune_id, trukket__isnull=True).select_related("kontor"))


def egne_forbilder(aktor: Aktor) -> list[Forbilde]:
    """The shared programmes of every municipality the actor works in."""
    krev_rolle(aktor, Handling.PROGRAM_LES)
    kommuner = {tildeling.kommune_id for tildeling in aktor.tildelinger}
    return list(
        Forbilde.objects.filter(kommune_id__in=kommuner, trukket__isnull=True).select_related("kontor__kommune")
    )


def forbilde_hent(aktor: Aktor, forbilde_id: UUID) -> Forbilde:
    """One shared programme of a municipality the actor works in. Raises IkkeTilgang otherwise."""
    for ett in egne_forbilder(aktor):
        if ett.pk == forbilde_id:
            return ett
    raise IkkeTilgang("eksempelet finnes ikke")


def aktivitetslogg(sak: Sak) -> list[Aktivitetslogg]:
    """What has been written down about the case's activities, newest first."""
    return list(sak.aktivitetslogg.select_related("av"))


@dataclass(frozen=True, slots=True)
class Egenuke:
    """A week of an own activity: its Monday, and what the participant said was done (None: nothing yet)."""

    aktivitet: Aktivitet
    uke: date
    bekreftet: Ukebekreftelse | None


def egne_uker(sak: Sak, dag: date, *, antall: int = 8) -> list[Egenuke]:
    """The weeks that are over in which the participant had activity of their own, newest first, at most `antall`."""
    return egne_uker_for([sak.pk], dag, antall=antall).get(sak.pk, [])


def egne_uker_for(sak_ids: Iterable[UUID], dag: date, *, antall: int = 8) -> dict[UUID, list[Egenuke]]:
    """As `egne_uker`, of each case that has any. At most two queries."""
    aktiviteter = Aktivitet.objects.filter(
        sak_id__in=list(sak_ids), gruppe=Aktivitetsgruppe.EGENAKTIVITET, programversjon__status=Programstatus.AVTALT
    ).select_related("programversjon")
    return ukene_av(aktiviteter, dag, antall=antall)


def ukene_av(aktiviteter: Iterable[Aktivitet], dag: date, *, antall: int) -> dict[UUID, list[Egenuke]]:
    """The weeks of the agreed activities that are the participant's own. One query, where there is any such week."""
    egne = [aktivitet for aktivitet in aktiviteter if _er_egen(aktivitet)]
    uker = [(aktivitet, uke) for aktivitet in egne for uke in _ukene(aktivitet, dag, antall)]
    if not uker:
        return {}
    bekreftet = {
        (rad.sak_id, rad.linje, rad.uke): rad
        for rad in Ukebekreftelse.objects.filter(
            sak_id__in={aktivitet.sak_id for aktivitet, _uke in uker}, uke__gte=dag - (antall + 1) * EN_UKE
        )
    }
    ut: defaultdict[UUID, list[Egenuke]] = defaultdict(list)
    for aktivitet, uke in sorted(uker, key=lambda par: par[1], reverse=True):
        rad = bekreftet.get((aktivitet.sak_id, aktivitet.linje, uke))
        ut[aktivitet.sak_id].append(Egenuke(aktivitet, uke, rad))
    return dict(ut)


def _er_egen(aktivitet: Aktivitet) -> bool:
    borte = {Aktivitetstatus.VENTER, Aktivitetstatus.TILBUDT, Aktivitetstatus.AVBRUTT}
    return aktivitet.gruppe == Aktivitetsgruppe.EGENAKTIVITET and aktivitet.status not in borte


def _ukene(aktivitet: Aktivitet, dag: date, antall: int) -> Iterator[date]:
    """The Mondays of whole weeks that are over and lie in the version and the activity's days, newest first."""
    versjon = aktivitet.programversjon
    fra = max(filter(None, (versjon.fra, aktivitet.fra)))
    til = min(filter(None, (versjon.til, aktivitet.til)), default=None)
    mandag = dag - timedelta(days=dag.weekday()) - EN_UKE
    for _nr in range(antall):
        if mandag >= fra and (til is None or mandag + FREDAG <= til):
            yield mandag
        mandag -= EN_UKE


def avbrutt_uten_varsel(aktor: Aktor, fra: date, til: date) -> int:
    """How many activities providers have ended without notice in the period, where the actor reads the programmes."""
    return (
        Aktivitet.objects.filter(
            i_rekkevidde(aktor, Handling.PROGRAM_LES, sak="sak__"), uten_varsel=True, status_siden__range=(fra, til)
        )
        .values("linje")
        .distinct()
        .count()
    )


def permisjon_hent(aktor: Aktor, permisjon_id: UUID) -> Permisjon:
    """One leave, for changing it. Raises IkkeTilgang otherwise."""
    permisjon = Permisjon.objects.select_related("sak__person", "sak__kontor").filter(pk=permisjon_id).first()
    if permisjon is None:
        raise IkkeTilgang("permisjonen finnes ikke")
    krev(aktor, Handling.PROGRAM_SKRIV, permisjon)
    return permisjon


def siste_versjon(sak_id: UUID) -> Programversjon | None:
    """The newest version of the case, without its content."""
    return Programversjon.objects.filter(sak_id=sak_id).order_by("-nummer").first()
