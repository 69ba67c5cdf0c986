"""The letter that refuses a place in the programme (vedtak, sotjl § 29).

Why, and what can be done instead.
"""

from dataclasses import dataclass
from datetime import date

from fotfeste.fag.brev.innhold import Avsnitt, Brev, Brevart, Del, Delslag
from fotfeste.fag.brev.maler.felles import (
    Begrunnelse,
    Gjoremal,
    Klagerett,
    Ramme,
    begrunnelsesdel,
    klageopplysninger,
    oppgaver,
)
from fotfeste.fag.brev.tekst import dato_tekst


@dataclass(frozen=True, slots=True, kw_only=True)
class Avslag:
    """Input. `hovedgrunn` is one sentence to the reader; `i_stedet` says which help there is instead."""

    ramme: Ramme
    begrunnelse: Begrunnelse
    klagerett: Klagerett
    soknad_mottatt: date
    hovedgrunn: str
    i_stedet: str
    dette_gjor_du: tuple[Gjoremal, ...]
    dette_gjor_nav: tuple[Gjoremal, ...]
    vedlegg: tuple[str, ...] = ()


def avslag(inn: Avslag) -> Brev:
    """Return the letter: the answer first, then what help there is, then why and how to complain."""
    ramme = inn.ramme
    return Brev(
        art=Brevart.VEDTAK,
        avsender=ramme.avsender,
        mottaker=ramme.mottaker,
        dato=ramme.dato,
        saksnummer=ramme.saksnummer,
        tittel="Du får ikke plass i kvalifiseringsprogrammet nå",
        kortversjon=(
            f"Vi har avslått søknaden som vi fikk {dato_tekst(inn.soknad_mottatt)}.",
            inn.hovedgrunn,
            "Du kan få annen hjelp fra oss. Du kan klage på avslaget, og du kan søke igjen.",
        ),
        deler=(
            Del(
                "Dette kan vi hjelpe deg med i stedet",
                (Avsnitt(inn.i_stedet), oppgaver(inn.dette_gjor_du, inn.dette_gjor_nav)),
                slag=Delslag.VEIEN_VIDERE,
            ),
            begrunnelsesdel(inn.begrunnelse),
        ),
        klage=klageopplysninger(ramme, inn.klagerett),
        kontakt=ramme.kontakt,
        underskrift=ramme.underskrift,
        sammendrag=ramme.sammendrag,
        vedlegg=inn.vedlegg,
    )
