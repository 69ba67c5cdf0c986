"""The whole programme evaluated by both sides, at its dates, ending in one of three (forskriften § 1)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fotfeste.fag.oppfolging import selectors, services
from fotfeste.fag.oppfolging.models import Evaluering
from fotfeste.fag.oppfolging.services import Aktivitetinn, Evalueringinn
from fotfeste.fag.oversikt.selectors import oversikt_en
from fotfeste.fag.plan.models import Plansvaret
from fotfeste.fag.plan.services import plantilbud_registrer
from fotfeste.fag.program.models import Aktivitet, Evalueringsdato, Programversjon
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from fotfeste.regelverk.evaluering import tidlig
from tests import grunnlag

pytestmark = pytest.mark.django_db
JUNI, SEPTEMBER = date(2026, 6, 1), date(2026, 9, 1)
NYTTE = (Aktivitetinn("Norskkurs", "ja"), Aktivitetinn("Butikk", "nei", "Samira vil heller lage mat"))
HELE = {"framgang": "narmere", "begrunnelse": "Norsken er mye bedre.", "aktiviteter": NYTTE}


@pytest.fixture
def i_program(kontor: Kontor) -> Sak:
    """A programme with two activities, evaluated in June and September."""
    sak = grunnlag.lag_sak_i_program(kontor)
    with kommando(SYSTEM, "test"):
        versjon = Programversjon.objects.create(
            sak=sak, nummer=1, status="avtalt", fra=date(2026, 1, 12), avtalt_med_deltaker=date(2026, 1, 12)
        )
        Programversjon.objects.filter(pk=versjon.pk).update(opprettet=klokke.na() - timedelta(days=150))
        for navn, gruppe in (("Norskkurs", "opplaering"), ("Butikk", "arbeidsrettet")):
            Aktivitet.objects.create(sak=sak, programversjon=versjon, navn=navn, gruppe=gruppe)
        Evalueringsdato.objects.create(sak=sak, programversjon=versjon, dato=JUNI)
        Evalueringsdato.objects.create(sak=sak, programversjon=versjon, dato=SEPTEMBER, type="midtveis")
    return sak


def inn(konklusjon: str = "fortsette", **felter: object) -> Evalueringinn:
    return Evalueringinn(konklusjon=konklusjon, **{**HELE, **felter})  # type: ignore[arg-type]


def slag(sak: Sak) -> list[str]:
    return [o.slag for o in oversikt_en(sak).oppgaver if "evaluering" in o.slag or o.slag == "ny_plan"]


def felter(feil: pytest.ExceptionInfo[Fagfeil]) -> set[str]:
    return {en.felt for en in feil.value.feil} if isinstance(feil.value, FlereFeil) else {feil.value.felt}


def test_en_dag_over_er_rod_til_hele_programmet_er_evaluert(i_program: Sak, veileder: Aktor) -> None:
    with klokke.still_til(date(2026, 6, 2)):
        oppgave = next(o for o in oversikt_en(i_program).oppgaver if o.slag == "evaluering")
        assert (oppgave.frist, str(oppgave.steg.knapp)) == (JUNI, "Hold evalueringen")
        services.evaluering_hold(veileder, sak=i_program, inn=inn(hele_programmet=False, aktiviteter=NYTTE[:1]))
        assert slag(i_program) == ["evaluering"], "one activity is not the programme"
        services.evaluering_hold(veileder, sak=i_program, inn=inn())
        assert slag(i_program) == []


def test_hele_programmet_betyr_hver_aktivitet(i_program: Sak, veileder: Aktor) -> None:
    with pytest.raises(Fagfeil, match="Butikk") as feil:
        services.evaluering_hold(
            veileder, sak=i_program, inn=inn("", aktiviteter=NYTTE[:1], begrunnelse="", framgang="")
        )
    assert felter(feil) == {"konklusjon", "begrunnelse", "framgang", "aktiviteter"}
    assert not Evaluering.objects.filter(status="holdt").exists()


def test_deltakeren_forbereder_seg_og_svarene_star_i_evalueringen(
    i_program: Sak, kontor: Kontor, veileder: Aktor
) -> None:
    deltaker = grunnlag.lag_deltaker(i_program.person, kontor)
    with pytest.raises(Fagfeil):
        services.evaluering_forbered(deltaker, sak=i_program)
    services.evaluering_forbered(deltaker, sak=i_program, egen_trivsel="midt", egen_endre="Jeg vil lage mat")
    assert "Deltakeren har svart på spørsmålene" in {o.mer for o in oversikt_en(i_program).oppgaver}
    services.evaluering_lagre(veileder, sak=i_program, inn=inn("", vurdering="Vi snakket om kjøkken"))
    holdt = services.evaluering_hold(veileder, sak=i_program, inn=inn("endre"))
    assert (holdt.egen_endre, holdt.for_dato, Evaluering.objects.count()) == ("Jeg vil lage mat", JUNI, 1)


def test_endre_krever_en_ny_plan_innen_fristen(i_program: Sak, veileder: Aktor) -> None:
    services.evaluering_hold(veileder, sak=i_program, inn=inn("endre"))
    oppgave = next(o for o in oversikt_en(i_program).oppgaver if o.slag == "ny_plan")
    assert oppgave.frist == date(2026, 6, 17)
    with kommando(SYSTEM, "test"):
        Programversjon.objects.create(sak=i_program, nummer=2, fra=date(2026, 6, 15))
    assert "ny_plan" not in slag(i_program)


def test_avslutte_forer_til_vedtaket_og_deltakeren_ma_vaere_med(i_program: Sak, veileder: Aktor) -> None:
    with pytest.raises(Fagfeil) as feil:
        services.evaluering_hold(veileder, sak=i_program, inn=inn("avslutte", deltaker_med=False))
    assert felter(feil) == {"deltaker_med"}
    services.evaluering_hold(veileder, sak=i_program, inn=inn("avslutte"))
    oppgave = next(o for o in oversikt_en(i_program).oppgaver if o.slag == "avslutt_etter_evaluering")
    assert oppgave.steg.side == "vedtak"


def test_uten_dato_framover_settes_en_ny(i_program: Sak, veileder: Aktor) -> None:
    with klokke.still_til(date(2026, 9, 2)):
        for neste in (None, date(2026, 9, 1)):
            with pytest.raises(Fagfeil) as feil:
                services.evaluering_hold(veileder, sak=i_program, inn=inn(neste=neste))
            assert felter(feil) == {"neste"}
        services.evaluering_hold(veileder, sak=i_program, inn=inn(neste=date(2026, 12, 1)))
        assert [f.dato for f in oversikt_en(i_program).frister if f.tekst == "Evaluering av programmet"] == [
            date(2026, 12, 1)
        ]
    with klokke.still_til(date(2026, 12, 2)):
        assert slag(i_program) == ["evaluering"]


def test_den_forste_venter_pa_tilbudet_om_individuell_plan(i_program: Sak, veileder: Aktor) -> None:
    with kommando(SYSTEM, "test"):
        Plansvaret.objects.filter(sak=i_program).delete()
    with pytest.raises(Fagfeil, match="individuell plan"):
        services.evaluering_hold(veileder, sak=i_program, inn=inn())
    plantilbud_registrer(veileder, sak=i_program, kanal="samtale")
    services.evaluering_hold(veileder, sak=i_program, inn=inn())


def test_en_rask_inngang_ses_pa_tidlig() -> None:
    valg = {"rask_dager": 21, "uker": 6}
    start = date(2026, 3, 2)
    assert tidlig(soknad=date(2026, 2, 10), vedtak=date(2026, 2, 20), start=start, **valg) == date(2026, 4, 13)
    assert tidlig(soknad=date(2026, 1, 10), vedtak=date(2026, 2, 20), start=start, **valg) is None
    assert tidlig(soknad=None, vedtak=date(2026, 2, 20), start=start, **valg) is None


def test_saksmappen_far_bare_det_som_er_holdt(i_program: Sak, veileder: Aktor) -> None:
    services.evaluering_lagre(veileder, sak=i_program, inn=inn())
    assert selectors.evalueringer_til_mappe([i_program.pk]) == {i_program.pk: []}
    services.evaluering_hold(veileder, sak=i_program, inn=inn(type="underveis"))
    assert selectors.evalueringer_til_mappe([i_program.pk])[i_program.pk] == [
        {
            "dato": "2026-06-03",
            "type": "underveis",
            "hele_programmet": True,
            "deltaker_med": True,
            "konklusjon": "fortsette",
        }
    ]
