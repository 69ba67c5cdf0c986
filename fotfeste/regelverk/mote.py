"""Interpreters in meetings (tolkeloven): when one is needed, and who can never be one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fotfeste.regelverk.rettskilde import Rettskilde, tolkel

PLIKT = tolkel(6)
"""Public bodies use an interpreter where it follows from duty or is needed for legal safeguards or proper help."""

IKKE_BARN = tolkel(4)
"""A child is never used to interpret between a public body and people with limited Norwegian."""


@dataclass(frozen=True, slots=True)
class Tolkefunn:
    """What is wrong with the interpreter of a meeting, by code, and the provision that says so."""

    kode: str
    hjemmel: Rettskilde


def vurder_tolk(*, trenger: bool, bestilt: bool, udekket: bool, planlegger: bool) -> Tolkefunn | None:
    """Whether the meeting may be booked as it is.

    `planlegger`: the meeting shapes the plan. `udekket`: no interpreter was to be had; a conversation may then be
    held in another way, but a plan is not made without a common language.
    """
    if not trenger or bestilt:
        return None
    if planlegger:
        return Tolkefunn("plan_uten_tolk", PLIKT)
    return None if udekket else Tolkefunn("uten_tolk", PLIKT)


def er_barn(navn: str, barn: Iterable[str]) -> bool:
    """Whether the one named as interpreter is one of the person's children: the same name, or the same first name."""
    ord_ = navn.casefold().split()
    return bool(ord_) and any(ord_[0] in barnets.casefold().split()[:1] for barnets in barn)
