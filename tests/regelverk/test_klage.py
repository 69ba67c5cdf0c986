"""The rules of complaints, each counted or read by hand."""

from __future__ import annotations

from datetime import date

import pytest

from fotfeste.regelverk.klage import (
    ATTAKES,
    Erklaering,
    Grunn31,
    Grunn35,
    Innstilling,
    Klager,
    Mangel,
    Tid,
    Tidsvurdering,
    i_tide,
    kan_omgjores_uten_klage,
    kan_tas_opp,
    kostnadsfrist,
    mangler,
    mulige_innstillinger,
    svarfrist,
)

D = date.fromisoformat


def _tid(avgitt: str, underrettet: str | None = "2026-06-03", vedtatt: str = "2026-06-01") -> Tidsvurdering:
    kom = D(underrettet) if underrettet else None
    return i_tide(vedtatt=D(vedtatt), underrettet=kom, avgitt=D(avgitt))


@pytest.mark.parametrize(
    ("avgitt", "svar"),
    [
        ("2026-06-03", Tid.I_TIDE),
        ("2026-06-24", Tid.I_TIDE),
        ("2026-06-25", Tid.FOR_SENT),
        ("2027-06-01", Tid.FOR_SENT),
        ("2027-06-02", Tid.FOR_GAMMEL),
    ],
)
def test_tre_uker_fra_vedtaket_kom_fram_og_ett_aar_fra_det_ble_truffet(avgitt: str, svar: Tid) -> None:
    assert _tid(avgitt).svar is svar


def test_slutter_fristen_paa_en_fridag_flyttes_den() -> None:
    assert _tid("2026-05-26", underrettet="2026-05-04", vedtatt="2026-05-01").frist == D("2026-05-26")


def test_vet_ingen_naar_vedtaket_kom_fram_er_klagen_i_tide() -> None:
    vurdering = _tid("2028-01-01", underrettet=None)
    assert (vurdering.svar, vurdering.frist, str(vurdering.hjemmel)) == (Tid.I_TIDE, None, "fvl § 29 første ledd")


def test_en_forlenget_frist_gjelder() -> None:
    forlenget = i_tide(
        vedtatt=D("2026-06-01"), underrettet=D("2026-06-03"), avgitt=D("2026-07-01"), forlenget_til=D("2026-07-10")
    )
    assert (forlenget.svar, forlenget.frist) == (Tid.I_TIDE, D("2026-07-10"))


def test_for_sent_kan_behandles_paa_en_av_to_grunner_men_ikke_etter_ett_aar() -> None:
    assert kan_tas_opp(Tid.I_TIDE, None)
    assert not kan_tas_opp(Tid.FOR_SENT, None)
    for grunn in Grunn31:
        assert kan_tas_opp(Tid.FOR_SENT, grunn)
        assert not kan_tas_opp(Tid.FOR_GAMMEL, grunn)


def _erklaering(**felter: object) -> Erklaering:
    verdier: dict[str, object] = {
        "klager": Klager.PART,
        "underskrevet": True,
        "nevner_vedtak": True,
        "nevner_endring": True,
    }
    return Erklaering(**(verdier | felter))  # type: ignore[arg-type]


def test_det_klagen_maa_ha() -> None:
    assert mangler(_erklaering()) == ()
    assert mangler(_erklaering(underskrevet=False)) == (Mangel.UNDERSKRIFT,)
    assert mangler(_erklaering(underskrevet=False, autentisert=True)) == ()
    assert mangler(_erklaering(nevner_vedtak=False, nevner_endring=False)) == (Mangel.VEDTAK, Mangel.ENDRING)


def test_fullmektigen_viser_fullmakt_men_ikke_advokaten() -> None:
    assert mangler(_erklaering(klager=Klager.FULLMEKTIG)) == (Mangel.FULLMAKT,)
    assert mangler(_erklaering(klager=Klager.FULLMEKTIG, har_fullmakt=True)) == ()
    assert mangler(_erklaering(klager=Klager.ADVOKAT)) == ()


def test_en_annen_maa_ha_rettslig_klageinteresse() -> None:
    assert mangler(_erklaering(klager=Klager.ANNEN, har_klageinteresse=False)) == (Mangel.KLAGEINTERESSE,)
    assert mangler(_erklaering(klager=Klager.ANNEN)) == ()


def test_underinstansen_kan_gi_medhold_men_ikke_gjore_det_verre() -> None:
    assert mulige_innstillinger(Tid.I_TIDE, None, ()) == ATTAKES
    assert mulige_innstillinger(Tid.FOR_SENT, None, ()) == (Innstilling.AVVIS,)
    assert mulige_innstillinger(Tid.FOR_SENT, Grunn31.KAN_IKKE_LASTES, ()) == ATTAKES
    assert mulige_innstillinger(Tid.FOR_GAMMEL, Grunn31.SAERLIGE_GRUNNER, ()) == (Innstilling.AVVIS,)
    assert mulige_innstillinger(Tid.I_TIDE, None, (Mangel.UNDERSKRIFT,)) == (*ATTAKES, Innstilling.AVVIS)
    assert mulige_innstillinger(Tid.I_TIDE, None, (Mangel.FULLMAKT,)) == (Innstilling.AVVIS,)


def test_datoene() -> None:
    assert svarfrist(D("2026-01-31")) == D("2026-02-28")
    # Three weeks from 4 May is Whit Monday.
    assert kostnadsfrist(D("2026-05-04")) == D("2026-05-26")


def test_omgjoring_uten_klage() -> None:
    assert kan_omgjores_uten_klage(Grunn35.UGYLDIG, underrettet=True)
    assert kan_omgjores_uten_klage(Grunn35.IKKE_TIL_SKADE, underrettet=True)
    assert kan_omgjores_uten_klage(Grunn35.IKKE_UNDERRETTET, underrettet=False)
    assert not kan_omgjores_uten_klage(Grunn35.IKKE_UNDERRETTET, underrettet=True)
