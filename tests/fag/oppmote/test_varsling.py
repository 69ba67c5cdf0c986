"""Two working days before the sheet is due, those who have not sent it are told so once, in words they can read."""

from __future__ import annotations

from datetime import date
from typing import Any

from fotfeste.fag.brev.models import Brev
from fotfeste.fag.oppmote import services as oppmote
from fotfeste.fag.oppmote.models import Listevarsel
from fotfeste.fag.oppmote.varsling import natt_varsle, timelister_varsle, virkedager_for
from fotfeste.fag.oversikt.selectors import oversikt_en
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.jobber.natt import NATTLIG
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests import grunnlag
from tests.fag.program.fortellinger import avtalt_program, gi_vedtak

MAI = date(2026, 5, 1)


def _deltaker(kontor: Any, veileder: Aktor, etternavn: str, sprak: str = "nb") -> Sak:
    sak = grunnlag.lag_sak(kontor, grunnlag.lag_person(etternavn=etternavn, sprak=sprak))
    gi_vedtak(sak, veileder)
    avtalt_program(sak, veileder)
    return sak


def test_virkedager_regnes_forbi_helg_og_helligdager() -> None:
    assert virkedager_for(date(2026, 6, 5), 2) == date(2026, 6, 3)
    assert virkedager_for(date(2026, 6, 8), 1) == date(2026, 6, 5)
    # 1 May is a holiday, and 2-3 May a weekend.
    assert virkedager_for(date(2026, 5, 5), 2) == date(2026, 4, 30)
    assert virkedager_for(date(2026, 6, 5), 0) == date(2026, 6, 5)


def test_de_som_ikke_har_sendt_far_beskjed_en_gang(kontor: Any, veileder: Aktor) -> None:
    """The sheet of May is due on Friday 5 June; two working days before is Wednesday 3 June."""
    amina, ivan = _deltaker(kontor, veileder, "Aas", "ar"), _deltaker(kontor, veileder, "Bakke", "uk")
    per, ferdig, pause = (_deltaker(kontor, veileder, navn) for navn in ("Dal", "Eid", "Foss"))
    oppmote.timeliste_lever(veileder, timeliste=oppmote.timeliste_apne(veileder, sak=ferdig, maned=MAI))
    gi_vedtak(pause, veileder, type_=Vedtakstype.AVBRUDD, fra=date(2026, 4, 27), til=None)
    with kommando(SYSTEM, "test"):  # took part in May until the 20th, and nobody writes to the dead
        _deltaker(kontor, veileder, "Ruud").person.lagre_endring(dodsdato=date(2026, 5, 20))
    with klokke.still_til(date(2026, 6, 2)):
        assert timelister_varsle() == 0
    assert natt_varsle in NATTLIG
    with klokke.still_til(date(2026, 6, 3)):
        assert natt_varsle() == "3 deltakere er minnet om timelisten."
        assert timelister_varsle() == 0
    assert {ett.sak for ett in Listevarsel.objects.all()} == {amina, ivan, per}
    brev = {ett.sak_id: ett for ett in Brev.objects.all()}
    assert brev[per.pk].tittel == "Vi mangler timelista di for mai 2026"
    assert brev[per.pk].innhold["sammendrag"] is None
    assert brev[amina.pk].innhold["sammendrag"]["sprak"] == "ar"
    assert len(brev[ivan.pk].innhold["sammendrag"]["avsnitt"]) == 3
    # A night that was missed is caught up until the day it is due, and not after.
    sen = _deltaker(kontor, veileder, "Gran")
    with klokke.still_til(date(2026, 6, 5)):
        assert timelister_varsle() == 1
    _deltaker(kontor, veileder, "Holm")
    with klokke.still_til(date(2026, 6, 6)):
        assert timelister_varsle() == 0
        # Late: now it is the veileder's to do something.
        mangler = next(o for o in oversikt_en(sen).oppgaver if o.slag == "timeliste_mangler")
    assert mangler.part == "veileder"


def test_kommunen_velger_hvor_tidlig(kontor: Any, veileder: Aktor) -> None:
    _deltaker(kontor, veileder, "Aas")
    grunnlag.lag_valg(kontor.kommune, "timelistefrist", 10)
    grunnlag.lag_valg(kontor.kommune, "timeliste_varsles_dager", 4)
    with klokke.still_til(date(2026, 6, 3)):
        assert timelister_varsle() == 0
    with klokke.still_til(date(2026, 6, 4)):
        assert timelister_varsle() == 1
