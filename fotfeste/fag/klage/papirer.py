"""The complete set of papers that follows a complaint to the appeals body, built from what the case holds.

Letters and files go as they are, byte for byte. What the case holds as facts (the complaint's words, the application,
the assessment relied on, the facts the decision froze, our new assessment, the journal) is set as PDF in the office's
frame. `intern_vurdering`, the conversation between colleagues and the drafts that went back and forth are the office's
own (fvl § 18 a) and are not among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.utils import translation

from fotfeste.fag.brev.innhold import Avsnitt, Blokk, Brev, Brevart, Del, Mottaker, Nokkelliste, Nokkeltall, Punktliste
from fotfeste.fag.brev.maler import Ramme
from fotfeste.fag.brev.models import Brev as SendtBrev
from fotfeste.fag.brev.pdf import som_pdf
from fotfeste.fag.brev.services import brev_ramme
from fotfeste.fag.brev.tekst import avsnitt_i, dato_tekst
from fotfeste.fag.egenmelding.models import Egenmeldingsbekreftelse, Egenmeldingsbeslutning
from fotfeste.fag.kartlegging.punkter import PUNKTER
from fotfeste.fag.klage.enums import Innstillinger
from fotfeste.fag.klage.models import Klage
from fotfeste.fag.klage.vurderinger import tidsvurdering
from fotfeste.fag.krav.models import Krav
from fotfeste.fag.soknad.models import Soknad
from fotfeste.fag.vedtak.vedtaksbrev import KLAGEINSTANS
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.dokument.models import Dokument
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.logg.setninger import setning
from fotfeste.grunnmur.ord import kroner_ord, maned_ord
from fotfeste.grunnmur.tilgang import Aktor

MA_MED = frozenset({"klage", "vedtaksbrev", "vurdering"})
"""Papers that cannot be left out: what is complained of, the complaint, and what we say to it."""

_KLAMMER = str.maketrans("[]{}<>_", "()()()-")
_MERKE = re.compile(r"\b(TODO|XX+)\b")


@dataclass(frozen=True, slots=True)
class Papir:
    """One line of the list: a document of the case (`dokument_id`), or one that is set from facts when it is sent."""

    nokkel: str
    tittel: str
    dato: date | None = None
    dokument_id: UUID | None = None
    utelatt_fordi: str = ""

    @property
    def ma_med(self) -> bool:
        return self.nokkel in MA_MED

    @property
    def navn(self) -> str:
        """The title with its day."""
        return f"{self.tittel}, {dato_tekst(self.dato)}" if self.dato else self.tittel


@translation.override("nb")
def papirliste(klage: Klage) -> list[Papir]:
    """The papers in the order they are read, each with the reason if it is left out. A constant number of queries."""
    return [replace(papir, utelatt_fordi=klage.utelatt.get(papir.nokkel, "")) for papir in _alle(klage)]


def _alle(klage: Klage) -> Iterator[Papir]:
    gjelder = klage.gjelder
    yield Papir("klage", "Klagen", klage.mottatt)
    yield from (_fil(fil, "Vedlegg til klagen") for fil in _filer(klage.vedlegg))
    if gjelder.brev_id:
        yield Papir("vedtaksbrev", f"{gjelder.hva.capitalize()} det klages på", gjelder.dato, gjelder.brev_id)
    yield from _grunnlaget(klage)
    brev = SendtBrev.objects.filter(sak_id=klage.sak_id).only("tittel", "sendt", "dokument_id").order_by("sendt")
    for ett in (ett for ett in brev if ett.dokument_id != gjelder.brev_id):
        yield Papir(str(ett.pk), f"Brev: {ett.tittel}", klokke.dagen(ett.sendt), ett.dokument_id)
    yield Papir("vurdering", "Vurderingen vår av klagen", klage.besluttet)
    yield Papir("journal", "Det som har skjedd i saken")


def _grunnlaget(klage: Klage) -> Iterator[Papir]:
    """What the decision rests on: facts, application and assessment, or what was found and what was answered to it."""
    if klage.vedtak is None:
        yield Papir("fakta", f"Det {klage.gjelder.hva} bygger på", klage.gjelder.dato)
        return
    if klage.vedtak.frosset:
        yield Papir("fakta", "Fakta vedtaket bygger på", klage.vedtak.dato)
    if soknad := _soknad_i(klage):
        yield Papir("soknad", "Søknaden", soknad.mottatt)
        yield from (_fil(fil, "Vedlegg til søknaden") for fil in _filer(soknad.vedlegg))
    if klage.vedtak.aev:
        yield Papir("aev", "Arbeidsevnevurderingen", klage.vedtak.aev.ferdigstilt)


def _soknad_i(klage: Klage) -> Soknad | None:
    """The application the decision answers; for a decision in a programme that runs, the one that led to it."""
    egen = klage.vedtak.soknad if klage.vedtak else None
    return egen or Soknad.objects.filter(sak_id=klage.sak_id).order_by("-mottatt").first()


def _filer(mange: object) -> list[Dokument]:
    return list(mange.only("navn").order_by("opprettet"))  # type: ignore[attr-defined]


def _fil(fil: Dokument, slag: str) -> Papir:
    return Papir(str(fil.pk), f"{slag}: {fil.navn}", None, fil.pk)


@translation.override("nb")
def sett(aktor: Aktor, klage: Klage, papir: Papir) -> bytes:
    """The paper as PDF, from the case's facts. KeyError for one that is a document already."""
    kort, deler = _INNHOLD[papir.nokkel](klage)
    return som_pdf(_utskrift(aktor, klage, papir.tittel, kort, deler))


@translation.override("nb")
def folgebrev(aktor: Aktor, klage: Klage, papirer: list[Papir]) -> bytes:
    """The letter to the appeals body: what it is about, whether it is in time, what we hold, and the list."""
    med = tuple(f"{nummer}. {papir.navn}" for nummer, papir in enumerate(papirer, 1) if not papir.utelatt_fordi)
    uten = tuple(f"{papir.navn}: {papir.utelatt_fordi}" for papir in papirer if papir.utelatt_fordi)
    deler = [
        Del("Fristen", _tekst(tidsvurdering(klage).tekst, klage.fristbegrunnelse)),
        Del("Det klageren vil ha endret", _tekst(klage.onsket_endring, klage.gjelder_del)),
        Del("Vurderingen vår", _tekst(klage.vurdering)),
        Del("Dette følger med", (Punktliste(tuple(map(_trygg, med))),)),
    ]
    if uten:
        deler.append(Del("Dette er ikke tatt med", (Punktliste(tuple(map(_trygg, uten))),)))
    kort = (
        f"{klage.fra} har klaget på {klage.gjelder.i_brev}.",
        f"Vi har endret en del av {klage.gjelder.hva}. Resten av klagen sendes til avgjørelse."
        if klage.er_delvis
        else f"Vi har vurdert saken på nytt og holder fast ved {klage.gjelder.hva}.",
    )
    return som_pdf(_utskrift(aktor, klage, "Klage til avgjørelse", kort, tuple(deler)))


def _utskrift(aktor: Aktor, klage: Klage, tittel: str, kort: tuple[str, ...], deler: tuple[Del, ...]) -> Brev:
    ramme: Ramme = brev_ramme(aktor, klage.sak)
    return Brev(
        art=Brevart.MELDING,
        avsender=ramme.avsender,
        mottaker=Mottaker(KLAGEINSTANS),
        dato=ramme.dato,
        saksnummer=ramme.saksnummer,
        tittel=tittel,
        kortversjon=tuple(map(_trygg, kort)),
        deler=deler,
        kontakt=replace(ramme.kontakt, rolle="kontakt i saken"),
        underskrift=ramme.underskrift,
    )


def _trygg(tekst: str) -> str:
    """Somebody's own words, so that a letter takes no sign in them for a blank nobody filled in."""
    return _MERKE.sub(lambda treff: " ".join(treff.group()), tekst.translate(_KLAMMER))


def _tekst(*tekster: str) -> tuple[Blokk, ...]:
    avsnitt = [Avsnitt(_trygg(del_)) for tekst in tekster for del_ in avsnitt_i(tekst)]
    return tuple(avsnitt) or (Avsnitt("Ikke skrevet."),)


def _noe(*par: tuple[str, str]) -> tuple[Del, ...]:
    return tuple(Del(_trygg(tittel), _tekst(tekst)) for tittel, tekst in par if tekst.strip())


def _klagen(klage: Klage) -> tuple[tuple[str, ...], tuple[Del, ...]]:
    kort = (f"Klagen kom {dato_tekst(klage.mottatt)} fra {klage.fra}. {klage.get_kanal_display()}.",)
    deler = _noe(
        ("Dette vil klageren ha endret", klage.onsket_endring),
        ("Delen av vedtaket det gjelder", klage.gjelder_del),
        ("Derfor klager hun eller han", klage.grunner),
        ("Lagt til senere", klage.tillegg),
    )
    return kort, deler or (Del("Klagen", _tekst("")),)


def _faktaene(klage: Klage) -> tuple[tuple[str, ...], tuple[Del, ...]]:
    if klage.krav is not None:
        return _om_trekket(klage.krav)
    if klage.egenmelding is not None:
        return _om_egenmelding(klage.egenmelding)
    if klage.bekreftelse is not None:
        return _om_bortfallet(klage.bekreftelse)
    frosset = (klage.vedtak.frosset if klage.vedtak else None) or {}
    rader = tuple(
        Nokkeltall(_trygg(rad["navn"]), _trygg(f"{rad['verdi']} ({rad['kilde']})"))
        for rad in frosset.get("fakta", [])
        if str(rad["verdi"]).strip()
    )
    return (
        ("Slik sto saken da vedtaket ble fattet.",),
        (Del("Fakta og kilder", (Nokkelliste(rader),) if rader else _tekst("")),),
    )


def _om_trekket(krav: Krav) -> tuple[tuple[str, ...], tuple[Del, ...]]:
    linjer = krav.linjer.select_related("differanse", "dobbeltbetaling__utbetaling")
    maneder = tuple(
        _trygg(f"{maned_ord(rad.maned)}: {kroner_ord(rad.belop)} for mye. {rad.arsaksord}") for rad in linjer
    )
    svar = f"{krav.get_svar_display()}. {krav.svar_ord}" if krav.svar else ""
    return (
        (f"Det gjelder {kroner_ord(sum(rad.belop for rad in linjer))} som ble utbetalt for mye.",),
        (
            Del("Månedene", (Punktliste(maneder),)),
            *_noe(("Slik skjedde det", f"{krav.get_arsak_display()}. {krav.arsak_ord}")),
            *_varselet(krav.varslet, krav.uttalefrist, krav.svar_dato, svar),
            *_noe(("Vi la vekt på", krav.begrunnelse)),
        ),
    )


def _om_egenmelding(beslutning: Egenmeldingsbeslutning) -> tuple[tuple[str, ...], tuple[Del, ...]]:
    stopp = beslutning.stopp
    return (
        (f"Det gjelder egenmelding fra {dato_tekst(beslutning.fra)}. {stopp.get_gjelder_display()}.",),
        (
            *_noe(("Grunnlaget", f"{stopp.get_grunn_display()}."), ("Fakta", stopp.fakta)),
            *_varselet(stopp.forhandsvarsel, stopp.uttalefrist, stopp.uttalelse_dato, stopp.uttalelse),
            *_noe(("Vi la vekt på", beslutning.begrunnelse)),
        ),
    )


def _om_bortfallet(krav: Egenmeldingsbekreftelse) -> tuple[tuple[str, ...], tuple[Del, ...]]:
    bedt = f"Bedt om {dato_tekst(krav.bedt)}, med frist {dato_tekst(krav.frist)}."
    return (
        (f"Det gjelder egenmelding {dato_tekst(krav.fra)} til {dato_tekst(krav.til)}. {krav.get_gjelder_display()}.",),
        _noe(("Bekreftelsen", f"{bedt} Den kom ikke."), ("Vi la vekt på", krav.begrunnelse)),
    )


def _varselet(varslet: date | None, frist: date | None, svart: date | None, svar: str) -> tuple[Del, ...]:
    """The notice and the answer to it."""
    sendt = f"Varslet {dato_tekst(varslet)}, med frist {dato_tekst(frist)}." if varslet and frist else ""
    svaret = f"Svarte {dato_tekst(svart)}: {svar or 'ville ikke si noe'}" if svart else "Svarte ikke."
    return _noe(("Varselet og svaret", f"{sendt}\n\n{svaret}"))


def _soknaden(klage: Klage) -> tuple[tuple[str, ...], tuple[Del, ...]]:
    soknad = _soknad_i(klage)
    if soknad is None:
        return ("Ingen søknad.",), ()
    kort = (f"Søknaden kom {dato_tekst(soknad.mottatt)}. {soknad.get_kanal_display()}.",)
    return kort, _noe(("Ønsker", soknad.onsker), ("Situasjonen", soknad.situasjon)) or (Del("Søknaden", _tekst("")),)


def _aeven(klage: Klage) -> tuple[tuple[str, ...], tuple[Del, ...]]:
    aev = klage.vedtak.aev if klage.vedtak else None
    if aev is None:
        return ("Ingen arbeidsevnevurdering.",), ()
    dag = f", fullført {dato_tekst(aev.ferdigstilt)}" if aev.ferdigstilt else ""
    par = [("Ressurser", aev.ressurser), ("Hindringer", aev.hindringer)]
    for punkt in PUNKTER:
        tittel = str(punkt.tittel)
        par += [(tittel, getattr(aev, punkt.felt)), (f"{tittel}: egne ord", getattr(aev, punkt.deltakerfelt))]
    par += [("Motivasjon", aev.motivasjon), ("Brukerens syn", aev.brukers_syn)]
    innsats = aev.get_innsatsgruppe_display()
    return (
        (f"Versjon {aev.nummer}{dag}.", f"Konklusjon: {innsats}." if innsats else "Uten konklusjon."),
        _noe(*par) or (Del("Vurderingen", _tekst("")),),
    )


def _vurderingen(klage: Klage) -> tuple[tuple[str, ...], tuple[Del, ...]]:
    innstilling = Innstillinger(klage.innstilling).label if klage.innstilling else "Ikke ferdig"
    punkter = tuple(
        Del(_trygg(f"Punkt {punkt.nummer}: {punkt.pastand[:120]}"), _tekst(punkt.pastand[120:], punkt.svar))
        for punkt in klage.punkter.all()
    )
    return (
        (f"{innstilling}.",),
        (
            *_noe(("Dette har vi undersøkt", klage.undersokelser)),
            *punkter,
            *_noe(("Samlet vurdering", klage.vurdering), ("Dette endrer vi", klage.hva_endres)),
        ),
    )


def _hvem(hendelse: Hendelse) -> str:
    return hendelse.bruker.navn if hendelse.bruker else "Fotfeste"


def _journalen(klage: Klage) -> tuple[tuple[str, ...], tuple[Del, ...]]:
    hendelser = Hendelse.objects.filter(sak_id=klage.sak_id, for_deltaker=True).select_related("bruker").order_by("tid")
    linjer = tuple(_trygg(f"{dato_tekst(klokke.dagen(h.tid))}: {setning(h.kode, h.data, _hvem(h))}") for h in hendelser)
    return ("Det som har skjedd i saken, det eldste først.",), (
        Del("Hendelser", (Punktliste(linjer),) if linjer else _tekst("")),
    )


_INNHOLD = {
    "klage": _klagen,
    "fakta": _faktaene,
    "soknad": _soknaden,
    "aev": _aeven,
    "vurdering": _vurderingen,
    "journal": _journalen,
}
