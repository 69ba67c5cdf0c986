"""Every letter, from the shortest to the most crowded, says the important thing first and leaves nothing out."""

import re
from dataclasses import replace
from datetime import date

import pytest

from fotfeste.fag.brev.html import som_html
from fotfeste.fag.brev.innhold import Avsnitt, Brev, Brevfeil, Del, Mottaker
from fotfeste.fag.brev.klarsprak import kontroller
from fotfeste.fag.brev.maler import (
    Begrunnelse,
    Gjoremal,
    Innvilgelse,
    Klagerett,
    Regnerad,
    Utbetalingsmelding,
    innvilgelse,
    utbetalingsmelding,
)
from tests.fag.brev.eksempler import (
    ALLE,
    DU,
    NAV,
    NAVN,
    REGLER,
    begrunnelse,
    lag_avslag,
    lag_innvilgelse,
    lag_utbetaling,
    ramme,
)


def synlig(brev: Brev) -> str:
    """Return the words of the letter as a reader meets them."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", som_html(brev)).replace("\u00a0", " "))


@pytest.mark.parametrize("navn", NAVN)
@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("mal", ALLE)
def test_hvert_brev_lar_seg_lage_uten_hull(mal: str, navn: str, *, full: bool) -> None:
    tekst = synlig(ALLE[mal](navn, full=full))
    assert navn in tekst
    assert not re.search(r"\{|\}|None|\[|\]|<<|__", tekst)
    assert "  " not in tekst.strip()


@pytest.mark.parametrize("mal", ALLE)
def test_standardtekstene_er_klare(mal: str) -> None:
    assert kontroller(ALLE[mal]()) == ()


def test_innvilgelsen_sier_resultatet_først_og_begrunner_i_tre_deler() -> None:
    brev = lag_innvilgelse()
    overskrifter = re.findall(r"<h[1-6]>(.*?)</h[1-6]>", som_html(brev))
    assert overskrifter == [
        "Du har fått plass i kvalifiseringsprogrammet",
        "Kort fortalt",
        "Dette skjer nå",
        "Så mye får du",
        "Derfor har vi bestemt dette",
        "Dette sier regelen",
        "Dette vet vi om situasjonen din",
        "Dette har vi lagt vekt på",
        "Reglene for programmet og pengene",
        "Du kan klage hvis du er uenig",
        "Du kan se papirene i saken din",
        "Spør oss når du lurer på noe",
    ]


@pytest.mark.parametrize("lag", [lag_innvilgelse, lag_avslag])
def test_vedtaket_sier_hvordan_man_klager(lag: object) -> None:
    brev = lag()  # type: ignore[operator]
    tekst = synlig(brev)
    for del_ in (
        "tre uker fra den dagen dette brevet kom fram til deg",
        "Send klagen til NAV Fana, Postboks 123, 5221 Nesttun",
        "Statsforvalteren i Vestland, som avgjør den",
        "Vi hjelper deg med å skrive klagen",
        "Forvaltningsloven §§ 11, 28–32, 36 og 42.",
        "Forvaltningsloven §§ 18–19.",
    ):
        assert del_ in tekst
    assert brev.klage.frist_uker == 3


def test_vedtak_som_kan_skade_forteller_om_utsetting() -> None:
    klagerett = Klagerett(frist_uker=3, klageinstans="Statsforvalteren i Oslo og Viken", utsetting=True)
    brev = innvilgelse(replace(_innvilgelse(), klagerett=klagerett))
    assert "venter med å gjennomføre vedtaket" in synlig(brev)
    assert "venter med å gjennomføre vedtaket" not in synlig(lag_innvilgelse())


def test_stønaden_tar_forbehold_om_fravær() -> None:
    """Without the reservation, each deduction would need its own appealable decision."""
    assert "Vi tar dette forbeholdet: Er du borte uten" in synlig(lag_innvilgelse())


def test_programmet_kan_ikke_begynne_etter_seks_måneder() -> None:
    with pytest.raises(Brevfeil, match="senest 1"):
        innvilgelse(replace(_innvilgelse(), startdato=date(2026, 6, 2)))


def test_programmet_kan_ikke_slutte_før_det_begynner() -> None:
    with pytest.raises(Brevfeil, match="slutter før det begynner"):
        innvilgelse(replace(_innvilgelse(), sluttdato=date(2026, 3, 1)))


@pytest.mark.parametrize("tom", ["", "   ", "\n\n", "\u200b\u200b".replace("\u200b", "\t")])
def test_tom_avveiing_stopper_brevet(tom: str) -> None:
    with pytest.raises(Brevfeil, match="Dette har vi lagt vekt på"):
        innvilgelse(replace(_innvilgelse(), begrunnelse=replace(begrunnelse(), avveiing=tom)))


def test_begrunnelse_uten_fakta_stopper_brevet() -> None:
    with pytest.raises(Brevfeil, match="minst ett faktum"):
        innvilgelse(replace(_innvilgelse(), begrunnelse=Begrunnelse(regler=REGLER, fakta=(), avveiing="Vi mener ja.")))


@pytest.mark.parametrize("hull", ["Vi skriver til {{ navn }}.", "Sett inn [navn på barn] her", "Dato: ____", "XX"])
def test_glemte_hull_stopper_brevet(hull: str) -> None:
    with pytest.raises(Brevfeil, match="ikke fylt ut"):
        Avsnitt(hull)


def test_vedtak_uten_klagerett_kan_ikke_lages() -> None:
    with pytest.raises(Brevfeil, match="hvordan man klager"):
        replace(lag_avslag(), klage=None)


def test_vedtak_uten_begrunnelse_og_vei_videre_kan_ikke_lages() -> None:
    with pytest.raises(Brevfeil, match="begrunnelsen, hva som skjer videre"):
        replace(lag_avslag(), deler=(Del("Kort", (Avsnitt("Nei."),)),))


def test_usynlige_styretegn_forsvinner() -> None:
    assert Mottaker("Kari\u202e jellF\x00\r\n  Fjell").navn == "Kari jellF Fjell"


def test_radene_må_gi_summen() -> None:
    inn = Utbetalingsmelding(
        ramme=ramme(),
        maned=date(2026, 1, 1),
        utbetales=date(2026, 2, 12),
        siste_sifre="78903",
        rader=(Regnerad("Stønad", "17 dager", 100_00), Regnerad("Fravær", "2 timer", -10_00)),
        sum_ore=91_00,
        skattetrekk=True,
    )
    with pytest.raises(Brevfeil, match="Radene gir 90"):
        utbetalingsmelding(inn)
    assert utbetalingsmelding(replace(inn, sum_ore=90_00)).tittel == "Du får 90\u00a0kr før skatt for januar 2026"
    with pytest.raises(Brevfeil, match="under null"):
        utbetalingsmelding(replace(inn, rader=(Regnerad("Trekk", "Feil", -1),), sum_ore=-1))


def test_null_kroner_forklares() -> None:
    inn = Utbetalingsmelding(
        ramme=ramme(),
        maned=date(2026, 1, 1),
        utbetales=date(2026, 2, 12),
        siste_sifre="78903",
        rader=(Regnerad("Stønad", "Ingen stønadsdager", 0),),
        sum_ore=0,
        skattetrekk=True,
    )
    brev = utbetalingsmelding(inn)
    assert brev.tittel == "Du får ingen utbetaling for januar 2026"
    assert "skattekort" not in synlig(brev)


def test_skattefri_måned_sier_det() -> None:
    assert "Vi trekker ikke skatt denne gangen." in synlig(lag_utbetaling(full=True))


def test_html_er_trygg() -> None:
    brev = lag_innvilgelse('<script>alert(1)</script> & «Kari» "O\'Hara"')
    assert "<script>" not in som_html(brev)
    assert "&lt;script&gt;" in som_html(brev)


def test_html_kan_stå_under_sidens_egen_overskrift() -> None:
    html = som_html(lag_innvilgelse(), niva=3)
    assert "<h3>Du har fått plass" in html
    assert "<h1" not in html


def test_sammendrag_på_eget_språk_får_språk_og_retning() -> None:
    assert '<section class="brev-sammendrag" lang="ar" dir="rtl">' in som_html(lag_innvilgelse(full=True))


def _innvilgelse() -> Innvilgelse:
    return Innvilgelse(
        ramme=ramme(),
        begrunnelse=begrunnelse(),
        klagerett=Klagerett(frist_uker=3, klageinstans="Statsforvalteren i Vestland"),
        soknad_mottatt=date(2025, 12, 1),
        startdato=date(2026, 3, 2),
        sluttdato=date(2027, 3, 1),
        siste_startdato=date(2026, 6, 1),
        dagsats_ore=102176,
        redusert_for_unge=False,
        antall_barn=1,
        barnetillegg_ore=3800,
        forste_utbetaling=date(2026, 4, 10),
        dette_gjor_du=(*DU, Gjoremal("Si fra hvis noe endrer seg.")),
        dette_gjor_nav=NAV,
    )
