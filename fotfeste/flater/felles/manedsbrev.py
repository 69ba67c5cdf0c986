"""A released month as a letter in PDF, for the participant and for the office."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpResponse

from fotfeste.fag.brev.pdf import som_pdf
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.melding import manedsbrev
from fotfeste.fag.utbetaling.selectors import manedsutbetaling
from fotfeste.flater.felles.filer import til_nedlasting
from fotfeste.kobling.betaling.lonnsgrunnlag import Forskuddstrekk, forskuddstrekk


def brev_om_maneden(sak: Sak, maned: date) -> HttpResponse:
    """The letter, made from the frozen reckoning each time it is asked for. 404 before the month is released."""
    utbetaling = manedsutbetaling(sak, maned)
    if utbetaling is None:
        raise Http404
    brev = manedsbrev(utbetaling, skattetrekk=forskuddstrekk(maned) is not Forskuddstrekk.INGEN)
    return til_nedlasting(f"stonad-{maned:%Y-%m}.pdf", "application/pdf", som_pdf(brev))
