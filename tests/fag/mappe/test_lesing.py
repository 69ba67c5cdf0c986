"""A line of a case file is read whole or refused, with where and why."""

from __future__ import annotations

import copy
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fotfeste.fag.mappe import form, lesing
from fotfeste.fag.mappe.lesing import Linje, les_fil, les_linje

DATA = Path(__file__).resolve().parents[2] / "data" / "kontrakter"
EKSEMPLER = (DATA / "saksmapper.jsonl").read_text(encoding="utf-8").splitlines()
SKJEMA: dict[str, Any] = json.loads((DATA / "saksmappe.schema.json").read_text(encoding="utf-8"))

MINST = {
    "versjon": 1,
    "sak_id": "X-1",
    "kommune": "4601",
    "kontor": "Nord",
    "person": {"fodselsnummer": "10828709491", "fodselsdato": "1987-02-10"},
}
HEL: dict[str, Any] = json.loads(EKSEMPLER[1]) | {
    "permisjoner": [{"fra": "2026-01-05", "til": "2026-01-09", "grunn": "reise"}],
    "klager": [{"vedtak": "v1", "mottatt": "2025-09-10", "utfall": None}],
    "etter": [{"dato": "2027-03-01", "situasjon": "kvp"}],
}


def les(obj: object) -> Linje:
    return les_linje(json.dumps(obj, ensure_ascii=False))


def feilene(obj: object) -> dict[str, str]:
    return dict(les(obj).feil)


def med(endre: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    obj = copy.deepcopy(HEL)
    endre(obj)
    return obj


@pytest.mark.parametrize("linje", EKSEMPLER, ids=lambda linje: json.loads(linje)["sak_id"])
def test_eksemplene_leses(linje: str) -> None:
    assert les_linje(linje).feil == ()


def test_det_som_er_utelatt_er_tomt() -> None:
    mappe = les(MINST).mappe
    assert mappe is not None
    assert (mappe.vedtak, mappe.avslutning, mappe.bydel, mappe.person.barn) == ((), None, None, ())


def test_tabellene_sier_det_samme_som_skjemaet() -> None:
    """Every object of the schema: the same keys, the same required, the same codes, null in the same places."""
    assert _sammenlign(SKJEMA, lesing.MAPPE) == 27


def _sammenlign(skjema: dict[str, Any], objekt: lesing.Objekt[Any]) -> int:
    felt = {ett.navn: ett for ett in objekt.felt}
    assert set(felt) == set(skjema["properties"]) == set(objekt.type._fields)  # type: ignore[attr-defined]
    assert {navn for navn, ett in felt.items() if ett.pakrevd} == set(skjema["required"])
    antall = 1
    for navn, verdi in skjema["properties"].items():
        former = [verdi, *verdi.get("anyOf", [])]
        assert felt[navn].null == any(_tar_null(en) for en in former), navn
        former += [en["items"] for en in former if "items" in en]
        assert set(felt[navn].slag.koder) == {k for en in former for k in en.get("enum", []) if k is not None}, navn
        under = next((en for en in former if en.get("type") == "object"), None)
        assert (felt[navn].slag.objekt is not None) == (under is not None), navn
        if under and (tabell := felt[navn].slag.objekt):
            antall += _sammenlign(under, tabell)
    return antall


def _tar_null(skjema: dict[str, Any]) -> bool:
    typer = skjema.get("type", [])
    return "null" in ([typer] if isinstance(typer, str) else typer) or None in skjema.get("enum", [])


@pytest.mark.parametrize(
    ("endre", "felt"),
    [
        (lambda m: m.pop("person"), "person"),
        (lambda m: m.pop("kommune"), "kommune"),
        (lambda m: m.update(versjon=2), "versjon"),
        (lambda m: m.update(versjon=True), "versjon"),
        (lambda m: m.update(kommune="460"), "kommune"),
        (lambda m: m.update(kommune="4601\n"), "kommune"),
        (lambda m: m.update(kommune=4601), "kommune"),
        (lambda m: m.update(bydel="1"), "bydel"),
        (lambda m: m.update(ukjent=1), "ukjent"),
        (lambda m: m.update(vedtak=None), "vedtak"),
        (lambda m: m.update(individuell_plan=None), "individuell_plan"),
        (lambda m: m["person"].update(fodselsnummer="1082870949"), "person.fodselsnummer"),
        (lambda m: m["person"].update(fodselsnummer="1082870949x"), "person.fodselsnummer"),
        (lambda m: m["person"].update(fodselsdato="1987-02-30"), "person.fodselsdato"),
        (lambda m: m["person"].update(kjonn=None), "person.kjonn"),
        (lambda m: m["person"].update(tolkebehov="ja"), "person.tolkebehov"),
        (lambda m: m["person"].update(navn="a\x00b"), "person.navn"),
        (lambda m: m["vedtak"][0].update(dato="2025-8-29"), "vedtak[0].dato"),
        (lambda m: m["vedtak"][0].update(type="innvilget"), "vedtak[0].type"),
        (lambda m: m["vedtak"][0]["begrunnelse"].pop("hensyn"), "vedtak[0].begrunnelse.hensyn"),
        (lambda m: m["vedtak"][0]["vilkar"][2].update(utfall="ja"), "vedtak[0].vilkar[2].utfall"),
        (lambda m: m["vedtak"].append("v3"), "vedtak[2]"),
        (lambda m: m["programversjoner"][0].update(versjon=0), "programversjoner[0].versjon"),
        (lambda m: m["programversjoner"][0].update(versjon=1.5), "programversjoner[0].versjon"),
        (
            lambda m: m["programversjoner"][0]["evalueringsdatoer"].append("2026-13-01"),
            "programversjoner[0].evalueringsdatoer[4]",
        ),
        (
            lambda m: m["programversjoner"][0]["aktiviteter"][0].update(timer_per_uke=-1),
            "programversjoner[0].aktiviteter[0].timer_per_uke",
        ),
        (
            lambda m: m["programversjoner"][0]["aktiviteter"][0].update(timer_per_uke=True),
            "programversjoner[0].aktiviteter[0].timer_per_uke",
        ),
        (lambda m: m["timelister"][0].update(maned="2025-13"), "timelister[0].maned"),
        (lambda m: m["timelister"][0].update(maned="2025-09-01"), "timelister[0].maned"),
        (lambda m: m["timelister"][0]["fravaer"][0].update(timer=None), "timelister[0].fravaer[0].timer"),
        (lambda m: m["timelister"][0]["fravaer"][0].update(barn=-1), "timelister[0].fravaer[0].barn"),
        (lambda m: m["utbetalinger"][0].update(netto=5620.5), "utbetalinger[0].netto"),
        (lambda m: m["henvendelser"][0].update(mottatt="2026-02-02"), "henvendelser[0].mottatt"),
        (lambda m: m["henvendelser"][0].update(mottatt="2026-02-02T10:15:00Z"), "henvendelser[0].mottatt"),
        (lambda m: m["henvendelser"][0].pop("besvart"), "henvendelser[0].besvart"),
        (lambda m: m["avslutning"].update(situasjon=["kvp"]), "avslutning.situasjon[0]"),
        (lambda m: m["etter"][0].update(situasjon="vet ikke"), "etter[0].situasjon"),
    ],
)
def test_det_som_bryter_skjemaet_avvises_med_felt(endre: Callable[[dict[str, Any]], object], felt: str) -> None:
    lest = les(med(endre))
    assert lest.mappe is None
    assert [en.felt for en in lest.feil] == [felt]
    assert all(en.melding.endswith(".") for en in lest.feil)


@pytest.mark.parametrize(
    "endre",
    [
        lambda m: m["vedtak"][0].update(fra="2026-01-01", til="2025-01-01"),
        lambda m: m["permisjoner"][0].update(til="2025-01-01"),
        lambda m: m["person"].update(fodselsnummer="00000000000", sprak="klingon"),
        lambda m: m["utbetalinger"][0].update(netto=5620.0),
        lambda m: m["avslutning"].update(viktigste_inntekt=None),
        lambda m: m.update(avslutning=None),
        lambda m: m["programversjoner"][0]["aktiviteter"][0].update(timer_per_uke=17.400000000000002),
        lambda m: m["vedtak"][0].update(soknad="finnes ikke"),
    ],
)
def test_historiens_feil_er_ikke_skjemafeil(endre: Callable[[dict[str, Any]], object]) -> None:
    assert les(med(endre)).feil == ()


@pytest.mark.parametrize(
    ("linje", "felt"),
    [
        ("{", "linje"),
        ("[]", "linje"),
        ("null", "linje"),
        ('"sak"', "linje"),
        ('{"versjon": 1, "versjon": 1}', "versjon"),
        ('{"sak_id": "\\ud800"}', "linje"),
        ('{"versjon": NaN}', "versjon"),
        ('{"versjon": 1e999999999}', "versjon"),
        ("[" * 100_000, "linje"),
    ],
)
def test_det_som_ikke_er_en_sak_i_det_hele_tatt(linje: str, felt: str) -> None:
    assert felt in {en.felt for en in les_linje(linje).feil}


def test_en_dobbelt_nokkel_langt_nede_avviser_linjen() -> None:
    linje = json.dumps(MINST).replace('"fodselsdato": "1987', '"fodselsdato": "1987-02-10", "fodselsdato": "1987')
    assert [en.felt for en in les_linje(linje).feil] == ["fodselsdato"]


def test_alt_som_er_galt_sies_pa_en_gang() -> None:
    feil = feilene(
        med(lambda m: (m.pop("kontor"), m["person"].pop("fodselsdato"), m["vedtak"][1].update(dato="i går")))
    )
    assert set(feil) == {"kontor", "person.fodselsdato", "vedtak[1].dato"}


def test_en_fil_leses_linje_for_linje() -> None:
    ra = json.dumps(MINST).encode()
    lange = b'{"a": "' + b"x" * (lesing.STORSTE_LINJE + 10) + b'"}'
    fil = io.BytesIO(b"\xef\xbb\xbf" + ra + b"\r\n\n  \n" + b'{"navn": "\xff"}\n' + lange + b"\n" + ra)
    lest = list(les_fil(fil))
    assert [(en.nummer, en.mappe is not None) for en in lest] == [(1, True), (4, False), (5, False), (6, True)]
    assert "UTF-8" in lest[1].feil[0].melding
    assert "16 MB" in lest[2].feil[0].melding
    assert list(les(MINST | {"kommune": "46"}).i_ord()) == [
        "Linje 1 (X-1): kommune: Her må det stå 4 sifre, som tekst."
    ]


def test_tall_leses_som_de_er() -> None:
    mappe = les_linje(EKSEMPLER[0]).mappe
    assert mappe is not None
    timer = [str(en.timer_per_uke) for en in mappe.programversjoner[0].aktiviteter]
    assert timer == ["20", "7.5"]


def test_en_mappe_har_en_nokkel_for_hver_kommune() -> None:
    annen = les(MINST | {"kommune": "0301", "bydel": "05"}).mappe
    assert annen is not None
    assert annen.nokkel == ("0301", "05", "X-1")
    assert isinstance(annen, form.Mappe)
