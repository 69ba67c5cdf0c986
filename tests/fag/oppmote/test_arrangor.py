"""The warehouse where Samira has her practice says who came. It is a claim beside her own sheet, and it sees little."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.fag.oppmote import services as oppmote
from fotfeste.fag.oppmote.arrangor import Oppmote
from fotfeste.fag.oppmote.arrangor_selectors import arrangordeltakere, arrangormaned, egen_arrangor
from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oppmote.inn import Dagtimer, Fravaerinn
from fotfeste.fag.oppmote.models import Arrangorforing, Tiltaksarrangor
from fotfeste.fag.oppmote.selectors import kontorark, timelister_for_maned
from fotfeste.fag.program.enums import Hvem
from fotfeste.fag.program.models import Aktivitet
from fotfeste.fag.program.services import aktivitet_avbryt
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, FlereFeil, IkkeTilgang
from fotfeste.grunnmur.logg.models import Sporing
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.grunnmur.organisasjon.models import Bruker
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor, Gradering, aktor_for
from tests import grunnlag
from tests.fag.program.fortellinger import avtalt_program, gi_vedtak
from tests.flater.kontor.test_program import logg_inn

MAI = date(2026, 5, 1)
DEN_5, DEN_6, DEN_7 = date(2026, 5, 5), date(2026, 5, 6), date(2026, 5, 7)
HALV = Decimal("3.5")


@pytest.fixture
def i_program(sak: Sak, veileder: Aktor) -> Sak:
    """3,5 hours every day at Fjordvik Lager, and 4 hours of something else."""
    gi_vedtak(sak, veileder)
    avtalt_program(sak, veileder)
    sak.refresh_from_db()
    return sak


def _hos(systemansvarlig: Aktor, kommune: Any, navn: str) -> Aktor:
    arrangor = oppmote.arrangor_registrer(systemansvarlig, kommune=kommune, navn=navn)
    plass = oppmote.arrangorbruker_gi(
        systemansvarlig, arrangor=arrangor, brukernavn=f"a-{uuid.uuid4()}", navn="Lars Lager", fra=date(2026, 1, 1)
    )
    return aktor_for(plass.bruker)


@pytest.fixture
def lageret(systemansvarlig: Aktor, kommune: Any) -> Aktor:
    return _hos(systemansvarlig, kommune, "fjordvik  lager")


def test_arrangoren_ser_bare_sine_og_bare_dagene_der(
    i_program: Sak, lageret: Aktor, veileder: Aktor, kontor: Any, kommune: Any, systemansvarlig: Aktor
) -> None:
    [rad] = arrangordeltakere(lageret, MAI)
    assert (rad.navn, len(rad.timer), set(rad.timer.values())) == ("Samira Testdal", 18, {HALV})
    assert rad.mangler == 18
    arrangormaned(lageret, i_program.pk, MAI)
    assert Sporing.objects.filter(bruker=lageret.bruker, sak_id=i_program.pk).count() == 1
    # Somebody else's, an old month, another municipality, and a protected address.
    andre = _hos(systemansvarlig, kommune, "Norsk for alle")
    assert arrangordeltakere(andre, MAI) == []
    nabo = grunnlag.lag_kommune("Nabovik", "4205")
    deres = grunnlag.lag_aktor(Rolle.SYSTEMANSVARLIG, grunnlag.lag_kontor(nabo))
    utenfor = _hos(deres, nabo, "Fjordvik Lager")
    assert arrangordeltakere(utenfor, MAI) == []
    for gjor in (
        lambda: arrangormaned(andre, i_program.pk, MAI),
        lambda: arrangordeltakere(lageret, date(2026, 4, 1)),
        lambda: arrangordeltakere(veileder, MAI),
        lambda: oppmote.arrangor_registrer(veileder, kommune=kommune, navn="Lur"),
    ):
        with pytest.raises(IkkeTilgang):
            gjor()
    for gradering in (Gradering.FORTROLIG, Gradering.STRENGT_FORTROLIG):
        with kommando(SYSTEM, "test"):
            i_program.person.lagre_endring(gradering=gradering)
        assert arrangordeltakere(lageret, MAI) == []
        skjult = rad
        skjult.sak.person.gradering = gradering
        with pytest.raises(IkkeTilgang):
            oppmote.arrangorforing_lagre(lageret, maned=skjult, dager={DEN_5: Oppmote("kom", HALV)})


def test_den_som_slutter_kommer_ikke_inn_og_kan_begynne_et_annet_sted(
    lageret: Aktor, i_program: Sak, systemansvarlig: Aktor, kommune: Any
) -> None:
    lars = lageret.krev_bruker()
    kantina = oppmote.arrangor_registrer(systemansvarlig, kommune=kommune, navn="Kantina")
    with pytest.raises(Fagfeil, match="Avslutt den tilgangen først"):
        oppmote.arrangorbruker_gi(systemansvarlig, arrangor=kantina, brukernavn=lars.brukernavn, fra=klokke.i_dag())
    side = reverse("kontor:arrangorbruker_avslutt", args=[lars.hos_arrangor.get().pk])
    klient = logg_inn(systemansvarlig)
    assert "tidligst være" in klient.post(side, {"til": "1.5.2026", "versjon": 1}).content.decode()
    assert klient.post(side, {"til": "2.6.2026", "versjon": 1}).status_code == 302
    assert lars.medlemskap.get().til == lars.hos_arrangor.get().til == date(2026, 6, 2)
    with pytest.raises(IkkeTilgang):
        arrangordeltakere(aktor_for(lars), MAI)
    oppmote.arrangorbruker_gi(systemansvarlig, arrangor=kantina, brukernavn=lars.brukernavn, fra=klokke.i_dag())
    assert egen_arrangor(aktor_for(lars)) == kantina


def test_den_som_har_sluttet_i_aktiviteten_ses_bare_til_den_dagen(
    lageret: Aktor, i_program: Sak, veileder: Aktor
) -> None:
    praksis = Aktivitet.objects.get(programversjon__sak=i_program, arrangor="Fjordvik Lager")
    aktivitet_avbryt(veileder, aktivitet=praksis, av=Hvem.ARRANGOR, grunn="Lageret la ned", dato=date(2026, 5, 6))
    [mai] = arrangordeltakere(lageret, MAI)
    assert mai.har_vaert == [date(2026, 5, 4), DEN_5, DEN_6]
    assert arrangordeltakere(lageret, date(2026, 6, 1)) == []


def test_arrangoren_registreres_en_gang(systemansvarlig: Aktor, kommune: Any, lageret: Aktor) -> None:
    with pytest.raises(Fagfeil, match="allerede en arrangør"):
        oppmote.arrangor_registrer(systemansvarlig, kommune=kommune, navn="Fjordvik Lager")
    with pytest.raises(Fagfeil, match="Skriv navnet"):
        oppmote.arrangor_registrer(systemansvarlig, kommune=kommune, navn=" ")
    brukernavn = lageret.krev_bruker().brukernavn
    ny = oppmote.arrangor_registrer(systemansvarlig, kommune=kommune, navn="Kantina")
    with pytest.raises(Fagfeil):
        oppmote.arrangorbruker_gi(systemansvarlig, arrangor=ny, brukernavn=brukernavn, fra=date(2026, 3, 1))
    assert Tiltaksarrangor.objects.count() == 2
    assert Bruker.objects.get(brukernavn=brukernavn).hos_arrangor.count() == 1


def test_en_pastand_ved_siden_av_listen(i_program: Sak, lageret: Aktor, deltaker: Aktor, veileder: Aktor) -> None:
    liste = oppmote.timeliste_apne(deltaker, sak=i_program, maned=MAI)
    maned = arrangormaned(lageret, i_program.pk, MAI)
    sagt = {DEN_5: Oppmote("kom", HALV), DEN_6: Oppmote("kom_ikke"), DEN_7: Oppmote("meldt_fra")}
    assert oppmote.arrangorforing_lagre(lageret, maned=maned, dager=sagt) == 3
    assert oppmote.arrangorforing_lagre(lageret, maned=maned, dager=sagt) == 0, "said again, nothing changes"
    liste.refresh_from_db()
    assert {rad.timer_program for rad in liste.dager.all()} == {Decimal("7.50")}, "the sheet is the participant's"
    oppmote.timeliste_lagre(
        deltaker, timeliste=liste, dager={DEN_7: Dagtimer()}, fravaer=[Fravaerinn(DEN_7, DEN_7, "velferd")]
    )
    liste = oppmote.timeliste_lever(deltaker, timeliste=liste)
    ark = kontorark(liste)
    assert [(dag.dato, dag.uenig) for dag in ark.arrangordager] == [(DEN_5, False), (DEN_6, True), (DEN_7, False)]
    assert ark.raad[0] == "arrangøren sier noe annet om 1 dag"
    [rad] = timelister_for_maned(veileder, MAI)
    assert not rad.kan_godkjennes_samlet
    # Taken away again, there is nothing to look at; and when it is approved the office must be told.
    assert oppmote.arrangorforing_lagre(lageret, maned=maned, dager={DEN_6: None}) == 1
    assert "arrangøren" not in " ".join(kontorark(liste).raad)
    oppmote.timeliste_godkjenn(veileder, timeliste=liste)
    with pytest.raises(Fagfeil, match="Ring NAV-kontoret"):
        oppmote.arrangorforing_lagre(lageret, maned=maned, dager={DEN_6: Oppmote("kom_ikke")})


@pytest.mark.parametrize(
    ("dag", "svar", "melding"),
    [
        (date(2026, 5, 9), Oppmote("kom", HALV), "er ikke en dag i aktiviteten"),
        (DEN_5, Oppmote("kom"), "hvor mange timer"),
        (DEN_5, Oppmote("kom", Decimal(25)), "hvor mange timer"),
    ],
)
def test_det_som_ikke_kan_stemme(i_program: Sak, lageret: Aktor, dag: date, svar: Oppmote, melding: str) -> None:
    maned = arrangormaned(lageret, i_program.pk, MAI)
    with pytest.raises(FlereFeil, match=melding):
        oppmote.arrangorforing_lagre(lageret, maned=maned, dager={dag: svar})
    juni = arrangormaned(lageret, i_program.pk, date(2026, 6, 1))
    with pytest.raises(FlereFeil, match="har ikke vært ennå"):
        oppmote.arrangorforing_lagre(lageret, maned=juni, dager={date(2026, 6, 4): Oppmote("kom", HALV)})
    assert not Arrangorforing.objects.exists()


def test_brukes_bare_nar_deltakeren_ikke_kan(i_program: Sak, lageret: Aktor, deltaker: Aktor, veileder: Aktor) -> None:
    liste = oppmote.timeliste_apne(veileder, sak=i_program, maned=MAI)
    with pytest.raises(Fagfeil, match="Ingen arrangør har ført"):
        oppmote.timeliste_bruk_arrangor(veileder, timeliste=liste, grunn="Innlagt")
    maned = arrangormaned(lageret, i_program.pk, MAI)
    den_7 = date(2026, 5, 7)
    oppmote.arrangorforing_lagre(
        lageret,
        maned=maned,
        dager={DEN_5: Oppmote("kom", Decimal(2)), DEN_6: Oppmote("kom_ikke"), den_7: Oppmote("kom", HALV)},
    )
    # Ill the whole day, by her own word: the provider's is beside it, and the day is not both attended and away.
    syk = oppmote.fravaer_registrer(veileder, timeliste=liste, fravaer=Fravaerinn(den_7, den_7, "egen_sykdom"))
    with pytest.raises(IkkeTilgang):
        oppmote.timeliste_bruk_arrangor(deltaker, timeliste=liste, grunn="Innlagt")
    with pytest.raises(Fagfeil, match="Skriv hvorfor"):
        oppmote.timeliste_bruk_arrangor(veileder, timeliste=liste, grunn=" ")
    liste = oppmote.timeliste_bruk_arrangor(veileder, timeliste=liste, grunn="Samira er innlagt")
    timer = dict(liste.dager.filter(dato__in=[DEN_5, DEN_6, den_7]).values_list("dato", "timer_program"))
    assert timer == {DEN_5: Decimal(6), DEN_6: Decimal(4), den_7: Decimal(0)}
    oppmote.fravaer_fjern(veileder, fravaer=syk)
    # The provider does not say why: somebody must ask before it can be sent.
    with pytest.raises(FlereFeil, match="Velg hvorfor"):
        oppmote.timeliste_lever(veileder, timeliste=liste)
    dager = {DEN_5: Dagtimer(Decimal("7.5")), DEN_6: Dagtimer()}
    liste = oppmote.timeliste_lagre(
        veileder, timeliste=liste, dager=dager, fravaer=[Fravaerinn(DEN_6, DEN_6, "velferd")]
    )
    liste = oppmote.timeliste_lever(veileder, timeliste=liste)
    assert (liste.status, liste.pa_vegne_grunn) == (Timelistestatus.LEVERT, "Samira er innlagt")
    assert "ført av andre enn deltakeren" in kontorark(liste).raad
    side = logg_inn(deltaker).get(reverse("deltaker:timeliste", args=[2026, 5])).content.decode()
    assert "har fylt ut listen for deg" in side
    assert "Samira er innlagt" in side
    assert "Det arrangøren har sagt om oppmøtet" in side


class TestSidene:
    @pytest.fixture
    def klient(self, lageret: Aktor) -> Client:
        return logg_inn(lageret)

    def test_en_maned_fores(self, klient: Client, i_program: Sak) -> None:
        assert klient.get("/").headers["Location"] == reverse("arrangor:deltakere")
        tekst = klient.get(reverse("arrangor:deltakere_maned", args=[2026, 5])).content.decode()
        assert "Samira Testdal" in tekst
        assert "18 dager å føre" in tekst
        assert i_program.person.fodselsnummer not in tekst
        adresse = reverse("arrangor:maned", args=[2026, 5, i_program.pk])
        skjema = klient.get(adresse).context["skjema"]
        felter: dict[str, Any] = {"innsending": str(uuid.uuid4()), **skjema.initial}
        # What differed, and one press for the rest.
        felter |= {"svar_2026-05-06": "meldt_fra", "timer_2026-05-05": "30", "alle_kom": "1"}
        assert "mellom 0 og 24 timer" in klient.post(adresse, felter).content.decode()
        assert klient.post(adresse, {**felter, "timer_2026-05-05": ""}).status_code == 302
        assert Arrangorforing.objects.filter(svar="kom", timer=HALV).count() == 17
        assert "18 dager" not in klient.get(reverse("arrangor:deltakere_maned", args=[2026, 5])).content.decode()

    def test_to_som_forer_samtidig_tar_ikke_bort_hverandres(self, klient: Client, i_program: Sak) -> None:
        adresse = reverse("arrangor:maned", args=[2026, 5, i_program.pk])
        vist = klient.get(adresse).context["skjema"].initial
        felter = {**vist, **{f"initial-{navn}": verdi for navn, verdi in vist.items()}}
        klient.post(adresse, {**felter, "innsending": str(uuid.uuid4()), "svar_2026-05-05": "kom_ikke"})
        klient.post(adresse, {**felter, "innsending": str(uuid.uuid4()), "svar_2026-05-06": "meldt_fra"})
        assert dict(Arrangorforing.objects.values_list("dato", "svar")) == {DEN_5: "kom_ikke", DEN_6: "meldt_fra"}
        # What was there when the page was shown can be taken away again.
        vist = klient.get(adresse).context["skjema"].initial
        felter = {**vist, **{f"initial-{navn}": verdi for navn, verdi in vist.items()}}
        klient.post(adresse, {**felter, "innsending": str(uuid.uuid4()), "svar_2026-05-05": ""})
        assert [rad.dato for rad in Arrangorforing.objects.all()] == [DEN_6]

    def test_en_godkjent_maned_leses_og_fores_ikke(
        self, klient: Client, i_program: Sak, lageret: Aktor, deltaker: Aktor, veileder: Aktor
    ) -> None:
        sagt = arrangormaned(lageret, i_program.pk, MAI)
        oppmote.arrangorforing_lagre(lageret, maned=sagt, dager={DEN_5: Oppmote("kom", HALV)})
        liste = oppmote.timeliste_apne(deltaker, sak=i_program, maned=MAI)
        oppmote.timeliste_godkjenn(veileder, timeliste=oppmote.timeliste_lever(deltaker, timeliste=liste))
        assert "å føre" not in klient.get(reverse("arrangor:deltakere_maned", args=[2026, 5])).content.decode()
        side = klient.get(reverse("arrangor:maned", args=[2026, 5, i_program.pk])).content.decode()
        assert "Måneden er godkjent. Ring NAV-kontoret" in side
        assert "Tirsdag 5. mai 2026: Kom, 3,5" in side
        assert "<select" not in side

    def test_ingen_andre_sider_finnes(self, klient: Client, i_program: Sak, veileder: Aktor, deltaker: Aktor) -> None:
        for adresse in (
            reverse("kontor:min_dag"),
            reverse("kontor:saker"),
            reverse("kontor:rutiner"),
            reverse("kontor:sak", args=[i_program.pk]),
            reverse("deltaker:forside"),
            reverse("arrangor:deltakere_maned", args=[2026, 3]),
            reverse("arrangor:maned", args=[2026, 5, uuid.uuid4()]),
        ):
            assert klient.get(adresse).status_code == 404
        for andre in (veileder, deltaker):
            assert logg_inn(andre).get(reverse("arrangor:deltakere")).status_code == 404

    def test_systemansvarlig_slipper_inn(self, systemansvarlig: Aktor, kommune: Any, lageret: Aktor) -> None:
        klient = logg_inn(systemansvarlig)
        siden = reverse("kontor:arrangorer", args=[kommune.pk])
        assert "Lars Lager" in klient.get(siden).content.decode()
        klient.post(siden, {"navn": "Kantina"})
        kantina = Tiltaksarrangor.objects.get(navn="Kantina")
        gi = reverse("kontor:arrangorbruker", args=[kantina.pk])
        klient.post(gi, {"brukernavn": "kari", "navn": "Kari Kokk", "fra": "1.6.26"})
        assert "Kari Kokk" in klient.get(siden).content.decode()


def test_uken_uten_planen_gir_ingen_dager(lageret: Aktor, i_program: Sak, veileder: Aktor) -> None:
    """Whoever has a right only a part of the month is shown only for that part."""
    hent: Callable[[], Any] = lambda: arrangordeltakere(lageret, MAI)  # noqa: E731
    with klokke.still_til(date(2026, 5, 12)):
        assert len(hent()[0].har_vaert) == 7
