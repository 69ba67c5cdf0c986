"""The KOSTRA year: a sentence first, what must be mended and where, and the file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from fotfeste.fag.sak.selectors import Sakslenke
from fotfeste.flater.felles.visning import aktor_av, kontorside
from fotfeste.flater.kontor.kostra_forms import KostraValg
from fotfeste.grunnmur.feil import Fagfeil, IkkeTilgang
from fotfeste.grunnmur.tilgang import HANDLINGER, Aktor, Handling, krev_rolle
from fotfeste.kobling.kostra import selectors, services
from fotfeste.kobling.kostra.feltord import Sted
from fotfeste.kobling.kostra.services import Rapport, Rapportfunn

# Where a fact is mended: the page, and what the actor must be allowed to do to open it.
_SIDER: dict[Sted, tuple[str, Handling]] = {
    Sted.PERSON: ("kontor:person", Handling.PERSON_ENDRE),
    Sted.BAKGRUNN: ("kontor:soknad_bakgrunn", Handling.SOKNAD_BEHANDLE),
    Sted.SOKNAD: ("kontor:soknad", Handling.SOKNAD_LES),
    Sted.VEDTAK: ("kontor:vedtak", Handling.VEDTAK_LES),
    Sted.AVSLUTNING: ("kontor:vedtak", Handling.VEDTAK_LES),
    Sted.STONAD: ("kontor:stonad", Handling.STONAD_LES),
}


@dataclass(frozen=True, slots=True)
class Retting:
    """A link to the page that mends a finding."""

    adresse: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Funnlinje:
    """One finding on the page: the cases it is about, what is said, where to go."""

    saker: tuple[Sakslenke, ...]
    melding: str
    rettinger: tuple[Retting, ...]


@dataclass(frozen=True, slots=True)
class Funngruppe:
    """What one control says, once, with every case it says it of."""

    kode: str
    tittel: str
    gjor: str
    felter: str
    linjer: tuple[Funnlinje, ...]


@dataclass(frozen=True, slots=True)
class Del:
    """A severity of the page."""

    tittel: str
    ingress: str
    grupper: tuple[Funngruppe, ...]
    farge: str
    merke: str


@kontorside
@require_GET
def kostra(request: HttpRequest) -> HttpResponse:
    """The year as the controls see it."""
    aktor = aktor_av(request)
    krev_rolle(aktor, Handling.KOSTRA_LES)
    kommuner = list(selectors.kommuner(aktor))
    if not kommuner:
        raise IkkeTilgang("ingen kommune å lese KOSTRA for")
    skjema = KostraValg(request.GET or None, kommuner=kommuner)
    valgt = skjema.valg()
    rapport = services.kostra_kontroll(aktor, valgt.kommune, valgt.aar)
    return render(
        request,
        "kontor/kostra/aar.html",
        {"skjema": skjema, "valgt": valgt, "rapport": rapport, "deler": _deler(aktor, rapport)},
    )


@kontorside
@require_GET
def kostra_fil(request: HttpRequest, kommune_id: UUID, aar: int) -> HttpResponse:
    """Download the file when nothing stops it; otherwise go back to the page, which says what does."""
    aktor = aktor_av(request)
    kommune = selectors.kommuner(aktor).filter(pk=kommune_id).first()
    if kommune is None:
        raise IkkeTilgang("kommunen finnes ikke, eller er en annen")
    try:
        navn, innhold = services.kostra_fil(aktor, kommune, aar)
    except Fagfeil as feil:
        messages.error(request, feil.melding)
        return redirect(f"{reverse('kontor:kostra')}?aar={aar}&kommune={kommune.pk}")
    return HttpResponse(
        innhold,
        content_type="text/plain; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{navn}"'},
    )


def _deler(aktor: Aktor, rapport: Rapport) -> list[Del]:
    deler = [
        Del(
            _("Må rettes"),
            _("Filen kan ikke sendes før dette er i orden."),
            _grupper(aktor, rapport.feil),
            "rodt",
            _("Feil"),
        ),
        Del(
            _("Se over"),
            _("SSB spør om dette stemmer. Gjør det det, kan filen sendes."),
            _grupper(aktor, rapport.advarsler),
            "gult",
            _("Advarsel"),
        ),
        Del(
            _("Vi stusser også på"),
            _("SSB spør ikke om dette, men det ser ikke riktig ut."),
            _grupper(aktor, rapport.egne),
            "blatt",
            _("Vår egen kontroll"),
        ),
    ]
    return [del_ for del_ in deler if del_.grupper]


def _grupper(aktor: Aktor, funn: Iterable[Rapportfunn]) -> tuple[Funngruppe, ...]:
    """Findings of one control under one heading; they come sorted by control."""
    return tuple(
        _gruppe(aktor, list(like)) for _, like in groupby(funn, key=attrgetter("kode", "tittel", "gjor", "felter"))
    )


def _gruppe(aktor: Aktor, funn: Sequence[Rapportfunn]) -> Funngruppe:
    forste = funn[0]
    return Funngruppe(
        kode=forste.kode,
        tittel=forste.tittel,
        gjor=forste.gjor,
        felter=", ".join(felt.ord for felt in forste.felter),
        linjer=tuple(Funnlinje(ett.saker, ett.melding, _rettinger(aktor, ett)) for ett in funn),
    )


def _rettinger(aktor: Aktor, funn: Rapportfunn) -> tuple[Retting, ...]:
    """The pages that mend the finding, those the actor may open."""
    rettinger = [
        Retting(adresse, _("Gå til %(hvor)s") % {"hvor": felt.hvor})
        for sak in funn.saker
        for felt in funn.felter
        if (adresse := _adresse(aktor, sak, felt.sted))
    ]
    return tuple(dict.fromkeys(rettinger))


def _adresse(aktor: Aktor, sak: Sakslenke, sted: Sted) -> str:
    """The address, or empty when there is no such page or it is not for this actor."""
    if not sak.kan_apnes or sted not in _SIDER:
        return ""
    navn, handling = _SIDER[sted]
    if not aktor.roller & HANDLINGER[handling]:
        return ""
    try:
        return reverse(navn, args=[sak.person_id if sted == Sted.PERSON else sak.sak_id])
    except NoReverseMatch:
        return ""
