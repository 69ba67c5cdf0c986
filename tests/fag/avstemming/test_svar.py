"""The bank's answers: read once, in any order, and never so that money goes out twice."""

from __future__ import annotations

import re
from itertools import permutations

import pytest
from django.db import IntegrityError, transaction

from fotfeste.fag.avstemming.enums import Avklaringsutfall, Postslag, Samsvar
from fotfeste.fag.avstemming.models import Bankpost, Postavklaring
from fotfeste.fag.avstemming.regnskap import regnskap_for
from fotfeste.fag.avstemming.selectors import forklaring
from fotfeste.fag.avstemming.services import (
    Meldinginn,
    Postinn,
    bankpost_koble,
    bankpost_legg_bort,
    bankpost_ordne,
    kjoring_prov_igjen,
    poster_ta_imot,
)
from fotfeste.fag.person.services import person_endre
from fotfeste.fag.utbetaling import services
from fotfeste.fag.utbetaling.enums import Utbetalingsstatus, Utelatt
from fotfeste.fag.utbetaling.kvittering import (
    ikke_betalt_pa_nytt,
    utbetaling_feilsendt,
    utbetaling_prov_igjen,
)
from fotfeste.fag.utbetaling.models import Kjoring, Utbetaling
from fotfeste.grunnmur.feil import Fagfeil, IkkeTilgang, UlovligOvergang
from fotfeste.grunnmur.logg.models import Hendelse
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.logg.setninger import setning
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor
from fotfeste.kobling.betaling.falsk_bank import Utfall
from fotfeste.kobling.betaling.services import filer_lag
from tests.fag.avstemming.fortelling import DAG, MAI, NY_KONTO, banken, deltakere, les, sendt, si

pytestmark = pytest.mark.django_db
S = Utbetalingsstatus


@pytest.fixture
def kjoring(kontor: Kontor, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor) -> Kjoring:
    deltakere(kontor, veileder)
    return sendt(kontor, okonomi, okonomi2)


@pytest.fixture
def en(kjoring: Kjoring) -> Utbetaling:
    return kjoring.utbetalinger.order_by("ende_til_ende")[0]


def _status(rad: Utbetaling) -> str:
    rad.refresh_from_db()
    return rad.status


def _setninger(rad: Utbetaling) -> list[str]:
    hendelser = Hendelse.objects.filter(objekt_id=rad.pk, for_deltaker=True).order_by("id")
    return [setning(h.kode, h.data, "Økonomi").replace("\N{NO-BREAK SPACE}", " ") for h in hendelser]


def test_maneden_fra_sendt_til_kommet_fram_avvist_og_retur(kjoring: Kjoring, okonomi: Aktor) -> None:
    forst, andre, tredje = kjoring.utbetalinger.order_by("ende_til_ende")
    svar = banken(kjoring, {andre: Utfall.AVVIST, tredje: Utfall.RETUR})

    les(okonomi, kjoring, svar.kvittering)
    assert [_status(rad) for rad in (forst, andre, tredje)] == [S.SENDT, S.AVVIST, S.SENDT]
    les(okonomi, kjoring, svar.bokforing)
    assert [_status(rad) for rad in (forst, andre, tredje)] == [S.UTBETALT, S.AVVIST, S.UTBETALT]
    assert forst.utbetalt == DAG
    les(okonomi, kjoring, svar.retur)
    assert _status(tredje) == S.RETURNERT

    assert _setninger(forst) == ["22 510 kr for mai 2026 kom på konto 12. juni 2026."]
    (avvist,) = _setninger(andre)
    assert avvist.startswith("Banken kunne ikke betale 22 510 kr for mai 2026. Kontonummeret finnes ikke.")
    assert "Kontoen er avsluttet. Ingenting er tapt" in _setninger(tredje)[-1]
    assert set(ikke_betalt_pa_nytt()) == {andre, tredje}


def test_samme_fil_to_ganger_er_lest_for(kjoring: Kjoring, okonomi: Aktor, okonomi2: Aktor) -> None:
    svar = banken(kjoring)
    forste, *_ = les(okonomi, kjoring, svar.bokforing)
    antall, hendelser = Bankpost.objects.count(), Hendelse.objects.count()
    andre, *_ = les(okonomi2, kjoring, svar.bokforing)
    assert andre.lest_for
    assert andre.melding == forste.melding
    assert andre.melding is not None
    assert andre.melding.lest_av == okonomi.bruker
    assert (Bankpost.objects.count(), Hendelse.objects.count()) == (antall, hendelser)
    # The same message with other words in it is no repetition: nobody knows which holds.
    with pytest.raises(Fagfeil, match="et annet innhold"):
        les(okonomi, kjoring, svar.bokforing + b"\n")


def test_banken_sender_det_samme_i_en_ny_melding(kjoring: Kjoring, en: Utbetaling) -> None:
    si(kjoring, en, Postslag.BOKFORT, Postslag.BOKFORT)
    assert list(Bankpost.objects.order_by("opprettet").values_list("samsvar", flat=True)) == ["treff", "allerede"]
    assert _status(en) == S.UTBETALT
    assert len(_setninger(en)) == 1


@pytest.mark.parametrize(
    ("sagt", "status", "motsigelse"),
    [
        ("GB", S.UTBETALT, False),
        ("GA", S.AVVIST, False),
        ("GBR", S.RETURNERT, False),
        ("AR", S.RETURNERT, False),
        ("ABR", S.RETURNERT, False),
        ("AB", S.UTBETALT, True),
        ("Bb", S.UTBETALT, True),
        ("BRr", S.RETURNERT, True),
        ("BbR", S.RETURNERT, True),
        ("BbRr", S.RETURNERT, False),
        ("BU", S.RETURNERT, False),
        ("BbU", S.UTBETALT, False),
        ("BRI", S.UTBETALT, False),
        ("BI", S.UTBETALT, True),
    ],
)
def test_rekkefolgen_og_gjentakelse_betyr_ingenting(
    kjoring: Kjoring, en: Utbetaling, sagt: str, status: str, motsigelse: bool
) -> None:
    """Small letters: the same with another reference, so another movement. The last thing is said once more.

    U: the bank undoes a booking. I: it undoes something that had come in.
    """
    slag = {"G": Postslag.GODTATT, "A": Postslag.AVVIST, "B": Postslag.BOKFORT, "R": Postslag.RETUR}
    slag |= {"U": Postslag.UT_SNUDD, "I": Postslag.INN_SNUDD}
    rekkefolger = list(permutations(sagt))
    for rekkefolge in (rekkefolger[0], rekkefolger[-1], *rekkefolger[1:-1][:6]):
        with transaction.atomic():
            for tegn in (*rekkefolge, rekkefolge[0]):
                si(kjoring, en, slag[tegn.upper()], referanse=f"ref-{tegn}")
            apne = Bankpost.objects.filter(samsvar=Samsvar.MOTSIGELSE, avklaring__isnull=True)
            assert (_status(en), apne.exists()) == (status, motsigelse), rekkefolge
            transaction.set_rollback(True)


def test_et_annet_belop_flytter_ingenting(kjoring: Kjoring, en: Utbetaling, okonomi: Aktor) -> None:
    si(kjoring, en, Postslag.BOKFORT, ore=en.netto * 100 - 1)
    post = Bankpost.objects.get()
    assert (post.samsvar, _status(en)) == (Samsvar.BELOP, S.SENDT)
    with pytest.raises(Fagfeil, match="Banken må rette det"):
        bankpost_koble(okonomi, post, ende_til_ende=en.ende_til_ende, grunn="Det er den")


def test_samlet_bokforing_som_kommer_for_avvisningen(kjoring: Kjoring, okonomi: Aktor) -> None:
    """One movement for two of three: which two is known when the bank has said whom it refused."""
    forst, andre, tredje = kjoring.utbetalinger.order_by("ende_til_ende")
    svar = banken(kjoring, {andre: Utfall.AVVIST}, samlet=True)
    les(okonomi, kjoring, svar.bokforing)
    assert {_status(rad) for rad in (forst, andre, tredje)} == {S.SENDT}
    assert Bankpost.objects.get().antall == 2
    les(okonomi, kjoring, svar.kvittering)
    assert [_status(rad) for rad in (forst, andre, tredje)] == [S.UTBETALT, S.AVVIST, S.UTBETALT]
    assert Bankpost.objects.filter(bunt__isnull=False).count() == 2


class TestAvvistOgLikevelBokfort:
    """A payment the bank refused has been paid again, or is about to be, when the bank books it all the same."""

    @pytest.fixture
    def avvist(self, kjoring: Kjoring, en: Utbetaling, veileder: Aktor) -> Utbetaling:
        si(kjoring, en, Postslag.AVVIST)
        person_endre(veileder, en.sak.person, kontonummer=NY_KONTO)
        return en

    def test_den_nye_stanses_sa_lenge_den_ikke_er_frigitt(
        self, kjoring: Kjoring, avvist: Utbetaling, okonomi: Aktor
    ) -> None:
        ny = _ny_kjoring(kjoring, okonomi).utbetalinger.get()
        assert ny.erstatter == avvist
        si(kjoring, avvist, Postslag.BOKFORT)
        assert (_status(avvist), _status(ny)) == (S.UTBETALT, S.FORKASTET)
        post = Bankpost.objects.get(slag=Postslag.BOKFORT)
        assert post.samsvar == Samsvar.MOTSIGELSE
        assert any("ble stanset" in linje for linje in _setninger(ny))

    def test_er_den_frigitt_er_det_et_menneske_som_ma_rydde(
        self, kjoring: Kjoring, avvist: Utbetaling, okonomi: Aktor, okonomi2: Aktor
    ) -> None:
        ny = _ny_kjoring(kjoring, okonomi)
        services.kjoring_frigi(okonomi2, ny)
        si(kjoring, avvist, Postslag.BOKFORT)
        assert (_status(avvist), _status(ny.utbetalinger.get())) == (S.AVVIST, S.FRIGITT)
        post = Bankpost.objects.get(slag=Postslag.BOKFORT)
        assert post.samsvar == Samsvar.MOTSIGELSE
        bankpost_ordne(okonomi, post, grunn="For mye utbetalt, trekkes i juli")
        assert Postavklaring.objects.get().utfall == Avklaringsutfall.ORDNET

    def test_kommer_den_nye_ikke_fram_var_den_forste_betalingen(
        self, kjoring: Kjoring, avvist: Utbetaling, okonomi: Aktor, okonomi2: Aktor
    ) -> None:
        """Booked while the new one was on its way, the first was not believed. Then the new one is refused."""
        ny = _ny_kjoring(kjoring, okonomi)
        filer_lag(okonomi2, services.kjoring_frigi(okonomi2, ny))
        pa_nytt = ny.utbetalinger.get()
        si(kjoring, avvist, Postslag.BOKFORT)
        assert (_status(avvist), _status(pa_nytt)) == (S.AVVIST, S.SENDT)
        si(kjoring, pa_nytt, Postslag.AVVIST)
        assert (_status(avvist), _status(pa_nytt)) == (S.UTBETALT, S.AVVIST)
        assert _setninger(avvist)[-1].endswith("kom på konto 12. juni 2026.")
        # The money has come: nothing more is owed, and no run tries a third time.
        assert not ikke_betalt_pa_nytt().exists()
        assert not _ny_kjoring(kjoring, okonomi).utbetalinger.exists()
        # Unless it comes back after all: then the newest is what is owed.
        si(kjoring, avvist, Postslag.RETUR)
        assert list(ikke_betalt_pa_nytt()) == [pa_nytt]

    def test_en_retur_gar_aldri_tilbake(self, kjoring: Kjoring, en: Utbetaling, okonomi: Aktor) -> None:
        si(kjoring, en, Postslag.BOKFORT, Postslag.RETUR, Postslag.AVVIST, Postslag.GODTATT)
        si(kjoring, en, Postslag.BOKFORT, referanse="en til")
        assert _status(en) == S.RETURNERT


def _ny_kjoring(kjoring: Kjoring, okonomi: Aktor) -> Kjoring:
    ny = services.kjoring_opprett(okonomi, kommune=kjoring.kommune, maned=MAI)
    return services.kjoring_forbered(okonomi, ny)


def test_banken_tar_returen_tilbake_og_pengene_er_framme_igjen(
    kjoring: Kjoring, en: Utbetaling, okonomi: Aktor, okonomi2: Aktor, veileder: Aktor
) -> None:
    """Money out that undoes money in (DBIT and RvslInd): what came back has gone out again, once."""
    andre, tredje = kjoring.utbetalinger.exclude(pk=en.pk).order_by("ende_til_ende")
    svar = banken(kjoring, dict.fromkeys((en, andre, tredje), Utfall.RETUR))
    les(okonomi, kjoring, svar.bokforing)
    utbetaling_feilsendt(okonomi, tredje, grunn="To sifre var byttet om")
    les(okonomi, kjoring, svar.retur)
    for rad in (en, andre):
        utbetaling_prov_igjen(okonomi, rad, grunn="Kontoen er åpnet igjen")
    forste = _ny_kjoring(kjoring, okonomi)
    tvilling = forste.utbetalinger.get(erstatter=en)
    assert svar.retur
    snudd = svar.retur.replace(
        b"<CdtDbtInd>CRDT</CdtDbtInd><Sts>", b"<CdtDbtInd>DBIT</CdtDbtInd><RvslInd>true</RvslInd><Sts>"
    ).replace(b">R-", b">T-")
    les(okonomi, kjoring, snudd.replace(b"<AcctSvcrRef>I", b"<AcctSvcrRef>T"))

    assert [_status(rad) for rad in (en, andre, tredje)] == [S.UTBETALT, S.UTBETALT, S.FEILSENDT]
    assert _status(tvilling) == S.FORKASTET
    assert _setninger(en)[-1].endswith("kom på konto 12. juni 2026.")
    regnskap = regnskap_for(kjoring)
    assert (regnskap.bank_ut - regnskap.bank_inn, regnskap.uforklart_ore) == (3 * en.netto * 100, 0)

    # Paid again by a run that is released: the state stays, and a person sees that it has gone twice.
    si(kjoring, en, Postslag.RETUR, referanse="ny retur")
    services.kjoring_frigi(okonomi2, services.kjoring_forbered(okonomi, forste))
    si(kjoring, en, Postslag.INN_SNUDD, referanse="ny tilbaketaking")
    assert _status(en) == S.RETURNERT
    apen = Bankpost.objects.get(samsvar=Samsvar.MOTSIGELSE, avklaring__isnull=True)
    assert "to ganger" in forklaring(apen)


def test_banken_farer_tilbake_en_fil_den_bokforte_to_ganger(kjoring: Kjoring, en: Utbetaling, okonomi: Aktor) -> None:
    """Two batches for the same file, and then one of them undone (CRDT and RvslInd): each has been paid once."""
    samlet = banken(kjoring, samlet=True).bokforing
    to = samlet.replace(b">B-", b">C-").replace(b"<AcctSvcrRef>S", b"<AcctSvcrRef>Z")
    les(okonomi, kjoring, samlet, to)
    assert Bankpost.objects.filter(samsvar=Samsvar.MOTSIGELSE, avklaring__isnull=True).count() == 3
    snudd = to.replace(b">C-", b">D-").replace(
        b"<CdtDbtInd>DBIT</CdtDbtInd>", b"<CdtDbtInd>CRDT</CdtDbtInd><RvslInd>true</RvslInd>"
    )
    les(okonomi, kjoring, snudd)
    assert set(kjoring.utbetalinger.values_list("status", flat=True)) == {S.UTBETALT}
    assert regnskap_for(kjoring).gar_opp


def test_penger_inn_med_vart_kjennetegn_er_betalingen_som_kom_tilbake(
    kjoring: Kjoring, en: Utbetaling, okonomi: Aktor
) -> None:
    """The bank gives neither a reason nor the code of a return; read as money in like any other, it was nobody's."""
    svar = banken(kjoring, {en: Utfall.RETUR})
    uten_grunn = re.sub(rb"<RtrInf>.*?</RtrInf>", b"", svar.retur or b"").replace(b"RRTN", b"DMCT")
    les(okonomi, kjoring, svar.bokforing, uten_grunn)
    assert _status(en) == S.RETURNERT
    assert regnskap_for(kjoring).bank_inn == en.netto * 100
    assert ikke_betalt_pa_nytt(pk=en.pk).exists()


def test_en_retur_uten_kjennetegn_kobles_av_et_menneske(
    kjoring: Kjoring, en: Utbetaling, okonomi: Aktor, veileder: Aktor
) -> None:
    si(kjoring, en, Postslag.BOKFORT)
    melding = Meldinginn("camt054", "R", "r.xml", b"r", kjoring.kommune.utbetalingskonto)
    poster = [
        Postinn(Postslag.RETUR, "", en.netto * 100 - 5000, dato=DAG, bankreferanse="X"),
        Postinn(Postslag.INN, "", 12300, dato=DAG, motpart="Fjordvik kino"),
    ]
    poster_ta_imot(SYSTEM, kommune=kjoring.kommune, melding=melding, poster=poster)
    retur, kino = Bankpost.objects.filter(melding__melding_id="R").order_by("nummer")
    assert retur.samsvar == Samsvar.UKJENT
    with pytest.raises(IkkeTilgang):
        bankpost_koble(veileder, retur, ende_til_ende=en.ende_til_ende, grunn="Den er det")
    with pytest.raises(Fagfeil, match="finner ingen betaling"):
        bankpost_koble(okonomi, retur, ende_til_ende="KVP", grunn="Den er det")
    with pytest.raises(Fagfeil, match="Skriv hvorfor"):
        bankpost_legg_bort(okonomi, kino, grunn=" ")
    bankpost_koble(okonomi, retur, ende_til_ende=en.ende_til_ende, grunn="Banken holdt igjen 50 kr i gebyr")
    assert _status(en) == S.RETURNERT
    bankpost_legg_bort(okonomi, kino, grunn="Billettsalg")
    with pytest.raises(Fagfeil, match="Noen har avklart denne"):
        bankpost_legg_bort(okonomi, kino, grunn="Billettsalg")
    with pytest.raises(Fagfeil, match="trenger ingen avklaring"):
        bankpost_ordne(okonomi, Bankpost.objects.get(samsvar=Samsvar.TREFF), grunn="Hei")


def test_til_feil_konto_betales_pa_nytt_og_returen_lukker(
    kjoring: Kjoring, en: Utbetaling, okonomi: Aktor, okonomi2: Aktor, veileder: Aktor
) -> None:
    si(kjoring, en, Postslag.BOKFORT)
    with pytest.raises(IkkeTilgang):
        utbetaling_feilsendt(veileder, en, grunn="Feil nummer")
    with pytest.raises(Fagfeil, match="Skriv hva som har skjedd"):
        utbetaling_feilsendt(okonomi, en, grunn="")
    utbetaling_feilsendt(okonomi, en, grunn="To sifre var byttet om")
    assert _status(en) == S.FEILSENDT
    assert "gikk til feil konto" in _setninger(en)[-1]
    # Not to the same account again by itself.
    ny = services.kjoring_forbered(okonomi, services.kjoring_opprett(okonomi, kommune=kjoring.kommune, maned=MAI))
    assert ny.utelatte.get().grunn == Utelatt.KONTO_AVVIST
    utbetaling_prov_igjen(okonomi, en, grunn="Kontoen er riktig nå")
    services.kjoring_forbered(okonomi, ny)
    betalt_pa_nytt = ny.utbetalinger.exclude(status=S.FORKASTET).get()
    assert betalt_pa_nytt.erstatter == en
    with pytest.raises(Fagfeil, match="betalt på nytt"):
        utbetaling_prov_igjen(okonomi, en, grunn="En gang til")
    si(kjoring, en, Postslag.RETUR)
    assert _status(en) == S.RETURNERT
    assert _status(betalt_pa_nytt) == S.PLANLAGT
    with pytest.raises(UlovligOvergang):
        utbetaling_feilsendt(okonomi, en, grunn="Igjen")


def test_en_hel_fil_som_avvises_kan_sendes_pa_nytt(kjoring: Kjoring, okonomi: Aktor, okonomi2: Aktor) -> None:
    """No participant can do anything about a day the bank could not use."""
    fil = (
        banken(kjoring)
        .kvittering.replace(b"<GrpSts>ACCP</GrpSts>", b"<GrpSts>RJCT</GrpSts>")
        .replace(
            b"<PmtInfSts>ACCP</PmtInfSts>",
            b"<PmtInfSts>RJCT</PmtInfSts><StsRsnInf><Rsn><Cd>DT01</Cd></Rsn></StsRsnInf>",
        )
    )
    les(okonomi, kjoring, fil)
    assert set(kjoring.utbetalinger.values_list("status", flat=True)) == {S.AVVIST}
    assert kjoring_prov_igjen(okonomi, kjoring, grunn="Ny betalingsdag er avtalt med banken") == 3
    assert kjoring_prov_igjen(okonomi, kjoring, grunn="En gang til") == 0
    ny = services.kjoring_forbered(okonomi, services.kjoring_opprett(okonomi, kommune=kjoring.kommune, maned=MAI))
    assert ny.utbetalinger.filter(erstatter__isnull=False).count() == 3
    assert not ny.utelatte.exists()


def test_banken_svarer_pa_noe_vi_ikke_har_sendt(kontor: Kontor, veileder: Aktor, okonomi: Aktor) -> None:
    deltakere(kontor, veileder, 1)
    kjoring = services.kjoring_opprett(okonomi, kommune=kontor.kommune, maned=MAI)
    rad = services.kjoring_forbered(okonomi, kjoring).utbetalinger.get()
    si(kjoring, rad, Postslag.BOKFORT)
    assert (_status(rad), Bankpost.objects.get().samsvar) == (S.PLANLAGT, Samsvar.UKJENT)


def test_det_banken_har_sagt_star(kjoring: Kjoring, en: Utbetaling) -> None:
    si(kjoring, en, Postslag.BOKFORT)
    post = Bankpost.objects.get()
    for endring in ({"belop_ore": 1}, {"nokkel": "annet"}):
        with pytest.raises(Exception, match="Cannot update"), transaction.atomic():
            Bankpost.objects.update(**endring)
    with pytest.raises(IntegrityError), transaction.atomic(), kommando(SYSTEM, "test"):
        Bankpost.objects.create(
            melding=post.melding, nummer=9, slag=post.slag, samsvar=Samsvar.TREFF, utbetaling=en, nokkel=post.nokkel
        )
