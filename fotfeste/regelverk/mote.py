"""Interpreters in meetings (tolkeloven): when one is needed, and that a child is not used as one.

Only § 4 and § 6 are used, and only what they say at the least: the act is cited from memory, its text is not among the
sources the other rules were read in. § 4 has exceptions for emergencies; an appointment at the office is none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fotfeste.regelverk import tid
from fotfeste.regelverk.rettskilde import Rettskilde, tolkel

PLIKT = tolkel(6)
"""Public bodies use an interpreter where it follows from duty or is needed for legal safeguards or proper help."""

IKKE_BARN = tolkel(4)
"""A child is not used to interpret between a public body and people with limited Norwegian."""

VOKSEN = 18


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


@dataclass(frozen=True, slots=True)
class KjentBarn:
    """A child of the participant, by the name it is registered with (a first name, or the whole)."""

    navn: str
    fodselsdato: date


def er_barn(navn: str, barn: Iterable[KjentBarn], etternavn: str, dag: date) -> bool:
    """Whether the one named as interpreter on `dag` is a child of the participant under 18.

    A child with only a first name is taken to have the participant's last name. Somebody else with the same first name
    is somebody else; a first name alone is the child's.
    """
    ord_ = navn.casefold().split()
    return any(
        _samme(ord_, ett.navn.casefold().split(), etternavn.casefold().split())
        for ett in barn
        if tid.alder(ett.fodselsdato, dag) < VOKSEN
    )


def _samme(ord_: list[str], barnets: list[str], etternavn: list[str]) -> bool:
    hele = [*barnets, *etternavn] if len(barnets) == 1 else barnets
    return bool(ord_) and bool(barnets) and (ord_ in (barnets, hele) or ord_ == barnets[:1])
