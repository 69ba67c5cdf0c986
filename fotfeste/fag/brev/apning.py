"""When a letter was opened, so that the office knows whether it was read."""

from __future__ import annotations

from fotfeste.fag.brev.models import Brev
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev


def brev_apne(aktor: Aktor, *, brev: Brev) -> Brev:
    """Keep the first time the participant opened the letter. The office's own look leaves no mark here."""
    krev(aktor, Handling.BREV_LES, brev)
    if brev.apnet is not None or brev.sak.person.bruker_id != aktor.bruker_id:
        return brev
    with kommando(aktor, "brev.apne"):
        return brev.lagre_endring(apnet=klokke.na())
