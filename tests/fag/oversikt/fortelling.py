"""What the stories about tasks begin with: rows as another system, or an earlier day, left them."""

from __future__ import annotations

from datetime import date
from typing import Any

from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oppmote.models import Timeliste
from fotfeste.fag.oversikt.selectors import oversikt_en
from fotfeste.fag.oversikt.typer import Oppgave
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak.enums import Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.tilgang import SYSTEM


def lag(modell: Any, **felter: Any) -> Any:
    """A row, made within a frame."""
    with kommando(SYSTEM, "test"):
        return modell.objects.create(**felter)


def fattet(sak: Sak, type_: Vedtakstype, *, fra: date | None, dato: date, status: Saksstatus, **felter: Any) -> Vedtak:
    """A decision taken on `dato` that works from `fra`, and the case moved as it says."""
    forste = sak.vedtak.first()
    saksbehandler = felter.pop("saksbehandler", None) or (forste.saksbehandler if forste else None)
    vedtak: Vedtak = lag(
        Vedtak,
        sak=sak,
        type=type_,
        status=Vedtaksstatus.FATTET,
        fra=fra,
        dato=dato,
        saksbehandler=saksbehandler,
        **{"innlest": True, **felter},
    )
    with kommando(SYSTEM, "test"):
        sak.lagre_endring(status=status)
    return vedtak


def slutt(sak: Sak, siste_dag: date, *, dato: date) -> Vedtak:
    """The programme ends, decided on `dato`."""
    return fattet(sak, Vedtakstype.AVSLUTNING, fra=siste_dag, dato=dato, status=Saksstatus.AVSLUTTET)


def pause(sak: Sak, fra: date, *, dato: date) -> Vedtak:
    """The programme pauses, decided on `dato`."""
    return fattet(sak, Vedtakstype.AVBRUDD, fra=fra, dato=dato, status=Saksstatus.AVBRUTT)


def liste(sak: Sak, maned: date, status: Timelistestatus) -> Timeliste:
    """A sheet in a state."""
    ny: Timeliste = lag(Timeliste, sak=sak, maned=maned, status=status)
    return ny


def oppgaver(sak: Sak) -> dict[str, Oppgave]:
    """The case's open tasks by kind, the most urgent of each."""
    ut: dict[str, Oppgave] = {}
    for oppgave in oversikt_en(Sak.objects.get(pk=sak.pk)).oppgaver:
        ut.setdefault(oppgave.slag, oppgave)
    return ut
