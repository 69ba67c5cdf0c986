"""A cell somebody else has written is text, never a formula."""

from __future__ import annotations

import pytest

from fotfeste.grunnmur.regneark import ufarlig


@pytest.mark.parametrize("celle", ["=1+1", "+47", "-Kari", "@SUM(A1)", "|calc", "%x", "\t=1+1", "\r\n=1+1", " =1+1"])
def test_det_som_ligner_en_formel_blir_tekst(celle: str) -> None:
    assert ufarlig(celle) == f"'{celle.strip()}"


def test_annet_er_som_det_var_paa_en_linje() -> None:
    assert ufarlig("Åse\nBerg-Fjell") == "Åse Berg-Fjell"
