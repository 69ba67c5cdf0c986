"""The preliminary answer when an application cannot be decided within a month (fvl § 11 a)."""

from dataclasses import dataclass
from datetime import date

from fotfeste.fag.brev.innhold import Avsnitt, Brev, Brevart, Del, Delslag, Regel
from fotfeste.fag.brev.maler.felles import Gjoremal, Ramme, oppgaver
from fotfeste.fag.brev.tekst import dato_tekst


@dataclass(frozen=True, slots=True, kw_only=True)
class ForelopigSvar:
    """Input. `grunn` says in a sentence or two why it takes longer.

    `ventet_svar` is when we expect to answer.
    """

    ramme: Ramme
    soknad_mottatt: date
    grunn: str
    ventet_svar: date
    dette_gjor_du: tuple[Gjoremal, ...]
    dette_gjor_nav: tuple[Gjoremal, ...]


def forelopig_svar(inn: ForelopigSvar) -> Brev:
    """Return the letter: why it takes time, and when the answer is expected."""
    ramme = inn.ramme
    return Brev(
        art=Brevart.SVAR,
        avsender=ramme.avsender,
        mottaker=ramme.mottaker,
        dato=ramme.dato,
        saksnummer=ramme.saksnummer,
        tittel="Vi trenger mer tid til søknaden din",
        kortversjon=(
            f"Vi fikk søknaden din om kvalifiseringsprogrammet {dato_tekst(inn.soknad_mottatt)}.",
            f"Vi regner med å svare deg innen {dato_tekst(inn.ventet_svar)}.",
            "Du har fortsatt plassen din i køen.",
        ),
        deler=(
            Del(
                "Derfor tar det tid",
                (
                    Avsnitt(inn.grunn),
                    Regel(
                        "Vi skal gi deg et foreløpig svar når vi ikke kan svare innen en måned.",
                        "Forvaltningsloven § 11 a.",
                    ),
                ),
            ),
            Del(
                "Dette skjer nå",
                (oppgaver(inn.dette_gjor_du, inn.dette_gjor_nav),),
                slag=Delslag.VEIEN_VIDERE,
            ),
        ),
        kontakt=ramme.kontakt,
        underskrift=ramme.underskrift,
        sammendrag=ramme.sammendrag,
    )
