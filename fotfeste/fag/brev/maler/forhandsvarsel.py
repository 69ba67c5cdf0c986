"""The advance notice before a decision the reader has not been heard about (fvl § 16)."""

from dataclasses import dataclass
from datetime import date

from fotfeste.fag.brev.innhold import Avsnitt, Brev, Brevart, Brevfeil, Del, Delslag, Frist, Punktliste, Regel
from fotfeste.fag.brev.maler.felles import Gjoremal, Ramme, avsnitt, oppgaver


@dataclass(frozen=True, slots=True, kw_only=True)
class Forhandsvarsel:
    """Input. `tittel` and `hva_vi_vurderer` address the reader («Vi vurderer å …»).


    `regler` say what may apply; `hva_det_betyr` is the effect for the reader; `uttalefrist` the day we want
    their view by.
    """

    ramme: Ramme
    tittel: str
    hva_vi_vurderer: str
    hva_det_betyr: str
    fakta: tuple[str, ...]
    regler: tuple[Regel, ...]
    uttalefrist: date


def forhandsvarsel(inn: Forhandsvarsel) -> Brev:
    """Return the notice: what we consider, what it would mean, on what facts, and how to be heard."""
    if not inn.fakta or not inn.regler:
        raise Brevfeil("Forhåndsvarselet må si hvilke fakta og hvilke regler vi bygger på.")
    ramme = inn.ramme
    return Brev(
        art=Brevart.VARSEL,
        avsender=ramme.avsender,
        mottaker=ramme.mottaker,
        dato=ramme.dato,
        saksnummer=ramme.saksnummer,
        tittel=inn.tittel,
        kortversjon=(inn.hva_vi_vurderer, "Vi har ikke bestemt noe ennå. Vi vil gjerne høre fra deg først."),
        frist=Frist("Fortell oss hva du mener, innen", inn.uttalefrist),
        deler=(
            Del("Dette kan det bety for deg", avsnitt(inn.hva_det_betyr, "Hva det betyr")),
            Del(
                "Dette vet vi nå",
                (Punktliste(inn.fakta), Avsnitt("Er noe feil eller mangler noe, så si fra til oss.")),
            ),
            Del("Dette sier reglene", inn.regler),
            Del(
                "Dette skjer nå",
                (
                    oppgaver(
                        (
                            Gjoremal("Ring, skriv eller kom til oss og fortell hva du mener", inn.uttalefrist),
                            Gjoremal("Ta gjerne med noen du stoler på"),
                        ),
                        (
                            Gjoremal("Vi leser eller hører det du sier, før vi bestemmer oss"),
                            Gjoremal(
                                "Vi sender deg et brev når vi har bestemt oss. Det forteller også hvordan du klager"
                            ),
                        ),
                    ),
                    Regel(
                        "Du har rett til å uttale deg og til å se papirene.",
                        "Forvaltningsloven §§ 16 og 18–19.",
                    ),
                ),
                slag=Delslag.VEIEN_VIDERE,
            ),
        ),
        kontakt=ramme.kontakt,
        underskrift=ramme.underskrift,
        sammendrag=ramme.sammendrag,
    )
