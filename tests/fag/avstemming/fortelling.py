"""A run sent to the bank, and the bank's answers to it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from fotfeste.fag.avstemming.enums import PA_KONTOEN, Postslag
from fotfeste.fag.avstemming.models import Bankmelding, Bankpost
from fotfeste.fag.avstemming.services import Meldinginn, Postinn, poster_ta_imot
from fotfeste.fag.person.services import person_endre
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling import services
from fotfeste.fag.utbetaling.models import Kjoring, Utbetaling
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from fotfeste.kobling.betaling import falsk_bank
from fotfeste.kobling.betaling.bankfiler import Kvittering, bankfil_les
from fotfeste.kobling.betaling.falsk_bank import Banksvar, Utfall
from fotfeste.kobling.betaling.services import filer_lag
from tests.grunnlag import lag_person, lag_sak_i_program, lag_timeliste

MAI, DAG, NY_KONTO = date(2026, 5, 1), date(2026, 6, 12), "86011117939"
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


def si(kjoring: Kjoring, rad: Utbetaling, *slag: str, referanse: str = "", ore: int | None = None) -> None:
    """The bank says these things of the payment, each in a message of its own."""
    for nummer, ett in enumerate(slag):
        pa_konto = ett in PA_KONTOEN
        belop = (ore if ore is not None else rad.netto * 100) if pa_konto else None
        post = Postinn(ett, rad.ende_til_ende, belop, dato=DAG, bankreferanse=referanse or f"ref-{ett}")
        ident = f"M{Bankmelding.objects.count()}"
        konto = kjoring.kommune.utbetalingskonto if pa_konto else ""
        type_ = "camt054" if pa_konto else "pain002"
        melding = Meldinginn(type_, ident, f"{ident}.xml", f"{ident}{nummer}".encode(), konto)
        poster_ta_imot(SYSTEM, kommune=kjoring.kommune, melding=melding, poster=[post])


def betalt_to_ganger(kjoring: Kjoring, rad: Utbetaling, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor) -> Bankpost:
    """Refused, paid again to a new account, and booked after all: what the bank says last is a contradiction."""
    si(kjoring, rad, Postslag.AVVIST)
    person_endre(veileder, rad.sak.person, kontonummer=NY_KONTO)
    ny = services.kjoring_forbered(okonomi, services.kjoring_opprett(okonomi, kommune=kjoring.kommune, maned=MAI))
    filer_lag(okonomi2, services.kjoring_frigi(okonomi2, ny))
    si(kjoring, rad, Postslag.BOKFORT)
    return Bankpost.objects.get(utbetaling=rad, slag=Postslag.BOKFORT)


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
