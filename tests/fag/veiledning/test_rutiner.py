"""The house's routines: common with an owner and a day to look again, refined by an office paragraph by paragraph."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from fotfeste.fag.program.models import Programversjon
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.veiledning import selectors, services
from fotfeste.fag.veiledning.models import Avvik, Rutine
from fotfeste.fag.veiledning.steg import STEG
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang, SamtidigEndring
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import Aktor, aktor_for
from fotfeste.regelverk.styrke import Styrke
from fotfeste.regelverk.vilkar import VILKAR
from tests import grunnlag
from tests.fag.oversikt.fortelling import lag

pytestmark = pytest.mark.django_db
SAMTALE = "kontakt.samtale"
OM_ET_AR = date(2027, 6, 3)


def _lagre(aktor: Aktor, sted: Kontor, **felter: Any) -> Rutine:
    return services.rutine_lagre(
        aktor,
        kommune=sted.kommune,
        steg=SAMTALE,
        **{"tekst": "Ring mandag.\n\nSkriv kort.", "eier": aktor.bruker, "vurderes": OM_ET_AR, **felter},
    )


def test_en_rutine_uten_eier_og_dag_avvises(kontor: Kontor, fagansvarlig: Aktor) -> None:
    with pytest.raises(FlereFeil) as feil:
        _lagre(fagansvarlig, kontor, tekst=" ", eier=None, vurderes=None)
    assert [f.felt for f in feil.value.feil] == ["tekst", "eier", "vurderes"]


def test_kontoret_utdyper_et_avsnitt_og_de_andre_ser_det_ikke(
    kontor: Kontor, fagansvarlig: Aktor, veileder: Aktor
) -> None:
    with pytest.raises(Fagfeil, match="ingen felles rutine"):
        _lagre(fagansvarlig, kontor, kontor=kontor, avsnitt=1)
    _lagre(fagansvarlig, kontor)
    for avsnitt in (None, 0, 3):
        with pytest.raises(Fagfeil) as feil:
            _lagre(fagansvarlig, kontor, kontor=kontor, avsnitt=avsnitt)
        assert feil.value.felt == "avsnitt"
    _lagre(fagansvarlig, kontor, kontor=kontor, avsnitt=2, tekst="Bruk malen vår.")
    forste, andre = selectors.rutiner_ved_feltet(veileder)[SAMTALE].avsnitt
    assert (forste.tekst, forste.utdypet) == ("Ring mandag.", [])
    assert [r.tekst for r in andre.utdypet] == ["Bruk malen vår."]
    nabo = grunnlag.lag_aktor(Rolle.VEILEDER, grunnlag.lag_kontor(kontor.kommune, "NAV Nabo"))
    assert selectors.rutiner_ved_feltet(nabo)[SAMTALE].avsnitt[1].utdypet == []
    [alt] = selectors.rutiner(nabo)
    assert (alt.utdypet, alt.uten, alt.kan_skrive) == (1, len(STEG) - 1, False)


def test_en_ny_versjon_gjelder_fra_i_dag_og_den_gamle_star(kontor: Kontor, fagansvarlig: Aktor) -> None:
    forste = _lagre(fagansvarlig, kontor)
    samme = _lagre(fagansvarlig, kontor, tekst="Ring tirsdag.", versjon=forste.versjon)
    assert (samme.pk, samme.nummer) == (forste.pk, 1)
    with pytest.raises(SamtidigEndring):
        _lagre(fagansvarlig, kontor, versjon=forste.versjon)
    with klokke.still_til(date(2026, 7, 1)):
        senere = aktor_for(fagansvarlig.krev_bruker())
        ny = _lagre(senere, kontor, tekst="Ring onsdag.")
        assert (ny.nummer, ny.fra) == (2, date(2026, 7, 1))
        assert selectors.felles_rutine(kontor.kommune, SAMTALE) == ny
    forste.refresh_from_db()
    assert forste.til == date(2026, 6, 30)
    assert len(selectors.rutine_historie(kontor.kommune, SAMTALE)) == 2


def test_en_rutine_som_skulle_vaert_vurdert_loftes_fram(kontor: Kontor, fagansvarlig: Aktor, veileder: Aktor) -> None:
    rutine = _lagre(fagansvarlig, kontor, vurderes=date(2026, 6, 10))
    with klokke.still_til(date(2026, 6, 10)):
        [alt] = selectors.rutiner(aktor_for(veileder.krev_bruker()))
        assert alt.over_vurdering == 1
        services.rutine_avslutt(aktor_for(fagansvarlig.krev_bruker()), rutine=rutine)
        assert selectors.felles_rutine(kontor.kommune, SAMTALE) is None
    with pytest.raises(Fagfeil, match="alt avsluttet"):
        services.rutine_avslutt(fagansvarlig, rutine=rutine)


def test_bare_fagansvarlig_og_leder_skriver_og_bare_for_sitt_eget(
    kontor: Kontor, veileder: Aktor, leder: Aktor, fagansvarlig: Aktor
) -> None:
    with pytest.raises(IkkeTilgang):
        _lagre(veileder, kontor)
    _lagre(leder, kontor)
    nabo = grunnlag.lag_kontor(kontor.kommune, "NAV Nabo")
    with pytest.raises(IkkeTilgang):
        _lagre(leder, kontor, kontor=nabo, avsnitt=1)
    fremmed = grunnlag.lag_aktor(
        Rolle.FAGANSVARLIG, grunnlag.lag_kontor(grunnlag.lag_kommune("Sjøvik", "1111"), "NAV Sjøvik")
    )
    with pytest.raises(IkkeTilgang):
        _lagre(fremmed, kontor)
    assert set(selectors.mulige_eiere(kontor.kommune)) == {leder.bruker, fagansvarlig.bruker}
    with pytest.raises(IkkeTilgang):
        selectors.kommune_for_rutiner(fremmed, kontor.kommune.pk)


def _bor(steg: str) -> int:
    return next(nummer for nummer, rad in enumerate(STEG[steg].rader) if rad.styrke == Styrke.BOR)


def test_et_avvik_er_en_setning_til_aa_laere_av(kontor: Kontor, sak: Sak, veileder: Aktor) -> None:
    services.avvik_meld(veileder, sak=sak, steg=SAMTALE, rad=_bor(SAMTALE), setning=" Han ville heller skrive. ")
    assert [a.setning for a in selectors.avvik_i_saken(veileder, sak.pk, SAMTALE)] == ["Han ville heller skrive."]
    [bilde] = selectors.avvik_i_kommunen(veileder)
    assert bilde.rader[0].sak.navn == sak.person.navn
    nabo = grunnlag.lag_aktor(Rolle.VEILEDER, grunnlag.lag_kontor(kontor.kommune, "NAV Nabo"))
    [sett_utenfra] = selectors.avvik_i_kommunen(nabo)
    assert (sett_utenfra.rader[0].setning, sett_utenfra.rader[0].sak.navn) == ("Han ville heller skrive.", "")
    assert selectors.avvik_i_saken(nabo, sak.pk, SAMTALE) == []


def test_det_loven_krever_har_ingen_avvik(sak: Sak, veileder: Aktor, okonomi: Aktor) -> None:
    skal = next(nummer for nummer, rad in enumerate(STEG[SAMTALE].rader) if rad.styrke == Styrke.SKAL)
    for rad, setning in ((skal, "Fordi"), (99, "Fordi"), (_bor(SAMTALE), " ")):
        with pytest.raises(Fagfeil):
            services.avvik_meld(veileder, sak=sak, steg=SAMTALE, rad=rad, setning=setning)
    with pytest.raises(IkkeTilgang):
        services.avvik_meld(okonomi, sak=sak, steg=SAMTALE, rad=_bor(SAMTALE), setning="Fordi")
    assert not Avvik.objects.exists()


def test_det_programmet_sier_om_seg_selv_star_sammen_med_resten(sak: Sak, veileder: Aktor) -> None:
    lag(Programversjon, sak=sak, nummer=1, status="foreslatt", fra=date(2026, 6, 8), avvik="Hun er ledig på fredager.")
    [bilde] = selectors.avvik_i_kommunen(veileder)
    assert (str(bilde.tittel), bilde.rader[0].setning) == ("Lag programmet", "Hun er ledig på fredager.")


def test_hvert_vilkar_har_sin_veiledning_og_kodene_er_like_i_alle_adresser() -> None:
    assert {f"vilkar.{kode.value}" for kode in VILKAR} <= set(STEG)
    assert all(steg.rader for steg in STEG.values())
    assert not [kode for kode in STEG if "/" in kode or len(kode) > 60]
    assert timedelta(0) < OM_ET_AR - grunnlag.I_DAG


def test_en_rutine_som_ikke_folges_pa_to_maneder_ma_endres(
    kontor: Kontor, fagansvarlig: Aktor, veileder: Aktor
) -> None:
    with klokke.still_til(date(2026, 3, 2)):
        rutine = _lagre(fagansvarlig, kontor)
    with klokke.still_til(date(2026, 4, 2)):
        services.rutine_sjekk(fagansvarlig, rutine=rutine, folges=True)
        with pytest.raises(Fagfeil, match="gjør i stedet"):
            services.rutine_sjekk(fagansvarlig, rutine=rutine, folges=False)
        with pytest.raises(IkkeTilgang):
            services.rutine_sjekk(veileder, rutine=rutine, folges=True)
    with klokke.still_til(date(2026, 5, 4)):
        services.rutine_sjekk(fagansvarlig, rutine=rutine, folges=False, merknad="Møtet er avlyst.")
    with klokke.still_til(date(2026, 6, 1)):
        assert selectors.rutinegjoremal(fagansvarlig) == []
    with klokke.still_til(date(2026, 6, 2)):
        (rad,) = selectors.rutinegjoremal(fagansvarlig)
        assert (rad.siden, rad.frist) == (date(2026, 4, 2), date(2026, 6, 2))
        assert selectors.rutinegjoremal(veileder) == []
    (ny,) = [_lagre(fagansvarlig, kontor, tekst="Vi gjør det annerledes nå.", versjon=rutine.versjon)]
    assert ny.nummer == 2
    assert selectors.rutinegjoremal(fagansvarlig) == []
