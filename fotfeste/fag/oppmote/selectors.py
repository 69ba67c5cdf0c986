"""Reading attendance: the facts of a month, one sheet, a month of sheets."""

from __future__ import annotations

from datetime import date

from fotfeste.fag.oppmote.fakta import Manedsfakta, manedens_fakta_for
from fotfeste.fag.sak.models import Sak

__all__ = ["Manedsfakta", "manedens_fakta", "manedens_fakta_for"]


def manedens_fakta(sak: Sak, maned: date) -> Manedsfakta:
    """The month's facts for one case (`maned`: any day of it); see `manedens_fakta_for`."""
    return manedens_fakta_for([sak.pk], maned)[sak.pk]
