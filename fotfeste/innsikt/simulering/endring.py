"""The change that is asked about."""

from __future__ import annotations

from dataclasses import dataclass

from fotfeste.regelverk.vektor import AR_FULL_SATS, LOVENS, Satsvalg


@dataclass(frozen=True, slots=True)
class Endring:
    """Other numbers than the law's. `full_sats_fra_ar`: the age the whole stønad is given from; None: the law's."""

    satser: Satsvalg = LOVENS
    full_sats_fra_ar: int | None = None

    @property
    def alder(self) -> int:
        return AR_FULL_SATS if self.full_sats_fra_ar is None else self.full_sats_fra_ar

    @property
    def er_ingen(self) -> bool:
        """Whether everything is as in the law."""
        return self == Endring()
