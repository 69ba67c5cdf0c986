"""Dates as the rules use them: what the calendar says, checked against almanacs and against hand counts."""

from datetime import date

import pytest

from fotfeste.regelverk import tid
from fotfeste.regelverk.tid import Periode, Tidslinje

D = date.fromisoformat


def p(fra: str, til: str | None) -> Periode:
    return Periode(D(fra), None if til is None else D(til))


class TestPeriode:
    def test_begge_ender_er_med(self) -> None:
        uke = p("2026-03-02", "2026-03-06")
        assert [uke.inneholder(D(f"2026-03-0{dag}")) for dag in (1, 2, 6, 7)] == [False, True, True, False]
        assert uke.antall_dager == 5
        assert list(uke.dager()) == [D(f"2026-03-0{dag}") for dag in range(2, 7)]

    def test_en_dag_er_en_periode(self) -> None:
        assert p("2026-03-02", "2026-03-02").antall_dager == 1

    def test_slutt_for_start_finnes_ikke(self) -> None:
        with pytest.raises(ValueError, match="slutter 2026-03-01 og begynner 2026-03-02"):
            p("2026-03-02", "2026-03-01")

    def test_apen_periode_varer_alltid(self) -> None:
        apen = p("2026-03-02", None)
        assert apen.inneholder(date.max)
        assert apen.slutt == date.max
        assert not apen.inneholder(D("2026-03-01"))

    def test_apen_periode_kan_ikke_telles(self) -> None:
        with pytest.raises(ValueError, match=r"^en åpen periode har ingen siste dag$"):
            p("2026-03-02", None).dager()
        with pytest.raises(ValueError, match=r"^en åpen periode har ingen siste dag$"):
            _ = p("2026-03-02", None).antall_dager

    @pytest.mark.parametrize(
        ("en", "annen", "felles"),
        [
            (("2026-01-01", "2026-01-31"), ("2026-01-31", "2026-02-10"), ("2026-01-31", "2026-01-31")),
            (("2026-01-01", "2026-01-31"), ("2026-02-01", "2026-02-10"), None),
            (("2026-01-01", None), ("2026-02-01", "2026-02-10"), ("2026-02-01", "2026-02-10")),
            (("2026-01-01", None), ("2026-02-01", None), ("2026-02-01", None)),
            (("2026-01-05", "2026-01-06"), ("2026-01-01", "2026-01-31"), ("2026-01-05", "2026-01-06")),
        ],
    )
    def test_snitt(
        self, en: tuple[str, str | None], annen: tuple[str, str | None], felles: tuple[str, str] | None
    ) -> None:
        ventet = None if felles is None else p(*felles)
        assert p(*en).snitt(p(*annen)) == ventet
        assert p(*annen).snitt(p(*en)) == ventet
        assert p(*en).overlapper(p(*annen)) is (ventet is not None)


class TestTidslinje:
    def test_naboer_med_samme_verdi_blir_ett(self) -> None:
        linje = Tidslinje([(p("2026-02-01", None), 1), (p("2026-01-01", "2026-01-31"), 1)])
        assert list(linje) == [(p("2026-01-01", None), 1)]
        assert len(linje) == 1
        lukket = Tidslinje([(p("2026-02-01", "2026-02-10"), 1), (p("2026-01-01", "2026-01-31"), 1)])
        assert list(lukket) == [(p("2026-01-01", "2026-02-10"), 1)]

    def test_avgrens_beholder_verdiene(self) -> None:
        linje = Tidslinje([(p("2026-01-01", "2026-01-31"), 1), (p("2026-02-01", None), 2)])
        assert list(linje.avgrens(p("2026-01-20", "2026-02-10"))) == [
            (p("2026-01-20", "2026-01-31"), 1),
            (p("2026-02-01", "2026-02-10"), 2),
        ]

    def test_naboer_med_ulik_verdi_og_like_med_hull_star_hver_for_seg(self) -> None:
        biter = [
            (p("2026-01-01", "2026-01-31"), 1),
            (p("2026-02-01", "2026-02-10"), 2),
            (p("2026-02-12", "2026-02-20"), 2),
        ]
        assert list(Tidslinje(biter)) == biter

    def test_overlapp_finnes_ikke(self) -> None:
        with pytest.raises(ValueError, match="overlapper 2026-01-31"):
            Tidslinje([(p("2026-01-01", "2026-01-31"), 1), (p("2026-01-31", None), 2)])

    def test_verdien_pa_en_dag(self) -> None:
        linje = Tidslinje([(p("2026-01-01", "2026-01-31"), "a"), (p("2026-03-01", None), "b")])
        svar = [linje.verdi(D(dag)) for dag in ("2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01")]
        assert svar == [None, "a", "a", None]
        assert linje.verdi(date.max) == "b"

    def test_kombiner_to_linjer(self) -> None:
        en = Tidslinje([(p("2026-01-01", "2026-01-31"), 1), (p("2026-02-01", None), 2)])
        annen = Tidslinje([(p("2026-01-15", "2026-02-15"), 10)])
        assert en.kombiner(annen, lambda a, b: a + b) == Tidslinje(
            [(p("2026-01-15", "2026-01-31"), 11), (p("2026-02-01", "2026-02-15"), 12)]
        )

    def test_hull(self) -> None:
        linje = Tidslinje([(p("2026-01-05", "2026-01-10"), 1), (p("2026-01-20", "2026-01-25"), 1)])
        assert linje.hull(p("2026-01-01", "2026-01-31")) == [
            p("2026-01-01", "2026-01-04"),
            p("2026-01-11", "2026-01-19"),
            p("2026-01-26", "2026-01-31"),
        ]
        assert linje.hull(p("2026-01-05", "2026-01-10")) == []
        assert linje.hull(p("2026-01-06", "2026-01-25")) == [p("2026-01-11", "2026-01-19")]
        assert linje.hull(p("2026-01-20", None)) == [p("2026-01-26", None)]
        assert Tidslinje([(p("2026-01-01", None), 1)]).hull(p("2026-01-05", None)) == []
        assert Tidslinje[int]().hull(p("2026-01-05", None)) == [p("2026-01-05", None)]
        assert linje.hull(p("2026-01-01", "2026-01-05")) == [p("2026-01-01", "2026-01-04")]
        assert linje.hull(p("2026-01-10", "2026-01-11")) == [p("2026-01-11", "2026-01-11")]

    def test_like_linjer_er_like(self) -> None:
        en = Tidslinje([(p("2026-01-01", None), 1)])
        assert en == Tidslinje([(p("2026-01-01", None), 1)])
        assert hash(en) == hash(Tidslinje([(p("2026-01-01", None), 1)]))
        annen = Tidslinje([(p("2026-01-01", None), 2)])
        assert en != annen
        assert hash(en) != hash(annen)
        assert en != "noe annet"
        assert "2026" in repr(en)


class TestAlder:
    def test_fodt_skuddaret(self) -> None:
        fodt = D("2008-02-29")
        assert tid.fyller(fodt, 18) == D("2026-03-01")
        assert tid.fyller(fodt, 20) == D("2028-02-29")
        assert tid.alder(fodt, D("2026-02-28")) == 17
        assert tid.alder(fodt, D("2026-03-01")) == 18

    def test_bursdagen_teller(self) -> None:
        fodt = D("2001-06-15")
        assert [tid.alder(fodt, D(dag)) for dag in ("2026-06-14", "2026-06-15", "2026-06-16")] == [24, 25, 25]
        assert tid.alder(fodt, fodt) == 0
        assert tid.alder(fodt, D("2001-06-14")) == -1

    def test_arhundreskifte_uten_skuddar(self) -> None:
        assert tid.fyller(D("2096-02-29"), 4) == D("2100-03-01")

    def test_etter_kalenderen(self) -> None:
        assert tid.fyller(D("9990-02-28"), 9) == D("9999-02-28")
        assert tid.fyller(D("0011-02-28"), -10) == D("0001-02-28")
        with pytest.raises(OverflowError, match="10000"):
            tid.fyller(D("9990-02-28"), 10)


class TestManeder:
    @pytest.mark.parametrize(
        ("dag", "antall", "blir"),
        [
            ("2026-08-30", 6, "2027-02-28"),
            ("2023-08-31", 6, "2024-02-29"),
            ("2026-01-31", 1, "2026-02-28"),
            ("2026-12-15", 1, "2027-01-15"),
            ("2024-02-29", 12, "2025-02-28"),
            ("2024-02-29", -12, "2023-02-28"),
            ("2026-01-10", -1, "2025-12-10"),
            ("2026-03-31", 0, "2026-03-31"),
        ],
    )
    def test_samme_dag_i_maneden_eller_den_siste(self, dag: str, antall: int, blir: str) -> None:
        assert tid.legg_til_maneder(D(dag), antall) == D(blir)

    def test_etter_kalenderen(self) -> None:
        with pytest.raises(OverflowError, match="året 10000"):
            tid.legg_til_maneder(D("9999-12-01"), 1)
        with pytest.raises(OverflowError):
            tid.legg_til_maneder(D("0001-01-01"), -1)

    def test_maned(self) -> None:
        assert tid.maned(2024, 2) == p("2024-02-01", "2024-02-29")
        assert tid.maned(2026, 12) == p("2026-12-01", "2026-12-31")

    def test_uker(self) -> None:
        assert tid.legg_til_uker(D("2026-03-16"), 3) == D("2026-04-06")


# Easter Sundays from the almanac, the earliest and the latest of the era among them.
PASKE = [
    "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31", "2025-04-20", "2026-04-05",
    "2027-03-28", "2038-04-25", "2049-04-18", "1954-04-18", "2285-03-22", "1943-04-25",
]  # fmt: skip


class TestFridager:
    @pytest.mark.parametrize("paske", PASKE)
    def test_paskedag_etter_almanakken(self, paske: str) -> None:
        dag = D(paske)
        assert dag in tid.helligdager(dag.year)
        assert dag not in tid.fridager(dag.year)
        assert date.fromordinal(dag.toordinal() + 1) in tid.fridager(dag.year)

    def test_fridagene_i_2026(self) -> None:
        assert sorted(map(str, tid.fridager(2026))) == [
            "2026-01-01", "2026-04-02", "2026-04-03", "2026-04-06", "2026-05-01",
            "2026-05-14", "2026-05-17", "2026-05-25", "2026-12-25", "2026-12-26",
        ]  # fmt: skip

    def test_helligdagene_har_paskedag_og_pinsedag_i_tillegg(self) -> None:
        assert tid.helligdager(2026) - tid.fridager(2026) == {D("2026-04-05"), D("2026-05-24")}

    def test_i_2008_var_kristi_himmelfart_1_mai(self) -> None:
        assert len(tid.fridager(2008)) == 9

    def test_hverdag_programdag_og_virkedag(self) -> None:
        skjartorsdag, lordag, tirsdag = D("2026-04-02"), D("2026-04-11"), D("2026-04-07")
        assert [tid.er_hverdag(dag) for dag in (skjartorsdag, lordag, tirsdag)] == [True, False, True]
        assert [tid.er_programdag(dag) for dag in (skjartorsdag, lordag, tirsdag)] == [False, False, True]
        assert [tid.er_virkedag(dag) for dag in (skjartorsdag, lordag, tirsdag)] == [False, False, True]
        assert tid.er_hverdag(D("2026-04-10"))
        assert not tid.er_hverdag(D("2026-04-12"))

    def test_stonaden_betales_aldri_pa_en_sondag(self) -> None:
        # 12 April 2026 is a Sunday; 12 July too.
        assert tid.utbetalingsdag(D("2026-03-20"), 12) == D("2026-04-13")
        assert tid.utbetalingsdag(D("2026-12-31"), 12) == D("2027-01-12")

    def test_neste_virkedag_over_hele_pasken(self) -> None:
        assert tid.neste_virkedag(D("2026-04-02")) == D("2026-04-07")
        assert tid.neste_virkedag(D("2026-04-07")) == D("2026-04-07")

    def test_virkedager_etter(self) -> None:
        assert tid.virkedager_etter(D("2026-04-01"), 1) == D("2026-04-07")
        assert tid.virkedager_etter(D("2026-04-01"), 3) == D("2026-04-09")
        assert tid.virkedager_etter(D("2026-04-04"), 0) == D("2026-04-04")
