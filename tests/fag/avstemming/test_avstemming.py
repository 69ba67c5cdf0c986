"""A run held against the bank to the øre, by someone who did not release it."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from fotfeste.fag.avstemming.enums import Postslag
from fotfeste.fag.avstemming.models import Avstemming, Bankpost
from fotfeste.fag.avstemming.regnskap import Telt, ore_ord, regnskap_for
from fotfeste.fag.avstemming.selectors import (
    avstemmingsgjoremal,
    betalinger_i,
    betalingslinjer,
    hva_na,
    kjoringsrad,
    lonnsforklaring,
    manedsrader,
    postrader,
)
from fotfeste.fag.avstemming.services import Meldinginn, Postinn, bankpost_ordne, kjoring_avstem, poster_ta_imot
from fotfeste.fag.oversikt.dag import dagen
from fotfeste.fag.oversikt.deltaker import forside
from fotfeste.fag.person.services import barn_registrer, person_endre
from fotfeste.fag.sak.services import fast_kontakt_sett
from fotfeste.fag.utbetaling import services
from fotfeste.fag.utbetaling.enums import Utbetalingsart, Utbetalingsstatus
from fotfeste.fag.utbetaling.innkreving import innkrevingskrav_avslutt, innkrevingskrav_registrer
from fotfeste.fag.utbetaling.kvittering import utbetaling_feilsendt
from fotfeste.fag.utbetaling.models import Kjoring, Utbetaling
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil, IkkeTilgang
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from fotfeste.kobling.betaling.falsk_bank import Banksvar, Utfall
from fotfeste.kobling.betaling.services import filer_for, filer_lag
from tests.fag.avstemming.fortelling import MAI, banken, deltakere, les, sendt

pytestmark = pytest.mark.django_db
NETTO = 22510


@pytest.fixture
def kjoring(kontor: Kontor, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor) -> Kjoring:
    deltakere(kontor, veileder, 4)
    return sendt(kontor, okonomi, okonomi2)


def _tekster(aktor: Aktor) -> list[str]:
    return [f"{rad.tekst}" for rad in avstemmingsgjoremal(aktor)]


def test_alt_gjort_opp_og_avstemt_av_en_annen_enn_den_som_frigav(
    kjoring: Kjoring, okonomi: Aktor, okonomi2: Aktor, veileder: Aktor
) -> None:
    _a, b, c, d = kjoring.utbetalinger.order_by("ende_til_ende")
    svar = banken(kjoring, {b: Utfall.AVVIST, c: Utfall.RETUR})

    with pytest.raises(Fagfeil, match="ikke svart på 4 betalinger"):
        kjoring_avstem(okonomi, kjoring)
    les(okonomi, kjoring, svar.kvittering, svar.bokforing)
    utbetaling_feilsendt(okonomi, d, grunn="Byttet om to sifre")
    regnskap = regnskap_for(kjoring)
    assert regnskap.sendt == Telt(4, 4 * NETTO)
    assert (regnskap.bokfort, regnskap.avvist, regnskap.feilsendt) == (
        Telt(2, 2 * NETTO), Telt(1, NETTO), Telt(1, NETTO),
    )  # fmt: skip
    assert (regnskap.bank_ut, regnskap.bank_inn, regnskap.uforklart_ore) == (3 * NETTO * 100, 0, 0)
    assert regnskap.gar_opp

    with pytest.raises(Fagfeil, match="Du frigav denne"):
        kjoring_avstem(okonomi2, kjoring)
    with pytest.raises(IkkeTilgang):
        kjoring_avstem(veileder, kjoring)
    forste = kjoring_avstem(okonomi, kjoring, merknad="Gjennomgått")
    assert kjoring_avstem(okonomi, kjoring) == forste
    assert kjoringsrad(okonomi, kjoring.pk).gjelder

    # Money comes back after the stamp: it stands as it was, and does not hold any more.
    les(okonomi, kjoring, svar.retur)
    rad = kjoringsrad(okonomi, kjoring.pk)
    assert (rad.avstemt, rad.gjelder, rad.regnskap.returnert) == (forste, False, Telt(1, NETTO))
    assert rad.regnskap.bank_inn == NETTO * 100
    assert kjoring_avstem(okonomi, kjoring) != forste
    (maned,) = manedsrader(okonomi)
    assert (maned.avstemt, maned.regnskap.sendt) == (True, Telt(4, 4 * NETTO))


def test_databasen_holder_at_det_gar_opp_og_at_to_har_gjort_det(
    kjoring: Kjoring, okonomi: Aktor, okonomi2: Aktor
) -> None:
    tall = dict.fromkeys(
        [f"{n}{e}" for n in ("sendt", "bokfort", "avvist", "returnert", "feilsendt") for e in ("", "_antall")], 0
    )
    okonomi_bruker, frigav = okonomi.krev_bruker(), okonomi2.krev_bruker()
    for hvem, endret in ((okonomi_bruker, {"sendt": 1}), (frigav, {})):
        with pytest.raises(IntegrityError), transaction.atomic():
            Avstemming.objects.create(kjoring=kjoring, avstemt_av=hvem, frigitt_av=frigav, **{**tall, **endret})


def test_dobbelt_bokfort_gar_ikke_opp_for_et_menneske_har_sagt_hvordan(kjoring: Kjoring, okonomi: Aktor) -> None:
    les(okonomi, kjoring, banken(kjoring).bokforing)
    rad = kjoring.utbetalinger.order_by("ende_til_ende")[0]
    post = Postinn(Postslag.BOKFORT, rad.ende_til_ende, NETTO * 100, dato=date(2026, 6, 12), bankreferanse="to")
    melding = Meldinginn("camt054", "2", "2.xml", b"2", kjoring.kommune.utbetalingskonto)
    poster_ta_imot(SYSTEM, kommune=kjoring.kommune, melding=melding, poster=[post])
    regnskap = regnskap_for(kjoring)
    assert (regnskap.uforklart_ore, regnskap.apne, regnskap.gar_opp) == (NETTO * 100, 1, False)
    assert _tekster(okonomi) == ["1 svar fra banken må avklares"]
    apen = Bankpost.objects.get(bankreferanse="to")
    assert "ført betalingen to ganger" in postrader(okonomi, [apen])[0].forklaring
    bankpost_ordne(okonomi, apen, grunn="Banken fører den ene tilbake i morgen")
    regnskap = regnskap_for(kjoring)
    assert (regnskap.uforklart_ore, regnskap.forklart_ore, regnskap.gar_opp) == (0, NETTO * 100, True)
    assert kjoring_avstem(okonomi, kjoring).forklart_ore == NETTO * 100


def test_ukoblede_penger_ut_etter_betalingsdagen_ma_avklares_forst(kjoring: Kjoring, okonomi: Aktor) -> None:
    les(okonomi, kjoring, banken(kjoring).bokforing)
    melding = Meldinginn("camt054", "2", "2.xml", b"2", kjoring.kommune.utbetalingskonto)
    poster = [
        Postinn(Postslag.RETUR, "", NETTO * 100, dato=date(2026, 6, 15), bankreferanse="?"),
        Postinn(Postslag.ANDRE, "FAKTURA-17", 100_00, dato=date(2026, 6, 15)),
    ]
    poster_ta_imot(SYSTEM, kommune=kjoring.kommune, melding=melding, poster=poster)
    assert "1 bevegelse på kontoen hører ikke til noen betaling" in _tekster(okonomi)
    with pytest.raises(Fagfeil, match="ikke er koblet til noen betaling"):
        kjoring_avstem(okonomi, kjoring)


def test_utestaende_er_et_avvik_etter_tre_virkedager(kjoring: Kjoring, okonomi: Aktor) -> None:
    for dag, avvik in ((date(2026, 6, 17), False), (date(2026, 6, 18), True)):
        with klokke.still_til(dag):
            assert regnskap_for(kjoring).forfalt is avvik
            assert _tekster(okonomi) == (["Banken har ikke svart på 4 betalinger"] if avvik else [])


def test_den_som_skal_gjore_noe_far_vite_det(
    kjoring: Kjoring, okonomi: Aktor, veileder: Aktor, monkeypatch: pytest.MonkeyPatch
) -> None:
    rad = kjoring.utbetalinger.order_by("ende_til_ende")[0]
    fast_kontakt_sett(SYSTEM, rad.sak, bruker=veileder.krev_bruker())
    les(okonomi, kjoring, banken(kjoring, {rad: Utfall.AVVIST}).kvittering)

    assert _tekster(okonomi) == ["1 betaling kom ikke fram"]
    with monkeypatch.context() as mange_nyere:  # money that comes back late is as much to do as ever
        mange_nyere.setattr("fotfeste.fag.avstemming.selectors.KJORINGER_VIST", 0)
        assert _tekster(okonomi) == ["1 betaling kom ikke fram"]
    setning = "Pengene for mai 2026 kom ikke fram. Spør om kontonummeret"
    assert setning in {o.hva for gruppe in dagen(veileder).grupper for linje in gruppe.linjer for o in linje.alle}
    steg = forside(rad.sak).steg[0]
    assert (steg.side, "kom ikke fram" in str(steg.tekst)) == ("om_meg", True)

    person_endre(veileder, rad.sak.person, kontonummer="86011117939")
    rad.sak.refresh_from_db()
    assert _tekster(okonomi) == []
    assert setning not in {o.hva for gruppe in dagen(veileder).grupper for linje in gruppe.linjer for o in linje.alle}
    assert forside(rad.sak).steg == [] or forside(rad.sak).steg[0].side != "om_meg"


def test_hver_betalings_vei_er_foldet_ut_i_fast_antall_sporringer(
    kjoring: Kjoring, okonomi: Aktor, okonomi2: Aktor
) -> None:
    a, b, c, _d = kjoring.utbetalinger.order_by("ende_til_ende")
    svar = banken(kjoring, {b: Utfall.AVVIST, c: Utfall.RETUR})
    les(okonomi, kjoring, svar.kvittering, svar.bokforing, svar.retur)
    linjer = {linje.utbetaling: linje for linje in betalingslinjer(okonomi, kjoring, list(betalinger_i(kjoring)))}
    assert [hendt.hva for hendt in linjer[c].historie] == [
        "Planlagt", "Frigitt", "I filen til banken", "Godtatt av banken", "Bokført", "Kom i retur",
    ]  # fmt: skip
    assert "Kontoen er avsluttet." in linjer[c].historie[-1].mer
    assert "Bankens referanse" in linjer[a].historie[-1].mer
    assert (linjer[a].neste, linjer[b].neste) == (
        "",
        "Venter på nytt kontonummer. Deltakeren og veilederen er spurt.",
    )

    def sporringer(antall: int) -> int:
        rader = list(betalinger_i(kjoring)[:antall])
        with CaptureQueriesContext(connection) as fanget:
            betalingslinjer(okonomi, kjoring, rader)
        return len(fanget)

    assert sporringer(3) == sporringer(4)


def test_lonnsgrunnlaget_forklares_linje_for_linje_til_bankens_sum(kjoring: Kjoring) -> None:
    lonn = lonnsforklaring(kjoring)
    assert lonn.brutto + lonn.trekk + lonn.til_andre == lonn.netto
    assert lonn.til_banken == regnskap_for(kjoring).sendt.kroner == 4 * NETTO


def test_det_som_kom_i_retur_tas_ut_av_lonnsgrunnlaget_en_gang(
    kjoring: Kjoring, okonomi: Aktor, okonomi2: Aktor, veileder: Aktor
) -> None:
    """Paid again in the next run: in its basis the month stands once as taken out and once as given."""
    rad = kjoring.utbetalinger.order_by("ende_til_ende")[0]
    les(okonomi, kjoring, banken(kjoring, {rad: Utfall.AVVIST}).kvittering)
    person_endre(veileder, rad.sak.person, kontonummer="86011117939")
    ny = services.kjoring_forbered(okonomi, services.kjoring_opprett(okonomi, kommune=kjoring.kommune, maned=MAI))
    grunnlag = next(fil for fil in filer_lag(okonomi2, services.kjoring_frigi(okonomi2, ny)) if fil.type != "pain001")
    linjer = bytes(grunnlag.dokument.innhold).decode("utf-8-sig").splitlines()[1:]
    assert [linje.split(";")[4:10] for linje in linjer] == [
        ["22510,00", "0,00", "0,00", "0,00", "22510,00", ""],
        ["-22510,00", "0,00", "0,00", "0,00", "-22510,00", "kom_ikke_fram"],
    ]
    lonn = lonnsforklaring(ny)
    assert (lonn.til_banken, lonn.korreksjon, lonn.korreksjon_antall) == (NETTO, -NETTO, 1)
    senere = services.kjoring_opprett(okonomi, kommune=kjoring.kommune, maned=MAI)
    assert not any(b"kom_ikke_fram" in fil.innhold for fil in filer_for(senere, Utbetalingsstatus.PLANLAGT))


def test_det_som_kom_fram_likevel_settes_inn_i_lonnsgrunnlaget_igjen(
    kjoring: Kjoring, kontor: Kontor, okonomi: Aktor, okonomi2: Aktor, veileder: Aktor
) -> None:
    """Refused, taken out of the next basis, booked after all, at last sent back: the bases follow, each time once."""
    rad = kjoring.utbetalinger.order_by("ende_til_ende")[0]
    les(okonomi, kjoring, banken(kjoring, {rad: Utfall.AVVIST}).kvittering)

    def rettet_i_neste() -> list[list[str]]:
        deltakere(kontor, veileder, 1)  # somebody has to be paid, or there is no run
        ny = sendt(kontor, okonomi, okonomi2)
        grunnlag = ny.filer.select_related("dokument").get(type="lonnsgrunnlag").dokument.innhold
        rader = [linje.split(";") for linje in bytes(grunnlag).decode("utf-8-sig").splitlines()[1:]]
        rettet = [[felt[3], felt[4], felt[9]] for felt in rader if felt[9]]
        lonn = lonnsforklaring(ny)
        assert (lonn.korreksjon, lonn.korreksjon_antall) == (sum(int(ett[1][:-3]) for ett in rettet), len(rettet))
        return rettet

    assert rettet_i_neste() == [["2026-06-12", "-22510,00", "kom_ikke_fram"]]
    for slag, dag, ventet in (
        (Postslag.BOKFORT, 25, ["2026-06-25", "22510,00", "kom_fram_likevel"]),
        (Postslag.RETUR, 29, ["2026-06-25", "-22510,00", "kom_ikke_fram"]),
    ):
        post = Postinn(slag, rad.ende_til_ende, NETTO * 100, dato=date(2026, 6, dag), bankreferanse=slag)
        melding = Meldinginn("camt054", slag, "3.xml", slag.encode(), kjoring.kommune.utbetalingskonto)
        poster_ta_imot(SYSTEM, kommune=kjoring.kommune, melding=melding, poster=[post])
        assert (rettet_i_neste(), rettet_i_neste()) == ([ventet], [])


def test_det_som_ikke_kom_til_innkreving_gar_dit_pa_nytt(
    kontor: Kontor, okonomi: Aktor, okonomi2: Aktor, veileder: Aktor
) -> None:
    """The participant has nothing to do with it; a new demand with another account is what it takes."""
    (sak,) = deltakere(kontor, veileder, 1)
    ali = barn_registrer(veileder, sak.person, navn="Ali", fodselsdato=date(2019, 3, 2))
    felter = {"sak": sak, "barn": ali, "krevd": date(2026, 4, 10), "kid": "123456789"}
    krav = innkrevingskrav_registrer(veileder, **felter, fra=date(2026, 4, 1), til=None, kontonummer="76940512057")
    kjoring = sendt(kontor, okonomi, okonomi2)
    del_ = kjoring.utbetalinger.get(art=Utbetalingsart.INNKREVING)
    les(okonomi, kjoring, *_begge(banken(kjoring, {del_: Utfall.AVVIST})))
    assert forside(sak).steg == [] or forside(sak).steg[0].side != "om_meg"
    assert _tekster(okonomi) == ["1 betaling kom ikke fram"]
    lonn = lonnsforklaring(kjoring)
    assert (lonn.til_andre, lonn.innkreving) == (-del_.netto, del_.netto)
    assert lonn.til_banken == regnskap_for(kjoring).sendt.kroner
    assert kjoring_avstem(okonomi, kjoring).avvist == del_.netto

    def ny() -> list[Utbetaling]:
        neste = services.kjoring_opprett(okonomi, kommune=kontor.kommune, maned=MAI)
        services.kjoring_forbered(okonomi, neste)
        return list(neste.utbetalinger.exclude(status=Utbetalingsstatus.FORKASTET))

    assert ny() == []
    del_.refresh_from_db()
    assert hva_na([del_]) == {del_.pk: "Spør NAV Innkreving om riktig konto og KID."}
    innkrevingskrav_avslutt(veileder, krav=krav, til=date(2026, 4, 30))
    innkrevingskrav_registrer(veileder, **felter, fra=MAI, til=None, kontonummer="86011117939")
    assert hva_na([del_]) == {del_.pk: "Det er registrert et nytt krav fra NAV Innkreving. Betales med neste kjøring."}
    (pa_nytt,) = ny()
    assert (pa_nytt.erstatter, pa_nytt.kontonummer, pa_nytt.melding) == (del_, "86011117939", "KID 123456789")


def _begge(svar: Banksvar) -> tuple[bytes, bytes]:
    return svar.kvittering, svar.bokforing


@pytest.mark.parametrize(("ore", "ord_"), [(0, "0,00"), (2_143_805, "21 438,05"), (-100, "−1,00")])
def test_ore_i_ord(ore: int, ord_: str) -> None:
    assert ore_ord(ore).replace("\N{NO-BREAK SPACE}", " ") == ord_
