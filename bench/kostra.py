"""(d) Control of a clean KOSTRA file as a whole process, from start to exit."""

from __future__ import annotations

import random
import tempfile
from datetime import date, timedelta
from pathlib import Path

from bench.maling import Rad, fotfeste, median, minne_mib, tider
from fotfeste.fag.person.fodselsnummer import lag_syntetisk
from fotfeste.kobling.kostra.post import Verdi, bygg

AR = 2026
REGION = "420400"
MAL = 1.0
BEGYNT = date(AR, 2, 1)


def mal(antall: int, ganger: int) -> list[Rad]:
    with tempfile.TemporaryDirectory() as mappe:
        fil = Path(mappe) / "11CF.txt"
        fil.write_text("".join(f"{linje}\n" for linje in rene_linjer(antall)))
        argumenter = ["kostra-kontroll", "--aar", str(AR), "--region", REGION, str(fil)]
        offisielle = median(tider(lambda: fotfeste(*argumenter, "--bare-offisielle"), ganger))
        alle = median(tider(lambda: fotfeste(*argumenter), ganger))
    hva = f"kostra-kontroll, ren fil med {antall:,} poster"
    return [
        Rad("d", f"{hva}, de offisielle", f"{offisielle:.2f} s", f"< {MAL:.0f} s", offisielle < MAL),
        Rad("d", "— med våre egne kontroller i tillegg", f"{alle:.2f} s", f"< {MAL:.0f} s", alle < MAL),
        Rad("d", "— minne", f"{minne_mib(barn=True)} MiB"),
    ]


def rene_linjer(antall: int, fro: int = 3) -> list[str]:
    """Records without a finding, all different: half finished in the year, half still in the programme."""
    tall = random.Random(fro)  # noqa: S311 - invented records, not secrets
    sett: set[str] = set()
    linjer = []
    while len(linjer) < antall:
        fodt = date(1966, 1, 1) + timedelta(days=tall.randrange(38 * 365))
        lopenummer = tall.randrange(500)
        fnr = lag_syntetisk(fodt, lopenummer)
        if fnr and fnr not in sett:
            sett.add(fnr)
            linjer.append(bygg(AR, _post(tall, len(sett), fnr, fodt)).linje())
    return linjer


def _post(tall: random.Random, nr: int, fnr: str, fodt: date) -> dict[str, Verdi]:
    maneder = tall.randint(2, 10)
    post: dict[str, Verdi] = {
        "KOMMUNE_NR": REGION[:4],
        "VERSION": f"{AR % 100}",
        "FODSELSDATO": fodt,
        "PERSON_JOURNALNR": f"J{nr:07d}",
        "PERSON_FODSELSNR": fnr,
        "KJONN": "1" if int(fnr[8]) % 2 else "2",
        "EKTSTAT": tall.choice("12"),
        "BU18": "2",
        "REG_DATO": BEGYNT - timedelta(days=tall.randint(20, 27)),
        "VEDTAK_DATO": BEGYNT - timedelta(days=tall.randint(5, 15)),
        "BEGYNT_DATO": BEGYNT,
        "KVP_KOMM": "2",
        "KVP_MED_ASTONAD": "2",
        **{f"STMND_{maned}": f"{maned:02d}" for maned in range(2, 2 + maneder)},
        "KVP_STONAD": 22_000 * maneder + tall.randrange(1000),
        "STATUS": "1",
        "SAKSBEHANDLER": f"SAKSB{tall.randint(1, 9)}",
    }
    if nr % 2:
        avsluttet = date(AR, 2 + maneder, 1) - timedelta(days=1)
        post |= {
            "STATUS": "3",
            "AVSL_DATO": avsluttet,
            "AVSL_ORDINAERTARB": "01",
            "AVSL_VIKTIGSTE_INNTEKT": "01",
        }
    return post
