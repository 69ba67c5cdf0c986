"""The lock every command on a decision begins with, and the decision's kind in the timeline's words."""

from __future__ import annotations

from fotfeste.fag.sak.services import sak_las
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur.ord import valg_ord


def las_vedtak(vedtak: Vedtak) -> Vedtak:
    """The case's lock first, then the decision as it stands now."""
    sak = sak_las(vedtak.sak)
    laast = (
        Vedtak.objects.select_for_update(of=("self",))
        .select_related("soknad", "aev", "saksbehandler")
        .get(pk=vedtak.pk)
    )
    laast.sak = sak
    return laast


def typeord(vedtak: Vedtak) -> str:
    """The kind of decision in the middle of a sentence."""
    return valg_ord(Vedtakstype(vedtak.type)).lower()
