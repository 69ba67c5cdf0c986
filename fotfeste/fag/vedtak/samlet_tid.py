"""The time somebody has already spent in programmes, earlier cases and introduction put together (sotjl §§ 29, 32).

There is no limit to how often one may take part. What is shown is for the one who weighs whether a programme is the
right help now, and what must be done otherwise this time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak.enums import GIR_PERIODE, Vedtaksstatus
from fotfeste.fag.vedtak.models import Vedtak

_DAGER_I_MANEDEN = 365 / 12


@dataclass(frozen=True, slots=True)
class Tidligere:
    """One earlier stretch in the programme, and the office that had the case."""

    fra: date
    til: date
    kontor: str

    @property
    def dager(self) -> int:
        return (self.til - self.fra).days + 1


def tidligere_tid(sak: Sak) -> list[Tidligere]:
    """The decided periods of the person's earlier cases, the oldest first; an ending cuts the last. One query."""
    rader = (
        Vedtak.objects.filter(
            sak__person_id=sak.person_id, type__in=GIR_PERIODE, status=Vedtaksstatus.FATTET, fra__isnull=False
        )
        .exclude(sak_id=sak.pk)
        .select_related("sak__avslutning", "sak__kontor")
        .order_by("fra")
    )
    ut = []
    for rad in rader:
        slutt = getattr(rad.sak, "avslutning", None)
        til = min((dag for dag in (rad.til, slutt.dato if slutt else None) if dag), default=None)
        if rad.fra and til and til >= rad.fra:
            ut.append(Tidligere(rad.fra, til, rad.sak.kontor.navn))
    return ut


def maneder_i_alt(tidligere: list[Tidligere]) -> int:
    """Whole months, to the nearest."""
    return round(sum(ett.dager for ett in tidligere) / _DAGER_I_MANEDEN)


def fra_introduksjonsprogrammet(sak: Sak) -> bool:
    """Whether the applicant had introduksjonsstønad before the application."""
    bakgrunn = getattr(sak, "bakgrunn", None)
    return bool(bakgrunn and bakgrunn.introduksjonsstonad)


def merknad_om_tiden(sak: Sak) -> str:
    """What to think of when somebody has been long in programmes; empty when there was nothing before."""
    tidligere, intro = tidligere_tid(sak), fra_introduksjonsprogrammet(sak)
    if not tidligere:
        return ""
    tid = {"maneder": maneder_i_alt(tidligere)}
    sagt = (
        _("Har vært i introduksjonsprogrammet, og i kvalifiseringsprogrammet i %(maneder)s måneder før.") % tid
        if intro
        else _("Har vært i kvalifiseringsprogrammet i %(maneder)s måneder før.") % tid
    )
    rad = _(
        "Se på den samlede tiden, og skriv hva som skal bli annerledes nå. Tiden alene er ingen grunn til avslag "
        "(sotjl § 29)."
    )
    return f"{sagt} {rad}"
