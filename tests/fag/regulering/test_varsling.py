"""What the participant is told: one letter for all months, with the sum first, or a line where no letters are sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from fotfeste.fag.brev.innhold import Brevfeil
from fotfeste.fag.brev.lagring import fra_json
from fotfeste.fag.brev.models import Brev
from fotfeste.fag.regulering import services
from fotfeste.fag.regulering.enums import Reguleringsstatus
from fotfeste.fag.regulering.jobber import gjennomfor_i_bakgrunnen, prov_i_bakgrunnen
from fotfeste.fag.regulering.utbetalingsdag import senest_utbetalt
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import UlovligOvergang
from fotfeste.grunnmur.jobber.ko import arbeid
from fotfeste.grunnmur.logg.models import Hendelse
from tests.fag.regulering.fortelling import AUGUST, JUNI, MAI, MANDAGEN_ETTER, SOMMEREN, Huset
from tests.grunnlag import lag_valg

pytestmark = pytest.mark.django_db
HARDT = "\u00a0"


@pytest.fixture(autouse=True)
def _hosten_2020() -> Iterator[None]:
    with klokke.still_til(MANDAGEN_ETTER):
        yield


@pytest.fixture
def huset(db: None) -> Huset:
    return Huset()


def test_ett_brev_for_alle_manedene_som_sier_hvor_mye_hvorfor_og_nar(huset: Huset) -> None:
    sak = huset.deltaker()
    huset.betal(*SOMMEREN)
    assert services.regulering_varsle(huset.olav, huset.gjennomfort()) == 1
    brev = fra_json(Brev.objects.get(sak=sak).innhold)
    assert brev.tittel == f"Grunnbeløpet har økt. Du får 999{HARDT}kr etterbetalt"
    assert f"senest 12.{HARDT}oktober 2020" in brev.kortversjon[0]
    oversikt, satser = brev.deler[1].blokker
    assert [rad[3] for rad in oversikt.rader] == [f"{kr}{HARDT}kr" for kr in (241, 253, 264, 241, 999)]
    assert satser.rader[0] == ("mai 2020", "21", f"768,14{HARDT}kr", f"779,62{HARDT}kr")
    assert brev.deler[2].blokker[0].rader[0][3] == f"241{HARDT}kr"
    assert brev.underskrift == (huset.kontor.navn,)  # nobody in økonomi has read it


def test_kommunen_kan_velge_en_linje_i_traden_i_stedet(huset: Huset) -> None:
    lag_valg(huset.kommune, "regulering_med_brev", verdi=False)
    sak = huset.deltaker((MAI,))
    huset.betal(MAI)
    regulering = huset.gjennomfort()
    assert services.regulering_varsle(huset.olav, regulering) == 1
    assert services.regulering_varsle(huset.olav, regulering) == 0
    assert not Brev.objects.exists()
    assert Hendelse.objects.get(sak_id=sak.pk, kode="regulering.varslet").data["belop"] == 241


def test_en_som_brevet_ikke_kan_lages_for_stopper_ingen(huset: Huset, monkeypatch: pytest.MonkeyPatch) -> None:
    """One name no font has, one address nobody filled in: they wait, and the others are told."""
    stopper = [huset.deltaker((MAI,), fornavn="Umulig"), huset.deltaker((MAI,), adresse="{{ adresse }}")]
    andre = huset.deltaker((MAI,))
    huset.betal(MAI)
    regulering = huset.gjennomfort()

    def pdf(brev):  # type: ignore[no-untyped-def]
        if "Umulig" in brev.mottaker.navn:
            raise Brevfeil("Navnet har tegn ingen skrift har.")
        return b"%PDF"

    monkeypatch.setattr("fotfeste.fag.brev.services.som_pdf", pdf)
    assert services.regulering_varsle(huset.olav, regulering) == 1
    assert set(regulering.linjer.filter(varslet=None).values_list("sak", flat=True)) == {sak.pk for sak in stopper}
    assert Brev.objects.get().sak == andre


def test_ingen_varsles_for_det_er_gjennomfort(huset: Huset) -> None:
    huset.deltaker((MAI,))
    huset.betal(MAI)
    with pytest.raises(UlovligOvergang):
        services.regulering_varsle(huset.olav, huset.provekjort())


def test_pengene_kommer_med_den_forste_kjoringen_som_ikke_er_regnet(huset: Huset) -> None:
    """Before the run of August is reckoned it takes the money with it; after that it comes a month later."""
    huset.deltaker((MAI, JUNI, AUGUST))
    with klokke.still_til(date(2020, 9, 3)):
        assert senest_utbetalt(huset.kommune) == date(2020, 9, 14)
    huset.betal(AUGUST)
    with klokke.still_til(date(2020, 9, 6)):
        assert senest_utbetalt(huset.kommune) == date(2020, 10, 12)


@pytest.mark.django_db(transaction=True)
def test_jobbene_provekjorer_gjennomforer_og_varsler_en_gang() -> None:
    with klokke.still_til(MANDAGEN_ETTER):
        huset = Huset()
        huset.deltaker((MAI,))
        huset.betal(MAI)
        regulering = huset.opprett()
        assert prov_i_bakgrunnen(huset.oda, regulering)
        assert not prov_i_bakgrunnen(huset.oda, regulering)
        arbeid(vent=False)
        regulering.refresh_from_db()
        assert regulering.status == Reguleringsstatus.PROVEKJORT
        services.regulering_gjennomfor(huset.olav, regulering)
        gjennomfor_i_bakgrunnen(huset.olav, regulering)
        arbeid(vent=False)
        gjennomfor_i_bakgrunnen(huset.olav, regulering)
        arbeid(vent=False)
    regulering.refresh_from_db()
    assert regulering.status == Reguleringsstatus.FERDIG
    assert Brev.objects.count() == 1
