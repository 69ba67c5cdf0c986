"""Writing and reading one record in each year's layout, and what is said when a value does not fit."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from fotfeste.kobling.kostra.felter import oppsett
from fotfeste.kobling.kostra.post import Post, PostFeil, Verdi, bygg, les, loft, raa, tilpass

LENGDER = {2022: 139, 2023: 138, 2024: 136, 2025: 152, 2026: 152}


@pytest.mark.parametrize(("aar", "lengde"), LENGDER.items())
def test_linjen_har_aarets_lengde_og_leses_tilbake(aar: int, lengde: int) -> None:
    post = bygg(aar, {"KOMMUNE_NR": "4204", "REG_DATO": date(aar, 2, 28), "ANTBU18": 2, "STMND_1": "01"})

    assert len(post.linje()) == lengde
    assert les(aar, post.linje()) == post


def test_tekst_star_til_venstre_og_tall_til_hoyre() -> None:
    felter = raa(2026, bygg(2026, {"SAKSBEHANDLER": "SAKSB1", "KVP_STONAD": 45000, "ANTBU18": 3}).linje())

    assert felter["SAKSBEHANDLER"] == "SAKSB1    "
    assert felter["KVP_STONAD"] == "  45000"
    assert felter["ANTBU18"] == " 3"


def test_datoen_har_seks_sifre_til_og_med_2024() -> None:
    assert raa(2024, bygg(2024, {"REG_DATO": date(2024, 2, 29)}).linje())["REG_DATO"] == "290224"
    assert raa(2025, bygg(2025, {"REG_DATO": date(2024, 2, 29)}).linje())["REG_DATO"] == "29022024"


def test_tomt_felt_er_mellomrom() -> None:
    assert bygg(2026, {"STATUS": None, "SAKSBEHANDLER": ""}).linje() == " " * 152
    assert les(2026, " " * 152) == Post(2026, {})


def test_ledende_nuller_er_et_tall() -> None:
    linje = bygg(2026, {"KVP_STONAD": 45000}).linje().replace("  45000", "0045000")

    assert les(2026, linje).verdier["KVP_STONAD"] == 45000


@pytest.mark.parametrize(
    ("aar", "felt", "verdi", "melding"),
    [
        (2024, "FODSELSDATO", date(1990, 6, 15), "finnes ikke i filen for 2024"),
        (2023, "KVP_OSLO", "1", "finnes ikke i filen for 2023"),
        (2026, "YTELSE_INDIVIDSTONAD", "5", "finnes ikke i filen for 2026"),
        (2026, "SAKSBEHANDLER", "ELLEVE TEGN", "har 11 tegn, og feltet har plass til 10"),
        (2026, "SAKSBEHANDLER", "A\tB", "tabulator"),
        (2026, "SAKSBEHANDLER", "A\nB", "linjeskift"),
        (2026, "SAKSBEHANDLER", " A", "mellomrom først eller sist"),
        (2026, "SAKSBEHANDLER", "Æ😀", "teller som to"),
        (2026, "SAKSBEHANDLER", 7, "Her må det stå tekst"),
        (2026, "ANTBU18", 100, "har 3 sifre, og feltet har plass til 2"),
        (2026, "ANTBU18", -1, "kan ikke være under 0"),
        (2026, "ANTBU18", "2", "Her må det stå et helt tall"),
        (2026, "ANTBU18", True, "Her må det stå et helt tall"),
        (2026, "REG_DATO", "05012026", "Her må det stå en dato"),
        (2026, "REG_DATO", datetime(2026, 1, 5, 12, 0), "Her må det stå en dato"),  # noqa: DTZ001
        (2024, "REG_DATO", date(1999, 12, 31), "kan ikke skrives med to sifre"),
    ],
)
def test_det_som_ikke_passer_sies_ved_feltet(aar: int, felt: str, verdi: Verdi, melding: str) -> None:
    with pytest.raises(PostFeil) as unntak:
        bygg(aar, {felt: verdi})

    (feil,) = unntak.value.feil
    assert feil.felt == felt
    assert melding in feil.melding


def test_alle_feil_sies_pa_en_gang() -> None:
    with pytest.raises(PostFeil) as unntak:
        bygg(2026, {"ANTBU18": -1, "STATUS": "33", "KJONN": "1"})

    assert [feil.felt for feil in unntak.value.feil] == ["ANTBU18", "STATUS"]
    assert "STATUS: «33» har 2 tegn" in str(unntak.value)


def test_linje_av_feil_lengde_sies_med_begge_lengdene() -> None:
    with pytest.raises(PostFeil, match=r"Linjen har 136 tegn\. I filen for 2026 skal den ha 152\."):
        les(2026, " " * 136)


@pytest.mark.parametrize(
    ("felt", "tekst", "melding"),
    [
        ("REG_DATO", "30022026", "ikke en dato i kalenderen. Skriv den som DDMMÅÅÅÅ"),
        ("REG_DATO", "5012026 ", "ikke en dato i kalenderen"),
        ("KVP_STONAD", "450,50 ", "ikke et helt tall"),
        ("KVP_STONAD", "    -12", "ikke et helt tall"),
    ],
)
def test_uleselige_felt_sies_nar_linjen_leses(felt: str, tekst: str, melding: str) -> None:
    plass = oppsett(2026).pa_navn[felt]
    linje = " " * (plass.fra - 1) + tekst + " " * (152 - plass.til)

    with pytest.raises(PostFeil) as unntak:
        les(2026, linje)

    assert [feil.felt for feil in unntak.value.feil] == [felt]
    assert melding in unntak.value.feil[0].melding


def test_verdier_tilpasses_aaret_de_skal_leveres_for() -> None:
    verdier: dict[str, Verdi | None] = {
        "FODSELSDATO": date(1990, 6, 15),
        "YTELSE_TILTAKSPENGER": "5",
        "STATUS": "1",
    }

    assert tilpass(2026, verdier) == verdier
    assert tilpass(2024, verdier) == {"YTELSE_INDIVIDSTONAD": "5", "STATUS": "1"}
    assert bygg(2024, tilpass(2024, verdier)).verdier["YTELSE_INDIVIDSTONAD"] == "5"


def test_gammel_linje_loftes_til_nyeste_oppsett_tegn_for_tegn() -> None:
    verdier: dict[str, Verdi | None] = {
        "KOMMUNE_NR": "4204",
        "DISTRIKTSNR": "07",
        "KVP_OSLO": "1",
        "REG_DATO": date(2022, 1, 5),
        "YTELSE_INDIVIDSTONAD": "5",
        "KVP_STONAD": 12,
        "SAKSBEHANDLER": "S1",
    }

    felter = raa(2026, loft(2022, bygg(2022, verdier).linje()))

    assert felter["REG_DATO"] == "05012022"
    assert felter["VEDTAK_DATO"] == " " * 8
    assert felter["YTELSE_TILTAKSPENGER"] == "5"
    assert felter["KVP_STONAD"] == "     12"
    assert felter["SAKSBEHANDLER"] == "S1        "
    assert "DISTRIKTSNR" not in felter


def test_ukjent_aar_sies_fra_om() -> None:
    with pytest.raises(ValueError, match=r"Vi kjenner oppsettet for 2022-2026, ikke for 2021\."):
        oppsett(2021)
