"""Reading what the participant has told: by the office in its cases, by the participant in their own."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from fotfeste.fag.endring.enums import Meldingsslag, Meldingsstatus
from fotfeste.fag.endring.models import Endringsmelding
from fotfeste.fag.person.models import Barn
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.dokument.models import Dokument
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.logg.services import spor
from fotfeste.grunnmur.tilgang import Aktor, Handling

EGNE_VIST = 20
"""As many of one's own messages as a page shows; the rest stand in the whole case."""


def meldinger_i(sak: Sak) -> Sequence[Endringsmelding]:
    """The case's messages, those that wait first, then the newest. One query."""
    rader = Endringsmelding.objects.filter(sak=sak).select_related("barn", "avgjort_av", "dokument")
    alle = list(rader.defer("dokument__innhold").order_by("-mottatt"))
    return sorted(alle, key=lambda melding: not melding.er_ny)


def melding_hent(aktor: Aktor, melding_id: UUID, handling: Handling = Handling.ENDRING_SVAR) -> Endringsmelding:
    """One message, if the actor may do `handling` to it; logged. Raises IkkeTilgang otherwise."""
    melding = (
        Endringsmelding.objects.select_related("sak__person", "sak__kontor", "sak__kommune", "barn", "avgjort_av")
        .filter(pk=melding_id)
        .first()
    )
    if melding is None:
        raise IkkeTilgang("meldingen finnes ikke")
    spor(aktor, handling, melding, person_id=melding.sak.person_id, sak_id=melding.sak_id)
    return melding


def melding_dokument(aktor: Aktor, melding_id: UUID) -> Dokument:
    """The paper sent with a message: for the one who sent it, and for those who answer. Raises IkkeTilgang."""
    melding = Endringsmelding.objects.select_related("sak__person").filter(pk=melding_id).first()
    egen = melding is not None and melding.sak.person.bruker_id == aktor.bruker_id
    melding = melding_hent(aktor, melding_id, Handling.ENDRING_EGEN if egen else Handling.ENDRING_SVAR)
    if melding.dokument is None:
        raise IkkeTilgang("meldingen har ikke noe papir")
    return melding.dokument


def egne_meldinger(sak: Sak, slag: Sequence[Meldingsslag]) -> Sequence[Endringsmelding]:
    """The participant's own messages of these kinds in the case, newest first. One query."""
    rader = Endringsmelding.objects.filter(sak=sak, slag__in=slag).select_related("barn", "avgjort_av")
    return list(rader.order_by("-mottatt")[:EGNE_VIST])


def venter(sak: Sak) -> int:
    """How many messages nobody has read."""
    return Endringsmelding.objects.filter(sak=sak, status=Meldingsstatus.NY).count()


def barn_i_saken(sak: Sak) -> Sequence[Barn]:
    """The children of the case's person, the eldest first. One query."""
    return list(sak.person.barn.prefetch_related("utenlandsopphold"))
