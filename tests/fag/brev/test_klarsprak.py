"""The language check tells the writer what to look at, in words."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotfeste.fag.brev.klarsprak import Funnslag, kontroller, kontroller_tekst, lix, setninger
from fotfeste.fag.brev.tekst import antall, avsnitt_i, kroner, lovhenvisning, oppramsing, rens, tallord
from fotfeste.regelverk.rettskilde import Rettsgrunnlag, Rettskilde
from tests.fag.brev.eksempler import lag_avslag


def test_lix_av_en_kjent_tekst() -> None:
    # 6 words, 2 sentences, 2 words over six letters: 6/2 + 100*2/6 = 36.3
    assert lix("Hunden sover. Kvalifiseringsprogrammet begynner på mandag.") == 36
    assert lix("") == 0


def test_datoer_deler_ikke_setninger() -> None:
    assert setninger("Du begynner 2. mars 2026. Møt opp kl. 9.") == ["Du begynner 2. mars 2026.", "Møt opp kl. 9."]


def test_lang_setning_forklares() -> None:
    (funn,) = kontroller_tekst("Vi " + "ser på det " * 10 + "nå.", hvor="Begrunnelsen")
    assert funn.slag is Funnslag.LANG_SETNING
    assert funn.hvor == "Begrunnelsen"
    assert "32 ord. Del den i to" in funn.melding


def test_uforklart_forkortelse_nevnes_men_ikke_en_forklart() -> None:
    assert [f.utdrag for f in kontroller_tekst("Vi har sett på AEV jf. loven.", hvor="x")] == ["AEV", "jf."]
    assert kontroller_tekst("Vi har vurdert arbeidsevnen din (AEV). Den er ny.", hvor="x") == ()
    assert kontroller_tekst("NAV følger deg opp.", hvor="x") == ()


def test_tungt_ord_får_et_lettere() -> None:
    (funn,) = kontroller_tekst("Du innvilges plass fra mandag.", hvor="x")
    assert funn.slag is Funnslag.TUNGT_ORD
    assert "«du får»" in funn.melding


def test_tung_tekst_nevnes_først() -> None:
    tekst = "Saksbehandlingsprosedyrer forutsetter arbeidsevnevurderinger. " * 3
    assert kontroller_tekst(tekst, hvor="x")[0].slag is Funnslag.TUNG_TEKST


def test_saksbehandlers_tekst_i_brevet_finnes_under_sin_overskrift() -> None:
    brev = replace(lag_avslag(), kortversjon=("Søknaden avslås pga. AEV.",))
    assert {funn.hvor for funn in kontroller(brev)} == {"Kort fortalt"}


def test_penger_og_tall_som_vi_skriver_dem() -> None:
    assert kroner(1_716_600) == "17\u00a0166\u00a0kr"
    assert kroner(-5) == "−0,05\u00a0kr"
    assert kroner(0) == "0\u00a0kr"
    assert (tallord(3), tallord(14)) == ("tre", "14")
    assert (antall(1, "ett barn", "barn"), antall(4, "ett barn", "barn")) == ("ett barn", "fire barn")
    assert oppramsing(["a", "b", "c"]) == "a, b og c"
    assert oppramsing([]) == ""


def test_fri_tekst_deles_i_avsnitt() -> None:
    assert avsnitt_i("En\r\nlinje til.\r\n\r\n \t\r\n\r\nNeste.") == ("En linje til.", "Neste.")


@given(st.text())
def test_renset_tekst_er_renset(tekst: str) -> None:
    en_gang = rens(tekst)
    assert rens(en_gang) == en_gang
    assert "\n" not in en_gang
    assert "  " not in en_gang


@given(st.text(max_size=300))
def test_kontrollen_tåler_hva_som_helst(tekst: str) -> None:
    assert lix(tekst) >= 0
    kontroller_tekst(tekst, hvor="x")


@pytest.mark.parametrize("grunnlag", Rettsgrunnlag)
def test_lover_nevnes_med_fullt_navn(grunnlag: Rettsgrunnlag) -> None:
    henvisning = lovhenvisning(Rettskilde(grunnlag, "29", 1))
    assert henvisning.endswith(" § 29 første ledd.")
    assert henvisning[0].isupper()
