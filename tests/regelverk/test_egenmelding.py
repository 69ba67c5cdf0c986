"""Withdrawal of egenmelding (forskriften §§ 7, 8, 10): each story is counted by hand beside the test."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fotfeste.regelverk.egenmelding import Beslutning, stoppet, tell, vurderes_senest
from fotfeste.regelverk.fravaer import Arsak, Barn, Deltaker, Fravaer, vurder
from fotfeste.regelverk.tid import Periode

D = date.fromisoformat
DELTAKER = Deltaker(programstart=D("2025-01-06"), fodselsdato=D("1990-05-05"))


def syk(fra: str, til: str | None = None, *lege: tuple[str, str], arsak: Arsak = Arsak.EGEN_SYKDOM) -> Fravaer:
    barn = 0 if arsak is Arsak.BARNS_SYKDOM else None
    erklaringer = tuple(Periode(D(en), D(to)) for en, to in lege)
    return Fravaer(fra, Periode(D(fra), D(til or fra)), arsak, erklaringer, barn=barn)


def antall(*fravaer: Fravaer, dag: str = "2026-05-04") -> int:
    return tell(DELTAKER, fravaer, D(dag)).antall


class TestTelling:
    """§ 8 first paragraph letter a, and second paragraph."""

    def test_fire_pa_tolv_maneder_er_nok(self) -> None:
        fire = [syk("2025-06-02"), syk("2025-09-01", "2025-09-02"), syk("2025-12-01"), syk("2026-03-02")]
        telling = tell(DELTAKER, fire, D("2026-05-04"))
        assert (telling.antall, telling.nok) == (4, True)
        assert not tell(DELTAKER, fire[1:], D("2026-05-04")).nok
        *rader, sum_ = telling.spor()
        assert [rad.tall["nummer"] for rad in rader] == [1, 2, 3, 4]
        assert (sum_.kode, str(sum_.hjemmel)) == ("nok", "forskriften § 8 første ledd")
        assert sum_.tekst == "4 fravær med egenmelding de siste tolv månedene. Grensen er 4."

    def test_vinduet_er_de_siste_tolv_manedene(self) -> None:
        # On 4 May 2026 the window begins 5 May 2025.
        assert antall(syk("2025-05-05")) == 1
        assert antall(syk("2025-05-02")) == 0
        assert antall(syk("2026-05-04")) == 1
        assert antall(syk("2026-05-05")) == 0

    def test_skuddaret_flytter_ikke_grensen(self) -> None:
        # Twelve months before 28 February 2029 is 28 February 2028, so 29 February 2028 is inside.
        assert antall(syk("2028-02-28"), syk("2028-02-29"), dag="2029-02-28") == 1
        # Before 29 February 2028 there is no 29 February in 2027: the last day is the 28th, and 1 March is inside.
        assert antall(syk("2027-02-26"), syk("2027-03-01"), dag="2028-02-29") == 1

    def test_dokumentert_fra_den_fjerde_dagen_telles_ikke(self) -> None:
        assert antall(syk("2025-09-01", "2025-09-05", ("2025-09-04", "2025-09-05"))) == 0
        assert antall(syk("2025-09-01", "2025-09-05", ("2025-09-05", "2025-09-05"))) == 1
        assert antall(syk("2025-09-01", "2025-09-05", ("2025-09-01", "2025-09-05"))) == 0

    def test_kort_fravaer_med_noe_erklaering_telles_ikke(self) -> None:
        assert antall(syk("2025-09-01", "2025-09-03", ("2025-09-03", "2025-09-03"))) == 0
        assert antall(syk("2025-09-01", "2025-09-03")) == 1

    def test_bare_egen_sykdom_i_programmet_etter_atte_uker(self) -> None:
        # Egenmelding can be used from 3 March 2025; 7 and 8 June 2025 are a weekend.
        assert antall(syk("2025-02-28"), syk("2025-03-03"), dag="2025-06-02") == 1
        assert antall(syk("2025-06-07", "2025-06-08"), dag="2025-07-01") == 0
        for arsak in (Arsak.BARNS_SYKDOM, Arsak.FERIE, Arsak.ULEGITIMERT):
            assert antall(syk("2025-09-01", arsak=arsak)) == 0

    def test_ingen_fravaer(self) -> None:
        telling = tell(DELTAKER, [], D("2026-05-04"))
        assert (telling.nok, [rad.kode for rad in telling.spor()]) == (False, ["ikke_nok"])


class TestNarDetGjelder:
    """§ 8 third paragraph: within six months it is assessed anew, or it rests."""

    @pytest.mark.parametrize(
        ("besluttet", "senest"),
        [("2026-06-03", "2026-12-03"), ("2026-08-31", "2027-02-28"), ("2027-08-31", "2028-02-29")],
    )
    def test_samme_dato_seks_maneder_etter(self, besluttet: str, senest: str) -> None:
        assert vurderes_senest(D(besluttet)) == D(senest)

    def test_opprettholdt_i_tide_er_uten_hull(self) -> None:
        assert stoppet(
            [Beslutning(D("2026-06-04"), D("2026-12-03")), Beslutning(D("2026-06-04"), D("2027-05-20"))]
        ) == (Periode(D("2026-06-04"), D("2027-05-20")),)

    def test_for_sent_hviler_den_i_mellomtiden(self) -> None:
        assert stoppet(
            [Beslutning(D("2026-06-04"), D("2026-12-03")), Beslutning(D("2026-12-15"), D("2027-06-14"))]
        ) == (Periode(D("2026-06-04"), D("2026-12-03")), Periode(D("2026-12-15"), D("2027-06-14")))

    def test_opphevet_kutter_og_kan_ta_bort_alt(self) -> None:
        bestemt = Beslutning(D("2026-06-04"), D("2026-12-03"))
        assert stoppet([bestemt, Beslutning(D("2026-09-01"), None)]) == (Periode(D("2026-06-04"), D("2026-08-31")),)
        assert stoppet([bestemt, Beslutning(D("2026-06-04"), None)]) == ()
        igjen = Beslutning(D("2027-03-01"), D("2027-08-26"))
        assert stoppet([bestemt, Beslutning(D("2026-06-04"), None), igjen]) == (
            Periode(D("2027-03-01"), D("2027-08-26")),
        )

    def test_dagene_det_ventes_pa_en_klage_er_ikke_med(self) -> None:
        bestemt = Beslutning(D("2026-06-04"), D("2026-12-03"))
        ventet = [Periode(D("2026-06-03"), D("2026-06-20")), Periode(D("2026-06-18"), D("2026-06-30"))]
        apent = Periode(D("2026-11-01"), None)
        assert stoppet([bestemt], ventet) == (Periode(D("2026-07-01"), D("2026-12-03")),)
        assert stoppet([bestemt], [*ventet, apent]) == (Periode(D("2026-07-01"), D("2026-10-31")),)
        assert stoppet([], [apent]) == ()


def svar(deltaker: Deltaker, *fravaer: Fravaer) -> list[dict[str, str]]:
    return [{f"{dag:%m-%d}": str(ett) for dag, ett in en.dager.items()} for en in vurder(deltaker, fravaer)]


class TestSvarene:
    STOPPET = replace(DELTAKER, egenmelding_stoppet=(Periode(D("2025-09-02"), D("2026-03-01")),))

    def test_uten_legeerklaering_er_dagene_tapt_og_bare_de(self) -> None:
        # 1 September is the day before; 3 September is documented.
        fravaeret = syk("2025-09-01", "2025-09-03", ("2025-09-03", "2025-09-03"))
        assert svar(self.STOPPET, fravaeret) == [
            {"09-01": "gyldig fk-6", "09-02": "ugyldig fk-8", "09-03": "gyldig fk-5"}
        ]
        (rad,) = [rad for rad in vurder(self.STOPPET, [fravaeret])[0].spor() if rad.kode == "ugyldig fk-8"]
        assert "må ha legeerklæring fra første dag i denne tiden" in rad.tekst
        assert svar(self.STOPPET, syk("2026-03-02")) == [{"03-02": "gyldig fk-6"}]

    def test_dagen_teller_fortsatt_i_kjeden(self) -> None:
        # Two lost days on 26 and 27 February count with two new ones within sixteen days.
        assert svar(self.STOPPET, syk("2026-02-26", "2026-02-27"), syk("2026-03-09", "2026-03-10"))[1] == {
            "03-09": "ugyldig fk-6-4",
            "03-10": "ugyldig fk-6-4",
        }

    def test_for_barnet_er_det_en_egen_beslutning(self) -> None:
        med_barn = replace(self.STOPPET, barn=(Barn(D("2020-04-01")),))
        sykt = syk("2025-09-02", "2025-09-03", ("2025-09-03", "2025-09-03"), arsak=Arsak.BARNS_SYKDOM)
        assert svar(med_barn, sykt) == [{"09-02": "gyldig fk-11", "09-03": "gyldig fk-11"}]
        stoppet_ = replace(med_barn, egenmelding_barn_stoppet=med_barn.egenmelding_stoppet, egenmelding_stoppet=())
        assert svar(stoppet_, sykt) == [{"09-02": "ugyldig fk-8", "09-03": "gyldig fk-11"}]
        # The lost day is not taken from the ten either.
        (en,) = vurder(stoppet_, [sykt])
        assert en.dager[D("2025-09-03")].tall["brukt"] == 1
        assert "legeerklæring fra første dag" in en.spor()[0].tekst
        assert svar(stoppet_, syk("2025-09-02")) == [{"09-02": "gyldig fk-6"}]

    def test_en_egenmelding_som_ikke_ble_bekreftet(self) -> None:
        bortfalt = (Periode(D("2025-09-01"), D("2025-09-02")),)
        to = replace(syk("2025-09-01", "2025-09-03", ("2025-09-02", "2025-09-02")), bortfalt=bortfalt)
        assert svar(DELTAKER, to) == [{"09-01": "ugyldig fk-7", "09-02": "gyldig fk-5", "09-03": "gyldig fk-6"}]
        assert "bekrefte det skriftlig" in vurder(DELTAKER, [to])[0].spor()[0].tekst
        barn = replace(DELTAKER, barn=(Barn(D("2020-04-01")),))
        sykt = replace(syk("2025-09-01", arsak=Arsak.BARNS_SYKDOM), bortfalt=bortfalt)
        assert svar(barn, sykt) == [{"09-01": "ugyldig fk-7"}]
        assert "bekrefte det skriftlig" in vurder(barn, [sykt])[0].spor()[0].tekst
