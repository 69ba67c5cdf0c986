"""The summer of 2020: the grunnbeløp from 1 May was made known on 18 September, when four months had been paid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from fotfeste.fag.oppfolging.enums import Avslutningsmate
from fotfeste.fag.oppfolging.models import Avslutning
from fotfeste.fag.regulering import services
from fotfeste.fag.regulering.models import Regulering
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling import services as utbetaling
from fotfeste.fag.utbetaling.models import Kjoring
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kommune, Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests import grunnlag

MAI, JUNI, JULI, AUGUST = (date(2020, mnd, 1) for mnd in (5, 6, 7, 8))
SOMMEREN = (MAI, JUNI, JULI, AUGUST)
KUNNGJORT, MANDAGEN_ETTER = date(2020, 9, 18), date(2020, 9, 21)
ETTERBETALT = {MAI: 241, JUNI: 253, JULI: 264, AUGUST: 241}
"""What each month gives someone over 25 without children: 21, 22, 23 and 21 days of 768.14 and 779.62 kr."""


@dataclass
class Huset:
    """A municipality with one office, two in økonomi and a veileder."""

    kommune: Kommune = field(default_factory=grunnlag.lag_kommune)
    kontor: Kontor = field(init=False)
    oda: Aktor = field(init=False)
    olav: Aktor = field(init=False)
    veileder: Aktor = field(init=False)

    def __post_init__(self) -> None:
        self.kontor = grunnlag.lag_kontor(self.kommune)
        self.oda = grunnlag.lag_aktor(Rolle.OKONOMI, self.kontor, navn="Oda Økonomi")
        self.olav = grunnlag.lag_aktor(Rolle.OKONOMI, self.kontor, navn="Olav Økonomi")
        self.veileder = grunnlag.lag_aktor(Rolle.VEILEDER, self.kontor)

    def deltaker(self, maneder: Sequence[date] = SOMMEREN, **person: Any) -> Sak:
        """Someone in the programme all of 2020, with approved sheets for the months."""
        sak = grunnlag.lag_sak_i_program(
            self.kontor, fra=date(2020, 1, 13), til=date(2021, 1, 12), person=grunnlag.lag_person(**person)
        )
        for maned in maneder:
            grunnlag.lag_timeliste(sak, maned, godkjent_av=self.veileder)
        return sak

    def betal(self, *maneder: date, dag: date | None = None) -> Kjoring:
        """The months' runs, each on the 5th of the month after (or all on `dag`); the last of them."""
        for maned in maneder:
            with klokke.still_til(dag or date(maned.year, maned.month + 1, 5)):
                kjoring = utbetaling.kjoring_opprett(self.oda, kommune=self.kommune, maned=maned)
                kjoring = utbetaling.kjoring_frigi(self.olav, utbetaling.kjoring_forbered(self.oda, kjoring))
        return kjoring

    def opprett(self, aktor: Aktor | None = None) -> Regulering:
        return services.regulering_opprett(
            aktor or self.oda, kommune=self.kommune, parameter="grunnbelop", gjelder_fra=MAI
        )

    def provekjort(self) -> Regulering:
        return services.regulering_prov(self.oda, self.opprett())

    def gjennomfort(self, regulering: Regulering | None = None) -> Regulering:
        regulering = services.regulering_gjennomfor(self.olav, regulering or self.provekjort())
        return services.regulering_fullfor(self.olav, regulering)


def mai_er_betalt(kontor: Kontor, *, forbereder: Aktor, frigiver: Aktor, godkjenner: Aktor) -> Sak:
    """Someone at the office whose May of 2020 was paid in June that year; the programme is over since long."""
    person = grunnlag.lag_person(fornavn="Gustav", etternavn="Testgård")
    sak = grunnlag.lag_sak_i_program(kontor, fra=date(2020, 1, 13), til=date(2021, 1, 12), person=person)
    with klokke.still_til(date(2020, 6, 5)):
        grunnlag.lag_timeliste(sak, MAI, godkjent_av=godkjenner)
        kjoring = utbetaling.kjoring_opprett(forbereder, kommune=kontor.kommune, maned=MAI)
        utbetaling.kjoring_frigi(frigiver, utbetaling.kjoring_forbered(forbereder, kjoring))
    with kommando(SYSTEM, "test"):
        Avslutning.objects.create(
            sak=sak,
            dato=date(2021, 1, 12),
            mate=Avslutningsmate.FULLFORT,
            situasjon=["ordinaert_arbeid"],
            viktigste_inntekt="ordinaert_arbeid",
        )
        sak.lagre_endring(status=Saksstatus.AVSLUTTET)
    return sak
