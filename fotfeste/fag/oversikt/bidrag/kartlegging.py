"""What the mapping adds to the overview: objections, requests to others, findings, readings, the letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from fotfeste.fag.kartlegging.enums import AevStatus, Blikkstatus, Egenstatus, Innhentingsstatus
from fotfeste.fag.kartlegging.models import (
    Egenvurdering,
    Funn,
    Innhenting,
    Internnotat,
    Kollegablikk,
    Merknad,
    Vurderingsbrev,
)
from fotfeste.fag.oversikt.bidrag.typer import Bidrag
from fotfeste.fag.oversikt.typer import Frist, Oppgave, Part, Steg
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Handling

if TYPE_CHECKING:
    from fotfeste.fag.oversikt.fakta import Fakta

_AV = Innhentingsstatus
_VENTER = [_AV.FORESPURT, _AV.KLAR, _AV.BEDT]


@dataclass
class Kartlegging:
    """What is open in one case's mapping."""

    merknader: list[Merknad] = field(default_factory=list)
    innhentinger: list[Innhenting] = field(default_factory=list)
    funn: list[Funn] = field(default_factory=list)
    blikk: list[Kollegablikk] = field(default_factory=list)
    holdt_tilbake: list[Internnotat] = field(default_factory=list)
    pabegynt: list[Egenvurdering] = field(default_factory=list)
    sendte: set[UUID] = field(default_factory=set)


def _hent(ider: Sequence[UUID]) -> Mapping[UUID, Kartlegging]:
    """Seven queries, however many the cases."""
    alle: dict[UUID, Kartlegging] = defaultdict(Kartlegging)
    for merknad in Merknad.objects.filter(sak_id__in=ider, besvart__isnull=True):
        alle[merknad.sak_id].merknader.append(merknad)
    for innhenting in Innhenting.objects.filter(sak_id__in=ider, status__in=_VENTER).order_by("opprettet"):
        alle[innhenting.sak_id].innhentinger.append(innhenting)
    apne = Funn.objects.filter(sak_id__in=ider, brukt_i__isnull=True, lagt_bort__isnull=True, samtale__isnull=True)
    for funn in apne.order_by("dato"):
        alle[funn.sak_id].funn.append(funn)
    for blikk in Kollegablikk.objects.filter(
        sak_id__in=ider, status=Blikkstatus.BEDT, vurdering__status=AevStatus.UTKAST
    ):
        alle[blikk.sak_id].blikk.append(blikk)
    notater = Internnotat.objects.filter(sak_id__in=ider, holdt_tilbake=True, tatt_opp__isnull=True)
    for notat in notater.exclude(vurdering__status=AevStatus.FORKASTET):
        alle[notat.sak_id].holdt_tilbake.append(notat)
    for egen in Egenvurdering.objects.filter(
        sak_id__in=ider, status=Egenstatus.PABEGYNT, vurdering__status=AevStatus.UTKAST
    ):
        alle[egen.sak_id].pabegynt.append(egen)
    for sak_id, vurdering_id in Vurderingsbrev.objects.filter(sak_id__in=ider).values_list("sak_id", "vurdering_id"):
        alle[sak_id].sendte.add(vurdering_id)
    return alle


def _oppgaver(fakta: Fakta, egne: Kartlegging | None) -> Iterator[Oppgave]:
    egne = egne or Kartlegging()
    yield from _merknader(egne)
    yield from _innhentinger(fakta, egne)
    yield from _funn(fakta, egne)
    yield from _blikk(egne)
    yield from _holdt_tilbake(egne)
    yield from _egenvurderingen(fakta, egne)
    yield from _brevet(fakta, egne)


def _merknader(egne: Kartlegging) -> Iterator[Oppgave]:
    if egne.merknader:
        punkter = ", ".join(sorted({merknad.punkt for merknad in egne.merknader}))
        hva = _("Deltakeren sier at vurderingen ikke stemmer (punkt %(punkter)s)") % {"punkter": punkter}
        steg = Steg("aev", _("Svar deltakeren"), Handling.AEV_SKRIV)
        yield Oppgave("aev_merknad", hva, Part.VEILEDER, min(m.gitt for m in egne.merknader), steg)


def _innhentinger(fakta: Fakta, egne: Kartlegging) -> Iterator[Oppgave]:
    for rad in egne.innhentinger:
        fra = {"fra": rad.fra_navn}
        if rad.status == _AV.FORESPURT:
            steg = Steg("aev_kartlegging", _("Se forespørselen"), Handling.AEV_SKRIV)
            hva = _("Venter på om vi kan spørre %(fra)s") % fra
            yield Oppgave("aev_samtykke", hva, Part.DELTAKER, klokke.dagen(rad.opprettet), steg)
        elif rad.status == _AV.KLAR:
            steg = Steg("aev_kartlegging", _("Send forespørselen"), Handling.AEV_SKRIV)
            yield Oppgave(
                "aev_spor", _("Vi kan spørre %(fra)s nå") % fra, Part.VEILEDER, rad.svar_gitt or rad.kjent, steg
            )
        elif rad.svarfrist and rad.svarfrist < fakta.dag:
            steg = Steg("aev_kartlegging", _("Følg opp svaret"), Handling.AEV_SKRIV)
            hva = _("Svaret fra %(fra)s er ikke kommet") % fra
            yield Oppgave("aev_purr", hva, Part.VEILEDER, rad.svarfrist, steg, rad.svarfrist)


def _funn(fakta: Fakta, egne: Kartlegging) -> Iterator[Oppgave]:
    fullfort = any(aev.status == AevStatus.FULLFORT for aev in fakta.aever)
    if egne.funn and fullfort and not any(aev.status == AevStatus.UTKAST for aev in fakta.aever):
        funn = egne.funn[0]
        hva = _("Noe nytt fra %(fra)s kan endre vurderingen") % {"fra": funn.fra}
        steg = Steg("aev_kartlegging", _("Se om vurderingen må endres"), Handling.AEV_SKRIV)
        yield Oppgave("aev_funn", hva, Part.VEILEDER, funn.dato, steg, mer=funn.tekst[:120])


def _blikk(egne: Kartlegging) -> Iterator[Oppgave]:
    for blikk in egne.blikk:
        steg = Steg("aev_kollegablikk", _("Les vurderingen"), Handling.AEV_SKRIV)
        hva = _("En kollega vil ha et blikk på arbeidsevnevurderingen")
        yield Oppgave("aev_blikk", hva, Part.VEILEDER, blikk.bedt, steg, utelukket_id=blikk.bedt_av_id)


def _holdt_tilbake(egne: Kartlegging) -> Iterator[Oppgave]:
    if egne.holdt_tilbake:
        siden = min(notat.dato for notat in egne.holdt_tilbake)
        steg = Steg("aev_internt", _("Se notatet"), Handling.AEV_SKRIV)
        hva = _("En bekymring er ikke tatt opp med deltakeren ennå")
        yield Oppgave("aev_bekymring", hva, Part.VEILEDER, siden, steg)


def _egenvurderingen(fakta: Fakta, egne: Kartlegging) -> Iterator[Oppgave]:
    utkast = next((aev for aev in fakta.aever if aev.status == AevStatus.UTKAST), None)
    if utkast is None or utkast.deltaker_levert:
        return
    begynt = min((klokke.dagen(egen.opprettet) for egen in egne.pabegynt), default=klokke.dagen(utkast.opprettet))
    if begynt + fakta.dager("egenvurdering_ventes_dager") < fakta.dag:
        steg = Steg("aev_egenvurdering", _("Fyll den ut sammen"), Handling.AEV_SKRIV)
        hva = _("Egenvurderingen er ikke sendt")
        yield Oppgave("aev_egenvurdering", hva, Part.VEILEDER, begynt, steg)


def _brevet(fakta: Fakta, egne: Kartlegging) -> Iterator[Oppgave]:
    """Once the application is decided, the decision tells it; until then the assessment is to be sent."""
    siste = max((aev for aev in fakta.aever if aev.ferdigstilt), key=lambda aev: aev.nummer, default=None)
    if siste and siste.pk not in egne.sendte and fakta.sak.status == Saksstatus.SOKNAD:
        steg = Steg("aev", _("Send vurderingen"), Handling.AEV_SKRIV)
        hva = _("Arbeidsevnevurderingen er ikke sendt til deltakeren")
        yield Oppgave("aev_brev", hva, Part.VEILEDER, siste.ferdigstilt, steg)


def _frister(fakta: Fakta, egne: Kartlegging | None) -> Iterable[Frist]:
    for rad in egne.innhentinger if egne else ():
        if rad.svarfrist and rad.svarfrist >= fakta.dag:
            yield Frist(rad.svarfrist, _("Svar ventes fra %(fra)s") % {"fra": rad.fra_navn}, "sotjl § 43")


BIDRAG = Bidrag("kartlegging", _hent, _oppgaver, _frister)
