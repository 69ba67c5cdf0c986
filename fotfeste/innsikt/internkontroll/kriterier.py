"""R01–R38: the shipped criteria, each one small function over a case (docs/algoritmer/internkontroll.md).

A function yields, for each thing its criterion applies to, whether it is in breach and what it is. Provision and
source stand in the decorator: which rule, and which auditor found it broken. The words are bokmål whoever asks, as
those of the law and its reckoning are: they stand on the page, in the table of the command, and in a file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import islice

from fotfeste.fag.mappe import form
from fotfeste.innsikt.internkontroll.sak import (
    GIR_PERIODE,
    Sak,
    er_blank,
    lange_opphold,
    minus_en,
    om_dager,
    om_maneder,
    programdager,
)
from fotfeste.innsikt.internkontroll.stonad import Stonadsregning
from fotfeste.innsikt.internkontroll.typer import Kriterium, Regel, Sjekk
from fotfeste.regelverk.frister import Hendelser, frister
from fotfeste.regelverk.rettskilde import fk, fvl, sotjl
from fotfeste.regelverk.styrke import Styrke
from fotfeste.regelverk.tid import alder, virkedager_etter

FULL_UKE = Fraction(75, 2)
HALV_UKE = Fraction(75, 4)
TIMEAVVIK = Fraction(5, 1000)
ARBEID = frozenset({"arbeidsrettet", "arbeidssoking", "lonnet_arbeid"})
SEKS_VILKAR = frozenset({"alder", "arbeidsevne", "inntektsevne", "ytelser", "aev", "hensiktsmessig_og_nodvendig"})
ULOVLIGE_GRUNNER = frozenset({"okonomi", "fulle_plasser", "sprak"})
FOR_LITE_BISTAND = frozenset({"standard_innsats", "situasjonsbestemt_innsats"})
MANGE_KONTAKTER = 3
LANGT_FRAVAER = 3
ETTER_MANEDER = (6, 12)
NAVL_14A = "NAV-loven § 14 a"

_alle: list[Kriterium] = []


def _kriterium(
    kode: str,
    tekst: str,
    *,
    gjelder: str,
    brudd: str,
    hjemmel: object = "",
    kilde: str = "",
    styrke: Styrke = Styrke.SKAL,
) -> Callable[[Regel], Regel]:
    def pynt(regel: Regel) -> Regel:
        _alle.append(Kriterium(kode, tekst, gjelder, brudd, str(hjemmel), kilde, styrke, regel))
        return regel

    return pynt


@_kriterium(
    "R01",
    "Arbeidsevnevurderingen er ferdig før programmet innvilges",
    gjelder="hver innvilgelse",
    brudd="Ingen arbeidsevnevurdering var ferdig den dagen programmet ble innvilget.",
    hjemmel=sotjl(29),
    kilde="AFI fant vurderinger gjort etter inntak",
)
def r01(sak: Sak) -> Iterator[Sjekk]:
    for vedtak in sak.innvilgelser:
        yield sak.aev_for(vedtak) is None, vedtak


@_kriterium(
    "R02",
    "Arbeidsevnevurderingen er fersk når programmet innvilges",
    gjelder="hver arbeidsevnevurdering en innvilgelse bygger på",
    brudd="Vurderingen var mer enn tolv måneder gammel da programmet ble innvilget.",
    kilde="Moss: 2 av 21",
    styrke=Styrke.BOR,
)
def r02(sak: Sak) -> Iterator[Sjekk]:
    for vedtak, aev in sak.grunnlag:
        yield om_maneder(aev.ferdigstilt or date.min, 12) < vedtak.dato, vedtak


@_kriterium(
    "R03",
    "Arbeidsevnevurderingen svarer på alle fem punktene",
    gjelder="hver arbeidsevnevurdering en innvilgelse bygger på",
    brudd="Ett eller flere av punktene a–e er tomme.",
    hjemmel=NAVL_14A,
    kilde="Bergen: 6 av 10",
)
def r03(sak: Sak) -> Iterator[Sjekk]:
    for vedtak, aev in sak.grunnlag:
        yield any(er_blank(punkt) for punkt in aev.punkter), vedtak


@_kriterium(
    "R04",
    "Arbeidsevnevurderingen sier noe om motivasjonen",
    gjelder="hver arbeidsevnevurdering en innvilgelse bygger på",
    brudd="Det står ikke noe om motivasjon.",
    kilde="Bergen: 2 av 10",
    styrke=Styrke.BOR,
)
def r04(sak: Sak) -> Iterator[Sjekk]:
    for vedtak, aev in sak.grunnlag:
        yield er_blank(aev.motivasjon), vedtak


@_kriterium(
    "R05",
    "NAV-kontoret har selv gjort arbeidsevnevurderingen",
    gjelder="hver arbeidsevnevurdering en innvilgelse bygger på",
    brudd="En arrangør har gjort vurderingen.",
    hjemmel=NAVL_14A,
    kilde="AFI fant vurderinger satt ut til arrangører",
)
def r05(sak: Sak) -> Iterator[Sjekk]:
    for vedtak, aev in sak.grunnlag:
        yield aev.utfort_av != "nav", vedtak


@_kriterium(
    "R06",
    "Arbeidsevnevurderingen viser at det trengs mer enn litt hjelp",
    gjelder="hver arbeidsevnevurdering en innvilgelse bygger på",
    brudd="Vurderingen endte i standard eller situasjonsbestemt innsats.",
    hjemmel=sotjl(29),
    kilde="Moss",
)
def r06(sak: Sak) -> Iterator[Sjekk]:
    for vedtak, aev in sak.grunnlag:
        yield aev.innsatsgruppe in FOR_LITE_BISTAND, vedtak


@_kriterium(
    "R07",
    "Deltakeren er i yrkesaktiv alder",
    gjelder="hver innvilgelse",
    brudd="Deltakeren hadde ikke fylt 18 år, eller hadde fylt 67, da programmet ble innvilget.",
    hjemmel=sotjl(29),
)
def r07(sak: Sak) -> Iterator[Sjekk]:
    for vedtak in sak.innvilgelser:
        yield not 18 <= alder(sak.mappe.person.fodselsdato, vedtak.dato) < 67, vedtak


@_kriterium(
    "R08",
    "Innvilgelsen viser at alle seks vilkår er vurdert og oppfylt",
    gjelder="hver innvilgelse",
    brudd="Et vilkår mangler, er ikke oppfylt eller er ikke begrunnet.",
    hjemmel=sotjl(29),
)
def r08(sak: Sak) -> Iterator[Sjekk]:
    for vedtak in sak.innvilgelser:
        svart = {ett.kode for ett in vedtak.vilkar}
        mangelfullt = any(ett.utfall != "oppfylt" or er_blank(ett.begrunnelse) for ett in vedtak.vilkar)
        yield svart != SEKS_VILKAR or mangelfullt, vedtak


@_kriterium(
    "R09",
    "To personer står bak hvert vedtak",
    gjelder="hvert vedtak",
    brudd="Saksbehandler og beslutter er samme person.",
    kilde="Moss",
)
def r09(sak: Sak) -> Iterator[Sjekk]:
    for vedtak in sak.vedtak:
        yield vedtak.saksbehandler == vedtak.beslutter, vedtak


@_kriterium(
    "R10",
    "Hvert vedtak er begrunnet med regler, fakta og hovedhensyn",
    gjelder="hvert vedtak",
    brudd="Begrunnelsen mangler reglene, fakta eller hovedhensynene.",
    hjemmel=fvl(25),
)
def r10(sak: Sak) -> Iterator[Sjekk]:
    for vedtak in sak.vedtak:
        yield any(er_blank(del_) for del_ in vedtak.begrunnelse), vedtak


@_kriterium(
    "R11",
    "Avslag har en grunn loven kjenner",
    gjelder="hvert avslag",
    brudd="Avslaget mangler grunn, eller er begrunnet med økonomi, fulle plasser eller språk.",
    hjemmel=sotjl(29),
    kilde="Riksrevisjonen",
)
def r11(sak: Sak) -> Iterator[Sjekk]:
    for vedtak in sak.av_type("avslag"):
        yield vedtak.avslagsgrunn is None or vedtak.avslagsgrunn in ULOVLIGE_GRUNNER, vedtak


@_kriterium(
    "R12",
    "Programmet begynner innen seks måneder etter søknaden",
    gjelder="hver innvilgelse av en søknad",
    brudd="Programmet begynte mer enn seks måneder etter at søknaden kom.",
    hjemmel=sotjl(31),
    kilde="Moss: 2 av 21",
)
def r12(sak: Sak) -> Iterator[Sjekk]:
    for vedtak in sak.innvilgelser:
        soknad = sak.soknader.get(vedtak.soknad) if vedtak.soknad is not None else None
        if soknad:
            yield vedtak.fra is not None and vedtak.fra > om_maneder(soknad.mottatt, 6), vedtak


@_kriterium(
    "R13",
    "Søkeren får svar, eller foreløpig svar, innen en måned",
    gjelder="hver søknad som er mer enn en måned gammel",
    brudd="Søkeren hadde hverken fått vedtak eller foreløpig svar da måneden var gått.",
    hjemmel=fvl("11 a"),
)
def r13(sak: Sak) -> Iterator[Sjekk]:
    for soknad in sak.mappe.soknader:
        frist = om_maneder(soknad.mottatt, 1)
        if frist < sak.dag:
            avgjort = (v.dato for v in sak.av_type("innvilgelse", "avslag") if v.soknad == soknad.id)
            svar = [*avgjort, soknad.trukket, soknad.forelopig_svar]
            yield not any(dag and dag <= frist for dag in svar), soknad


@_kriterium(
    "R14",
    "Ingen innvilges program for mer enn ett år om gangen",
    gjelder="hver innvilgelse og forlengelse",
    brudd="Vedtaket gjelder for mer enn tolv måneder.",
    hjemmel=fk(2),
)
def r14(sak: Sak) -> Iterator[Sjekk]:
    for v in sak.av_type(*GIR_PERIODE):
        yield v.fra is not None and v.til is not None and v.til > minus_en(om_maneder(v.fra, 12)), v


@_kriterium(
    "R15",
    "Programmet varer ikke lenger enn loven lar det",
    gjelder="hver sak med innvilgelse",
    brudd="Programmet er gitt for mer enn to år, eller tre år med særlige grunner, pauser og permisjon trukket fra.",
    hjemmel=sotjl(32),
)
def r15(sak: Sak) -> Iterator[Sjekk]:
    if sak.innvilgelser:
        yield _for_langt(sak), sak.siste_til


def _for_langt(sak: Sak) -> bool:
    if sak.start is None or sak.siste_til is None:
        return False
    try:
        datoer = frister(
            Hendelser(
                programstart=sak.start,
                permisjon=tuple(sak.permisjoner),
                avbrudd=tuple(sak.pauser_til_dag),
            )
        )
    except OverflowError:
        return False
    return sak.siste_til > datoer["maks_forlenget" if sak.av_type("saerlig_forlengelse") else "maks_ordinaer"]


@_kriterium(
    "R16",
    "Et program som er over, er avsluttet",
    gjelder="hver sak der siste vedtak er gått ut",
    brudd="Siste vedtak er gått ut, men saken er ikke avsluttet.",
    hjemmel=fk(2),
)
def r16(sak: Sak) -> Iterator[Sjekk]:
    if sak.siste_til and sak.siste_til < sak.dag:
        yield sak.slutt is None and not sak.av_type("avslutning"), sak.siste_til


def _timer(program: form.Programversjon, grupper: frozenset[str] | None = None) -> Decimal | Fraction:
    """Hours a week, exact, in the groups (all when left out)."""
    valgte = [en.timer_per_uke for en in program.aktiviteter if grupper is None or en.gruppe in grupper]
    return sum((Fraction(timer) for timer in valgte), Fraction(0))


@_kriterium(
    "R17",
    "Programmet er på full tid",
    gjelder="hver versjon av programmet",
    brudd="Uken har mindre enn 37,5 timer.",
    hjemmel=sotjl(30),
    kilde="Helsetilsynet: 30 timer",
)
def r17(sak: Sak) -> Iterator[Sjekk]:
    for program in sak.mappe.programversjoner:
        yield _timer(program) <= FULL_UKE - TIMEAVVIK, program


@_kriterium(
    "R18",
    "Mer enn halve programmet er arbeidsrettet",
    gjelder="hver versjon av programmet",
    brudd="Arbeidsrettede tiltak, jobbsøking og lønnet arbeid fyller ikke mer enn halve uken.",
    hjemmel=sotjl(30),
)
def r18(sak: Sak) -> Iterator[Sjekk]:
    for program in sak.mappe.programversjoner:
        yield 2 * _timer(program, ARBEID) <= _timer(program), program


@_kriterium(
    "R19",
    "Det er jobbsøking i den siste delen av programmet",
    gjelder="hver sak som er i, eller har vært i, avslutningsdelen",
    brudd="Programmet som gjaldt, hadde ikke jobbsøking.",
    hjemmel=fk(1),
)
def r19(sak: Sak) -> Iterator[Sjekk]:
    if sak.siste_til is None:
        return
    fra = om_maneder(sak.siste_til, -sak.valg.avslutningsdel_maneder)
    if sak.dag < fra or (sak.slutt and sak.slutt < fra):
        return
    dag = min(sak.siste_til, sak.slutt_eller_dag)
    gjelder = [p for p in sak.mappe.programversjoner if p.fra <= dag and (p.til is None or dag <= p.til)]
    if gjelder:
        program = max(gjelder, key=lambda p: (p.fra, p.versjon))
        yield all(en.gruppe != "arbeidssoking" for en in program.aktiviteter), program


@_kriterium(
    "R20",
    "Lønnet arbeid fyller ikke mer enn halve programmet",
    gjelder="hver versjon av programmet",
    brudd="Lønnet arbeid fyller mer enn 18,75 timer i uken.",
    hjemmel=sotjl(30),
)
def r20(sak: Sak) -> Iterator[Sjekk]:
    for program in sak.mappe.programversjoner:
        yield _timer(program, frozenset({"lonnet_arbeid"})) > HALV_UKE, program


@_kriterium(
    "R21",
    "Programmet sier når det skal evalueres",
    gjelder="hver versjon av programmet",
    brudd="Programmet har ingen tidspunkter for evaluering.",
    hjemmel=fk(1),
    kilde="Bergen: 8 av 10",
)
def r21(sak: Sak) -> Iterator[Sjekk]:
    for program in sak.mappe.programversjoner:
        yield not program.evalueringsdatoer, program


@_kriterium(
    "R22",
    "Hele programmet evalueres når det er avtalt",
    gjelder="hver avtalt evaluering som skulle vært holdt",
    brudd="Ingen evaluering av hele programmet ble holdt omkring den avtalte dagen.",
    hjemmel=fk(1),
    kilde="Bergen: 2 av 10 hadde én",
)
def r22(sak: Sak) -> Iterator[Sjekk]:
    holdt = [en.dato for en in sak.mappe.evalueringer if en.hele_programmet]
    dager = sak.valg.evaluering_dager
    for program in sak.mappe.programversjoner:
        for avtalt in program.evalueringsdatoer:
            i_versjonen = program.til is None or avtalt <= program.til
            for_slutt = sak.slutt is None or avtalt <= sak.slutt
            if i_versjonen and for_slutt and om_dager(avtalt, dager) < sak.dag:
                yield all(abs((dag - avtalt).days) > dager for dag in holdt), avtalt


@_kriterium(
    "R23",
    "Deltakeren får tilbud om individuell plan",
    gjelder="hver sak som begynte for mer enn 30 dager siden",
    brudd="Deltakeren har aldri fått tilbudet.",
    hjemmel=sotjl(33),
    kilde="Bergen: 0 av 10 fikk tilbudet",
)
def r23(sak: Sak) -> Iterator[Sjekk]:
    if _skal_ha_tilbud(sak):
        plan = sak.mappe.individuell_plan
        yield plan is None or plan.tilbudt is None, sak.start


def _skal_ha_tilbud(sak: Sak) -> bool:
    return sak.start is not None and om_dager(sak.start, 30) < sak.dag


@_kriterium(
    "R24",
    "Vi vet hva deltakeren svarte på tilbudet om individuell plan, og hvorfor",
    gjelder="hver sak som begynte for mer enn 30 dager siden, der planen er tilbudt",
    brudd="Deltakeren har ikke svart ja eller nei, eller det står ikke hvorfor det ble nei.",
    hjemmel=sotjl(33),
)
def r24(sak: Sak) -> Iterator[Sjekk]:
    plan = sak.mappe.individuell_plan
    if plan and plan.tilbudt and _skal_ha_tilbud(sak):
        sa_nei_uten_grunn = plan.svar == "ikke_onsket" and er_blank(plan.begrunnelse)
        yield plan.svar not in {"onsket", "ikke_onsket"} or sa_nei_uten_grunn, plan.tilbudt


@_kriterium(
    "R25",
    "Programmet er avtalt med deltakeren",
    gjelder="hver versjon av programmet",
    brudd="Det står ikke når programmet ble avtalt med deltakeren.",
    hjemmel=sotjl(42),
)
def r25(sak: Sak) -> Iterator[Sjekk]:
    for program in sak.mappe.programversjoner:
        yield program.avtalt_med_deltaker is None, program


@_kriterium(
    "R26",
    "Vi mister ikke kontakten",
    gjelder="hver sak der programmet har begynt",
    brudd="Det gikk for mange dager uten at vi snakket sammen.",
    kilde="AFI fant deltakere kontoret hadde mistet kontakten med",
    styrke=Styrke.BOR,
)
def r26(sak: Sak) -> Iterator[Sjekk]:
    snakket = (k.dato for k in sak.mappe.kontakter if k.resultat == "gjennomfort")
    yield from lange_opphold(sak, snakket, sak.valg.samtale_dager)


@_kriterium(
    "R27",
    "Timelisten er godkjent før stønaden betales",
    gjelder="hver utbetaling",
    brudd="Ingen timeliste for måneden var godkjent da pengene ble utbetalt.",
    hjemmel=sotjl(39),
)
def r27(sak: Sak) -> Iterator[Sjekk]:
    godkjent = [(liste.maned, liste.godkjent) for liste in sak.mappe.timelister if liste.godkjent]
    for utbetaling in sak.mappe.utbetalinger:
        yield all(maned != utbetaling.maned or dag > utbetaling.dato for maned, dag in godkjent), utbetaling


@_kriterium(
    "R28",
    "To personer står bak hver utbetaling",
    gjelder="hver utbetaling",
    brudd="Samme person klargjorde og frigav utbetalingen.",
)
def r28(sak: Sak) -> Iterator[Sjekk]:
    for utbetaling in sak.mappe.utbetalinger:
        yield utbetaling.klargjort_av == utbetaling.frigitt_av, utbetaling


@_kriterium(
    "R29",
    "Stønaden er regnet riktig",
    gjelder="hver utbetaling",
    brudd="Beløpet er et annet enn det reglene gir av timelister, fravær og vedtak.",
    hjemmel="sotjl §§ 35–39",
)
def r29(sak: Sak) -> Iterator[Sjekk]:
    if sak.mappe.utbetalinger:
        regning = Stonadsregning(sak)
        for utbetaling in sak.mappe.utbetalinger:
            yield regning.netto(utbetaling.maned, utbetaling.dato) != utbetaling.netto, utbetaling


@_kriterium(
    "R30",
    "En pause på et år er slutten på programmet",
    gjelder="hver pause",
    brudd="Pausen har vart i mer enn tolv måneder, og programmet er ikke avsluttet.",
    hjemmel=sotjl(34),
)
def r30(sak: Sak) -> Iterator[Sjekk]:
    for v in sak.av_type("avbrudd"):
        star = v.fra is not None and sak.slutt is None and sak.gjenopptatt(v.fra) is None
        yield star and v.fra is not None and om_maneder(v.fra, 12) < sak.dag, v


@_kriterium(
    "R31",
    "Deltakeren er varslet før programmet stanses",
    gjelder="hvert vedtak om pause eller avslutning",
    brudd="Deltakeren ble ikke varslet før vedtaket ble fattet.",
    hjemmel=fvl(16),
)
def r31(sak: Sak) -> Iterator[Sjekk]:
    for vedtak in sak.av_type("avbrudd", "avslutning"):
        yield vedtak.forhandsvarsel is None or vedtak.forhandsvarsel >= vedtak.dato, vedtak


@_kriterium(
    "R32",
    "Deltakeren får deltakerbevis",
    gjelder="hver avsluttet sak",
    brudd="Deltakeren har ikke fått deltakerbevis.",
    hjemmel=fk(1),
)
def r32(sak: Sak) -> Iterator[Sjekk]:
    if sak.mappe.avslutning:
        yield sak.mappe.avslutning.deltakerbevis is None, sak.slutt


@_kriterium(
    "R33",
    "Vi vet hva deltakeren gikk til",
    gjelder="hver sak som er fullført eller avsluttet etter avtale",
    brudd="Situasjonen etter programmet eller den viktigste inntekten mangler.",
    hjemmel="KOSTRA 38 og 39",
)
def r33(sak: Sak) -> Iterator[Sjekk]:
    avslutning = sak.mappe.avslutning
    if avslutning and avslutning.mate == "fullfort_eller_etter_avtale":
        yield not avslutning.situasjon or avslutning.viktigste_inntekt is None, sak.slutt


@_kriterium(
    "R34",
    "Vedtak forklares muntlig når deltakeren trenger tolk",
    gjelder="hvert vedtak til en med tolkebehov, når tiden for å forklare det er ute",
    brudd="Vedtaket er ikke forklart, eller det ble gjort for sent.",
    hjemmel="R35-00 pkt. 5.41.2.6",
    kilde="Bergen",
    styrke=Styrke.BOR,
)
def r34(sak: Sak) -> Iterator[Sjekk]:
    if not sak.mappe.person.tolkebehov:
        return
    for v in sak.vedtak:
        if v.underrettet and (frist := om_dager(v.underrettet, sak.valg.muntlig_dager)) < sak.dag:
            yield v.muntlig_forklart is None or v.muntlig_forklart > frist, v


@_kriterium(
    "R35",
    "Den som henvender seg, får svar innen to virkedager",
    gjelder="hver henvendelse",
    brudd="Svaret kom for sent, eller er ikke kommet.",
    kilde="Bergen, NKS",
    styrke=Styrke.BOR,
)
def r35(sak: Sak) -> Iterator[Sjekk]:
    for henvendelse in sak.mappe.henvendelser:
        frist = _svarfrist(henvendelse.mottatt.date(), sak.valg.svar_virkedager)
        besvart = henvendelse.besvart.date() if henvendelse.besvart else None
        yield (frist < sak.dag if besvart is None else besvart > frist), henvendelse.mottatt.date()


def _svarfrist(mottatt: date, virkedager: int) -> date:
    try:
        return virkedager_etter(mottatt, virkedager)
    except OverflowError:
        return date.max


@_kriterium(
    "R36",
    "Deltakeren slipper å bytte kontaktperson hele tiden",
    gjelder="hver sak der fast kontakt er kjent",
    brudd="Deltakeren har hatt tre eller flere faste kontakter det siste året.",
    kilde="Riksrevisjonen",
    styrke=Styrke.BOR,
)
def r36(sak: Sak) -> Iterator[Sjekk]:
    if sak.mappe.fast_kontakt:
        fra = om_maneder(sak.dag, -sak.valg.kontaktbytte_maneder)
        siste = {en.ansatt for en in sak.mappe.fast_kontakt if en.til is None or en.til >= fra}
        yield len(siste) >= MANGE_KONTAKTER, None


@_kriterium(
    "R37",
    "Vi tar kontakt når noen blir borte",
    gjelder="hvert ulegitimerte fravær på tre programdager eller mer",
    brudd="Vi prøvde ikke å få tak i deltakeren innen en uke.",
    kilde="AFI fant deltakere som falt ut uten at noen ringte",
    styrke=Styrke.BOR,
)
def r37(sak: Sak) -> Iterator[Sjekk]:
    for liste in sak.mappe.timelister:
        for fravaer in liste.fravaer:
            if fravaer.arsak != "ulegitimert":
                continue
            frist = om_dager(fravaer.fra, sak.valg.fravaer_dager)
            if frist < sak.dag and _er_langt(fravaer):
                forsok = (k.dato for k in sak.mappe.kontakter if k.initiativ == "nav")
                yield not any(fravaer.fra <= dag <= frist for dag in forsok), fravaer.fra


def _er_langt(fravaer: form.Fravaer) -> bool:
    dager = islice(programdager(fravaer.fra, fravaer.til), LANGT_FRAVAER)
    return len(list(dager)) == LANGT_FRAVAER


@_kriterium(
    "R38",
    "Vi spør hvordan det går et halvt og et helt år etter",
    gjelder="hver avsluttet sak, når et halvt og et helt år er gått",
    brudd="Vi vet ikke hva deltakeren gjorde på den tiden.",
    kilde="Bergen fulgte det ikke opp",
    styrke=Styrke.BOR,
)
def r38(sak: Sak) -> Iterator[Sjekk]:
    if sak.slutt is None:
        return
    dager = sak.valg.etter_dager
    for maneder in ETTER_MANEDER:
        da = om_maneder(sak.slutt, maneder)
        if om_dager(da, dager) < sak.dag:
            yield all(abs((en.dato - da).days) > dager for en in sak.mappe.etter), da


KRITERIER: tuple[Kriterium, ...] = tuple(_alle)
"""All of them, in order."""

VED_KODE = {kriterium.kode: kriterium for kriterium in KRITERIER}
