"""The case's lock first, then the complaint as it stands now."""

from __future__ import annotations

from fotfeste.fag.klage.gjelder import MED_AVGJORELSEN
from fotfeste.fag.klage.models import Klage
from fotfeste.fag.sak.services import sak_las


def klage_las(klage: Klage) -> Klage:
    """The complaint, locked, with its case and decision. Called inside a command's frame."""
    sak = sak_las(klage.sak)
    laast = (
        Klage.objects.select_for_update(of=("self",))
        .select_related(
            *MED_AVGJORELSEN, "vedtak__soknad", "vedtak__aev", "saksbehandler", "gjelder_avvisning", "nytt_vedtak"
        )
        .get(pk=klage.pk)
    )
    laast.sak = sak
    laast.gjelder.post.sak = sak
    return laast
