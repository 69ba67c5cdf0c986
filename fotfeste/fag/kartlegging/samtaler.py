"""Commands on conversations and findings: said in a talk or seen at a workplace, each for its point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from fotfeste.fag.kartlegging.enums import Funnslag, Opphav, Samtalested, Tema
from fotfeste.fag.kartlegging.felles import krev_dag, krev_tekst, las_apen
from fotfeste.fag.kartlegging.models import Funn, Kartleggingssamtale
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev


@dataclass(frozen=True, slots=True)
class Funninn:
    """Something learned, as it comes in."""

    tema: Tema
    slag: Funnslag
    tekst: str


def samtale_registrer(
    aktor: Aktor,
    *,
    sak: Sak,
    dato: date,
    funn: Sequence[Funninn],
    sted: Samtalested = Samtalested.KONTORET,
    til_stede: str = "",
    tolk: bool = False,
) -> Kartleggingssamtale:
    """Keep a conversation with what was learned in it. It is the step of the case and its notes in one.

    Raises Fagfeil for a day that cannot be, or when nothing was learned.
    """
    krev(aktor, Handling.AEV_SKRIV, sak)
    krev_dag(sak, dato)
    sagt = [ett for ett in funn if ett.tekst.strip()]
    if not sagt:
        raise Fagfeil(_("Skriv hva dere snakket om under minst ett tema."))
    with kommando(aktor, "kartlegging.samtale"):
        sak = las_apen(sak)
        samtale = Kartleggingssamtale(sak=sak, dato=dato, sted=sted, til_stede=til_stede.strip(), tolk=tolk)
        samtale.holdt_av = aktor.krev_bruker()
        samtale.full_clean()
        samtale.save()
        for ett in sagt:
            _lagre(aktor, sak, ett, opphav=Opphav.SAMTALE, samtale=samtale, dato=dato)
        skriv_hendelse(aktor, "kartlegging.samtale", sak_id=sak.pk, objekt_id=samtale.pk, dag=dato, milepel=True)
        return samtale


def observasjon_registrer(aktor: Aktor, *, sak: Sak, fra: str, dato: date, funn: Funninn) -> Funn:
    """Keep what a provider or an employer has seen. On a completed assessment it asks for a new version.

    Raises Fagfeil when it is not said who saw it, or what.
    """
    krev(aktor, Handling.OPPFOLGING_SKRIV, sak)
    krev_dag(sak, dato)
    fra = krev_tekst(fra, "fra", _("Skriv hvem som har sett det, for eksempel navnet på tiltaket."))
    krev_tekst(funn.tekst, "tekst", _("Skriv hva de har sett."))
    with kommando(aktor, "kartlegging.observasjon"):
        sak = las_apen(sak)
        ett = _lagre(aktor, sak, funn, opphav=Opphav.OBSERVASJON, fra=fra, dato=dato)
        skriv_hendelse(aktor, "kartlegging.observasjon", sak_id=sak.pk, objekt_id=ett.pk, for_deltaker=False, fra=fra)
        return ett


def funn_legg_bort(aktor: Aktor, *, funn: Funn) -> Funn:
    """Judge that a finding changes nothing; it stays in the case and asks for nothing more."""
    krev(aktor, Handling.AEV_SKRIV, funn)
    with kommando(aktor, "kartlegging.funn_legg_bort"):
        sak_las(funn.sak)
        funn = Funn.objects.select_for_update(of=("self",)).get(pk=funn.pk)
        if funn.brukt_i_id:
            raise Fagfeil(_("Dette er allerede tatt inn i en vurdering."))
        return funn.lagre_endring(lagt_bort=klokke.i_dag())


def _lagre(aktor: Aktor, sak: Sak, inn: Funninn, **felter: object) -> Funn:
    funn = Funn(
        sak=sak, tema=inn.tema, slag=inn.slag, tekst=inn.tekst.strip(), registrert_av=aktor.krev_bruker(), **felter
    )
    funn.clean_fields(exclude={"sak", "samtale", "innhenting", "registrert_av", "brukt_i"})
    funn.save()
    return funn
