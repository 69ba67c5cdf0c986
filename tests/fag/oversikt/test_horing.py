"""An advance notice waits for the participant, who is told so on their own page, until they have answered."""

from __future__ import annotations

from datetime import date

import pytest

from fotfeste.fag.oversikt.deltaker import forside
from fotfeste.fag.oversikt.selectors import oversikt_en
from fotfeste.fag.oversikt.typer import Part
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak import services
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.fag.vedtak.models import Vedtak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import Aktor
from tests import grunnlag

pytestmark = pytest.mark.django_db
FRIST = date(2026, 6, 17)


@pytest.fixture
def i_program(kontor: Kontor) -> Sak:
    return grunnlag.lag_sak_i_program(kontor)


@pytest.fixture
def varslet(veileder: Aktor, i_program: Sak) -> Vedtak:
    vedtak = services.vedtak_start(veileder, sak=i_program, type=Vedtakstype.AVBRUDD, fra=date(2026, 7, 1))
    vedtak = services.vedtak_lagre(
        veileder, vedtak=vedtak, begrunnelse_regler="Programmet kan ha pause.", begrunnelse_fakta="Du er syk."
    )
    return services.vedtak_varsle(veileder, vedtak=vedtak, uttalefrist=FRIST)


def _vedtaksoppgave(sak: Sak) -> tuple[str, str, date | None]:
    sak.refresh_from_db()
    oppgave = next(o for o in oversikt_en(sak).oppgaver if o.slag in {"horing", "vedtak"})
    return str(oppgave.hva), oppgave.part, oppgave.frist


def test_saken_venter_pa_deltakeren_til_fristen_er_ute(i_program: Sak, varslet: Vedtak) -> None:
    assert varslet.uttalefrist == FRIST
    for dag in (klokke.i_dag(), FRIST):
        with klokke.still_til(dag):
            assert _vedtaksoppgave(i_program) == (
                "Deltakeren kan svare på forhåndsvarselet til 17. juni 2026",
                Part.DELTAKER,
                FRIST,
            )
    with klokke.still_til(date(2026, 6, 18)):
        assert _vedtaksoppgave(i_program)[:2] == ("Pause i programmet er under arbeid", Part.VEILEDER)


def test_har_deltakeren_svart_er_det_veilederens_tur(veileder: Aktor, i_program: Sak, varslet: Vedtak) -> None:
    services.vedtak_uttalelse(veileder, vedtak=varslet, dato=klokke.i_dag(), uttalelse="Jeg er enig.")
    assert _vedtaksoppgave(i_program)[1] == Part.VEILEDER


def test_deltakeren_leser_pa_sin_side_hva_vi_vurderer_og_innen_nar(
    veileder: Aktor, i_program: Sak, varslet: Vedtak
) -> None:
    ventet = "Vi vurderer en pause i programmet ditt. Fortell oss hva du mener, innen 17. juni 2026."
    assert ventet in [str(steg.tekst) for steg in forside(i_program).steg]
    services.vedtak_uttalelse(veileder, vedtak=varslet, dato=klokke.i_dag(), uttalelse="Jeg er enig.")
    assert ventet not in [str(steg.tekst) for steg in forside(i_program).steg]
