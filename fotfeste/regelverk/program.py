"""The programme of sotjl § 30. (The codes are used by fag/program's tables: keep their names and values.)"""

from __future__ import annotations

from enum import StrEnum


class Gruppe(StrEnum):
    """What kind of activity it is, by the codes of the saksmappe."""

    ARBEIDSRETTET = "arbeidsrettet"
    ARBEIDSSOKING = "arbeidssoking"
    LONNET_ARBEID = "lonnet_arbeid"
    OPPLAERING = "opplaering"
    STOTTE = "stotte"
    HELSE = "helse"
    EGENAKTIVITET = "egenaktivitet"
