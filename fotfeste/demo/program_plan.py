"""Goals, the course of activities, shared programmes and individual plans, as a municipality has them after a while."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from fotfeste.fag.plan import services as plan
from fotfeste.fag.plan.models import IndividuellPlan
from fotfeste.fag.program import selectors, services
from fotfeste.fag.program.enums import Programstatus
from fotfeste.fag.program.models import Aktivitet
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak.enums import Vedtaksstatus, Vedtakstype
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.organisasjon.models import Bruker, Kontor
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor, aktor_for
from fotfeste.regelverk.tid import legg_til_maneder, neste_virkedag

FORBILDER = Path(__file__).with_name("forbilder.json")
MAL = (
    (("Ta truckførerbevis", "utdanning"), ("Få ordnet tennene", "tannhelse")),
    (("Snakke norsk med kollegaene", "sprak"), ("Finne en større bolig", "bolig")),
    (("Få oversikt over gjelden", "okonomi"), ("Ta førerkort", "forerkort")),
    (("Få attest fra praksisen", "arbeid"), ("Få barnehageplass", "familie")),
)
BARE_BREV, ALDRI = 5, 7
"""One in so many were offered the plan by letter alone, and one in so many never were: what the office is to find."""


def forbilder_legg_inn(aktor: Aktor, kontor: Kontor) -> int:
    """Take in the five shared programmes. Returns how many."""
    rader = json.loads(FORBILDER.read_text(encoding="utf-8"))
    for rad in rader:
        services.forbilde_legg_inn(aktor, kontor=kontor, **rad)
    return len(rader)


def la_leve(saker: Iterable[Sak]) -> None:
    """Give the participants in programme what the years have brought them; the same each time."""
    for nummer, sak in enumerate(saker):
        start = _innvilget(sak)
        kontakt = sak.faste_kontakter.filter(til__isnull=True).select_related("bruker").last()
        if start is None or kontakt is None:
            continue
        _mal(kontakt.bruker, sak, nummer, start)
        _plan(kontakt.bruker, sak, nummer, start)
        _gang(kontakt.bruker, sak, nummer)


def saker_i_program() -> list[Sak]:
    """Those who are in programme today, in the order of their numbers."""
    return list(
        Sak.objects.filter(status=Saksstatus.I_PROGRAM)
        .select_related("person", "kontor", "kommune")
        .order_by("saksnummer")
    )


def _innvilget(sak: Sak) -> date | None:
    vedtak = sak.vedtak.filter(status=Vedtaksstatus.FATTET, type=Vedtakstype.INNVILGELSE).order_by("dato").first()
    return vedtak.dato if vedtak else None


def _mal(bruker: Bruker, sak: Sak, nummer: int, start: date) -> None:
    with klokke.still_til(start):
        aktor = aktor_for(bruker, start)
        forste, andre = (
            services.delmal_opprett(
                aktor, sak=sak, tekst=tekst, omrade=omrade, frist=neste_virkedag(legg_til_maneder(start, 6))
            )
            for tekst, omrade in MAL[nummer % len(MAL)]
        )
    dag = start + timedelta(days=90)
    if dag > klokke.i_dag():
        return
    with klokke.still_til(dag):
        aktor = aktor_for(bruker, dag)
        if nummer % 3 == 0:
            services.delmal_nadd(aktor, mal=forste)
        elif nummer % 4 == 0:
            services.delmal_legg_bort(aktor, mal=andre, hvorfor="Vil vente til praksisen er ferdig.")


def _plan(bruker: Bruker, sak: Sak, nummer: int, start: date) -> None:
    if nummer % ALDRI == ALDRI - 1:
        return
    dag = min(start + timedelta(days=3 + nummer % 9), klokke.i_dag())
    with klokke.still_til(dag):
        aktor = aktor_for(bruker, dag)
        if nummer % BARE_BREV == BARE_BREV - 1:
            plan.plantilbud_registrer(aktor, sak=sak, kanal="brev")
            return
        plan.plantilbud_registrer(aktor, sak=sak, kanal="samtale", tolk=sak.person.tolkebehov)
        if nummer % 3 == 1:
            plan.plansvar_registrer(aktor, sak=sak, svar="ikke_onsket", begrunnelse="Programmet er plan nok for meg.")
        elif nummer % 3 == 0:
            plan.plansvar_registrer(aktor, sak=sak, svar="onsket")
            _lag_plan(aktor, sak, dag)


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


def _gang(bruker: Bruker, sak: Sak, nummer: int) -> None:
    dag = klokke.i_dag()
    aktor = aktor_for(bruker, dag)
    gjeldende = selectors.gjeldende_versjon(sak)
    if gjeldende is None:
        return
    praksis = next((en for en in gjeldende.aktiviteter.all() if en.gruppe == "arbeidsrettet"), None)
    if praksis is not None and nummer % 2 == 0:
        services.aktivitet_logg(
            aktor, aktivitet=praksis, tekst="Møter presis, spør når noe er uklart.", fra_hvem=praksis.arrangor
        )
    if praksis is not None and nummer == ALDRI + BARE_BREV:
        services.aktivitet_avbryt(
            aktor, aktivitet=praksis, av="arrangor", grunn="Bedriften har stengt avdelingen.", varslet=False
        )
    if nummer == BARE_BREV:
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
