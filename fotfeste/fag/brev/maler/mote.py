"""The letters around a meeting: the invitation, that it is called off, and what was agreed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fotfeste.fag.brev.innhold import (
    Avsnitt,
    Blokk,
    Brev,
    Brevart,
    Brevfeil,
    Del,
    Delslag,
    Nokkelliste,
    Nokkeltall,
    Punktliste,
)
from fotfeste.fag.brev.maler.felles import Gjoremal, Ramme, avsnitt, oppgaver
from fotfeste.fag.brev.tekst import dato_tekst
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.ord import dato_ukedag


@dataclass(frozen=True, slots=True, kw_only=True)
class Innkalling:
    """Input. `hva` is the kind of meeting in plain words. `med` says who else comes; `tolk` the language.

    `flyttet_fra`: when the meeting is moved.
    """

    ramme: Ramme
    hva: str
    start: datetime
    minutter: int
    sted: str
    hensikt: str = ""
    ta_med: str = ""
    tolk: str = ""
    med: tuple[str, ...] = ()
    flyttet_fra: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Avlysning:
    """Input. `grunn` is why, in words the reader may have."""

    ramme: Ramme
    hva: str
    start: datetime
    grunn: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moteavtale:
    """Input. `snakket_om` is the text for both sides; what nobody is to do is an empty tuple.

    `andre` is what somebody else promised; `neste` the next meeting.
    """

    ramme: Ramme
    hva: str
    start: datetime
    snakket_om: str
    du: tuple[Gjoremal, ...]
    nav: tuple[Gjoremal, ...]
    andre: tuple[Gjoremal, ...] = ()
    neste: datetime | None = None


def tidspunkt(start: datetime) -> str:
    """«onsdag 3. juni 2026 kl. 10.30»."""
    return f"{dato_ukedag(klokke.dagen(start))} kl. {start.astimezone(klokke.OSLO):%H.%M}"


def innkalling(inn: Innkalling) -> Brev:
    """Return the invitation: when, where, what about, what to bring, and that the reader can ask for another time."""
    nar = tidspunkt(inn.start)
    forst = f"Vi inviterer deg til {inn.hva.lower()} {nar}."
    if inn.flyttet_fra:
        forst = f"Møtet {tidspunkt(inn.flyttet_fra)} er flyttet. Det nye møtet er {nar}."
    return Brev(
        **_felles(inn.ramme),
        tittel=f"{inn.hva} {nar}",
        kortversjon=(forst, "Passer det ikke, sier du fra. Da finner vi en annen tid."),
        deler=(
            Del("Om møtet", tuple(_om_motet(inn, nar))),
            Del("Dette skjer nå", (_for_motet(inn),), slag=Delslag.VEIEN_VIDERE),
        ),
    )


def _om_motet(inn: Innkalling, nar: str) -> list[Blokk]:
    rader = [Nokkeltall("Når", nar), Nokkeltall("Hvor lenge", f"{inn.minutter} minutter"), Nokkeltall("Hvor", inn.sted)]
    if inn.tolk:
        rader.append(Nokkeltall("Tolk", inn.tolk))
    blokker: list[Blokk] = [Nokkelliste(tuple(rader))]
    if inn.hensikt:
        blokker += avsnitt(inn.hensikt, "Hva møtet handler om")
    if inn.med:
        blokker += [Avsnitt("Disse er også med:"), Punktliste(inn.med)]
    return blokker


def _for_motet(inn: Innkalling) -> Blokk:
    du = [Gjoremal("Si fra på siden din, eller ring, om du kommer eller vil ha en annen tid")]
    if inn.ta_med:
        du.append(Gjoremal(f"Ta med: {inn.ta_med}"))
    du.append(Gjoremal("Skriv gjerne på siden din hva du vil snakke om"))
    nav = [Gjoremal("Vi forbereder møtet, og leser det du har skrevet")]
    if inn.tolk:
        nav.append(Gjoremal("Vi bestiller og betaler tolken"))
    return oppgaver(tuple(du), tuple(nav))


def avlysning(inn: Avlysning) -> Brev:
    """Return the message that a meeting is called off, and why."""
    return Brev(
        **_felles(inn.ramme),
        tittel=f"Møtet {tidspunkt(inn.start)} er avlyst",
        kortversjon=(f"Vi skulle møtes {tidspunkt(inn.start)}. Det møtet blir ikke noe av.",),
        deler=(
            Del("Derfor er det avlyst", avsnitt(inn.grunn, "Hvorfor møtet er avlyst")),
            Del(
                "Dette skjer nå",
                (
                    oppgaver(
                        (Gjoremal("Be om et nytt møte når du vil. Det sier vi alltid ja til"),),
                        (Gjoremal("Vi tar kontakt når det er tid for neste samtale"),),
                    ),
                ),
                slag=Delslag.VEIEN_VIDERE,
            ),
        ),
    )


def moteavtale(inn: Moteavtale) -> Brev:
    """Return what was agreed: who does what by when, when we meet again, and what we talked about."""
    if not inn.du and not inn.nav and not inn.andre and not inn.snakket_om.strip():
        raise Brevfeil("Skriv hva dere snakket om, eller hva dere ble enige om, før avtalen sendes.")
    nar = dato_tekst(klokke.dagen(inn.start))
    return Brev(
        **_felles(inn.ramme),
        tittel=f"Dette ble vi enige om {nar}",
        kortversjon=tuple(_kort(inn, nar)),
        deler=(Del("Avtalen vår", tuple(_avtalt(inn)), slag=Delslag.VEIEN_VIDERE), *_snakket(inn), _rett_opp()),
    )


def _kort(inn: Moteavtale, nar: str) -> list[str]:
    setninger = [f"Vi hadde {inn.hva.lower()} {nar}. Her står det vi ble enige om."]
    if inn.neste:
        setninger.append(f"Vi møtes igjen {tidspunkt(inn.neste)}.")
    return setninger


def _avtalt(inn: Moteavtale) -> list[Blokk]:
    ingenting_du = (Gjoremal("Du trenger ikke å gjøre noe før neste gang"),)
    ingenting_nav = (Gjoremal("Vi tar kontakt når det er tid for neste samtale"),)
    blokker: list[Blokk] = [oppgaver(inn.du or ingenting_du, inn.nav or ingenting_nav)]
    if inn.andre:
        blokker += [Avsnitt("Dette gjør andre:"), Punktliste(tuple(g.setning for g in inn.andre))]
    return blokker


def _snakket(inn: Moteavtale) -> tuple[Del, ...]:
    if not inn.snakket_om.strip():
        return ()
    return (Del("Dette snakket vi om", avsnitt(inn.snakket_om, "Dette snakket vi om")),)


def _rett_opp() -> Del:
    return Del(
        "Er noe feil?",
        (
            Avsnitt("Husker du det annerledes, sier du fra. Da retter vi det."),
            Avsnitt("Når du har gjort noe av det som står her, kan du krysse av på siden din."),
        ),
    )


def _felles(ramme: Ramme) -> dict[str, Any]:
    return {
        "art": Brevart.MELDING,
        "avsender": ramme.avsender,
        "mottaker": ramme.mottaker,
        "dato": ramme.dato,
        "saksnummer": ramme.saksnummer,
        "kontakt": ramme.kontakt,
        "underskrift": ramme.underskrift,
        "sammendrag": ramme.sammendrag,
    }
