"""Two people read the same file at the same moment: it is read once, and nobody is told that it failed."""

from __future__ import annotations

from threading import Barrier, Thread

import pytest
from django.db import connection

from fotfeste.fag.avstemming.models import Bankmelding, Bankpost
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.kobling.betaling.bankfiler import bankfil_les
from tests import grunnlag
from tests.fag.avstemming.fortelling import banken, deltakere, sendt


@pytest.mark.django_db(transaction=True)
def test_to_leser_samme_fil_pa_likt() -> None:
    kontor = grunnlag.lag_kontor(grunnlag.lag_kommune())
    en, to = (grunnlag.lag_aktor(Rolle.OKONOMI, kontor) for _ in range(2))
    deltakere(kontor, grunnlag.lag_aktor(Rolle.VEILEDER, kontor), 2)
    kjoring = sendt(kontor, en, to)
    fil, klar, svar = banken(kjoring).bokforing, Barrier(2), []

    def les(aktor) -> None:  # type: ignore[no-untyped-def]
        try:
            klar.wait(timeout=10)
            with klokke.still_til(grunnlag.I_DAG):
                svar.append(bankfil_les(aktor, kommune=kjoring.kommune, navn="konto.xml", innhold=fil).lest_for)
        finally:
            connection.close()

    trader = [Thread(target=les, args=(aktor,)) for aktor in (en, to)]
    for trad in trader:
        trad.start()
    for trad in trader:
        trad.join(timeout=30)
    assert sorted(svar) == [False, True]
    assert (Bankmelding.objects.count(), Bankpost.objects.count()) == (1, 2)
    assert set(kjoring.utbetalinger.values_list("status", flat=True)) == {"utbetalt"}
