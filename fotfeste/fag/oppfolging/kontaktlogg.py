"""The contact log: a conversation, or the attempt at one, noted in ten seconds; for one or for a whole group."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from django.utils.translation import gettext as _

from fotfeste.fag.oppfolging.enums import Initiativ, Kontaktkanal, Kontaktresultat, Oppfolgingstype
from fotfeste.fag.oppfolging.models import Kontakt
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.ord import valg_ord
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev


def kontakt_logg(
    aktor: Aktor,
    *,
    sak: Sak,
    kanal: Kontaktkanal | str,
    dato: date | None = None,
    resultat: Kontaktresultat | str = Kontaktresultat.GJENNOMFORT,
    initiativ: Initiativ | str = Initiativ.NAV,
    betydning: Oppfolgingstype | str = "",
    tolk: bool = False,
    notat: str = "",
) -> Kontakt:
    """Note that someone talked with the participant, or tried to, on `dato` (today when left out).

    The note stays with the contact; the timeline says only who, how and when. Raises Fagfeil for a day to come or a
    day before the person was born.
    """
    krev(aktor, Handling.OPPFOLGING_SKRIV, sak)
    dato = dato or klokke.i_dag()
    if dato > klokke.i_dag():
        raise Fagfeil(_("Samtalen kan ikke være etter i dag. Sjekk datoen."), felt="dato")
    if dato < sak.person.fodselsdato:
        raise Fagfeil(_("Datoen er før personen ble født. Sjekk årstallet."), felt="dato")
    with kommando(aktor, "kontakt.logg"):
        sak = sak_las(sak)
        kontakt = Kontakt(
            sak=sak,
            dato=dato,
            kanal=kanal,
            resultat=resultat,
            initiativ=initiativ,
            betydning=betydning,
            tolk=tolk,
            notat=notat.strip(),
            av=aktor.bruker,
        )
        kontakt.full_clean()
        kontakt.save()
        skriv_hendelse(
            aktor,
            _kode(kontakt),
            sak_id=sak.pk,
            objekt_id=kontakt.pk,
            tid=_tidspunkt(dato),
            navn=sak.person.fornavn,
            kanal=valg_ord(Kontaktkanal(kontakt.kanal)).lower(),
        )
        return kontakt


def kontakter_logg(
    aktor: Aktor, *, saker: Sequence[Sak], dato: date, kanal: Kontaktkanal | str, notat: str = ""
) -> list[Kontakt]:
    """Note the same conversation for everyone who was at a group meeting. All or none."""
    if not saker:
        raise Fagfeil(_("Kryss av for dem som var med."), felt="saker")
    with kommando(aktor, "kontakt.logg_gruppe"):
        return [
            kontakt_logg(aktor, sak=sak, kanal=kanal, dato=dato, notat=notat, betydning=Oppfolgingstype.LETT)
            for sak in sorted(saker, key=lambda en: en.pk)
        ]


def _kode(kontakt: Kontakt) -> str:
    tolk = kontakt.tolk and kontakt.resultat == Kontaktresultat.GJENNOMFORT
    return f"kontakt.{kontakt.resultat}{'_tolk' if tolk else ''}"


def _tidspunkt(dato: date) -> datetime:
    """The moment on the timeline: now for today, noon for a day before."""
    naa = klokke.na()
    return naa if dato == naa.date() else datetime.combine(dato, time(12), klokke.OSLO)
