"""The audit from the database: the cases' files, judged with what each municipality had chosen on the date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, Max, Q, QuerySet, Sum

from fotfeste.fag.mappe.form import Mappe
from fotfeste.fag.mappe.selectors import mapper_for, mapper_i, som_type
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import Sakslenke, saker_for, sakslenke
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.logg.services import spor_sok
from fotfeste.grunnmur.organisasjon import valg
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import Aktor, Handling, kontorer_for, krev, krev_rolle
from fotfeste.innsikt.internkontroll.egne import Form, Hva, vurder_eget
from fotfeste.innsikt.internkontroll.enums import Kriteriestyrke
from fotfeste.innsikt.internkontroll.kriterier import KRITERIER
from fotfeste.innsikt.internkontroll.models import EgetKriterium, Kontrollresultat, Kriterievalg
from fotfeste.innsikt.internkontroll.revisjon import Funn, Revisjon, funn_i, revider, vurder
from fotfeste.innsikt.internkontroll.sak import Sak as Revisjonssak
from fotfeste.innsikt.internkontroll.typer import Intervaller, Kriterium
from fotfeste.regelverk.styrke import Styrke

SAMMENLIGN_MED = timedelta(days=28)
"""How far back the number beside today's is from: the newest night at least so long ago."""


def revider_saker(saker: QuerySet[Sak], dag: date) -> Revisjon:
    """Every criterion on every one of the cases. The caller has narrowed them to what may be read."""
    return revider(((mappe, intervaller) for _, mappe, intervaller in _mapper(saker, dag)), dag)


def _mapper(saker: QuerySet[Sak], dag: date) -> Iterator[tuple[Sak, Mappe, Intervaller]]:
    intervaller = _intervaller(set(saker.order_by().values_list("kommune_id", flat=True)), dag)
    for sak, linje in mapper_i(saker):
        yield sak, som_type(linje), intervaller[sak.kommune_id]


def _intervaller(kommuner: set[UUID], dag: date) -> dict[UUID, Intervaller]:
    return {kommune: intervaller_av(verdier) for kommune, verdier in valg.verdier(kommuner, dag).items()}


def intervaller_av(verdier: Mapping[str, Any]) -> Intervaller:
    """The intervals of the criteria, from a municipality's choices."""
    return Intervaller(
        avslutningsdel_maneder=int(verdier["jobbsoking_siste_maneder"]),
        evaluering_dager=int(verdier["kontroll_evaluering_dager"]),
        samtale_dager=int(verdier["kontroll_samtale_dager"]),
        muntlig_dager=int(verdier["kontroll_muntlig_dager"]),
        svar_virkedager=int(verdier["kontroll_svar_virkedager"]),
        kontaktbytte_maneder=int(verdier["kontroll_kontaktbytte_maneder"]),
        fravaer_dager=int(verdier["kontroll_fravaer_dager"]),
        etter_dager=int(verdier["kontroll_etter_dager"]),
    )


@dataclass(frozen=True, slots=True)
class VurdertSak:
    """A case, which criteria apply to it and which it breaks (a bit for each, in order), and its terms."""

    sak: Sak
    sjekket: int
    brutt: int
    revisjonssak: Revisjonssak


def vurderte_saker(saker: QuerySet[Sak], dag: date) -> Iterator[VurdertSak]:
    """Each of the cases against every criterion. The caller has narrowed them to what may be read."""
    for sak, mappe, intervaller in _mapper(saker, dag):
        revisjonssak = Revisjonssak(mappe, dag, intervaller)
        yield VurdertSak(sak, *vurder(revisjonssak), revisjonssak)


def funn_for(aktor: Aktor, sak: Sak, dag: date) -> list[Funn]:
    """What the audit finds in one case. Raises IkkeTilgang."""
    krev(aktor, Handling.MAPPE_LES, sak)
    intervaller = _intervaller({sak.kommune_id}, dag)[sak.kommune_id]
    return funn_i(som_type(mapper_for([sak])[sak.pk]), dag, intervaller)


@dataclass(slots=True)
class Kontrollinje:
    """A criterion on the page: how strongly it binds, how many cases, which break it, and how it stood before."""

    tekst: str
    gjelder: str
    brudd: str
    styrke: Kriteriestyrke
    kode: str = ""
    hjemmel: str = ""
    kilde: str = ""
    eget: EgetKriterium | None = None
    kontrollert: int = 0
    saker: list[Sakslenke] | None = None
    for_brudd: int | None = None

    @property
    def antall(self) -> int:
        return len(self.saker or [])


@dataclass(frozen=True, slots=True)
class Kontrollbilde:
    """The internal control of the offices the actor reads, or of one of them, on a date."""

    dag: date
    antall: int
    linjer: list[Kontrollinje]
    kontorer: list[Kontor]
    kontor: Kontor | None
    kan_endre: bool
    sammenlignet_med: date | None

    @property
    def brutte(self) -> int:
        """How many of the criteria some case breaks."""
        return sum(bool(linje.saker) for linje in self.linjer)

    @property
    def maa(self) -> list[Kontrollinje]:
        """Those broken that bind, most cases first."""
        return self._brutte(Kriteriestyrke.SKAL)

    @property
    def bor(self) -> list[Kontrollinje]:
        """Those broken that are good practice, most cases first."""
        return self._brutte(Kriteriestyrke.BOR)

    def _brutte(self, styrke: Kriteriestyrke) -> list[Kontrollinje]:
        brutte = [linje for linje in self.linjer if linje.saker and linje.styrke == styrke]
        return sorted(brutte, key=lambda linje: -linje.antall)

    @property
    def i_orden(self) -> list[Kontrollinje]:
        return [linje for linje in self.linjer if not linje.saker]


def kontorer_i_kontrollen(aktor: Aktor) -> list[Kontor]:
    """The offices whose internal control the actor reads. Raises IkkeTilgang."""
    krev_rolle(aktor, Handling.INTERNKONTROLL_LES)
    der = kontorer_for(aktor, Handling.INTERNKONTROLL_LES)
    return list(Kontor.objects.filter(Q(pk__in=der.kontorer) | Q(kommune__in=der.kommuner)).select_related("kommune"))


def kontor_aa_endre(aktor: Aktor, kontor_id: UUID) -> Kontor:
    """An office whose criteria the actor may change. Raises IkkeTilgang."""
    kontor = Kontor.objects.filter(pk=kontor_id, pk__in=kontorer_for(aktor, Handling.RUTINE_SKRIV).kontorer).first()
    if kontor is None:
        raise IkkeTilgang(f"ingen rolle gir {Handling.RUTINE_SKRIV} ved kontoret")
    return kontor


def eget_kriterium_aa_endre(aktor: Aktor, kriterium_id: UUID) -> EgetKriterium:
    """An own criterion the actor may end. Raises IkkeTilgang."""
    kriterium = EgetKriterium.objects.filter(pk=kriterium_id).select_related("kontor").first()
    if kriterium is None:
        raise IkkeTilgang("kriteriet finnes ikke")
    krev(aktor, Handling.RUTINE_SKRIV, kriterium)
    return kriterium


def kontrollbilde(aktor: Aktor, dag: date, kontor: Kontor | None = None) -> Kontrollbilde:
    """Every criterion, the shipped and the offices' own, on the cases the actor may read. Raises IkkeTilgang."""
    kontorer = kontorer_i_kontrollen(aktor)
    valgte = [kontor] if kontor else kontorer
    saker = saker_for(aktor, Handling.INTERNKONTROLL_LES).filter(kontor__in=valgte)
    linjer = [_linje(kriterium) for kriterium in KRITERIER]
    _sett_styrke(linjer, valgte, dag)
    egne = [_egen_linje(ett) for ett in _gjeldende(EgetKriterium.objects.filter(kontor__in=valgte), dag)]
    antall = 0
    for vurdert in vurderte_saker(saker, dag):
        antall += 1
        _tell(aktor, vurdert, linjer, egne)
    spor_sok(aktor, Handling.INTERNKONTROLL_LES, antall)
    sammenlignet_med = _sett_forrige(linjer, valgte, dag)
    kan_endre = kontor is not None and kontor.pk in kontorer_for(aktor, Handling.RUTINE_SKRIV).kontorer
    return Kontrollbilde(dag, antall, [*linjer, *egne], kontorer, kontor, kan_endre, sammenlignet_med)


def _linje(kriterium: Kriterium) -> Kontrollinje:
    return Kontrollinje(
        kode=kriterium.kode,
        tekst=kriterium.tekst,
        gjelder=kriterium.gjelder,
        brudd=kriterium.brudd,
        hjemmel=kriterium.hjemmel,
        kilde=kriterium.kilde,
        styrke=Kriteriestyrke.SKAL if kriterium.styrke == Styrke.SKAL else Kriteriestyrke.BOR,
        saker=[],
    )


def _egen_linje(eget: EgetKriterium) -> Kontrollinje:
    return Kontrollinje(
        tekst=eget.tekst,
        gjelder="",
        brudd=eget.begrunnelse,
        styrke=Kriteriestyrke(eget.styrke),
        eget=eget,
        saker=[],
    )


def _gjeldende(rader: QuerySet[Any], dag: date) -> list[Any]:
    return list(rader.filter(Q(til__isnull=True) | Q(til__gte=dag), fra__lte=dag).select_related("kontor"))


def _sett_styrke(linjer: Sequence[Kontrollinje], kontorer: Sequence[Kontor], dag: date) -> None:
    """An office's own strength; over several offices a criterion is «bør» only where it is so at all of them."""
    valgt: dict[str, list[str]] = {}
    for rad in _gjeldende(Kriterievalg.objects.filter(kontor__in=kontorer), dag):
        valgt.setdefault(rad.kode, []).append(rad.styrke)
    for linje in linjer:
        styrker = valgt.get(linje.kode, [])
        if len(styrker) == len(kontorer) and len(set(styrker)) == 1:
            linje.styrke = Kriteriestyrke(styrker[0])
        elif Kriteriestyrke.SKAL in styrker:
            linje.styrke = Kriteriestyrke.SKAL


def _tell(aktor: Aktor, vurdert: VurdertSak, linjer: Sequence[Kontrollinje], egne: Sequence[Kontrollinje]) -> None:
    lenke = sakslenke(aktor, vurdert.sak, Handling.INTERNKONTROLL_LES)
    for plass, linje in enumerate(linjer):
        linje.kontrollert += vurdert.sjekket >> plass & 1
        if vurdert.brutt >> plass & 1 and linje.saker is not None:
            linje.saker.append(lenke)
    for linje in egne:
        if linje.eget and linje.eget.kontor_id == vurdert.sak.kontor_id:
            svar = list(vurder_eget(vurdert.revisjonssak, Hva(linje.eget.hva), Form(linje.eget.form), linje.eget.dager))
            linje.kontrollert += bool(svar)
            if any(er_brudd for er_brudd, _ in svar) and linje.saker is not None:
                linje.saker.append(lenke)


def _sett_forrige(linjer: Sequence[Kontrollinje], kontorer: Sequence[Kontor], dag: date) -> date | None:
    """How many broke each criterion some weeks ago, when a night then was kept for every office."""
    rader = Kontrollresultat.objects.filter(kontor__in=kontorer)
    da: date | None = rader.filter(dato__lte=dag - SAMMENLIGN_MED).aggregate(siste=Max("dato"))["siste"]
    if da is None:
        return None
    brudd = dict(rader.filter(dato=da).values_list("kode").annotate(n=Sum(F("brudd"))))
    for linje in linjer:
        linje.for_brudd = brudd.get(linje.kode)
    return da
