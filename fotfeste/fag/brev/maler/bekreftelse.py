"""A confirmation somebody else has asked the participant for: no more in it than that reader needs."""

from dataclasses import dataclass

from fotfeste.fag.brev.innhold import Avsnitt, Brev, Brevart, Del, Nokkelliste, Nokkeltall, Regel
from fotfeste.fag.brev.maler.felles import Ramme


@dataclass(frozen=True, slots=True, kw_only=True)
class Bekreftelse:
    """Input. `setninger` say what is confirmed, the main thing first; `opplysninger` are label and value."""

    ramme: Ramme
    tittel: str
    setninger: tuple[str, ...]
    opplysninger: tuple[tuple[str, str], ...]
    regel: Regel


def bekreftelse(inn: Bekreftelse) -> Brev:
    """Return the confirmation."""
    ramme = inn.ramme
    return Brev(
        art=Brevart.MELDING,
        avsender=ramme.avsender,
        mottaker=ramme.mottaker,
        dato=ramme.dato,
        saksnummer=ramme.saksnummer,
        tittel=inn.tittel,
        kortversjon=inn.setninger,
        deler=(
            Del(
                "Dette bekrefter vi", (Nokkelliste(tuple(Nokkeltall(navn, verdi) for navn, verdi in inn.opplysninger)),)
            ),
            Del(
                "Om bekreftelsen",
                (
                    inn.regel,
                    Avsnitt("Deltakeren har selv bedt om bekreftelsen og bestemmer hvem som får den."),
                ),
            ),
        ),
        kontakt=ramme.kontakt,
        underskrift=ramme.underskrift,
    )
