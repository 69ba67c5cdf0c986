"""Whatever a record holds, as long as it fits, it comes back from its line as it was put in."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from fotfeste.kobling.kostra.felter import FORSTE_AAR, SISTE_AAR, Plass, oppsett
from fotfeste.kobling.kostra.kontroll import Alvorlighet, kontroller, kontroller_etter_oppsett
from fotfeste.kobling.kostra.post import Verdi, bygg, les, loft

AAR = st.integers(FORSTE_AAR, SISTE_AAR)
TEGN = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅabcæøåáđ0123456789 -/."


def verdier_for(plass: Plass) -> st.SearchStrategy[Verdi | None]:
    """Any value that fits the field, or none."""
    if plass.felt.type == "heltall":
        fylt: st.SearchStrategy[Verdi] = st.integers(0, 10**plass.bredde - 1)
    elif plass.felt.type == "dato":
        kort = plass.bredde == 6
        fylt = st.dates(date(2000, 1, 1) if kort else date.min, date(2099, 12, 31) if kort else date.max)
    elif plass.koder:
        fylt = st.sampled_from(sorted(plass.koder))
    else:
        fylt = st.text(TEGN, max_size=plass.bredde).map(str.strip)
    return st.none() | fylt


@st.composite
def poster(draw: st.DrawFn) -> tuple[int, dict[str, Verdi | None]]:
    """A year and values for its layout."""
    aar = draw(AAR)
    return aar, draw(st.fixed_dictionaries({p.felt.navn: verdier_for(p) for p in oppsett(aar).plasser}))


@settings(max_examples=100, deadline=None)
@given(poster())
def test_en_post_skrives_og_leses_tilbake_lik(par: tuple[int, dict[str, Verdi | None]]) -> None:
    aar, verdier = par
    post = bygg(aar, verdier)
    linje = post.linje()

    assert len(linje) == oppsett(aar).lengde
    assert les(aar, linje) == post
    assert post.verdier == {navn: verdi for navn, verdi in verdier.items() if verdi not in (None, "")}


@settings(max_examples=100, deadline=None)
@given(poster())
def test_en_loftet_linje_har_nyeste_lengde_og_kontrolleres(par: tuple[int, dict[str, Verdi | None]]) -> None:
    aar, verdier = par
    linje = bygg(aar, verdier).linje()

    assert len(loft(aar, linje)) == oppsett(SISTE_AAR).lengde
    assert kontroller_etter_oppsett(linje, aar=aar, region="420400").alvorlighet != Alvorlighet.FATAL


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400))
def test_enhver_tekst_far_en_dom(innhold: str) -> None:
    resultat = kontroller(innhold, aar=2026, region="420400")

    assert resultat.alvorlighet in Alvorlighet
    assert all(1 <= nr <= resultat.antall_poster for funn in resultat.funn for nr in funn.linjer)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(TEGN + "+_\r", min_size=152, max_size=152), min_size=1, max_size=4))
def test_enhver_linje_av_rett_lengde_far_en_dom(linjer: list[str]) -> None:
    kontroller("\n".join(linjer), aar=2026, region="420400")
