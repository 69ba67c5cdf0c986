"""What a decision does to the case and the application once it is taken."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from fotfeste.fag.oppfolging.models import Avslutning
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.services import sak_sett_status
from fotfeste.fag.soknad.enums import Soknadsstatus
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak

_NY_STATUS: Mapping[str, Saksstatus] = {
    Vedtakstype.AVSLAG: Saksstatus.AVSLATT,
    Vedtakstype.AVBRUDD: Saksstatus.AVBRUTT,
    Vedtakstype.GJENOPPTAK: Saksstatus.I_PROGRAM,
    Vedtakstype.AVSLUTNING: Saksstatus.AVSLUTTET,
}


def la_virke(vedtak: Vedtak, dag: date) -> None:
    """Move the case and the application as the decision says.

    A grant whose first day has come makes the case «i program». Before that day it is «innvilget», until the programme
    is agreed or the day comes (fag/program, `sak_ta_i_program`). The other kinds move the case the day they are taken;
    what they mean for the stønad follows their own dates.
    """
    if vedtak.soknad:
        vedtak.soknad.lagre_endring(status=Soknadsstatus.AVGJORT)
    if vedtak.type == Vedtakstype.INNVILGELSE:
        har_begynt = vedtak.fra is not None and vedtak.fra <= dag
        sak_sett_status(vedtak.sak, Saksstatus.I_PROGRAM if har_begynt else Saksstatus.INNVILGET)
    elif ny := _NY_STATUS.get(vedtak.type):
        sak_sett_status(vedtak.sak, ny)
    if vedtak.type == Vedtakstype.AVSLUTNING and vedtak.fra:
        _registrer_avslutning(vedtak, vedtak.fra)


def _registrer_avslutning(vedtak: Vedtak, siste_dag: date) -> None:
    avslutning = Avslutning(
        sak=vedtak.sak,
        dato=siste_dag,
        mate=vedtak.avslutningsmate,
        situasjon=vedtak.situasjon,
        viktigste_inntekt=vedtak.viktigste_inntekt,
        deltakerbevis=vedtak.deltakerbevis,
    )
    avslutning.full_clean()
    avslutning.save()
