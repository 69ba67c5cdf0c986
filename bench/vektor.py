"""(b) One month of many cases with daily hours: our int64 vectors against OpenFisca's float32, on the same arrays."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import numpy as np

from bench.maling import ROT, Rad, median, ms, tid, tider
from bench.saker import tette
from fotfeste.regelverk.parametre import (
    BARNETILLEGG,
    FAKTOR,
    GRUNNBELOP,
    SATS_FOR_UNGE,
    STONADSDAGER_I_ARET,
    TIMER_PER_DAG,
)
from fotfeste.regelverk.stonad import Stonadsfakta, beregn
from fotfeste.regelverk.vektor import Bunke, Resultat, beregn_mange, bunke_av

AR, MND = 2026, 6
MAL = 2.0
OPENFISCA = ROT / ".venv-bench" / "bin" / "python"
LINJER = tuple(felt.name for felt in fields(Resultat))


def mal(antall: int, ganger: int) -> list[Rad]:
    saker = tette(antall, AR, MND)
    bunke = bunke_av(saker)
    feil = antall_ulike(_eksakt(saker), asdict(beregn_mange(bunke)))
    rader = [Rad("b", f"vektor lik beregn, {antall:,} saker", f"{feil} ulike beløp", "0", feil == 0)]
    with tempfile.TemporaryDirectory() as mappe:
        fil = Path(mappe) / "inn.npz"
        skriv(fil, bunke)
        fisca = openfisca(fil, ganger) if OPENFISCA.exists() else None
        regning = median(tider(lambda: beregn_mange(bunke), ganger))
        alt = median(tider(lambda: beregn_mange(les(fil)), ganger))
    fra_fakta = median([tid(lambda: bunke_av(saker)) for _ in range(3)])
    if fisca is None:
        rader.append(Rad("b", "OpenFisca", "ikke målt: .venv-bench mangler (make bench)"))
        return [*rader, Rad("b", "vektor: regning alene", ms(regning)), Rad("b", "vektor: fra fil til svar", ms(alt))]
    fisca_tid, svar = fisca
    return [
        *rader,
        _mot_fisca(regning, median(fisca_tid["regning"])),
        Rad("b", "— lesing av den samme filen medregnet", _ganger(alt, median(fisca_tid["alt"]))),
        Rad("b", "— fra Stonadsfakta til tabeller (begge trenger det)", ms(fra_fakta)),
        Rad("b", "OpenFisca float32, gale kronebeløp", _feil_i(svar, asdict(beregn_mange(bunke)))),
    ]


def _mot_fisca(var: float, fisca: float) -> Rad:
    return Rad("b", "regning alene", _ganger(var, fisca), f"≥ {MAL:.0f} ganger", fisca / var >= MAL)


def _ganger(var: float, fisca: float) -> str:
    return f"{ms(var)} mot {ms(fisca)}: {fisca / var:.1f} ganger"


def openfisca(fil: Path, ganger: int) -> tuple[dict[str, list[float]], dict[str, Any]]:
    """Seconds and answers of the OpenFisca model on the arrays in `fil`."""
    parametre, ut = fil.with_name("parametre.json"), fil.with_name("ut.npz")
    spesifikasjon = {"maned": f"{AR}-{MND:02d}", "parametre": _parametre()}
    parametre.write_text(json.dumps(spesifikasjon))
    modell = str(ROT / "bench" / "openfisca_modell.py")
    kommando = [str(OPENFISCA), modell, str(fil), str(parametre), str(ut), str(ganger)]
    kjort = subprocess.run(kommando, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own model
    with np.load(ut) as svar:
        return json.loads(kjort.stdout), {navn: svar[navn].astype(np.int64) for navn in LINJER}


def _parametre() -> dict[str, dict[str, float]]:
    rekker = {"grunnbelop": GRUNNBELOP, "faktor": FAKTOR, "barnetillegg": BARNETILLEGG}
    faste = {"stonadsdager": STONADSDAGER_I_ARET, "sats_for_unge": SATS_FOR_UNGE, "timer_per_dag": TIMER_PER_DAG}
    ut = {navn: {v.gjelder_fra.isoformat(): float(v.verdi) for v in rekke.verdier} for navn, rekke in rekker.items()}
    return ut | {navn: {"2000-01-01": float(verdi.verdi)} for navn, verdi in faste.items()}


def skriv(fil: Path, bunke: Bunke) -> None:
    """The batch as a file both sides read: integers no wider than they must be, nobody's own types."""
    verdier = {felt.name: getattr(bunke, felt.name) for felt in fields(Bunke) if felt.name != "kjent_dato"}
    np.savez(
        fil, **{navn: _smalest(verdi) if isinstance(verdi, np.ndarray) else verdi for navn, verdi in verdier.items()}
    )


def _smalest(tabell: Any) -> Any:
    return tabell if tabell.dtype == np.bool_ else tabell.astype(np.min_scalar_type(tabell.max()))


def les(fil: Path) -> Bunke:
    """The batch back from the file, in the types `beregn_mange` reckons with."""
    with np.load(fil) as data:
        verdier = {navn: _brukbar(data[navn]) for navn in data}
    return Bunke(kjent_dato=None, **verdier)


def _brukbar(tabell: Any) -> Any:
    if tabell.ndim == 0:
        return int(tabell)
    return tabell if tabell.dtype == np.bool_ else tabell.astype(np.int64)


def _eksakt(saker: Sequence[Stonadsfakta]) -> dict[str, Any]:
    svar = [beregn(sak, med_spor=False) for sak in saker]
    rader = [(en.stonadsdager, *en.linjer, en.brutto, en.trekk, en.netto) for en in svar]
    return dict(zip(LINJER, np.array(rader, np.int64).T, strict=True))


def antall_ulike(ene: dict[str, Any], andre: dict[str, Any]) -> int:
    """How many of all the lines of all the cases differ."""
    return sum(int((ene[linje] != andre[linje]).sum()) for linje in LINJER)


def _feil_i(svar: dict[str, Any], fasit: dict[str, Any]) -> str:
    personer = int((svar["netto"] != fasit["netto"]).sum())
    return f"{antall_ulike(svar, fasit)} linjer; netto gal for {personer} av {len(fasit['netto']):,}"
