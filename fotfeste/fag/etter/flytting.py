"""Moves: to another office of the municipality, with the case and the access to it, and to another municipality."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from fotfeste.fag.etter.enums import Flytteutfall
from fotfeste.fag.etter.models import Kommuneflytting, Kontorbytte
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.ord import valg_ord
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev
from fotfeste.regelverk.tid import EN_DAG


def sak_overfor(
    aktor: Aktor,
    *,
    sak: Sak,
    til_kontor: Kontor,
    nytte: str = "",
    framgang: str = "",
    neste_evaluering: date | None = None,
) -> Kontorbytte:
    """Hand the case over to another office of the municipality. Access follows it; the receiver chooses fixed contact.

    Raises Fagfeil for an office of another municipality, or the one the case is at.
    """
    krev(aktor, Handling.SAK_OVERFOR, sak)
    with kommando(aktor, "sak.overfor"):
        sak = sak_las(sak)
        fra = sak.kontor
        if til_kontor.kommune_id != sak.kommune_id:
            raise Fagfeil(_("Kontoret er i en annen kommune. Registrer flyttingen dit i stedet."), felt="til_kontor")
        if til_kontor.pk == fra.pk:
            raise Fagfeil(_("Saken er ved dette kontoret. Velg et annet."), felt="til_kontor")
        dag = klokke.i_dag()
        bytte = Kontorbytte.objects.create(
            sak=sak,
            dato=dag,
            fra_kontor=fra,
            til_kontor=til_kontor,
            nytte=nytte.strip(),
            framgang=framgang.strip(),
            neste_evaluering=neste_evaluering,
            av=aktor.bruker,
        )
        _avslutt_fast_kontakt(sak, dag)
        sak.lagre_endring(kontor=til_kontor)
        skriv_hendelse(
            aktor,
            "etter.overfort",
            sak_id=sak.pk,
            objekt_id=bytte.pk,
            milepel=True,
            fra=fra.navn,
            til=til_kontor.navn,
        )
        return bytte


def _avslutt_fast_kontakt(sak: Sak, dag: date) -> None:
    for kontakt in sak.faste_kontakter.filter(til__isnull=True):
        if kontakt.fra < dag:
            kontakt.lagre_endring(til=dag - EN_DAG)
        else:
            kontakt.delete()


def kontorbytte_vurder_helheten(aktor: Aktor, *, bytte: Kontorbytte) -> Kontorbytte:
    """The receiver has looked at the whole programme, since the note with the case did not say enough."""
    krev(aktor, Handling.OPPFOLGING_SKRIV, bytte)
    with kommando(aktor, "sak.helhet_vurdert"):
        sak = sak_las(bytte.sak)
        rad = Kontorbytte.objects.select_for_update(of=("self",)).get(pk=bytte.pk)
        rad.lagre_endring(helhet_vurdert=klokke.i_dag())
        skriv_hendelse(aktor, "etter.helhet_vurdert", sak_id=sak.pk, objekt_id=rad.pk)
        return rad


def flytting_meld(aktor: Aktor, *, sak: Sak, til_kommune: str, flytter: date) -> Kommuneflytting:
    """The participant moves to another municipality: begin the work the two offices do together.

    Raises FlereFeil without a municipality, or when a move is being worked with already.
    """
    krev(aktor, Handling.OPPFOLGING_SKRIV, sak)
    with kommando(aktor, "flytting.meld"):
        sak = sak_las(sak)
        feil = []
        if not til_kommune.strip():
            feil.append(Fagfeil(_("Skriv hvilken kommune deltakeren flytter til."), felt="til_kommune"))
        if sak.kommuneflyttinger.filter(utfall="").exists():
            feil.append(Fagfeil(_("En flytting er alt registrert. Arbeid videre med den."), felt="til_kommune"))
        if feil:
            raise FlereFeil(feil)
        rad = Kommuneflytting.objects.create(
            sak=sak, meldt=klokke.i_dag(), flytter=flytter, til_kommune=til_kommune.strip()
        )
        skriv_hendelse(
            aktor,
            "etter.flytting_meldt",
            sak_id=sak.pk,
            objekt_id=rad.pk,
            navn=sak.person.fornavn,
            kommune=rad.til_kommune,
            dag=flytter,
        )
        return rad


def flytting_kontakt(aktor: Aktor, *, flytting: Kommuneflytting, dato: date, med: str, avtalt: str) -> Kommuneflytting:
    """The two offices have talked: when, with whom, and what they agreed. Raises FlereFeil when one is missing."""
    krev(aktor, Handling.OPPFOLGING_SKRIV, flytting)
    with kommando(aktor, "flytting.kontakt"):
        rad = _las(flytting)
        feil = []
        if dato > klokke.i_dag() or dato < rad.meldt:
            setning = _("Dagen må være fra %(dag)s, da flyttingen ble meldt, til og med i dag.")
            feil.append(Fagfeil(setning % {"dag": dato_ord(rad.meldt)}, felt="dato"))
        if not med.strip():
            feil.append(Fagfeil(_("Skriv hvem du snakket med."), felt="med"))
        if not avtalt.strip():
            feil.append(Fagfeil(_("Skriv hva dere ble enige om."), felt="avtalt"))
        if feil:
            raise FlereFeil(feil)
        rad.lagre_endring(kontakt_dato=dato, kontakt_med=med.strip()[:160], avtalt=avtalt.strip())
        _fortell(aktor, "etter.flytting_kontakt", rad, dag=dato, med=rad.kontakt_med)
        return rad


def flytting_overlever_mappe(
    aktor: Aktor, *, flytting: Kommuneflytting, samtykker: bool, dato: date | None = None
) -> Kommuneflytting:
    """The case has been given to the new municipality, or the participant said no to that.

    Raises Fagfeil for a day to come.
    """
    krev(aktor, Handling.OPPFOLGING_SKRIV, flytting)
    with kommando(aktor, "flytting.mappe"):
        rad = _las(flytting)
        dato = dato or klokke.i_dag()
        if dato > klokke.i_dag():
            raise Fagfeil(_("Dagen kan ikke være etter i dag."), felt="dato")
        rad.lagre_endring(deltaker_samtykket=samtykker, mappe_overlevert=dato if samtykker else None)
        if samtykker:
            _fortell(aktor, "etter.flytting_mappe", rad, dag=dato, navn=rad.sak.person.fornavn)
        return rad


def flytting_utfall(
    aktor: Aktor, *, flytting: Kommuneflytting, utfall: Flytteutfall | str, dato: date
) -> Kommuneflytting:
    """What the new municipality came to. Raises Fagfeil for a day to come."""
    krev(aktor, Handling.OPPFOLGING_SKRIV, flytting)
    with kommando(aktor, "flytting.utfall"):
        rad = _las(flytting)
        if dato > klokke.i_dag():
            raise Fagfeil(_("Dagen kan ikke være etter i dag."), felt="dato")
        rad.lagre_endring(utfall=Flytteutfall(utfall), utfall_dato=dato)
        _fortell(aktor, "etter.flytting_utfall", rad, utfall=valg_ord(Flytteutfall(utfall)).lower())
        return rad


def _las(flytting: Kommuneflytting) -> Kommuneflytting:
    sak = sak_las(flytting.sak)
    rad = Kommuneflytting.objects.select_for_update(of=("self",)).get(pk=flytting.pk)
    rad.sak = sak
    return rad


def _fortell(aktor: Aktor, kode: str, rad: Kommuneflytting, **data: Any) -> None:
    skriv_hendelse(aktor, kode, sak_id=rad.sak_id, objekt_id=rad.pk, kommune=rad.til_kommune, **data)
