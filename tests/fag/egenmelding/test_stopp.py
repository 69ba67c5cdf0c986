"""The right to egenmelding from first thought to given back (forskriften § 8). The stories begin on 3 June 2026."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from fotfeste.fag.brev.lagring import fra_json
from fotfeste.fag.brev.models import Brev
from fotfeste.fag.egenmelding import services
from fotfeste.fag.egenmelding.enums import Beslutningsslag, Gjelder, Stoppgrunn, Stoppstatus
from fotfeste.fag.egenmelding.models import Egenmeldingsbeslutning, Egenmeldingsstopp
from fotfeste.fag.egenmelding.selectors import egne_stopp
from fotfeste.fag.oppmote.enums import Fravaersarsak
from fotfeste.fag.oppmote.selectors import manedens_fakta
from fotfeste.fag.oversikt.deltaker import forside
from fotfeste.fag.oversikt.selectors import oversikt_en
from fotfeste.fag.person.services import barn_registrer
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.selectors import tidslinje
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang, SamtidigEndring, UlovligOvergang
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.logg.setninger import setning
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Medlemskap
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor, aktor_for
from tests import grunnlag
from tests.fag.egenmelding.fortelling import bestemt, borte, i_program_siden, syk_fire_ganger, til_beslutning, varslet

pytestmark = pytest.mark.django_db
I_DAG, I_MORGEN = date(2026, 6, 3), date(2026, 6, 4)
SENEST = date(2026, 12, 3)


def na(aktor: Aktor) -> Aktor:
    return replace(aktor, dag=klokke.i_dag())


def oppgaver(sak: Sak) -> dict[str, tuple[str, date | None]]:
    return {o.slag: (o.part, o.frist) for o in oversikt_en(sak).oppgaver if o.slag.startswith("egenmelding")}


def sist_sendt(sak: Sak) -> str:
    return str(fra_json(sak.brev.order_by("-sendt", "-opprettet")[0].innhold)).replace("\\xa0", " ")


@pytest.fixture
def i_program(sak: Sak, veileder: Aktor, deltaker: Aktor) -> Sak:
    return i_program_siden(sak, veileder)


def test_fra_fire_fravaer_til_retten_er_tilbake(
    i_program: Sak, veileder: Aktor, beslutter: Aktor, deltaker: Aktor
) -> None:
    sak = i_program
    syk_fire_ganger(sak)
    stopp = services.stopp_start(veileder, sak=sak, grunn=Stoppgrunn.ANTALL)
    assert [rad["fra"] for rad in stopp.telling[:-1]] == ["2025-09-01", "2025-11-10", "2026-02-02", "2026-04-13"]
    assert stopp.telling[-1]["tekst"] == "4 fravær med egenmelding de siste tolv månedene. Grensen er 4."
    assert stopp.faktalinjer[0] == "Du brukte egenmelding 1. september 2025."
    assert oppgaver(sak) == {"egenmelding": ("veileder", None)}
    assert egne_stopp(deltaker) == []

    stopp = services.stopp_varsle(veileder, stopp=stopp, uttalefrist=date(2026, 6, 17))
    assert oppgaver(sak) == {"egenmelding_horing": ("deltaker", date(2026, 6, 17))}
    assert "Fortell oss hva du mener, innen 17. juni 2026" in str([s.tekst for s in forside(sak).steg])
    assert "Vi har ikke bestemt noe ennå" in sist_sendt(sak)
    (mitt,) = egne_stopp(deltaker)
    services.stopp_uttalelse_egen(deltaker, stopp=mitt, uttalelse="Jeg har hatt migrene.")
    assert oppgaver(sak) == {"egenmelding": ("veileder", None)}

    utkast = services.Utkast(stopp.fakta, "Du har vært mye borte, og vi vil at legen skal se på det.", I_MORGEN)
    stopp = services.stopp_lagre(veileder, stopp=stopp, utkast=utkast)
    stopp = services.stopp_send_til_beslutter(veileder, stopp=stopp)
    assert oppgaver(sak) == {"egenmelding_beslutt": ("beslutter", None)}
    stopp = services.stopp_bestem(beslutter, stopp=stopp)
    assert (stopp.status, stopp.vurderes_senest) == (Stoppstatus.BESTEMT, SENEST)
    brev = sist_sendt(sak)
    assert "Du må ha legeerklæring fra første dag når du er syk, fra 4. juni 2026." in brev
    assert "senest 3. desember 2026" in brev
    assert "Jeg har hatt migrene." in brev
    assert "Du kan klage hvis du er uenig" in brev
    siste = tidslinje(sak, bare_milepeler=True)[0]
    assert setning(siste.kode, siste.data, "Bo") == (
        "Bo bestemte at deltakeren må ha legeerklæring fra første dag, fra 4. juni 2026. Det vurderes på nytt senest "
        "3. desember 2026."
    )
    assert oppgaver(sak) == {}
    assert [f.dato for f in oversikt_en(sak).frister if "legeerklæring" in f.tekst] == [SENEST]

    borte(sak, date(2026, 6, 3), date(2026, 6, 5))
    assert sorted(manedens_fakta(sak, date(2026, 6, 1)).ugyldig_fravaer) == [date(2026, 6, 4), date(2026, 6, 5)]

    with klokke.still_til(date(2026, 11, 10)):
        assert oppgaver(sak) == {"egenmelding_revurder": ("veileder", SENEST)}
        with pytest.raises(Fagfeil, match="Vurder på nytt først"):
            services.stopp_oppretthold(na(beslutter), stopp=stopp)
        stopp = services.stopp_revurder(na(veileder), stopp=stopp, vurdering="Fortsatt mye borte.")
        assert oppgaver(sak) == {"egenmelding_oppretthold": ("beslutter", SENEST)}
        stopp = services.stopp_oppretthold(na(beslutter), stopp=stopp)
        assert (stopp.status, stopp.vurderes_senest) == (Stoppstatus.OPPRETTHOLDT, date(2027, 5, 10))
        assert "Fortsatt mye borte." in sist_sendt(sak)
        assert oppgaver(sak) == {}
    with klokke.still_til(date(2027, 1, 11)):
        services.stopp_opphev(na(veileder), stopp=stopp, vurdering="Legen har funnet ut av det.", fra=I_MORGEN)
        assert "Du kan bruke egenmelding igjen når du er syk" in sist_sendt(sak)
    # Given back from the first day: the days are kept after all, and the difference is there to be paid.
    assert manedens_fakta(sak, date(2026, 6, 1)).ugyldig_fravaer == {}
    assert [b.slag for b in stopp.beslutninger.all()] == ["bestemt", "opprettholdt", "opphevet"]


def test_for_fa_fravaer_er_ingen_grunn_og_barnets_sykdom_telles_ikke(i_program: Sak, veileder: Aktor) -> None:
    for dag in (date(2025, 9, 1), date(2025, 11, 10), date(2026, 2, 2)):
        borte(i_program, dag)
    with pytest.raises(Fagfeil, match=r"har 3 fravær med egenmelding de siste tolv månedene\. Det må være minst fire"):
        services.stopp_start(veileder, sak=i_program, grunn=Stoppgrunn.ANTALL)
    with pytest.raises(Fagfeil, match="antallet ingen grunn"):
        services.stopp_start(veileder, sak=i_program, gjelder=Gjelder.BARN, grunn=Stoppgrunn.ANTALL)
    with pytest.raises(Fagfeil, match="Skriv hva som gir rimelig grunn"):
        services.stopp_start(veileder, sak=i_program, grunn=Stoppgrunn.RIMELIG_GRUNN, fakta=" ")


def test_uten_program_er_det_ikke_noe_a_vurdere(sak: Sak, veileder: Aktor) -> None:
    with pytest.raises(Fagfeil, match="ikke i programmet"):
        services.stopp_start(veileder, sak=sak, grunn=Stoppgrunn.RIMELIG_GRUNN, fakta="Sett på jobb.")


def test_ett_om_gangen_for_hver_slags_sykdom(i_program: Sak, veileder: Aktor) -> None:
    forste = varslet(veileder, i_program)
    with pytest.raises(Fagfeil, match="Det vurderes alt"):
        varslet(veileder, i_program)
    varslet(veileder, i_program, gjelder=Gjelder.BARN)
    services.stopp_frafall(veileder, stopp=forste, grunn="Legen forklarte det.")
    assert varslet(veileder, i_program).status == Stoppstatus.VARSLET


def test_ingen_mister_retten_uhort(i_program: Sak, veileder: Aktor, beslutter: Aktor) -> None:
    stopp = varslet(veileder, i_program)
    utkast = services.Utkast(stopp.fakta, "Vi har sett på det.", date(2026, 7, 1))
    stopp = services.stopp_lagre(veileder, stopp=stopp, utkast=utkast)
    with pytest.raises(FlereFeil, match=r"frist til og med 17\. juni 2026"):
        services.stopp_send_til_beslutter(veileder, stopp=stopp)
    with klokke.still_til(date(2026, 6, 18)):
        stopp = services.stopp_send_til_beslutter(na(veileder), stopp=stopp)
    # Not even by hand: the database asks too.
    with pytest.raises(IntegrityError, match="hort_for_stopp"), transaction.atomic(), kommando(SYSTEM, "test"):
        _beslutning(stopp, beslutter, dato=date(2026, 6, 17))


def _beslutning(stopp: Egenmeldingsstopp, beslutter: Aktor, *, dato: date) -> Egenmeldingsbeslutning:
    brev = Brev.objects.filter(sak=stopp.sak)[0].dokument
    return Egenmeldingsbeslutning.objects.create(
        sak=stopp.sak,
        stopp=stopp,
        slag=Beslutningsslag.BESTEMT,
        dato=dato,
        fra=dato + timedelta(days=1),
        vurderes_senest=dato + timedelta(days=180),
        begrunnelse="Ja",
        forberedt_av=stopp.saksbehandler,
        besluttet_av=beslutter.krev_bruker(),
        brev=brev,
    )


def test_et_nytt_varsel_skal_svares_pa_pa_nytt(i_program: Sak, veileder: Aktor, deltaker: Aktor) -> None:
    stopp = varslet(veileder, i_program)
    for ugyldig in ({}, {"uttalelse": "Ja", "vil_ikke": True}):
        with pytest.raises(FlereFeil):
            services.stopp_uttalelse_egen(deltaker, stopp=stopp, **ugyldig)  # type: ignore[arg-type]
    stopp = services.stopp_uttalelse_egen(deltaker, stopp=stopp, vil_ikke=True)
    assert stopp.er_hort(I_DAG)
    stopp = services.stopp_varsle(veileder, stopp=stopp, uttalefrist=date(2026, 7, 1))
    assert not stopp.er_hort(I_DAG)
    with pytest.raises(FlereFeil, match="Dagen må være fra varselet"):
        services.stopp_uttalelse(veileder, stopp=stopp, dato=date(2026, 6, 2), uttalelse="Nei")
    with pytest.raises(Fagfeil, match="så deltakeren får tid"):
        services.stopp_varsle(veileder, stopp=stopp, uttalefrist=I_DAG)


def test_to_ser_pa_det_og_den_som_forberedte_bestemmer_ikke(
    i_program: Sak, kontor: object, veileder: Aktor, beslutter: Aktor
) -> None:
    bruker = grunnlag.lag_aktor(Rolle.BESLUTTER, i_program.kontor).krev_bruker()
    Medlemskap.objects.create(
        bruker=bruker,
        rolle=Rolle.VEILEDER,
        kommune=i_program.kommune,
        kontor=i_program.kontor,
        fra=date(2020, 1, 1),
    )
    begge = aktor_for(bruker, I_DAG)
    stopp = til_beslutning(begge, i_program)
    with pytest.raises(Fagfeil, match="Du har forberedt dette selv"):
        services.stopp_bestem(begge, stopp=stopp)
    with pytest.raises(Fagfeil, match="Skriv hva som må rettes"):
        services.stopp_returner(beslutter, stopp=stopp, grunn=" ")
    stopp = services.stopp_returner(beslutter, stopp=stopp, grunn="Hvilke dager?")
    assert (stopp.status, stopp.returgrunn) == (Stoppstatus.VARSLET, "Hvilke dager?")
    with pytest.raises(UlovligOvergang):
        services.stopp_bestem(beslutter, stopp=stopp)
    with pytest.raises(SamtidigEndring):
        services.stopp_send_til_beslutter(veileder, stopp=stopp, versjon=1)
    with pytest.raises(IkkeTilgang):
        services.stopp_bestem(veileder, stopp=stopp)


def test_retten_faller_ikke_bort_bakover(i_program: Sak, veileder: Aktor, beslutter: Aktor) -> None:
    stopp = til_beslutning(veileder, i_program)
    with klokke.still_til(date(2026, 6, 4)), pytest.raises(FlereFeil, match="tidligst falle bort dagen etter"):
        services.stopp_bestem(na(beslutter), stopp=stopp)


def test_retten_faller_bort_for_den_vurderes_pa_nytt(i_program: Sak, veileder: Aktor, beslutter: Aktor) -> None:
    """A year typed wrong: the letter would say that it works from after the day it ends."""
    stopp = services.stopp_returner(beslutter, stopp=til_beslutning(veileder, i_program), grunn="x")
    utkast = services.Utkast(stopp.fakta, stopp.hensyn, date(2027, 6, 4))
    stopp = services.stopp_lagre(veileder, stopp=stopp, utkast=utkast)
    with pytest.raises(FlereFeil, match=r"på nytt senest 3\. desember 2026"):
        services.stopp_send_til_beslutter(veileder, stopp=stopp)


def test_det_ingen_vurderer_i_tide_hviler(i_program: Sak, veileder: Aktor, beslutter: Aktor) -> None:
    stopp = bestemt(veileder, beslutter, i_program)
    for dag in (date(2026, 12, 3), date(2026, 12, 4), date(2026, 12, 15), date(2026, 12, 16)):
        borte(i_program, dag)
    with klokke.still_til(date(2026, 12, 15)):
        assert oppgaver(i_program) == {"egenmelding_revurder": ("veileder", SENEST)}
        stopp = services.stopp_revurder(na(veileder), stopp=stopp, vurdering="Fortsatt mye borte.")
        stopp = services.stopp_oppretthold(na(beslutter), stopp=stopp)
    assert [(b.fra, b.vurderes_senest) for b in stopp.beslutninger.all()] == [
        (I_MORGEN, SENEST),
        (date(2026, 12, 16), date(2027, 6, 15)),
    ]
    # 3 and 4 December are one absence: one day inside the six months and one after; 15 and 16 in the new decision.
    tapt = set(manedens_fakta(i_program, date(2026, 12, 1)).ugyldig_fravaer)
    assert {date(2026, 12, 3), date(2026, 12, 16)} <= tapt
    assert date(2026, 12, 4) not in tapt


def test_for_barnet_er_det_en_egen_sak(i_program: Sak, veileder: Aktor, beslutter: Aktor) -> None:
    barn = barn_registrer(SYSTEM, i_program.person, navn="Lea", fodselsdato=date(2019, 5, 3))
    bestemt(veileder, beslutter, i_program, gjelder=Gjelder.BARN)
    borte(i_program, date(2026, 6, 8))
    borte(i_program, date(2026, 6, 9), arsak=Fravaersarsak.BARNS_SYKDOM, barn=barn)
    assert set(manedens_fakta(i_program, date(2026, 6, 1)).ugyldig_fravaer) == {date(2026, 6, 9)}
    assert "når barnet ditt er sykt" in sist_sendt(i_program)
