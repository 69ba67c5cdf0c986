"""A paid month that became another, an advance, and the month as a letter: what the office and the participant see."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pikepdf
import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.fag.brev.html import som_html
from fotfeste.fag.krav.motregning import natt_motregn
from fotfeste.fag.person.services import barn_registrer
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling import services
from fotfeste.fag.utbetaling.enums import Kjoringsart, Ytelsestype
from fotfeste.fag.utbetaling.etterregning import etterregn
from fotfeste.fag.utbetaling.melding import manedsbrev
from fotfeste.fag.utbetaling.models import AnnenYtelse, Differanse, Forskudd, Trekk
from fotfeste.fag.utbetaling.selectors import manedsutbetaling
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.organisasjon.models import Kommune, Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from tests.grunnlag import lag_deltaker, lag_sak_i_program, lag_timeliste

MAI = date(2026, 5, 1)


@pytest.fixture
def samira(kontor: Kontor, veileder: Aktor) -> Sak:
    sak = lag_sak_i_program(kontor)
    lag_timeliste(
        sak, MAI, godkjent_av=veileder, arbeid={date(2026, 5, 4): Decimal("7.5"), date(2026, 5, 5): Decimal("3.75")}
    )
    return sak


@pytest.fixture
def betal(kommune: Kommune, okonomi: Aktor, okonomi2: Aktor) -> Callable[[], None]:
    def utfor() -> None:
        kjoring = services.kjoring_opprett(okonomi, kommune=kommune, maned=MAI)
        services.kjoring_frigi(okonomi2, services.kjoring_forbered(okonomi, kjoring))

    return utfor


def _som(aktor: Aktor) -> Client:
    klient = Client()
    klient.force_login(aktor.krev_bruker())
    return klient


def _tekst(klient: Client, adresse: str) -> str:
    svar = klient.get(adresse)
    assert svar.status_code == 200
    return svar.content.decode().replace("\xa0", " ")


def test_forskjellen_star_linje_for_linje_hos_begge(
    samira: Sak, kontor: Kontor, veileder: Aktor, betal: Callable[[], None]
) -> None:
    betal()
    with kommando(SYSTEM, "test"):
        AnnenYtelse.objects.create(
            sak=samira, type=Ytelsestype.SYKEPENGER, fra=date(2026, 5, 25), til=date(2026, 5, 29), belop_per_dag=300
        )
    klient = _som(veileder)
    for forventet in ("1 måned ble noe annet enn før.", "Ingen av dem ble annerledes"):
        svar = klient.post(reverse("kontor:stonad_regn_om", args=[samira.pk]), follow=True)
        assert forventet in svar.content.decode()
    assert Differanse.objects.count() == 1
    side = _tekst(klient, f"{reverse('kontor:stonad', args=[samira.pk])}?maned=2026-05")
    assert "Det er betalt 1 500 kr for mye." in side
    assert "andre ytelser fra NAV" in side
    egen = _tekst(_som(lag_deltaker(samira.person, kontor)), reverse("deltaker:penger_maned", args=[2026, 5]))
    assert "Du fikk 1 500 kr for mye. Vi trekker ingenting uten at du har fått brev og kan svare." in egen
    assert egen.count("Slik regnet vi før") == 1


def test_det_som_er_til_gode_star_som_det_er_til_det_er_gjort_opp(
    samira: Sak, kommune: Kommune, kontor: Kontor, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor,
    betal: Callable[[], None],
) -> None:  # fmt: skip
    deltaker = _som(lag_deltaker(samira.person, kontor))

    def star(igjen: str) -> bool:
        hos_kontoret = _tekst(_som(veileder), f"{reverse('kontor:stonad', args=[samira.pk])}?maned=2026-05")
        return igjen in hos_kontoret and igjen in _tekst(deltaker, reverse("deltaker:penger_maned", args=[2026, 5]))

    sykepenger = {"sak": samira, "type": Ytelsestype.SYKEPENGER, "fra": date(2026, 5, 25), "til": date(2026, 5, 29)}
    with kommando(SYSTEM, "test"):
        ytelse = AnnenYtelse.objects.create(**sykepenger, belop_per_dag=300)
    betal()
    with kommando(SYSTEM, "test"):
        ytelse.delete()
    etterregn(veileder, samira)
    assert star("1 500 kr")
    assert star("i neste ")
    kjoring = services.kjoring_opprett(okonomi, kommune=kommune, maned=date(2026, 6, 1), art=Kjoringsart.EKSTRA)
    services.kjoring_frigi(okonomi2, services.kjoring_forbered(okonomi, kjoring))
    assert star("1 500 kr er med i utbetalingen 3. juni 2026.")
    assert not star("i neste")

    with kommando(SYSTEM, "test"):
        ytelse = AnnenYtelse.objects.create(**sykepenger, belop_per_dag=300)
    etterregn(veileder, samira)
    with kommando(SYSTEM, "test"):
        ytelse.delete()
    etterregn(veileder, samira)
    natt_motregn()
    assert star("1 500 kr er gjort opp mot det ")


def test_forskudd_bestemmes_paa_siden_og_kan_tas_tilbake(
    kontor: Kontor, veileder: Aktor, monkeypatch: pytest.MonkeyPatch
) -> None:
    sak = lag_sak_i_program(kontor)
    adresse = reverse("kontor:forskudd", args=[sak.pk])
    klient = _som(veileder)
    assert "Så mye kan dere betale nå" in _tekst(klient, adresse)
    felter = {"maned": "2026-05-01", "grunn": "Husleien forfaller", "innsending": uuid4()}
    svar = klient.post(adresse, {**felter, "belop": "100000"})
    assert "Beløpet må være mellom 1 kr og" in svar.content.decode()
    assert "Husleien forfaller" in svar.content.decode()  # nothing typed is lost
    svar = klient.post(adresse, {**felter, "belop": "tre tusen"})
    assert "Skriv beløpet i hele kroner" in svar.content.decode()
    for _klikk in range(2):
        assert klient.post(adresse, {**felter, "belop": "3000"}).status_code == 302
    forskudd = Forskudd.objects.get()
    assert "Venter på neste kjøring" in _tekst(klient, adresse)
    svar = klient.post(reverse("kontor:forskudd_tilbake", args=[forskudd.pk]), {"innsending": uuid4()}, follow=True)
    assert "Forskuddet er tatt tilbake." in svar.content.decode()
    monkeypatch.setattr("fotfeste.flater.kontor.etteroppgjor_views.forskudd_igjen", lambda _sak: 1928)
    assert "1 928 kr er ikke trukket ennå" in _tekst(klient, adresse)


def test_en_maned_lenger_tilbake_enn_et_ar_kan_betales(okonomi: Aktor, kommune: Kommune) -> None:
    """The appeals body has set an ending aside after fourteen months: the first of them is April 2025."""
    svar = _som(okonomi).post(reverse("kontor:kjoringer"), {"maned": "2025-04-01", "innsending": uuid4()})
    assert svar.status_code == 302
    assert kommune.kjoringer.get().maned == date(2025, 4, 1)


def test_en_ekstrakjoring_begynnes_fra_siden(okonomi: Aktor, kommune: Kommune) -> None:
    svar = _som(okonomi).post(reverse("kontor:kjoringer"), {"maned": "ekstra", "innsending": uuid4()})
    assert svar.status_code == 302
    kjoring = kommune.kjoringer.get()
    assert (kjoring.art, kjoring.maned, kjoring.utbetalingsdato) == ("ekstra", date(2026, 6, 1), date(2026, 6, 3))


def test_maneden_som_brev_har_hver_krone_og_gar_opp(
    samira: Sak, kontor: Kontor, veileder: Aktor, betal: Callable[[], None]
) -> None:
    with kommando(SYSTEM, "test"):
        Trekk.objects.create(sak=samira, maned=MAI, belop=400, hjemmel="sotjl § 40", grunn="For mye i mars")
    adresse = reverse("kontor:stonad_brev", args=[samira.pk, 2026, 5])
    assert _som(veileder).get(adresse).status_code == 404  # nothing to write about before it is released
    betal()
    utbetaling = manedsutbetaling(samira, MAI)
    assert utbetaling is not None
    brev = som_html(manedsbrev(utbetaling, skattetrekk=True)).replace("\xa0", " ")
    assert "Du får 20 502 kr før skatt for mai 2026" in brev
    assert "11,25 timer på 2 dager" in brev
    assert "fordi du tidligere har fått for mye" in brev
    for klient, nettadresse in (
        (_som(veileder), adresse),
        (_som(lag_deltaker(samira.person, kontor)), reverse("deltaker:penger_brev", args=[2026, 5])),
    ):
        with pikepdf.open(io.BytesIO(klient.get(nettadresse).content)) as pdf:
            assert len(pdf.pages) == 1


def test_det_nav_innkreving_far_star_for_seg_og_summen_er_det_som_kommer_pa_konto(
    samira: Sak, kontor: Kontor, veileder: Aktor, betal: Callable[[], None]
) -> None:
    """11,25 of 157,5 hours worked: 798 × 0,9286 = 741 kr, before the release and after, wherever it is read."""
    ali = barn_registrer(veileder, samira.person, navn="Ali", fodselsdato=date(2019, 3, 2))
    kravene, v = reverse("kontor:innkreving", args=[samira.pk]), _som(veileder)
    assert "Rett opp dette" not in _tekst(v, kravene)
    felter = {"barn": str(ali.pk), "krevd": "10.4.26", "fra": "1.5.26", "til": "", "kid": ""}
    v.post(kravene, {**felter, "kontonummer": "8601 11 17939"})
    feil = {"krav": str(samira.innkrevingskrav.get().pk)}
    side = v.post(kravene, {**feil, "grunn": ""}).content.decode()
    assert "<details open><summary>Kravet ble ført feil" in side
    v.post(kravene, {**feil, "grunn": "Feil kontonummer"})
    v.post(kravene, {**felter, "kontonummer": "7694 05 12057"})
    deltaker = _som(lag_deltaker(samira.person, kontor))
    sider = [
        (deltaker, reverse("deltaker:penger_maned", args=[2026, 5])),
        (_som(veileder), f"{reverse('kontor:stonad', args=[samira.pk])}?maned=2026-05"),
    ]
    for frigitt in (False, True):
        if frigitt:
            betal()
        for klient, adresse in sider:
            tabell = " ".join(
                _tekst(klient, adresse).partition('class="utregning"')[2].partition("</table>")[0].split()
            )
            assert '<th scope="row">Til NAV Innkreving</th><td>−741 kr</td>' in tabell
            assert '<th scope="row">Til utbetaling</th><td>20 902 kr</td>' in tabell
    utbetaling = manedsutbetaling(samira, MAI)
    assert utbetaling is not None
    assert (utbetaling.til_andre, utbetaling.netto) == (-741, 20902)
    assert "20 902 kr" in _tekst(deltaker, reverse("deltaker:forside"))
    assert "Kommer til NAV Innkreving 12. juni 2026." in _tekst(deltaker, reverse("deltaker:penger"))
    assert "Kravet ble ført feil" not in _tekst(v, kravene), "it is sent by now"
    brev = som_html(manedsbrev(utbetaling, skattetrekk=True)).replace("\xa0", " ")
    assert "Du får 20 902 kr før skatt" in brev
    assert "−741 kr" in brev
    assert "Pengene er på kontoen din 12. juni 2026." in brev

    # Refused by the bank: the letter promises nothing that has not happened.
    with kommando(SYSTEM, "test"):
        utbetaling.lagre_endring(status="avvist")
    brev = som_html(manedsbrev(utbetaling, skattetrekk=True)).replace("\xa0", " ")
    assert "Pengene er på kontoen din" not in brev
    assert "Vi betaler dem på nytt" in brev


def test_juni_er_uten_skattetrekk_i_brevet(samira: Sak, veileder: Aktor, betal: Callable[[], None]) -> None:
    betal()
    utbetaling = manedsutbetaling(samira, MAI)
    assert utbetaling is not None
    assert "Vi trekker ikke skatt denne gangen." in som_html(manedsbrev(utbetaling, skattetrekk=False))
    assert klokke.i_dag() == date(2026, 6, 3)
