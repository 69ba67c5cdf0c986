"""The municipal choices: every place where the law is silent and Fotfeste must still do something.

Each has a key, a documented default and the reason. A municipality sets another value, dated, as KommunaltValg.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.organisasjon.models import KommunaltValg

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Valg:
    """One choice: its key, default, what it decides, and what the law says and does not say.

    A choice is yes or no, or a whole number from `minst` to `hoyst`.
    """

    nokkel: str
    standard: Any
    hva: StrOrPromise
    hvorfor: StrOrPromise
    minst: int = 1
    hoyst: int = 1

    @property
    def er_ja_nei(self) -> bool:
        return isinstance(self.standard, bool)

    def godtar(self, verdi: Any) -> bool:
        """Whether the value is one the choice can have."""
        if self.er_ja_nei:
            return isinstance(verdi, bool)
        return isinstance(verdi, int) and not isinstance(verdi, bool) and self.minst <= verdi <= self.hoyst


_PENGER = (
    Valg(
        "fravaer_reduserer_barnetillegg",
        standard=False,
        hva=_("Ugyldig fravær trekker også barnetillegget"),
        hvorfor=_("§ 36 nevner ikke barnetillegget, i motsetning til § 37. Standard er å la det stå."),
    ),
    Valg(
        "barn_reisedager_teller",
        standard=False,
        hva=_("Reisedagene teller når et barn er i utlandet"),
        hvorfor=_(
            "Forskriften § 3 teller dager i utlandet, men sier ikke om dagen barnet reiser og dagen det kommer hjem, "
            "er med. Standard er bare hele dager utenfor Norge."
        ),
    ),
    Valg(
        "utbetalingsdag",
        standard=12,
        hva=_("Dag i måneden stønaden betales"),
        hvorfor=_("§ 39: kommunen bestemmer hvordan og når stønaden betales. Standard er den 12. i måneden etter."),
        hoyst=28,
    ),
    Valg(
        "juletrekk_november",
        standard=False,
        hva=_("Halvt skattetrekk i november i stedet for i desember"),
        hvorfor=_(
            "Skattebetalingsforskriften § 5-7-2: det trekkes ikke skatt for andre halvdel av november eller første "
            "halvdel av desember. Kommunen velger. Standard er desember."
        ),
    ),
    Valg(
        "timelistefrist",
        standard=5,
        hva=_("Dag i måneden etter da timelisten skal være levert"),
        hvorfor=_("§ 39 sier etterskuddsvis på grunnlag av registrert frammøte, ikke når listen skal leveres."),
        hoyst=28,
    ),
    Valg(
        "forskudd_hoyst_prosent",
        standard=80,
        hva=_("Hvor mange prosent av det dagene til nå gir, som kan betales på forhånd"),
        hvorfor=_(
            "§ 39: kommunen bestemmer hvordan og når stønaden betales. Loven sier ikke noe om forskudd. "
            "Det som holdes igjen, er et vern mot å betale for mye."
        ),
        minst=0,
        hoyst=100,
    ),
    Valg(
        "etterregnes_maneder",
        standard=12,
        hva=_("Måneder tilbake som regnes på nytt hver natt"),
        hvorfor=_("§ 40 sier hva som kan trekkes når noe ble feil, men ikke hvor langt tilbake dere skal lete."),
        hoyst=36,
    ),
    Valg(
        "trekk_hoyst_prosent",
        standard=20,
        hva=_("Hvor mange prosent av månedens stønad vi råder til å trekke på det meste når noen har fått for mye"),
        hvorfor=_(
            "§ 40 sier at det som er for mye, kan trekkes, men setter ikke noe tak. Standard er 20 prosent. Det er et "
            "råd: planen bestemmes i hver sak, ut fra hva deltakeren har å leve av."
        ),
        minst=5,
        hoyst=100,
    ),
    Valg(
        "krav_bagatell_kroner",
        standard=0,
        hva=_("Beløp i kroner som vi foreslår å ikke kreve tilbake"),
        hvorfor=_(
            "§ 40 sier at det som er for mye, kan trekkes. Loven sier ikke når det er for lite til å bry seg med. "
            "Standard er 0 kr: ingenting foreslås, og hvert krav vurderes."
        ),
        minst=0,
        hoyst=5000,
    ),
    Valg(
        "regulering_kontroll_kroner",
        standard=3000,
        hva=_("Kroner for en måned som noen må se på før de etterbetales når grunnbeløpet øker"),
        hvorfor=_("§ 35 gir rett til den nye satsen. Loven sier ikke hva kommunen skal kontrollere før den betaler."),
        minst=100,
        hoyst=100_000,
    ),
    Valg(
        "regulering_med_brev",
        standard=True,
        hva=_("Deltakeren får brev når grunnbeløpet øker og det gir etterbetaling"),
        hvorfor=_(
            "Satsen følger av § 35 og er ikke et nytt vedtak. Loven sier ikke om dere skal sende brev. "
            "Uten brev står det bare i tråden på deltakerens side."
        ),
    ),
    Valg(
        "timeliste_varsles_dager",
        standard=2,
        hva=_("Virkedager før fristen deltakeren minnes om timelisten"),
        hvorfor=_("§ 39 sier ikke om dere skal minne om listen. 0 er samme dag som fristen."),
        minst=0,
        hoyst=10,
    ),
    Valg(
        "timeliste_avvik_timer",
        standard=0,
        hva=_("Timer i måneden en liste kan avvike fra planen uten at noen må se på den"),
        hvorfor=_(
            "§ 39 sier at frammøtet skal registreres, ikke hvor nøye en liste skal ses på. "
            "Gjelder timer i programmet. Lønnet jobb og fravær løftes alltid fram."
        ),
        minst=0,
        hoyst=20,
    ),
    Valg(
        "fravaer_uten_papir",
        standard=True,
        hva=_("Velferd, termin og fødsel uten papir løftes fram når listen skal godkjennes"),
        hvorfor=_("Forskriften sier ikke at slikt fravær skal vises med papir. Det er et råd, og stopper ikke listen."),
    ),
)

_SOKNAD = (
    Valg(
        "opplysningsfrist_dager",
        standard=14,
        hva=_("Dager søkeren får til å sende det som mangler"),
        hvorfor=_("Forvaltningsloven § 17 setter ingen frist; søknaden beholder mottattdatoen uansett."),
        minst=7,
        hoyst=90,
    ),
    Valg(
        "forelopig_svar_varsles_dager",
        standard=7,
        hva=_("Dager før måneden er gått da foreløpig svar løftes fram"),
        hvorfor=_(
            "Forvaltningsloven § 11 a krever foreløpig svar når svaret ikke kommer innen en måned, "
            "men sier ikke når dere skal begynne på det."
        ),
        hoyst=21,
    ),
)

_KARTLEGGING = (
    Valg(
        "aev_holdbar_maneder",
        standard=12,
        hva=_("Måneder en arbeidsevnevurdering regnes som fersk"),
        hvorfor=_("§ 29 krever at vurderingen er gjort, men sier ikke hvor gammel den kan være når dere innvilger."),
        minst=3,
        hoyst=36,
    ),
    Valg(
        "aev_tekst_sporres_maneder",
        standard=6,
        hva=_("Måneder før gjenbrukt tekst må bekreftes"),
        hvorfor=_("NAV-loven § 14 a sier ikke hvor lenge en tekst kan stå. Dere spør om den fortsatt stemmer."),
        hoyst=24,
    ),
    Valg(
        "egenvurdering_ventes_dager",
        standard=10,
        hva=_("Dager deltakeren får på egenvurderingen før den løftes fram"),
        hvorfor=_("§ 42 krever at deltakeren blir hørt, men sier ikke hvor lenge dere venter før dere tilbyr hjelp."),
        minst=3,
        hoyst=30,
    ),
)

_PROGRAM = (
    Valg(
        "evalueringsintervall_maneder",
        standard=3,
        hva=_("Måneder mellom evalueringene i programmet"),
        hvorfor=_("Forskriften § 1 krever tidspunkter for evaluering, men sier ikke hvor ofte."),
        hoyst=12,
    ),
    Valg(
        "jobbsoking_siste_maneder",
        standard=3,
        hva=_("Hvor lang avslutningsdelen er, i måneder"),
        hvorfor=_("Forskriften § 1 krever jobbsøking senest i avslutningsdelen, men sier ikke hvor lang den er."),
        hoyst=12,
    ),
    Valg(
        "forlengelse_vurderes_dager",
        standard=60,
        hva=_("Dager før vedtaket går ut da veien videre skal vurderes"),
        hvorfor=_("Forskriften § 2 sier hvor lenge et vedtak varer, men ikke når det neste skal forberedes."),
        minst=14,
        hoyst=180,
    ),
    Valg(
        "evaluering_forberedes_dager",
        standard=7,
        hva=_("Dager før en evaluering da den skal forberedes"),
        hvorfor=_("Forskriften § 1 krever tidspunkter for evaluering, men sier ikke når den forberedes."),
        hoyst=60,
    ),
)

_OPPFOLGING = (
    Valg(
        "samtale_senest_dager",
        standard=21,
        hva=_("Dager uten samtale før saken løftes fram"),
        hvorfor=_("§ 29 bygger på tett og koordinert bistand, men sier ikke hvor ofte dere skal snakke sammen."),
        hoyst=90,
    ),
    Valg(
        "onsket_mote_senest_dager",
        standard=7,
        hva=_("Dager fra deltakeren ber om et møte til det har fått en tid"),
        hvorfor=_("Loven setter ingen frist. Et ønske om å møtes kan ikke avslås, bare få en tid."),
        hoyst=30,
    ),
    Valg(
        "ikke_mott_loftes_etter",
        standard=3,
        hva=_("Ganger på rad noen ikke kommer, før det løftes til fagansvarlig"),
        hvorfor=_("Loven sier ikke når uteblivelse skal løftes. Standard er den tredje gangen."),
        minst=2,
        hoyst=6,
    ),
    Valg(
        "uttalefrist_dager",
        standard=14,
        hva=_("Dager som foreslås som svarfrist i et forhåndsvarsel"),
        hvorfor=_("Forvaltningsloven § 16 krever en bestemt frist, men sier ikke hvor lang den skal være."),
        minst=7,
        hoyst=60,
    ),
    Valg(
        "egenmelding_vurderes_dager",
        standard=30,
        hva=_("Dager før seks måneder er gått da retten til egenmelding skal vurderes på nytt"),
        hvorfor=_("Forskriften § 8 krever ny vurdering innen seks måneder, men sier ikke når dere begynner på den."),
        minst=7,
        hoyst=90,
    ),
    Valg(
        "ny_plan_etter_evaluering_dager",
        standard=14,
        hva=_("Dager fra en evaluering sier «endre» til ny plan skal være laget"),
        hvorfor=_("Forskriften § 1 sier at evalueringen ved behov følges opp med endringer, men ikke når."),
        hoyst=60,
    ),
    Valg(
        "rask_inngang_dager",
        standard=21,
        hva=_("Dager fra søknad til vedtak som regnes som rask inngang"),
        hvorfor=_("Loven sier ikke når en rask kartlegging bør ses på igjen. Da foreslås en tidlig evaluering."),
        hoyst=60,
    ),
    Valg(
        "tidlig_evaluering_uker",
        standard=6,
        hva=_("Uker etter programstart da en rask inngang bør evalueres"),
        hvorfor=_("Forskriften § 1 sier ikke når den første evalueringen skal være."),
        hoyst=12,
    ),
)

_INTERNKONTROLL = (
    Valg(
        "kontroll_evaluering_dager",
        standard=14,
        hva=_("Dager før og etter en avtalt evaluering da den kan holdes"),
        hvorfor=_("Forskriften § 1 krever tidspunkter for evaluering, men sier ikke hvor nær de må holdes (R22)."),
        hoyst=60,
    ),
    Valg(
        "kontroll_samtale_dager",
        standard=30,
        hva=_("Dager uten samtale før internkontrollen sier fra"),
        hvorfor=_("§ 29 bygger på tett og koordinert bistand, men sier ikke hvor ofte dere skal snakke sammen (R26)."),
        hoyst=180,
    ),
    Valg(
        "kontroll_muntlig_dager",
        standard=14,
        hva=_("Dager et vedtak bør være forklart muntlig innen, når deltakeren trenger tolk"),
        hvorfor=_("Rundskrivet vil at vedtaket blir forklart, men setter ingen frist (R34)."),
        hoyst=60,
    ),
    Valg(
        "kontroll_svar_virkedager",
        standard=2,
        hva=_("Virkedager en henvendelse bør være besvart innen"),
        hvorfor=_("Loven setter ingen frist for å svare på en henvendelse (R35)."),
        hoyst=15,
    ),
    Valg(
        "kontroll_kontaktbytte_maneder",
        standard=12,
        hva=_("Måneder det telles faste kontakter i"),
        hvorfor=_("Loven sier ikke hvor ofte en deltaker kan bytte kontaktperson (R36)."),
        hoyst=36,
    ),
    Valg(
        "kontroll_fravaer_dager",
        standard=7,
        hva=_("Dager etter at et ulegitimert fravær begynte, da dere bør ha tatt kontakt"),
        hvorfor=_("Loven sier ikke når dere skal ta kontakt med den som blir borte (R37)."),
        hoyst=30,
    ),
    Valg(
        "kontroll_etter_dager",
        standard=30,
        hva=_("Dager før og etter et halvt og et helt år da dere bør spørre hvordan det går"),
        hvorfor=_("Loven krever ikke oppfølging etter programmet (R38)."),
        hoyst=90,
    ),
)

_DAGEN = (
    Valg(
        "timelister_etterlyses_dager",
        standard=365,
        hva=_("Dager etter siste dag med rett da en timeliste som mangler, fortsatt etterlyses"),
        hvorfor=_("§ 39 betaler etter registrert frammøte, men sier ikke hvor lenge dere skal spørre etter listen."),
        minst=30,
        hoyst=1095,
    ),
    Valg(
        "vedtak_forklares_dager",
        standard=90,
        hva=_("Dager etter brevet da et vedtak fortsatt skal forklares på deltakerens språk"),
        hvorfor=_("Forvaltningsloven § 11 gir plikt til å veilede, men sier ikke når det er for sent å forklare."),
        minst=14,
        hoyst=365,
    ),
    Valg(
        "utsett_hoyst_dager",
        standard=30,
        hva=_("Dager en oppgave i Min dag høyst kan utsettes"),
        hvorfor=_("Loven sier ikke noe om huskelister. En frist i loven kan uansett aldri utsettes."),
        hoyst=90,
    ),
)

_FORDELING = (
    Valg(
        "full_portefolje",
        standard=18,
        hva=_("Saker som er en full portefølje for en veileder"),
        hvorfor=_(
            "§ 29 bygger på tett og koordinert bistand, men setter ikke noe tall. Tallet er et råd ved fordeling. "
            "Det er aldri en grunn til å si nei til en søknad."
        ),
        minst=5,
        hoyst=80,
    ),
)

_PLAN = (
    Valg(
        "ip_tilbys_dager",
        standard=14,
        hva=_("Dager etter vedtaket da individuell plan skal være tilbudt i en samtale"),
        hvorfor=_("§ 33 gir rett til individuell plan, men sier ikke når den skal tilbys."),
        hoyst=90,
    ),
    Valg(
        "ip_revideres_maneder",
        standard=6,
        hva=_("Måneder mellom hver gang den individuelle planen sees på"),
        hvorfor=_("Forskriften om individuell plan § 9 krever at den holdes oppdatert, men sier ikke hvor ofte."),
        hoyst=12,
    ),
    Valg(
        "egen_aktivitet_bekreftes",
        standard=True,
        hva=_("Deltakeren bekrefter egen aktivitet hver uke"),
        hvorfor=_("Forskriften § 1 regner egen aktivitet med i programmet, men sier ikke hvordan den følges opp."),
    ),
)

_KANDIDAT = (
    Valg(
        "kandidat_droftes_dager",
        standard=7,
        hva=_("Dager fra noen er meldt som kandidat til dere skal ha snakket om det"),
        hvorfor=_(
            "Loven sier at tilbudet skal nå dem som har rett til det, men ikke hvor fort dere skal svare hverandre."
        ),
        hoyst=30,
    ),
    Valg(
        "kandidat_slettes_maneder",
        standard=6,
        hva=_("Måneder uten at noen har sett på kandidaten før opplysningene slettes"),
        hvorfor=_(
            "Personvernforordningen artikkel 5 sier at opplysninger ikke skal lagres lenger enn nødvendig, "
            "men setter ikke noe tall."
        ),
        hoyst=24,
    ),
)

_HENVENDELSE = (
    Valg(
        "henvendelse_til_klokkeslettet",
        standard=False,
        hva=_("Fristen for å svare på en henvendelse regnes til klokkeslettet"),
        hvorfor=_(
            "«I løpet av to dager» kan leses som ut den andre virkedagen, eller som klokkeslettet den kom. "
            "Standard er ut dagen, slik egenkontrollen regner."
        ),
    ),
    Valg(
        "henvendelse_slettes_maneder",
        standard=24,
        hva=_("Måneder etter svaret før en henvendelse som ikke hører til en sak, slettes"),
        hvorfor=_(
            "Personvernforordningen artikkel 5 sier at opplysninger ikke skal lagres lenger enn nødvendig, "
            "men setter ikke noe tall."
        ),
        minst=3,
        hoyst=60,
    ),
)

_STYRING = (
    Valg(
        "selvhjulpne_mal_prosent",
        standard=55,
        hva=_("Hvor mange prosent av dem som fullfører, som bør gå til arbeid eller skole"),
        hvorfor=_("Loven setter ikke noe måltall. Standard er målet Bergen kommune hadde for 2024."),
        hoyst=100,
    ),
)

VALG = {
    valg.nokkel: valg
    for valg in (
        *_PENGER,
        *_SOKNAD,
        *_KARTLEGGING,
        *_PROGRAM,
        *_OPPFOLGING,
        *_INTERNKONTROLL,
        *_DAGEN,
        *_FORDELING,
        *_PLAN,
        *_KANDIDAT,
        *_HENVENDELSE,
        *_STYRING,
    )
}


def verdi(kommune_id: UUID, nokkel: str, dag: date) -> Any:
    """The choice in force in the municipality on `dag`, or the default. KeyError for a key that does not exist."""
    return verdier([kommune_id], dag)[kommune_id][nokkel]


def verdier(kommuner: Collection[UUID], dag: date) -> dict[UUID, dict[str, Any]]:
    """Every choice in force on `dag` in each of the municipalities, by key; else its default. One query."""
    ut = {kommune: {nokkel: ett.standard for nokkel, ett in VALG.items()} for kommune in kommuner}
    valgt = KommunaltValg.objects.filter(Q(til__isnull=True) | Q(til__gte=dag), kommune_id__in=kommuner, fra__lte=dag)
    for kommune, nokkel, verdi_ in valgt.values_list("kommune_id", "nokkel", "verdi"):
        if nokkel in VALG:
            ut[kommune][nokkel] = verdi_
    return ut
