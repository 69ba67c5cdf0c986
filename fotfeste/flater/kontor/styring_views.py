"""The office's figures, each a sentence first and then its table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from fotfeste.fag.oppfolging.enums import Avslutningsmate
from fotfeste.flater.felles.visning import aktor_av, kontorside
from fotfeste.flater.kontor.styring_forms import Periodevalg
from fotfeste.grunnmur.organisasjon import valg
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev_rolle
from fotfeste.innsikt.styring.selectors import tallene
from fotfeste.innsikt.styring.tidsbruk import Restanse
from fotfeste.innsikt.styring.utfall import Kontorutfall, Utfall, Utfallstabell, uten_a_fullfore

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

KOLONNER: dict[Utfall, StrOrPromise] = {
    Utfall.ARBEID: _("Ordinært arbeid"),
    Utfall.SKOLE: _("Skole eller utdanning"),
    Utfall.TILTAK: _("Statlig tiltak"),
    Utfall.YTELSE: _("Uføretrygd, AAP, sosialhjelp"),
    Utfall.ANNET: _("Annet"),
    Utfall.MANGLER: _("Ikke registrert"),
}


@dataclass(frozen=True, slots=True)
class Utfallsrad:
    """An office's row as it is drawn."""

    rad: Kontorutfall
    naar_malet: bool

    @property
    def tall(self) -> list[tuple[StrOrPromise, int]]:
        """Each figure with its column's name, which a narrow screen shows beside it."""
        return list(zip(KOLONNER.values(), self.rad.tall, strict=True))


@dataclass(frozen=True, slots=True)
class Restanserad:
    """What waited on a day, as it is drawn."""

    dag: date
    antall: int
    over_30: int
    over_150: int
    eldste: date | None

    @classmethod
    def av(cls, liste: Restanse) -> Restanserad:
        eldste = liste.lop[0].mottatt if liste.lop else None
        return cls(liste.dag, len(liste.lop), liste.eldre_enn(30), liste.eldre_enn(150), eldste)


@kontorside
def styring(request: HttpRequest) -> HttpResponse:
    """The figures for a period: what came after, how long it took, what waits, how long periods are."""
    aktor = aktor_av(request)
    krev_rolle(aktor, Handling.PORTEFOLJE_LES)
    skjema = Periodevalg(request.GET)
    if not skjema.is_valid():
        return render(request, "kontor/styring/styring.html", {"skjema": skjema})
    tall = tallene(aktor, skjema.cleaned_data["fra"], skjema.cleaned_data["til"])
    mal = _mal(aktor)
    return render(
        request,
        "kontor/styring/styring.html",
        {
            "skjema": skjema,
            "tall": tall,
            "mal": mal,
            "kolonner": KOLONNER.values(),
            "utfall": _rader(tall.utfall, mal),
            "sumtall": Utfallsrad(tall.utfall.sum, naar_malet=False).tall,
            "naar_malet": len(tall.utfall.naar_malet(mal)),
            "like": [(KOLONNER[a], KOLONNER[b]) for a, b in tall.utfall.like_kolonner],
            "uten": [(Avslutningsmate(mate).label, n) for mate, n in uten_a_fullfore(tall.utfall).items()],
            "flyttet": tall.utfall.sum.flyttet,
            "restanser": [Restanserad.av(liste) for liste in tall.restanser],
            "sene_forlengelser": [ett for ett in tall.forlengelser if ett.for_sent],
        },
    )


def _rader(tabell: Utfallstabell, mal: int) -> list[Utfallsrad]:
    return [Utfallsrad(rad, rad.selvhjulpne.minst(mal)) for rad in tabell.rader]


def _mal(aktor: Aktor) -> int:
    """The share who should become self-supporting, as the municipality of the actor's first role has chosen it."""
    rolle = aktor.tildelinger[0]
    return int(valg.verdi(rolle.kommune_id, "selvhjulpne_mal_prosent", aktor.dag))
