"""Timing, a row of the table, and what machine it was."""

from __future__ import annotations

import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

ROT = Path(__file__).resolve().parents[1]
KIB_I_MIB = 1024


@dataclass(frozen=True, slots=True)
class Rad:
    """One line of the table. `holdt` None: told for information, with no target."""

    del_: str
    hva: str
    svar: str
    mal: str = ""
    holdt: bool | None = None

    def som_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)


def tider(
    arbeid: Callable[[], object], ganger: int, *, oppvarming: int = 1, klokke: Callable[[], float] = time.perf_counter
) -> list[float]:
    """Seconds of each of `ganger` runs, after runs nobody counts."""
    for _ in range(oppvarming):
        arbeid()
    return [tid(arbeid, klokke=klokke) for _ in range(ganger)]


def tid(arbeid: Callable[[], object], *, klokke: Callable[[], float] = time.perf_counter) -> float:
    """Seconds of one run."""
    start = klokke()
    arbeid()
    return klokke() - start


def median(sekunder: Sequence[float]) -> float:
    return statistics.median(sekunder)


def persentil(sekunder: Sequence[float], prosent: int) -> float:
    """The smallest value that `prosent` per cent of the values do not pass."""
    sortert = sorted(sekunder)
    return sortert[max(0, -(-len(sortert) * prosent // 100) - 1)]


def ms(sekunder: float) -> str:
    return f"{sekunder * 1000:.{1 if sekunder < 0.1 else 0}f} ms"


def minne_mib(*, barn: bool = False) -> int:
    """The most memory this process (or the largest of its children) has held, in MiB."""
    brukt = resource.getrusage(resource.RUSAGE_CHILDREN if barn else resource.RUSAGE_SELF).ru_maxrss
    return brukt // (KIB_I_MIB * KIB_I_MIB if sys.platform == "darwin" else KIB_I_MIB)


def fotfeste(*argumenter: str, inn: Path | None = None) -> None:
    """Run the command `fotfeste` as a process of its own, its answer thrown away. CalledProcessError when it fails."""
    with (inn or Path(os.devnull)).open("rb") as kilde:
        subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", "fotfeste.kommandolinje", *argumenter],
            stdin=kilde,
            stdout=subprocess.DEVNULL,
            check=True,
            cwd=ROT,
        )


def maskin() -> str:
    """Cores, memory and versions, in one line."""
    gib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    last = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} kjerner, {gib:.0f} GiB, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, last ved start {last:.1f}"
    )
