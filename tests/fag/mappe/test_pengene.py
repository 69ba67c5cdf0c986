"""What a case holds about money beside its file: all of it for the office, and what they have been told for its own."""

from __future__ import annotations

from datetime import date

import pytest

from fotfeste.fag.egenmelding.enums import Stoppgrunn
from fotfeste.fag.egenmelding.services import stopp_start
from fotfeste.fag.etter.dodsfall import dodsfall_registrer
from fotfeste.fag.krav.services import krav_bestem
from fotfeste.fag.mappe.pengene import pengene_i
from fotfeste.fag.mappe.selectors import typet_mappe_for
from fotfeste.fag.sak.models import Sak
from fotfeste.flater.felles.mappe_pengene import avsnitt_om_pengene
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import Aktor
from fotfeste.innsikt.internkontroll.selectors import funn_for
from tests.fag.krav.fortelling import MAI as MAI_2026
from tests.fag.krav.fortelling import MARS, bestemt, betal, differanse, funnet, sendt, varslet
from tests.fag.regulering.fortelling import MAI, MANDAGEN_ETTER, Huset
from tests.grunnlag import lag_aktor, lag_deltaker, lag_sak_i_program

pytestmark = pytest.mark.django_db


def test_det_kontoret_bare_vurderer_leser_ikke_deltakeren(kontor: Kontor, veileder: Aktor, leder: Aktor) -> None:
    sak = lag_sak_i_program(kontor)
    deltaker = lag_deltaker(sak.person, kontor)
    betal(sak, MARS)
    funnet(veileder, sak, differanse(sak, MARS, -3000))
    stopp_start(veileder, sak=sak, grunn=Stoppgrunn.RIMELIG_GRUNN, fakta="Ble sett på jobb hos en annen.")
    alt = pengene_i(leder, sak)
    assert [tall.rest for _krav, tall in alt.krav] == [3000]
    assert len(alt.stopp) == 1
    sitt = pengene_i(deltaker, sak)
    assert (sitt.krav, sitt.stopp) == ([], [])
    assert [ett.belop for ett in sitt.differanser] == [-3000]
    with pytest.raises(IkkeTilgang):
        pengene_i(veileder, sak)


def test_grunnene_for_et_trekk_leses_nar_det_er_bestemt(kontor: Kontor, veileder: Aktor, beslutter: Aktor) -> None:
    sak = lag_sak_i_program(kontor)
    deltaker = lag_deltaker(sak.person, kontor)
    betal(sak, MARS)
    krav = sendt(veileder, varslet(veileder, funnet(veileder, sak, differanse(sak, MARS, -3000))))
    assert "mat og bolig" not in _kravet(deltaker, sak)
    krav_bestem(beslutter, krav=krav)
    assert "mat og bolig" in _kravet(deltaker, sak)


def _kravet(deltaker: Aktor, sak: Sak) -> str:
    avsnitt = {ett.tittel: ett.verdier for ett in avsnitt_om_pengene(pengene_i(deltaker, sak))}
    return str(avsnitt["For mye utbetalt"])


def test_reguleringen_og_dodsfallet_star_der() -> None:
    with klokke.still_til(MANDAGEN_ETTER):
        huset = Huset()
        sak = huset.deltaker((MAI,))
        huset.betal(MAI)
        huset.gjennomfort()
        dodsfall_registrer(huset.veileder, person=sak.person, dato=date(2020, 9, 1), kilde="Søsteren")
        sak.refresh_from_db()
        avsnitt = avsnitt_om_pengene(pengene_i(lag_aktor(Rolle.LEDER, huset.kontor), sak))
    rader = {ett.tittel: ett.verdier for ett in avsnitt}
    assert rader["Dødsfall"] == [("1. september 2020",)]
    (regulert,) = rader["Regulering av grunnbeløpet"]
    assert (regulert[0], regulert[2]) == ("mai 2020", "Etterbetales")
    (regnet,) = rader["Måneder regnet på nytt"]
    assert regnet[3] == "nytt grunnbeløp (G)"


def test_en_maned_det_er_trukket_i_er_regnet_riktig(kontor: Kontor, veileder: Aktor, beslutter: Aktor) -> None:
    sak = lag_sak_i_program(kontor)
    betal(sak, MARS)
    bestemt(veileder, beslutter, funnet(veileder, sak, differanse(sak, MARS, -3000)), per_maned=1000)
    betal(sak, MAI_2026)
    mai = sak.utbetalinger.get(maned=MAI_2026)
    assert mai.netto == mai.brutto - 1000
    leder = lag_aktor(Rolle.LEDER, kontor)
    assert typet_mappe_for(leder, sak).utbetalinger[-1].netto == mai.brutto
    assert "R29" not in {ett.kriterium.kode for ett in funn_for(leder, sak, klokke.i_dag())}
