"""A case that has been handed over: its new contact reads what the one before wrote, or goes through the programme."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from fotfeste.fag.oversikt.bidrag.typer import Bidrag
from fotfeste.fag.oversikt.typer import Oppgave, Part, Steg
from fotfeste.fag.sak.models import Overlevering
from fotfeste.fag.sak.overlevering import uleste
from fotfeste.grunnmur.tilgang import Handling

if TYPE_CHECKING:
    from fotfeste.fag.oversikt.fakta import Fakta

LESES_INNEN = timedelta(days=7)
"""The house's own deadline for getting to know a case one has been given."""


def _oppgaver(_fakta: Fakta, rad: Overlevering | None) -> Iterable[Oppgave]:
    if rad is None:
        return
    fra = rad.fra.navn if rad.fra else _("ingen fast kontakt")
    if rad.er_skrevet:
        tekst, knapp = _("Du har fått saken fra %(navn)s") % {"navn": fra}, _("Les overleveringen")
    else:
        tekst = _("Saken er overlevert uten notat: gå gjennom hele programmet")
        knapp = _("Vurder programmet")
    yield Oppgave(
        "overlevering",
        tekst,
        Part.VEILEDER,
        rad.dag,
        Steg("overlevering", knapp, Handling.OPPFOLGING_SKRIV),
        frist=rad.dag + LESES_INNEN,
        mer=rad.grunn,
        eier_id=rad.til_id,
        husets_frist=True,
    )


BIDRAG = Bidrag("overlevering", uleste, _oppgaver, sjeldne=(Overlevering,))
