"""The other ten of the twenty participants, and what the system must do for each (V11 to V20)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import expect

from fotfeste.fag.oppfolging import services as oppfolging
from fotfeste.fag.oppmote import services as oppmote
from fotfeste.fag.oppmote.enums import Fravaersarsak
from fotfeste.fag.oppmote.inn import Fravaerinn
from fotfeste.fag.plan import services as plan
from fotfeste.fag.program import services as program
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.enums import Rolle
from fotfeste.regelverk.vilkar import Vilkarskode
from tests import grunnlag
from tests.akseptanse import folk
from tests.akseptanse.fortellinger import (
    Inn,
    deltaker,
    legg_til_aktivitet,
    nesten_klar,
    skriv_mal,
    soker,
    sti,
    utkast,
    veilederen,
    vurder,
)
from tests.fag.program.fortellinger import avtalt_program, fyll_uken
from tests.fag.vedtak.fortelling import klar_innvilgelse

pytestmark = [pytest.mark.nettleser, pytest.mark.django_db(transaction=True)]
MAI = date(2026, 5, 1)


def test_v11_fra_kurs_via_barnehagen_til_fagbrev(inn: Inn) -> None:
    """A young woman takes a course, has practice in a kindergarten and plans for a trade certificate: one chain."""
    huset = folk.bemann()
    sak = deltaker(huset, "Sara Testlien", fodt=date(2002, 3, 1), innlogging=True)
    utkast(huset, sak)
    veileder = inn(folk.VEILEDER)

    skriv_mal(veileder, sak, "Ta fagbrev som barne- og ungdomsarbeider", "Utdanning og kurs")
    for navn, slag, form, tider in (
        ("Barne- og ungdomsarbeid", "Opplæring", "Fagkurs eller skole", "8–10.30"),
        ("Praksis i Solsikken barnehage", "Arbeidsrettet", "Arbeidspraksis", "10.30–15"),
    ):
        veileder.ga_til(sti("program", sak.pk))
        veileder.trykk("Legg til aktivitet")
        veileder.fyll_ut({"Aktivitet": navn, "Hva slags": slag, "Form": form, "Lik tid": tider})
        veileder.kryss_av("Ta fagbrev som barne- og ungdomsarbeider")
        veileder.trykk("Lagre aktiviteten")
        veileder.ser("Aktiviteten er lagret i ukeplanen.")
    legg_til_aktivitet(veileder, sak, Aktivitet="Jobbsøking", Hva_slags="Jobbsøking", Lik_tid="15–15.30")
    veileder.fyll_ut({"Deltakerens mål": "Jeg vil jobbe med barn."})
    veileder.trykk("Lagre mål og periode")
    veileder.trykk("Lagre datoene")
    veileder.ser("Evalueringsdatoene er lagret.")
    veileder.ser_ikke("har ingen aktivitet som fører dit ennå")
    veileder.trykk("Send til deltakeren")
    veileder.ser("Programmet er sendt til deltakeren.")
    sara = inn("Sara Testlien")
    sara.ga_til("/min-side/program/")
    sara.ser("Praksis i Solsikken barnehage", "Fører mot: Ta fagbrev som barne- og ungdomsarbeider")


def test_v12_fra_jobb_til_avrusning(inn: Inn) -> None:
    """The aim was a job; it got worse, and now they wait for a place in detox, with a doctor involved."""
    huset = folk.bemann()
    sak = deltaker(huset, "Tor Testhei")
    avtalt_program(sak, veilederen(huset))
    program.delmal_opprett(veilederen(huset), sak=sak, tekst="Få jobb på lager")
    plan.plantilbud_registrer(veilederen(huset), sak=sak, kanal="samtale")
    plan.plansvar_registrer(veilederen(huset), sak=sak, svar="onsket")
    plan.plan_start(veilederen(huset), sak=sak)
    utkast(huset, sak)
    veileder = inn(folk.VEILEDER)

    veileder.ga_til(sti("program_mal", sak.pk))
    veileder.side.get_by_role("link", name="Endre målet Få jobb på lager").click()
    veileder.fyll_ut({"Det nye målet": "Komme inn til avrusning", "Hvorfor målet er endret": "Det ble verre i vår."})
    veileder.trykk("Lagre")
    veileder.ser("Målet er endret.", "Komme inn til avrusning", "Endret", "Det ble verre i vår.")
    legg_til_aktivitet(
        veileder, sak, Aktivitet="Avrusning", Hva_slags="Helse", Form="Behandling", Hvor_langt="Venter på plass",
        Siden="1.6.26", Lørdag="9–10",
    )  # fmt: skip
    veileder.ser("Venter på plass 1. juni 2026", "Versjon 2")

    veileder.ga_til(sti("individuell_plan", sak.pk))
    veileder.trykk("Legg til noen")
    veileder.fyll_ut({"Navn": "Kari Testlege", "Hvor de er fra": "fastlege"})
    veileder.trykk("Lagre")
    veileder.ser("Kari Testlege", "Kan ikke få vite noe")
    veileder.side.get_by_role("link", name="Skriv ned samtykke Kari Testlege").click()
    veileder.fyll_ut({"Dag": "3.6.26", "Hvordan": "i møte", "Hva de kan få vite": "hvor lenge han har ventet"})
    veileder.trykk("Lagre")
    veileder.ser("Kan få vite: hvor lenge han har ventet (samtykke 3. juni 2026)")


def test_v13_tre_maneder_praksis_og_sa_jobbsoknader(inn: Inn) -> None:
    """Three months in a mechanical workshop; the provider helps with applications, and they wait for an answer."""
    huset = folk.bemann()
    sak = deltaker(huset, "Idris Testmo")
    utkast(huset, sak)
    veileder = inn(folk.VEILEDER)

    legg_til_aktivitet(
        veileder, sak, Aktivitet="Praksis på mekanisk verksted", Hva_slags="Arbeidsrettet", Form="Arbeidspraksis",
        Hvem_arrangerer="Fjord Mek", Første_dag="8.6.26", Siste_dag="7.9.26", Lik_tid="8–15.30",
    )  # fmt: skip
    veileder.ser("fra 8. juni 2026 til 7. september 2026", "Uken skifter i løpet av planen")
    veileder.side.get_by_role("link", name="Hvordan det går Praksis på mekanisk verksted").click()
    veileder.fyll_ut(
        {
            "Hva": "Jobbsøknad eller svar på en",
            "Fra hvem": "Bil og Båt AS",
            "Hva ble sagt eller gjort": "Søkte som mekaniker med hjelp fra Fjord Mek. Venter på svar.",
        }
    )
    veileder.trykk("Lagre")
    veileder.ser("Jobbsøknad eller svar på en · Bil og Båt AS", "Venter på svar.")
    veileder.ga_til(sti("sak", sak.pk) + "?trad=alt")
    veileder.ser("Praksis på mekanisk verksted", i="#trad")


def test_v14_jobblinje_pa_dagsenteret(inn: Inn) -> None:
    """Job search one day, a walk the next, and less and less faith: half-way they look at it together and change it."""
    huset = folk.bemann()
    sak = deltaker(huset, "Mona Testdalen", innlogging=True)
    with klokke.still_til(date(2026, 2, 2)):
        avtalt_program(sak, replace(veilederen(huset), dag=klokke.i_dag()))
    plan.plantilbud_registrer(veilederen(huset), sak=sak, kanal="samtale")
    mona = inn("Mona Testdalen")
    mona.ga_til("/min-side/evaluering/")
    mona.side.locator("[name=egen_trivsel]").last.check()
    mona.fyll_ut({"Hva vil du endre?": "Jeg går bare tur. Jeg vil prøve en jobb."})
    mona.trykk("Send svarene")
    mona.ser("Du sendte svarene 3. juni 2026.")

    veileder = inn(folk.VEILEDER)
    veileder.ga_til(sti("evaluering_hold", sak.pk))
    veileder.ser("Jeg går bare tur. Jeg vil prøve en jobb.")
    veileder.fyll_ut({"Hva slags evaluering?": "Halvveis"})
    for rad in veileder.side.locator(".nytterad").all():
        rad.get_by_role("radio").last.check()
    veileder.kryss_av("Lenger unna", "Programmet skal endres")
    veileder.fyll_ut({"Hvorfor?": "Dagsenteret fører ikke mot jobb. Vi prøver praksis."})
    veileder.trykk("Avslutt evalueringen")
    veileder.ser("Evalueringen er avsluttet.", "Lag ny versjon")
    veileder.ga_til(sti("evalueringer", sak.pk))
    veileder.ser("3. juni 2026: Halvveis", "Programmet skal endres")
    veileder.ga_til(sti("sak", sak.pk))
    veileder.ser("Evalueringen sa at programmet skal endres")
    mona.ga_til("/min-side/evaluering/")
    mona.ser("Programmet skal endres.", "Dagsenteret fører ikke mot jobb.")


def test_v15_hun_som_ikke_ble_funnet(inn: Inn) -> None:
    """Suicidal and not to be found: one who answers for it, the leader told, and absence that is not mere absence."""
    huset = folk.bemann()
    sak = deltaker(huset, "Ida Testskog", innlogging=True)
    avtalt_program(sak, veilederen(huset))
    liste = oppmote.timeliste_apne(veilederen(huset), sak=sak, maned=MAI)
    borte = Fravaerinn(date(2026, 5, 26), date(2026, 5, 29), Fravaersarsak.ULEGITIMERT)
    oppmote.fravaer_registrer(veilederen(huset), timeliste=liste, fravaer=borte)
    liste.refresh_from_db()
    oppmote.timeliste_lever(veilederen(huset), timeliste=liste)
    oppfolging.kontakt_logg(veilederen(huset), sak=sak, kanal="telefon", resultat="ikke_svar")
    veileder, leder = inn(folk.VEILEDER), inn(folk.LEDER)

    veileder.ga_til(sti("bekymring", sak.pk))
    veileder.fyll_ut({"Hva har du sett eller hørt?": "Sa at hun ikke orker mer.", "Hvem sa fra?": "Ny Vei"})
    veileder.trykk("Meld, og ta ansvaret")
    veileder.ser("Siden 3. juni 2026. Vera Veileder har ansvaret.", "Meldt av Ny Vei")
    veileder.fyll_ut({"Hva har du gjort nå?": "Dro hjem til henne. Ingen åpnet."})
    veileder.trykk("Skriv det ned")
    veileder.ser("Vera Veileder: Dro hjem til henne. Ingen åpnet.")
    veileder.trykk("Si fra til leder")
    veileder.ser("Lederen fikk vite det 3. juni 2026.")
    leder.ga_til(sti("sak", sak.pk))
    leder.ser("Noen er bekymret for deltakeren", "Lederen vet om det")

    veileder.ga_til(sti("timeliste", sak.pk, 2026, 5))
    veileder.trykk("Godkjenn")
    veileder.ser("Noen er bekymret for deltakeren. Ikke trekk for fravær så lenge bekymringen følges opp", "Levert")
    veileder.ga_til(sti("bekymring", sak.pk))
    veileder.fyll_ut({"Hvordan gikk det?": "Funnet. Hun er på sykehuset, og har det bedre."})
    veileder.trykk("Avslutt bekymringen")
    veileder.ser("Funnet. Hun er på sykehuset")
    ida = inn("Ida Testskog")
    ida.ga_til("/min-side/innsyn/")
    ida.ser_ikke("bekym", "orker ikke mer")


def test_v16_under_25_og_bor_alene(inn: Inn) -> None:
    """Two thirds do not cover the rent: the reckoning is shown and explained, help beside it checked, 25 is a date."""
    huset = folk.bemann()
    sak = deltaker(huset, "Ola Testvang", fodt=date(2003, 9, 15), innlogging=True)
    avtalt_program(sak, veilederen(huset))
    grunnlag.lag_timeliste(sak, MAI, godkjent_av=veilederen(huset))
    veileder, ola = inn(folk.VEILEDER), inn("Ola Testvang")

    veileder.ga_til(sti("stonad", sak.pk) + "?maned=2026-05")
    veileder.fold_ut("Slik regnet vi")
    veileder.ser("2,041 × grunnbeløpet", "Før du fyller 25 år, får du 2/3 av den", "§ 35", i=".utregning-rader")
    veileder.ser("to tredeler av satsen fram til 15. september 2028", "supplerende økonomisk stønad")
    veileder.ga_til(sti("sak", sak.pk))
    veileder.ser("Fyller 25: full sats fra denne dagen")
    ola.ga_til("/min-side/penger/2026-05/")
    ola.ser("Du får to tredeler av full stønad fordi du er under 25 år. Fra 15. september 2028 får du full stønad.")
    ola.ser("kan du søke om økonomisk sosialhjelp i tillegg")

    voksen = deltaker(huset, "Pia Testvang")
    grunnlag.lag_timeliste(voksen, MAI, godkjent_av=veilederen(huset))
    veileder.ga_til(sti("stonad", voksen.pk) + "?maned=2026-05")
    veileder.ser("Til utbetaling")
    veileder.ser_ikke("to tredeler", "supplerende økonomisk stønad")


def test_v17_hun_som_klarer_seg_selv(inn: Inn) -> None:
    """Speaks Norwegian well and could find a job: «is there no need of help, there is no programme», with reasons."""
    huset = folk.bemann()
    sak = soker(huset, "Eva Testberg")
    nesten_klar(huset, sak, uten=Vilkarskode.HENSIKTSMESSIG_OG_NODVENDIG)
    veileder = inn(folk.VEILEDER)

    veileder.ga_til(sti("vedtak", sak.pk))
    veileder.trykk("Send til beslutter")
    veileder.ser("Vilkåret «Hensiktsmessig og nødvendig» er ikke vurdert. Vurder det før du innvilger.")
    veileder.ga_til(sti("vedtak", sak.pk))
    veileder.fold_ut("Hensiktsmessig og nødvendig")
    veileder.fold_ut("Slik vurderer du")
    hvorfor = "Hun kan finne jobb selv innen tre måneder, med vanlig hjelp til å søke."
    vurder(veileder, "hensiktsmessig_og_nodvendig", "Ikke oppfylt", hvorfor)
    veileder.ser("Vilkåret «Hensiktsmessig og nødvendig» er ikke oppfylt.", i="#mangler")
    veileder.trykk("Send til beslutter")
    veileder.ser("Vilkåret «Hensiktsmessig og nødvendig» er ikke oppfylt.")
    veileder.ser_ikke("Vedtaket er sendt til beslutter.")


def test_v18_a_gjore_ferdig_en_utdanning(inn: Inn) -> None:
    """Education begun under another scheme: the exception is argued by one, and decided by another who has read it."""
    huset = folk.bemann()
    sak = soker(huset, "Ingrid Testås")
    klar_innvilgelse(veilederen(huset), sak)
    veileder, beslutter = inn(folk.VEILEDER), inn(folk.BESLUTTER)

    veileder.ga_til(sti("vedtak", sak.pk))
    veileder.ser("Er søkeren under utdanning?", "hva taler for, hva taler mot")
    veileder.side.locator("#punkter").get_by_label("Ja", exact=True).check()
    veileder.trykk("Lagre svarene")
    veileder.ser("Skriv noen ord under «Skal søkeren gjøre ferdig en utdanning i programmet?»", i="#mangler")
    argumenter = "For: tre måneder igjen, og jobb venter. Mot: programmet er ikke en studiestøtte."
    veileder.fyll_ut({"Hvorfor": argumenter}, i="#punkter")
    veileder.trykk("Lagre svarene")
    veileder.ser("Alt som kreves, er på plass.", i="#mangler")
    veileder.trykk("Send til beslutter")
    veileder.ser("Vedtaket er sendt til beslutter.")
    expect(veileder.side.get_by_role("button", name="Fatt vedtaket")).to_have_count(0)
    beslutter.ga_til(sti("vedtak", sak.pk))
    beslutter.ser("Skal søkeren gjøre ferdig en utdanning i programmet?", argumenter)
    beslutter.kryss_av("Vilkårene er oppfylt", "Arbeidsevnevurderingen er godkjent og fersk", i="#bestem")
    beslutter.trykk("Fatt vedtaket")
    beslutter.ser("Vedtaket er fattet, og brevet er sendt.", argumenter)


def test_v19_to_svaert_ulike_planer(inn: Inn) -> None:
    """A mother at home with an addiction behind her, and an engineer whose degree is not recognised: two programmes."""
    huset = folk.bemann()
    mor, ingenior = deltaker(huset, "Rita Testeid"), deltaker(huset, "Samir Testrud")
    for sak in (mor, ingenior):
        utkast(huset, sak)
    veileder = inn(folk.VEILEDER)

    legg_til_aktivitet(veileder, mor, Aktivitet="Opplæring på kontor", Hva_slags="Arbeidsrettet", Lik_tid="9–12")
    legg_til_aktivitet(veileder, mor, Aktivitet="Ruspoliklinikken", Hva_slags="Helse", Mandag="13–14")
    skriv_mal(veileder, ingenior, "Få utdanningen godkjent", "Utdanning og kurs")
    veileder.ga_til(sti("moter", ingenior.pk))
    veileder.fold_ut("Legg til en avtale")
    veileder.fyll_ut({"Hvem": "NAV", "Gjør hva": "Søke om godkjenning av graden", "Innen": "10.6.26"})
    veileder.trykk("Legg til")
    veileder.ser("Avtalen er skrevet ned.", "Søke om godkjenning av graden", "10. juni")
    legg_til_aktivitet(
        veileder, ingenior, Aktivitet="Praksis som ingeniør", Hva_slags="Arbeidsrettet", Lik_tid="8–15.30"
    )
    veileder.ser("Få utdanningen godkjent", "37,5 av 37,5 timer")
    veileder.ser_ikke("Ruspoliklinikken", "Opplæring på kontor")
    veileder.ga_til(sti("program", mor.pk))
    veileder.ser("Opplæring på kontor", "Ruspoliklinikken", "Mangler 21,5 timer")
    veileder.ser_ikke("Få utdanningen godkjent")


def test_v20_en_sak_to_veiledere_en_fast_kontakt(inn: Inn) -> None:
    """A jobseeker with a social worker and a job adviser: one case, two roles, and one to call first."""
    huset = folk.bemann()
    grunnlag.lag_aktor(Rolle.JOBBSPESIALIST, huset.kontor, navn="Jens Jobbspesialist")
    sak = deltaker(huset, "Atle Teststrand", innlogging=True)
    fyll_uken(veilederen(huset), utkast(huset, sak))
    leder, veileder, jens = inn(folk.LEDER), inn(folk.VEILEDER), inn("Jens Jobbspesialist")

    leder.ga_til(sti("fast_kontakt", sak.pk))
    leder.fyll_ut({"Fast kontakt": "Vera Veileder"})
    leder.trykk("Velg")
    leder.ser("Fast kontakt er valgt.")
    veileder.ga_til(sti("program", sak.pk))
    veileder.side.get_by_role("link", name="Endre Jobbsøking").click()
    veileder.fyll_ut({"Hvem følger opp": "Jobbspesialist", "Ansvarlig hos oss": "Jens Jobbspesialist"})
    veileder.trykk("Lagre aktiviteten")
    veileder.ser("Følges opp av jobbspesialist, Jens Jobbspesialist")

    jens.ga_til(sti("kontakt_logg", sak.pk))
    jens.fyll_ut({"Hva snakket dere om?": "Vi ringte to arbeidsgivere."})
    jens.trykk("Lagre samtalen")
    jens.ser("Samtalen er notert.")
    for bruker in (veileder, jens):
        bruker.ga_til(sti("sak", sak.pk))
        bruker.ser("Fast kontakt: Vera Veileder", i=".sakshode")
        bruker.ser("Vi ringte to arbeidsgivere.", "Jens Jobbspesialist")
    assert Sak.objects.filter(person=sak.person).count() == 1
    atle = inn("Atle Teststrand")
    atle.ga_til("/min-side/")
    atle.ser("Vera Veileder")
