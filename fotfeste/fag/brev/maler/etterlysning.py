"""The letter that asks for missing information; the application keeps its place in the queue (fvl § 17)."""

from dataclasses import dataclass
from datetime import date

from fotfeste.fag.brev.innhold import Avsnitt, Brev, Brevart, Brevfeil, Del, Delslag, Frist, Kolonne, Tabell
from fotfeste.fag.brev.maler.felles import Gjoremal, Ramme, oppgaver
from fotfeste.fag.brev.tekst import dato_tekst


@dataclass(frozen=True, slots=True)
class Opplysning:
    """One thing we miss, and what we need it for."""

    hva: str
    hvorfor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Etterlysning:
    """Input. `svarfrist` is the day we need the answer by; at least one `mangler`."""

    ramme: Ramme
    soknad_mottatt: date
    mangler: tuple[Opplysning, ...]
    svarfrist: date


def etterlysning(inn: Etterlysning) -> Brev:
    """Return the letter: what we miss, why we need it, by when, and that the place in the queue is kept."""
    if not inn.mangler:
        raise Brevfeil("Si hvilke opplysninger som mangler, før brevet sendes.")
    ramme = inn.ramme
    rader = tuple((opplysning.hva, opplysning.hvorfor) for opplysning in inn.mangler)
    return Brev(
        art=Brevart.SVAR,
        avsender=ramme.avsender,
        mottaker=ramme.mottaker,
        dato=ramme.dato,
        saksnummer=ramme.saksnummer,
        tittel="Vi trenger flere opplysninger for å svare på søknaden din",
        kortversjon=(
            f"Vi fikk søknaden din om kvalifiseringsprogrammet {dato_tekst(inn.soknad_mottatt)}, men mangler noe.",
            "Du beholder plassen din i køen mens vi venter på svar fra deg.",
        ),
        frist=Frist("Svar oss innen", inn.svarfrist),
        deler=(
            Del(
                "Dette mangler vi",
                (
                    Tabell(
                        "Opplysninger vi ber om",
                        (Kolonne("Vi mangler"), Kolonne("Vi trenger det fordi")),
                        rader,
                    ),
                ),
            ),
            Del(
                "Dette skjer nå",
                (
                    oppgaver(
                        (
                            Gjoremal("Send eller lever opplysningene", inn.svarfrist),
                            Gjoremal("Ring oss hvis du ikke kan skaffe dem. Da finner vi en løsning"),
                        ),
                        (
                            Gjoremal("Vi arbeider videre med det vi har"),
                            Gjoremal("Vi hjelper deg med å skaffe papirer hvis det er vanskelig"),
                        ),
                    ),
                    Avsnitt("Hører vi ikke fra deg, tar vi kontakt før vi svarer på søknaden."),
                ),
                slag=Delslag.VEIEN_VIDERE,
            ),
        ),
        kontakt=ramme.kontakt,
        underskrift=ramme.underskrift,
        sammendrag=ramme.sammendrag,
    )
