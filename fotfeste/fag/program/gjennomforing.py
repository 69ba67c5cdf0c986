"""What happens to an activity after it was planned: a place, a start, an end, what the provider says, the own weeks."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from django.utils.translation import gettext as _

from fotfeste.fag.program.enums import Aktivitetsgruppe, Aktivitetstatus, Hvem, Loggslag, Programstatus
from fotfeste.fag.program.models import Aktivitet, Aktivitetslogg, Ukebekreftelse
from fotfeste.fag.program.overganger import AKTIVITET
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev

_LEVENDE = (Programstatus.UTKAST, Programstatus.FORESLATT, Programstatus.AVTALT)
EN_UKE = timedelta(days=7)


def _las(aktivitet: Aktivitet, kommando_: str, versjon: int | None) -> Aktivitet:
    sak = sak_las(aktivitet.sak)
    last = Aktivitet.objects.select_for_update(of=("self",)).get(pk=aktivitet.pk)
    last.sak = sak
    AKTIVITET.krev(kommando_, last)
    last.krev_versjon(versjon)
    return last


def _sett(aktivitet: Aktivitet, **felter: object) -> Aktivitet:
    """Set the fields on the activity, and on the same activity in the versions that still live."""
    samme = Aktivitet.objects.filter(
        sak=aktivitet.sak_id, linje=aktivitet.linje, programversjon__status__in=_LEVENDE
    ).exclude(pk=aktivitet.pk)
    for en in samme:
        en.lagre_endring(**felter)
    return aktivitet.lagre_endring(**felter)


def _krev_kommet(dato: date | None) -> date:
    dato = dato or klokke.i_dag()
    if dato > klokke.i_dag():
        raise Fagfeil(_("Datoen er ikke kommet ennå. Skriv dagen det skjedde."), felt="dato")
    return dato


def aktivitet_tilby(
    aktor: Aktor, *, aktivitet: Aktivitet, dato: date | None = None, versjon: int | None = None
) -> Aktivitet:
    """A place has been offered."""
    return _flytt(aktor, aktivitet, "tilby", Aktivitetstatus.TILBUDT, "aktivitet.tilbudt", dato, versjon)


def aktivitet_begynn(
    aktor: Aktor, *, aktivitet: Aktivitet, dato: date | None = None, versjon: int | None = None
) -> Aktivitet:
    """It has begun."""
    return _flytt(aktor, aktivitet, "begynn", Aktivitetstatus.I_GANG, "aktivitet.begynt", dato, versjon)


def aktivitet_fullfor(
    aktor: Aktor, *, aktivitet: Aktivitet, dato: date | None = None, versjon: int | None = None
) -> Aktivitet:
    """It is finished."""
    return _flytt(aktor, aktivitet, "fullfor", Aktivitetstatus.FERDIG, "aktivitet.fullfort", dato, versjon)


def _flytt(
    aktor: Aktor,
    aktivitet: Aktivitet,
    kommando_: str,
    status: Aktivitetstatus,
    kode: str,
    dato: date | None,
    versjon: int | None,
) -> Aktivitet:
    krev(aktor, Handling.PROGRAM_SKRIV, aktivitet)
    with kommando(aktor, f"aktivitet.{kommando_}"):
        aktivitet = _las(aktivitet, kommando_, versjon)
        dato = _krev_kommet(dato)
        _sett(aktivitet, status=status, status_siden=dato)
        skriv_hendelse(aktor, kode, sak_id=aktivitet.sak_id, objekt_id=aktivitet.pk, navn=aktivitet.navn, dato=dato)
        return aktivitet


def aktivitet_avbryt(
    aktor: Aktor,
    *,
    aktivitet: Aktivitet,
    av: str,
    grunn: str,
    dato: date | None = None,
    varslet: bool = True,
    versjon: int | None = None,
) -> Aktivitet:
    """It was broken off by `av`. A provider who gave no notice leaves the office to find something else at once."""
    krev(aktor, Handling.PROGRAM_SKRIV, aktivitet)
    with kommando(aktor, "aktivitet.avbryt"):
        aktivitet = _las(aktivitet, "avbryt", versjon)
        dato = _krev_kommet(dato)
        if not grunn.strip():
            raise Fagfeil(_("Skriv kort hvorfor aktiviteten ble avbrutt."), felt="grunn")
        uten_varsel = av == Hvem.ARRANGOR and not varslet
        _sett(aktivitet, status=Aktivitetstatus.AVBRUTT, status_siden=dato, avbrutt_av=av, uten_varsel=uten_varsel)
        _skriv_linje(aktor, aktivitet, Loggslag.STATUS, grunn, dato)
        skriv_hendelse(
            aktor,
            "aktivitet.avbrutt_uten_varsel" if uten_varsel else "aktivitet.avbrutt",
            sak_id=aktivitet.sak_id,
            objekt_id=aktivitet.pk,
            navn=aktivitet.navn,
            dato=dato,
            grunn=grunn.strip()[:200],
            milepel=True,
        )
        return aktivitet


def aktivitet_vurder_alternativer(
    aktor: Aktor, *, aktivitet: Aktivitet, alternativer: str, versjon: int | None = None
) -> Aktivitet:
    """What could come instead of the activity the provider ended without notice, and what was chosen."""
    krev(aktor, Handling.PROGRAM_SKRIV, aktivitet)
    with kommando(aktor, "aktivitet.vurder_alternativer"):
        aktivitet = _las(aktivitet, "vurder_alternativer", versjon)
        if not alternativer.strip():
            raise Fagfeil(_("Skriv hva dere har vurdert, og hva dere gjør nå."), felt="alternativer")
        _sett(aktivitet, alternativer=alternativer.strip(), alternativer_vurdert=klokke.i_dag())
        skriv_hendelse(
            aktor,
            "aktivitet.alternativer_vurdert",
            sak_id=aktivitet.sak_id,
            objekt_id=aktivitet.pk,
            navn=aktivitet.navn,
            tekst=alternativer.strip()[:300],
        )
        return aktivitet


def aktivitet_logg(
    aktor: Aktor,
    *,
    aktivitet: Aktivitet,
    tekst: str,
    slag: str = Loggslag.TILBAKEMELDING,
    dato: date | None = None,
    fra_hvem: str = "",
) -> Aktivitetslogg:
    """Write down what the provider says, or a job applied for, on the activity."""
    krev(aktor, Handling.PROGRAM_SKRIV, aktivitet)
    with kommando(aktor, "aktivitet.logg"):
        aktivitet.sak = sak_las(aktivitet.sak)
        dato = _krev_kommet(dato)
        if not tekst.strip():
            raise Fagfeil(_("Skriv hva som ble sagt, med noen få ord."), felt="tekst")
        linje = _skriv_linje(aktor, aktivitet, slag, tekst, dato, fra_hvem)
        kode = "aktivitet.jobbsoknad" if slag == Loggslag.JOBBSOKNAD else "aktivitet.tilbakemelding"
        skriv_hendelse(aktor, kode, sak_id=aktivitet.sak_id, objekt_id=linje.pk, navn=aktivitet.navn)
        return linje


def _skriv_linje(
    aktor: Aktor, aktivitet: Aktivitet, slag: str, tekst: str, dato: date, fra_hvem: str = ""
) -> Aktivitetslogg:
    linje = Aktivitetslogg(
        sak=aktivitet.sak,
        linje=aktivitet.linje,
        navn=aktivitet.navn,
        dato=dato,
        slag=slag,
        tekst=tekst.strip(),
        fra_hvem=fra_hvem.strip(),
        av=aktor.bruker,
    )
    linje.full_clean(validate_unique=False, validate_constraints=False, exclude=["sak", "av"])
    linje.save()
    return linje


def egenaktivitet_bekreft(
    aktor: Aktor, *, aktivitet: Aktivitet, uke: date, timer: Decimal, hva: str = ""
) -> Ukebekreftelse:
    """The participant says what was done of an activity of their own in the week that began `uke`; again: it is mended.

    Raises FlereFeil for an activity of another kind, a week that is not over, and hours a week does not hold.
    """
    krev(aktor, Handling.TIMELISTE_FYLL, aktivitet)
    with kommando(aktor, "aktivitet.uke_bekreft"):
        aktivitet.sak = sak_las(aktivitet.sak)
        uke -= timedelta(days=uke.weekday())
        _krev_uke(aktivitet, uke, timer)
        rad = Ukebekreftelse.objects.filter(sak=aktivitet.sak, linje=aktivitet.linje, uke=uke).first()
        if rad is None:
            rad = Ukebekreftelse.objects.create(
                sak=aktivitet.sak, linje=aktivitet.linje, uke=uke, timer=timer, hva=hva.strip()[:500]
            )
        else:
            rad.lagre_endring(timer=timer, hva=hva.strip()[:500])
        skriv_hendelse(
            aktor, "aktivitet.uke_bekreftet", sak_id=aktivitet.sak_id, objekt_id=rad.pk, navn=aktivitet.navn, uke=uke
        )
        return rad


def _krev_uke(aktivitet: Aktivitet, uke: date, timer: Decimal) -> None:
    feil = []
    if aktivitet.gruppe != Aktivitetsgruppe.EGENAKTIVITET:
        feil.append(Fagfeil(_("Bare egen aktivitet bekreftes uke for uke.")))
    if uke > klokke.i_dag():
        feil.append(Fagfeil(_("Uken er ikke begynt ennå. Velg en uke som har vært."), felt="uke"))
    if not 0 <= timer <= 80:
        feil.append(Fagfeil(_("Skriv hvor mange timer du brukte, for eksempel 5 eller 7,5."), felt="timer"))
    if feil:
        raise FlereFeil(feil)
