"""The office's own pages: search, and the case."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from fotfeste.fag.brev.models import Brev
from fotfeste.fag.brev.selectors import brev_hent
from fotfeste.fag.mappe.selectors import sak_paa_gammelt_nummer
from fotfeste.fag.oppfolging.selectors import siste_kontakter
from fotfeste.fag.oversikt.innsyn import hvem_har_sett
from fotfeste.fag.oversikt.sakliste import mulige_kontakter
from fotfeste.fag.oversikt.selectors import oversikt_en, oversikt_for
from fotfeste.fag.person.models import Person
from fotfeste.fag.person.selectors import person_sok
from fotfeste.fag.program.enums import Programstatus
from fotfeste.fag.program.models import Programversjon, Ukeblokk
from fotfeste.fag.program.selectors import gjeldende_av
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.overlevering import er_overlevert
from fotfeste.fag.sak.selectors import gjeldende_kontakt, sak_hent, saker_for, tidslinje
from fotfeste.fag.sak.services import fast_kontakt_sett
from fotfeste.flater.felles.filer import som_nedlasting
from fotfeste.flater.felles.visning import aktor_av, kontorside, utfor
from fotfeste.flater.kontor.ramme_forms import FastKontaktskjema
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import HANDLINGER, Aktor, Handling, krev_rolle, vurder

KORT_TRAD = 12
_SAKSNUMMER = re.compile(r"^\d{4}-\d{6}$")


class Treff(NamedTuple):
    """A person found, with the newest case of theirs the actor may see."""

    person: Person
    oversikt: Any


@kontorside
def sok(request: HttpRequest) -> HttpResponse:
    """Find a person by number or name, or a case by its number, ours or the one before. No address holds the words."""
    aktor = aktor_av(request)
    krev_rolle(aktor, Handling.PERSON_SOK)
    tekst = request.POST.get("tekst", "").strip()[:200] if request.method == "POST" else ""
    if not tekst:
        return render(request, "kontor/ramme/sok.html", {"tekst": ""})
    sak = saker_for(aktor).filter(saksnummer=tekst).first() if _SAKSNUMMER.match(tekst) else None
    sak = sak or sak_paa_gammelt_nummer(aktor, tekst)
    if sak is not None:
        return redirect("kontor:sak", sak.pk)
    resultat = person_sok(aktor, tekst.replace("\x00", ""))
    kan_registrere = bool(aktor.roller & HANDLINGER[Handling.PERSON_REGISTRER])
    return render(
        request,
        "kontor/ramme/sok.html",
        {"tekst": tekst, "treff": _med_sak(aktor, resultat.treff), "flere": resultat.flere, "kan": kan_registrere},
    )


def _med_sak(aktor: Aktor, personer: list[Person]) -> list[Treff]:
    """The persons with their newest cases, where the gate lets the actor see them."""
    nyeste: dict[UUID, Sak] = {}
    for sak in saker_for(aktor).filter(person__in=personer).order_by("opprettet"):
        nyeste[sak.person_id] = sak
    oversikter = oversikt_for(list(nyeste.values())) if nyeste else {}
    return [Treff(person, oversikter[nyeste[person.pk].pk] if person.pk in nyeste else None) for person in personer]


@kontorside
def sak(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """The case: what is open, the plan, the thread, the papers."""
    aktor = aktor_av(request)
    saken = sak_hent(aktor, sak_id)
    alt = request.GET.get("trad") == "alt"
    hendelser = list(tidslinje(saken, bare_milepeler=not alt)[: None if alt else KORT_TRAD])
    if not hendelser and not alt:
        hendelser = list(tidslinje(saken)[:KORT_TRAD])
    program = _program(aktor, saken)
    blokker = Ukeblokk.objects.filter(aktivitet__programversjon=program).select_related("aktivitet") if program else []
    kan_lese_brev = vurder(aktor, Handling.BREV_LES, saken).tillatt
    return render(
        request,
        "kontor/ramme/sak.html",
        {
            "sak": saken,
            "oversikt": oversikt_en(saken),
            "hendelser": hendelser,
            "alt": alt,
            "program": program,
            "blokker": list(blokker),
            "kontakter": siste_kontakter(aktor, saken),
            "brev": list(Brev.objects.filter(sak=saken).defer("innhold")) if kan_lese_brev else [],
            "grupper": _grupper(aktor, saken),
        },
    )


def _program(aktor: Aktor, sak: Sak) -> Programversjon | None:
    if not vurder(aktor, Handling.PROGRAM_LES, sak).tillatt:
        return None
    return gjeldende_av(Programversjon.objects.filter(sak=sak, status=Programstatus.AVTALT), klokke.i_dag())


class Lenke(NamedTuple):
    """A way from the case to one of its parts."""

    tekst: str
    adresse: str


class Gruppe(NamedTuple):
    """Some of the case's parts that belong together."""

    tittel: str
    lenker: list[Lenke]


def _grupper(aktor: Aktor, sak: Sak) -> list[Gruppe]:
    """Everything about the participant, in the order of the work; only what the actor may open."""
    grupper = ((tittel, _lenker(aktor, sak, deler)) for tittel, deler in _deler(sak))
    return [Gruppe(tittel, lenker) for tittel, lenker in grupper if lenker]


_Del = tuple[str, str, Handling]


def _deler(sak: Sak) -> tuple[tuple[str, tuple[_Del, ...]], ...]:
    overlevert: tuple[_Del, ...] = (
        (("overlevering", _("Overleveringen"), Handling.OPPFOLGING_LES),) if er_overlevert(sak) else ()
    )
    return (
        (
            _("Vurdering og vedtak"),
            (
                ("soknad", _("Søknaden"), Handling.SOKNAD_LES),
                ("aev_kartlegging", _("Kartleggingen"), Handling.AEV_LES),
                ("aev", _("Arbeidsevnevurderingen"), Handling.AEV_LES),
                ("vedtak", _("Vedtakene"), Handling.VEDTAK_LES),
                ("klager", _("Klager"), Handling.KLAGE_LES),
            ),
        ),
        (
            _("Program og plan"),
            (
                ("program", _("Programmet"), Handling.PROGRAM_LES),
                ("individuell_plan", _("Individuell plan"), Handling.PLAN_LES),
                ("livslop", _("Start, pause og slutt"), Handling.VEDTAK_LES),
            ),
        ),
        (
            _("Oppfølging"),
            (
                ("moter", _("Møter og samtaler"), Handling.OPPFOLGING_LES),
                ("evalueringer", _("Evalueringer"), Handling.OPPFOLGING_LES),
                ("henvendelser_sak", _("Henvendelser"), Handling.HENVENDELSE_LES),
                *overlevert,
            ),
        ),
        (
            _("Penger"),
            (
                ("timeliste", _("Timelistene"), Handling.TIMELISTE_LES),
                ("egenmelding", _("Egenmelding"), Handling.VEDTAK_LES),
                ("stonad", _("Stønaden"), Handling.STONAD_LES),
                ("barn_oversikt", _("Barn og barnetillegg"), Handling.STONAD_LES),
                ("ytelser", _("Andre ytelser"), Handling.STONAD_LES),
                ("krav_sak", _("For mye utbetalt"), Handling.KRAV_LES),
            ),
        ),
        (
            _("Papirer"),
            (
                ("person", _("Personopplysninger"), Handling.PERSON_ENDRE),
                ("saksmappe", _("Hele saksmappen"), Handling.MAPPE_LES),
                ("innsyn", _("Hvem har sett saken"), Handling.SPORING_LES),
                ("fast_kontakt", _("Endre fast kontakt"), Handling.SAK_FORDEL),
            ),
        ),
    )


def _lenker(aktor: Aktor, sak: Sak, deler: tuple[_Del, ...]) -> list[Lenke]:
    forrige = klokke.i_dag().replace(day=1) - timedelta(days=1)
    args: dict[str, list[Any]] = {"timeliste": [sak.pk, forrige.year, forrige.month], "person": [sak.person_id]}
    lenker = []
    for side, tekst, handling in deler:
        # What is known of the person belongs with the newest case, which can be at another office than this one.
        gjelder = sak.person.gjeldende_sak() or sak if side == "person" else sak
        if vurder(aktor, handling, gjelder).tillatt:
            try:
                lenker.append(Lenke(tekst, reverse(f"kontor:{side}", args=args.get(side, [sak.pk]))))
            except NoReverseMatch:
                continue
    return lenker


@kontorside
def fast_kontakt(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Choose the one the participant can always turn to."""
    aktor = aktor_av(request)
    saken = sak_hent(aktor, sak_id, Handling.SAK_FORDEL)
    tilbake = reverse("kontor:sak", args=[saken.pk])
    na = gjeldende_kontakt(saken)
    skjema = FastKontaktskjema(
        request.POST or None,
        kandidater=mulige_kontakter(saken),
        versjon=na.versjon if na else 0,
        initial={"bruker": na.bruker_id} if na else {},
    )

    def velg(verdier: dict[str, Any]) -> str:
        fast_kontakt_sett(aktor, saken, bruker=verdier["bruker"], versjon=skjema.cleaned_data["versjon"])
        return tilbake

    if request.method == "POST":
        svar = utfor(request, skjema, velg, kvittering=_("Fast kontakt er valgt."))
        if svar:
            return svar
    return render(request, "kontor/ramme/fast_kontakt.html", {"sak": saken, "skjema": skjema, "tilbake": tilbake})


@kontorside
def innsyn(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Who has seen the case, for the leader and the revisor."""
    aktor = aktor_av(request)
    saken = sak_hent(aktor, sak_id, Handling.SPORING_LES)
    return render(request, "kontor/ramme/innsyn.html", {"sak": saken, "rader": hvem_har_sett(aktor, saken)})


@kontorside
def brev(request: HttpRequest, brev_id: UUID) -> HttpResponse:
    """A letter as it was archived, byte for byte."""
    return som_nedlasting(brev_hent(aktor_av(request), brev_id).dokument)
