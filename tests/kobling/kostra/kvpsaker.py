"""Cases as another system left them, in the few rows the year's KOSTRA file rests on."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from typing import Any

from fotfeste.fag.oppfolging.enums import Avslutningsmate, Situasjon
from fotfeste.fag.oppfolging.models import Avslutning
from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oppmote.models import Timeliste
from fotfeste.fag.person.models import Person
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.soknad.enums import Kanal, Soknadsstatus
from fotfeste.fag.soknad.models import Soknad
from fotfeste.fag.soknad.services import bakgrunn_besvar
from fotfeste.fag.utbetaling.enums import Kjoringsstatus, Utbetalingsstatus
from fotfeste.fag.utbetaling.models import Beregning, Kjoring, Utbetaling
from fotfeste.fag.vedtak.enums import Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Bruker, Kontor
from fotfeste.grunnmur.tilgang import SYSTEM
from tests.grunnlag import lag_aktor, lag_person, lag_sak

_nr = count(1)


def _folk(kontor: Kontor) -> tuple[Bruker, Bruker]:
    """Somebody who prepares and somebody who decides, the same two each time."""
    to = [
        Bruker.objects.filter(medlemskap__rolle=rolle, medlemskap__kontor=kontor).order_by("opprettet").first()
        or lag_aktor(rolle, kontor).krev_bruker()
        for rolle in (Rolle.VEILEDER, Rolle.BESLUTTER)
    ]
    return to[0], to[1]


def innvilget(
    kontor: Kontor, fra: date, *, til: date | None = None, person: Person | None = None, **bakgrunn: Any
) -> Sak:
    """A case with an application a month before, a decision a week before and the programme from `fra` for a year."""
    with klokke.still_til(fra - timedelta(days=30)):
        sak = lag_sak(kontor, person)
        bakgrunn_besvar(SYSTEM, sak, **bakgrunn)
        with kommando(SYSTEM, "test"):
            soknad = Soknad.objects.create(
                sak=sak, mottatt=klokke.i_dag(), kanal=Kanal.PAPIR, status=Soknadsstatus.AVGJORT
            )
            sak.lagre_endring(status=Saksstatus.I_PROGRAM)
    slutt = til or fra.replace(year=fra.year + 1) - timedelta(days=1)
    vedtak(sak, Vedtakstype.INNVILGELSE, fra, til=slutt, dato=fra - timedelta(days=7), soknad=soknad)
    return sak


def vedtak(sak: Sak, type_: Vedtakstype, fra: date, *, dato: date | None = None, **felter: Any) -> Vedtak:
    """A decision that stands, read in from elsewhere."""
    saksbehandler, beslutter = _folk(sak.kontor)
    with kommando(SYSTEM, "test"):
        return Vedtak.objects.create(
            sak=sak,
            type=type_,
            status=Vedtaksstatus.FATTET,
            fra=fra,
            dato=dato or fra,
            saksbehandler=saksbehandler,
            beslutter=beslutter,
            innlest=True,
            **felter,
        )


def avsluttet(
    sak: Sak,
    dato: date,
    *,
    mate: Avslutningsmate = Avslutningsmate.FULLFORT,
    situasjon: tuple[Situasjon, ...] = (Situasjon.ORDINAERT_ARBEID,),
    inntekt: str = Situasjon.ORDINAERT_ARBEID,
) -> Avslutning:
    """The programme ended."""
    with kommando(SYSTEM, "test"):
        sak.refresh_from_db()
        sak.lagre_endring(status=Saksstatus.AVSLUTTET)
        return Avslutning.objects.create(
            sak=sak, dato=dato, mate=mate, situasjon=list(situasjon), viktigste_inntekt=inntekt
        )


def utbetalt(
    sak: Sak, maned: date, kroner: int, *, den: date, status: Utbetalingsstatus = Utbetalingsstatus.SENDT
) -> Utbetaling:
    """The month's stønad, in the bank on the day `den`."""
    saksbehandler, beslutter = _folk(sak.kontor)
    with kommando(SYSTEM, "test"):
        liste = Timeliste.objects.create(
            sak=sak, maned=maned, status=Timelistestatus.GODKJENT, godkjent=klokke.na(), godkjent_av=saksbehandler
        )
        kjoring, _ny = Kjoring.objects.get_or_create(
            kommune=sak.kommune,
            maned=maned,
            utbetalingsdato=den,
            defaults={
                "nummer": next(_nr),
                "status": Kjoringsstatus.SENDT,
                "forberedt_av": saksbehandler,
                "frigitt_av": beslutter,
            },
        )
        beregning = Beregning.objects.create(
            sak=sak, maned=maned, timeliste=liste, kjent_dato=den, inn={}, ut={}, spor=[], regelversjon="test",
            brutto=kroner, netto=kroner - 100,
        )  # fmt: skip
        return Utbetaling.objects.create(
            sak=sak, kjoring=kjoring, maned=maned, timeliste=liste, beregning=beregning, brutto=kroner, trekk=-100,
            netto=kroner - 100, mottaker=sak.person.navn, kontonummer="15032080119", status=status,
            ende_til_ende=beregning.pk.hex,
        )  # fmt: skip


def betalt_hver_maned(sak: Sak, aar: int, fra: int = 1, til: int = 12, kroner: int = 20_000) -> None:
    """Stønad paid on the fifteenth of each month from `fra` to `til`, for the month itself."""
    for nr in range(fra, til + 1):
        utbetalt(sak, date(aar, nr, 1), kroner, den=date(aar, nr, 15))


def liten_kommune(kontor: Kontor, aar: int) -> dict[str, Sak]:
    """A municipality with nothing wrong: one running, one on pause, one ended with work, one moved away."""
    i_program = innvilget(kontor, date(aar - 1, 9, 1), til=date(aar + 1, 8, 31), person=lag_person(etternavn="Løper"))
    betalt_hver_maned(i_program, aar)
    pause = innvilget(kontor, date(aar, 2, 1), til=date(aar + 1, 1, 31), person=lag_person(etternavn="Hviler"))
    betalt_hver_maned(pause, aar, 2, 9)
    vedtak(pause, Vedtakstype.AVBRUDD, date(aar, 10, 1))
    ferdig = innvilget(
        kontor, date(aar - 1, 3, 1), til=date(aar, 8, 31), person=lag_person(etternavn="Ferdig"),
        sosialhjelp="viktigste_kilde", husbank_bostotte=True,
    )  # fmt: skip
    betalt_hver_maned(ferdig, aar, 1, 8)
    avsluttet(ferdig, date(aar, 8, 31))
    flyttet = innvilget(kontor, date(aar, 1, 15), person=lag_person(etternavn="Flytter"), fra_kvp_i_kommune="0301")
    betalt_hver_maned(flyttet, aar, 1, 4)
    avsluttet(flyttet, date(aar, 4, 30), mate=Avslutningsmate.FLYTTET_KOMMUNE, situasjon=(), inntekt="")
    return {"i_program": i_program, "pause": pause, "ferdig": ferdig, "flyttet": flyttet}
