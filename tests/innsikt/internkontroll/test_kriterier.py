"""Each criterion at its boundaries: a day before, the day itself, a day after; blank, missing, two, open."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from fotfeste.fag.mappe import form
from fotfeste.innsikt.internkontroll.kriterier import KRITERIER
from fotfeste.innsikt.internkontroll.typer import Intervaller
from tests.innsikt.internkontroll.mapper import (
    BEGRUNNET,
    PUNKTER,
    VILKAR,
    aev,
    d,
    evaluering,
    fast,
    fravaer,
    henvendelse,
    kontakt,
    mappe,
    permisjon,
    plan,
    program,
    slutt,
    soknad,
    spor,
    timeliste,
    utbetaling,
    vedtak,
)

INGEN, HOLDT, BRUDD = None, False, True
NY = fast("C", "2026-01-02")
FULL = (("arbeidsrettet", 20), ("opplaering", Decimal("17.5")))


def test_alle_kriteriene_er_der_i_rekkefolge() -> None:
    assert [k.kode for k in KRITERIER] == [f"R{nr:02d}" for nr in range(1, 39)]
    assert all(k.tekst and k.gjelder and k.brudd and (k.hjemmel or k.kilde or k.kode == "R28") for k in KRITERIER)


@pytest.mark.parametrize("kriterium", KRITERIER, ids=lambda k: k.kode)
def test_en_tom_mappe_bryter_ingenting(kriterium: Any) -> None:
    assert spor(kriterium.kode, mappe()) is INGEN


def innvilget(*andre: form.Vedtak, aever: tuple[form.Arbeidsevnevurdering, ...] = (), **felter: Any) -> form.Mappe:
    return mappe(vedtak=(vedtak(**felter), *andre), arbeidsevnevurderinger=aever)


@pytest.mark.parametrize(
    ("kode", "m", "svar"),
    [
        # R01 the day itself counts, the day after does not, a draft never
        ("R01", innvilget(aever=(aev("2026-01-02"),)), HOLDT),
        ("R01", innvilget(aever=(aev("2026-01-03"),)), BRUDD),
        ("R01", innvilget(aever=(aev(None),)), BRUDD),
        ("R01", innvilget(), BRUDD),
        ("R01", innvilget(vedtak(id="v2", dato="2025-12-31"), aever=(aev("2026-01-01"),)), BRUDD),
        ("R01", mappe(vedtak=(vedtak("avslag"),)), INGEN),
        # R02 twelve months to the day is not too old; of two the newest counts, and one made later never
        ("R02", innvilget(aever=(aev("2025-01-02"),)), HOLDT),
        ("R02", innvilget(aever=(aev("2025-01-01"),)), BRUDD),
        ("R02", innvilget(aever=(aev("2024-02-29"),), dato="2025-02-28"), HOLDT),
        ("R02", innvilget(aever=(aev("2024-02-29"),), dato="2025-03-01"), BRUDD),
        ("R02", innvilget(aever=(aev("2024-06-01"), aev("2025-12-01"), aev("2026-01-03"))), HOLDT),
        ("R02", innvilget(aever=(aev("2026-01-03"),)), INGEN),
        # R03-R06
        ("R03", innvilget(aever=(aev(),)), HOLDT),
        ("R03", innvilget(aever=(aev(punkter=PUNKTER._replace(c=" \n\t")),)), BRUDD),
        ("R03", innvilget(aever=(aev(punkter=PUNKTER._replace(e=None)),)), BRUDD),
        ("R03", innvilget(aever=(aev("2025-05-05", punkter=PUNKTER._replace(e=None)), aev())), HOLDT),
        ("R04", innvilget(aever=(aev(),)), HOLDT),
        ("R04", innvilget(aever=(aev(motivasjon=" "),)), BRUDD),
        ("R04", innvilget(aever=(aev(motivasjon=None),)), BRUDD),
        ("R05", innvilget(aever=(aev(),)), HOLDT),
        ("R05", innvilget(aever=(aev(utfort_av="arrangor"),)), BRUDD),
        ("R06", innvilget(aever=(aev(),)), HOLDT),
        ("R06", innvilget(aever=(aev(innsatsgruppe="varig_tilpasset_innsats"),)), HOLDT),
        ("R06", innvilget(aever=(aev(innsatsgruppe="standard_innsats"),)), BRUDD),
        ("R06", innvilget(aever=(aev(innsatsgruppe="situasjonsbestemt_innsats"),)), BRUDD),
        ("R06", innvilget(), INGEN),
        # R07 the birthday counts; 29 February is reached on 1 March
        ("R07", mappe(fodt="2008-01-02", vedtak=(vedtak(),)), HOLDT),
        ("R07", mappe(fodt="2008-01-03", vedtak=(vedtak(),)), BRUDD),
        ("R07", mappe(fodt="1959-01-03", vedtak=(vedtak(),)), HOLDT),
        ("R07", mappe(fodt="1959-01-02", vedtak=(vedtak(),)), BRUDD),
        ("R07", mappe(fodt="2008-02-29", vedtak=(vedtak(dato="2026-02-28"),)), BRUDD),
        ("R07", mappe(fodt="2008-02-29", vedtak=(vedtak(dato="2026-03-01"),)), HOLDT),
        # R08
        ("R08", innvilget(), HOLDT),
        ("R08", innvilget(vilkar=VILKAR[:5]), BRUDD),
        ("R08", innvilget(vilkar=()), BRUDD),
        ("R08", innvilget(vilkar=(*VILKAR[:5], VILKAR[5]._replace(utfall="ikke_vurdert"))), BRUDD),
        ("R08", innvilget(vilkar=(*VILKAR[:5], VILKAR[5]._replace(begrunnelse=" "))), BRUDD),
        ("R08", innvilget(vilkar=(*VILKAR, VILKAR[0]._replace(utfall="ikke_oppfylt"))), BRUDD),
        ("R08", innvilget(vedtak(id="v2", vilkar=())), BRUDD),
        ("R08", mappe(vedtak=(vedtak("forlengelse"),)), INGEN),
        # R09-R11
        ("R09", innvilget(), HOLDT),
        ("R09", innvilget(vedtak("endring", beslutter="A")), BRUDD),
        ("R10", innvilget(), HOLDT),
        ("R10", innvilget(vedtak("gjenopptak", begrunnelse=form.Begrunnelse())), BRUDD),
        ("R10", innvilget(begrunnelse=BEGRUNNET._replace(hensyn="  ")), BRUDD),
        ("R11", mappe(vedtak=(vedtak("avslag", avslagsgrunn="alder"),)), HOLDT),
        ("R11", mappe(vedtak=(vedtak("avslag"),)), BRUDD),
        ("R11", mappe(vedtak=(vedtak("avslag", avslagsgrunn="okonomi"),)), BRUDD),
        ("R11", mappe(vedtak=(vedtak("avslag", avslagsgrunn="fulle_plasser"),)), BRUDD),
        ("R11", mappe(vedtak=(vedtak("avslag", avslagsgrunn="sprak"),)), BRUDD),
        ("R11", innvilget(), INGEN),
    ],
)
def test_for_programmet(kode: str, m: form.Mappe, svar: bool | None) -> None:
    assert spor(kode, m) is svar


@pytest.mark.parametrize(
    ("mottatt", "fra", "svar"),
    [
        ("2025-07-12", "2026-01-12", HOLDT),
        ("2025-07-11", "2026-01-12", BRUDD),
        ("2025-08-31", "2026-02-28", HOLDT),
        ("2025-08-31", "2026-03-01", BRUDD),
        ("2025-08-31", None, HOLDT),
    ],
)
def test_r12_programmet_begynner_innen_seks_maneder(mottatt: str, fra: str | None, svar: bool) -> None:
    assert spor("R12", mappe(soknader=(soknad(mottatt),), vedtak=(vedtak(soknad="s1", fra=fra),))) is svar


def test_r12_gjelder_bare_innvilgelse_av_en_soknad() -> None:
    sent = soknad("2020-01-01")
    assert spor("R12", mappe(soknader=(sent,), vedtak=(vedtak(),))) is INGEN
    assert spor("R12", mappe(soknader=(sent,), vedtak=(vedtak(soknad="s9"),))) is INGEN


@pytest.mark.parametrize(
    ("soknaden", "vedtakene", "svar"),
    [
        (soknad("2026-10-01"), (), INGEN),  # a month is 1 November, which is D
        (soknad("2026-09-30"), (), BRUDD),
        (soknad("2026-01-31", forelopig_svar="2026-02-28"), (), HOLDT),
        (soknad("2026-01-31", forelopig_svar="2026-03-01"), (), BRUDD),
        (soknad("2026-01-31", trukket="2026-02-28"), (), HOLDT),
        (soknad("2026-01-31", trukket="2026-03-01"), (), BRUDD),
        (soknad("2026-01-31"), (vedtak(soknad="s1", dato="2026-02-28"),), HOLDT),
        (soknad("2026-01-31"), (vedtak("avslag", soknad="s1", dato="2026-02-28"),), HOLDT),
        (soknad("2026-01-31"), (vedtak(soknad="s1", dato="2026-03-01"),), BRUDD),
        (soknad("2026-01-31"), (vedtak(soknad="s2", dato="2026-02-01"),), BRUDD),
        (soknad("2026-01-31"), (vedtak("endring", soknad="s1", dato="2026-02-01"),), BRUDD),
    ],
)
def test_r13_svar_innen_en_maned(soknaden: form.Soknad, vedtakene: tuple[form.Vedtak, ...], svar: bool | None) -> None:
    assert spor("R13", mappe(soknader=(soknaden,), vedtak=vedtakene)) is svar


@pytest.mark.parametrize(
    ("fra", "til", "svar"),
    [
        ("2026-01-12", "2027-01-11", HOLDT),
        ("2026-01-12", "2027-01-12", BRUDD),
        ("2024-02-29", "2025-02-27", HOLDT),
        ("2024-02-29", "2025-02-28", BRUDD),
        ("2026-01-12", None, HOLDT),
        (None, "2027-01-12", HOLDT),
    ],
)
@pytest.mark.parametrize("type_", ["innvilgelse", "forlengelse", "saerlig_forlengelse"])
def test_r14_hoyst_et_ar_om_gangen(type_: str, fra: str | None, til: str | None, svar: bool) -> None:
    assert spor("R14", mappe(vedtak=(vedtak(type_, fra=fra, til=til),))) is svar


def langt(til: str, *andre: form.Vedtak, type_: str = "forlengelse", **felter: Any) -> form.Mappe:
    start = vedtak(fra="2024-01-12", til="2025-01-11", dato="2024-01-02")
    return mappe(vedtak=(start, vedtak(type_, id="v2", fra="2025-01-12", til=til), *andre), **felter)


@pytest.mark.parametrize(
    ("m", "svar"),
    [
        (langt("2026-01-11"), HOLDT),
        (langt("2026-01-12"), BRUDD),
        (langt("2027-01-11", type_="saerlig_forlengelse"), HOLDT),
        (langt("2027-01-12", type_="saerlig_forlengelse"), BRUDD),
        (langt("2026-01-21", permisjoner=(permisjon("2025-02-01", "2025-02-10"),)), HOLDT),
        (langt("2026-01-22", permisjoner=(permisjon("2025-02-01", "2025-02-10"),)), BRUDD),
        (langt("2026-01-12", permisjoner=(permisjon("2025-02-10", "2025-02-01"),)), BRUDD),
        (
            langt(
                "2026-01-21",
                vedtak("avbrudd", id="v3", fra="2025-02-01"),
                vedtak("gjenopptak", id="v4", fra="2025-02-11"),
            ),
            HOLDT,
        ),
        (
            langt(
                "2026-01-22",
                vedtak("avbrudd", id="v3", fra="2025-02-01"),
                vedtak("gjenopptak", id="v4", fra="2025-02-11"),
            ),
            BRUDD,
        ),
        (mappe(vedtak=(vedtak("forlengelse", fra="2020-01-01", til="2026-01-01"),)), INGEN),
        (mappe(vedtak=(vedtak(fra=None),)), HOLDT),
    ],
)
def test_r15_lovens_lengste_tid(m: form.Mappe, svar: bool | None) -> None:
    assert spor("R15", m) is svar


def test_r15_en_apen_pause_regnes_til_revisjonsdagen() -> None:
    pause = vedtak("avbrudd", id="v3", fra="2025-12-01")
    m = langt("2026-02-10", pause)
    assert spor("R15", m, d("2025-12-30")) is HOLDT  # 30 days: to 10 February
    assert spor("R15", m, d("2025-12-29")) is BRUDD


@pytest.mark.parametrize(
    ("dag", "felter", "svar"),
    [
        ("2027-01-11", {}, INGEN),
        ("2027-01-12", {}, BRUDD),
        ("2027-01-12", {"avslutning": slutt("2028-01-01")}, HOLDT),
    ],
)
def test_r16_et_program_som_er_over_er_avsluttet(dag: str, felter: dict[str, Any], svar: bool | None) -> None:
    assert spor("R16", mappe(vedtak=(vedtak(),), **felter), d(dag)) is svar


def test_r16_et_vedtak_om_avslutning_er_nok() -> None:
    assert spor("R16", innvilget(vedtak("avslutning", id="v2")), d("2027-01-12")) is HOLDT


@pytest.mark.parametrize(
    ("kode", "programmet", "svar"),
    [
        ("R17", program(*FULL), HOLDT),
        ("R17", program(("arbeidsrettet", Decimal("37.496"))), HOLDT),
        ("R17", program(("arbeidsrettet", Decimal("37.495"))), BRUDD),
        ("R17", program(), BRUDD),
        ("R18", program(("arbeidsrettet", 20), ("helse", 19)), HOLDT),
        ("R18", program(("arbeidsrettet", Decimal("18.75")), ("helse", Decimal("18.75"))), BRUDD),
        ("R18", program(("arbeidssoking", 10), ("lonnet_arbeid", 10), ("stotte", 19)), HOLDT),
        ("R18", program(("arbeidsrettet", 1), ("helse", 1)), BRUDD),
        ("R18", program(), BRUDD),
        ("R20", program(("lonnet_arbeid", Decimal("18.75"))), HOLDT),
        ("R20", program(("lonnet_arbeid", 10), ("lonnet_arbeid", Decimal("8.76"))), BRUDD),
        ("R21", program(evalueringer=("2026-03-01",)), HOLDT),
        ("R21", program(), BRUDD),
        ("R25", program(), HOLDT),
        ("R25", program(avtalt_med_deltaker=None), BRUDD),
    ],
)
def test_programmets_innhold(kode: str, programmet: form.Programversjon, svar: bool) -> None:
    god = program(("arbeidsrettet", 38), ("lonnet_arbeid", 0), evalueringer=("2026-03-01",), fra="2025-01-01")
    assert spor(kode, mappe(programversjoner=(programmet,))) is svar
    assert spor(kode, mappe(programversjoner=(god, programmet, god))) is svar


SOKER = (("arbeidssoking", 5),)


@pytest.mark.parametrize(
    ("dag", "programmer", "avsluttet", "svar"),
    [
        ("2026-10-10", (program(),), None, INGEN),  # siste til 11.1.2027: three months before is 11.10.2026
        ("2026-10-11", (program(),), None, BRUDD),
        ("2026-10-11", (program(*SOKER),), None, HOLDT),
        ("2026-10-11", (program(*SOKER, til="2026-10-10"),), None, INGEN),
        ("2026-10-11", (program(*SOKER, til="2026-10-11"),), None, HOLDT),
        ("2026-10-11", (program(), program(*SOKER, fra="2026-10-11", versjon=2)), None, HOLDT),
        ("2026-10-11", (program(), program(*SOKER, fra="2026-10-12", versjon=2)), None, BRUDD),
        ("2027-06-01", (program(), program(*SOKER, fra="2027-01-12", versjon=2)), None, BRUDD),
        ("2027-06-01", (program(), program(*SOKER, fra="2027-01-11", versjon=2)), None, HOLDT),
        ("2027-06-01", (program(),), slutt("2026-10-10"), INGEN),
        ("2027-06-01", (program(),), slutt("2026-10-11"), BRUDD),
        ("2027-06-01", (program(), program(*SOKER, fra="2026-11-01", versjon=2)), slutt("2026-10-31"), BRUDD),
        ("2027-06-01", (program(), program(*SOKER, fra="2026-10-31", versjon=2)), slutt("2026-10-31"), HOLDT),
        ("2027-06-01", (program(*SOKER, versjon=2), program(versjon=1)), None, HOLDT),
    ],
)
def test_r19_jobbsoking_i_slutten(
    dag: str,
    programmer: tuple[form.Programversjon, ...],
    avsluttet: form.Avslutning | None,
    svar: bool | None,
) -> None:
    m = mappe(vedtak=(vedtak(),), programversjoner=programmer, avslutning=avsluttet)
    assert spor("R19", m, d(dag)) is svar


@pytest.mark.parametrize(
    ("dag", "holdt", "felter", "svar"),
    [
        ("2026-03-15", (), {}, INGEN),  # 1 March + 14 days is not before the day
        ("2026-03-16", (), {}, BRUDD),
        ("2026-06-01", (evaluering("2026-02-15"),), {}, HOLDT),
        ("2026-06-01", (evaluering("2026-02-14"),), {}, BRUDD),
        ("2026-06-01", (evaluering("2026-03-15"),), {}, HOLDT),
        ("2026-06-01", (evaluering("2026-03-16"),), {}, BRUDD),
        ("2026-06-01", (evaluering("2026-03-01", hele=False),), {}, BRUDD),
        ("2026-06-01", (), {"avslutning": slutt("2026-02-28")}, INGEN),
        ("2026-06-01", (), {"avslutning": slutt("2026-03-01")}, BRUDD),
    ],
)
def test_r22_evalueringer_holdes(
    dag: str, holdt: tuple[form.Evaluering, ...], felter: dict[str, Any], svar: bool | None
) -> None:
    avtalt = program(evalueringer=("2026-03-01",))
    assert spor("R22", mappe(programversjoner=(avtalt,), evalueringer=holdt, **felter), d(dag)) is svar


def test_r22_en_dato_etter_at_versjonen_er_erstattet_gjelder_ikke() -> None:
    for til, svar in (("2026-02-28", INGEN), ("2026-03-01", BRUDD)):
        assert spor("R22", mappe(programversjoner=(program(evalueringer=("2026-03-01",), til=til),))) is svar


@pytest.mark.parametrize(
    ("dag", "tilbud", "r23", "r24"),
    [
        ("2026-02-11", None, INGEN, INGEN),  # the start + 30 days
        ("2026-02-12", None, BRUDD, INGEN),
        ("2026-02-12", plan(None), BRUDD, INGEN),
        ("2026-02-12", plan("2027-01-01"), HOLDT, HOLDT),
        ("2026-02-11", plan("2026-01-20", "ikke_svart"), INGEN, INGEN),
        ("2026-02-12", plan("2026-01-20", "ikke_svart"), HOLDT, BRUDD),
        ("2026-02-12", plan("2026-01-20", None), HOLDT, BRUDD),
        ("2026-02-12", plan("2026-01-20", "ikke_onsket", " "), HOLDT, BRUDD),
        ("2026-02-12", plan("2026-01-20", "ikke_onsket", "Nei takk"), HOLDT, HOLDT),
    ],
)
def test_r23_og_r24_individuell_plan(
    dag: str, tilbud: form.IndividuellPlan | None, r23: bool | None, r24: bool | None
) -> None:
    m = mappe(vedtak=(vedtak(),), individuell_plan=tilbud)
    assert (spor("R23", m, d(dag)), spor("R24", m, d(dag))) == (r23, r24)


def fulgt(*kontakter: form.Kontakt, andre: tuple[form.Vedtak, ...] = (), **felter: Any) -> form.Mappe:
    return mappe(vedtak=(vedtak(), *andre), kontakter=kontakter, **felter)


PAUSE = (vedtak("avbrudd", id="v2", fra="2026-01-20"), vedtak("gjenopptak", id="v3", fra="2026-01-25"))


@pytest.mark.parametrize(
    ("dag", "m", "svar"),
    [
        ("2026-01-12", fulgt(), INGEN),
        ("2026-01-13", fulgt(), HOLDT),
        ("2026-02-11", fulgt(), HOLDT),  # 30 days after the start
        ("2026-02-12", fulgt(), BRUDD),
        ("2026-03-01", fulgt(kontakt("2026-02-11")), HOLDT),
        ("2026-03-01", fulgt(kontakt("2026-02-12")), BRUDD),
        ("2026-03-01", fulgt(kontakt("2026-02-11", initiativ="deltaker")), HOLDT),
        ("2026-03-01", fulgt(kontakt("2026-02-11", resultat="ikke_svar")), BRUDD),
        ("2026-02-12", fulgt(kontakt("2026-01-11"), kontakt("2026-02-13")), BRUDD),
        ("2026-02-16", fulgt(andre=PAUSE), HOLDT),  # 35 days, five of them in a pause
        ("2026-02-17", fulgt(andre=PAUSE), BRUDD),
        ("2026-06-01", fulgt(andre=(vedtak("avbrudd", id="v2", fra="2026-02-12"),)), HOLDT),
        ("2026-06-01", fulgt(andre=(vedtak("avbrudd", id="v2", fra="2026-02-13"),)), BRUDD),
        ("2026-02-16", fulgt(permisjoner=(permisjon("2026-01-20", "2026-01-24"),)), HOLDT),
        ("2026-02-17", fulgt(permisjoner=(permisjon("2026-01-20", "2026-01-24"),)), BRUDD),
        ("2026-02-17", fulgt(andre=PAUSE, permisjoner=(permisjon("2026-01-22", "2026-01-25"),)), HOLDT),
        ("2026-02-12", fulgt(permisjoner=(permisjon("2026-01-24", "2026-01-20"),)), BRUDD),
        ("2026-02-12", fulgt(permisjoner=(permisjon("2026-01-01", "2026-01-12"),)), BRUDD),
        ("2026-06-01", fulgt(avslutning=slutt("2026-02-11")), HOLDT),
        ("2026-06-01", fulgt(avslutning=slutt("2026-02-12")), BRUDD),
        ("2026-06-01", fulgt(avslutning=slutt("2026-01-12")), INGEN),
    ],
)
def test_r26_vi_mister_ikke_kontakten(dag: str, m: form.Mappe, svar: bool | None) -> None:
    assert spor("R26", m, d(dag)) is svar


def test_start_er_den_forste_innvilgelsen_etter_vedtakets_dato() -> None:
    to = (vedtak(id="v2", dato="2026-01-05", fra="2026-01-06"), vedtak(fra="2026-02-01"))
    assert spor("R26", mappe(vedtak=to), d("2026-03-03")) is HOLDT
    assert spor("R26", mappe(vedtak=to), d("2026-03-04")) is BRUDD


@pytest.mark.parametrize(
    ("lister", "svar"),
    [
        ((timeliste("2026-02", godkjent="2026-03-12"),), HOLDT),
        ((timeliste("2026-02", godkjent="2026-03-13"),), BRUDD),
        ((timeliste("2026-02"),), BRUDD),
        ((timeliste("2026-01", godkjent="2026-03-01"),), BRUDD),
        ((timeliste("2026-02"), timeliste("2026-02", godkjent="2026-03-12")), HOLDT),
        ((), BRUDD),
    ],
)
def test_r27_timelisten_er_godkjent_for_pengene(lister: tuple[form.Timeliste, ...], svar: bool) -> None:
    assert spor("R27", mappe(utbetalinger=(utbetaling("2026-02", "2026-03-12"),), timelister=lister)) is svar


def test_r28_to_personer_bak_pengene() -> None:
    to, en = utbetaling("2026-02", "2026-03-12"), utbetaling("2026-03", "2026-04-12", frigitt="A")
    assert spor("R28", mappe(utbetalinger=(to,))) is HOLDT
    assert spor("R28", mappe(utbetalinger=(to, en))) is BRUDD


@pytest.mark.parametrize(
    ("dag", "andre", "avsluttet", "svar"),
    [
        ("2027-01-20", (), None, HOLDT),
        ("2027-01-21", (), None, BRUDD),
        ("2027-01-21", (vedtak("gjenopptak", id="v3", fra="2026-01-20"),), None, HOLDT),
        ("2027-01-21", (vedtak("gjenopptak", id="v3", fra="2026-01-19"),), None, BRUDD),
        ("2027-01-21", (vedtak("gjenopptak", id="v3", fra="2028-01-01"),), None, HOLDT),
        ("2027-01-21", (vedtak("gjenopptak", id="v3"),), None, BRUDD),
        ("2027-01-21", (), slutt("2026-05-01"), HOLDT),
        ("2027-01-21", (vedtak("avslutning", id="v3", fra="2026-05-01"),), None, BRUDD),
    ],
)
def test_r30_en_pause_pa_et_ar(
    dag: str, andre: tuple[form.Vedtak, ...], avsluttet: form.Avslutning | None, svar: bool
) -> None:
    pause = vedtak("avbrudd", id="v2", fra="2026-01-20")
    assert spor("R30", mappe(vedtak=(vedtak(), pause, *andre), avslutning=avsluttet), d(dag)) is svar


def test_r30_en_pause_uten_dag_er_sjekket_og_ikke_brutt() -> None:
    assert spor("R30", mappe(vedtak=(vedtak("avbrudd", dato="2020-01-01"),))) is HOLDT
    assert spor("R30", mappe(vedtak=(vedtak("avbrudd", fra="2024-02-29"),)), d("2025-02-28")) is HOLDT
    assert spor("R30", mappe(vedtak=(vedtak("avbrudd", fra="2024-02-29"),)), d("2025-03-01")) is BRUDD


@pytest.mark.parametrize("type_", ["avbrudd", "avslutning"])
def test_r31_varsel_for_vedtak(type_: str) -> None:
    for varsel, svar in (("2026-01-01", HOLDT), ("2026-01-02", BRUDD), (None, BRUDD)):
        assert spor("R31", mappe(vedtak=(vedtak(type_, forhandsvarsel=varsel),))) is svar
    assert spor("R31", mappe(vedtak=(vedtak("gjenopptak"),))) is INGEN


def test_r32_og_r33_slutten() -> None:
    hel = slutt("2026-05-01", situasjon=("skole",), viktigste_inntekt="skole", deltakerbevis="2026-05-01")
    assert (spor("R32", mappe(avslutning=hel)), spor("R33", mappe(avslutning=hel))) == (HOLDT, HOLDT)
    assert spor("R32", mappe(avslutning=hel._replace(deltakerbevis=None))) is BRUDD
    assert spor("R33", mappe(avslutning=hel._replace(situasjon=()))) is BRUDD
    assert spor("R33", mappe(avslutning=hel._replace(viktigste_inntekt=None))) is BRUDD
    assert spor("R33", mappe(avslutning=slutt("2026-05-01", mate="uteblivelse"))) is INGEN


@pytest.mark.parametrize(
    ("underrettet", "forklart", "svar"),
    [
        ("2026-10-18", None, INGEN),  # fourteen days before D
        ("2026-10-17", None, BRUDD),
        ("2026-10-01", "2026-10-15", HOLDT),
        ("2026-10-01", "2026-10-16", BRUDD),
        ("2026-10-01", "2026-09-01", HOLDT),
        (None, None, INGEN),
    ],
)
def test_r34_vedtak_forklares(underrettet: str | None, forklart: str | None, svar: bool | None) -> None:
    ett = vedtak("endring", underrettet=underrettet, muntlig_forklart=forklart)
    assert spor("R34", mappe(tolk=True, vedtak=(ett,))) is svar
    assert spor("R34", mappe(tolk=False, vedtak=(ett,))) is INGEN


@pytest.mark.parametrize(
    ("mottatt", "besvart", "dag", "svar"),
    [
        ("2026-02-02T23:59:59", "2026-02-04T23:59:59", "2026-11-01", HOLDT),
        ("2026-02-02T10:00:00", "2026-02-05T00:00:00", "2026-11-01", BRUDD),
        ("2026-02-06T10:00:00", "2026-02-10T10:00:00", "2026-11-01", HOLDT),  # Friday to Tuesday
        ("2026-02-07T10:00:00", "2026-02-10T10:00:00", "2026-11-01", HOLDT),  # Saturday to Tuesday
        ("2026-02-07T10:00:00", "2026-02-11T10:00:00", "2026-11-01", BRUDD),
        ("2026-04-01T10:00:00", "2026-04-09T10:00:00", "2026-11-01", BRUDD),  # Easter: 8 April is the second
        ("2026-03-31T10:00:00", "2026-04-07T10:00:00", "2026-11-01", HOLDT),
        ("2026-10-29T10:00:00", None, "2026-11-02", HOLDT),
        ("2026-10-29T10:00:00", None, "2026-11-03", BRUDD),
    ],
)
def test_r35_svar_innen_to_virkedager(mottatt: str, besvart: str | None, dag: str, svar: bool) -> None:
    assert spor("R35", mappe(henvendelser=(henvendelse(mottatt, besvart),)), d(dag)) is svar


@pytest.mark.parametrize(
    ("kontakter", "svar"),
    [
        ((fast("A", "2026-01-01"),), HOLDT),
        (
            (fast("A", "2025-01-01", "2025-11-01"), fast("B", "2025-11-02", "2026-01-01"), NY),
            BRUDD,
        ),
        (
            (fast("A", "2025-01-01", "2025-10-31"), fast("B", "2025-11-01", "2026-01-01"), NY),
            HOLDT,
        ),
        (
            (fast("A", "2025-12-01", "2026-01-01"), fast("B", "2026-01-02", "2026-02-01"), fast("A", "2026-02-02")),
            HOLDT,
        ),
    ],
)
def test_r36_bytte_av_kontakt(kontakter: tuple[form.FastKontakt, ...], svar: bool) -> None:
    assert spor("R36", mappe(fast_kontakt=kontakter)) is svar


@pytest.mark.parametrize(
    ("borte", "kontakter", "svar"),
    [
        (fravaer("2026-02-02", "2026-02-04"), (), BRUDD),
        (fravaer("2026-02-02", "2026-02-03"), (), INGEN),
        (fravaer("2026-02-05", "2026-02-08"), (), INGEN),  # Thursday to Sunday: two programme days
        (fravaer("2026-02-05", "2026-02-09"), (), BRUDD),
        (fravaer("2026-04-01", "2026-04-07"), (), INGEN),  # Easter
        (fravaer("2026-02-02", "2026-02-04", "ferie"), (), INGEN),
        (fravaer("2026-02-04", "2026-02-02"), (), INGEN),
        (fravaer("2026-02-02", "2026-02-04"), (kontakt("2026-02-02", resultat="ikke_svar"),), HOLDT),
        (fravaer("2026-02-02", "2026-02-04"), (kontakt("2026-02-09", resultat="ikke_mott"),), HOLDT),
        (fravaer("2026-02-02", "2026-02-04"), (kontakt("2026-02-10"), kontakt("2026-02-01")), BRUDD),
        (fravaer("2026-02-02", "2026-02-04"), (kontakt("2026-02-05", initiativ="deltaker"),), BRUDD),
        (fravaer("2026-10-25", "2026-10-30"), (), INGEN),  # the week ends on D
        (fravaer("2026-10-24", "2026-10-30"), (), BRUDD),
        (fravaer("2026-02-02", "9999-12-31"), (), BRUDD),
    ],
)
def test_r37_vi_tar_kontakt(borte: form.Fravaer, kontakter: tuple[form.Kontakt, ...], svar: bool | None) -> None:
    m = mappe(timelister=(timeliste("2026-02", fravaer=(borte,)),), kontakter=kontakter)
    assert spor("R37", m) is svar


@pytest.mark.parametrize(
    ("dag", "etter", "svar"),
    [
        ("2026-03-30", (), INGEN),  # 31.8 + 6 months is 28.2, + 30 days is 30.3
        ("2026-03-31", (), BRUDD),
        ("2026-03-31", ("2026-01-29",), HOLDT),
        ("2026-03-31", ("2026-01-28",), BRUDD),
        ("2026-03-31", ("2026-03-30",), HOLDT),
        ("2026-03-31", ("2026-03-31",), BRUDD),
        ("2026-09-30", ("2026-02-28",), HOLDT),
        ("2026-10-01", ("2026-02-28",), BRUDD),
        ("2026-10-01", ("2026-02-28", "2026-08-01"), HOLDT),
        ("2026-10-01", ("2026-02-28", "2026-07-31"), BRUDD),
    ],
)
def test_r38_etter_slutten(dag: str, etter: tuple[str, ...], svar: bool | None) -> None:
    m = mappe(avslutning=slutt("2025-08-31"), etter=tuple(form.Etter(d(en), "ukjent") for en in etter))
    assert spor("R38", m, d(dag)) is svar


def test_kommunens_valg_flytter_grensene() -> None:
    m = fulgt()
    assert spor("R26", m, d("2026-03-01"), Intervaller(samtale_dager=60)) is HOLDT
    assert spor("R19", mappe(vedtak=(vedtak(),), programversjoner=(program(),)), d("2026-09-01")) is INGEN
    fire = Intervaller(avslutningsdel_maneder=5)
    assert spor("R19", mappe(vedtak=(vedtak(),), programversjoner=(program(),)), d("2026-09-01"), fire) is BRUDD


def test_datoer_ved_kalenderens_slutt_stanser_ingenting() -> None:
    siste = "9999-12-31"
    m = mappe(
        vedtak=(
            vedtak(fra=siste, til=siste, underrettet=siste),
            vedtak("avbrudd", id="v2", fra=siste),
            vedtak("forlengelse", id="v3", fra="0001-01-01", til=siste),
        ),
        soknader=(soknad(siste),),
        arbeidsevnevurderinger=(aev(siste),),
        programversjoner=(program(fra=siste, evalueringer=(siste,)),),
        permisjoner=(permisjon("2026-01-01", siste),),
        kontakter=(kontakt(siste),),
        henvendelser=(henvendelse(f"{siste}T10:00:00", None),),
        timelister=(timeliste("2026-02", fravaer=(fravaer(siste, siste),)),),
        utbetalinger=(utbetaling("2026-02", siste),),
        avslutning=slutt(siste),
        tolk=True,
    )
    for kriterium in KRITERIER:
        for dag in (date(2026, 11, 1), date.max, date.min):
            spor(kriterium.kode, m, dag)
