"""A month from delivered sheets to reconciled receipts, on the pages, with what goes wrong on the way."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling import services
from fotfeste.fag.utbetaling.enums import Utbetalingsstatus
from fotfeste.fag.utbetaling.models import Kjoring
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import Aktor
from fotfeste.kobling.betaling.falsk_bank import Utfall
from tests.fag.avstemming.fortelling import KONTOER, MAI, banken
from tests.grunnlag import lag_deltaker, lag_person, lag_sak_i_program, lag_timeliste


@pytest.fixture
def tre(kontor: Kontor) -> list[Sak]:
    """Three participants whose sheets for May are sent, and one whose sheet is not."""
    saker = [
        lag_sak_i_program(kontor, person=lag_person(fornavn=f"Testine{bokstav}", kontonummer=konto))
        for bokstav, konto in zip("abc", KONTOER, strict=True)
    ]
    for sak in saker:
        lag_timeliste(sak, MAI, godkjent_av=None)
    lag_sak_i_program(kontor, person=lag_person(fornavn="Testined"))
    return saker


def _som(aktor: Aktor) -> Client:
    klient = Client()
    klient.force_login(aktor.krev_bruker())
    return klient


def _tekst(svar) -> str:  # type: ignore[no-untyped-def]
    assert svar.status_code == 200
    return " ".join(svar.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


def _se(klient: Client, navn: str, *args: object) -> str:
    return _tekst(klient.get(reverse(navn, args=args)))


def _trykk(klient: Client, navn: str, *args: object, **felter: object) -> str:
    return _tekst(klient.post(reverse(navn, args=args), {"innsending": uuid4(), **felter}, follow=True))


def _les_svar(klient: Client, kjoring: Kjoring, utfall: dict[object, Utfall]) -> str:
    svar = banken(kjoring, utfall)  # type: ignore[arg-type]
    filer = [SimpleUploadedFile(f"{nr}.xml", fil) for nr, fil in enumerate((svar.kvittering, svar.bokforing)) if fil]
    return _tekst(klient.post(reverse("kontor:avstemming"), {"filer": filer, "innsending": uuid4()}, follow=True))


def test_fra_timelister_til_avstemt_med_en_betaling_som_ikke_kom_fram(
    tre: list[Sak], kontor: Kontor, veileder: Aktor, okonomi: Aktor, okonomi2: Aktor
) -> None:
    # The veileder approves what has no exceptions, and sees whose sheet is missing.
    hos_veileder = _som(veileder)
    side = hos_veileder.get(reverse("kontor:timelister_maned", args=[2026, 5]))
    assert "Testined" in _tekst(side)
    merker = side.context["merker"]
    if not merker:  # a first sheet is looked at by somebody, one by one
        for sak in tre:
            _trykk(hos_veileder, "kontor:timeliste_godkjenn", sak.pk, 2026, 5)
    else:
        _trykk(hos_veileder, "kontor:timelister_godkjenn", 2026, 5, lister=merker)

    # Økonomi prepares; another releases and makes the files.
    hos_okonomi, hos_den_andre = _som(okonomi), _som(okonomi2)
    _trykk(hos_okonomi, "kontor:kjoringer", maned="2026-05-01")
    kjoring = services.kjoring_forbered(okonomi, Kjoring.objects.get())  # what the queue's worker does
    side = _se(hos_okonomi, "kontor:kjoring", kjoring.pk)
    assert "Timelisten er ikke levert" in side
    assert "En annen i økonomi må se over den" in side or "Nå må en annen i økonomi" in side
    assert "Utbetalingen er frigitt." in _trykk(hos_den_andre, "kontor:kjoring_kommando", kjoring.pk, "frigi")
    _trykk(hos_den_andre, "kontor:kjoring_kommando", kjoring.pk, "send")

    # The bank refuses one account. The participant sees it, and says where the money should go.
    kjoring.refresh_from_db()
    avvist = kjoring.utbetalinger.order_by("ende_til_ende")[0]
    _les_svar(hos_okonomi, kjoring, {avvist: Utfall.AVVIST})
    hos_deltaker = _som(lag_deltaker(avvist.sak.person, kontor))
    assert "kom ikke fram" in _se(hos_deltaker, "deltaker:penger").lower()
    person = avvist.sak.person
    _trykk(
        hos_deltaker, "deltaker:om_meg", versjon=person.versjon, telefon="", epost="", sprak=person.sprak,
        nytt_kontonummer="1234 56 78903" if person.kontonummer != "12345678903" else "15032080119",
    )  # fmt: skip
    assert "Kjøringen er avstemt." in _trykk(hos_okonomi, "kontor:avstemming_avstem", kjoring.pk)

    # What did not arrive goes in an extra run, and is booked.
    _trykk(hos_okonomi, "kontor:kjoringer", maned="ekstra")
    ekstra = services.kjoring_forbered(okonomi, Kjoring.objects.get(art="ekstra"))
    assert "betales på nytt" in _se(hos_okonomi, "kontor:kjoring", ekstra.pk)
    _trykk(hos_den_andre, "kontor:kjoring_kommando", ekstra.pk, "frigi")
    _trykk(hos_den_andre, "kontor:kjoring_kommando", ekstra.pk, "send")
    ekstra.refresh_from_db()
    _les_svar(hos_okonomi, ekstra, {})
    assert "Kjøringen er avstemt." in _trykk(hos_okonomi, "kontor:avstemming_avstem", ekstra.pk)
    ny = ekstra.utbetalinger.get()
    assert (ny.erstatter, ny.netto, ny.status) == (avvist, avvist.netto, Utbetalingsstatus.UTBETALT)

    # Every krone unfolds: the payment's story, the month row by row.
    assert ny.ende_til_ende in _se(hos_okonomi, "kontor:avstemming_betaling", ny.pk)
    rader = _tekst(hos_okonomi.get(f"{reverse('kontor:stonad', args=[ny.sak_id])}?maned=2026-05"))
    assert "21 × 1 071,91 kr = 22 510" in rader
