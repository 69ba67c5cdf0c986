"""The receipt for an application made by word of mouth: what we wrote down, and the day the deadlines run from."""

from dataclasses import dataclass
from datetime import date

from fotfeste.fag.brev.innhold import Avsnitt, Brev, Brevart, Del, Delslag, Regel
from fotfeste.fag.brev.maler.felles import Gjoremal, Ramme, oppgaver
from fotfeste.fag.brev.tekst import avsnitt_i, dato_tekst


@dataclass(frozen=True, slots=True, kw_only=True)
class Kvittering:
    """Input. `onsker` and `situasjon` are what the applicant said, as it was written down; either may be empty.

    `senest_start` is the last day the programme can begin, if the answer is yes.
    """

    ramme: Ramme
    soknad_mottatt: date
    senest_start: date
    onsker: str
    situasjon: str
    dette_gjor_du: tuple[Gjoremal, ...]
    dette_gjor_nav: tuple[Gjoremal, ...]


def kvittering(inn: Kvittering) -> Brev:
    """Return the letter: the date, the applicant's own words to be confirmed or corrected, and what happens now."""
    ramme = inn.ramme
    return Brev(
        art=Brevart.MELDING,
        avsender=ramme.avsender,
        mottaker=ramme.mottaker,
        dato=ramme.dato,
        saksnummer=ramme.saksnummer,
        tittel="Vi har skrevet ned søknaden din",
        kortversjon=(
            f"Du søkte muntlig om kvalifiseringsprogrammet {dato_tekst(inn.soknad_mottatt)}. Fristene regnes derfra.",
            "Les det vi skrev, og si fra hvis noe er feil.",
        ),
        deler=(
            Del("Dette skrev vi ned", _ordene(inn)),
            Del(
                "Når programmet senest begynner",
                (
                    Avsnitt(f"Får du ja, skal programmet begynne senest {dato_tekst(inn.senest_start)}."),
                    Regel("Det er seks måneder etter at søknaden kom.", "Sosialtjenesteloven § 31."),
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


def _ordene(inn: Kvittering) -> tuple[Avsnitt, ...]:
    """The applicant's words, each under what they answer."""
    ut: list[Avsnitt] = []
    for sporsmal, svar in (("Hva du vil med programmet:", inn.onsker), ("Situasjonen din nå:", inn.situasjon)):
        if svar.strip():
            ut += [Avsnitt(sporsmal), *(Avsnitt(avsnitt) for avsnitt in avsnitt_i(svar))]
    return tuple(ut) or (Avsnitt("Du søkte om kvalifiseringsprogrammet. Vi skrev ikke ned mer enn det."),)
