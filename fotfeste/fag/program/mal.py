"""Goals on the way: written once, living across the versions of the programme, with what became of each."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from fotfeste.fag.program.enums import Malomrade, Malstatus
from fotfeste.fag.program.models import Delmal, Malkobling
from fotfeste.fag.program.overganger import DELMAL
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev

MAKS_MAL = 60


def delmal_opprett(
    aktor: Aktor, *, sak: Sak, tekst: str, omrade: str = Malomrade.ARBEID, frist: date | None = None
) -> Delmal:
    """Write down a goal; the participant may do so on their own page, about anything in life."""
    egen = sak.tilgang_eier().person_bruker_id == aktor.bruker_id and aktor.bruker_id is not None
    krev(aktor, Handling.PLAN_EGEN if egen else Handling.PROGRAM_SKRIV, sak)
    with kommando(aktor, "delmal.opprett"):
        sak = sak_las(sak)
        mal = _nytt(sak, tekst=tekst, omrade=omrade, frist=frist, av_deltaker=egen)
        skriv_hendelse(aktor, "delmal.opprettet", sak_id=sak.pk, objekt_id=mal.pk, tekst=mal.tekst)
        return mal


def _nytt(
    sak: Sak, *, tekst: str, omrade: str, frist: date | None, av_deltaker: bool, erstatter: Delmal | None = None
) -> Delmal:
    if not tekst.strip():
        raise Fagfeil(_("Skriv målet med noen få ord, for eksempel «Ta truckførerbevis»."), felt="tekst")
    if sak.delmal.count() >= MAKS_MAL:
        raise Fagfeil(_("Saken har allerede %s mål. Legg bort noen av dem først.") % MAKS_MAL, felt="tekst")
    mal = Delmal(sak=sak, tekst=tekst.strip(), omrade=omrade, frist=frist, av_deltaker=av_deltaker, erstatter=erstatter)
    mal.full_clean(validate_unique=False, validate_constraints=False, exclude=["erstatter"])
    mal.save()
    return mal


def _las(mal: Delmal, kommando_: str, versjon: int | None) -> Delmal:
    sak = sak_las(mal.sak)
    last = Delmal.objects.select_for_update(of=("self",)).get(pk=mal.pk)
    last.sak = sak
    DELMAL.krev(kommando_, last)
    last.krev_versjon(versjon)
    return last


def delmal_nadd(aktor: Aktor, *, mal: Delmal, dato: date | None = None, versjon: int | None = None) -> Delmal:
    """The goal is reached, on `dato` (today when left out)."""
    krev(aktor, Handling.PROGRAM_SKRIV, mal)
    with kommando(aktor, "delmal.nadd"):
        mal = _las(mal, "nadd", versjon)
        if dato and dato > klokke.i_dag():
            raise Fagfeil(_("Dagen er ikke kommet ennå. Skriv dagen målet ble nådd."), felt="dato")
        mal.lagre_endring(status=Malstatus.NADD, status_dato=dato or klokke.i_dag())
        skriv_hendelse(aktor, "delmal.nadd", sak_id=mal.sak_id, objekt_id=mal.pk, tekst=mal.tekst, milepel=True)
        return mal


def delmal_endre(
    aktor: Aktor, *, mal: Delmal, tekst: str, hvorfor: str, frist: date | None = None, versjon: int | None = None
) -> Delmal:
    """Put a new goal in the place of the old, which stays in the history with why. What served it serves the new."""
    krev(aktor, Handling.PROGRAM_SKRIV, mal)
    with kommando(aktor, "delmal.endre"):
        mal = _las(mal, "endre", versjon)
        _krev_hvorfor(hvorfor)
        nytt = _nytt(mal.sak, tekst=tekst, omrade=mal.omrade, frist=frist, av_deltaker=mal.av_deltaker, erstatter=mal)
        mal.lagre_endring(status=Malstatus.ENDRET, status_dato=klokke.i_dag(), hvorfor=hvorfor.strip())
        for aktivitet_id in _aktivitetene(mal):
            Malkobling.objects.create(sak=mal.sak, aktivitet_id=aktivitet_id, delmal=nytt)
        skriv_hendelse(
            aktor,
            "delmal.endret",
            sak_id=mal.sak_id,
            objekt_id=nytt.pk,
            tekst=nytt.tekst,
            for_=mal.tekst,
            hvorfor=hvorfor.strip()[:200],
        )
        return nytt


def _aktivitetene(mal: Delmal) -> list[UUID]:
    return list(mal.koblinger.values_list("aktivitet_id", flat=True))


def delmal_legg_bort(aktor: Aktor, *, mal: Delmal, hvorfor: str, versjon: int | None = None) -> Delmal:
    """Lay the goal aside, with why."""
    krev(aktor, Handling.PROGRAM_SKRIV, mal)
    with kommando(aktor, "delmal.legg_bort"):
        mal = _las(mal, "legg_bort", versjon)
        _krev_hvorfor(hvorfor)
        mal.lagre_endring(status=Malstatus.LAGT_BORT, status_dato=klokke.i_dag(), hvorfor=hvorfor.strip())
        skriv_hendelse(
            aktor,
            "delmal.lagt_bort",
            sak_id=mal.sak_id,
            objekt_id=mal.pk,
            tekst=mal.tekst,
            hvorfor=hvorfor.strip()[:200],
        )
        return mal


def _krev_hvorfor(hvorfor: str) -> None:
    if not hvorfor.strip():
        raise Fagfeil(_("Skriv hvorfor, så både dere og deltakeren husker det."), felt="hvorfor")


def delmal_ta_opp_igjen(aktor: Aktor, *, mal: Delmal, versjon: int | None = None) -> Delmal:
    """Take up a goal that was laid aside."""
    krev(aktor, Handling.PROGRAM_SKRIV, mal)
    with kommando(aktor, "delmal.ta_opp_igjen"):
        mal = _las(mal, "ta_opp_igjen", versjon)
        mal.lagre_endring(status=Malstatus.UNDERVEIS, status_dato=None)
        skriv_hendelse(aktor, "delmal.tatt_opp_igjen", sak_id=mal.sak_id, objekt_id=mal.pk, tekst=mal.tekst)
        return mal
