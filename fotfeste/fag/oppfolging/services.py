"""Following up: the contact log, meetings with their agreements, concerns and evaluations."""

from __future__ import annotations

from fotfeste.fag.oppfolging.avtaler import (
    Avtaleinn,
    avtalepunkt_fjern,
    avtalepunkt_gjenapne,
    avtalepunkt_kryss_av,
    avtalepunkt_lag,
    avtalepunkt_merk_gjort,
)
from fotfeste.fag.oppfolging.bekymringer import (
    bekymring_avslutt,
    bekymring_folg_opp,
    bekymring_loft,
    bekymring_meld,
)
from fotfeste.fag.oppfolging.evaluere import (
    Aktivitetinn,
    Evalueringinn,
    evaluering_forbered,
    evaluering_hold,
    evaluering_lagre,
)
from fotfeste.fag.oppfolging.kontaktlogg import kontakt_logg, kontakter_logg
from fotfeste.fag.oppfolging.mote_for import (
    Deltakerinn,
    Moteinn,
    Tolkinn,
    mote_avlys,
    mote_book,
    mote_flytt,
    mote_forbered,
    mote_onsk,
    mote_svar,
    mote_trekk,
)
from fotfeste.fag.oppfolging.mote_holdes import Lukking, mote_ikke_mott, mote_lukk, mote_skriv, mote_vurder

__all__ = [
    "Aktivitetinn",
    "Avtaleinn",
    "Deltakerinn",
    "Evalueringinn",
    "Lukking",
    "Moteinn",
    "Tolkinn",
    "avtalepunkt_fjern",
    "avtalepunkt_gjenapne",
    "avtalepunkt_kryss_av",
    "avtalepunkt_lag",
    "avtalepunkt_merk_gjort",
    "bekymring_avslutt",
    "bekymring_folg_opp",
    "bekymring_loft",
    "bekymring_meld",
    "evaluering_forbered",
    "evaluering_hold",
    "evaluering_lagre",
    "kontakt_logg",
    "kontakter_logg",
    "mote_avlys",
    "mote_book",
    "mote_flytt",
    "mote_forbered",
    "mote_ikke_mott",
    "mote_lukk",
    "mote_onsk",
    "mote_skriv",
    "mote_svar",
    "mote_trekk",
    "mote_vurder",
]
