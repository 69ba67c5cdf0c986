"""The dates of a case, each counted by hand."""

from datetime import date

import pytest

from fotfeste.regelverk.frister import Hendelser, frister, vurder
from fotfeste.regelverk.tid import Periode

D = date.fromisoformat


def p(fra: str, til: str | None) -> Periode:
    return Periode(D(fra), None if til is None else D(til))


def test_ingenting_kjent_gir_ingen_datoer() -> None:
    assert frister(Hendelser()) == {}


def test_hver_dato_kommer_fra_sin_hendelse() -> None:
    assert set(frister(Hendelser(soknad_mottatt=D("2026-01-05")))) == {"senest_start", "forelopig_svar"}
    assert set(frister(Hendelser(vedtak_underrettet=D("2026-01-05")))) == {"klagefrist"}
    assert set(frister(Hendelser(vedtak_dato=D("2026-01-05")))) == {"klage_absolutt"}
    assert set(frister(Hendelser(programstart=D("2026-01-05")))) == {"maks_ordinaer", "maks_forlenget"}
    assert set(frister(Hendelser(avbrudd_fra=D("2026-01-05")))) == {"avbrudd_ma_avsluttes"}
    assert frister(Hendelser(permisjon=(p("2026-01-05", None),), avbrudd=(p("2026-01-05", None),))) == {}


def test_rekkefolgen_er_kontraktens() -> None:
    dag = D("2026-01-05")
    alt = Hendelser(dag, dag, dag, dag, avbrudd_fra=dag)
    assert list(frister(alt)) == [
        "senest_start",
        "forelopig_svar",
        "klagefrist",
        "klage_absolutt",
        "maks_ordinaer",
        "maks_forlenget",
        "avbrudd_ma_avsluttes",
    ]


def test_hele_sporet_ord_for_ord() -> None:
    alt = Hendelser(
        soknad_mottatt=D("2026-01-05"),
        vedtak_underrettet=D("2026-03-02"),
        vedtak_dato=D("2026-02-27"),
        programstart=D("2026-03-09"),
        avbrudd_fra=D("2026-10-01"),
    )
    assert [(rad.kode, str(rad.fra), rad.tall, str(rad.hjemmel), rad.tekst) for rad in vurder(alt)] == [
        (
            "senest_start",
            "2026-01-05",
            {},
            "sotjl § 31",
            "Vi fikk søknaden 5. januar 2026. Programmet må begynne senest 5. juli 2026.",
        ),
        (
            "forelopig_svar",
            "2026-01-05",
            {},
            "fvl § 11 a tredje ledd",
            "Vi fikk søknaden 5. januar 2026. Er den ikke avgjort 5. februar 2026, skal du ha et foreløpig svar "
            "innen den dagen.",
        ),
        (
            "klagefrist",
            "2026-03-02",
            {},
            "fvl § 29 første ledd",
            "Du fikk vite om vedtaket 2. mars 2026. Du kan klage til og med 23. mars 2026.",
        ),
        (
            "klage_absolutt",
            "2026-02-27",
            {},
            "fvl § 31 tredje ledd",
            "Vedtaket er fra 27. februar 2026. En klage som kommer for sent, kan vi bare behandle fram til og med "
            "27. februar 2027.",
        ),
        (
            "maks_ordinaer",
            "2026-03-09",
            {},
            "sotjl § 32 første ledd første punktum",
            "Programmet kan vare i to år. Det begynte 9. mars 2026 og kan vare til og med 8. mars 2028.",
        ),
        (
            "maks_forlenget",
            "2026-03-09",
            {},
            "sotjl § 32 første ledd andre punktum",
            "Med særlige grunner kan programmet vare i tre år. Det begynte 9. mars 2026 og kan vare til og med "
            "8. mars 2029.",
        ),
        (
            "avbrudd_ma_avsluttes",
            "2026-10-01",
            {},
            "sotjl § 34 første ledd tredje punktum",
            "Programmet har vært avbrutt siden 1. oktober 2026. Er det ikke tatt opp igjen 1. oktober 2027, må "
            "det avsluttes.",
        ),
    ]


class TestSoknad:
    @pytest.mark.parametrize(
        ("mottatt", "start", "svar"),
        [
            ("2026-03-02", "2026-09-02", "2026-04-02"),
            ("2026-08-30", "2027-02-28", "2026-09-30"),
            ("2023-08-31", "2024-02-29", "2023-09-30"),
            ("2026-01-31", "2026-07-31", "2026-02-28"),
            # 1 May and a Sunday: these two dates do not move.
            ("2025-11-01", "2026-05-01", "2025-12-01"),
            ("2025-11-24", "2026-05-24", "2025-12-24"),
        ],
    )
    def test_seks_maneder_og_en_maned(self, mottatt: str, start: str, svar: str) -> None:
        datoer = frister(Hendelser(soknad_mottatt=D(mottatt)))
        assert datoer == {"senest_start": D(start), "forelopig_svar": D(svar)}


class TestKlage:
    @pytest.mark.parametrize(
        ("underrettet", "frist"),
        [
            ("2026-03-02", "2026-03-23"),
            ("2026-03-16", "2026-04-07"),  # three weeks end on 2. påskedag
            ("2026-03-13", "2026-04-07"),  # on langfredag: over the whole of Easter
            ("2026-03-14", "2026-04-07"),  # on a Saturday
            ("2026-04-10", "2026-05-04"),  # on 1 May, a Friday
            ("2026-12-04", "2026-12-28"),  # on 25 December, a Friday
        ],
    )
    def test_tre_uker_flyttet_til_en_virkedag(self, underrettet: str, frist: str) -> None:
        assert frister(Hendelser(vedtak_underrettet=D(underrettet))) == {"klagefrist": D(frist)}

    def test_flyttingen_star_i_sporet(self) -> None:
        (rad,) = vurder(Hendelser(vedtak_underrettet=D("2026-03-13")))
        assert rad.tall == {"flyttet_dager": 4}
        assert rad.tekst == (
            "Du fikk vite om vedtaket 13. mars 2026. Du kan klage til og med 7. april 2026. De tre ukene "
            "slutter 3. april 2026, som ikke er en virkedag. Derfor er fristen flyttet."
        )

    def test_uten_flytting_er_sporet_kort(self) -> None:
        (rad,) = vurder(Hendelser(vedtak_underrettet=D("2026-03-02")))
        assert rad.tall == {}
        assert rad.tekst == "Du fikk vite om vedtaket 2. mars 2026. Du kan klage til og med 23. mars 2026."

    @pytest.mark.parametrize(("vedtak", "grense"), [("2026-03-02", "2027-03-02"), ("2024-02-29", "2025-02-28")])
    def test_ett_ar_fra_vedtaket_flyttes_ikke(self, vedtak: str, grense: str) -> None:
        assert frister(Hendelser(vedtak_dato=D(vedtak))) == {"klage_absolutt": D(grense)}


def varighet(start: str, permisjon: list[Periode] = [], avbrudd: list[Periode] = []) -> list[str]:  # noqa: B006
    datoer = frister(Hendelser(programstart=D(start), permisjon=tuple(permisjon), avbrudd=tuple(avbrudd)))
    return [str(dag) for dag in datoer.values()]


class TestVarighet:
    def test_to_ar_og_tre_ar_siste_dag_med(self) -> None:
        assert varighet("2026-01-05") == ["2028-01-04", "2029-01-04"]

    def test_fra_skuddarsdagen(self) -> None:
        # 24 months on is 28 February 2026, and the day before it is the last.
        assert varighet("2024-02-29") == ["2026-02-27", "2027-02-27"]

    def test_hver_dag_med_permisjon_flytter_en_dag(self) -> None:
        assert varighet("2026-01-05", [p("2026-06-01", "2026-06-10")]) == ["2028-01-14", "2029-01-14"]

    def test_en_dag_i_begge_telles_en_gang(self) -> None:
        permisjon, avbrudd = p("2026-06-01", "2026-06-10"), p("2026-06-06", "2026-06-15")
        assert varighet("2026-01-05", [permisjon], [avbrudd]) == ["2028-01-19", "2029-01-19"]
        assert varighet("2026-01-05", [permisjon, permisjon]) == ["2028-01-14", "2029-01-14"]
        moter_pa_dagen = p("2026-06-10", "2026-06-12")
        assert varighet("2026-01-05", [permisjon], [moter_pa_dagen]) == ["2028-01-16", "2029-01-16"]
        inni = p("2026-06-02", "2026-06-03")
        assert varighet("2026-01-05", [permisjon, inni]) == ["2028-01-14", "2029-01-14"]

    def test_dager_for_start_teller_ikke(self) -> None:
        assert varighet("2026-01-05", [p("2025-12-27", "2026-01-05")]) == ["2028-01-05", "2029-01-05"]
        for_start = p("2025-12-01", "2026-01-04")
        assert varighet("2026-01-05", [for_start]) == ["2028-01-04", "2029-01-04"]
        assert varighet("2026-01-05", [for_start, p("2026-06-01", "2026-06-10")]) == ["2028-01-14", "2029-01-14"]

    def test_dager_i_forlengelsen_flytter_videre(self) -> None:
        # The last day is 4 January 2028. Ten days from the 4th move it to the 14th, and on 14 January begin
        # five more: the 19th.
        perioder = [p("2028-01-04", "2028-01-13"), p("2028-01-14", "2028-01-18")]
        assert varighet("2026-01-05", perioder)[0] == "2028-01-19"

    def test_dager_etter_slutten_flytter_ingenting(self) -> None:
        assert varighet("2026-01-05", [p("2028-01-05", "2028-01-13")]) == ["2028-01-04", "2029-01-13"]
        assert varighet("2026-01-05", [p("2028-01-04", "2028-01-13")])[0] == "2028-01-14"

    def test_en_apen_permisjon_har_ingen_slutt_a_regne_fra(self) -> None:
        # The first two years are over before the leave begins; the third is not.
        assert frister(Hendelser(programstart=D("2026-01-05"), permisjon=(p("2028-06-01", None),))) == {
            "maks_ordinaer": D("2028-01-04")
        }
        assert varighet("2026-01-05", [p("2026-06-01", None), p("2026-07-01", "2026-07-02")]) == []

    def test_sporet_sier_hvor_mange_dager(self) -> None:
        ordinaer, forlenget = vurder(Hendelser(programstart=D("2026-01-05"), avbrudd=(p("2026-06-01", "2026-06-10"),)))
        assert ordinaer.tall == {"flyttet_dager": 10}
        assert ordinaer.tekst == (
            "Programmet kan vare i to år. Det begynte 5. januar 2026 og kan vare til og med 14. januar 2028. "
            "10 dager med permisjon eller avbrudd teller ikke med."
        )
        assert str(forlenget.hjemmel) == "sotjl § 32 første ledd andre punktum"
        assert [verdi.verdi for verdi in forlenget.parametre] == [36]


def test_avbrudd_ma_avsluttes_etter_ett_ar() -> None:
    (rad,) = vurder(Hendelser(avbrudd_fra=D("2024-02-29")))
    assert (rad.kode, str(rad.til)) == ("avbrudd_ma_avsluttes", "2025-02-28")
    assert rad.tekst == (
        "Programmet har vært avbrutt siden 29. februar 2024. Er det ikke tatt opp igjen 28. februar 2025, må "
        "det avsluttes."
    )


def test_etter_kalenderens_slutt() -> None:
    with pytest.raises(OverflowError):
        frister(Hendelser(soknad_mottatt=date.max))
    with pytest.raises(OverflowError):
        frister(Hendelser(vedtak_underrettet=date.max))
