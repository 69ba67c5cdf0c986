"""A conversation is noted by those who follow up, on a day that has been."""

from __future__ import annotations

from datetime import date

import pytest

from fotfeste.fag.oppfolging.selectors import siste_kontakter
from fotfeste.fag.oppfolging.services import kontakt_logg
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.feil import Fagfeil, IkkeTilgang
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.logg.setninger import setning
from fotfeste.grunnmur.tilgang import Aktor

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("resultat", "tolk", "ord_"),
    [
        ("gjennomfort", False, "Mari og Samira snakket sammen: møte."),
        ("gjennomfort", True, "Mari og Samira snakket sammen med tolk: møte."),
        ("ikke_mott", True, "Samira kom ikke til avtalen med Mari."),
        ("ikke_svar", False, "Mari prøvde å få tak i Samira, uten svar: møte."),
    ],
)
def test_traden_forteller_hvem_og_hvordan(sak: Sak, veileder: Aktor, resultat: str, tolk: bool, ord_: str) -> None:
    kontakt_logg(veileder, sak=sak, kanal="mote", resultat=resultat, tolk=tolk, notat="Om helsen")
    hendelse = Hendelse.objects.filter(kode__startswith="kontakt.").get()
    assert setning(hendelse.kode, hendelse.data, "Mari") == ord_
    assert "helsen" not in str(hendelse.data)


@pytest.mark.parametrize("dag", [date(2026, 6, 4), date(1950, 1, 1)])
def test_en_dag_som_ikke_kan_stemme_nektes(sak: Sak, veileder: Aktor, dag: date) -> None:
    with pytest.raises(Fagfeil) as feil:
        kontakt_logg(veileder, sak=sak, kanal="mote", dato=dag)
    assert feil.value.felt == "dato"


def test_bare_de_som_folger_opp_noterer_og_bare_de_som_leser_programmet_ser_notatet(
    sak: Sak, veileder: Aktor, beslutter: Aktor, okonomi: Aktor
) -> None:
    kontakt_logg(veileder, sak=sak, kanal="telefon", notat="Enige")
    for aktor in (beslutter, okonomi):
        with pytest.raises(IkkeTilgang):
            kontakt_logg(aktor, sak=sak, kanal="telefon")
    assert [k.notat for k in siste_kontakter(beslutter, sak)] == ["Enige"]
    assert siste_kontakter(okonomi, sak) == []
