"""Read-in cases: what did not let itself be taken over waits for someone to see to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from fotfeste.fag.mappe.models import InnlestMappe
from fotfeste.fag.oversikt.bidrag.typer import Bidrag
from fotfeste.fag.oversikt.typer import Oppgave, Part, Steg
from fotfeste.fag.sak.utvalg import rader_i
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Handling

if TYPE_CHECKING:
    from fotfeste.fag.oversikt.fakta import Fakta


def _hent(saker: Sequence[UUID]) -> Mapping[UUID, InnlestMappe]:
    rader = rader_i(saker, InnlestMappe).filter(kvittert=None).exclude(merknader=[])
    return {rad.sak_id: rad for rad in rader.only("sak_id", "merknader", "lest", "kvittert")}


def _oppgaver(_fakta: Fakta, kom: InnlestMappe | None) -> Iterator[Oppgave]:
    if kom is not None:
        yield Oppgave(
            slag="ta_over",
            hva=_("Ta over saken: noe kom ikke med da den ble lest inn"),
            part=Part.VEILEDER,
            siden=klokke.dagen(kom.lest),
            steg=Steg("saksmappe", _("Se hva som mangler"), Handling.SAK_FORDEL),
            mer=" ".join(kom.merknader),
        )


BIDRAG: Bidrag = Bidrag("mappe", _hent, _oppgaver, sjeldne=(InnlestMappe,))
