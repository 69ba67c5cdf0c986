"""The letter that says that somebody has got a place in the programme (vedtak, sotjl §§ 29–32 and 35–39)."""

from dataclasses import dataclass
from datetime import date

from fotfeste.fag.brev.innhold import (
    Avsnitt,
    Blokk,
    Brev,
    Brevart,
    Brevfeil,
    Del,
    Delslag,
    Kolonne,
    Nokkelliste,
    Nokkeltall,
    Regel,
    Tabell,
)
from fotfeste.fag.brev.maler.felles import (
    Begrunnelse,
    Gjoremal,
    Klagerett,
    Ramme,
    begrunnelsesdel,
    fravaersforbehold,
    klageopplysninger,
    oppgaver,
)
from fotfeste.fag.brev.tekst import antall, dato_tekst, kroner, oppramsing

PROGRAM = (
    "Kvalifiseringsprogrammet er en heltidsplan som skal hjelpe deg fram til arbeid. NAV følger deg opp underveis."
)
FOR_SENT = "Vi har brukt lengre tid enn loven gir oss. Det beklager vi. Retten din til programmet er den samme."


@dataclass(frozen=True, slots=True)
class Ukeblokk:
    """A stretch of the programme's week, as it is read.

    «Mandag», «09.00–14.30», «Norskkurs», «Fana bibliotek».
    """

    dag: str
    tid: str
    aktivitet: str
    sted: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Innvilgelse:
    """Input. `dagsats_ore` and `barnetillegg_ore` (per child and day) are in øre; `evalueringer` are dates.

    `siste_startdato` is the latest start the law allows (sotjl § 31), computed by the caller. `forbehold_fravaer`:
    whether the decision reserves that absence nobody allowed takes stønad without a decision of its own.
    """

    ramme: Ramme
    begrunnelse: Begrunnelse
    klagerett: Klagerett
    soknad_mottatt: date
    startdato: date
    sluttdato: date
    siste_startdato: date
    dagsats_ore: int
    redusert_for_unge: bool
    antall_barn: int
    barnetillegg_ore: int
    forste_utbetaling: date
    dette_gjor_du: tuple[Gjoremal, ...]
    dette_gjor_nav: tuple[Gjoremal, ...]
    evalueringer: tuple[date, ...] = ()
    uke: tuple[Ukeblokk, ...] = ()
    forbehold_fravaer: bool = True
    vedlegg: tuple[str, ...] = ()


def innvilgelse(inn: Innvilgelse) -> Brev:
    """Return the letter; one that comes after the six months says that we are late.

    Raises Brevfeil when the period contradicts itself, or begins too late while it could still begin in time.
    """
    if inn.sluttdato < inn.startdato:
        raise Brevfeil("Programmet slutter før det begynner. Rett start- eller sluttdatoen.")
    if inn.startdato > inn.siste_startdato >= inn.ramme.dato:
        raise Brevfeil(f"Programmet må begynne senest {dato_tekst(inn.siste_startdato)}, seks måneder etter søknaden.")
    ramme = inn.ramme
    return Brev(
        art=Brevart.VEDTAK,
        avsender=ramme.avsender,
        mottaker=ramme.mottaker,
        dato=ramme.dato,
        saksnummer=ramme.saksnummer,
        tittel="Du har fått plass i kvalifiseringsprogrammet",
        kortversjon=(
            f"Du begynner {dato_tekst(inn.startdato)}. Vedtaket gjelder til og med {dato_tekst(inn.sluttdato)}.",
            f"Du får kvalifiseringsstønad, som er {kroner(inn.dagsats_ore)} per dag før skatt"
            + (f", og barnetillegg for {_barn(inn.antall_barn)}." if inn.antall_barn else "."),
            f"{ramme.kontakt.navn} er {ramme.kontakt.rolle}. Ring {ramme.kontakt.telefon} hvis du lurer på noe.",
        ),
        deler=(_videre(inn), *_uke(inn), _penger(inn), begrunnelsesdel(inn.begrunnelse), _regler()),
        klage=klageopplysninger(ramme, inn.klagerett),
        kontakt=ramme.kontakt,
        underskrift=ramme.underskrift,
        sammendrag=ramme.sammendrag,
        vedlegg=inn.vedlegg,
    )


def _barn(tall: int) -> str:
    return antall(tall, "ett barn", "barn")


def _videre(inn: Innvilgelse) -> Del:
    blokker: list[Blokk] = [Avsnitt(PROGRAM), oppgaver(inn.dette_gjor_du, inn.dette_gjor_nav)]
    rader = [
        Nokkeltall("Vi fikk søknaden", dato_tekst(inn.soknad_mottatt)),
        Nokkeltall("Du begynner", dato_tekst(inn.startdato)),
        Nokkeltall("Senest lovlige start", dato_tekst(inn.siste_startdato)),
    ]
    if inn.startdato > inn.siste_startdato:
        blokker.append(Avsnitt(FOR_SENT))
    if inn.evalueringer:
        datoer = oppramsing([dato_tekst(dag) for dag in sorted(inn.evalueringer)])
        rader.append(Nokkeltall("Vi ser på planen sammen", datoer))
    blokker.append(Nokkelliste(tuple(rader)))
    return Del("Dette skjer nå", tuple(blokker), slag=Delslag.VEIEN_VIDERE)


def _uke(inn: Innvilgelse) -> tuple[Del, ...]:
    if not inn.uke:
        return ()
    kolonner = (Kolonne("Dag"), Kolonne("Tid"), Kolonne("Aktivitet"), Kolonne("Sted"))
    rader = tuple((blokk.dag, blokk.tid, blokk.aktivitet, blokk.sted) for blokk in inn.uke)
    return (
        Del(
            "Slik ser uka di ut",
            (
                Tabell("Uka når du begynner", kolonner, rader),
                Avsnitt("Planen kan endres. Det gjør vi sammen med deg."),
            ),
        ),
    )


def _penger(inn: Innvilgelse) -> Del:
    sats = f"Du får {kroner(inn.dagsats_ore)} for hver stønadsdag før skatt. Mandag til fredag er stønadsdager."
    if inn.redusert_for_unge:
        sats += " Satsen er to tredeler fordi du er under 25 år."
    blokker: list[Blokk] = [Avsnitt(sats)]
    if inn.antall_barn:
        blokker.append(
            Avsnitt(
                f"Du forsørger {_barn(inn.antall_barn)}. Barnetillegget er {kroner(inn.barnetillegg_ore)} "
                "for hvert barn fem dager i uka."
            )
        )
    blokker += [
        Avsnitt(
            "Vi betaler etter at måneden er over, når timelista er godkjent. "
            f"Den første utbetalingen kommer {dato_tekst(inn.forste_utbetaling)}. "
            "Stønaden er skattepliktig. Lever skattekort, så trekker kommunen riktig skatt."
        ),
        fravaersforbehold(tatt=inn.forbehold_fravaer),
    ]
    return Del("Så mye får du", tuple(blokker))


def _regler() -> Del:
    """The provisions last: the reader has come for what it means for them."""
    return Del(
        "Reglene for programmet og pengene",
        (
            Regel(
                "Programmet skal være på heltid og begynne senest seks måneder etter at vi fikk søknaden.",
                "Sosialtjenesteloven §§ 30 og 31.",
            ),
            Regel(
                "Har du lønnet arbeid i programmet, får du mindre stønad for de timene du jobber.",
                "Sosialtjenesteloven §§ 35–39. Forskrift om kvalifiseringsprogram §§ 3 og 5–17.",
            ),
        ),
    )
