"""Goals, the course of activities, shared programmes and individual plans, as a municipality has them after a while."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from fotfeste.fag.plan import services as plan
from fotfeste.fag.plan.enums import APNE, Planstatus
from fotfeste.fag.plan.models import IndividuellPlan
from fotfeste.fag.program import selectors, services
from fotfeste.fag.program.enums import Programstatus
from fotfeste.fag.program.models import Aktivitet
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.models import Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor, aktor_for
from fotfeste.regelverk.tid import legg_til_maneder, neste_virkedag

FORBILDER = Path(__file__).with_name("forbilder.json")
MAL = (
    (("Ta truckførerbevis", "utdanning"), ("Få ordnet tennene", "tannhelse")),
    (("Snakke norsk med kollegaene", "sprak"), ("Finne en større bolig", "bolig")),
    (("Få oversikt over gjelden", "okonomi"), ("Ta førerkort", "forerkort")),
    (("Få attest fra praksisen", "arbeid"), ("Få barnehageplass", "familie")),
)
BARE_BREV, UTEN_SVAR, VIL_HA = 19, 17, 5
"""One in so many were offered the plan by letter alone, one in so many have not answered, one in so many want it."""
JOBB, STENGT = 5, 12
"""Of an office's participants: the one who has got a job, and the one whose workplace has closed."""


def forbilder_legg_inn(aktor: Aktor, kontor: Kontor) -> int:
    """Take in the five shared programmes. Returns how many."""
    rader = json.loads(FORBILDER.read_text(encoding="utf-8"))
    for rad in rader:
        services.forbilde_legg_inn(aktor, kontor=kontor, **rad)
    return len(rader)


def la_leve(saker: Iterable[Sak]) -> None:
    """Give an office's participants in programme what the last weeks have brought them; the same each time."""
    for nummer, sak in enumerate(saker):
        kontakt = sak.faste_kontakter.filter(til__isnull=True).select_related("bruker").last()
        if kontakt is not None:
            _gang(aktor_for(kontakt.bruker), sak, nummer)


def saker_i_program(kontor: Kontor) -> list[Sak]:
    """Those who are in programme at the office today, in the order of their numbers."""
    return list(
        Sak.objects.filter(kontor=kontor, status=Saksstatus.I_PROGRAM)
        .select_related("person__bruker", "kontor", "kommune")
        .order_by("saksnummer")
    )


def mal_sett(aktor: Aktor, sak: Sak, nummer: int) -> None:
    """The two goals on the way, set when the programme is agreed."""
    frist = neste_virkedag(legg_til_maneder(klokke.i_dag(), 6))
    for tekst, omrade in MAL[nummer % len(MAL)]:
        services.delmal_opprett(aktor, sak=sak, tekst=tekst, omrade=omrade, frist=frist)


def mal_se_pa(aktor: Aktor, sak: Sak, nummer: int) -> None:
    """A third of them have reached the first; some have put the other aside."""
    forste, andre = sak.delmal.order_by("opprettet")[:2]
    if nummer % 3 == 0:
        services.delmal_nadd(aktor, mal=forste)
    elif nummer % 4 == 0:
        services.delmal_legg_bort(aktor, mal=andre, hvorfor="Vil vente til praksisen er ferdig.")


def plan_tilby(aktor: Aktor, sak: Sak, nummer: int) -> None:
    """Offer the individual plan, and write down the answer; most are content with the programme."""
    if nummer % BARE_BREV == BARE_BREV - 1:
        plan.plantilbud_registrer(aktor, sak=sak, kanal="brev")
        return
    plan.plantilbud_registrer(aktor, sak=sak, kanal="samtale", tolk=sak.person.tolkebehov)
    if nummer % VIL_HA == 0:
        plan.plansvar_registrer(aktor, sak=sak, svar="onsket")
        _lag_plan(aktor, sak, klokke.i_dag())
    elif nummer % UTEN_SVAR != UTEN_SVAR - 1:
        plan.plansvar_registrer(aktor, sak=sak, svar="ikke_onsket", begrunnelse="Programmet er plan nok for meg.")


def plan_ga_gjennom(aktor: Aktor, sak: Sak) -> None:
    """Go through the plan again, if there is one in force, and agree on the next half year."""
    gammel = sak.individuelle_planer.filter(status=Planstatus.I_KRAFT).first()
    if gammel is None:
        return
    ny, dag = plan.plan_revider(aktor, plan=gammel), klokke.i_dag()
    ny = plan.plan_lagre(
        aktor,
        plan=ny,
        fra=ny.fra,
        til=legg_til_maneder(dag, 12),
        neste_revisjon=neste_virkedag(legg_til_maneder(dag, 6)),
    )
    ny = plan.plan_godta_i_mote(aktor, plan=ny, dato=dag, hvordan="i møte")
    plan.plan_sett_i_kraft(aktor, plan=ny)


def plan_avslutt(aktor: Aktor, sak: Sak) -> None:
    """End the plan with the programme, if there is one."""
    apen = sak.individuelle_planer.filter(status__in=APNE).first()
    if apen is not None:
        plan.plan_avslutt(aktor, plan=apen, grunn="Deltakeren trenger den ikke lenger når programmet er slutt.")


def _lag_plan(aktor: Aktor, sak: Sak, dag: date) -> IndividuellPlan:
    ny = plan.plan_start(aktor, sak=sak)
    lege = plan.planpart_legg_til(
        aktor, plan=ny, navn="Kari Fossli", tjeneste="fastlege", kontakt="55 55 40 40", bidrag="Følger opp helsen."
    )
    plan.plantjeneste_legg_til(
        aktor,
        plan=ny,
        navn="Samtaler hos psykisk helsehjelp",
        omfang="en time annenhver uke",
        ansvarlig="Helse i kommunen",
        hvordan="På helsestasjonen, om ettermiddagen.",
    )
    plan.plan_samtykk(aktor, plan=ny, hvordan="i møte")
    plan.plan_samtykk(aktor, plan=ny, part=lege, omfang="hvilke dager jeg er i aktivitet", hvordan="i møte")
    ny = plan.plan_lagre(
        aktor,
        plan=ny,
        ansvarlig_tjeneste=sak.kontor.navn,
        fra=dag,
        til=legg_til_maneder(dag, 12),
        neste_revisjon=neste_virkedag(legg_til_maneder(dag, 6)),
        ressurser="Møter til tiden, lærer fort og har jobbet med mennesker før.",
        behov="Trenger forutsigbare dager og noen å ringe når noe blir vanskelig.",
        deltakers_bidrag="Sier fra tidlig når noe ikke går.",
        gjennomforing="Alle møtes hver tredje måned. Koordinatoren ringer hver måned.",
        samarbeid="Boligkontoret kan bli med når det trengs.",
        koordinator_helse="ikke_aktuelt",
        barnekoordinator="ikke_aktuelt",
        kontaktlege="tilbudt",
    )
    if not sak.programversjoner.filter(status=Programstatus.AVTALT).exists():
        return ny
    ny = plan.plan_godta_i_mote(aktor, plan=ny, dato=dag, hvordan="i møte")
    return plan.plan_sett_i_kraft(aktor, plan=ny)


def _gang(aktor: Aktor, sak: Sak, nummer: int) -> None:
    dag = klokke.i_dag()
    gjeldende = selectors.gjeldende_versjon(sak)
    if gjeldende is None:
        return
    praksis = next((en for en in gjeldende.aktiviteter.all() if en.gruppe == "arbeidsrettet"), None)
    if praksis is not None and nummer % 2 == 0:
        services.aktivitet_logg(
            aktor, aktivitet=praksis, tekst="Møter presis, spør når noe er uklart.", fra_hvem=praksis.arrangor
        )
    if praksis is not None and nummer == STENGT:
        services.aktivitet_avbryt(
            aktor, aktivitet=praksis, av="arrangor", grunn="Bedriften har stengt avdelingen.", varslet=False
        )
    if nummer == JOBB:
        services.arbeidsforhold_registrer(
            aktor, sak=sak, arbeidsgiver="Fjordmat", prosent=60, fra=dag - timedelta(days=7)
        )
    _egne_uker(sak, nummer)


def _egne_uker(sak: Sak, nummer: int) -> None:
    """Most weeks of own activity are confirmed; now and then the last one is not."""
    uker = selectors.egne_uker(sak, klokke.i_dag(), antall=4)
    for uke in uker[1:] if nummer % 4 == 0 else uker:
        aktivitet: Aktivitet = uke.aktivitet
        services.egenaktivitet_bekreft(
            SYSTEM, aktivitet=aktivitet, uke=uke.uke, timer=Decimal(4), hva="Gikk tur og øvde til kjøreprøven."
        )
