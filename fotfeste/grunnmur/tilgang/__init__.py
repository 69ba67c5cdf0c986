"""Who may do what to which record, and why. The single gate: every selector and command passes here.

Rules are ordered: the core rules (own case, protected address) come first and no role overrides them; then the table of
actions; then whether the role is held where the record belongs. A refusal has a reason inward and is a 404 outward.
"""

from fotfeste.grunnmur.tilgang.aktor import SYSTEM, Aktor, aktor_for
from fotfeste.grunnmur.tilgang.handlinger import HANDLINGER, Handling
from fotfeste.grunnmur.tilgang.port import (
    Avgjorelse,
    Eier,
    Gradering,
    kontorer_for,
    krev,
    krev_rolle,
    ser_gradering,
    vurder,
)

__all__ = [
    "HANDLINGER",
    "SYSTEM",
    "Aktor",
    "Avgjorelse",
    "Eier",
    "Gradering",
    "Handling",
    "aktor_for",
    "kontorer_for",
    "krev",
    "krev_rolle",
    "ser_gradering",
    "vurder",
]
