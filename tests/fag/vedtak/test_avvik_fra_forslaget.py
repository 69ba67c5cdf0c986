"""A person may conclude otherwise than the system proposes, in their own words; who decides sees that they did."""

from __future__ import annotations

from datetime import date

import pytest

from fotfeste.fag.person.models import Barn
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak import services
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.fag.vedtak.kontroll import hindringer, merknader
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.fag.vedtak.selectors import vedtak_side
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from fotfeste.regelverk.vilkar import Avslagsgrunn, Utfall, Vilkarskode
from tests.fag.vedtak.fortelling import FRA, fullfor_aev, klar_innvilgelse, lag_soknad, vurder_alle
from tests.grunnlag import I_DAG

pytestmark = pytest.mark.django_db


def _avslag(veileder: Aktor, sak: Sak, grunn: Avslagsgrunn) -> Vedtak:
    lag_soknad(sak)
    fullfor_aev(veileder, sak)
    vedtak = services.vedtak_start(veileder, sak=sak, type=Vedtakstype.AVSLAG)
    return services.vedtak_lagre(veileder, vedtak=vedtak, avslagsgrunn=grunn)


def test_den_som_vurderer_annerledes_skriver_selv_hvorfor(veileder: Aktor, sak: Sak) -> None:
    lag_soknad(sak)
    fullfor_aev(veileder, sak)
    vedtak = services.vedtak_start(veileder, sak=sak, type=Vedtakstype.INNVILGELSE)
    rad = vedtak.vilkar.get(kode=Vilkarskode.ALDER)
    assert rad.forslag == Utfall.OPPFYLT
    with pytest.raises(Fagfeil, match="annerledes enn forslaget") as feil:
        services.vedtak_vurder_vilkar(
            veileder,
            vedtak=vedtak,
            kode=Vilkarskode.ALDER,
            utfall=Utfall.IKKE_OPPFYLT,
            fakta=rad.fakta,
            begrunnelse=rad.fakta,
        )
    assert feil.value.felt == "begrunnelse"
    rad = services.vedtak_vurder_vilkar(
        veileder,
        vedtak=vedtak,
        kode=Vilkarskode.ALDER,
        utfall=Utfall.IKKE_OPPFYLT,
        begrunnelse="Fødselsdatoen er feil i registeret.",
    )
    assert rad.avviker
    assert not vedtak.vilkar.get(kode=Vilkarskode.AEV).avviker


def test_alderen_er_ingen_grunn_til_avslag_for_den_som_er_mellom_18_og_67(veileder: Aktor, sak: Sak) -> None:
    vedtak = _avslag(veileder, sak, Avslagsgrunn.ALDER)
    vurder_alle(veileder, vedtak, ikke_oppfylt=Vilkarskode.ALDER)
    feil = [ett for ett in hindringer(vedtak, klokke.i_dag()) if ett.felt == "vilkar_alder"]
    assert "Søkeren er 36 år 3. juni 2026, altså mellom 18 og 67" in feil[0].melding


@pytest.mark.parametrize(
    ("tekst", "ord_"),
    [
        ("Vi har dessverre ikke plass til flere i år.", "ikke plass"),
        ("Budsjettet for i år er brukt opp.", "budsjettet"),
        ("Det er venteliste.", "venteliste"),
    ],
)
def test_budsjett_og_plass_i_begrunnelsen_merkes_for_begge(
    veileder: Aktor, beslutter: Aktor, sak: Sak, tekst: str, ord_: str
) -> None:
    vedtak = _avslag(veileder, sak, Avslagsgrunn.IKKE_HENSIKTSMESSIG_ELLER_NODVENDIG)
    vedtak = services.vedtak_lagre(veileder, vedtak=vedtak, begrunnelse_hensyn=tekst)
    for aktor in (veileder, beslutter):
        (merknad,) = vedtak_side(aktor, sak.pk).merknader
        assert f"«{ord_}»" in merknad


def test_en_begrunnelse_om_arbeid_merkes_ikke(veileder: Aktor, sak: Sak) -> None:
    vedtak = _avslag(veileder, sak, Avslagsgrunn.ARBEIDSEVNE)
    vedtak = services.vedtak_lagre(
        veileder, vedtak=vedtak, begrunnelse_hensyn="Du kan arbeide fullt, og fant en plass."
    )
    assert merknader(vedtak, I_DAG) == []


def test_barn_over_18_telles_ikke_blant_dem_som_forsorges(veileder: Aktor, sak: Sak) -> None:
    with kommando(SYSTEM, "test"):
        for fodt in (date(2004, 1, 1), date(2015, 1, 1)):
            Barn.objects.create(person=sak.person, fodselsdato=fodt, fra=fodt)
    klar_innvilgelse(veileder, sak, fra=FRA)
    side = vedtak_side(veileder, sak.pk)
    assert [en.verdi for en in side.fakta if en.navn == "Barn som forsørges"] == ["1"]
