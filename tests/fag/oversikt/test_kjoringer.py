"""What Min dag says to økonomi: who prepared a run does not release it."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.fag.oversikt.deltaker import forside
from fotfeste.fag.oversikt.kjoringer import ventende_kjoringer
from fotfeste.fag.oversikt.selectors import oversikt_en
from fotfeste.fag.oversikt.typer import Part
from fotfeste.fag.utbetaling import services
from fotfeste.fag.utbetaling.enums import Kjoringsart
from fotfeste.fag.utbetaling.forskudd import forskudd_bestem
from fotfeste.fag.utbetaling.models import Kjoring
from fotfeste.fag.utbetaling.selectors import kjoringslinjer
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.models import Kommune, Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from fotfeste.kobling.betaling.services import filer_lag
from tests.fag.program.fortellinger import gi_vedtak
from tests.grunnlag import lag_person, lag_sak, lag_sak_i_program, lag_timeliste

pytestmark = pytest.mark.django_db
MAI = date(2026, 5, 1)


def test_en_klar_kjoring_venter_pa_den_andre(
    kommune: Kommune, okonomi: Aktor, okonomi2: Aktor, veileder: Aktor
) -> None:
    with kommando(SYSTEM, "test"):
        kjoring = Kjoring.objects.create(
            kommune=kommune,
            maned=date(2026, 5, 1),
            utbetalingsdato=date(2026, 6, 12),
            status="klar",
            forberedt_av=okonomi.krev_bruker(),
        )
    assert [k.knapp for k in ventende_kjoringer(okonomi2)] == ["Kontroller og frigi"]
    assert ventende_kjoringer(okonomi) == []
    assert ventende_kjoringer(veileder) == []
    with kommando(SYSTEM, "test"):
        kjoring.lagre_endring(status="frigitt", frigitt_av=okonomi2.krev_bruker())
    assert [k.knapp for k in ventende_kjoringer(okonomi)] == ["Lag filen til banken"]


def test_en_maned_ingen_har_begynt_pa_og_en_liste_som_kom_for_sent(
    kontor: Kontor, okonomi: Aktor, okonomi2: Aktor, veileder: Aktor
) -> None:
    """The sheets were due on 5 June. One approved after the run was released goes in a further one."""
    lag_timeliste(lag_sak_i_program(kontor), MAI, godkjent_av=veileder)
    assert ventende_kjoringer(okonomi) == []
    with klokke.still_til(date(2026, 6, 8)):
        assert _linjer(okonomi) == [("Utbetalingen for mai 2026 er ikke begynt", "Begynn på den", date(2026, 6, 12))]
        kjoring = services.kjoring_opprett(okonomi, kommune=kontor.kommune, maned=MAI)
        assert [hva for hva, *_ in _linjer(okonomi)] == ["Utbetalingen for mai 2026 er under arbeid"]
        filer_lag(okonomi2, services.kjoring_frigi(okonomi2, services.kjoring_forbered(okonomi, kjoring)))
        assert _linjer(okonomi) == []
    with klokke.still_til(date(2026, 6, 15)):
        lag_timeliste(lag_sak_i_program(kontor), MAI, godkjent_av=veileder)
        [(hva, *_)] = _linjer(okonomi)
        assert hva == "1 timeliste for mai 2026 ble godkjent etter kjøringen"
        assert [linje.er_forsinket for linje in ventende_kjoringer(okonomi)] == [True]


def test_et_forskudd_venter_ikke_pa_at_noen_skal_huske_det(
    kontor: Kontor, okonomi: Aktor, okonomi2: Aktor, veileder: Aktor
) -> None:
    """Decided on a Friday evening: økonomi is told, until a run has it. Who has no account is the veileder's task."""
    sak = lag_sak_i_program(kontor)
    uten_konto = lag_sak_i_program(kontor, person=lag_person(fornavn="Testine", kontonummer=""))
    fredag = date(2026, 6, 26)
    with klokke.still_til(fredag):
        for en in (sak, uten_konto):
            forskudd_bestem(veileder, sak=en, maned=date(2026, 6, 1), belop=2000, grunn="Ikke til mat i helgen.")
        hva = "1 forskudd eller tilbakebetaling er bestemt, og ligger ikke i noen kjøring"
        assert _linjer(okonomi) == [(hva, "Begynn en ekstrakjøring", fredag)]
        klient = Client()
        klient.force_login(okonomi.krev_bruker())
        lenke = f"{reverse('kontor:kjoringer')}?hva=ekstra"
        assert lenke in klient.get(reverse("kontor:min_dag")).content.decode()
        assert '<option value="ekstra" selected>' in klient.get(lenke).content.decode()
        assert ventende_kjoringer(veileder) == []
        kjoring = services.kjoring_opprett(
            okonomi, kommune=kontor.kommune, maned=date(2026, 6, 1), art=Kjoringsart.EKSTRA
        )
        kjoring = services.kjoring_forbered(okonomi, kjoring)
        assert [hva for hva, *_ in _linjer(okonomi2)] == [
            f"{okonomi.krev_bruker().navn} har gjort utbetalingen for juni 2026 (ekstrakjøring) klar"
        ]
        (linje,) = kjoringslinjer(okonomi2, kjoring)
        assert linje.grunnlag == f"Bestemt av {veileder.krev_bruker().navn} 26. juni 2026"
        services.kjoring_forkast(okonomi, kjoring)
    with klokke.still_til(date(2026, 6, 29)):
        assert [linje.er_forsinket for linje in ventende_kjoringer(okonomi)] == [True]


def test_et_kontonummer_som_mangler_sees_for_maneden_skal_betales(kontor: Kontor, veileder: Aktor) -> None:
    sak = lag_sak(kontor, lag_person(kontonummer=""))
    gi_vedtak(sak, veileder)
    [oppgave] = [en for en in oversikt_en(sak).oppgaver if en.slag == "konto_mangler"]
    assert oppgave.part == Part.VEILEDER
    setninger = [steg.tekst for steg in forside(sak).steg]
    assert "Vi mangler kontonummeret ditt. Uten det kan vi ikke betale deg stønaden." in setninger
    with kommando(SYSTEM, "test"):
        sak.person.lagre_endring(kontonummer="15032080119")
    assert "konto_mangler" not in {en.slag for en in oversikt_en(sak).oppgaver}


def _linjer(aktor: Aktor) -> list[tuple[str, str, date]]:
    return [(linje.hva, linje.knapp, linje.betales) for linje in ventende_kjoringer(aktor)]
