"""The absences that count towards § 8 letter a, in one case."""

from __future__ import annotations

from datetime import date

from fotfeste.fag.oppmote.fakta import Saksfravaer, saksfravaer_for
from fotfeste.fag.sak.models import Sak
from fotfeste.regelverk import egenmelding as regel
from fotfeste.regelverk.egenmelding import Telling


def tellingen(sak: Sak, dag: date) -> Telling | None:
    """The count on `dag`; None before the programme is granted."""
    fravaer = saksfravaer_for([sak.pk], til=dag).get(sak.pk)
    return tell_i(fravaer, dag) if fravaer else None


def tell_i(fravaer: Saksfravaer, dag: date) -> Telling:
    """The count on `dag`, of absences that are already read."""
    return regel.tell(fravaer.deltaker, fravaer.fravaer(), dag)
