"""A run sent to the bank, and the bank's answers to it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling import services
from fotfeste.fag.utbetaling.models import Kjoring, Utbetaling
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import Aktor
from fotfeste.kobling.betaling import falsk_bank
from fotfeste.kobling.betaling.bankfiler import Kvittering, bankfil_les
from fotfeste.kobling.betaling.falsk_bank import Banksvar, Utfall
from fotfeste.kobling.betaling.services import filer_lag
from tests.grunnlag import lag_person, lag_sak_i_program, lag_timeliste

MAI = date(2026, 5, 1)
KONTOER = ("15032080119", "12345678903", "97104133219")


def deltakere(kontor: Kontor, veileder: Aktor, antall: int = 3) -> list[Sak]:
    """Participants with May's sheet approved, each with an account."""
    saker = []
    for nummer in range(antall):
        person = lag_person(fornavn=f"Testine{chr(97 + nummer)}", kontonummer=KONTOER[nummer % 3])
        sak = lag_sak_i_program(kontor, person=person)
        lag_timeliste(sak, MAI, godkjent_av=veileder)
        saker.append(sak)
    return saker


def sendt(kontor: Kontor, okonomi: Aktor, okonomi2: Aktor) -> Kjoring:
    """May's run: prepared by one, released and sent by the other."""
    kjoring = services.kjoring_opprett(okonomi, kommune=kontor.kommune, maned=MAI)
    kjoring = services.kjoring_forbered(okonomi, kjoring)
    filer_lag(okonomi2, services.kjoring_frigi(okonomi2, kjoring))
    kjoring.refresh_from_db()
    return kjoring


def pain001(kjoring: Kjoring) -> bytes:
    """The run's file to the bank."""
    return bytes(kjoring.filer.select_related("dokument").get(type="pain001").dokument.innhold)


def banken(kjoring: Kjoring, utfall: Mapping[Utbetaling, Utfall] | None = None, *, samlet: bool = False) -> Banksvar:
    """What the bank answers; what is not named is booked."""
    ord_ = {utbetaling.ende_til_ende: hva for utbetaling, hva in (utfall or {}).items()}
    return falsk_bank.svar(pain001(kjoring), ord_, samlet=samlet)


def les(aktor: Aktor, kjoring: Kjoring, *filer: bytes | None) -> list[Kvittering]:
    """Read the files in the order given."""
    return [
        bankfil_les(aktor, kommune=kjoring.kommune, navn=f"fil{nummer}.xml", innhold=fil)
        for nummer, fil in enumerate(filer)
        if fil
    ]
