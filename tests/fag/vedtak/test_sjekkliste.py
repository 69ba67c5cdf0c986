"""What the beslutter answers for, and an assessment that is too old to lean on without saying why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fotfeste.fag.kartlegging.enums import Innsatsgruppe
from fotfeste.fag.kartlegging.services import aev_fullfor, aev_lagre
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak import services
from fotfeste.fag.vedtak.enums import Sjekk, Vedtaksstatus, Vedtakstype
from fotfeste.fag.vedtak.kontroll import hindringer, merknader, rad_ved_avslag
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.fag.vedtak.sjekkliste import krysset, sjekkliste
from fotfeste.fag.veiledning.models import Avvik
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.tilgang import Aktor
from fotfeste.regelverk.vilkar import Avslagsgrunn
from tests.fag.vedtak.fortelling import begrunn, fullfor_aev, lag_soknad, sendt_innvilgelse, skriv_aev, vurder_alle
from tests.grunnlag import I_DAG

pytestmark = pytest.mark.django_db
BEGGE = (Sjekk.VILKARENE_OPPFYLT, Sjekk.AEV_FERSK)


def _med_vurdering_fra(dag: date, veileder: Aktor, sak: Sak) -> Vedtak:
    """A grant with everything in place, on an assessment completed on `dag`."""
    with klokke.still_til(dag):
        fullfor_aev(replace(veileder, dag=dag), sak)
    lag_soknad(sak)
    vedtak = services.vedtak_start(
        veileder, sak=sak, type=Vedtakstype.INNVILGELSE, fra=date(2026, 6, 15), til=date(2027, 6, 14)
    )
    vurder_alle(veileder, vedtak)
    return begrunn(veileder, vedtak)


def _avslag(veileder: Aktor, sak: Sak, grunn: Avslagsgrunn, hensyn: str = "") -> Vedtak:
    lag_soknad(sak)
    vedtak = services.vedtak_start(veileder, sak=sak, type=Vedtakstype.AVSLAG)
    return services.vedtak_lagre(veileder, vedtak=vedtak, avslagsgrunn=grunn, begrunnelse_hensyn=hensyn)


@pytest.mark.parametrize("sjekket", [(), (Sjekk.VILKARENE_OPPFYLT,), (Sjekk.AEV_FERSK,), (Sjekk.AEV_ELDRE,)])
def test_uten_alle_kryssene_fattes_ikke_vedtaket(
    veileder: Aktor, beslutter: Aktor, sak: Sak, sjekket: tuple[Sjekk, ...]
) -> None:
    vedtak = sendt_innvilgelse(veileder, sak)
    with pytest.raises(Fagfeil, match="Kryss av for det du har sett etter") as feil:
        services.vedtak_fatt(beslutter, vedtak=vedtak, sjekket=sjekket)
    assert feil.value.felt == "sjekket"
    assert [punkt for punkt in BEGGE if str(punkt.label) in feil.value.melding] == [
        punkt for punkt in BEGGE if punkt not in sjekket
    ]
    vedtak.refresh_from_db()
    assert vedtak.status == Vedtaksstatus.TIL_BESLUTNING


def test_listen_star_med_vedtaket_med_hvem_nar_og_hva(veileder: Aktor, beslutter: Aktor, sak: Sak) -> None:
    vedtak = services.vedtak_fatt(beslutter, vedtak=sendt_innvilgelse(veileder, sak), sjekket=BEGGE)
    assert vedtak.frosset is not None
    liste = vedtak.frosset["sjekkliste"]
    assert (liste["hvem_id"], liste["nar"][:10]) == (str(beslutter.bruker_id), "2026-06-03")
    assert [punkt["kode"] for punkt in liste["punkter"]] == list(BEGGE)
    lest = krysset(vedtak)
    assert lest is not None
    assert lest.punkter == [str(punkt.label) for punkt in BEGGE]


def test_hvert_slag_vedtak_har_en_kort_liste(sak: Sak) -> None:
    for type_ in Vedtakstype:
        liste = sjekkliste(Vedtak(sak=sak, type=type_), aev_for_gammel=False)
        assert 1 <= len(liste) <= 3
        assert (Sjekk.AEV_FERSK in liste) == (type_ == Vedtakstype.INNVILGELSE)


@pytest.mark.parametrize(("dag", "for_gammel"), [(date(2025, 6, 3), False), (date(2025, 6, 2), True)])
def test_en_vurdering_eldre_enn_kommunen_har_valgt_stopper_innvilgelsen(
    veileder: Aktor, sak: Sak, dag: date, for_gammel: bool
) -> None:
    vedtak = _med_vurdering_fra(dag, veileder, sak)
    assert [feil.felt for feil in hindringer(vedtak, klokke.i_dag())] == ["aev"] * for_gammel


def test_en_setning_setter_alderen_til_side_og_beslutteren_ma_godta_den(
    veileder: Aktor, beslutter: Aktor, sak: Sak
) -> None:
    vedtak = _med_vurdering_fra(date(2025, 3, 3), veileder, sak)
    with pytest.raises(FlereFeil, match="eldre enn 12 måneder"):
        services.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    with pytest.raises(Fagfeil, match="én setning"):
        services.vedtak_bruk_eldre_aev(veileder, vedtak=vedtak, setning=" ")
    vedtak = services.vedtak_bruk_eldre_aev(veileder, vedtak=vedtak, setning="Alt er likt.")
    assert Avvik.objects.get(sak=sak).setning == "Alt er likt."
    vedtak = services.vedtak_send_til_beslutter(veileder, vedtak=vedtak)
    with pytest.raises(Fagfeil, match="Kryss av"):
        services.vedtak_fatt(beslutter, vedtak=vedtak, sjekket=BEGGE)
    vedtak = services.vedtak_fatt(beslutter, vedtak=vedtak, sjekket=(Sjekk.VILKARENE_OPPFYLT, Sjekk.AEV_ELDRE))
    lest = krysset(vedtak)
    assert lest is not None
    assert lest.aev_eldre_fordi == "Alt er likt."


def test_en_fersk_vurdering_trenger_ingen_forklaring(veileder: Aktor, sak: Sak) -> None:
    vedtak = _med_vurdering_fra(klokke.i_dag(), veileder, sak)
    with pytest.raises(Fagfeil, match="er fersk"):
        services.vedtak_bruk_eldre_aev(veileder, vedtak=vedtak, setning="Alt er likt.")


def test_setningen_gjelder_bare_vedtaket_den_ble_skrevet_for(veileder: Aktor, sak: Sak) -> None:
    forst = _med_vurdering_fra(date(2025, 3, 3), veileder, sak)
    services.vedtak_bruk_eldre_aev(veileder, vedtak=forst, setning="Alt er likt.")
    services.vedtak_forkast(veileder, vedtak=forst)
    nytt = services.vedtak_start(veileder, sak=sak, type=Vedtakstype.INNVILGELSE)
    assert "aev" in [feil.felt for feil in hindringer(nytt, klokke.i_dag())]


def test_ingen_avslas_mens_vurderingen_er_begynt(veileder: Aktor, sak: Sak) -> None:
    utkast = skriv_aev(veileder, sak)
    vedtak = _avslag(veileder, sak, Avslagsgrunn.ARBEIDSEVNE)
    assert "begynt og ikke ferdig" in hindringer(vedtak, klokke.i_dag())[0].melding
    vedtak = services.vedtak_lagre(veileder, vedtak=vedtak, avslagsgrunn=Avslagsgrunn.ALDER)
    assert not [feil for feil in hindringer(vedtak, klokke.i_dag()) if "begynt" in feil.melding]
    aev_lagre(veileder, vurdering=utkast, innsatsgruppe=Innsatsgruppe.STANDARD)
    aev_fullfor(veileder, vurdering=utkast)
    vedtak = services.vedtak_lagre(veileder, vedtak=vedtak, avslagsgrunn=Avslagsgrunn.ARBEIDSEVNE)
    assert not [feil for feil in hindringer(vedtak, klokke.i_dag()) if "begynt" in feil.melding]
    (merknad,) = merknader(vedtak, I_DAG)
    assert "konkluderer med «Standard innsats»" in merknad


@pytest.mark.parametrize(
    ("hensyn", "bare_sprak"),
    [
        ("Du kan for lite norsk.", True),
        ("Du kan for lite norsk.\nSpråket må bli bedre!", True),
        ("Du kan for lite norsk. Du har ikke barnepass.", False),
        ("Du arbeider fullt.", False),
        ("", False),
    ],
)
def test_begrunnelser_om_bare_sprak_merkes(veileder: Aktor, sak: Sak, hensyn: str, bare_sprak: bool) -> None:
    vedtak = _avslag(veileder, sak, Avslagsgrunn.IKKE_HENSIKTSMESSIG_ELLER_NODVENDIG, hensyn)
    assert any("bare om språk" in merknad for merknad in merknader(vedtak, I_DAG)) == bare_sprak


def test_et_avslag_bor_si_hva_som_kommer_i_stedet_og_nar_man_kan_soke_igjen(veileder: Aktor, sak: Sak) -> None:
    vedtak = _avslag(veileder, sak, Avslagsgrunn.ARBEIDSEVNE, "Du arbeider fullt.")
    assert len(rad_ved_avslag(vedtak)) == 2
    tekst = "Du får tilbud om et kurs. Du kan søke på nytt når det er ferdig."
    assert rad_ved_avslag(services.vedtak_lagre(veileder, vedtak=vedtak, begrunnelse_hensyn=tekst)) == []
