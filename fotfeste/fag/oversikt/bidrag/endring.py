"""What the participant has told and nobody has read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from fotfeste.fag.endring.enums import Meldingsslag, Meldingsstatus
from fotfeste.fag.endring.models import Endringsmelding
from fotfeste.fag.oversikt.bidrag.typer import Bidrag
from fotfeste.fag.oversikt.typer import Oppgave, Part, Steg
from fotfeste.fag.sak.utvalg import rader_i
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Handling

if TYPE_CHECKING:
    from fotfeste.fag.oversikt.fakta import Fakta


def _hent(ider: Sequence[UUID]) -> Mapping[UUID, list[tuple[datetime, str]]]:
    ut: dict[UUID, list[tuple[datetime, str]]] = defaultdict(list)
    nye = rader_i(ider, Endringsmelding).filter(status=Meldingsstatus.NY).order_by("mottatt")
    for sak_id, mottatt, slag in nye.values_list("sak_id", "mottatt", "slag"):
        ut[sak_id].append((mottatt, slag))
    return ut


def _oppgaver(_fakta: Fakta, egne: list[tuple[datetime, str]] | None) -> Iterator[Oppgave]:
    """One task, however many messages: they are answered from one page."""
    if not egne:
        return
    forst, slag = egne[0]
    mer = _("og %(antall)s til") % {"antall": len(egne) - 1} if len(egne) > 1 else ""
    yield Oppgave(
        "endringsmelding",
        _("Deltakeren meldte fra: «%(hva)s»") % {"hva": Meldingsslag(slag).label},
        Part.VEILEDER,
        klokke.dagen(forst),
        Steg("endringsmeldinger", _("Se meldingen"), Handling.ENDRING_SVAR),
        mer=mer,
    )


BIDRAG = Bidrag("endring", _hent, _oppgaver, lukkede=True, sjeldne=(Endringsmelding,))
