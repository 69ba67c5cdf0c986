"""The lock every command on a claim begins with."""

from __future__ import annotations

from fotfeste.fag.krav.models import Krav, Refusjonskrav
from fotfeste.fag.sak.services import sak_las


def las_krav(krav: Krav) -> Krav:
    """The case's lock first, then the claim as it stands now."""
    sak = sak_las(krav.sak)
    last = (
        Krav.objects.select_for_update(of=("self",))
        .select_related("saksbehandler", "beslutter", "vedtak")
        .get(pk=krav.pk)
    )
    last.sak = sak
    return last


def las_refusjonskrav(refusjonskrav: Refusjonskrav) -> Refusjonskrav:
    """The case's lock first, then the claim on NAV as it stands now."""
    sak = sak_las(refusjonskrav.sak)
    last = (
        Refusjonskrav.objects.select_for_update(of=("self",)).select_related("saksbehandler").get(pk=refusjonskrav.pk)
    )
    last.sak = sak
    return last
