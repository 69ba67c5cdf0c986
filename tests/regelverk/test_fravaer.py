"""Absence by the regulation: each story is reckoned by hand beside the test."""

from datetime import date, timedelta

import pytest

from fotfeste.regelverk.fravaer import Arsak, Barn, Deltaker, Fravaer, vurder
from fotfeste.regelverk.tid import Periode

D = date.fromisoformat
DELTAKER = Deltaker(programstart=D("2025-01-06"), fodselsdato=D("1990-05-05"))


def p(fra: str, til: str | None) -> Periode:
    return Periode(D(fra), None if til is None else D(til))


def borte(arsak: str, fra: str, til: str, **mer: object) -> Fravaer:
    lege = tuple(p(*par) for par in mer.pop("lege", ()))  # type: ignore[attr-defined]
    datoer = {navn: D(str(mer.pop(navn))) for navn in ("termin", "fodt") if navn in mer}
    ident = f"{arsak} {fra}"
    return Fravaer(ident, p(fra, til), Arsak(arsak), lege, **mer, **datoer)  # type: ignore[arg-type]


def svar(fravaer: list[Fravaer], deltaker: Deltaker = DELTAKER) -> list[dict[str, str]]:
    """The answers, one mapping an absence, from day of the month with month to answer."""
    alle = vurder(deltaker, fravaer)
    assert all(isinstance(ett.gyldig, bool) for en in alle for ett in en.dager.values())
    return [{f"{dag:%m-%d}": str(ett) for dag, ett in en.dager.items()} for en in alle]


def antall(fravaer: Fravaer, deltaker: Deltaker = DELTAKER) -> tuple[int, int]:
    """Days that keep the stønad, and days that do not."""
    (dager,) = svar([fravaer], deltaker)
    gyldige = sum(ett.startswith("gyldig") for ett in dager.values())
    return gyldige, len(dager) - gyldige


class TestProgramdager:
    def test_helg_og_hoytid_er_ikke_programdager(self) -> None:
        (paske,) = svar([borte("ulegitimert", "2026-04-01", "2026-04-07")])
        assert paske == {"04-01": "ugyldig sotjl-36", "04-07": "ugyldig sotjl-36"}

    def test_et_fravaer_i_helgen_har_ingen_dager(self) -> None:
        assert svar([borte("ferie", "2026-03-07", "2026-03-08")]) == [{}]

    def test_ingen_fravaer_gir_ingen_svar(self) -> None:
        assert vurder(DELTAKER, []) == []


class TestEgenSykdom:
    def test_egenmelding_for_atte_uker_er_gatt(self) -> None:
        # 6 January + 56 days is 3 March 2025.
        fredag, mandag = svar(
            [borte("egen_sykdom", "2025-02-28", "2025-02-28"), borte("egen_sykdom", "2025-03-03", "2025-03-03")]
        )
        assert fredag == {"02-28": "ugyldig fk-6-2"}
        assert mandag == {"03-03": "gyldig fk-6"}

    def test_legeerklaering_dekker_ogsa_i_de_forste_ukene(self) -> None:
        (dager,) = svar([borte("egen_sykdom", "2025-01-07", "2025-01-07", lege=[("2025-01-07", "2025-01-07")])])
        assert dager == {"01-07": "gyldig fk-5"}

    def test_tre_kalenderdager_er_grensen(self) -> None:
        assert antall(borte("egen_sykdom", "2025-05-05", "2025-05-07")) == (3, 0)
        assert antall(borte("egen_sykdom", "2025-05-05", "2025-05-08")) == (0, 4)

    def test_helgen_teller_som_kalenderdager(self) -> None:
        # Friday to Monday is four calendar days: none of them is covered.
        (dager,) = svar([borte("egen_sykdom", "2025-05-09", "2025-05-12")])
        assert dager == {"05-09": "ugyldig fk-6-4", "05-12": "ugyldig fk-6-4"}

    def test_legeerklaering_fra_fjerde_dag_redder_de_tre_forste(self) -> None:
        (dager,) = svar([borte("egen_sykdom", "2025-05-05", "2025-05-09", lege=[("2025-05-08", "2025-05-09")])])
        assert dager == {
            "05-05": "gyldig fk-6",
            "05-06": "gyldig fk-6",
            "05-07": "gyldig fk-6",
            "05-08": "gyldig fk-5",
            "05-09": "gyldig fk-5",
        }

    def test_hull_for_legeerklaeringen_er_over_grensen(self) -> None:
        (dager,) = svar([borte("egen_sykdom", "2025-05-05", "2025-05-09", lege=[("2025-05-09", "2025-05-09")])])
        assert dager["05-07"] == "gyldig fk-6"
        assert dager["05-08"] == "ugyldig fk-6-3"
        assert dager["05-09"] == "gyldig fk-5"

    def test_apen_legeerklaering_dekker_resten(self) -> None:
        # Four weeks of weekdays, less Kristi himmelfartsdag on the 29th.
        assert antall(borte("egen_sykdom", "2025-05-05", "2025-05-30", lege=[("2025-05-05", None)])) == (19, 0)

    def test_seksten_dager_mellom_regnes_sammen_sytten_ikke(self) -> None:
        forst = borte("egen_sykdom", "2025-05-05", "2025-05-06")
        # 6 May + 16 is 22 May: 2 + 2 days is one too many. 23 May starts afresh.
        assert svar([forst, borte("egen_sykdom", "2025-05-22", "2025-05-23")])[1] == {
            "05-22": "ugyldig fk-6-4",
            "05-23": "ugyldig fk-6-4",
        }
        assert svar([forst, borte("egen_sykdom", "2025-05-23", "2025-05-23")])[1] == {"05-23": "gyldig fk-6"}

    def test_kjeden_gar_gjennom_et_dokumentert_fravaer(self) -> None:
        kjede = [
            borte("egen_sykdom", "2025-05-05", "2025-05-07"),
            borte("egen_sykdom", "2025-05-20", "2025-05-20", lege=[("2025-05-20", "2025-05-20")]),
            borte("egen_sykdom", "2025-06-05", "2025-06-05"),
        ]
        assert svar(kjede)[2] == {"06-05": "ugyldig fk-6-4"}
        assert svar([kjede[0], kjede[2]])[1] == {"06-05": "gyldig fk-6"}

    def test_resten_av_de_tre_dagene_nar_noe_er_dokumentert(self) -> None:
        kjede = [
            borte("egen_sykdom", "2025-05-05", "2025-05-06"),
            borte("egen_sykdom", "2025-05-12", "2025-05-15", lege=[("2025-05-15", "2025-05-15")]),
        ]
        assert svar(kjede)[1] == {
            "05-12": "gyldig fk-6",
            "05-13": "ugyldig fk-6-3",
            "05-14": "ugyldig fk-6-3",
            "05-15": "gyldig fk-5",
        }

    def test_dager_for_atte_uker_teller_som_udokumenterte(self) -> None:
        # 28 February to 3 March 2025: Friday is too early, and Monday is the fourth undocumented day.
        (dager,) = svar([borte("egen_sykdom", "2025-02-28", "2025-03-04", lege=[("2025-03-04", "2025-03-04")])])
        assert dager == {"02-28": "ugyldig fk-6-2", "03-03": "ugyldig fk-6-3", "03-04": "gyldig fk-5"}

    def test_en_kort_sykdom_inne_i_en_lang_korter_ikke_ned_kjeden(self) -> None:
        lang = borte("egen_sykdom", "2025-05-05", "2025-05-30", lege=[("2025-05-08", "2025-05-30")])
        kort = borte("egen_sykdom", "2025-05-06", "2025-05-06", lege=[("2025-05-06", "2025-05-06")])
        assert svar([lang, kort, borte("egen_sykdom", "2025-06-13", "2025-06-13")])[2] == {"06-13": "ugyldig fk-6-4"}

    def test_ingenting_igjen_av_de_tre_dagene(self) -> None:
        kjede = [
            borte("egen_sykdom", "2025-05-05", "2025-05-07"),
            borte("egen_sykdom", "2025-05-12", "2025-05-13", lege=[("2025-05-13", "2025-05-13")]),
        ]
        assert svar(kjede)[1] == {"05-12": "ugyldig fk-6-3", "05-13": "gyldig fk-5"}

    def test_annet_fravaer_er_ikke_i_kjeden(self) -> None:
        fravaer = [
            borte("velferd", "2025-05-05", "2025-05-07"),
            borte("egen_sykdom", "2025-05-08", "2025-05-09"),
        ]
        assert set(svar(fravaer)[1].values()) == {"gyldig fk-6"}


def familie(*barn: tuple[str, bool], alene: bool = False) -> Deltaker:
    return Deltaker(D("2024-01-01"), D("1990-05-05"), tuple(Barn(D(fodt), kronisk) for fodt, kronisk in barn), alene)


def sykt_barn(fra: str, til: str, barn: int = 0) -> Fravaer:
    """With a doctor's statement for all of it, so that only the quota is asked."""
    return borte("barns_sykdom", fra, til, barn=barn, lege=[(fra, til)])


class TestBarnsSykdom:
    def test_til_og_med_aret_barnet_fyller_tolv(self) -> None:
        deltaker = familie(("2013-06-01", False))
        nyttar = borte("barns_sykdom", "2025-12-31", "2026-01-02", barn=0)
        assert svar([nyttar], deltaker) == [{"12-31": "gyldig fk-11", "01-02": "ugyldig fk-9"}]

    def test_kronisk_sykt_barn_til_og_med_atten(self) -> None:
        deltaker = familie(("2007-06-01", True))
        nyttar = borte("barns_sykdom", "2025-12-31", "2026-01-02", barn=0)
        assert svar([nyttar], deltaker) == [{"12-31": "gyldig fk-11", "01-02": "ugyldig fk-9"}]

    def test_tre_kalenderdager_og_legeerklaering_fra_den_fjerde(self) -> None:
        deltaker = familie(("2020-06-01", False))
        fra_torsdag = borte("barns_sykdom", "2025-05-08", "2025-05-13", barn=0, lege=[("2025-05-13", "2025-05-13")])
        assert svar([fra_torsdag], deltaker) == [
            {"05-08": "gyldig fk-11", "05-09": "gyldig fk-11", "05-12": "ugyldig fk-10", "05-13": "gyldig fk-11"}
        ]

    @pytest.mark.parametrize(
        ("deltaker", "kvote"),
        [
            (familie(("2020-06-01", False)), 10),
            (familie(("2020-06-01", False), ("2021-06-01", False)), 10),
            (familie(("2020-06-01", False), ("2021-06-01", False), ("2022-06-01", False)), 15),
            (familie(("2020-06-01", False), ("2021-06-01", False), ("2010-06-01", False)), 10),
            (familie(("2020-06-01", False), ("2021-06-01", False), ("2026-06-01", False)), 10),
            (familie(("2020-06-01", False), alene=True), 20),
            (familie(("2020-06-01", False), ("2021-06-01", False), ("2010-06-01", True)), 25),
            (familie(("2020-06-01", False), ("2006-06-01", True)), 10),
            (familie(("2020-06-01", True), ("2021-06-01", True), alene=True), 60),
        ],
    )
    def test_kvoten(self, deltaker: Deltaker, kvote: int) -> None:
        gyldige, ugyldige = antall(sykt_barn("2025-01-06", "2025-05-30"), deltaker)
        assert gyldige == kvote
        assert ugyldige > 0

    def test_kvoten_fylles_pa_igjen_etter_tolv_maneder(self) -> None:
        deltaker = familie(("2020-06-01", False))
        forste = sykt_barn("2025-03-03", "2025-03-14")
        # On 3 March 2026 the window is 4 March 2025 to 3 March 2026: one day has come back.
        igjen = sykt_barn("2026-03-02", "2026-03-04")
        assert svar([forste, igjen], deltaker)[1] == {
            "03-02": "ugyldig fk-11",
            "03-03": "gyldig fk-11",
            "03-04": "gyldig fk-11",
        }

    def test_et_barn_fodt_samme_dag_er_med(self) -> None:
        deltaker = familie(("2020-06-01", False), ("2021-06-01", False), ("2025-03-14", False))
        # Nine days are used on 13 March, the tenth on the 14th; with three children there are fifteen.
        (dager,) = svar([sykt_barn("2025-02-28", "2025-03-14")], deltaker)
        assert dager["03-13"] == "gyldig fk-11"
        assert dager["03-14"] == "gyldig fk-11"

    def test_samme_dag_i_to_fravaer_teller_to_ganger(self) -> None:
        tre = familie(("2020-06-01", False), ("2021-06-01", False), ("2022-06-01", False))
        # On the eighth day of the second: eight of the first and seven of its own are fifteen.
        _, andre = svar([sykt_barn("2025-03-03", "2025-03-14", barn) for barn in (0, 1)], tre)
        assert [ett.startswith("gyldig") for ett in andre.values()] == [True] * 7 + [False] * 3

    def test_overlappende_fravaer_telles_hver_for_seg(self) -> None:
        deltaker = familie(("2020-06-01", False), ("2021-06-01", False))
        begge = [sykt_barn("2025-05-05", "2025-05-09", 0), sykt_barn("2025-05-05", "2025-05-09", 1)]
        dager = svar([*begge, sykt_barn("2025-05-12", "2025-05-12")], deltaker)
        assert dager[2] == {"05-12": "ugyldig fk-11"}


class TestArskvoter:
    def test_velferd_ti_dager_i_aret(self) -> None:
        assert antall(borte("velferd", "2025-03-03", "2025-03-21")) == (10, 5)

    def test_nytt_ar_ny_kvote(self) -> None:
        fravaer = [borte("velferd", "2025-03-03", "2025-03-21"), borte("velferd", "2026-01-02", "2026-01-02")]
        assert svar(fravaer)[1] == {"01-02": "gyldig fk-15"}

    def test_to_dager_til_religiose_hoytider(self) -> None:
        (dager,) = svar([borte("religios_hoytid", "2025-03-31", "2025-04-02")])
        assert list(dager.values()) == ["gyldig fk-16", "gyldig fk-16", "ugyldig fk-16"]

    def test_kvotene_er_hver_for_seg(self) -> None:
        fravaer = [
            borte("religios_hoytid", "2025-03-31", "2025-04-01"),
            borte("velferd", "2025-04-02", "2025-04-02"),
            borte("ferie", "2025-04-03", "2025-04-03"),
        ]
        assert [next(iter(dager.values())) for dager in svar(fravaer)] == [
            "gyldig fk-16",
            "gyldig fk-15",
            "gyldig fk-17",
        ]

    def test_ferie_25_dager(self) -> None:
        assert antall(borte("ferie", "2025-06-30", "2025-08-08")) == (25, 5)

    def test_fem_dager_til_fra_60_arsdagen(self) -> None:
        sekstiaring = Deltaker(D("2025-01-06"), D("1965-08-07"))
        # 25 days are used on 1 August; 4-6 August are before the birthday, 7 and 8 August are not.
        (dager,) = svar([borte("ferie", "2025-06-30", "2025-08-08")], sekstiaring)
        assert [dag for dag, ett in dager.items() if ett == "ugyldig fk-17"] == ["08-04", "08-05", "08-06"]

    def test_rekkefolgen_er_datoen_og_sa_linjen(self) -> None:
        sent = borte("religios_hoytid", "2025-04-02", "2025-04-02")
        tidlig = borte("religios_hoytid", "2025-03-31", "2025-04-01")
        assert svar([sent, tidlig])[0] == {"04-02": "ugyldig fk-16"}
        like = [borte("religios_hoytid", "2025-03-31", "2025-04-01")] * 2
        assert [set(dager.values()) for dager in svar(like)] == [{"gyldig fk-16"}, {"ugyldig fk-16"}]


class TestFodsel:
    def test_ti_programdager_for_termin(self) -> None:
        # 28 April 2025: the ten programme days before it go back over Easter to 9 April.
        (dager,) = svar([borte("for_termin", "2025-04-08", "2025-04-28", termin="2025-04-28")])
        gyldige = [dag for dag, ett in dager.items() if ett == "gyldig fk-12"]
        assert gyldige[0] == "04-09"
        assert gyldige[-1] == "04-25"
        assert len(gyldige) == 10
        assert dager["04-08"] == dager["04-28"] == "ugyldig fk-12"

    def test_seks_uker_fra_fodselen(self) -> None:
        # 24 October + 41 days is 4 December.
        (dager,) = svar([borte("fodsel", "2025-10-23", "2025-12-05", fodt="2025-10-24")])
        assert dager["10-23"] == dager["12-05"] == "ugyldig fk-13"
        assert dager["10-24"] == dager["12-04"] == "gyldig fk-13"

    def test_fars_ti_dager_for_hele_fodselen(self) -> None:
        delt = [
            borte("fars_omsorg", "2026-06-01", "2026-06-04", fodt="2026-05-30"),
            borte("fars_omsorg", "2026-06-15", "2026-06-23", fodt="2026-05-30"),
        ]
        gyldige = [[ett.startswith("gyldig") for ett in dager.values()] for dager in svar(delt)]
        assert gyldige == [[True] * 4, [True] * 6 + [False]]

    def test_hver_fodsel_har_sine_dager(self) -> None:
        to = [
            borte("fars_omsorg", "2026-01-05", "2026-01-16", fodt="2026-01-04"),
            borte("fars_omsorg", "2026-12-07", "2026-12-18", fodt="2026-12-06"),
        ]
        assert [set(dager.values()) for dager in svar(to)] == [{"gyldig fk-13"}] * 2

    def test_uten_fodselsdato_telles_hvert_fravaer_for_seg(self) -> None:
        to = [
            borte("fars_omsorg", "2026-01-05", "2026-01-19"),
            borte("fars_omsorg", "2026-01-05", "2026-01-06"),
        ]
        forste, andre = svar(to)
        assert forste["01-16"] == "gyldig fk-13"
        assert forste["01-19"] == "ugyldig fk-13"
        assert set(andre.values()) == {"gyldig fk-13"}


class TestSpor:
    def test_en_rad_for_hver_rekke_like_svar(self) -> None:
        (ett,) = vurder(
            DELTAKER, [borte("egen_sykdom", "2025-05-05", "2025-05-09", lege=[("2025-05-08", "2025-05-09")])]
        )
        egenmelding, lege = ett.spor()
        assert (egenmelding.kode, str(egenmelding.fra), str(egenmelding.til)) == (
            "gyldig fk-6",
            "2025-05-05",
            "2025-05-07",
        )
        assert egenmelding.tall == {"dager": 3, "dager_uten_legeerklaering": 3, "fra_tidligere": 0}
        assert {verdi.kode: verdi.verdi for verdi in egenmelding.parametre} == {
            "egenmeldingsdager_om_gangen": 3,
            "kalenderdager_til_forrige_sykefravaer": 16,
        }
        assert lege.tekst == (
            "8. mai 2025 til og med 9. mai 2025: Du var syk, og legeerklæringen dekker dagene. Du beholder stønaden."
        )
        assert str(lege.hjemmel) == "forskriften § 5"

    def test_radene_sier_hvor_mye_som_er_brukt(self) -> None:
        (ett,) = vurder(DELTAKER, [borte("velferd", "2025-03-03", "2025-03-17")])
        gyldig, ugyldig = ett.spor()
        assert gyldig.tall == {"dager": 10, "kvote": 10, "brukt": 10}
        assert "Du har nå brukt 10 av 10 dager" in gyldig.tekst
        assert ugyldig.tekst.startswith("17. mars 2025: Du har brukt alle 10 dagene med velferdspermisjon")

    @pytest.mark.parametrize(
        ("fravaer", "kode", "tall", "parametre", "ord_i_raden"),
        [
            (
                borte("egen_sykdom", "2025-03-03", "2025-03-06"),
                "ugyldig fk-6-4",
                {"dager": 4, "dager_uten_legeerklaering": 4, "fra_tidligere": 0},
                ["egenmeldingsdager_om_gangen", "kalenderdager_til_forrige_sykefravaer"],
                "i 4 kalenderdager, og i 0 kalenderdager kort tid før",
            ),
            (
                borte("egen_sykdom", "2024-01-03", "2024-01-03"),
                "ugyldig fk-6-2",
                {"dager": 1},
                ["uker_for_egenmelding"],
                "fra 26. februar 2024",
            ),
            (
                borte("barns_sykdom", "2026-01-05", "2026-01-05", barn=0),
                "ugyldig fk-9",
                {"dager": 1, "til_og_med_aret": 2025},
                ["barnets_ar"],
                "til og med 2025",
            ),
            (
                borte("barns_sykdom", "2026-01-05", "2026-01-05", barn=1),
                "ugyldig fk-9",
                {"dager": 1, "til_og_med_aret": 2025},
                ["kronisk_sykt_barns_ar"],
                "til og med 2025",
            ),
            (
                borte("barns_sykdom", "2025-05-05", "2025-05-06", barn=0),
                "gyldig fk-11",
                {"dager": 2, "kvote": 20, "brukt": 2},
                ["dager_barns_sykdom", "dager_per_kronisk_sykt_barn"],
                "Du har nå brukt 2 av 20 dager",
            ),
            (
                borte("fars_omsorg", "2025-05-05", "2025-05-06"),
                "gyldig fk-13",
                {"dager": 2, "kvote": 10, "brukt": 2},
                ["virkedager_fars_omsorg"],
                "Du har nå brukt 2 av 10 dager",
            ),
            (
                borte("fodsel", "2025-05-05", "2025-05-06", fodt="2025-05-05"),
                "gyldig fk-13",
                {"dager": 2},
                ["uker_etter_fodsel"],
                "til og med 15. juni 2025",
            ),
            (
                borte("for_termin", "2025-05-05", "2025-05-06", termin="2025-05-07"),
                "gyldig fk-12",
                {"dager": 2},
                ["virkedager_for_termin"],
                "Den kan begynne 22. april 2025",
            ),
        ],
    )
    def test_radens_tall_parametre_og_ord(
        self, fravaer: Fravaer, kode: str, tall: dict[str, int], parametre: list[str], ord_i_raden: str
    ) -> None:
        (ett,) = vurder(familie(("2013-06-01", False), ("2007-06-01", True)), [fravaer])
        (rad,) = ett.spor()
        assert (rad.kode, rad.tall) == (kode, tall)
        assert [verdi.kode for verdi in rad.parametre] == parametre
        assert ord_i_raden in rad.tekst

    def test_alle_svar_har_ord(self) -> None:
        deltaker = familie(("2013-06-01", False))
        lege = [("2025-05-09", "2025-05-09")]
        fravaer = [
            borte("egen_sykdom", "2024-01-03", "2024-01-03"),
            borte("egen_sykdom", "2025-03-03", "2025-03-07"),
            borte("egen_sykdom", "2025-05-05", "2025-05-09", lege=lege),
            borte("barns_sykdom", "2025-05-12", "2025-05-16", barn=0),
            sykt_barn("2025-06-02", "2025-06-30"),
            borte("barns_sykdom", "2026-02-02", "2026-02-02", barn=0),
            borte("velferd", "2025-09-01", "2025-09-30"),
            borte("religios_hoytid", "2025-10-01", "2025-10-03"),
            borte("ferie", "2025-06-30", "2025-08-08"),
            borte("for_termin", "2025-10-01", "2025-10-31", termin="2025-10-31"),
            borte("fodsel", "2025-10-30", "2025-12-31", fodt="2025-10-31"),
            borte("fars_omsorg", "2025-10-01", "2025-10-31", fodt="2025-10-01"),
            borte("ulegitimert", "2025-10-01", "2025-10-01"),
        ]
        rader = [rad for ett in vurder(deltaker, fravaer) for rad in ett.spor()]
        assert len({(rad.kode, rad.tekst.split(": ")[1]) for rad in rader}) >= 20
        assert not any("{" in rad.tekst for rad in rader)
        assert {rad.kode.split()[1] for rad in rader} == {
            "fk-5", "fk-6", "fk-6-2", "fk-6-3", "fk-6-4", "fk-9", "fk-10", "fk-11", "fk-12", "fk-13",
            "fk-15", "fk-16", "fk-17", "sotjl-36",
        }  # fmt: skip


class TestHvaEtFravaerTrenger:
    def test_apent_fravaer_kan_ikke_vurderes(self) -> None:
        with pytest.raises(ValueError, match="siste dag"):
            Fravaer("a", p("2025-05-05", None), Arsak.FERIE)

    @pytest.mark.parametrize("arsak", ["barns_sykdom", "for_termin", "fodsel"])
    def test_felt_som_mangler(self, arsak: str) -> None:
        with pytest.raises(ValueError, match=f"{arsak} trenger feltet"):
            borte(arsak, "2025-05-05", "2025-05-06")


def test_lange_fravaer_svares_fort() -> None:
    start = D("2025-01-06")
    langt = Fravaer("a", Periode(start, start + timedelta(days=3650)), Arsak.EGEN_SYKDOM)
    assert len(vurder(DELTAKER, [langt])[0].dager) > 2500
