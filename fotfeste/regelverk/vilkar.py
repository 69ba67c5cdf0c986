"""The conditions of sotjl § 29. (The codes are used by fag/vedtak's tables: keep their names and values.)"""

from __future__ import annotations

from enum import StrEnum


class Vilkarskode(StrEnum):
    """The six conditions of § 29, by the codes of the saksmappe."""

    ALDER = "alder"
    ARBEIDSEVNE = "arbeidsevne"
    INNTEKTSEVNE = "inntektsevne"
    YTELSER = "ytelser"
    AEV = "aev"
    HENSIKTSMESSIG_OG_NODVENDIG = "hensiktsmessig_og_nodvendig"


class Utfall(StrEnum):
    """What the assessment of one condition came to."""

    OPPFYLT = "oppfylt"
    IKKE_OPPFYLT = "ikke_oppfylt"
    IKKE_VURDERT = "ikke_vurdert"


class Avslagsgrunn(StrEnum):
    """The grounds a refusal can have. Budget, full places and language are not among them: the programme is a right."""

    ALDER = "alder"
    ARBEIDSEVNE = "arbeidsevne"
    INNTEKTSEVNE = "inntektsevne"
    ANDRE_YTELSER = "andre_ytelser"
    IKKE_HENSIKTSMESSIG_ELLER_NODVENDIG = "ikke_hensiktsmessig_eller_nodvendig"
    UFORHOLDSMESSIG_BYRDE = "uforholdsmessig_byrde"
    IKKE_RETT_PGA_OPPHOLD = "ikke_rett_pga_opphold"
