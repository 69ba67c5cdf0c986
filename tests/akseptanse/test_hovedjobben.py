"""The main job, all nine steps, in a real browser by the people who do it."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
import xmlschema
from django.db import connection
from playwright.sync_api import expect

import fotfeste.kobling.betaling
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur.jobber.ko import arbeid
from tests import grunnlag
from tests.akseptanse import dagen, folk
from tests.akseptanse.sider import MOBIL, Bruker

pytestmark = [pytest.mark.nettleser, pytest.mark.django_db(transaction=True)]

XSD = Path(fotfeste.kobling.betaling.__file__).parent / "pain001.xsd"
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
Inn = Callable[..., Bruker]


def test_fra_soknad_til_utbetaling_og_kostra(inn: Inn) -> None:
    huset = folk.bemann()
    grunnlag.lag_sak(huset.kontor, grunnlag.lag_person(fornavn="Kristoffer", etternavn="Bakkevold"))
    veileder = inn(folk.VEILEDER, gjennom_doren=True)

    dagen.still(date(2026, 3, 2))
    finner_med_skrivefeil(veileder)
    sak = registrerer_papirsoknad(veileder)
    spor_hva_hun_har_levd_av(veileder, sak)
    folk.gi_innlogging(sak.person, huset.kontor)
    deltaker = inn("Samira Testdal", gjennom_doren=True, viewport=MOBIL)

    dagen.still(date(2026, 3, 3))
    ber_om_det_som_mangler(veileder, sak)
    dagen.still(date(2026, 3, 9))
    svarer_kontoret(deltaker)

    dagen.still(date(2026, 3, 10))
    begynner_vurderingen(veileder, sak)
    forteller_med_egne_ord(deltaker)
    fullforer_vurderingen(veileder, sak)

    dagen.still(date(2026, 3, 16))
    forbereder_vedtaket(veileder, sak)
    beslutter = inn(folk.BESLUTTER)
    sender_tilbake(beslutter, sak)
    mender_og_sender_igjen(veileder, sak)
    fatter_vedtaket(beslutter, sak)

    dagen.still(date(2026, 3, 20))
    leser_brevet(deltaker)

    dagen.still(date(2026, 3, 23))
    foreslar_programmet(veileder, sak)
    sier_ja_til_programmet(deltaker)

    dagen.still(date(2026, 5, 4))
    forer_timer_i_april(deltaker)
    godkjenner_timelisten(veileder, sak)

    belop = ser_det_samme_belopet(veileder, deltaker, sak)

    dagen.still(date(2026, 5, 11))
    betaler_april(inn(folk.OKONOMI), inn(folk.OKONOMI2), belop)
    ser_pengene(deltaker, belop)

    dagen.still(date(2026, 5, 13))
    leder = inn(folk.LEDER)
    ser_kostra_uten_feil(leder)
    leser_saken_som_en_fortelling(veileder, sak, belop)


# 1. Søknad


def finner_med_skrivefeil(veileder: Bruker) -> None:
    veileder.ga_til("/kontor/sok/")
    veileder.side.locator("main").get_by_role("searchbox").fill("kristofer bakevold")
    veileder.trykk("Søk")
    veileder.ser("Kristoffer Bakkevold")


def registrerer_papirsoknad(veileder: Bruker) -> Sak:
    veileder.side.locator("main").get_by_role("searchbox").fill("Samira Testdal")
    veileder.trykk("Søk")
    veileder.trykk("Registrer ny person")
    veileder.fyll_ut(
        {
            "Fødselsnummer": grunnlag.lag_fnr(date(1990, 2, 14)),
            "Fornavn": "Samira",
            "Etternavn": "Testdal",
            "Telefon": "400 00 000",
            "Kontonummer": "1503 20 80119",
        }
    )
    veileder.felt("Navn").fill("Lea Testdal")
    veileder.felt("Født").fill("3.5.2019")
    veileder.trykk("Registrer, og gå til søknaden")
    veileder.fyll_ut(
        {
            "Kom til kontoret": "27.2.26",
            "Hva vil søkeren med programmet?": "Jeg vil jobbe på lager igjen.",
            "Situasjonen nå": "Har vært uten jobb i to år.",
        }
    )
    veileder.legg_ved("Papirer som fulgte med", "søknad.pdf", PDF)
    veileder.trykk("Registrer søknaden")
    veileder.ser("Søknaden er registrert, og fristene har begynt å løpe.", "27. mars 2026", "søknad.pdf")
    return Sak.objects.get(person__fornavn="Samira")


def spor_hva_hun_har_levd_av(veileder: Bruker, sak: Sak) -> None:
    veileder.ga_til(f"/kontor/sak/{sak.pk}/bakgrunn/")
    veileder.kryss_av("Ja, som viktigste kilde til livsopphold")
    veileder.trykk("Lagre")


def ber_om_det_som_mangler(veileder: Bruker, sak: Sak) -> None:
    veileder.ga_til(f"/kontor/sak/{sak.pk}/soknad/")
    veileder.trykk("Be om det som mangler")
    veileder.fyll_ut({"Vi mangler": "Lønnsslipp", "Vi trenger det fordi": "Vi må vite hva du lever av."})
    veileder.fyll_ut({"Frist for å svare": "17.3.26"})
    veileder.trykk("Send brevet")
    veileder.ser("Søknaden beholder plassen i køen.", "Kom 27. februar 2026", "Venter på søkeren")


def svarer_kontoret(deltaker: Bruker) -> None:
    deltaker.ga_til("/min-side/")
    deltaker.ser("Send oss dette innen 17. mars 2026: Lønnsslipp.")
    deltaker.trykk("Se hva vi trenger")
    deltaker.trykk("Svar på «Lønnsslipp»")
    deltaker.fyll_ut({"Svaret ditt": "Jeg har ikke hatt lønn siden 2024."})
    deltaker.trykk("Send svaret")
    deltaker.ser("Takk, vi har fått svaret ditt.")


# 2. Kartlegging and arbeidsevnevurdering


def begynner_vurderingen(veileder: Bruker, sak: Sak) -> None:
    veileder.ga_til(f"/kontor/sak/{sak.pk}/vedtak/")
    veileder.ser("Programmet kan ikke innvilges før arbeidsevnevurderingen er fullført")
    veileder.trykk("Gå til arbeidsevnevurderingen")
    veileder.trykk("Begynn vurderingen")
    veileder.ser("Ikke svart ennå.")


def forteller_med_egne_ord(deltaker: Bruker) -> None:
    deltaker.ga_til("/min-side/mitt-syn/")
    deltaker.trykk("Jeg vil heller skrive fritt på én side")
    deltaker.fyll_ut(
        {
            "Hva kan du, og hva liker du å gjøre?": "Jeg kan kjøre truck.",
            "Hva vil du jobbe med?": "Lager eller butikk.",
        }
    )
    deltaker.trykk("Send til veilederen")
    deltaker.ser("Veilederen din ser det du har skrevet.")


def fullforer_vurderingen(veileder: Bruker, sak: Sak) -> None:
    veileder.ga_til(f"/kontor/sak/{sak.pk}/arbeidsevne/")
    veileder.ser("Jeg kan kjøre truck.")
    veileder.fyll_ut({"Hva er kilden?": "Samtale på kontoret", "Dato": "9.3.26"}, i="#kilder")
    veileder.trykk("Legg til kilden")
    veileder.ser("Samtale på kontoret", i="#kilder")
    veileder.fyll_ut({"Ressurser": "Truckførerbevis, ti års erfaring, rolig og presis."})
    veileder.fyll_ut({"Det som hindrer": "Lange opphold gjør at hun er usikker på eget arbeid."})
    veileder.fyll_ut({f"{bokstav}) ": f"Vurdering av punkt {bokstav}." for bokstav in "abcd"})
    veileder.kryss_av("Ja", i="#punkt-d")
    veileder.fyll_ut({"Hvor mye?": "Om lag halvparten", "Motivasjon": "Hun vil forsørge seg selv."})
    veileder.fyll_ut({"Målet med programmet": "Fast jobb på lager.", "Innsatsgruppe": "Spesielt tilpasset innsats"})
    veileder.trykk("Fullfør vurderingen")
    veileder.ser("Rett opp dette før du går videre")
    veileder.fyll_ut({"e) ": "Vurdering av punkt e.", "Deltakerens syn på vurderingen": "Hun er enig."})
    veileder.trykk("Fullfør vurderingen")
    veileder.ser("Vurderingen er fullført og står fast.", "Vurdering av punkt e.")
    expect(veileder.side.locator("main textarea")).to_have_count(0)


# 3. and 4. Vilkår and vedtak


def forbereder_vedtaket(veileder: Bruker, sak: Sak) -> None:
    veileder.ga_til(f"/kontor/sak/{sak.pk}/soknad/")
    veileder.trykk("Søknaden er klar til vurdering")
    veileder.trykk("Søknaden er klar")
    veileder.ga_til(f"/kontor/sak/{sak.pk}/vedtak/")
    veileder.trykk("Innvilgelse av program")
    veileder.ser("er ikke vurdert. Vurder det før du innvilger.")
    for vilkar in [str(v.get_attribute("id")) for v in veileder.side.locator("details.vilkar").all()]:
        vurderer_vilkaret(veileder, f"#{vilkar}")
    skriver_vedtaket(veileder, hensyn="Hun vil jobbe.")
    veileder.trykk("Send til beslutter")
    veileder.ser("Vedtaket er sendt til beslutter.")


def vurderer_vilkaret(veileder: Bruker, vilkar: str) -> None:
    del_ = veileder.side.locator(vilkar)
    if del_.get_attribute("open") is None:
        del_.locator("summary").first.click()
    del_.get_by_label("Oppfylt", exact=True).check()
    veileder.fyll_ut({"Fakta": "Se søknaden.", "Hvorfor": "Hun trenger tett hjelp for å komme i arbeid."}, i=vilkar)
    veileder.trykk("Lagre vurderingen", i=vilkar)
    veileder.ser("Vurderingen er lagret.")
    veileder.ser("Oppfylt", i=f"{vilkar} > summary")


def skriver_vedtaket(veileder: Bruker, *, hensyn: str) -> None:
    veileder.fyll_ut(
        {
            "Programmet begynner": "7.4.26",
            "Til og med": "6.4.27",
            "Dette sier regelen": "Den som trenger tett hjelp for å komme i arbeid, har rett til programmet.",
            "Dette vet vi om situasjonen": "Du har vært uten arbeid i to år.",
            "Dette har vi lagt vekt på": hensyn,
        },
        i="#vedtakskjema",
    )


def sender_tilbake(beslutter: Bruker, sak: Sak) -> None:
    beslutter.ga_til("/kontor/")
    beslutter.ser("Samira Testdal")
    beslutter.ga_til(f"/kontor/sak/{sak.pk}/vedtak/")
    beslutter.ser("Brevet slik det blir lest")
    beslutter.fold_ut("Send tilbake")
    beslutter.fyll_ut(
        {
            "Hvorfor": "Ikke konkret om denne personen",
            "Hvilken del": "Begrunnelsen: det vi har lagt vekt på",
            "Hva må rettes?": "Skriv hva truckerfaringen har å si.",
        },
        i="#bestem",
    )
    beslutter.trykk("Send tilbake", i="#bestem")
    beslutter.ser("Vedtaket er sendt tilbake.")


def mender_og_sender_igjen(veileder: Bruker, sak: Sak) -> None:
    veileder.ga_til(f"/kontor/sak/{sak.pk}/")
    veileder.ser("Bjarne Beslutter sendte vedtaket tilbake", "«Skriv hva truckerfaringen har å si.»")
    veileder.ga_til(f"/kontor/sak/{sak.pk}/vedtak/")
    veileder.ser("Ikke konkret om denne personen", i="#vedtakskjema")
    skriver_vedtaket(veileder, hensyn="Du har ti års erfaring med truck, og trenger hjelp til å begynne igjen.")
    veileder.trykk("Send til beslutter")
    veileder.ser("Vedtaket er sendt til beslutter.")
    expect(veileder.side.get_by_role("button", name="Fatt vedtaket")).to_have_count(0)


def fatter_vedtaket(beslutter: Bruker, sak: Sak) -> None:
    beslutter.ga_til(f"/kontor/sak/{sak.pk}/vedtak/")
    beslutter.ser("Du har ti års erfaring med truck")
    beslutter.kryss_av("Vilkårene er oppfylt", "Arbeidsevnevurderingen er godkjent og fersk", i="#bestem")
    beslutter.trykk("Fatt vedtaket")
    beslutter.ser("Vedtaket er fattet, og brevet er sendt.")


def leser_brevet(deltaker: Bruker) -> None:
    deltaker.ga_til("/min-side/brev/")
    deltaker.ser("Ikke lest")
    deltaker.side.locator("main a", has_text=re.compile("kvalifiseringsprogram|program", re.I)).first.click()
    deltaker.ser("Du har ti års erfaring med truck", "klage")
    assert deltaker.last_ned("Last ned brevet (PDF)").startswith(b"%PDF")


# 5. Program


def foreslar_programmet(veileder: Bruker, sak: Sak) -> None:
    veileder.ga_til(f"/kontor/sak/{sak.pk}/program/")
    veileder.trykk("Begynn på programmet")
    for navn, slag, tider in (
        ("Praksis på lager", "Arbeidsrettet", "8.30–12"),
        ("Norskkurs", "Opplæring", "12.30–14.30"),
        ("Jobbsøking med jobbspesialist", "Jobbsøking", "14.30–16.30"),
    ):
        veileder.trykk("Legg til aktivitet")
        veileder.fyll_ut(
            {
                "Aktivitet": navn,
                "Hva slags": slag,
                "Hvorfor": "For å komme i jobb.",
                "Hvem arrangerer": "Fjordvik Lager",
                "Hvor": "Havnegata 1",
                "Lik tid mandag til fredag": tider,
            }
        )
        veileder.trykk("Lagre aktiviteten")
        veileder.ser("Aktiviteten er lagret i ukeplanen.")
    veileder.ser("37,5 av 37,5 timer", "Full uke")
    veileder.fyll_ut({"Deltakerens mål": "Jeg vil ha fast jobb på lager."})
    veileder.trykk("Lagre mål og periode")
    veileder.trykk("Lagre datoene")
    veileder.ser("Evalueringsdatoene er lagret.")
    veileder.trykk("Send til deltakeren")
    veileder.ser("Programmet er sendt til deltakeren.")


def sier_ja_til_programmet(deltaker: Bruker) -> None:
    deltaker.ga_til("/min-side/program/")
    deltaker.ser("Praksis på lager", "37,5 timer i uken")
    deltaker.trykk("Ja, jeg er enig")
    deltaker.ser("Planen din")


# 6. and 7. Oppmøte and stønad


def forer_timer_i_april(deltaker: Bruker) -> None:
    deltaker.ga_til("/min-side/timelister/2026-04/")
    assert not deltaker.utenfor_bredden()
    deltaker.trykk("Jeg var borte flere dager")
    deltaker.fyll_ut({"Første dag borte": "15.4.26", "Siste dag borte": "16.4.26"})
    deltaker.kryss_av("Jeg var syk")
    deltaker.legg_ved("Papir som viser hvorfor", "lege.pdf", PDF)
    deltaker.trykk("Før fraværet")
    deltaker.ser("Fraværet er ført på listen.", "Legeerklæring er lagt ved.")
    deltaker.fold_ut("Fredag 17. april")
    deltaker.felt("Timer i programmet fredag 17. april").fill("4")
    deltaker.felt("Var du borte? fredag 17. april").select_option(label="Annet, uten avtale")
    assert not deltaker.utenfor_bredden()
    deltaker.trykk("Send timelisten")
    deltaker.ser("Timelisten er sendt. Takk!")


def godkjenner_timelisten(veileder: Bruker, sak: Sak) -> None:
    veileder.ga_til("/kontor/timelister/2026-04/")
    veileder.trykk("Samira Testdal")
    veileder.ser("Jeg var syk", "Annet, uten avtale", "Ingen har prøvd å ta kontakt ennå.")
    veileder.trykk("Jeg ringte, ikke svar")
    veileder.trykk("Godkjenn")
    veileder.ser("Godkjent")


def ser_det_samme_belopet(veileder: Bruker, deltaker: Bruker, sak: Sak) -> str:
    veileder.ga_til(f"/kontor/sak/{sak.pk}/stonad/?maned=2026-04")
    rader = veileder.side.locator(".utregning").inner_text()
    deltaker.ga_til("/min-side/penger/2026-04/")
    assert deltaker.side.locator(".utregning").inner_text() == rader
    veileder.fold_ut("Slik regnet vi")
    veileder.ser("§ 35", i=".utregning-rader")
    return veileder.side.locator(".utregning .sum td").inner_text()


# 8. Utbetaling


def betaler_april(forste: Bruker, andre: Bruker, belop: str) -> None:
    forste.ga_til("/kontor/utbetaling/")
    forste.trykk("Beregn måneden")
    forste.ser("saker er beregnet")
    kjor_jobbene()
    forste.ser("Samira Testdal", belop, "Nå må en annen i økonomi se over den")
    expect(forste.side.get_by_role("button", name="Frigi utbetalingen")).to_have_count(0)

    andre.ga_til(forste.side.url)
    andre.trykk("Frigi utbetalingen")
    andre.trykk("Lag filene til banken og lønn")
    andre.ser("Filene er laget.")
    filer = {navn: andre.last_ned(navn) for navn in andre.side.locator("main a", has_text=".").all_inner_texts()}
    xml = next(innhold for navn, innhold in filer.items() if navn.endswith(".xml"))
    xmlschema.XMLSchema(XSD).validate(xml.decode())
    assert any(navn.endswith(".csv") for navn in filer)


def kjor_jobbene() -> None:
    """What the worker process does, in a thread of its own: it runs an event loop, and so does the browser here."""

    def arbeid_og_lukk() -> None:
        try:
            arbeid(vent=False)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as trad:
        trad.submit(arbeid_og_lukk).result()


def ser_pengene(deltaker: Bruker, belop: str) -> None:
    deltaker.ga_til("/min-side/penger/")
    deltaker.ser(belop)


# 9. KOSTRA, and the timeline of it all


def ser_kostra_uten_feil(leder: Bruker) -> None:
    leder.ga_til("/kontor/kostra/?aar=2026")
    assert leder.tall("Deltakere i filen") == "1"
    assert leder.tall("Må rettes") == "0"
    assert len(leder.last_ned("Last ned filen")) > 100


def leser_saken_som_en_fortelling(veileder: Bruker, sak: Sak, belop: str) -> None:
    veileder.ga_til(f"/kontor/sak/{sak.pk}/")
    veileder.ser("I program", "til 6. april 2027")
    fortelling = iter(reversed(veileder.tidslinje()))
    for setning in (
        "Vera Veileder registrerte søknaden, som kom 27. februar 2026 (på papir).",
        "Vera Veileder ba om «Lønnsslipp», med frist 17. mars 2026. Søknaden beholder plassen i køen.",
        "Samira Testdal svarte på «Lønnsslipp».",
        "Samira Testdal fortalte hvordan han eller hun selv ser det.",
        "Vera Veileder fullførte arbeidsevnevurderingen: Spesielt tilpasset innsats.",
        "Bjarne Beslutter sendte vedtaket tilbake: Ikke konkret om denne personen.",
        "Vera Veileder sendte vedtaket til beslutter: innvilgelse av program.",
        "Bjarne Beslutter fattet vedtak: innvilgelse av program, fra 7. april 2026 til 6. april 2027.",
        "Deltakeren fikk vite om vedtaket 20. mars 2026.",
        "Samira Testdal sa ja til versjon 1 av programmet. Den gjelder fra 7. april 2026.",
        "Samira Testdal la ved legeerklæring for 15. april 2026 til 16. april 2026.",
        "Samira Testdal sendte timelisten for april 2026.",
        "Vera Veileder godkjente timelisten for april 2026.",
        f"{belop} for april 2026 ble frigitt av Olav Økonomi og kommer 12. mai 2026.",
    ):
        assert setning in fortelling, f"«{setning}» står ikke der den skal"


def test_deltakeren_soker_selv(inn: Inn) -> None:
    """The same first step from the participant's own page, also when it is put away half written."""
    huset = folk.bemann()
    dagen.still(date(2026, 3, 2))
    folk.gi_innlogging(grunnlag.lag_person(fornavn="Amina", etternavn="Testvik"), huset.kontor)
    deltaker = inn("Amina Testvik", viewport=MOBIL)

    deltaker.ga_til("/min-side/soknad/")
    deltaker.trykk("Skriv søknaden")
    deltaker.fyll_ut({"Hva vil du ha hjelp til?": "Jeg vil bli barnehageassistent."})
    deltaker.trykk("Ta vare på det, jeg fortsetter siden")
    deltaker.ser("Det er ikke sendt ennå.")
    deltaker.trykk("Skriv søknaden")
    expect(deltaker.felt("Hva vil du ha hjelp til?")).to_have_value("Jeg vil bli barnehageassistent.")
    deltaker.fyll_ut({"Hvordan er situasjonen din nå?": "Barna er begynt på skolen."})
    deltaker.legg_ved("Vil du sende med noen papirer?", "cv.pdf", PDF)
    deltaker.trykk("Send søknaden")
    deltaker.ser("Vi har fått søknaden din", "2. mars 2026")

    veileder = inn(folk.VEILEDER)
    veileder.ga_til("/kontor/")
    veileder.side.get_by_role("link", name="Amina Testvik").first.click()
    veileder.trykk("Søknaden")
    veileder.ser("Kom 2. mars 2026", "Jeg vil bli barnehageassistent.", "cv.pdf", "2. april 2026")
