"""What was agreed: each a row with who, what and by when, alive until it is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from fotfeste.fag.oppfolging.enums import Avtalepart, Avtalestatus
from fotfeste.fag.oppfolging.laas import las
from fotfeste.fag.oppfolging.models import Avtalepunkt, Mote
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev


@dataclass(frozen=True, slots=True)
class Avtaleinn:
    """One thing somebody will do, and by when if there is a date."""

    hvem: Avtalepart | str
    hva: str
    frist: date | None = None


def avtalepunkt_lag(aktor: Aktor, *, sak: Sak, inn: Avtaleinn, mote: Mote | None = None) -> Avtalepunkt:
    """Keep one agreement, made in a meeting or outside one. Raises Fagfeil for an empty one, or a day that has been."""
    krev(aktor, Handling.OPPFOLGING_SKRIV, sak)
    if not inn.hva.strip():
        raise Fagfeil(_("Skriv hva som er avtalt."), felt="hva")
    if inn.frist and inn.frist < klokke.i_dag():
        raise Fagfeil(_("Fristen har vært. Velg i dag eller en senere dag."), felt="frist")
    with kommando(aktor, "avtalepunkt.lag"):
        sak = sak_las(sak)
        punkt = Avtalepunkt(sak=sak, mote=mote, hvem=inn.hvem, hva=inn.hva.strip(), frist=inn.frist)
        punkt.clean_fields(exclude={"sak", "mote", "gjort_av"})
        punkt.save()
        return punkt


def avtalepunkt_merk_gjort(aktor: Aktor, *, punkt: Avtalepunkt) -> Avtalepunkt:
    """The office marks it done, whoever was to do it."""
    krev(aktor, Handling.OPPFOLGING_SKRIV, punkt)
    return _gjor(aktor, punkt, "merk_gjort")


def avtalepunkt_kryss_av(aktor: Aktor, *, punkt: Avtalepunkt) -> Avtalepunkt:
    """The participant ticks what they were to do themselves."""
    krev(aktor, Handling.OPPFOLGING_EGEN, punkt)
    return _gjor(aktor, punkt, "kryss_av")


def _gjor(aktor: Aktor, punkt: Avtalepunkt, kommando_: str) -> Avtalepunkt:
    with kommando(aktor, f"avtalepunkt.{kommando_}"):
        punkt = las(punkt, kommando_)
        if kommando_ == "kryss_av" and punkt.hvem != Avtalepart.DELTAKER:
            raise Fagfeil(_("Dette er det ikke du som skal gjøre. Spør veilederen din hvordan det går."))
        punkt.lagre_endring(status=Avtalestatus.GJORT, gjort=klokke.i_dag(), gjort_av=aktor.bruker)
        skriv_hendelse(aktor, "avtale.gjort", sak_id=punkt.sak_id, objekt_id=punkt.pk, hva=punkt.hva)
        return punkt


def avtalepunkt_gjenapne(aktor: Aktor, *, punkt: Avtalepunkt) -> Avtalepunkt:
    """It was not done after all."""
    krev(aktor, Handling.OPPFOLGING_SKRIV, punkt)
    with kommando(aktor, "avtalepunkt.gjenapne"):
        return las(punkt, "gjenapne").lagre_endring(status=Avtalestatus.APEN, gjort=None, gjort_av=None)


def avtalepunkt_fjern(aktor: Aktor, *, punkt: Avtalepunkt) -> Avtalepunkt:
    """Nobody needs to do it any longer. It stays in the history."""
    krev(aktor, Handling.OPPFOLGING_SKRIV, punkt)
    with kommando(aktor, "avtalepunkt.fjern"):
        punkt = las(punkt, "fjern").lagre_endring(status=Avtalestatus.FALT_BORT)
        skriv_hendelse(aktor, "avtale.falt_bort", sak_id=punkt.sak_id, objekt_id=punkt.pk, hva=punkt.hva)
        return punkt
