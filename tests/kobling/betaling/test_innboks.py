"""The bank's files in a folder: read once each, moved when they are read, and safe to kill."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from fotfeste.fag.avstemming.models import Bankmelding
from fotfeste.fag.avstemming.regnskap import apne_poster
from fotfeste.fag.utbetaling.models import Kjoring
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Kommune, Kontor
from fotfeste.grunnmur.tilgang import Aktor
from fotfeste.kobling.betaling import innboks
from fotfeste.kobling.betaling.falsk_bank import Banksvar
from tests.fag.avstemming.fortelling import banken, deltakere, sendt
from tests.grunnlag import lag_aktor, lag_kommune, lag_kontor

pytestmark = pytest.mark.django_db


@pytest.fixture
def kjoring(kontor: Kontor, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor) -> Kjoring:
    deltakere(kontor, veileder, 2)
    return sendt(kontor, okonomi, okonomi2)


@pytest.fixture
def svar(kjoring: Kjoring) -> Banksvar:
    return banken(kjoring)


def _legg(mappe: Path, navn: str, innhold: bytes, *, alder: int = 120) -> Path:
    fil = mappe / navn
    fil.write_bytes(innhold)
    na = fil.stat().st_mtime
    os.utime(fil, (na - alder, na - alder))
    return fil


def _i(mappe: Path) -> set[str]:
    return {str(fil.relative_to(mappe)) for fil in mappe.rglob("*") if fil.is_file()}


def test_filene_leses_en_gang_og_flyttes(kjoring: Kjoring, svar: Banksvar, tmp_path: Path, settings) -> None:  # type: ignore[no-untyped-def]
    _legg(tmp_path, "svar.xml", svar.kvittering)
    _legg(tmp_path, "konto.xml", svar.bokforing)
    _legg(tmp_path, "tull.xml", b"hei")
    _legg(tmp_path, "ny.xml", svar.bokforing, alder=0)
    _legg(tmp_path, "halv.xml.part", svar.bokforing)
    settings.BANK_INN = str(tmp_path)
    assert innboks.natt_les_banken() == "2 filer fra banken er lest, 0 var lest før, 1 kunne ikke leses."
    assert _i(tmp_path) == {
        "lest/svar.xml", "lest/konto.xml", "feil/tull.xml", "feil/tull.xml.grunn.txt", "ny.xml", "halv.xml.part",
    }  # fmt: skip
    assert "ikke et svar fra banken" in (tmp_path / "feil/tull.xml.grunn.txt").read_text()
    assert set(kjoring.utbetalinger.values_list("status", flat=True)) == {"utbetalt"}
    assert set(Bankmelding.objects.values_list("lest_av", flat=True)) == {None}
    assert innboks.natt_les_banken() == "Ingen nye filer fra banken."

    settings.BANK_INN = ""
    assert innboks.natt_les_banken() == "Ingen mappe for filer fra banken er satt."


def test_en_fil_med_noe_ingen_kolonne_rommer_legges_til_side_og_de_andre_leses(
    kjoring: Kjoring, svar: Banksvar, tmp_path: Path
) -> None:
    """A count no bank has, in a file with a name in another character set; and one whose reason finds no room."""
    bunt = banken(kjoring, samlet=True).bokforing.replace(b"<NbOfTxs>2<", b"<NbOfTxs>3000000000<")
    _legg(tmp_path, os.fsdecode(b"a-kj\xf8ring.xml"), bunt)
    _legg(tmp_path, "b" * 250, b"hei")
    _legg(tmp_path, "c.xml", svar.bokforing)
    with pytest.raises(RuntimeError, match="1 filer fra banken er lest, 0 var lest før, 2 kunne ikke leses"):
        innboks.innboks_les(tmp_path)
    assert set(kjoring.utbetalinger.values_list("status", flat=True)) == {"utbetalt"}
    (grunn,) = (tmp_path / "feil").glob("a-*.grunn.txt")
    assert "«3000000000» i filen er ikke et antall" in grunn.read_text()
    assert str(innboks.innboks_les(tmp_path)) == "Ingen nye filer fra banken."


def test_stoppet_mellom_lest_og_flyttet(svar: Banksvar, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _legg(tmp_path, "svar.xml", svar.kvittering)

    def drept(*_a: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as m:
        m.setattr(innboks, "_flytt", drept)
        with pytest.raises(KeyboardInterrupt):
            innboks.innboks_les(tmp_path)
    assert Bankmelding.objects.count() == 1
    assert innboks.innboks_les(tmp_path).lest_for == 1
    # The same name again, with something else in it, does not take the first one's place.
    _legg(tmp_path, "svar.xml", svar.bokforing)
    innboks.innboks_les(tmp_path)
    assert len(_i(tmp_path / "lest")) == 2


def test_en_fil_for_flere_kommuner_leses_for_hver_av_dem(
    kjoring: Kjoring, svar: Banksvar, veileder: Aktor, tmp_path: Path
) -> None:
    """One agreement with the bank, one file: the second has its own account in it, the third shares one."""
    naboer = []
    for nummer, konto in (("4205", "86011117939"), ("4206", kjoring.kommune.utbetalingskonto)):
        nabo = lag_kommune(f"Nabo {nummer}", nummer)
        Kommune.objects.filter(pk=nabo.pk).update(utbetalingskonto=konto)
        nabo.refresh_from_db()
        kontor = lag_kontor(nabo)
        en, to = (lag_aktor(Rolle.OKONOMI, kontor) for _n in range(2))
        deltakere(kontor, veileder, 1)
        naboer.append(sendt(kontor, en, to))
    andre, tredje = naboer
    varsler = [banken(ett).bokforing for ett in (andre, tredje)]
    mer = b"".join(b"<Ntfctn>" + fil.split(b"<Ntfctn>")[1].split(b"</Ntfctn>")[0] + b"</Ntfctn>" for fil in varsler)
    alle = svar.bokforing.replace(b"</Ntfctn>", b"</Ntfctn>" + mer)
    _legg(tmp_path, "alle.xml", alle)
    assert str(innboks.innboks_les(tmp_path)).startswith("1 filer fra banken er lest")
    for ett in (kjoring, andre, tredje):
        assert set(ett.utbetalinger.values_list("status", flat=True)) == {"utbetalt"}
    # What belongs to the one they share the account with is nobody's task.
    assert not apne_poster().exists()

    # The number used again for something else: each says so, with its name.
    _legg(tmp_path, "alle.xml", alle + b"\n")
    assert innboks.innboks_les(tmp_path).feil == 1
    grunn = (tmp_path / "feil/alle.xml.grunn.txt").read_text()
    assert [linje.partition(":")[0] for linje in grunn.splitlines()] == ["Fjordvik", "Nabo 4205", "Nabo 4206"]


def test_det_som_ikke_er_filens_feil_stopper_ikke_de_andre(
    svar: Banksvar, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _legg(tmp_path, "a.xml", svar.kvittering)
    _legg(tmp_path, "b.xml", svar.bokforing)
    les = innboks.bankfil_les

    def feiler_pa_a(*args: object, **kw: object) -> object:
        if kw["navn"] == "a.xml":
            raise OSError("disken er full")
        return les(*args, **kw)  # type: ignore[arg-type]

    monkeypatch.setattr(innboks, "bankfil_les", feiler_pa_a)
    with pytest.raises(RuntimeError, match="1 files"):
        innboks.innboks_les(tmp_path)
    assert _i(tmp_path) == {"a.xml", "lest/b.xml"}


def test_kommandoen_sier_fra(svar: Banksvar, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _legg(tmp_path, "svar.xml", svar.kvittering)
    call_command("bankfiler", str(tmp_path))
    assert "1 filer fra banken er lest" in capsys.readouterr().out
    _legg(tmp_path, "ukjent.xml", svar.bokforing.replace(b"15032080119", b"86011117939"))
    with pytest.raises(CommandError, match="1 filer kunne ikke leses"):
        call_command("bankfiler", str(tmp_path))
    for mappe, setning in (("", "Si hvilken mappe"), (str(tmp_path / "borte"), "finnes ikke")):
        with pytest.raises(CommandError, match=setning):
            call_command("bankfiler", mappe)
