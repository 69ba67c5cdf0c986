"""What goes to NAV Innkreving: each child's part comes there once, whatever the bank says, and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from fotfeste.fag.avstemming.models import Bankpost
from fotfeste.fag.avstemming.services import bankpost_dobbelt
from fotfeste.fag.person.models import Barn
from fotfeste.fag.person.services import barn_registrer
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling import services
from fotfeste.fag.utbetaling.enums import Utbetalingsart, Utbetalingsstatus
from fotfeste.fag.utbetaling.innkreving import innkrevingskrav_avslutt, innkrevingskrav_registrer
from fotfeste.fag.utbetaling.kvittering import ikke_betalt_pa_nytt, utbetaling_prov_igjen
from fotfeste.fag.utbetaling.models import Innkrevingskrav, Kjoring, Utbetaling
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import Aktor
from fotfeste.kobling.betaling.falsk_bank import Utfall
from fotfeste.kobling.betaling.services import filer_lag
from fotfeste.regelverk.tid import EN_DAG
from tests.fag.avstemming.fortelling import MAI, banken, deltakere, les, sendt

FORSTE_KONTO, NY_KONTO = "76940512057", "86011117939"
S = Utbetalingsstatus


@pytest.fixture
def samira(kontor: Kontor, veileder: Aktor) -> Sak:
    """Maintenance is owed for both children; Innkreving knows each by a KID of its own, on one account."""
    (sak,) = deltakere(kontor, veileder, 1)
    for navn, kid in (("Ali", "123456789"), ("Mona", "987654321")):
        barn = barn_registrer(veileder, sak.person, navn=navn, fodselsdato=date(2019, 3, 2))
        _kreves(veileder, sak, barn, FORSTE_KONTO, kid, date(2026, 4, 1))
    return sak


def _kreves(aktor: Aktor, sak: Sak, barn: Barn, konto: str, kid: str, fra: date = MAI) -> None:
    for krav in barn.innkrevingskrav.filter(til=None):
        innkrevingskrav_avslutt(aktor, krav=krav, til=fra - EN_DAG)
    innkrevingskrav_registrer(
        aktor, sak=sak, barn=barn, krevd=date(2026, 4, 10), fra=fra, til=None, kontonummer=konto, kid=kid
    )


@pytest.fixture
def delene(samira: Sak, kontor: Kontor, okonomi: Aktor, okonomi2: Aktor) -> tuple[Utbetaling, Utbetaling]:
    """Ali's part and Mona's, sent with the month."""
    kjoring = sendt(kontor, okonomi, okonomi2)
    ali, mona = kjoring.utbetalinger.filter(art=Utbetalingsart.INNKREVING).order_by("melding")
    assert [(rad.kontonummer, rad.melding, rad.netto) for rad in (ali, mona)] == [
        (FORSTE_KONTO, "KID 123456789", 798),
        (FORSTE_KONTO, "KID 987654321", 798),
    ]
    return ali, mona


@pytest.fixture
def forbered(kontor: Kontor, okonomi: Aktor) -> Callable[[], list[Utbetaling]]:
    """What the next run takes with it."""

    def utfor() -> list[Utbetaling]:
        kjoring = services.kjoring_opprett(okonomi, kommune=kontor.kommune, maned=MAI)
        services.kjoring_forbered(okonomi, kjoring)
        return list(kjoring.utbetalinger.exclude(status=S.FORKASTET).order_by("melding"))

    return utfor


def _send(okonomi2: Aktor, kjoring: Kjoring) -> None:
    filer_lag(okonomi2, services.kjoring_frigi(okonomi2, kjoring))
    kjoring.refresh_from_db()


def _bokfor(okonomi: Aktor, rad: Utbetaling) -> str:
    """The bank says of a payment it has refused that it came through all the same."""
    les(okonomi, rad.kjoring, banken(rad.kjoring).bokforing)
    rad.refresh_from_db()
    return rad.status


def test_hvert_barns_del_gar_pa_nytt_dit_den_kreves_na_og_bare_en_gang(
    samira: Sak, delene: tuple[Utbetaling, Utbetaling], forbered: Callable[[], list[Utbetaling]],
    veileder: Aktor, okonomi: Aktor, okonomi2: Aktor,
) -> None:  # fmt: skip
    ali, mona = delene
    les(okonomi, ali.kjoring, banken(ali.kjoring, {ali: Utfall.AVVIST, mona: Utfall.AVVIST}).kvittering)
    assert forbered() == []
    barn = {rad.kid: rad.barn for rad in Innkrevingskrav.objects.select_related("barn")}
    _kreves(veileder, samira, barn["123456789"], NY_KONTO, "111111111", date(2026, 4, 20))
    (bare_ali,) = forbered()
    assert bare_ali.erstatter == ali  # nobody has said where Mona's should go
    _kreves(veileder, samira, barn["123456789"], NY_KONTO, "222222222")
    with pytest.raises(Fagfeil, match="Beregn på nytt"):
        services.kjoring_frigi(okonomi2, bare_ali.kjoring)
    _kreves(veileder, samira, barn["987654321"], NY_KONTO, "222222222")
    nye = forbered()
    assert {rad.erstatter for rad in nye} == {ali, mona}
    assert {(rad.kontonummer, rad.melding) for rad in nye} == {(NY_KONTO, "KID 222222222")}

    _send(okonomi2, nye[0].kjoring)
    assert forbered() == []
    assert not ikke_betalt_pa_nytt().exists()
    assert _bokfor(okonomi, ali) == S.AVVIST  # it is paid again, so this is for a person to look at
    post = Bankpost.objects.get(samsvar="motsigelse", utbetaling=ali)
    with pytest.raises(Fagfeil, match="ikke fått disse pengene to ganger"):
        bankpost_dobbelt(okonomi, post, grunn="Innkreving har fått det to ganger")


def test_kom_den_forste_fram_likevel_sendes_ingen_tredje(
    delene: tuple[Utbetaling, Utbetaling], forbered: Callable[[], list[Utbetaling]], okonomi: Aktor, okonomi2: Aktor
) -> None:
    ali, _mona = delene
    les(okonomi, ali.kjoring, banken(ali.kjoring, {ali: Utfall.AVVIST}).kvittering)
    utbetaling_prov_igjen(okonomi, ali, grunn="Innkreving sier at kontoen er riktig")
    (andre,) = forbered()
    _send(okonomi2, andre.kjoring)
    les(okonomi, andre.kjoring, banken(andre.kjoring, {andre: Utfall.AVVIST}).kvittering)
    andre.refresh_from_db()
    utbetaling_prov_igjen(okonomi, andre, grunn="En gang til")
    (tredje,) = forbered()
    assert (tredje.erstatter, tredje.hoved) == (andre, ali)

    assert _bokfor(okonomi, ali) == S.UTBETALT
    tredje.refresh_from_db()
    assert tredje.status == S.FORKASTET
    assert forbered() == []
