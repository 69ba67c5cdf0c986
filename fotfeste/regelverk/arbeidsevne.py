"""How long a work-ability assessment can be leant on. § 29 demands one; its age is the municipality's choice."""

from __future__ import annotations

from datetime import date

from fotfeste.regelverk import tid
from fotfeste.regelverk.rettskilde import Rettsgrunnlag, Rettskilde

VURDERINGEN = Rettskilde(Rettsgrunnlag.NAVL, "14 a", ledd=1)
KLAGE_PA_VURDERINGEN = Rettskilde(Rettsgrunnlag.NAVL, "14 a", ledd=2)


def holdbar_til(dag: date, maneder: int) -> date:
    """The last day something written or completed on `dag` counts as fresh."""
    return tid.legg_til_maneder(dag, maneder)


def er_fersk(dag: date, pa: date, maneder: int) -> bool:
    """Whether what is from `dag` is still fresh on `pa`; the day itself, `maneder` months on, counts."""
    return pa <= holdbar_til(dag, maneder)
