"""Ten of the twenty participants the first evaluation told of, and what the system must do for each (V1 to V10)."""

from __future__ import annotations

import re
from datetime import date, time

import pytest
from playwright.sync_api import expect

from fotfeste.fag.kartlegging import services as kartlegging
from fotfeste.fag.oppmote import services as oppmote
from fotfeste.fag.oppmote.enums import Fravaersarsak
from fotfeste.fag.oppmote.inn import Fravaerinn
from fotfeste.fag.person.services import barn_registrer
from fotfeste.fag.program import services as program
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.soknad.services import bakgrunn_besvar
from fotfeste.fag.vedtak import services as vedtakene
from fotfeste.fag.vedtak.enums import Vedtakstype
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.tilgang import SYSTEM
from fotfeste.regelverk.vilkar import Vilkarskode
from tests import grunnlag
from tests.akseptanse import folk
from tests.akseptanse.fortellinger import (
    Inn,
    begrunn,
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
from tests.fag.program.fortellinger import avtalt_program, fyll_uken, gi_vedtak, hver_dag
from tests.fag.vedtak.fortelling import fullfor_aev, klar_innvilgelse, lag_soknad, skriv_aev

pytestmark = [pytest.mark.nettleser, pytest.mark.django_db(transaction=True)]


def test_v01_berit_har_en_uke_av_ulike_dager(inn: Inn) -> None:
    """A course one whole day, work training, a social Friday and time of one's own; the provider follows up."""
    huset = folk.bemann()
    sak = deltaker(huset, "Berit Testfjell")
    utkast(huset, sak)
    veileder = inn(folk.VEILEDER)

    legg_til_aktivitet(
        veileder, sak, Aktivitet="Livsstyrketrening", Hva_slags="Støtte", Mandag="9–12, 12.30–17",
    )  # fmt: skip
    veileder.ser("7,5 av 37,5 timer", "Mangler 30 timer")
    legg_til_aktivitet(
        veileder, sak, Aktivitet="Arbeidstrening", Hva_slags="Arbeidsrettet", Hvem_arrangerer="Nordlys Vekst",
        Kontaktperson="Turid", Hvem_følger_opp="Arrangøren", Tirsdag="8–15.30", Onsdag="8–15.30", Torsdag="8–15.30",
    )  # fmt: skip
    legg_til_aktivitet(veileder, sak, Aktivitet="Sosialt program", Hva_slags="Støtte", Fredag="9–14")
    legg_til_aktivitet(veileder, sak, Aktivitet="Egentid", Hva_slags="Egen aktivitet", Fredag="14–16.30")
    veileder.ser("37,5 av 37,5 timer", "Full uke", "60 % rettet mot arbeid", "Følges opp av arrangøren")

    veileder.side.get_by_role("link", name="Hvordan det går Arbeidstrening").click()
    expect(veileder.felt("Fra hvem")).to_have_value("Turid")
    veileder.fyll_ut({"Hva ble sagt eller gjort": "Hun kom presis hele uken."})
    veileder.trykk("Lagre")
    veileder.ser("Tilbakemelding fra arrangøren · Turid", "Hun kom presis hele uken.")


def test_v02_deltakeren_som_sluttet_a_ringe(inn: Inn) -> None:
    """Contact was lost, the programme is not a full one; nothing is deducted before somebody has tried to reach him."""
    huset = folk.bemann()
    sak = deltaker(huset, "Omar Testvoll")
    avtalt_program(sak, veilederen(huset))
    mai = oppmote.timeliste_apne(veilederen(huset), sak=sak, maned=date(2026, 5, 1))
    borte = Fravaerinn(date(2026, 5, 12), date(2026, 5, 13), Fravaersarsak.ULEGITIMERT)
    oppmote.fravaer_registrer(veilederen(huset), timeliste=mai, fravaer=borte)
    mai.refresh_from_db()
    oppmote.timeliste_lever(veilederen(huset), timeliste=mai)
    versjon = utkast(huset, sak)
    for aktivitet in versjon.aktiviteter.exclude(navn="Norskkurs"):
        program.aktivitet_fjern(veilederen(huset), aktivitet=aktivitet)
    veileder = inn(folk.VEILEDER)

    veileder.ga_til(sti("sak", sak.pk))
    veileder.ser("Ingen har snakket sammen på 142 dager")
    veileder.ga_til(sti("program", sak.pk))
    veileder.ser("10 av 37,5 timer", "Mangler 27,5 timer")

    veileder.ga_til(sti("timeliste", sak.pk, 2026, 5))
    veileder.ser("uten stønad")
    veileder.trykk("Godkjenn")
    veileder.ser("ingen har prøvd å ta kontakt siden 12. mai 2026", "Levert")
    veileder.ga_til(sti("kontakt_logg", sak.pk))
    veileder.kryss_av("Svarte ikke")
    veileder.fyll_ut({"Hva snakket dere om?": "Ringte tre ganger."})
    veileder.trykk("Lagre samtalen")
    veileder.ser("Samtalen er notert.")
    veileder.ga_til(sti("timeliste", sak.pk, 2026, 5))
    veileder.trykk("Godkjenn")
    veileder.ser("Godkjent 3. juni 2026 av Vera Veileder")


def test_v03_per_som_lukter_alkohol(inn: Inn) -> None:
    """The caseworker suspects a drinking problem; what is internal stays out of the text that is sent to him."""
    huset = folk.bemann()
    sak = soker(huset, "Per Testbakk")
    folk.gi_innlogging(sak.person, huset.kontor)
    vurdering = skriv_aev(veilederen(huset), sak)
    veileder = inn(folk.VEILEDER)

    veileder.ga_til(sti("aev_internt", sak.pk))
    veileder.fyll_ut({"Notat": "Luktet alkohol i to samtaler."})
    veileder.kryss_av("Dette er en bekymring som holdes utenfor")
    veileder.trykk("Lagre")
    veileder.ser("Rett opp dette før du går videre")
    veileder.fyll_ut({"Hvorfor holdes den utenfor?": "Jeg er ikke sikker, og vil snakke med ham først."})
    veileder.trykk("Lagre")
    veileder.ser("Luktet alkohol", "Holdt utenfor teksten", "Jeg er ikke sikker", "Vera Veileder, 3. juni 2026")

    veileder.ga_til(sti("aev_forhandsvis", sak.pk))
    veileder.ser("Bare det som står her, går ut av kontoret.", "Svar på punkt_a", i="main")
    veileder.ser_ikke("alkohol", "Virker sliten")
    vurdering.refresh_from_db()
    kartlegging.aev_fullfor(veilederen(huset), vurdering=vurdering)
    per = inn("Per Testbakk")
    per.ga_til("/min-side/mitt-syn/vurderingen/")
    per.ser("Svar på punkt_a")
    per.ser_ikke("alkohol", "Virker sliten", "Jeg er ikke sikker")


def test_v04_nn_er_en_racer_pa_alt(inn: Inn) -> None:
    """Everybody had given him up; in the computer room they see what he can, and it changes assessment and goals."""
    huset = folk.bemann()
    sak = deltaker(huset, "Nils Testmyr")
    fullfor_aev(veilederen(huset), sak)
    veileder = inn(folk.VEILEDER)

    veileder.ga_til(sti("aev_observasjon", sak.pk))
    veileder.fyll_ut(
        {
            "Hvem har sett det?": "Datarommet hos Ny Vei",
            "Hva har de sett?": "Han er en racer på alt som har med data å gjøre.",
            "Tema": "Kvalifikasjoner og ferdigheter",
            "Hva er det?": "Ressurs",
        }
    )
    veileder.trykk("Lagre")
    veileder.ga_til(sti("sak", sak.pk))
    veileder.ser("Noe nytt fra Datarommet hos Ny Vei kan endre vurderingen")
    veileder.ga_til(sti("aev", sak.pk))
    veileder.trykk("Lag ny versjon")
    veileder.side.locator("#punkt-a").get_by_role("button", name="Ta inn i teksten").click()
    expect(veileder.felt("a) ")).to_have_value(re.compile("en racer på alt"))
    veileder.ser("Versjon 2")
    skriv_mal(veileder, sak, "Ta fagbrev i IT-drift", "Utdanning og kurs")
    veileder.ser("Ingen aktivitet fører dit ennå.")


def test_v05_hun_som_mistet_tiltaket(inn: Inn) -> None:
    """She lost her place in a state measure and is let in to qualify for it again: no other benefit, and why."""
    huset = folk.bemann()
    sak = soker(huset, "Anne Testlund")
    lag_soknad(sak)
    fullfor_aev(veilederen(huset), sak)
    veileder = inn(folk.VEILEDER)

    veileder.ga_til(sti("vedtak", sak.pk))
    veileder.trykk("Innvilgelse av program")
    veileder.ser("Ikke undersøkt")
    veileder.ga_til(sti("soknad_bakgrunn", sak.pk))
    veileder.kryss_av("Ja, som viktigste kilde til livsopphold")
    veileder.trykk("Lagre")
    veileder.ser("Bakgrunnen er lagret.")
    veileder.ga_til(sti("vedtak", sak.pk))
    veileder.ser("Ingen kjente")
    vurder(veileder, "ytelser", "Oppfylt", "Hun får ikke lenger tiltakspenger.")
    hvorfor = "Hun trenger tett hjelp for å klare et arbeidsmarkedstiltak igjen."
    vurder(veileder, "hensiktsmessig_og_nodvendig", "Oppfylt", hvorfor)
    veileder.ser_ikke("«Hensiktsmessig og nødvendig» er ikke vurdert")

    etter = deltaker(huset, "Anne Testlia")
    vedtakene.vedtak_start(veilederen(huset), sak=etter, type=Vedtakstype.AVSLUTNING)
    veileder.ga_til(sti("vedtak", etter.pk))
    veileder.kryss_av("Arbeidsmarkedstiltak i statlig regi")
    veileder.trykk("Lagre")
    veileder.ser("Lagret.")
    expect(veileder.felt("Arbeidsmarkedstiltak i statlig regi")).to_be_checked()


def test_v06_flyktningen_uten_rett_til_introduksjon(inn: Inn) -> None:
    """Refugees with many children: not shut out by the introduction rule, Norwegian for work, a supplement."""
    huset = folk.bemann()
    sak = soker(huset, "Hawa Testeng")
    for navn, ar in (("Ali", 2012), ("Mona", 2014), ("Sara", 2016), ("Yusuf", 2018), ("Lina", 2021)):
        barn_registrer(SYSTEM, sak.person, navn=navn, fodselsdato=date(ar, 5, 3))
    bakgrunn_besvar(veilederen(huset), sak, introduksjonsstonad=True)
    nesten_klar(huset, sak, uten=Vilkarskode.YTELSER)
    veileder = inn(folk.VEILEDER)

    veileder.ga_til(sti("vedtak", sak.pk))
    veileder.ser("Introduksjonsprogrammet", "Ja, før søknaden")
    veileder.fold_ut("Andre ytelser til livsopphold")
    veileder.ser("Vi kjenner ikke til ytelser til livsopphold", i="#vilkar-ytelser")
    vurder(veileder, "ytelser", "Oppfylt", "Introduksjonsstønad er ingen slik ytelse, og hun har ikke rett til den.")
    veileder.trykk("Send til beslutter")
    veileder.ser("Vedtaket er sendt til beslutter.", "Du forsørger fem barn")
    beslutter = inn(folk.BESLUTTER)
    beslutter.ga_til(sti("vedtak", sak.pk))
    beslutter.kryss_av("Vilkårene er oppfylt", "Arbeidsevnevurderingen er godkjent og fersk", i="#bestem")
    beslutter.trykk("Fatt vedtaket")
    beslutter.ser("Vedtaket er fattet, og brevet er sendt.")

    veileder.ga_til(sti("program", sak.pk))
    veileder.trykk("Begynn på programmet")
    legg_til_aktivitet(
        veileder, sak, Aktivitet="Norsk på arbeidsplassen", Hva_slags="Arbeidsrettet", Form="Norskkurs",
        Lik_tid="8–15.30",
    )  # fmt: skip
    veileder.ser("37,5 av 37,5 timer", "100 % rettet mot arbeid", "Norskkurs")


def test_v07_fem_ar_i_tiltak_etter_introduksjonen(inn: Inn) -> None:
    """From the introduction programme to KVP and to KVP again: the time is added up for both who write and decide."""
    huset = folk.bemann()
    for_ = grunnlag.lag_sak_i_program(huset.kontor, fra=date(2022, 1, 10), til=date(2023, 1, 9))
    gi_vedtak(for_, veilederen(huset), type_=Vedtakstype.FORLENGELSE, fra=date(2023, 1, 10), til=date(2024, 1, 9))
    with kommando(SYSTEM, "test"):
        for_.lagre_endring(status=Saksstatus.AVSLUTTET)
    sak = grunnlag.lag_sak(huset.kontor, for_.person)
    bakgrunn_besvar(veilederen(huset), sak, introduksjonsstonad=True)
    klar_innvilgelse(veilederen(huset), sak)
    samlet = "Har vært i introduksjonsprogrammet, og i kvalifiseringsprogrammet i 24 måneder før."
    veileder, beslutter = inn(folk.VEILEDER), inn(folk.BESLUTTER)

    veileder.ga_til(sti("vedtak", sak.pk))
    veileder.ser("10.01.2022 – 09.01.2023", "10.01.2023 – 09.01.2024", "Ja, før søknaden")
    veileder.ser(samlet, "Tiden alene er ingen grunn til avslag", i="#mangler")
    veileder.ser("Har vært i programmet før", "Hva er nytt med motivasjonen siden sist?")
    veileder.trykk("Send til beslutter")
    veileder.ser("Vedtaket er sendt til beslutter.")
    beslutter.ga_til(sti("vedtak", sak.pk))
    beslutter.ser(samlet, i="#bestem")


def test_v08_over_60_vil_pa_universitetet(inn: Inn) -> None:
    """Over 60 and wants to go to university by way of KVP: refused with a ground of the law, told of other ways."""
    huset = folk.bemann()
    sak = soker(huset, "Gerd Testhaug", fodt=date(1963, 4, 2))
    lag_soknad(sak)
    veileder = inn(folk.VEILEDER)

    veileder.ga_til(sti("vedtak", sak.pk))
    veileder.trykk("Avslag på program")
    vurder(veileder, "hensiktsmessig_og_nodvendig", "Ikke oppfylt", "Hun vil studere, og trenger ikke tett bistand.")
    begrunn(veileder, hensyn="Du vil ta en universitetsgrad. Programmet er for den som skal i arbeid.")
    veileder.felt("Hvorfor søknaden avslås").select_option("alder")
    veileder.trykk("Send til beslutter")
    veileder.ser("Alderen er ingen grunn til avslag.")
    veileder.felt("Hvorfor søknaden avslås").select_option("ikke_hensiktsmessig_eller_nodvendig")
    veileder.trykk("Send til beslutter")
    veileder.ser("Vedtaket er sendt til beslutter.")
    beslutter = inn(folk.BESLUTTER)
    beslutter.ga_til(sti("vedtak", sak.pk))
    beslutter.ser("Vi mener at programmet ikke er riktig hjelp for deg nå.", "andre veier til arbeid, utdanning")
    beslutter.kryss_av("Vilkårene er vurdert", "Grunnen til avslaget står i loven", i="#bestem")
    beslutter.trykk("Fatt vedtaket")
    beslutter.ser("Vedtaket er fattet, og brevet er sendt.")


def test_v09_sikkerhetskurs_for_fiskere_og_laeretid(inn: Inn) -> None:
    """Boys took a short safety course for fishermen; some are apprentices, whom the half position does not stop."""
    huset = folk.bemann()
    sak = deltaker(huset, "Jon Testvik")
    utkast(huset, sak)
    veileder = inn(folk.VEILEDER)

    legg_til_aktivitet(
        veileder, sak, Aktivitet="Sikkerhetskurs for fiskere", Hva_slags="Opplæring", Form="Kort kurs med bevis",
        Siste_dag="19.6.26", Lik_tid="8–15.30",
    )  # fmt: skip
    veileder.ser("Kort kurs med bevis", "til 19. juni 2026")
    for hos, laerling in (("Havbruk AS", True), ("Kaia Kafé", False)):
        veileder.ga_til(sti("program_jobb", sak.pk))
        veileder.fyll_ut({"Arbeidsgiver": hos, "Stilling i prosent": "80", "Første dag": "1.6.26"})
        if laerling:
            veileder.kryss_av("Det er en lærlingplass")
        veileder.trykk("Lagre")
        veileder.ser("Jobben er skrevet ned.", hos)
    veileder.ser("Lærling", "Jobben hos Kaia Kafé er på 80 prosent. Vilkåret er ikke lenger oppfylt")
    veileder.ser_ikke("Jobben hos Havbruk AS er på")


def test_v10_enda_et_motivasjonskurs(inn: Inn) -> None:
    """Highly educated, taught to write a CV again and again, and wants to program: the mismatch is seen."""
    huset = folk.bemann()
    sak = deltaker(huset, "Leila Testnes")
    v = veilederen(huset)
    forste = fyll_uken(v, utkast(huset, sak))
    kurs = program.aktivitet_lagre(
        v, program=forste, aktivitet=forste.aktiviteter.get(navn="Jobbsøking"), navn="Motivasjonskurs",
        gruppe="arbeidssoking", rundt=program.Rundt(type="jobbkurs"), blokker=hver_dag(time(14, 30), time(16, 30)),
    )  # fmt: skip
    forste.refresh_from_db()
    program.programversjon_foresla(v, program=forste)
    program.programversjon_avtal_i_mote(v, program=forste, dato=date(2026, 6, 3), hvordan="i møte")
    ny = utkast(huset, sak)
    for aktivitet in ny.aktiviteter.filter(navn__in=[kurs.navn, "Norskkurs"]):
        program.aktivitet_fjern(v, aktivitet=aktivitet)
    veileder = inn(folk.VEILEDER)

    legg_til_aktivitet(
        veileder, sak, Aktivitet="CV-kurs", Hva_slags="Jobbsøking", Form="Kurs i jobbsøking eller motivasjon",
        Lik_tid="9–14",
    )  # fmt: skip
    veileder.ser("Deltakeren har vært gjennom noe som ligner «CV-kurs» før: Motivasjonskurs")
    skriv_mal(veileder, sak, "Bli programmerer", "Utdanning og kurs")
    veileder.ga_til(sti("program", sak.pk))
    veileder.ser(
        "Målet «Bli programmerer» har ingen aktivitet som fører dit ennå.", "«CV-kurs» er ikke knyttet til noe mål"
    )
    veileder.trykk("Legg til aktivitet")
    veileder.fyll_ut({"Aktivitet": "Programmering", "Hva slags": "Opplæring", "Form": "Fagkurs eller skole"})
    veileder.fyll_ut({"Lik tid": "14–16"})
    veileder.kryss_av("Bli programmerer")
    veileder.trykk("Lagre aktiviteten")
    veileder.ser("Fører mot: Bli programmerer")
    veileder.ser_ikke("Målet «Bli programmerer» har ingen aktivitet")
