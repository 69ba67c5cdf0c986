"""Two people press at the same moment, each in their own connection. One wins, and the other is told so."""

from __future__ import annotations

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connection

from fotfeste.fag.brev.models import Brev
from fotfeste.fag.vedtak import services
from fotfeste.fag.vedtak.enums import Sjekk, Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.organisasjon.enums import Rolle
from tests.fag.vedtak.fortelling import lag_soknad, sendt_innvilgelse
from tests.grunnlag import I_DAG, lag_aktor, lag_kommune, lag_kontor, lag_sak


def _samtidig(*arbeid: Callable[[], object]) -> list[str]:
    """Run the commands at once, each in its own connection; «ok» or the refusal of each."""
    start, svar = Barrier(len(arbeid)), []

    def kjor(gjor: Callable[[], object]) -> None:
        with klokke.still_til(I_DAG):
            start.wait()
            try:
                gjor()
                svar.append("ok")
            except Fagfeil as feil:
                svar.append(feil.melding)
            finally:
                connection.close()

    trader = [Thread(target=kjor, args=(gjor,)) for gjor in arbeid]
    for trad in trader:
        trad.start()
    for trad in trader:
        trad.join()
    return sorted(svar)


@pytest.mark.django_db(transaction=True)
def test_to_besluttere_trykker_pa_likt() -> None:
    kontor = lag_kontor(lag_kommune())
    veileder = lag_aktor(Rolle.VEILEDER, kontor)
    vedtak = sendt_innvilgelse(veileder, lag_sak(kontor))
    besluttere = [lag_aktor(Rolle.BESLUTTER, kontor) for _n in range(2)]
    svar = _samtidig(*(lambda b=b: services.vedtak_fatt(b, vedtak=vedtak, sjekket=Sjekk.values) for b in besluttere))
    assert [s == "ok" for s in svar].count(True) == 1
    assert any("kan ikke gjøres nå" in s for s in svar)
    assert Vedtak.objects.get().status == Vedtaksstatus.FATTET
    assert Brev.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_to_begynner_pa_vedtaket_pa_likt() -> None:
    kontor = lag_kontor(lag_kommune())
    sak = lag_sak(kontor)
    veiledere = [lag_aktor(Rolle.VEILEDER, kontor) for _n in range(2)]
    lag_soknad(sak)
    svar = _samtidig(*(lambda v=v: services.vedtak_start(v, sak=sak, type=Vedtakstype.AVSLAG) for v in veiledere))
    assert [s == "ok" for s in svar].count(True) == 1
    assert any("alt et vedtak" in s for s in svar)
    assert Vedtak.objects.count() == 1
