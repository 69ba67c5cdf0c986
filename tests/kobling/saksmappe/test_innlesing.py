"""Cases come in as they were, what runs can go on, and the same file can be read any number of times."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from django.core.management import CommandError, call_command
from django.db import DataError

from fotfeste.fag.mappe.lesing import les_linje
from fotfeste.fag.mappe.models import InnlestMappe
from fotfeste.fag.mappe.services import mappe_kvitter
from fotfeste.fag.oversikt.selectors import oversikt_en
from fotfeste.fag.person.models import Barn, Person
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Bruker, Kontor
from fotfeste.grunnmur.tilgang import SYSTEM
from fotfeste.kobling.saksmappe.oversettelse import saksstatus
from fotfeste.kobling.saksmappe.services import _Bunt, mapper_les_inn
from tests import grunnlag

pytestmark = pytest.mark.django_db
DATA = Path(__file__).resolve().parents[2] / "data" / "kontrakter"
FIL = DATA / "saksmapper.jsonl"
LINJER = FIL.read_text(encoding="utf-8").splitlines()
DAG = date(2026, 11, 1)

LOPENDE: dict[str, Any] = {
    "versjon": 1,
    "sak_id": "L-1",
    "kommune": "4601",
    "kontor": "Nord",
    "fast_kontakt": [{"ansatt": "Z1", "fra": "2026-01-12"}],
    "person": {
        "fodselsnummer": "10828709491",
        "fodselsdato": "1987-02-10",
        "navn": "Kari Anne Prøve",
        "sprak": "no",
        "barn": [{"fodselsdato": "2018-05-23", "fra": "2018-05-23"}],
    },
    "soknader": [{"id": "s1", "mottatt": "2025-12-01", "kanal": "papir"}],
    "vedtak": [
        {
            "id": "v1",
            "type": "innvilgelse",
            "soknad": "s1",
            "dato": "2026-01-02",
            "fra": "2026-01-12",
            "til": "2027-01-11",
            "saksbehandler": "Z1",
            "beslutter": "Z1",
        }
    ],
    "programversjoner": [{"versjon": 3, "fra": "2026-01-12", "aktiviteter": [], "evalueringsdatoer": []}],
}


@pytest.fixture(autouse=True)
def _dagen() -> Any:
    with klokke.still_til(DAG):
        yield


def med(**felter: Any) -> dict[str, Any]:
    return copy.deepcopy(LOPENDE) | felter


def les(*saker: dict[str, Any], kilde: str = "gammelt.jsonl") -> Any:
    linjer = [les_linje(json.dumps(sak, ensure_ascii=False), nr) for nr, sak in enumerate(saker, 1)]
    *_, svar = mapper_les_inn(SYSTEM, linjer, kilde=kilde)
    return svar


def eksport(*argumenter: str) -> list[str]:
    ut = StringIO()
    call_command("eksport", *argumenter, stdout=ut)
    return ut.getvalue().splitlines()


def innlesing(fil: Path) -> tuple[str, str]:
    ut, feil = StringIO(), StringIO()
    call_command("innlesing", str(fil), stdout=ut, stderr=feil)
    return ut.getvalue(), feil.getvalue()


def test_det_som_kommer_ut_er_det_som_gikk_inn() -> None:
    ut, feil = innlesing(FIL)
    assert (feil, ut.splitlines()[0]) == ("", "40 nye saker, 0 endret, 0 som før, 0 linjer avvist.")
    assert sorted(eksport()) == sorted(LINJER)


def test_revisjonen_svarer_det_samme_fra_databasen() -> None:
    innlesing(FIL)
    ut = StringIO()
    call_command("revisjon", "--dato", "2026-11-01", "--json", stdout=ut)
    assert json.loads(ut.getvalue()) == json.loads((DATA / "revisjon_ut.json").read_text(encoding="utf-8"))


def test_samme_fil_igjen_dobler_ingenting() -> None:
    innlesing(FIL)
    for_ = (Sak.objects.count(), Person.objects.count(), Vedtak.objects.count(), Barn.objects.count())
    ut, _ = innlesing(FIL)
    assert ut.startswith("0 nye saker, 0 endret, 40 som før")
    assert (Sak.objects.count(), Person.objects.count(), Vedtak.objects.count(), Barn.objects.count()) == for_


def test_bare_mellomrom_og_rekkefolge_er_ingen_endring() -> None:
    les(LOPENDE)
    assert les(dict(reversed(list(LOPENDE.items())))).uendret == 1


def test_en_linje_som_bryter_skjemaet_avvises_og_de_andre_gar_inn(tmp_path: Path) -> None:
    fil = tmp_path / "saker.jsonl"
    fil.write_text("\n".join([json.dumps(med(kommune="46")), "{", LINJER[0]]), encoding="utf-8")
    ut, feil = StringIO(), StringIO()
    with pytest.raises(SystemExit) as stanset:
        call_command("innlesing", str(fil), stdout=ut, stderr=feil)
    assert stanset.value.code == 1
    assert "1 nye saker" in ut.getvalue()
    assert "Linje 1 (L-1): kommune: Her må det stå 4 sifre, som tekst." in feil.getvalue()
    assert "Linje 2: linje:" in feil.getvalue()
    assert [json.loads(linje)["sak_id"] for linje in eksport()] == ["S11-0000"]


def test_en_fil_som_ikke_finnes() -> None:
    with pytest.raises(CommandError, match=r"borte\.jsonl"):
        innlesing(Path("borte.jsonl"))


def test_et_for_langt_saksnummer_avvises() -> None:
    svar = les(med(sak_id="x" * 501), LOPENDE)
    assert (svar.nye, [linje.feil[0].felt for linje in svar.avvist]) == (1, ["sak_id"])


def test_en_lopende_sak_kan_ga_videre_her() -> None:
    les(LOPENDE)
    sak = Sak.objects.get()
    assert (sak.status, sak.innlest, sak.kontor.navn, sak.kommune.navn) == ("i_program", True, "Nord", "Bergen")
    vedtak = sak.vedtak.get()
    assert (vedtak.status, vedtak.innlest, vedtak.til) == ("fattet", True, date(2027, 1, 11))
    assert vedtak.saksbehandler == vedtak.beslutter  # history with its faults
    assert vedtak.soknad == sak.soknader.get()
    assert (sak.person.fornavn, sak.person.etternavn, sak.person.sprak) == ("Kari Anne", "Prøve", "nb")
    assert sak.person.barn.get().fra == date(2018, 5, 23)
    assert oversikt_en(sak).periode


def test_en_ukjent_ansatt_blir_et_navn_som_ikke_kan_logge_inn() -> None:
    svar = les(LOPENDE)
    bruker = Bruker.objects.get(brukernavn="Z1")
    assert (bruker.is_active, bruker.has_usable_password(), svar.nye_ansatte) == (False, False, ["Z1"])
    kom = InnlestMappe.objects.get()
    assert "Fast kontakt var Z1" in kom.merknader[0]
    assert any(oppgave.slag == "ta_over" for oppgave in oversikt_en(kom.sak).oppgaver)


def test_en_kjent_ansatt_blir_fast_kontakt() -> None:
    Bruker.objects.opprett(brukernavn="Z1", navn="Zara")
    les(LOPENDE)
    assert Sak.objects.get().faste_kontakter.get().bruker.navn == "Zara"
    assert InnlestMappe.objects.get().merknader == []
    assert json.loads(eksport()[0]) == LOPENDE


def test_det_som_ikke_lot_seg_ta_over_kvitteres() -> None:
    les(LOPENDE)
    sak = Sak.objects.get()
    leder = grunnlag.lag_aktor(Rolle.LEDER, sak.kontor)
    assert mappe_kvitter(leder, sak=sak).kvittert == DAG
    assert mappe_kvitter(leder, sak=sak).kvittert == DAG
    assert not any(oppgave.slag == "ta_over" for oppgave in oversikt_en(sak).oppgaver)
    with pytest.raises(IkkeTilgang):
        mappe_kvitter(grunnlag.lag_aktor(Rolle.REVISOR, sak.kontor), sak=sak)


def test_to_vedtak_for_de_samme_dagene_tas_ikke_over() -> None:
    annet = LOPENDE["vedtak"][0] | {"id": "v2", "type": "forlengelse", "fra": "2027-01-11", "til": "2027-06-01"}
    les(med(vedtak=[*LOPENDE["vedtak"], annet]))
    assert Vedtak.objects.count() == 0
    assert "de samme dagene" in " ".join(InnlestMappe.objects.get().merknader)
    assert len(eksport()) == 1


@pytest.mark.parametrize(
    ("endre", "status"),
    [
        (lambda m: None, "i_program"),
        (lambda m: m["vedtak"][0].update(fra="2026-11-02"), "innvilget"),
        (lambda m: m["vedtak"][0].update(til="2026-10-31"), "i_program"),
        (lambda m: m.update(avslutning={"dato": "2026-10-31", "mate": "uteblivelse"}), "avsluttet"),
        (lambda m: m.update(avslutning={"dato": "2026-11-01", "mate": "uteblivelse"}), "i_program"),
        (lambda m: m["vedtak"].append(_til("avslutning", "2026-10-31")), "avsluttet"),
        (lambda m: m["vedtak"].append(_til("avbrudd", "2026-11-01")), "avbrutt"),
        (lambda m: m["vedtak"].append(_til("avbrudd", "2026-11-02")), "i_program"),
        (lambda m: m["vedtak"].extend([_til("avbrudd", "2026-10-01"), _til("gjenopptak", "2026-11-01")]), "i_program"),
        (lambda m: m.update(vedtak=[]), "soknad"),
        (lambda m: m.update(vedtak=[_til("avslag", "2026-01-01") | {"soknad": "s1"}]), "avslatt"),
        (lambda m: (m.update(vedtak=[]), m["soknader"][0].update(trukket="2026-01-01")), "trukket"),
        (lambda m: m.update(vedtak=[], soknader=[]), "soknad"),
    ],
)
def test_tilstanden_folger_av_fakta(endre: Callable[[dict[str, Any]], object], status: str) -> None:
    sak = copy.deepcopy(LOPENDE)
    endre(sak)
    lest = les_linje(json.dumps(sak))
    assert lest.mappe is not None
    assert saksstatus(lest.mappe, DAG) == status
    svar = les(sak)
    assert (svar.nye, Sak.objects.get().status) == (1, status)
    assert json.loads(eksport()[0]) == sak


def _til(type_: str, fra: str) -> dict[str, Any]:
    return {"id": f"v-{type_}", "type": type_, "dato": fra, "fra": fra, "saksbehandler": "Z1", "beslutter": "Z2"}


def test_to_saker_for_en_person_bare_en_er_apen() -> None:
    svar = les(LOPENDE, med(sak_id="L-2"))
    assert (svar.nye, Person.objects.count()) == (2, 1)
    statuser = sorted(Sak.objects.values_list("status", flat=True))
    assert statuser == ["avsluttet", "i_program"]
    kom = InnlestMappe.objects.get(kilde_id="L-2")
    assert "har allerede en åpen sak" in kom.merknader[0]
    assert sorted(json.loads(linje)["sak_id"] for linje in eksport()) == ["L-1", "L-2"]


def test_en_person_vi_kjenner_beholder_det_vi_vet() -> None:
    person = grunnlag.lag_person(fornavn="Samira")
    sak = med(person=LOPENDE["person"] | {"fodselsnummer": person.fodselsnummer})
    les(sak)
    person.refresh_from_db()
    assert person.fornavn == "Samira"
    assert Sak.objects.get().person == person
    assert json.loads(eksport()[0]) == sak


def test_to_kommuner_kan_ha_samme_sak_id_og_kontornavn() -> None:
    annen = LOPENDE["person"] | {"fodselsnummer": "10828709999"}
    svar = les(LOPENDE, med(kommune="0301", bydel="05", person=annen))
    assert svar.nye == 2
    assert sorted(svar.nye_kommuner) == ["Bergen", "Oslo - Oslove, bydel 05"]
    assert len(set(Kontor.objects.values_list("nummer", flat=True))) == 2


def test_en_endret_linje_retter_saken() -> None:
    les(LOPENDE)
    endret = med(kontor="Sør", avslutning={"dato": "2026-10-30", "mate": "uteblivelse"})
    endret["person"] = LOPENDE["person"] | {"navn": "Kari Anne Rettet"}
    svar = les(endret)
    assert (svar.nye, svar.endret) == (0, 1)
    sak = Sak.objects.get()
    assert (sak.status, sak.kontor.navn, sak.person.etternavn) == ("avsluttet", "Sør", "Rettet")
    assert json.loads(eksport()[0]) == endret


def test_et_nytt_vedtak_i_filen_tas_over_uten_a_doble_det_gamle() -> None:
    les(LOPENDE)
    nytt = LOPENDE["vedtak"][0] | {"id": "v2", "type": "forlengelse", "fra": "2027-01-12", "til": "2027-06-01"}
    endret = med(vedtak=[*LOPENDE["vedtak"], nytt])
    les(endret)
    assert list(Vedtak.objects.values_list("type", flat=True)) == ["innvilgelse", "forlengelse"]
    assert json.loads(eksport()[0]) == endret


def test_et_vedtak_vi_har_tatt_over_endres_ikke_av_filen() -> None:
    les(LOPENDE)
    les(med(vedtak=[LOPENDE["vedtak"][0] | {"til": "2026-12-31"}]))
    assert Vedtak.objects.get().til == date(2027, 1, 11)
    assert "endret i filen" in InnlestMappe.objects.get().merknader[-1]


def test_det_kontoret_har_gjort_her_star_nar_filen_leses_pa_nytt() -> None:
    les(LOPENDE)
    sak = Sak.objects.get()
    with kommando(SYSTEM, "test"):
        sak.person.lagre_endring(etternavn="Gift")
        sak.lagre_endring(status=Saksstatus.AVBRUTT)
        Vedtak.objects.create(sak=sak, type="endring", saksbehandler=Bruker.objects.get(brukernavn="Z1"))
    les(med(kontor="Sør", person=LOPENDE["person"] | {"navn": "Kari Anne Rettet", "tolkebehov": True}))
    sak.refresh_from_db()
    assert (sak.status, sak.kontor.navn) == ("avbrutt", "Nord")
    assert (sak.person.etternavn, sak.person.tolkebehov) == ("Gift", True)


def test_en_sak_som_gikk_ut_herfra_leses_ikke_inn_oppa_seg_selv() -> None:
    sak = grunnlag.lag_sak_i_program(grunnlag.lag_kontor(grunnlag.lag_kommune()))
    linje = eksport("--sak", sak.saksnummer)[0]
    svar = les(json.loads(linje))
    assert (svar.egne, svar.nye, Sak.objects.count()) == (1, 0, 1)


def test_bare_de_sakene_det_sporres_etter() -> None:
    les(LOPENDE, med(sak_id="L-2", person=LOPENDE["person"] | {"fodselsnummer": "10828709999"}))
    nummer = Sak.objects.get(innlest_mappe__kilde_id="L-1").saksnummer
    assert len(eksport("--sak", "L-2", nummer)) == 2
    assert [json.loads(linje)["sak_id"] for linje in eksport("--sak", "L-2")] == ["L-2"]
    with pytest.raises(CommandError, match="finner ikke L-9"):
        eksport("--sak", "L-9")


def test_bare_den_som_styrer_systemet_leser_inn() -> None:
    with pytest.raises(IkkeTilgang):
        list(
            mapper_les_inn(grunnlag.lag_aktor(Rolle.LEDER, grunnlag.lag_kontor(grunnlag.lag_kommune())), [], kilde="x")
        )


def test_en_sak_databasen_ikke_tar_imot_holder_ikke_de_andre_tilbake() -> None:
    ekte = _Bunt.les_inn

    def les_inn(self: _Bunt, svar: Any) -> None:
        ekte(self, svar)
        if any(linje.sak_id == "L-2" for linje in self.linjer):
            raise DataError("value out of range")

    andre = [med(sak_id=f"L-{n}", person=LOPENDE["person"] | {"fodselsnummer": f"1082870000{n}"}) for n in (1, 2, 3)]
    with mock.patch.object(_Bunt, "les_inn", les_inn):
        svar = les(*andre)
    # what the failing bunch counted was never kept
    assert [linje.sak_id for linje in svar.avvist] == ["L-2"]
    assert set(InnlestMappe.objects.values_list("kilde_id", flat=True)) == {"L-1", "L-3"}


def test_en_stanset_innlesing_kan_begynnes_pa_nytt() -> None:
    linjer = [les_linje(linje, nr) for nr, linje in enumerate(LINJER, 1)]
    with mock.patch("fotfeste.kobling.saksmappe.services.BUNT", 10):
        forste = next(iter(mapper_les_inn(SYSTEM, linjer, kilde="x")))
        assert (forste.nye, Sak.objects.count()) == (10, 10)
        *_, siste = mapper_les_inn(SYSTEM, linjer, kilde="x")
    assert (siste.nye, siste.uendret, Sak.objects.count()) == (30, 10, 40)


def test_to_vedtak_med_samme_id_kommer_ut_som_de_gikk_inn() -> None:
    annet = LOPENDE["vedtak"][0] | {"type": "forlengelse", "fra": "2027-01-12", "til": "2027-06-01"}
    sak = med(vedtak=[*LOPENDE["vedtak"], annet])
    les(sak)
    assert json.loads(eksport()[0]) == sak
