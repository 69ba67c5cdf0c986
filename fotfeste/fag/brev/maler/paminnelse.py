"""The reminder that a month's timesheet is missing, so that the money can come on time (sotjl § 39)."""

from dataclasses import dataclass
from datetime import date

from fotfeste.fag.brev.innhold import Avsnitt, Brev, Brevart, Del, Delslag, Frist, Regel
from fotfeste.fag.brev.maler.felles import Gjoremal, Ramme, oppgaver
from fotfeste.fag.brev.tekst import dato_tekst, maned_tekst


@dataclass(frozen=True, slots=True, kw_only=True)
class Paminnelse:
    """Input. `maned` is any date in the month concerned.

    `utbetaling` is when the money comes if we get it in time.
    """

    ramme: Ramme
    maned: date
    frist: date
    utbetaling: date


def paminnelse(inn: Paminnelse) -> Brev:
    """Return the reminder: which month, by when, and what help there is."""
    ramme, maned = inn.ramme, maned_tekst(inn.maned)
    return Brev(
        art=Brevart.MELDING,
        avsender=ramme.avsender,
        mottaker=ramme.mottaker,
        dato=ramme.dato,
        saksnummer=ramme.saksnummer,
        tittel=f"Vi mangler timelista di for {maned}",
        kortversjon=(
            f"Vi trenger timelista for å betale deg for {maned}.",
            f"Får vi den i tide, kommer pengene {dato_tekst(inn.utbetaling)}.",
        ),
        frist=Frist("Send timelista innen", inn.frist),
        deler=(
            Del(
                "Dette skjer nå",
                (
                    oppgaver(
                        (
                            Gjoremal("Fyll ut dagene du har vært med, og dagene du har vært borte"),
                            Gjoremal("Send timelista", inn.frist),
                        ),
                        (
                            Gjoremal("Veilederen godkjenner timelista når den er kommet"),
                            Gjoremal("Vi hjelper deg med å fylle ut hvis du vil"),
                        ),
                    ),
                    Avsnitt("Kommer timelista senere, betaler vi så snart den er godkjent. Du mister ikke retten."),
                    Regel(
                        "Stønaden betales etter at måneden er over, etter det som står i timelista.",
                        "Sosialtjenesteloven § 39.",
                    ),
                ),
                slag=Delslag.VEIEN_VIDERE,
            ),
        ),
        kontakt=ramme.kontakt,
        underskrift=ramme.underskrift,
        sammendrag=ramme.sammendrag,
    )
