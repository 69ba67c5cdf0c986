"""What the mapping adds to the overview: objections, requests to others, findings, readings, the letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from django.db.models import CharField, F, Model, UUIDField, Value
from django.db.models.functions import Cast, TruncDate
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
from fotfeste.fag.sak.utvalg import rader_i
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Handling

if TYPE_CHECKING:
    from fotfeste.fag.oversikt.fakta import Fakta

_AV = Innhentingsstatus
_SJELDNE = (Merknad, Funn, Kollegablikk, Internnotat, Egenvurdering, Vurderingsbrev)
_VENTER = [_AV.FORESPURT, _AV.KLAR, _AV.BEDT]


class Apent(NamedTuple):
    """One thing open in a mapping: since when, its words, and who it came from or is about."""

    dato: date
    tekst: str
    hvem: UUID | None


@dataclass
class Kartlegging:
    """What is open in one case's mapping: by kind, and the requests to others. `sendte`: assessments sent."""

    apne: dict[str, list[Apent]] = field(default_factory=lambda: defaultdict(list))
    innhentinger: list[Innhenting] = field(default_factory=list)

    @property
    def sendte(self) -> set[UUID | None]:
        return {ett.hvem for ett in self.apne["sendt"]}


def _hent(ider: Sequence[UUID]) -> Mapping[UUID, Kartlegging]:
    """Two queries, however many the cases."""
    alle: dict[UUID, Kartlegging] = defaultdict(Kartlegging)
    forst, *resten = _apne(ider)
    for slag, sak_id, *apent in forst.union(*resten, all=True).order_by("fra_dag"):
        alle[sak_id].apne[slag].append(Apent(*apent))
    for innhenting in rader_i(ider, Innhenting).filter(status__in=_VENTER).order_by("opprettet"):
        alle[innhenting.sak_id].innhentinger.append(innhenting)
    return alle


def _apne(ider: Sequence[UUID]) -> Iterator[Any]:
    """What is open in the cases, one query set a kind, all with the same columns."""

    def rader(modell: type[Model], slag: str, dag: Any, tekst: Any, hvem: Any, **filtre: Any) -> Any:
        rader_ = rader_i(ider, modell).filter(**filtre).order_by()
        kolonner = {
            "av": Value(slag, CharField()),
            "fra_dag": dag,
            "med": Cast(tekst, CharField()),
            "hvem": Cast(hvem, UUIDField()),
        }
        return rader_.annotate(**kolonner).values_list("av", "sak_id", "fra_dag", "med", "hvem")

    ingen = Value(None)
    i_utkast = {"vurdering__status": AevStatus.UTKAST}
    yield rader(Merknad, "merknad", F("gitt"), F("punkt"), ingen, besvart__isnull=True)
    yield rader(
        Funn, "funn", F("dato"), F("fra"), ingen, brukt_i__isnull=True, lagt_bort__isnull=True, samtale__isnull=True
    )
    yield rader(Kollegablikk, "blikk", F("bedt"), Value(""), F("bedt_av_id"), status=Blikkstatus.BEDT, **i_utkast)
    yield rader(
        Internnotat, "bekymring", F("dato"), Value(""), ingen, holdt_tilbake=True, tatt_opp__isnull=True,
        vurdering__status__in=[AevStatus.UTKAST, AevStatus.FULLFORT],
    )  # fmt: skip
    yield rader(
        Egenvurdering, "pabegynt", TruncDate("opprettet"), Value(""), ingen, status=Egenstatus.PABEGYNT, **i_utkast
    )
    yield rader(Vurderingsbrev, "sendt", F("sendt"), Value(""), F("vurdering_id"))


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
    if merknader := egne.apne["merknad"]:
        punkter = ", ".join(sorted({merknad.tekst for merknad in merknader}))
        hva = _("Deltakeren sier at vurderingen ikke stemmer (punkt %(punkter)s)") % {"punkter": punkter}
        steg = Steg("aev", _("Svar deltakeren"), Handling.AEV_SKRIV)
        yield Oppgave("aev_merknad", hva, Part.VEILEDER, merknader[0].dato, steg)


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
            yield Oppgave("aev_purr", hva, Part.VEILEDER, rad.svarfrist, steg, rad.svarfrist, husets_frist=True)


def _funn(fakta: Fakta, egne: Kartlegging) -> Iterator[Oppgave]:
    fullfort = any(aev.status == AevStatus.FULLFORT for aev in fakta.aever)
    if (funnene := egne.apne["funn"]) and fullfort and not any(aev.status == AevStatus.UTKAST for aev in fakta.aever):
        funn = funnene[0]
        hva = _("Noe nytt fra %(fra)s kan endre vurderingen") % {"fra": funn.tekst}
        steg = Steg("aev_kartlegging", _("Se om vurderingen må endres"), Handling.AEV_SKRIV)
        yield Oppgave("aev_funn", hva, Part.VEILEDER, funn.dato, steg)


def _blikk(egne: Kartlegging) -> Iterator[Oppgave]:
    for blikk in egne.apne["blikk"]:
        steg = Steg("aev_kollegablikk", _("Les vurderingen"), Handling.AEV_SKRIV)
        hva = _("En kollega vil ha et blikk på arbeidsevnevurderingen")
        yield Oppgave("aev_blikk", hva, Part.VEILEDER, blikk.dato, steg, utelukket_id=blikk.hvem)


def _holdt_tilbake(egne: Kartlegging) -> Iterator[Oppgave]:
    if notater := egne.apne["bekymring"]:
        siden = notater[0].dato
        steg = Steg("aev_internt", _("Se notatet"), Handling.AEV_SKRIV)
        hva = _("En bekymring er ikke tatt opp med deltakeren ennå")
        yield Oppgave("aev_bekymring", hva, Part.VEILEDER, siden, steg)


def _egenvurderingen(fakta: Fakta, egne: Kartlegging) -> Iterator[Oppgave]:
    utkast = next((aev for aev in fakta.aever if aev.status == AevStatus.UTKAST), None)
    if utkast is None or utkast.deltaker_levert:
        return
    pabegynt = egne.apne["pabegynt"]
    begynt = pabegynt[0].dato if pabegynt else klokke.dagen(utkast.opprettet)
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


BIDRAG = Bidrag("kartlegging", _hent, _oppgaver, _frister, sjeldne=(*_SJELDNE, Innhenting))
