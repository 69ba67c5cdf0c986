"""The programme from first draft to agreement: one command a function. Activities and dates: innhold.py."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from fotfeste.fag.program.arbeid import arbeidsforhold_registrer, arbeidsforhold_svar
from fotfeste.fag.program.enums import Aktivitetstatus, Programstatus
from fotfeste.fag.program.forbilder import forbilde_lag, forbilde_legg_inn, forbilde_trekk, programversjon_fyll_fra
from fotfeste.fag.program.gjennomforing import (
    aktivitet_avbryt,
    aktivitet_begynn,
    aktivitet_fullfor,
    aktivitet_logg,
    aktivitet_tilby,
    aktivitet_vurder_alternativer,
    egenaktivitet_bekreft,
)
from fotfeste.fag.program.innhold import (
    Blokkinn,
    Rundt,
    aktivitet_fjern,
    aktivitet_lagre,
    evalueringsdatoer_sett,
    innhold_kopier,
)
from fotfeste.fag.program.kontroll import bor_mendes, funn, ma_mendes
from fotfeste.fag.program.laas import las_program
from fotfeste.fag.program.mal import (
    delmal_endre,
    delmal_legg_bort,
    delmal_nadd,
    delmal_opprett,
    delmal_ta_opp_igjen,
)
from fotfeste.fag.program.models import Aktivitet, Programversjon
from fotfeste.fag.program.perioder import forste_vedtaksdag, programslutt, programstart
from fotfeste.fag.program.permisjon import (
    Permisjonsbevis,
    permisjon_avkort,
    permisjon_registrer,
    permisjon_trekk_tilbake,
)
from fotfeste.fag.program.veivalg import veivalg_fjern, veivalg_lagre
from fotfeste.fag.sak.enums import APNE, Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las, sak_sett_status
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.organisasjon import valg
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor, Handling, krev
from fotfeste.regelverk import tid
from fotfeste.regelverk.frister import START_SENEST
from fotfeste.regelverk.tid import Periode

__all__ = [
    "Blokkinn",
    "Permisjonsbevis",
    "Rundt",
    "aktivitet_avbryt",
    "aktivitet_begynn",
    "aktivitet_fjern",
    "aktivitet_fullfor",
    "aktivitet_lagre",
    "aktivitet_logg",
    "aktivitet_tilby",
    "aktivitet_vurder_alternativer",
    "arbeidsforhold_registrer",
    "arbeidsforhold_svar",
    "delmal_endre",
    "delmal_legg_bort",
    "delmal_nadd",
    "delmal_opprett",
    "delmal_ta_opp_igjen",
    "egenaktivitet_bekreft",
    "evalueringsdatoer_sett",
    "forbilde_lag",
    "forbilde_legg_inn",
    "forbilde_trekk",
    "permisjon_avkort",
    "permisjon_registrer",
    "permisjon_trekk_tilbake",
    "programversjon_avtal",
    "programversjon_avtal_i_mote",
    "programversjon_be_om_endring",
    "programversjon_begynn_uenig",
    "programversjon_foresla",
    "programversjon_fyll_fra",
    "programversjon_gjelder_uten_enighet",
    "programversjon_lagre",
    "programversjon_start",
    "programversjon_trekk_tilbake",
    "sak_ta_i_program",
    "saker_ta_i_program",
    "veivalg_fjern",
    "veivalg_lagre",
]

_APNE_UTKAST = (Programstatus.UTKAST, Programstatus.FORESLATT)
EN_DAG = timedelta(days=1)


def programversjon_start(aktor: Aktor, *, sak: Sak, fra: date | None = None) -> Programversjon:
    """Begin a new version, a copy of the agreed one; the open one when there is one already.

    `fra` left out: today, or the grant's first day when that is later; the day after the agreed version's last when
    that comes soon and a decision goes on after it. Raises Fagfeil when the case is closed.
    """
    krev(aktor, Handling.PROGRAM_SKRIV, sak)
    with kommando(aktor, "program.start"):
        sak = sak_las(sak)
        if sak.status not in APNE:
            raise Fagfeil(_("Saken er avsluttet, så programmet kan ikke endres."))
        apen = sak.programversjoner.filter(status__in=_APNE_UTKAST).first()
        if apen is not None:
            return apen
        siste = sak.programversjoner.order_by("-nummer").first()
        avtalt = sak.programversjoner.filter(status=Programstatus.AVTALT).order_by("-fra").first()
        slutt = programslutt(sak)
        fra = fra or max(klokke.i_dag(), programstart(sak) or klokke.i_dag())
        if avtalt and avtalt.til and slutt and fra <= avtalt.til < slutt and _gar_snart_ut(sak, avtalt.til):
            fra = avtalt.til + EN_DAG
        ny = Programversjon.objects.create(
            sak=sak,
            nummer=siste.nummer + 1 if siste else 1,
            fra=fra,
            til=slutt if slutt and slutt >= fra else None,
            mal=avtalt.mal if avtalt else "",
            laget_av=aktor.bruker,
        )
        if avtalt:
            innhold_kopier(avtalt, ny)
        skriv_hendelse(aktor, "program.startet_utkast", sak_id=sak.pk, objekt_id=ny.pk, nummer=ny.nummer)
        return ny


def _gar_snart_ut(sak: Sak, til: date) -> bool:
    i_dag = klokke.i_dag()
    return til <= i_dag + timedelta(days=int(valg.verdi(sak.kommune_id, "forlengelse_vurderes_dager", i_dag)))


def programversjon_lagre(
    aktor: Aktor,
    *,
    program: Programversjon,
    mal: str,
    fra: date,
    til: date | None,
    endring: str = "",
    versjon: int | None = None,
) -> Programversjon:
    """Keep the aim in the participant's words, the period, and what is new and why."""
    krev(aktor, Handling.PROGRAM_SKRIV, program)
    with kommando(aktor, "program.lagre"):
        program = las_program(program, versjon=versjon, kommando="lagre")
        if til and til < fra:
            raise Fagfeil(
                _("Programmet slutter før det begynner. Sett en sluttdato etter startdatoen, eller la den stå tom."),
                felt="til",
            )
        _krev_innen_vedtak(program.sak, fra, til)
        _krev_etter_den_som_gjelder(program.sak, fra)
        return program.lagre_endring(mal=mal, fra=fra, til=til, endring=endring)


def _krev_etter_den_som_gjelder(sak: Sak, fra: date) -> None:
    """A week that has been lived stays as it was agreed: the new one begins on its first day at the earliest."""
    avtalte = sak.programversjoner.filter(status=Programstatus.AVTALT, fra__lte=klokke.i_dag())
    gjelder = avtalte.order_by("-fra").first()
    if gjelder and fra < gjelder.fra:
        raise Fagfeil(
            _("Uken dere har avtalt, gjelder fra %s. La den nye begynne da eller senere.") % f"{gjelder.fra:%d.%m.%Y}",
            felt="fra",
        )


def _krev_innen_vedtak(sak: Sak, fra: date, til: date | None) -> None:
    slutt, forste = programslutt(sak), forste_vedtaksdag(sak)
    if slutt is None:
        return
    feil = []
    if forste and fra < forste:
        feil.append(
            Fagfeil(_("Vedtaket gjelder fra %s. Velg den dagen eller en senere.") % f"{forste:%d.%m.%Y}", felt="fra")
        )
    if fra > slutt:
        feil.append(Fagfeil(_("Vedtaket varer til %s. Velg en tidligere dag.") % f"{slutt:%d.%m.%Y}", felt="fra"))
    if til and til > slutt:
        feil.append(
            Fagfeil(_("Vedtaket varer til %s. Velg den dagen eller en tidligere.") % f"{slutt:%d.%m.%Y}", felt="til")
        )
    if feil:
        raise FlereFeil(feil)


def programversjon_foresla(
    aktor: Aktor, *, program: Programversjon, avvik: str = "", versjon: int | None = None
) -> Programversjon:
    """Send the version to the participant. What the law demands stops it; what should be there needs a reason.

    Raises FlereFeil with one sentence for each finding that stops, or Fagfeil on `avvik` when the reason is missing.
    """
    krev(aktor, Handling.PROGRAM_SKRIV, program)
    with kommando(aktor, "program.foresla"):
        program = las_program(program, versjon=versjon, kommando="foresla")
        alle = funn(program)
        feil = [Fagfeil(ett.tekst, hjemmel=str(ett.hjemmel)) for ett in ma_mendes(alle)]
        if not program.mal.strip():
            feil.append(Fagfeil(_("Skriv deltakerens mål, med deltakerens egne ord, før du sender."), felt="mal"))
        feil += [
            Fagfeil(_("Arrangøren avsluttet %s uten varsel. Skriv først hva dere har vurdert i stedet.") % navn)
            for navn in _uten_vurdering(program.sak)
        ]
        if feil:
            raise FlereFeil(feil)
        if bor_mendes(alle) and not avvik.strip():
            raise Fagfeil(
                _("Skriv hvorfor programmet likevel bør være slik, eller rett det som står over."), felt="avvik"
            )
        program.lagre_endring(
            status=Programstatus.FORESLATT, foreslatt=klokke.na(), avvik=avvik.strip(), signert_av=aktor.bruker
        )
        skriv_hendelse(
            aktor, "program.foreslatt", sak_id=program.sak_id, objekt_id=program.pk, nummer=program.nummer, milepel=True
        )
        return program


def _uten_vurdering(sak: Sak) -> list[str]:
    """The activities providers ended without notice, for which nobody has said what was considered instead."""
    rader = Aktivitet.objects.filter(
        sak=sak, status=Aktivitetstatus.AVBRUTT, uten_varsel=True, alternativer_vurdert__isnull=True
    )
    return list(rader.order_by("navn").values_list("navn", flat=True).distinct())


def programversjon_trekk_tilbake(
    aktor: Aktor, *, program: Programversjon, versjon: int | None = None
) -> Programversjon:
    """Take the proposal back to change it."""
    krev(aktor, Handling.PROGRAM_SKRIV, program)
    with kommando(aktor, "program.trekk_tilbake"):
        program = las_program(program, versjon=versjon, kommando="trekk_tilbake")
        program.lagre_endring(status=Programstatus.UTKAST, foreslatt=None, signert_av=None)
        skriv_hendelse(aktor, "program.trukket_tilbake", sak_id=program.sak_id, objekt_id=program.pk)
        return program


def programversjon_avtal(aktor: Aktor, *, program: Programversjon, versjon: int | None = None) -> Programversjon:
    """The participant agrees, on their own page (sotjl § 42). The version in force before ends the day before."""
    krev(aktor, Handling.PROGRAM_AVTAL, program)
    with kommando(aktor, "program.avtal"):
        program = las_program(program, versjon=versjon, kommando="avtal")
        _avtal(aktor, program, hvordan="")
        skriv_hendelse(
            aktor,
            "program.avtalt",
            sak_id=program.sak_id,
            objekt_id=program.pk,
            milepel=True,
            nummer=program.nummer,
            fra=program.fra,
        )
        sak_ta_i_program(aktor, program.sak)
        return program


def programversjon_avtal_i_mote(
    aktor: Aktor, *, program: Programversjon, dato: date, hvordan: str, versjon: int | None = None
) -> Programversjon:
    """The veileder writes down that the participant agreed, when and how (in a meeting, by phone, with interpreter)."""
    krev(aktor, Handling.PROGRAM_SKRIV, program)
    with kommando(aktor, "program.avtal_i_mote"):
        program = las_program(program, versjon=versjon, kommando="avtal_i_mote")
        feil = []
        if not hvordan.strip():
            feil.append(Fagfeil(_("Skriv hvordan dere ble enige, for eksempel «i møte, med tolk»."), felt="hvordan"))
        if dato > klokke.i_dag():
            feil.append(Fagfeil(_("Datoen er ikke kommet ennå. Skriv dagen dere faktisk ble enige."), felt="dato"))
        # Nobody waits longer than this for a programme, so an agreement further back is a slip of the pen.
        if dato < tid.legg_til_maneder(program.fra, -int(START_SENEST.verdi)):
            feil.append(Fagfeil(_("Det er mer enn et halvt år før uken begynner. Sjekk datoen."), felt="dato"))
        if feil:
            raise FlereFeil(feil)
        _avtal(aktor, program, hvordan=hvordan.strip(), dato=dato)
        skriv_hendelse(
            aktor,
            "program.avtalt_i_mote",
            sak_id=program.sak_id,
            objekt_id=program.pk,
            milepel=True,
            nummer=program.nummer,
            fra=program.fra,
            hvordan=hvordan.strip(),
        )
        sak_ta_i_program(aktor, program.sak)
        return program


def programversjon_begynn_uenig(
    aktor: Aktor, *, program: Programversjon, uenighet: str, versjon: int | None = None
) -> Programversjon:
    """The participant lets the version begin although they disagree, and says in their own words with what."""
    krev(aktor, Handling.PROGRAM_AVTAL, program)
    with kommando(aktor, "program.begynn_uenig"):
        program = las_program(program, versjon=versjon, kommando="begynn_uenig")
        if not uenighet.strip():
            raise Fagfeil(_("Skriv med egne ord hva du ikke er enig i."), felt="uenighet")
        return _uenig(aktor, program, "program.begynner_uenig", uenighet)


def programversjon_gjelder_uten_enighet(
    aktor: Aktor, *, program: Programversjon, uenighet: str, hvorfor: str, versjon: int | None = None
) -> Programversjon:
    """The office lets the version come into force without agreement; what the participant says stands in it.

    A change takes the participant's agreement or their disagreement on record. Raises FlereFeil when either their
    words or the office's reason is missing.
    """
    krev(aktor, Handling.PROGRAM_SKRIV, program)
    with kommando(aktor, "program.gjelder_uten_enighet"):
        program = las_program(program, versjon=versjon, kommando="gjelder_uten_enighet")
        feil = []
        if not uenighet.strip():
            feil.append(Fagfeil(_("Skriv hva deltakeren ikke er enig i, med deltakerens ord."), felt="uenighet"))
        if not hvorfor.strip():
            feil.append(Fagfeil(_("Skriv hvorfor planen likevel må gjelde nå."), felt="hvorfor"))
        if feil:
            raise FlereFeil(feil)
        program.avtalt_hvordan = hvorfor.strip()[:200]
        return _uenig(aktor, program, "program.gjelder_uten_enighet", uenighet)


def _uenig(aktor: Aktor, program: Programversjon, kode: str, uenighet: str) -> Programversjon:
    program.uenighet, program.uenighet_dato = uenighet.strip(), klokke.i_dag()
    _sett_i_kraft(program, status=Programstatus.AVTALT)
    skriv_hendelse(
        aktor,
        kode,
        sak_id=program.sak_id,
        objekt_id=program.pk,
        milepel=True,
        nummer=program.nummer,
        fra=program.fra,
        uenighet=uenighet.strip()[:300],
    )
    sak_ta_i_program(aktor, program.sak)
    return program


def _avtal(aktor: Aktor, program: Programversjon, *, hvordan: str, dato: date | None = None) -> None:
    """Let the version come into force as agreed."""
    _sett_i_kraft(
        program, status=Programstatus.AVTALT, avtalt_med_deltaker=dato or klokke.i_dag(), avtalt_hvordan=hvordan
    )


def _sett_i_kraft(program: Programversjon, **felter: Any) -> None:
    """Let the version come into force, in place of what was agreed for the same days."""
    ny = Periode(program.fra, program.til)
    for tidligere in program.sak.programversjoner.filter(status=Programstatus.AVTALT).order_by("fra"):
        if ny.overlapper(Periode(tidligere.fra, tidligere.til)):
            _vik(tidligere, ny)
    program.lagre_endring(**felter)


def _vik(tidligere: Programversjon, ny: Periode) -> None:
    """Make way for `ny`: a version from before ends the day before it, one still to come begins the day after it.

    One that lies wholly within the new one, or has begun there, is replaced.
    """
    if tidligere.fra < ny.fra:
        tidligere.lagre_endring(til=ny.fra - EN_DAG)
    elif ny.til and tidligere.fra > klokke.i_dag() and (tidligere.til is None or tidligere.til > ny.til):
        tidligere.lagre_endring(fra=ny.til + EN_DAG)
    else:
        tidligere.lagre_endring(status=Programstatus.ERSTATTET)


def programversjon_be_om_endring(
    aktor: Aktor, *, program: Programversjon, merknad: str, versjon: int | None = None
) -> Programversjon:
    """The participant wants something else and says it in their own words; the version goes back to be changed."""
    krev(aktor, Handling.PROGRAM_AVTAL, program)
    with kommando(aktor, "program.be_om_endring"):
        program = las_program(program, versjon=versjon, kommando="be_om_endring")
        if not merknad.strip():
            raise Fagfeil(_("Skriv med egne ord hva du vil ha annerledes."), felt="merknad")
        program.lagre_endring(
            status=Programstatus.UTKAST, foreslatt=None, signert_av=None, deltakers_merknad=merknad.strip()
        )
        skriv_hendelse(
            aktor,
            "program.endring_onsket",
            sak_id=program.sak_id,
            objekt_id=program.pk,
            milepel=True,
            merknad=merknad.strip()[:300],
        )
        return program


def sak_ta_i_program(aktor: Aktor, sak: Sak) -> Sak:
    """Let a granted case be in programme once the programme is agreed, or its first day has come without that.

    Called inside a command's frame, with the case locked. What day it starts: `perioder.programstart`. Does nothing
    for a case in any other state or without a grant.
    """
    if sak.status != Saksstatus.INNVILGET:
        return sak
    start = programstart(sak)
    if start is None:
        return sak
    if start > klokke.i_dag() and not sak.programversjoner.filter(status=Programstatus.AVTALT).exists():
        return sak
    skriv_hendelse(aktor, "program.begynte", sak_id=sak.pk, milepel=True, start=start)
    return sak_sett_status(sak, Saksstatus.I_PROGRAM)


def saker_ta_i_program() -> int:
    """Take the granted cases whose first day has come into programme; the nightly job. Returns how many were moved.

    Each in a transaction of its own, so that one that fails keeps no other back, and a second run finds the rest.
    """
    flyttet = 0
    for sak in Sak.objects.filter(status=Saksstatus.INNVILGET).order_by("pk").iterator():
        with kommando(SYSTEM, "program.nattjobb"):
            flyttet += sak_ta_i_program(SYSTEM, sak_las(sak)).status == Saksstatus.I_PROGRAM
    return flyttet
