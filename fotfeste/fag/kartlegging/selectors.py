"""Reading the work-ability assessment: the office sees all of it, the participant never `intern_vurdering`."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from fotfeste.fag.kartlegging.enums import AevStatus
from fotfeste.fag.kartlegging.models import Arbeidsevnevurdering, Kilde
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import egen_sak, sak_hent
from fotfeste.grunnmur.tilgang import Aktor, Handling


@dataclass(frozen=True, slots=True)
class AevSide:
    """A case's assessments: the version looked at, its sources, and all versions, newest first."""

    sak: Sak
    vist: Arbeidsevnevurdering | None
    kilder: list[Kilde]
    versjoner: list[Arbeidsevnevurdering]

    @property
    def har_utkast(self) -> bool:
        return any(versjon.status == AevStatus.UTKAST for versjon in self.versjoner)


def aev_side(aktor: Aktor, sak_id: UUID, *, nummer: int | None = None) -> AevSide:
    """The draft, or else the newest completed version, or version `nummer`. Raises IkkeTilgang."""
    sak = sak_hent(aktor, sak_id, Handling.AEV_LES)
    versjoner = list(
        sak.arbeidsevnevurderinger.exclude(status=AevStatus.FORKASTET)
        .select_related("ferdigstilt_av")
        .order_by("-nummer")
    )
    valgte = [versjon for versjon in versjoner if nummer is None or versjon.nummer == nummer]
    vist = valgte[0] if valgte else None
    if vist:
        vist.sak = sak
    return AevSide(sak, vist, list(vist.kilder.all()) if vist else [], versjoner)


def aev_fullfort(sak: Sak) -> Arbeidsevnevurdering | None:
    """The newest completed version in the case, which a grant rests on; None when there is none."""
    return sak.arbeidsevnevurderinger.filter(status=AevStatus.FULLFORT).order_by("-nummer").first()


def eget_utkast(aktor: Aktor) -> Arbeidsevnevurdering | None:
    """The draft the participant may give their view on now, or None."""
    sak = egen_sak(aktor)
    if sak is None:
        return None
    vurdering = sak.arbeidsevnevurderinger.filter(status=AevStatus.UTKAST).first()
    if vurdering:
        vurdering.sak = sak
    return vurdering
