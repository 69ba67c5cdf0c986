"""Reading attendance: the facts of a month, one sheet, a month of sheets. Always through the actor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from fotfeste.fag.oppmote.ark import Ark, lag_ark
from fotfeste.fag.oppmote.enums import Listegruppe, Timelistestatus
from fotfeste.fag.oppmote.fakta import Manedsfakta, manedens_fakta_for, saksfravaer_for
from fotfeste.fag.oppmote.foringer import foringer_for, foringsdager
from fotfeste.fag.oppmote.frister import frist_av, med_rett
from fotfeste.fag.oppmote.kvoter import kvoter
from fotfeste.fag.oppmote.models import Fravaer, Fravaersdokumentasjon, Legeerklaering, Lonnsslipp, Timeliste
from fotfeste.fag.oppmote.overganger import TIMELISTE
from fotfeste.fag.oppmote.raad import raad
from fotfeste.fag.program.perioder import programstart, programstart_for, programtid_for
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import saker_for
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.dokument.models import Dokument
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.logg.services import spor
from fotfeste.grunnmur.organisasjon.valg import verdier
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev, vurder
from fotfeste.regelverk import tid
from fotfeste.regelverk.tid import Periode

__all__ = ["Manedsfakta", "Manedsrad", "manedens_fakta", "manedens_fakta_for", "timeliste_ark", "timelister_for_maned"]


Papir = TypeVar("Papir", Fravaersdokumentasjon, Lonnsslipp, Legeerklaering)


def manedens_fakta(sak: Sak, maned: date) -> Manedsfakta:
    """The month's facts for one case (`maned`: any day of it); see `manedens_fakta_for`."""
    return manedens_fakta_for([sak.pk], maned)[sak.pk]


def _med_innhold(lister: QuerySet[Timeliste] | None = None) -> QuerySet[Timeliste]:
    fravaer = Fravaer.objects.select_related("barn").prefetch_related(
        Prefetch("legeerklaeringer", _uten_innhold(Legeerklaering)),
        Prefetch("dokumentasjon", _uten_innhold(Fravaersdokumentasjon)),
    )
    lister = Timeliste.objects.all() if lister is None else lister
    return lister.select_related(
        "sak__person", "sak__kontor", "sak__kommune", "levert_av", "godkjent_av", "retter__godkjent_av"
    ).prefetch_related(
        "dager", Prefetch("fravaer", queryset=fravaer), Prefetch("lonnsslipper", _uten_innhold(Lonnsslipp))
    )


def _uten_innhold(papir: type[Papir]) -> QuerySet[Papir]:
    """Papers with the names of their files. A list of sheets has no use of the files themselves."""
    return papir._default_manager.select_related("dokument").defer("dokument__innhold")


def timeliste_for(sak: Sak, maned: date) -> Timeliste | None:
    """The case's sheet of the month with its content, or None. The caller has been let in to the case."""
    return _med_innhold().filter(sak=sak, maned=maned.replace(day=1)).first()


def rettet_timeliste(sak: Sak, maned: date, nummer: int) -> Timeliste:
    """A sheet of the month that another has taken the place of, as it was approved. Raises IkkeTilgang when none is.

    The caller has been let in to the case.
    """
    erstattet = Timeliste.alle.filter(status=Timelistestatus.ERSTATTET)
    liste = _med_innhold(erstattet).filter(sak=sak, maned=maned.replace(day=1), nummer=nummer).first()
    if liste is None:
        raise IkkeTilgang("det er ingen rettet timeliste med det nummeret")
    return liste


def fravaer_hent(aktor: Aktor, fravaer_id: UUID) -> Fravaer:
    """One absence the actor may fill in. Raises IkkeTilgang otherwise."""
    fravaer = Fravaer.objects.select_related("sak__person", "timeliste__sak__person").filter(pk=fravaer_id).first()
    if fravaer is None:
        raise IkkeTilgang("fraværet finnes ikke")
    krev(aktor, Handling.TIMELISTE_FYLL, fravaer)
    return fravaer


def legeerklaering_papir(aktor: Aktor, fravaer_id: UUID, erklaering_id: UUID) -> Dokument:
    """The paper of a doctor's statement for that absence; every look is logged. Raises IkkeTilgang otherwise.

    For those who fill in the sheet and weigh the absence. Who only reads the sheet sees which days a statement covers,
    and has no need of what it says about someone's health.
    """
    erklaering = (
        Legeerklaering.objects.select_related("sak__person", "dokument")
        .filter(pk=erklaering_id, fravaer_id=fravaer_id)
        .first()
    )
    if erklaering is None or erklaering.dokument is None:
        raise IkkeTilgang("legeerklæringen finnes ikke, eller har ikke noe papir")
    sak = erklaering.sak
    spor(aktor, Handling.TIMELISTE_FYLL, erklaering, person_id=sak.person_id, sak_id=sak.pk)
    return erklaering.dokument


def fravaer_papir(aktor: Aktor, papir_id: UUID) -> Fravaersdokumentasjon:
    """A paper that shows why somebody was away; every look is logged. Raises IkkeTilgang otherwise."""
    return _papir(aktor, Fravaersdokumentasjon.objects.select_related("fravaer__timeliste__sak__person"), papir_id)


def lonnsslipp_hent(aktor: Aktor, slipp_id: UUID) -> Lonnsslipp:
    """A payslip with its file; every look is logged. Raises IkkeTilgang otherwise."""
    return _papir(aktor, Lonnsslipp.objects.select_related("timeliste__sak__person"), slipp_id)


def _papir(aktor: Aktor, papirer: QuerySet[Papir], ident: UUID) -> Papir:
    """For those who fill in the sheet and weigh what it says, as with a doctor's statement."""
    papir = papirer.select_related("dokument", "sak__person").filter(pk=ident).first()
    if papir is None:
        raise IkkeTilgang("papiret finnes ikke")
    spor(aktor, Handling.TIMELISTE_FYLL, papir, person_id=papir.sak.person_id, sak_id=papir.sak_id)
    return papir


def kan_fylle(aktor: Aktor, timeliste: Timeliste) -> bool:
    """Whether the actor fills in the case's sheets, and so may open and add the papers of its absences."""
    return vurder(aktor, Handling.TIMELISTE_FYLL, timeliste).tillatt


def timeliste_ark(timeliste: Timeliste) -> Ark:
    """The sheet as shown, with the answers of the regulation and what is left of each right at the month's end."""
    maned = tid.maned(timeliste.maned.year, timeliste.maned.month)
    programtid = programtid_for([timeliste.sak_id], maned)[timeliste.sak_id]
    fravaer = saksfravaer_for([timeliste.sak_id], til=maned.slutt).get(timeliste.sak_id)
    ark = lag_ark(timeliste, programtid, fravaer.svar() if fravaer else {})
    ark.arrangordager = foringsdager(ark, foringer_for([timeliste.sak_id], timeliste.maned).get(timeliste.sak_id, {}))
    if fravaer is not None:
        ark.kvoter = kvoter(fravaer, min(maned.slutt, klokke.i_dag()))
    return ark


def kontorark(timeliste: Timeliste) -> Ark:
    """The sheet as whoever approves it sees it: with what somebody should look at first."""
    ark = timeliste_ark(timeliste)
    forste = _forste_maned(timeliste.sak_id, programstart_for([timeliste.sak_id]), timeliste.maned)
    ark.raad = raad(ark, verdier([timeliste.sak.kommune_id], timeliste.maned)[timeliste.sak.kommune_id], forste=forste)
    return ark


def _forste_maned(sak_id: UUID, starter: Mapping[UUID, date], maned: date) -> bool:
    start = starter.get(sak_id)
    return start is not None and start >= maned


def kommandoer_for(aktor: Aktor, ark: Ark) -> set[str]:
    """The commands the actor may give on the sheet as it stands: an approved one is sent back only for missing days."""
    mulige = {overgang.kommando for overgang in TIMELISTE.mulige(aktor, ark.timeliste)}
    if ark.timeliste.status == Timelistestatus.GODKJENT and not ark.uten_rad:
        mulige.discard("returner")
    if not ark.timeliste.har_apent_onske:
        mulige.discard("svar_pa_feil")
    return mulige


@dataclass(frozen=True, slots=True)
class Manedsrad:
    """One participant's month in the veileder's list. `frist` is the day the sheet should be sent."""

    sak: Sak
    timeliste: Timeliste | None
    ark: Ark | None
    frist: date
    dag: date

    @property
    def unntak(self) -> list[str]:
        """What to look at, in words: what does not keep the stønad and what is missing first."""
        return [*self.ark.unntak, *self.ark.raad] if self.ark else []

    @property
    def status(self) -> str:
        return self.timeliste.status if self.timeliste else Timelistestatus.APEN

    @property
    def er_sendt(self) -> bool:
        return self.status in (Timelistestatus.LEVERT, Timelistestatus.GODKJENT)

    @property
    def dager_over_frist(self) -> int:
        """0: not late."""
        return 0 if self.er_sendt else max((self.dag - self.frist).days, 0)

    @property
    def kan_godkjennes_samlet(self) -> bool:
        """Sent, and nothing out of the ordinary."""
        return self.status == Timelistestatus.LEVERT and not self.unntak

    @property
    def merke(self) -> str:
        """The sheet as it was shown; what is approved in one go is this and nothing else."""
        return f"{self.timeliste.pk}:{self.timeliste.versjon}" if self.timeliste else ""

    @property
    def gruppe(self) -> Listegruppe:
        """What somebody has to do with it."""
        if self.status == Timelistestatus.LEVERT:
            return Listegruppe.UNNTAK if self.unntak else Listegruppe.UTEN_UNNTAK
        if self.status == Timelistestatus.GODKJENT:
            apen = self.ark is not None and (self.ark.uten_rad or self.ark.timeliste.har_apent_onske)
            return Listegruppe.UNNTAK if apen else Listegruppe.GODKJENT
        return Listegruppe.FOR_SENT if self.dager_over_frist else Listegruppe.MANGLER

    @property
    def rekkefolge(self) -> tuple[int, bool, str, str]:
        """Exceptions first, then late, then what can be approved in one go, what is not due, and what is done."""
        ferdig = self.status == Timelistestatus.GODKJENT
        return list(Listegruppe).index(self.gruppe), ferdig, self.sak.person.etternavn, self.sak.person.fornavn


def timelister_for_maned(aktor: Aktor, maned: date, *, bare_mine: bool = False) -> list[Manedsrad]:
    """Everyone the actor may read sheets of, who has a right to the programme that month; exceptions first.

    `bare_mine`: those the actor is the fixed contact of today. A constant number of queries.
    """
    periode = tid.maned(maned.year, maned.month)
    saker = med_rett(saker_for(aktor, Handling.TIMELISTE_LES), periode)
    if bare_mine:
        saker = _mine(saker, aktor, klokke.i_dag())
    etter_id = {sak.pk: sak for sak in saker}
    programtid = {pk: tiden for pk, tiden in programtid_for(etter_id, periode).items() if tiden.dager(periode)}
    lister = {liste.sak_id: liste for liste in _med_innhold().filter(sak_id__in=programtid, maned=periode.fra)}
    fravaer = saksfravaer_for(programtid, til=periode.slutt, bare_med_fravaer=True)
    starter = programstart_for(programtid)
    foringer = foringer_for(programtid, periode.fra)
    valg = verdier({etter_id[pk].kommune_id for pk in programtid}, periode.slutt)
    rader = []
    for pk, tiden in programtid.items():
        sak, liste, valgt = etter_id[pk], lister.get(pk), valg[etter_id[pk].kommune_id]
        ark = None
        if liste is not None:
            svar = fravaer[pk].svar() if pk in fravaer else {}
            ark = lag_ark(liste, tiden, svar, avviksgrense=valgt["timeliste_avvik_timer"])
            ark.arrangordager = foringsdager(ark, foringer.get(pk, {}))
            ark.raad = raad(ark, valgt, forste=_forste_maned(pk, starter, periode.fra))
        rader.append(Manedsrad(sak, liste, ark, frist_av(valgt, periode), klokke.i_dag()))
    return sorted(rader, key=lambda rad: rad.rekkefolge)


def _mine(saker: QuerySet[Sak], aktor: Aktor, dag: date) -> QuerySet[Sak]:
    return saker.filter(
        Q(faste_kontakter__til__isnull=True) | Q(faste_kontakter__til__gte=dag),
        faste_kontakter__bruker=aktor.krev_bruker(),
        faste_kontakter__fra__lte=dag,
    )


def leveringsfrist(sak: Sak, maned: date) -> date:
    """The day the month's sheet should be sent, by the municipality's choice."""
    periode = tid.maned(maned.year, maned.month)
    return frist_av(verdier([sak.kommune_id], periode.slutt)[sak.kommune_id], periode)


@dataclass(frozen=True, slots=True)
class Manedsvalg:
    """One month the participant can look at: where its sheet stands, in words."""

    maned: date
    status: str
    statusord: str


def maneder_for(sak: Sak) -> list[Manedsvalg]:
    """The case's months from the programme's start to today, newest first; none before a grant."""
    start = programstart(sak)
    i_dag = klokke.i_dag()
    if start is None or start > i_dag:
        return []
    tiden = programtid_for([sak.pk], Periode(start, i_dag))[sak.pk]
    lister = dict(sak.timelister.values_list("maned", "status"))
    ut = []
    maned = tid.maned(i_dag.year, i_dag.month)
    while maned.slutt >= start:
        if maned.fra in lister or tiden.dager(maned):
            status = lister.get(maned.fra, Timelistestatus.APEN)
            ut.append(Manedsvalg(maned.fra, status, str(Timelistestatus(status).label)))
        forrige = maned.fra - tid.EN_DAG
        maned = tid.maned(forrige.year, forrige.month)
    return ut


def barn_i_ord(sak: Sak) -> list[tuple[UUID, str]]:
    """The participant's children for a choice: name, or year of birth."""
    return [(barn.pk, barn.navn or _("barnet født i %d") % barn.fodselsdato.year) for barn in sak.person.barn.all()]
