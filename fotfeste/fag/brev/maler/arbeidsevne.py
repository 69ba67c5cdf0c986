"""The letter with the work-ability assessment (NAV-loven § 14 a): our answers, the person's words, how to complain."""

from dataclasses import dataclass

from fotfeste.fag.brev.innhold import Avsnitt, Blokk, Brev, Brevart, Brevfeil, Del, Delslag, Punktliste, Regel
from fotfeste.fag.brev.maler.felles import Gjoremal, Klagerett, Ramme, avsnitt, klageopplysninger, oppgaver


@dataclass(frozen=True, slots=True)
class Punktsvar:
    """One of the five points: what it asks, our answer, and what the reader has said."""

    tittel: str
    tekst: str
    egne_ord: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arbeidsevne:
    """Input. `konklusjon` is the kind of help it ends with, `nedsatt` one sentence on the degree."""

    ramme: Ramme
    klagerett: Klagerett
    konklusjon: str
    nedsatt: str
    punkter: tuple[Punktsvar, ...]
    motivasjon: str
    mal: str
    deltakers_syn: str
    kilder: tuple[str, ...]


def arbeidsevne(inn: Arbeidsevne) -> Brev:
    """Return the letter. Raises Brevfeil when the assessment lacks its conclusion or a point."""
    if not inn.konklusjon or not inn.nedsatt:
        raise Brevfeil("Vurderingen mangler en konklusjon. Fyll ut punkt d og innsatsgruppen.")
    ramme = inn.ramme
    return Brev(
        art=Brevart.VEDTAK,
        avsender=ramme.avsender,
        mottaker=ramme.mottaker,
        dato=ramme.dato,
        saksnummer=ramme.saksnummer,
        tittel="Vi har vurdert hva du kan og hva du trenger hjelp til",
        kortversjon=(
            f"Vi har kommet fram til dette: {inn.konklusjon}.",
            inn.nedsatt,
            "Les gjennom. Si fra hvis noe ikke stemmer. Du kan også klage.",
        ),
        deler=(
            Del(
                "Dette har vi kommet fram til",
                underdeler=tuple(Del(punkt.tittel, _punkt(punkt)) for punkt in inn.punkter),
                slag=Delslag.BEGRUNNELSE,
            ),
            *_resten(inn),
            Del("Dette skjer nå", (oppgaver(_DU, _NAV),), slag=Delslag.VEIEN_VIDERE),
        ),
        klage=klageopplysninger(ramme, inn.klagerett),
        kontakt=ramme.kontakt,
        underskrift=ramme.underskrift,
        sammendrag=ramme.sammendrag,
    )


_DU = (
    Gjoremal("Les vurderingen, og si fra om det som ikke stemmer"),
    Gjoremal("Fortell oss hvis noe endrer seg"),
)
_NAV = (
    Gjoremal("Vi bruker vurderingen når vi bestemmer hvilken hjelp du får"),
    Gjoremal("Vi lager en ny vurdering hvis det blir nødvendig"),
)


def _punkt(punkt: Punktsvar) -> tuple[Blokk, ...]:
    blokker: tuple[Blokk, ...] = avsnitt(punkt.tekst, punkt.tittel)
    if punkt.egne_ord.strip():
        return (*blokker, Avsnitt("Dette har du selv sagt:"), *avsnitt(punkt.egne_ord, punkt.tittel))
    return blokker


def _resten(inn: Arbeidsevne) -> tuple[Del, ...]:
    deler = [
        Del(tittel, avsnitt(tekst, tittel))
        for tittel, tekst in (
            ("Det som driver deg", inn.motivasjon),
            ("Målet", inn.mal),
            ("Slik ser du det selv", inn.deltakers_syn),
        )
        if tekst.strip()
    ]
    regel = Regel("Du har rett til å få en skriftlig vurdering av de fem punktene over.", "NAV-loven § 14 a.")
    kilder: tuple[Blokk, ...] = (Punktliste(inn.kilder),) if inn.kilder else ()
    return (*deler, Del("Dette bygger vi på", (*kilder, regel)))
