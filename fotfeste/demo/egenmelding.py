"""Egenmelding in the synthetic municipality: one told that it may be taken away, and one who needs a doctor's word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from fotfeste.demo.folk import Kontorstab
from fotfeste.fag.egenmelding import services
from fotfeste.fag.egenmelding.enums import Stoppgrunn
from fotfeste.fag.egenmelding.models import Egenmeldingsstopp
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Aktor

_FAKTA = "Arrangøren så deg på jobb i en butikk en dag du hadde meldt deg syk."
TATT_FRA_ETTER, SVARFRIST = timedelta(days=160), timedelta(days=14)


def egenmelding_bygg(kontor: Kontorstab, saker: Sequence[Sak], i_dag: date) -> None:
    """Two of those who have been in the programme the longest; the second is soon to be assessed anew."""
    lenge = [sak for sak in saker if sak.vedtak.filter(fra__lt=i_dag - TATT_FRA_ETTER - SVARFRIST).exists()]
    for sak, siden in zip(lenge[-2:], (timedelta(days=3), TATT_FRA_ETTER), strict=False):
        with klokke.still_til(i_dag - siden - (SVARFRIST if siden == TATT_FRA_ETTER else timedelta())):
            stopp = _varsle(_na(kontor.veiledere[0]), sak)
        if siden == TATT_FRA_ETTER:
            _bestem(kontor, stopp, i_dag - siden)


def _varsle(veileder: Aktor, sak: Sak) -> Egenmeldingsstopp:
    stopp = services.stopp_start(veileder, sak=sak, grunn=Stoppgrunn.RIMELIG_GRUNN, fakta=_FAKTA)
    return services.stopp_varsle(veileder, stopp=stopp, uttalefrist=klokke.i_dag() + SVARFRIST)


def _bestem(kontor: Kontorstab, stopp: Egenmeldingsstopp, dag: date) -> None:
    with klokke.still_til(dag):
        veileder = _na(kontor.veiledere[0])
        stopp = services.stopp_uttalelse(
            veileder, stopp=stopp, dato=dag, uttalelse="Jeg hjalp søsteren min en time. Jeg hadde vondt i hodet."
        )
        hensyn = "Vi vil at en lege ser på det en tid, så vi vet hva som hindrer deg i å være med."
        utkast = services.Utkast(stopp.fakta, hensyn, dag + timedelta(days=7))
        stopp = services.stopp_lagre(veileder, stopp=stopp, utkast=utkast)
        stopp = services.stopp_send_til_beslutter(veileder, stopp=stopp)
        services.stopp_bestem(_na(kontor.beslutter), stopp=stopp)


def _na(aktor: Aktor) -> Aktor:
    return replace(aktor, dag=klokke.i_dag())
