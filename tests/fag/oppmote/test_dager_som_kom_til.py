"""A decision that comes after the sheet was opened: days it gives are registered, days it takes are gone (§ 39)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from fotfeste.fag.oppmote import services as oppmote
from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oppmote.inn import Dagtimer, Fravaerinn
from fotfeste.fag.oppmote.models import Timeliste
from fotfeste.fag.oppmote.selectors import kommandoer_for, timeliste_ark, timelister_for_maned
from fotfeste.fag.person.services import person_endre
from fotfeste.fag.program.services import permisjon_registrer
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling import services as utbetaling
from fotfeste.fag.utbetaling.enums import Utelatt
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, SamtidigEndring
from fotfeste.grunnmur.organisasjon.models import Kommune
from fotfeste.grunnmur.tilgang import Aktor
from tests.fag.program.fortellinger import avtalt_program, gi_vedtak

MAI = date(2026, 5, 1)
FOR = [4, 5, 6, 7, 8, 11, 12, 13, 15]
ETTER = [18, 19, 20, 21, 22, 26, 27, 28, 29]
HELE, TOM = Dagtimer(Decimal("7.5")), Dagtimer()


@pytest.fixture
def mai(sak: Sak, veileder: Aktor, deltaker: Aktor) -> Timeliste:
    """The sheet as it was opened while the decision ended on 17 May."""
    gi_vedtak(sak, veileder, til=date(2026, 5, 17))
    return oppmote.timeliste_apne(deltaker, sak=sak, maned=MAI)


def forleng(sak: Sak, veileder: Aktor) -> None:
    gi_vedtak(sak, veileder, type_=Vedtakstype.FORLENGELSE, fra=date(2026, 5, 18), til=date(2027, 2, 1))


def dagene(liste: Timeliste) -> list[int]:
    return [rad.dato.day for rad in liste.dager.all()]


def timer(liste: Timeliste, dag: int) -> Decimal:
    return liste.dager.get(dato=date(2026, 5, dag)).timer_program


class TestTattBort:
    """The other way: the sheet was opened, and then the days were taken from it."""

    def test_dager_etter_slutten_og_i_permisjon_tas_av_listen(
        self, mai: Timeliste, deltaker: Aktor, veileder: Aktor
    ) -> None:
        oppmote.timeliste_lagre(
            deltaker, timeliste=mai, dager={date(2026, 5, 11): Dagtimer(arbeid=Decimal(5)), date(2026, 5, 12): HELE}
        )
        permisjon_registrer(
            veileder, sak=mai.sak, fra=date(2026, 5, 11), til=date(2026, 5, 12), grunn="Flytting", med_stonad=False
        )
        gi_vedtak(mai.sak, veileder, type_=Vedtakstype.AVSLUTNING, fra=date(2026, 5, 13), til=None)
        liste = oppmote.timeliste_apne(deltaker, sak=mai.sak, maned=MAI)
        assert liste.versjon == mai.versjon + 2
        # The five hours of paid work on the 11th were typed, and stand; nothing is left to explain there.
        assert dagene(liste) == [4, 5, 6, 7, 8, 11, 13]
        assert liste.dager.get(dato=date(2026, 5, 11)).planlagt == timer(liste, 11) == Decimal(0)
        assert oppmote.timeliste_apne(deltaker, sak=mai.sak, maned=MAI).versjon == liste.versjon
        assert oppmote.timeliste_lever(deltaker, timeliste=liste).status == Timelistestatus.LEVERT

    def test_er_den_sendt_far_veilederen_vite_det(self, mai: Timeliste, deltaker: Aktor, veileder: Aktor) -> None:
        sendt = oppmote.timeliste_lever(deltaker, timeliste=mai)
        gi_vedtak(mai.sak, veileder, type_=Vedtakstype.AVBRUDD, fra=date(2026, 5, 13), til=None)
        assert "2 dager på listen er ikke i programmet lenger" in timelister_for_maned(veileder, MAI)[0].unntak
        oppmote.timeliste_returner(veileder, timeliste=sendt, grunn="Programmet er avbrutt fra 13. mai.")
        assert dagene(oppmote.timeliste_apne(deltaker, sak=mai.sak, maned=MAI)) == FOR[:-2]


def test_dager_ingen_har_skrevet_pa_folger_en_ny_uke(sak: Sak, veileder: Aktor, deltaker: Aktor) -> None:
    """Opened with 7,5 hours a day; then a week with three and a half of paid work is agreed. The 5th was written on."""
    gi_vedtak(sak, veileder)
    mai = oppmote.timeliste_apne(deltaker, sak=sak, maned=MAI)
    oppmote.timeliste_lagre(deltaker, timeliste=mai, dager={date(2026, 5, 5): Dagtimer(Decimal(6))}, fravaer=[])
    avtalt_program(sak, veileder, lonnet=True)
    igjen = oppmote.timeliste_apne(deltaker, sak=sak, maned=MAI)
    timer = {rad.dato.day: (rad.planlagt, rad.timer_program, rad.timer_arbeid) for rad in igjen.dager.all()}
    assert timer[4] == timer[29] == (Decimal("7.5"), Decimal(4), Decimal("3.5"))
    assert timer[5] == (Decimal("7.5"), Decimal(6), Decimal(0))
    assert igjen.versjon == mai.versjon + 2
    assert oppmote.timeliste_apne(deltaker, sak=sak, maned=MAI).versjon == igjen.versjon


class TestApen:
    def test_dagene_kommer_pa_listen_nar_den_apnes(self, mai: Timeliste, deltaker: Aktor, veileder: Aktor) -> None:
        assert dagene(mai) == FOR
        forleng(mai.sak, veileder)
        igjen = oppmote.timeliste_apne(deltaker, sak=mai.sak, maned=MAI)
        assert (igjen, igjen.versjon) == (mai, mai.versjon + 1)
        assert dagene(igjen) == FOR + ETTER
        assert oppmote.timeliste_apne(deltaker, sak=mai.sak, maned=MAI).versjon == igjen.versjon

    def test_dagene_kommer_pa_listen_nar_den_lagres(self, mai: Timeliste, deltaker: Aktor, veileder: Aktor) -> None:
        forleng(mai.sak, veileder)
        oppmote.timeliste_lagre(deltaker, timeliste=mai, dager={date(2026, 5, 18): TOM})
        assert dagene(mai) == FOR + ETTER
        assert (timer(mai, 18), timer(mai, 19)) == (Decimal(0), Decimal("7.5"))

    def test_et_fravaer_som_alt_er_fort_gjelder_de_nye_dagene(
        self, mai: Timeliste, deltaker: Aktor, veileder: Aktor
    ) -> None:
        syk = Fravaerinn(date(2026, 5, 15), date(2026, 5, 19), "egen_sykdom")
        oppmote.fravaer_registrer(deltaker, timeliste=mai, fravaer=syk)
        forleng(mai.sak, veileder)
        oppmote.timeliste_apne(deltaker, sak=mai.sak, maned=MAI)
        assert [timer(mai, dag) for dag in (15, 18, 19, 20)] == [0, 0, 0, Decimal("7.5")]

    @pytest.mark.parametrize("hva", ["registrer", "fjern"])
    def test_dagene_kommer_ogsa_med_et_fravaer(
        self, mai: Timeliste, deltaker: Aktor, veileder: Aktor, hva: str
    ) -> None:
        syk = Fravaerinn(date(2026, 5, 15), date(2026, 5, 19), "egen_sykdom")
        if hva == "registrer":
            forleng(mai.sak, veileder)
            oppmote.fravaer_registrer(deltaker, timeliste=mai, fravaer=syk)
        else:
            rad = oppmote.fravaer_registrer(deltaker, timeliste=mai, fravaer=syk)
            forleng(mai.sak, veileder)
            oppmote.fravaer_fjern(deltaker, fravaer=rad)
        ventet = Decimal(0) if hva == "registrer" else Decimal("7.5")
        assert [timer(mai, dag) for dag in (15, 18, 19)] == [ventet] * 3
        assert dagene(mai) == FOR + ETTER

    def test_pausen_som_tar_slutt_gir_dagene_tilbake(self, sak: Sak, veileder: Aktor) -> None:
        gi_vedtak(sak, veileder)
        gi_vedtak(sak, veileder, type_=Vedtakstype.AVBRUDD, fra=date(2026, 5, 18), til=None)
        liste = oppmote.timeliste_apne(veileder, sak=sak, maned=MAI)
        assert dagene(liste) == FOR
        gi_vedtak(sak, veileder, type_=Vedtakstype.GJENOPPTAK, fra=date(2026, 5, 26), til=None)
        oppmote.timeliste_apne(veileder, sak=sak, maned=MAI)
        assert dagene(liste) == [*FOR, 26, 27, 28, 29]


class TestLever:
    def test_dager_ingen_har_sett_sendes_ikke(self, mai: Timeliste, deltaker: Aktor, veileder: Aktor) -> None:
        forleng(mai.sak, veileder)
        with pytest.raises(Fagfeil, match=r"Listen mangler 18\. mai, 19\. mai"):
            oppmote.timeliste_lever(deltaker, timeliste=mai)
        with pytest.raises(Fagfeil, match=r"Listen mangler 18\. mai, 19\. mai"):
            oppmote.timeliste_lagre_og_lever(deltaker, timeliste=mai, dager={date(2026, 5, 4): HELE})
        assert dagene(mai) == FOR
        oppmote.timeliste_apne(deltaker, sak=mai.sak, maned=MAI)
        assert oppmote.timeliste_lever(deltaker, timeliste=mai).status == Timelistestatus.LEVERT

    def test_dager_som_er_fort_kan_sendes_med_det_samme(self, mai: Timeliste, deltaker: Aktor, veileder: Aktor) -> None:
        forleng(mai.sak, veileder)
        dager = {date(2026, 5, dag): HELE for dag in ETTER}
        oppmote.timeliste_lagre_og_lever(deltaker, timeliste=mai, dager=dager)
        assert dagene(mai) == FOR + ETTER

    def test_skjemaet_fra_for_forlengelsen_sendes_ikke(self, mai: Timeliste, deltaker: Aktor, veileder: Aktor) -> None:
        forleng(mai.sak, veileder)
        oppmote.timeliste_apne(deltaker, sak=mai.sak, maned=MAI)
        with pytest.raises(SamtidigEndring):
            oppmote.timeliste_lagre_og_lever(deltaker, timeliste=mai, dager={}, versjon=mai.versjon)


class TestSendtForForlengelsen:
    @pytest.fixture
    def levert(self, mai: Timeliste, deltaker: Aktor, veileder: Aktor) -> Timeliste:
        with klokke.still_til(date(2026, 5, 15)):
            liste = oppmote.timeliste_lever(deltaker, timeliste=mai)
        forleng(mai.sak, veileder)
        return liste

    def test_den_godkjennes_ikke_og_star_med_et_unntak(self, levert: Timeliste, veileder: Aktor) -> None:
        with pytest.raises(Fagfeil, match=r"Listen mangler 18\. mai.* Send den tilbake"):
            oppmote.timeliste_godkjenn(veileder, timeliste=levert)
        rader = timelister_for_maned(veileder, MAI)
        assert [rad.unntak for rad in rader] == [["9 programdager mangler på listen"]]
        assert not any(rad.kan_godkjennes_samlet for rad in rader)
        assert oppmote.timelister_godkjenn(veileder, timelister=[levert]).godkjent == []

    def test_sendt_tilbake_far_den_dagene(self, levert: Timeliste, veileder: Aktor, deltaker: Aktor) -> None:
        oppmote.timeliste_returner(veileder, timeliste=levert, grunn="Vedtaket er forlenget. Før resten av mai.")
        liste = oppmote.timeliste_apne(deltaker, sak=levert.sak, maned=MAI)
        assert dagene(liste) == FOR + ETTER
        oppmote.timeliste_lever(deltaker, timeliste=liste)
        assert oppmote.timeliste_godkjenn(veileder, timeliste=liste).status == Timelistestatus.GODKJENT


class TestGodkjentForForlengelsen:
    @pytest.fixture
    def godkjent(self, mai: Timeliste, deltaker: Aktor, veileder: Aktor) -> Timeliste:
        with klokke.still_til(date(2026, 5, 15)):
            liste = oppmote.timeliste_godkjenn(veileder, timeliste=oppmote.timeliste_lever(deltaker, timeliste=mai))
        person_endre(veileder, mai.sak.person, kontonummer="15032080119")
        return liste

    def test_ingen_dager_betales_for_de_er_fort(
        self, godkjent: Timeliste, kommune: Kommune, veileder: Aktor, deltaker: Aktor, okonomi: Aktor
    ) -> None:
        forleng(godkjent.sak, veileder)
        kjoring = utbetaling.kjoring_opprett(okonomi, kommune=kommune, maned=MAI)
        kjoring = utbetaling.kjoring_forbered(okonomi, kjoring)
        assert not kjoring.utbetalinger.exists()
        assert [rad.grunn for rad in kjoring.utelatte.all()] == [Utelatt.DAGER_MANGLER]
        assert [rad.unntak for rad in timelister_for_maned(veileder, MAI)] == [["9 programdager mangler på listen"]]
        assert "returner" in kommandoer_for(veileder, timeliste_ark(godkjent))

        oppmote.timeliste_returner(veileder, timeliste=godkjent, grunn="Vedtaket er forlenget. Før resten av mai.")
        liste = oppmote.timeliste_apne(deltaker, sak=godkjent.sak, maned=MAI)
        assert (liste.godkjent, liste.godkjent_av) == (None, None)
        oppmote.timeliste_godkjenn(veileder, timeliste=oppmote.timeliste_lever(deltaker, timeliste=liste))
        kjoring = utbetaling.kjoring_forbered(okonomi, kjoring)
        assert kjoring.utbetalinger.get().brutto == 22510

    def test_en_hel_liste_star(self, godkjent: Timeliste, veileder: Aktor) -> None:
        assert "returner" not in kommandoer_for(veileder, timeliste_ark(godkjent))
        with pytest.raises(Fagfeil, match="mangler ingen dager"):
            oppmote.timeliste_returner(veileder, timeliste=godkjent, grunn="Se over den 12.")

    def test_en_liste_det_er_betalt_etter_star(
        self, godkjent: Timeliste, kommune: Kommune, veileder: Aktor, okonomi: Aktor
    ) -> None:
        utbetaling.kjoring_forbered(okonomi, utbetaling.kjoring_opprett(okonomi, kommune=kommune, maned=MAI))
        forleng(godkjent.sak, veileder)
        with pytest.raises(Fagfeil, match="ligger til grunn for en utbetaling"):
            oppmote.timeliste_returner(veileder, timeliste=godkjent, grunn="Vedtaket er forlenget.")
