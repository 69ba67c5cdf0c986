"""The components: what a field, a form, a week and a reckoning look like, and what they say when something is wrong."""

from __future__ import annotations

from datetime import date, time
from types import SimpleNamespace
from typing import Any

import pytest
from django import forms
from django.template import Context, engines
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from fotfeste.flater.felles.skjema import Datofelt, Skjema, Tekstfelt, Timefelt, les_dato
from fotfeste.flater.felles.templatetags.komponenter import (
    fristord,
    konflikter,
    myk,
    siden,
    sprakene,
    tallord,
    ukedager,
    ukesum,
)
from fotfeste.flater.felles.visning import legg_pa_feil
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, SamtidigEndring
from tests.grunnlag import I_DAG


class Samtale(Skjema):
    dato = Datofelt(label="Når", help_text="For eksempel i går")
    kanal = forms.ChoiceField(
        label="Hvordan", choices=[("mote", "Møte"), ("telefon", "Telefon")], widget=forms.RadioSelect
    )
    tolk = forms.BooleanField(label="Tolk", required=False)
    notat = Tekstfelt(label="Notat", required=False)


def tegn(mal: str, **kontekst: Any) -> str:
    """Draw a template text with cotton components."""
    request = RequestFactory().get("/kontor/prove/")
    request.session = {}  # type: ignore[assignment]
    return str(engines["django"].from_string(_kompilert(mal)).render(kontekst, request))


def _kompilert(mal: str) -> str:
    from django_cotton.compiler_regex import CottonCompiler

    return str(CottonCompiler().process(mal))


@pytest.mark.parametrize(
    ("skrevet", "dag"),
    [
        ("3.2.26", date(2026, 2, 3)),
        ("03.02.2026", date(2026, 2, 3)),
        ("030226", date(2026, 2, 3)),
        ("3/2 2026", date(2026, 2, 3)),
        ("2026-02-03", date(2026, 2, 3)),
        ("1.1.68", date(1968, 1, 1)),
        ("i går", date(2026, 6, 2)),
        (" I  DAG ", I_DAG),
    ],
)
def test_datoer_leses_slik_folk_skriver_dem(skrevet: str, dag: date) -> None:
    assert les_dato(skrevet) == dag


@pytest.mark.parametrize("skrevet", ["31.2.26", "snart", "1.13.2026", "٣.٢.٢٦x", ""])
def test_det_som_ikke_er_en_dato_nektes(skrevet: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - from us or from date() alike
        les_dato(skrevet)


def test_datofeltet_sier_hva_som_er_galt_og_beholder_teksten() -> None:
    skjema = Samtale({"dato": "snart", "kanal": "mote"})
    assert skjema.errors["dato"] == ["«snart» er ikke en dato. Skriv den for eksempel som 3.2.2026."]
    side = tegn('<c-skjema :skjema="skjema" knapp="Lagre" />', skjema=skjema)
    assert 'value="snart"' in side
    assert 'href="#id_dato"' in side
    assert "data-feilsum" in side
    assert 'aria-invalid="true"' in side
    assert 'aria-describedby="id_dato_helptext id_dato_error"' in side
    assert 'id="id_dato_error"' in side


def test_timer_skrives_med_komma_og_i_kvarter() -> None:
    felt = Timefelt()
    assert str(felt.clean("7,5")) == "7.5"
    for skrevet in ("syv", "25", "-1", "7,1", "NaN"):
        with pytest.raises(forms.ValidationError):
            felt.clean(skrevet)


def test_skjemaet_har_engangsnokkel_versjon_og_knapp_som_aldri_er_gra() -> None:
    side = tegn('<c-skjema :skjema="skjema" knapp="Send til beslutter" avbryt="/bort/" />', skjema=Samtale(versjon=4))
    assert 'name="innsending"' in side
    assert 'name="versjon" value="4"' in side
    assert "Send til beslutter" in side
    assert 'href="/bort/"' in side
    assert "disabled" not in side
    assert "csrfmiddlewaretoken" in side
    assert side.count('type="radio"') == 2
    assert "<legend>Hvordan" in side
    assert 'for="id_notat"' in side
    assert "(valgfritt)" in side


def test_egen_kropp_erstatter_feltene() -> None:
    side = tegn('<c-skjema :skjema="s" knapp="Ok"><p>min egen</p><c-felt :felt="s.dato" /></c-skjema>', s=Samtale())
    assert "min egen" in side
    assert 'name="dato"' in side
    assert 'name="notat"' not in side


def test_to_som_skriver_samtidig_ser_begge_tekstene() -> None:
    gjeldende = SimpleNamespace(versjon=7, notat="Hun vil ta fagbrev.", tolk=True, dato=date(2026, 6, 1))
    skjema = Samtale({"dato": "1.6.2026", "kanal": "mote", "notat": "Hun vil begynne i juni.", "versjon": "6"})
    assert skjema.is_valid()
    legg_pa_feil(skjema, SamtidigEndring(gjeldende))
    rader = {rad.felt: (rad.gjeldende, rad.ditt) for rad in konflikter(skjema)}
    assert rader["Notat"] == ("Hun vil ta fagbrev.", "Hun vil begynne i juni.")
    assert rader["Tolk"] == ("ja", "nei")
    assert "Når" in rader or rader.keys() == {"Notat", "Tolk"}
    side = tegn('<c-skjema :skjema="skjema" />', skjema=skjema)
    assert "Noen andre har lagret" in side
    assert 'name="versjon" value="7"' in side
    assert side.count("Hun vil begynne i juni.") == 2


def test_avslagene_fra_tjenesten_havner_ved_feltet_sitt() -> None:
    skjema = Samtale({"dato": "1.6.2026", "kanal": "mote"})
    assert skjema.is_valid()
    legg_pa_feil(skjema, FlereFeil([Fagfeil("Sjekk datoen.", felt="dato"), Fagfeil("Saken er lukket.", felt="x")]))
    assert skjema.errors["dato"] == ["Sjekk datoen."]
    assert skjema.non_field_errors() == ["Saken er lukket."]


def test_teksten_i_skjemaet_blir_aldri_til_kode() -> None:
    skjema = Samtale({"dato": "<script>", "kanal": "mote", "notat": "</textarea><script>alert(1)</script>"})
    side = tegn('<c-skjema :skjema="skjema" />', skjema=skjema)
    assert "<script>" not in side


def _blokk(ukedag: int, fra: str, til: str, navn: str = "Praksis") -> Any:
    aktivitet = SimpleNamespace(navn=navn, gruppe="helse", sted="", arrangor="Barnehagen")
    return SimpleNamespace(
        ukedag=ukedag, start=time.fromisoformat(fra), slutt=time.fromisoformat(til), aktivitet=aktivitet
    )


def test_uken_star_i_rekkefolge_med_mellomrom_i_kvarter() -> None:
    uke = ukedager([_blokk(1, "12:15", "16:00"), _blokk(0, "08:30", "16:00"), _blokk(1, "08:30", "12:00")])
    assert [dag.navn for dag in uke] == ["mandag", "tirsdag", "onsdag", "torsdag", "fredag"]
    assert [(b.mellomrom, b.lengde, b.tid) for b in uke[1].blokker] == [
        (0, 14, "08.30–12.00"),
        (1, 15, "12.15–16.00"),
    ]


def test_lordagen_star_der_nar_noe_skjer() -> None:
    assert len(ukedager([_blokk(5, "10:00", "12:00")])) == 6
    assert ukedager([]) == []
    assert "Uken er tom" in tegn('<c-uke :blokker="b" />', b=[])
    assert ukesum(37) == "37\N{NO-BREAK SPACE}t i uken"
    assert ukesum("37,5 av 37,5") == "37,5 av 37,5"


def test_utregningen_viser_linjer_sum_og_hjemmel() -> None:
    beregning = SimpleNamespace(
        ut={"linjer": {"stonad": 17370, "barnetillegg": 1295, "reduksjon_arbeid": 0, "reduksjon_fravaer": -1499}},
        brutto=17166,
        netto=16666,
        spor=[{"tekst": "17 dager med rett til stønad.", "hjemmel": "sotjl § 35"}],
    )
    side = tegn('<c-utregning :beregning="b" />', b=beregning).replace("\N{NO-BREAK SPACE}", " ")
    assert "17 370 kr" in side
    assert "−1 499 kr" in side
    assert "16 666 kr" in side
    assert "−500 kr" in side
    assert "17 dager med rett til stønad." in side
    assert "sotjl § 35" in side
    assert "lønnet arbeid" not in side


def test_radene_i_utregningen_har_ingen_nummer_foran_datoen() -> None:
    """«3. 2. november arbeidet du» is two dates to whoever reads it."""
    rad = {"tekst": "2. november arbeidet du 4 timer.", "hjemmel": "sotjl § 37"}
    side = tegn('<c-utregning :beregning="b" />', b=SimpleNamespace(ut={"linjer": {}}, brutto=0, netto=0, spor=[rad]))
    assert "<ol" not in side
    assert '<ul class="utregning-rader" lang="nb"><li>2. november' in side


@pytest.mark.parametrize(
    ("dag", "ord_"),
    [
        (date(2026, 6, 3), "i dag"),
        (date(2026, 6, 4), "i morgen"),
        (date(2026, 6, 5), "fredag 5. juni"),
        (date(2026, 6, 12), "12. juni"),
        (date(2027, 1, 11), "11. januar 2027"),
        (date(2026, 6, 1), "for 2 dager siden"),
        (None, ""),
    ],
)
def test_frister_sies_som_folk_sier_dem(dag: date | None, ord_: str) -> None:
    assert fristord(dag) == ord_


def test_sma_tall_skrives_med_ord() -> None:
    assert tallord(6) == "seks"
    assert tallord(38) == "38"
    assert siden(date(2026, 6, 2)) == "i går"
    assert siden(date(2026, 4, 1)) == "1. april"
    assert siden(None) == ""


def test_hvert_sprak_heter_det_samme_pa_alle_sider() -> None:
    for sprak in ("nb", "nn", "en"):
        with translation.override(sprak):
            assert sprakene(Context()) == [("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")]
            assert ">English</button>" in render_to_string("felles/sprak.html", request=RequestFactory().get("/"))


def test_det_lengste_ordet_kan_deles_der_delene_motes() -> None:
    assert myk("Du har fått plass i kvalifiseringsprogrammet") == ("Du har fått plass i kvalifiserings\u00adprogrammet")
    assert myk("Timeliste") == "Timeliste"
