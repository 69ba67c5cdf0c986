"""What a version is made of: activities with blocks of the week, and dates of evaluation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from django.utils.translation import gettext as _

from fotfeste.fag.program.enums import Evalueringstype, Ukedag
from fotfeste.fag.program.laas import las_program
from fotfeste.fag.program.models import Aktivitet, Evalueringsdato, Programversjon, Ukeblokk
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev

MAKS_AKTIVITETER = 40
KVARTER = 15


@dataclass(frozen=True, slots=True, order=True)
class Blokkinn:
    """A stretch of a weekday, as given: weekday (0 is Monday), from and to on the clock."""

    ukedag: int
    start: time
    slutt: time


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
    versjon: int | None = None,
) -> Aktivitet:
    """Add an activity with its blocks, or change `aktivitet` (`versjon` is then the activity's own).

    Refusals on blocks stand at the field `dag_<weekday>`.
    """
    krev(aktor, Handling.PROGRAM_SKRIV, program)
    with kommando(aktor, "program.aktivitet"):
        program = las_program(program, kommando="lagre")
        _krev_hele_blokker(blokker)
        felter = {
            "navn": navn,
            "gruppe": gruppe,
            "formal": formal,
            "arrangor": arrangor,
            "sted": sted,
            "kontaktperson": kontaktperson,
        }
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
        program.lagre_endring()
        return aktivitet


def _ny_aktivitet(program: Programversjon, felter: dict[str, str]) -> Aktivitet:
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
                sak=program.sak, programversjon=program, dato=dag, type=_type(dag, unike, program.til)
            )
            for dag in unike
        ]
        program.lagre_endring()
        return rader


def _type(dag: date, alle: Sequence[date], til: date | None) -> Evalueringstype:
    """The last one within a month of the programme's end looks back on all of it."""
    if til and dag == alle[-1] and (til - dag).days < 31:
        return Evalueringstype.SLUTT
    return Evalueringstype.UNDERVEIS


def innhold_kopier(fra: Programversjon, til: Programversjon) -> None:
    """Copy activities, blocks and the evaluation dates that still lie ahead from one version to another."""
    for aktivitet in fra.aktiviteter.prefetch_related("blokker"):
        kopi = Aktivitet.objects.create(
            sak=til.sak,
            programversjon=til,
            navn=aktivitet.navn,
            gruppe=aktivitet.gruppe,
            formal=aktivitet.formal,
            arrangor=aktivitet.arrangor,
            sted=aktivitet.sted,
            kontaktperson=aktivitet.kontaktperson,
        )
        for blokk in aktivitet.blokker.all():
            Ukeblokk.objects.create(
                sak=til.sak, aktivitet=kopi, ukedag=blokk.ukedag, start=blokk.start, slutt=blokk.slutt
            )
    for evaluering in fra.evalueringsdatoer.filter(dato__gte=til.fra):
        if til.til is None or evaluering.dato <= til.til:
            Evalueringsdato.objects.create(sak=til.sak, programversjon=til, dato=evaluering.dato, type=evaluering.type)
