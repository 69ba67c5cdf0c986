"""Programmes the stories begin with: a grant read in from before, and a full week of three activities."""

from __future__ import annotations

from datetime import date, time

from fotfeste.fag.program import services as program
from fotfeste.fag.program.models import Programversjon
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las, sak_sett_status
from fotfeste.fag.vedtak.enums import Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor

FRA, TIL = date(2026, 2, 2), date(2027, 2, 1)
UKEDAGER = range(5)
HALV_NI, TOLV, HALV_ETT, FIRE = time(8, 30), time(12), time(12, 30), time(16)


def gi_vedtak(
    sak: Sak, veileder: Aktor, *, type_: str = Vedtakstype.INNVILGELSE, fra: date = FRA, til: date | None = TIL
) -> Vedtak:
    """A decision as it stands when history has been read in; a granted case is INNVILGET."""
    with kommando(SYSTEM, "test"):
        vedtak = Vedtak.objects.create(
            sak=sak,
            type=type_,
            status=Vedtaksstatus.FATTET,
            fra=fra,
            til=til,
            dato=fra,
            saksbehandler=veileder.krev_bruker(),
            innlest=True,
        )
        if type_ == Vedtakstype.INNVILGELSE:
            sak_sett_status(sak_las(sak), Saksstatus.INNVILGET)
    sak.refresh_from_db()
    return vedtak


def hver_dag(start: time, slutt: time, dager: object = UKEDAGER) -> list[program.Blokkinn]:
    return [program.Blokkinn(dag, start, slutt) for dag in dager]  # type: ignore[attr-defined]


def fyll_uken(veileder: Aktor, versjon: Programversjon, *, lonnet: bool = False) -> Programversjon:
    """Work practice 17,5 h, job search 10 h, Norwegian 10 h: 37,5 in all, 7,5 every day."""
    program.aktivitet_lagre(
        veileder,
        program=versjon,
        navn="Praksis på lager",
        gruppe="lonnet_arbeid" if lonnet else "arbeidsrettet",
        arrangor="Fjordvik Lager",
        blokker=hver_dag(HALV_NI, TOLV),
    )
    program.aktivitet_lagre(
        veileder, program=versjon, navn="Norskkurs", gruppe="opplaering", blokker=hver_dag(HALV_ETT, time(14, 30))
    )
    program.aktivitet_lagre(
        veileder,
        program=versjon,
        navn="Jobbsøking",
        gruppe="arbeidssoking",
        blokker=hver_dag(time(14, 30), time(16, 30)),
    )
    program.evalueringsdatoer_sett(veileder, program=versjon, datoer=[date(2026, 9, 2)])
    versjon.refresh_from_db()
    return program.programversjon_lagre(
        veileder, program=versjon, mal="Jeg vil jobbe på lager", fra=versjon.fra, til=versjon.til
    )


def avtalt_program(sak: Sak, veileder: Aktor, *, fra: date = FRA, lonnet: bool = False) -> Programversjon:
    """A full week both sides have agreed on, in force from `fra`."""
    versjon = fyll_uken(veileder, program.programversjon_start(veileder, sak=sak, fra=fra), lonnet=lonnet)
    program.programversjon_foresla(veileder, program=versjon)
    return program.programversjon_avtal_i_mote(
        veileder, program=versjon, dato=min(fra, date(2026, 6, 3)), hvordan="i møte"
    )
