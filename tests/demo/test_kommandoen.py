"""`fotfeste demo` serves from copies of itself, and a copy of a process that has drawn a letter never draws one."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from unittest.mock import Mock

import pytest
from django.core.management.base import CommandError

from fotfeste.demo.management.commands import demo


def test_kommunen_bygges_i_en_prosess_for_seg(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    spor = tmp_path / "hvem"
    monkeypatch.setattr(demo, "connection", Mock())
    monkeypatch.setattr(demo, "bygg_kommune", lambda **_valg: spor.write_text(str(os.getpid())))
    demo._bygg(24)
    assert spor.read_text() != str(os.getpid())
    monkeypatch.setattr(demo, "bygg_kommune", lambda **_valg: sys.exit(1))
    with pytest.raises(CommandError, match="ikke bygd ferdig"):
        demo._bygg(24)
