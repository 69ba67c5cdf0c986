"""The night's work: every part is done, whatever happens to the others."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from fotfeste.grunnmur.jobber.natt import NATTLIG, natten


def _feiler() -> str:
    raise RuntimeError("disken er full")


def _gar_bra() -> str:
    return "To ting er gjort."


def test_en_som_feiler_stopper_ingen_og_loggen_sier_hvorfor(caplog: pytest.LogCaptureFixture) -> None:
    svar = list(natten(_feiler, _gar_bra))[:2]
    assert svar == [("_feiler feilet. Se loggen.", False), ("To ting er gjort.", True)]
    assert "disken er full" in caplog.text


@pytest.mark.django_db
def test_natten_gjor_rommenes_arbeid_og_kan_gjores_igjen() -> None:
    assert {"natt_gi_videre", "natt_rydd", "kontrollen_huskes"} <= {jobb.__name__ for jobb in NATTLIG}
    for _gang in range(2):
        ut = StringIO()
        call_command("nattjobb", stdout=ut)
        for setning in ("saker er tatt inn", "er gitt videre", "henvendelser er slettet", "kandidater er slettet"):
            assert setning in ut.getvalue()


@pytest.mark.django_db
def test_den_som_kjorer_natten_far_vite_at_noe_feilet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fotfeste.grunnmur.jobber.natt.NATTLIG", [_feiler, _gar_bra])
    ut = StringIO()
    with pytest.raises(CommandError, match="1 av nattens jobber feilet"):
        call_command("nattjobb", stdout=ut)
    assert "To ting er gjort." in ut.getvalue()
