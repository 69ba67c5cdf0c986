"""A concern for the participant: one who answers for it, what is done, and the leader told in time."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from fotfeste.fag.oppfolging.enums import Bekymringsstatus
from fotfeste.fag.oppfolging.laas import las
from fotfeste.fag.oppfolging.models import Bekymring
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.organisasjon.models import Bruker
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev


def bekymring_meld(
    aktor: Aktor, *, sak: Sak, hva: str, meldt_av: str = "", ansvarlig: Bruker | None = None, fra: date | None = None
) -> Bekymring:
    """Raise the flag. `ansvarlig` answers for it (the one who raises it, when left out).

    While it is active, nobody is to take being away for mere absence. Raises Fagfeil without a word on what it is, or
    when one is followed up already.
    """
    krev(aktor, Handling.OPPFOLGING_SKRIV, sak)
    if not hva.strip():
        raise Fagfeil(_("Skriv hva du har sett eller hørt, så den som følger opp vet hvor det haster."), felt="hva")
    with kommando(aktor, "bekymring.meld"):
        sak = sak_las(sak)
        if sak.bekymringer.filter(status=Bekymringsstatus.AKTIV).exists():
            raise Fagfeil(_("En bekymring følges opp alt. Skriv det nye der."), felt="hva")
        ansvarlig = ansvarlig or aktor.bruker
        bekymring = Bekymring.objects.create(
            sak=sak, fra=fra or klokke.i_dag(), hva=hva.strip(), meldt_av=meldt_av.strip(), ansvarlig=ansvarlig
        )
        skriv_hendelse(
            aktor,
            "bekymring.meldt",
            sak_id=sak.pk,
            objekt_id=bekymring.pk,
            milepel=True,
            for_deltaker=False,
            navn=sak.person.fornavn,
            ansvarlig=ansvarlig.navn if ansvarlig else sak.kontor.navn,
        )
        return bekymring


def bekymring_folg_opp(aktor: Aktor, *, bekymring: Bekymring, gjort: str, versjon: int | None = None) -> Bekymring:
    """Add a line of what has been done: who was called, who went there."""
    krev(aktor, Handling.OPPFOLGING_SKRIV, bekymring)
    if not gjort.strip():
        raise Fagfeil(_("Skriv hva du har gjort, eller hvem du har snakket med."), felt="gjort")
    with kommando(aktor, "bekymring.folg_opp"):
        bekymring = las(bekymring, "folg_opp", versjon)
        linje = f"{klokke.na():%d.%m.%Y %H.%M} {aktor.navn}: {gjort.strip()}"
        return bekymring.lagre_endring(gjort=f"{bekymring.gjort}\n{linje}".strip())


def bekymring_loft(aktor: Aktor, *, bekymring: Bekymring) -> Bekymring:
    """Tell the leader. Kept once; the flag then stands in the leader's list too."""
    krev(aktor, Handling.OPPFOLGING_SKRIV, bekymring)
    with kommando(aktor, "bekymring.loft"):
        bekymring = las(bekymring, "loft")
        if bekymring.loftet is None:
            bekymring.lagre_endring(loftet=klokke.na())
            skriv_hendelse(
                aktor, "bekymring.loftet", sak_id=bekymring.sak_id, objekt_id=bekymring.pk, for_deltaker=False
            )
        return bekymring


def bekymring_avslutt(aktor: Aktor, *, bekymring: Bekymring, utfall: str, versjon: int | None = None) -> Bekymring:
    """Take the flag down, saying how it went."""
    krev(aktor, Handling.OPPFOLGING_SKRIV, bekymring)
    if not utfall.strip():
        raise Fagfeil(_("Skriv hvordan det gikk, før du avslutter."), felt="utfall")
    with kommando(aktor, "bekymring.avslutt"):
        bekymring = las(bekymring, "avslutt", versjon)
        bekymring.lagre_endring(status=Bekymringsstatus.AVSLUTTET, til=klokke.i_dag(), utfall=utfall.strip())
        skriv_hendelse(
            aktor,
            "bekymring.avsluttet",
            sak_id=bekymring.sak_id,
            objekt_id=bekymring.pk,
            for_deltaker=False,
            navn=bekymring.sak.person.fornavn,
        )
        return bekymring
