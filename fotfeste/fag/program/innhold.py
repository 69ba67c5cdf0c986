"""What a version is made of: activities with blocks of the week, and dates of evaluation."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from fotfeste.fag.program.enums import Aktivitetstatus, Evalueringstype, Malstatus, Ukedag
from fotfeste.fag.program.laas import las_program
from fotfeste.fag.program.models import (
    Aktivitet,
    Evalueringsdato,
    Malkobling,
    Programversjon,
    Ukeblokk,
)
from fotfeste.fag.program.selectors import delmal_for
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.models import Bruker
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev

MAKS_AKTIVITETER = 40
KVARTER = 15


@dataclass(frozen=True, slots=True, order=True)
class Blokkinn:
    """A stretch of a weekday, as given: weekday (0 is Monday), from and to on the clock."""

    ukedag: int
    start: time
    slutt: time


@dataclass(frozen=True, slots=True)
class Rundt:
    """What stands around an activity: its form and days in the version, how far it has come, who follows it up, and
    the goals it serves. `gjentas_fordi` says why something the participant has been through before is done again.
    """

    type: str = ""
    fra: date | None = None
    til: date | None = None
    status: str = Aktivitetstatus.I_GANG
    status_siden: date | None = None
    oppfolging: str = ""
    ansvarlig: Bruker | None = None
    for_hovedmalet: bool = False
    gjentas_fordi: str = ""
    delmal: Collection[UUID] = ()

    def felter(self) -> dict[str, Any]:
        """The activity's own fields."""
        return {felt.name: getattr(self, felt.name) for felt in fields(self) if felt.name != "delmal"}


KAN_VELGES = (Aktivitetstatus.VENTER, Aktivitetstatus.TILBUDT, Aktivitetstatus.I_GANG)
"""States an activity can be planned with; the others come from what happens."""


def aktivitet_lagre(
    aktor: Aktor,
    *,
    program: Programversjon,
    navn: str,
    gruppe: str,
    blokker: Sequence[Blokkinn],
    aktivitet: Aktivitet | None = None,
    formal: str = "",
    arrangor: str = "",
    sted: str = "",
    kontaktperson: str = "",
    rundt: Rundt | None = None,
    versjon: int | None = None,
) -> Aktivitet:
    """Add an activity with its blocks, or change `aktivitet` (`versjon` is then the activity's own).

    `rundt` left out: nothing but the week and the words is set or changed. Refusals on blocks stand at the field
    `dag_<weekday>`.
    """
    krev(aktor, Handling.PROGRAM_SKRIV, program)
    with kommando(aktor, "program.aktivitet"):
        program = las_program(program, kommando="lagre")
        _krev_hele_blokker(blokker)
        felter: dict[str, Any] = {
            "navn": navn,
            "gruppe": gruppe,
            "formal": formal,
            "arrangor": arrangor,
            "sted": sted,
            "kontaktperson": kontaktperson,
        }
        if rundt is not None:
            felter |= _rundt(program, rundt, aktivitet)
        if aktivitet is None:
            aktivitet = _ny_aktivitet(program, felter)
        else:
            aktivitet = _las_aktivitet(program, aktivitet)
            aktivitet.krev_versjon(versjon)
            aktivitet.lagre_endring(**felter)
            aktivitet.blokker.all().delete()
        for blokk in sorted(blokker):
            Ukeblokk.objects.create(
                sak=program.sak, aktivitet=aktivitet, ukedag=blokk.ukedag, start=blokk.start, slutt=blokk.slutt
            )
        if rundt is not None:
            _koble(aktivitet, rundt.delmal)
        program.lagre_endring()
        return aktivitet


def _rundt(program: Programversjon, rundt: Rundt, aktivitet: Aktivitet | None) -> dict[str, Any]:
    """The fields of `rundt`, checked against the version. What has happened to an activity is not planned away."""
    feil = []
    if rundt.fra and rundt.til and rundt.til < rundt.fra:
        feil.append(Fagfeil(_("Aktiviteten slutter før den begynner. Sett en senere siste dag."), felt="til"))
    if rundt.til and rundt.til < program.fra:
        tekst = _("Denne planen gjelder fra %s. Sett en siste dag etter det, eller ta aktiviteten bort.")
        feil.append(Fagfeil(tekst % f"{program.fra:%d.%m.%Y}", felt="til"))
    if program.til and rundt.fra and rundt.fra > program.til:
        feil.append(
            Fagfeil(_("Planen slutter %s. Sett en tidligere første dag.") % f"{program.til:%d.%m.%Y}", felt="fra")
        )
    if feil:
        raise FlereFeil(feil)
    felter = rundt.felter()
    if aktivitet and aktivitet.status not in KAN_VELGES:
        del felter["status"], felter["status_siden"]
    elif rundt.status != Aktivitetstatus.I_GANG and rundt.status_siden is None:
        felter["status_siden"] = klokke.i_dag()
    return felter


def _koble(aktivitet: Aktivitet, delmal: Collection[UUID]) -> None:
    """Let the activity serve exactly these of the person's goals."""
    aktivitet.malkoblinger.exclude(delmal_id__in=delmal).delete()
    har = set(aktivitet.malkoblinger.values_list("delmal_id", flat=True))
    for mal in delmal_for(aktivitet.sak).filter(pk__in=delmal).exclude(pk__in=har):
        Malkobling.objects.create(sak=aktivitet.sak, aktivitet=aktivitet, delmal=mal)


def _ny_aktivitet(program: Programversjon, felter: dict[str, Any]) -> Aktivitet:
    if program.aktiviteter.count() >= MAKS_AKTIVITETER:
        raise Fagfeil(_("Programmet har allerede %s aktiviteter. Slå sammen noen av dem.") % MAKS_AKTIVITETER)
    aktivitet = Aktivitet(sak=program.sak, programversjon=program, **felter)
    aktivitet.full_clean(validate_unique=False, validate_constraints=False)
    aktivitet.save()
    return aktivitet


def _las_aktivitet(program: Programversjon, aktivitet: Aktivitet) -> Aktivitet:
    last = Aktivitet.objects.select_for_update(of=("self",)).filter(pk=aktivitet.pk, programversjon=program).first()
    if last is None:
        raise Fagfeil(_("Noen andre har tatt bort aktiviteten. Det du skrev, står fortsatt her: lagre den som ny."))
    return last


def _krev_hele_blokker(blokker: Sequence[Blokkinn]) -> None:
    """Whole quarters, as in the timesheet; each block ends after it begins, and none overlaps another of its own."""
    feil = []
    forrige: Blokkinn | None = None
    for blokk in sorted(blokker):
        dag = Ukedag(blokk.ukedag).label
        if blokk.slutt == blokk.start:
            tekst = _("%(dag)s begynner og slutter %(start)s. Skriv når den slutter, for eksempel 9–12.")
            ord_ = {"dag": str(dag).capitalize(), "start": f"{blokk.start:%H.%M}"}
            feil.append(Fagfeil(tekst % ord_, felt=f"dag_{blokk.ukedag}"))
        elif blokk.slutt < blokk.start:
            feil.append(
                Fagfeil(
                    _("%(dag)s slutter %(slutt)s, før den begynner %(start)s. Skriv starten først, for eksempel 9–12.")
                    % {"dag": str(dag).capitalize(), "slutt": f"{blokk.slutt:%H.%M}", "start": f"{blokk.start:%H.%M}"},
                    felt=f"dag_{blokk.ukedag}",
                )
            )
        if blokk.start.minute % KVARTER or blokk.slutt.minute % KVARTER:
            tekst = _("Skriv %(dag)s i hele kvarter, for eksempel 8.15 eller 8.30. Timelisten føres i kvarter.")
            feil.append(Fagfeil(tekst % {"dag": dag}, felt=f"dag_{blokk.ukedag}"))
        if forrige and forrige.ukedag == blokk.ukedag and blokk.start < forrige.slutt:
            feil.append(Fagfeil(_("Tidene på %s går over i hverandre. Skill dem.") % dag, felt=f"dag_{blokk.ukedag}"))
        forrige = blokk
    if not blokker:
        feil.append(Fagfeil(_("Skriv når i uken aktiviteten er, på minst én dag."), felt="hverdager"))
    if feil:
        raise FlereFeil(feil)


def aktivitet_fjern(aktor: Aktor, *, aktivitet: Aktivitet) -> None:
    """Take an activity and its blocks out of the draft; nothing happens when it is gone already."""
    krev(aktor, Handling.PROGRAM_SKRIV, aktivitet)
    with kommando(aktor, "program.aktivitet_fjern"):
        program = las_program(aktivitet.programversjon, kommando="lagre")
        Aktivitet.objects.filter(pk=aktivitet.pk, programversjon=program).delete()
        program.lagre_endring()


def evalueringsdatoer_sett(
    aktor: Aktor, *, program: Programversjon, datoer: Sequence[date], versjon: int | None = None
) -> list[Evalueringsdato]:
    """Set all dates of evaluation at once (forskriften § 1 third paragraph); the last in the programme is its end.

    Raises Fagfeil on `datoer` when one lies outside the version's period.
    """
    krev(aktor, Handling.PROGRAM_SKRIV, program)
    with kommando(aktor, "program.evaluering"):
        program = las_program(program, versjon=versjon, kommando="lagre")
        unike = sorted(set(datoer))
        utenfor = [dag for dag in unike if dag < program.fra or (program.til and dag > program.til)]
        if utenfor:
            raise Fagfeil(
                _("%s ligger utenfor programmet. Velg dager i programperioden.")
                % ", ".join(f"{dag:%d.%m.%Y}" for dag in utenfor),
                felt="datoer",
                hjemmel="fk § 1",
            )
        program.evalueringsdatoer.all().delete()
        rader = [
            Evalueringsdato.objects.create(
                sak=program.sak, programversjon=program, dato=dag, type=_type(dag, unike, program)
            )
            for dag in unike
        ]
        program.lagre_endring()
        return rader


EN_MANED = timedelta(days=31)


def _type(dag: date, alle: Sequence[date], program: Programversjon) -> Evalueringstype:
    """The last one within a month of the programme's end looks back on all of it; the one nearest the middle, within a
    month of it, is half-way.
    """
    if program.til is None:
        return Evalueringstype.UNDERVEIS
    if dag == alle[-1] and program.til - dag < EN_MANED:
        return Evalueringstype.SLUTT
    midten = program.fra + (program.til - program.fra) / 2
    if dag == min(alle, key=lambda en: abs(en - midten)) and abs(dag - midten) < EN_MANED:
        return Evalueringstype.MIDTVEIS
    return Evalueringstype.UNDERVEIS


_KOPIERES = (
    "navn",
    "gruppe",
    "formal",
    "arrangor",
    "sted",
    "kontaktperson",
    "linje",
    "type",
    "fra",
    "til",
    "status",
    "status_siden",
    "oppfolging",
    "ansvarlig_id",
    "for_hovedmalet",
    "gjentas_fordi",
)


def innhold_kopier(fra: Programversjon, til: Programversjon) -> None:
    """Copy what goes on from one version to another: activities with their blocks and open goals, dates ahead.

    What is finished, broken off or over before the new one begins is left behind; it stands in the history.
    """
    for aktivitet in fra.aktiviteter.prefetch_related("blokker", "malkoblinger__delmal"):
        if aktivitet.status not in KAN_VELGES or (aktivitet.til and aktivitet.til < til.fra):
            continue
        kopi = Aktivitet.objects.create(
            sak=til.sak, programversjon=til, **{felt: getattr(aktivitet, felt) for felt in _KOPIERES}
        )
        for blokk in aktivitet.blokker.all():
            Ukeblokk.objects.create(
                sak=til.sak, aktivitet=kopi, ukedag=blokk.ukedag, start=blokk.start, slutt=blokk.slutt
            )
        _koble(kopi, [k.delmal_id for k in aktivitet.malkoblinger.all() if k.delmal.status == Malstatus.UNDERVEIS])
    for evaluering in fra.evalueringsdatoer.filter(dato__gte=til.fra):
        if til.til is None or evaluering.dato <= til.til:
            Evalueringsdato.objects.create(sak=til.sak, programversjon=til, dato=evaluering.dato, type=evaluering.type)
