"""(h) «Hva om …?» for a municipality: its frozen months read from the database, reckoned twice and summed up.

The months are a real run's, released; those of the larger municipality are the same ones copied in the database.
"""

from __future__ import annotations

import time
from fractions import Fraction
from uuid import UUID

from bench.maling import Rad, minne_mib, tid
from bench.utbetaling import egen_database, i_egen_prosess, last_inn

MAL = 10.0
KOPIER = 7

# The same rows with other ids. With triggers off: a copied case has no person of its own to pay.
_KOPIER = """
    BEGIN;
    SET LOCAL session_replication_role = replica;
    CREATE TEMPORARY TABLE ny ON COMMIT DROP AS
        SELECT u.id AS utbetaling, u.sak_id AS sak, u.beregning_id AS beregning, gen_random_uuid() AS ny_sak,
               gen_random_uuid() AS ny_beregning, gen_random_uuid() AS ny_utbetaling
        FROM utbetaling_utbetaling u CROSS JOIN generate_series(1, {kopier}) WHERE u.status = 'frigitt';
    INSERT INTO sak_sak SELECT (jsonb_populate_record(s, jsonb_build_object(
        'id', ny_sak, 'saksnummer', left(replace(ny_sak::text, '-', ''), 12), 'status', 'avsluttet'))).*
        FROM ny JOIN sak_sak s ON s.id = sak;
    INSERT INTO utbetaling_beregning SELECT (jsonb_populate_record(b, jsonb_build_object(
        'id', ny_beregning, 'sak_id', ny_sak, 'spor', '[]'::jsonb))).*
        FROM ny JOIN utbetaling_beregning b ON b.id = beregning;
    INSERT INTO utbetaling_utbetaling SELECT (jsonb_populate_record(u, jsonb_build_object(
        'id', ny_utbetaling, 'sak_id', ny_sak, 'beregning_id', ny_beregning,
        'ende_til_ende', left(ny_utbetaling::text, 35)))).*
        FROM ny JOIN utbetaling_utbetaling u ON u.id = utbetaling;
    COMMIT;
    ANALYZE;
"""


def mal(antall: int) -> list[Rad]:
    with egen_database():
        hvem = i_egen_prosess(last_inn, antall)
        i_egen_prosess(_frigi, *hvem)
        en = i_egen_prosess(_mal_en, *hvem)
        i_egen_prosess(_kopier)
        mange = i_egen_prosess(_mal_en, *hvem)
    return [*_rader(*en, MAL), *_rader(*mange, None)]


def _rader(antall: int, sekunder: float, prosessor: float, minne: int, mal_: float | None) -> list[Rad]:
    svar = f"{sekunder:.1f} s ({prosessor:.1f} s prosessortid uten databasen), {minne} MiB"
    holdt = sekunder < mal_ if mal_ else None
    return [Rad("h", f"simulering, {antall:,} deltakere", svar, f"< {mal_:.0f} s" if mal_ else "", holdt)]


def _frigi(kjoring_id: UUID, okonomi_id: UUID, okonomi2_id: UUID) -> None:
    from bench.utbetaling import kjoring_og_aktorer
    from fotfeste.fag.utbetaling import services

    kjoring, okonomi, okonomi2 = kjoring_og_aktorer(kjoring_id, okonomi_id, okonomi2_id)
    services.kjoring_frigi(okonomi2, services.kjoring_forbered(okonomi, kjoring))


def _kopier() -> None:
    from django.db import connection

    with connection.cursor() as peker:
        peker.execute(_KOPIER.format(kopier=KOPIER))


def _mal_en(kjoring_id: UUID, okonomi_id: UUID, okonomi2_id: UUID) -> tuple[int, float, float, int]:
    """How many, seconds of the quickest of three, of processor, and MiB. AssertionError if any was left out."""
    from bench.utbetaling import kjoring_og_aktorer
    from fotfeste.innsikt.simulering.endring import Endring
    from fotfeste.innsikt.simulering.selectors import simuler
    from fotfeste.regelverk.vektor import Satsvalg

    kjoring, okonomi, _ = kjoring_og_aktorer(kjoring_id, okonomi_id, okonomi2_id)
    endring = Endring(Satsvalg(faktor=Fraction(11, 5)), full_sats_fra_ar=23)
    start = time.process_time()
    sekunder = min(tid(lambda: simuler(okonomi, kjoring.kommune, [kjoring.maned], endring)) for _ in range(3))
    prosessor = (time.process_time() - start) / 3
    tall = simuler(okonomi, kjoring.kommune, [kjoring.maned], endring).tall
    if tall.utenfor or not tall.alle.antall:
        raise AssertionError(f"{tall.utenfor} months came to something else than was paid")
    return tall.alle.antall, sekunder, prosessor, minne_mib()
