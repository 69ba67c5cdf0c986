"""What must hold for the time limits of every complaint."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fotfeste.regelverk import tid
from fotfeste.regelverk.klage import Grunn31, Tid, i_tide, kan_tas_opp, kostnadsfrist

DAGER = st.dates(date(2010, 1, 1), date(2090, 12, 31))
ANTALL = st.integers(0, 1000)
_REKKEFOLGE = [Tid.I_TIDE, Tid.FOR_SENT, Tid.FOR_GAMMEL]


@given(DAGER, st.integers(0, 60), ANTALL, ANTALL)
def test_en_klage_blir_aldri_tidligere_av_aa_komme_senere(vedtatt: date, fram: int, en: int, to: int) -> None:
    underrettet = vedtatt + timedelta(days=fram)
    svar = [
        i_tide(vedtatt=vedtatt, underrettet=underrettet, avgitt=underrettet + timedelta(days=n)).svar
        for n in sorted((en, to))
    ]
    assert _REKKEFOLGE.index(svar[0]) <= _REKKEFOLGE.index(svar[1])


@given(DAGER, st.integers(0, 60))
def test_fristen_er_minst_tre_uker_og_en_virkedag(vedtatt: date, fram: int) -> None:
    underrettet = vedtatt + timedelta(days=fram)
    frist = i_tide(vedtatt=vedtatt, underrettet=underrettet, avgitt=underrettet).frist
    assert frist is not None
    assert frist >= underrettet + timedelta(weeks=3)
    assert tid.er_virkedag(frist)
    assert i_tide(vedtatt=vedtatt, underrettet=underrettet, avgitt=frist).svar is Tid.I_TIDE
    assert i_tide(vedtatt=vedtatt, underrettet=underrettet, avgitt=frist + timedelta(days=1)).svar is not Tid.I_TIDE


@given(DAGER, ANTALL, st.sampled_from([None, *Grunn31]))
def test_ingen_grunn_aapner_etter_ett_aar(vedtatt: date, dager: int, grunn: Grunn31 | None) -> None:
    svar = i_tide(vedtatt=vedtatt, underrettet=vedtatt, avgitt=vedtatt + timedelta(days=dager)).svar
    for_gammel = vedtatt + timedelta(days=dager) > tid.legg_til_maneder(vedtatt, 12)
    assert (svar is Tid.FOR_GAMMEL) == for_gammel
    if for_gammel:
        assert not kan_tas_opp(svar, grunn)


@given(DAGER, DAGER)
def test_den_som_faar_vite_det_senere_har_lengre_frist_for_kostnader(en: date, to: date) -> None:
    forst, sist = sorted((en, to))
    assert kostnadsfrist(forst) <= kostnadsfrist(sist)
    assert tid.er_virkedag(kostnadsfrist(en))
