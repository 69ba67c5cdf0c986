"""Two people at the same moment: a file is read once, and money paid twice is claimed once."""

from __future__ import annotations

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connection

from fotfeste.fag.avstemming.models import Bankmelding, Bankpost, Dobbeltbetaling
from fotfeste.fag.avstemming.services import bankpost_dobbelt
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.tilgang import Aktor
from fotfeste.kobling.betaling.bankfiler import bankfil_les
from tests import grunnlag
from tests.fag.avstemming.fortelling import banken, betalt_to_ganger, deltakere, sendt


def _begge(gjor: Callable[[Aktor], None], *aktorer: Aktor) -> None:
    trader = [Thread(target=gjor, args=(aktor,)) for aktor in aktorer]
    for trad in trader:
        trad.start()
    for trad in trader:
        trad.join(timeout=30)


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

    _begge(les, en, to)
    assert sorted(svar) == [False, True]
    assert (Bankmelding.objects.count(), Bankpost.objects.count()) == (1, 2)
    assert set(kjoring.utbetalinger.values_list("status", flat=True)) == {"utbetalt"}


@pytest.mark.django_db(transaction=True)
def test_to_sier_pa_likt_at_pengene_kom_to_ganger() -> None:
    kontor = grunnlag.lag_kontor(grunnlag.lag_kommune())
    en, to = (grunnlag.lag_aktor(Rolle.OKONOMI, kontor) for _ in range(2))
    veileder = grunnlag.lag_aktor(Rolle.VEILEDER, kontor)
    deltakere(kontor, veileder, 1)
    kjoring = sendt(kontor, en, to)
    post = betalt_to_ganger(kjoring, kjoring.utbetalinger.get(), veileder, en, to)
    klar, svar = Barrier(2), list[object]()

    def si(aktor) -> None:  # type: ignore[no-untyped-def]
        try:
            klar.wait(timeout=10)
            with klokke.still_til(grunnlag.I_DAG):
                svar.append(bankpost_dobbelt(aktor, Bankpost.objects.get(pk=post.pk), grunn="Begge kom").belop)
        except Fagfeil as feil:
            svar.append(feil.melding)
        finally:
            connection.close()

    _begge(si, en, to)
    assert Dobbeltbetaling.objects.get().belop in svar
    assert sum("Noen har avklart denne alt" in str(ett) for ett in svar) == 1
