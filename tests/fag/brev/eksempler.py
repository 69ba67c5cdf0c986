"""Letters to test with: every template with as little as it takes, and with as much as life can bring."""

from collections.abc import Callable
from datetime import date, datetime

from fotfeste.fag.brev.innhold import Avsender, Brev, Kontakt, Mottaker, Regel, Sammendrag
from fotfeste.fag.brev.maler import (
    Avlysning,
    Avslag,
    Begrunnelse,
    Etterlysning,
    ForelopigSvar,
    Forhandsvarsel,
    Gjoremal,
    Innkalling,
    Innvilgelse,
    Klagerett,
    Kvittering,
    Linjeendring,
    Moteavtale,
    Opplysning,
    Paminnelse,
    Ramme,
    Refusjonsbrev,
    Regnerad,
    Reguleringsbrev,
    Reguleringsmaned,
    Satsbit,
    Tilbakebetaling,
    Trekkavgjorelse,
    Trekkvarsel,
    Ukeblokk,
    Utbetalingsmelding,
    avlysning,
    avslag,
    etterlysning,
    forelopig_svar,
    forhandsvarsel,
    innkalling,
    innvilgelse,
    kvittering,
    moteavtale,
    paminnelse,
    refusjonskrav_til_nav,
    refusjonsmelding,
    reguleringsbrev,
    tilbakebetaling,
    trekkavgjorelse,
    trekkvarsel,
    utbetalingsmelding,
)
from fotfeste.grunnmur import klokke
from fotfeste.regelverk.regulering import finn_endring

LANGT_NAVN = "Maria-Alexandra Konstantinopoulou Abdulrahmansdatter Nordvik"
NAVN = ("Kari Fjell", LANGT_NAVN, "محمد عبد الرحمن الحسيني", "Олександра Шевченко-Ґалаґан", "ሰላም ተስፋይ")
AVHENGIG = "Du trenger tett hjelp for å komme i arbeid, og du har ikke rett til andre ytelser å leve av. "
LANG_GRUNN = "\n\n".join([AVHENGIG * 10] * 5)  # 900 words in five paragraphs

REGLER = (
    Regel(
        "Du kan få plass når du er mellom 18 og 67 år og det er mye vanskeligere for deg enn for andre å få jobb.",
        "Sosialtjenesteloven § 29 første ledd.",
    ),
    Regel(
        "Vi må først ha vurdert hva du kan arbeide med, og hva du trenger hjelp til.",
        "Sosialtjenesteloven § 29 andre ledd og NAV-loven § 14 a.",
    ),
)
FAKTA = (
    "Du er 34 år og bor i Bergen.",
    "Du har ikke hatt arbeid siden august 2023.",
    "Vi ble ferdige med å vurdere arbeidsevnen din sammen med deg 12. januar 2026.",
    "Du får sosialhjelp og har ingen ytelser fra folketrygden.",
)
AVVEIING = (
    "Du ønsker å arbeide på et kjøkken og har erfaring derfra. Ryggen din gjør at du trenger et "
    "arbeid der du "
    "kan veksle mellom å stå og sitte.\n\nVi har lagt vekt på at du er motivert, og at du trenger "
    "norskkurs og "
    "praksis samtidig. Det får du best til når noen holder trådene sammen med deg."
)
KLAGERETT = Klagerett(frist_uker=3, klageinstans="Statsforvalteren i Vestland")
DU = (Gjoremal("Kom til det første møtet hos oss", date(2026, 2, 20)), Gjoremal("Lever skattekort"))
NAV = (
    Gjoremal("Kari lager en plan sammen med deg", date(2026, 2, 27)),
    Gjoremal("Vi bestiller tolk til møtene"),
)
UKE = tuple(
    Ukeblokk(dag, tid, aktivitet, sted)
    for dag, tid, aktivitet, sted in (
        ("Mandag", "09.00–15.00", "Praksis på kjøkken", "Kafé Fjordgløtt"),
        ("Tirsdag", "09.00–15.00", "Praksis på kjøkken", "Kafé Fjordgløtt"),
        ("Onsdag", "08.30–14.30", "Norskkurs", "Fana bibliotek"),
        ("Torsdag", "09.00–15.00", "Praksis på kjøkken", "Kafé Fjordgløtt"),
        ("Fredag", "09.00–12.00", "Trening og samtale med veileder", "NAV Fana"),
    )
)
ARABISK = Sammendrag(
    "ar",
    "ملخص بلغتك",
    ("لقد حصلت على مكان في برنامج التأهيل. هذا الملخص للمساعدة فقط، والقرار هو النص النرويجي.",),
)


def ramme(navn: str = "Kari Fjell", *, full: bool = False) -> Ramme:
    """Return the frame of a letter to the person named, with or without all that may be there."""
    return Ramme(
        avsender=Avsender("Bergen kommune", "NAV Fana", ("Postboks 123", "5221 Nesttun"), "55 55 33 33"),
        mottaker=Mottaker(navn, ("c/o Fjell", "Osvegen 1 H0201", "5227 Nesttun") if full else ()),
        dato=date(2026, 2, 3),
        saksnummer="2026/0042",
        kontakt=Kontakt(
            "Ola Strand",
            "veilederen din",
            "55 55 12 34",
            "Han svarer mandag til fredag 9–15." if full else None,
        ),
        underskrift=("Ola Strand, veileder", "Anne Berg, beslutter"),
        sammendrag=ARABISK if full else None,
    )


def begrunnelse(*, full: bool = False) -> Begrunnelse:
    """Return reasons, short or of 900 words."""
    return Begrunnelse(
        regler=REGLER,
        fakta=FAKTA * 10 if full else FAKTA,
        avveiing=LANG_GRUNN if full else AVVEIING,
        deltakers_syn="Jeg vil jobbe på kjøkken.\n\nJeg vil lære bedre norsk først." if full else None,
    )


def lag_innvilgelse(navn: str = "Kari Fjell", *, full: bool = False) -> Brev:
    return innvilgelse(
        Innvilgelse(
            ramme=ramme(navn, full=full),
            begrunnelse=begrunnelse(full=full),
            klagerett=KLAGERETT,
            soknad_mottatt=date(2025, 12, 1),
            startdato=date(2026, 3, 2),
            sluttdato=date(2027, 3, 1),
            siste_startdato=date(2026, 6, 1),
            dagsats_ore=102176,
            redusert_for_unge=full,
            antall_barn=14 if full else 0,
            barnetillegg_ore=3800,
            forste_utbetaling=date(2026, 4, 10),
            dette_gjor_du=DU * 4 if full else DU,
            dette_gjor_nav=NAV * 4 if full else NAV,
            evalueringer=(date(2026, 6, 1), date(2026, 9, 1)) if full else (),
            uke=UKE * 8 if full else (),
            vedlegg=("Planen din", "Vurderingen av arbeidsevnen din") if full else (),
        )
    )


def lag_avslag(navn: str = "Kari Fjell", *, full: bool = False) -> Brev:
    return avslag(
        Avslag(
            ramme=ramme(navn, full=full),
            begrunnelse=begrunnelse(full=full),
            klagerett=KLAGERETT,
            soknad_mottatt=date(2025, 12, 1),
            hovedgrunn="Du har arbeid i halv stilling og kan få mer arbeid uten et program.",
            i_stedet="Jobbspesialisten vår kan hjelpe deg med å finne flere timer.",
            dette_gjor_du=DU,
            dette_gjor_nav=NAV,
        )
    )


def lag_kvittering(navn: str = "Kari Fjell", *, full: bool = False) -> Brev:
    return kvittering(
        Kvittering(
            ramme=ramme(navn, full=full),
            soknad_mottatt=date(2026, 1, 5),
            senest_start=date(2026, 7, 5),
            onsker="Jeg vil jobbe på kjøkken.",
            situasjon=LANG_GRUNN if full else "",
            dette_gjor_du=DU,
            dette_gjor_nav=NAV,
        )
    )


def lag_forelopig_svar(navn: str = "Kari Fjell", *, full: bool = False) -> Brev:
    return forelopig_svar(
        ForelopigSvar(
            ramme=ramme(navn, full=full),
            soknad_mottatt=date(2026, 1, 5),
            grunn="Vi er ikke ferdige med å vurdere arbeidsevnen din. Den samtalen tar vi sammen med deg.",
            ventet_svar=date(2026, 3, 2),
            dette_gjor_du=DU,
            dette_gjor_nav=NAV,
        )
    )


def lag_etterlysning(navn: str = "Kari Fjell", *, full: bool = False) -> Brev:
    mangler = (
        Opplysning("Kopi av oppholdskortet", "Vi må vite at du har lovlig opphold"),
        Opplysning("Kontonummeret ditt", "Vi skal kunne betale deg"),
    )
    return etterlysning(
        Etterlysning(
            ramme=ramme(navn, full=full),
            soknad_mottatt=date(2026, 1, 5),
            mangler=mangler * 20 if full else mangler[:1],
            svarfrist=date(2026, 2, 17),
        )
    )


def lag_forhandsvarsel(navn: str = "Kari Fjell", *, full: bool = False) -> Brev:
    return forhandsvarsel(
        Forhandsvarsel(
            ramme=ramme(navn, full=full),
            tittel="Vi vurderer å ta en pause i programmet ditt",
            hva_vi_vurderer="Vi vurderer en pause fra 1. mars 2026.",
            hva_det_betyr=LANG_GRUNN if full else "Du får ikke stønad i pausen. Pausen teller ikke med i tiden din.",
            fakta=FAKTA * 5 if full else FAKTA[:1],
            regler=(Regel("Vi kan ta en pause når grunnen ligger hos deltakeren.", "Sosialtjenesteloven § 34."),),
            uttalefrist=date(2026, 2, 17),
        )
    )


def lag_paminnelse(navn: str = "Kari Fjell", *, full: bool = False) -> Brev:
    return paminnelse(
        Paminnelse(
            ramme=ramme(navn, full=full),
            maned=date(2026, 1, 1),
            frist=date(2026, 2, 5),
            utbetaling=date(2026, 2, 12),
        )
    )


def lag_utbetaling(navn: str = "Kari Fjell", *, full: bool = False) -> Brev:
    rader: tuple[Regnerad, ...] = (
        Regnerad("Stønad", "17 dager, 1 021,76 kr per dag", 1_737_000),
        Regnerad("Barnetillegg", "2 barn, 17 dager, 38 kr per dag", 129_500),
        Regnerad("Fravær vi ikke har godtatt", "11 timer av 127,5", -149_900),
        Regnerad("Trekk for tidligere feil", "Etter vedtaket 3. desember 2025", -50_000),
    )
    if full:
        rader += tuple(Regnerad(f"Barnetillegg barn {nr}", "17 dager, 38 kr per dag", 64_600) for nr in range(40))
    return utbetalingsmelding(
        Utbetalingsmelding(
            ramme=ramme(navn, full=full),
            maned=date(2026, 1, 1),
            utbetales=date(2026, 2, 12),
            siste_sifre="78903",
            rader=rader,
            sum_ore=sum(rad.belop_ore for rad in rader),
            skattetrekk=not full,
        )
    )


def lag_regulering(navn: str = "Kari Fjell", *, full: bool = False) -> Brev:
    """Two months of 2020; full: many, one with a 25th birthday and every line there is."""
    vanlig = Reguleringsmaned(
        maned=date(2020, 5, 1),
        satser_for=(Satsbit(21, 768_14),),
        satser_na=(Satsbit(21, 779_62),),
        linjer=(Linjeendring("stonad", 16_131, 16_372),),
        fikk=16_131,
        skal_ha=16_372,
    )
    fylt = Reguleringsmaned(
        maned=date(2020, 6, 1),
        satser_for=(Satsbit(10, 512_09), Satsbit(12, 768_14)),
        satser_na=(Satsbit(10, 519_75), Satsbit(12, 779_62)),
        linjer=(
            Linjeendring("stonad", 14_339, 14_553),
            Linjeendring("barnetillegg", 594, 594),
            Linjeendring("reduksjon_arbeid", -795, -807),
            Linjeendring("reduksjon_fravaer", -512, -520),
            Linjeendring("samordning", -300, -300),
        ),
        fikk=13_326,
        skal_ha=13_520,
    )
    return reguleringsbrev(
        Reguleringsbrev(
            ramme=ramme(navn, full=full),
            endring=finn_endring("grunnbelop", date(2020, 5, 1)),
            senest_utbetalt=date(2020, 10, 12),
            maneder=(vanlig, fylt) * (10 if full else 1),
        )
    )


_MOTET = datetime(2026, 2, 12, 10, 30, tzinfo=klokke.OSLO)


def lag_innkalling(navn: str = "Kari Fjell", *, full: bool = False) -> Brev:
    return innkalling(
        Innkalling(
            ramme=ramme(navn, full=full),
            hva="Oppfølgingssamtale",
            start=_MOTET,
            minutter=45,
            sted="NAV Fjordvik sør, Storgata 1",
            hensikt="Vi snakker om hvordan det går i praksisen.",
            ta_med="CV-en din" if full else "",
            tolk="ukrainsk" if full else "",
            med=("Ola Testdal, arbeidsgiver",) if full else (),
            flyttet_fra=_MOTET.replace(day=10) if full else None,
        )
    )


def lag_avlysning(navn: str = "Kari Fjell", *, full: bool = False) -> Brev:
    grunn = LANG_GRUNN if full else "Veilederen din er syk."
    return avlysning(Avlysning(ramme=ramme(navn, full=full), hva="Programsamtale", start=_MOTET, grunn=grunn))


def lag_moteavtale(navn: str = "Kari Fjell", *, full: bool = False) -> Brev:
    du = (Gjoremal("Lever skattekortet", date(2026, 2, 16)),) if full else ()
    return moteavtale(
        Moteavtale(
            ramme=ramme(navn, full=full),
            hva="Oppfølgingssamtale",
            start=_MOTET,
            snakket_om=LANG_GRUNN if full else "Det går bra i praksisen.",
            du=du,
            nav=(Gjoremal("Ring Fjordvik Lager om flere timer", date(2026, 2, 13)),),
            andre=(Gjoremal("Lageret skriver en attest"),) if full else (),
            neste=_MOTET.replace(month=3) if full else None,
        )
    )


FOR_MYE = ((date(2025, 11, 1), 4000), (date(2025, 12, 1), 2000))
PLANEN = tuple((date(2026, maned, 1), 1000) for maned in range(2, 8))


def lag_trekkvarsel(navn: str = "Kari Fjell", *, full: bool = False) -> Brev:
    return trekkvarsel(
        Trekkvarsel(
            ramme=ramme(navn, full=full),
            maneder=FOR_MYE,
            arsaker=("barn du forsørger",),
            hvordan=LANG_GRUNN if full else "Vi gjorde en feil. Det er ikke din skyld.",
            plan=PLANEN,
            uttalefrist=date(2026, 2, 17),
        )
    )


def lag_trekkavgjorelse(navn: str = "Kari Fjell", *, full: bool = False) -> Brev:
    return trekkavgjorelse(
        Trekkavgjorelse(
            ramme=ramme(navn, full=full),
            begrunnelse=begrunnelse(full=full),
            klagerett=KLAGERETT,
            maneder=FOR_MYE,
            plan=PLANEN if full else PLANEN[:1],
        )
    )


def lag_tilbakebetaling(navn: str = "Kari Fjell", *, full: bool = False) -> Brev:
    return tilbakebetaling(
        Tilbakebetaling(
            ramme=ramme(navn, full=full),
            begrunnelse=begrunnelse(full=full),
            klagerett=KLAGERETT,
            belop=6000,
            maneder=FOR_MYE,
            forsett=full,
            opplysning="Du fortalte ikke at du fikk lønn i november.",
        )
    )


def _refusjon(navn: str, *, full: bool) -> Refusjonsbrev:
    return Refusjonsbrev(
        ramme=ramme(navn, full=full),
        navn=navn,
        fodselsnummer="14029000000",
        ytelse="Sykepenger",
        fra=date(2025, 11, 3),
        til=date(2025, 12, 12),
        etterbetalt=9000,
        maneder=FOR_MYE,
        krevd=6000,
    )


def lag_refusjonskrav(navn: str = "Kari Fjell", *, full: bool = False) -> Brev:
    return refusjonskrav_til_nav(_refusjon(navn, full=full), mottaker="NAV")


def lag_refusjonsmelding(navn: str = "Kari Fjell", *, full: bool = False) -> Brev:
    return refusjonsmelding(_refusjon(navn, full=full))


ALLE: dict[str, Callable[..., Brev]] = {
    "innvilgelse": lag_innvilgelse,
    "avslag": lag_avslag,
    "kvittering": lag_kvittering,
    "forelopig_svar": lag_forelopig_svar,
    "etterlysning": lag_etterlysning,
    "forhandsvarsel": lag_forhandsvarsel,
    "innkalling": lag_innkalling,
    "avlysning": lag_avlysning,
    "moteavtale": lag_moteavtale,
    "paminnelse": lag_paminnelse,
    "utbetaling": lag_utbetaling,
    "regulering": lag_regulering,
    "trekkvarsel": lag_trekkvarsel,
    "trekkavgjorelse": lag_trekkavgjorelse,
    "tilbakebetaling": lag_tilbakebetaling,
    "refusjonskrav": lag_refusjonskrav,
    "refusjonsmelding": lag_refusjonsmelding,
}
