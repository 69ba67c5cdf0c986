"""A pause that ends of itself is no open pause in the case file, so that the audit finds no fault that is none."""

from __future__ import annotations

from datetime import date

import pytest

from fotfeste.fag.mappe.selectors import mapper_for, som_type
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.grunnmur.tilgang import Aktor
from fotfeste.innsikt.internkontroll.revisjon import funn_i
from tests.fag.vedtak.fortelling import fatt, innvilget
from tests.grunnlag import I_DAG

pytestmark = pytest.mark.django_db


def test_programmet_gaar_videre_dagen_etter(veileder: Aktor, beslutter: Aktor, sak: Sak) -> None:
    innvilget(veileder, beslutter, sak, fra=I_DAG, til=date(2027, 6, 2))
    fatt(veileder, beslutter, sak, Vedtakstype.AVBRUDD, fra=date(2026, 7, 1), til=date(2026, 7, 31))
    mappe = som_type(mapper_for([sak])[sak.pk])
    assert [(v.type, v.fra, v.til) for v in mappe.vedtak[1:]] == [
        ("avbrudd", date(2026, 7, 1), date(2026, 7, 31)),
        ("gjenopptak", date(2026, 8, 1), None),
    ]
    assert "R30" not in {ett.kriterium.kode for ett in funn_i(mappe, date(2027, 9, 1))}
