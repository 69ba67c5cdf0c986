"""The candidates and enquiries of an office, as a week at the desk leaves them. Made by the services."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from fotfeste.demo.folk import Kontorstab
from fotfeste.fag.henvendelse import services as henvendelser
from fotfeste.fag.henvendelse.models import Henvendelse
from fotfeste.fag.kandidat import services as kandidater
from fotfeste.fag.kandidat.enums import PARTNERE, Grunn, Kilde
from fotfeste.fag.kandidat.models import Kandidat
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Aktor
from fotfeste.regelverk.tid import legg_til_maneder

TIPS: tuple[tuple[str, int, Kilde, tuple[Grunn, ...], str], ...] = (
    (
        "Ronja Øvelund",
        22,
        Kilde.OPPFOLGINGSTJENESTEN,
        (Grunn.UTEN_AKTIVITET, Grunn.UKJENT_FOR_NAV),
        "Sluttet på skolen i fjor og er mest hjemme.",
    ),
    (
        "Mahad Demosen",
        31,
        Kilde.INTRODUKSJONSPROGRAM,
        (Grunn.FERDIG_INTRO, Grunn.VIL_I_ARBEID),
        "Ferdig i introduksjonsprogrammet, vil bli bussjåfør.",
    ),
    (
        "Turid Prøvestad",
        47,
        Kilde.GJENNOMGANG,
        (Grunn.LENGE_SOSIALHJELP, Grunn.FLERE_TILTAK),
        "Har prøvd tre kurs uten at noen fulgte opp.",
    ),
    (
        "Stian Testås",
        26,
        Kilde.MOTTAK,
        (Grunn.UTEN_AKTIVITET, Grunn.VIL_I_ARBEID),
        "Spurte i skranken om noen kunne hjelpe ham i gang.",
    ),
    (
        "Iryna Modellvik",
        38,
        Kilde.HELSESTASJON,
        (Grunn.TRENGER_TETT_HJELP,),
        "Alene med to barn, vil ut i jobb når de får plass i barnehagen.",
    ),
    (
        "Kåre Fiktivsen",
        55,
        Kilde.NAV_STAT,
        (Grunn.BARE_NAV_STAT, Grunn.MISTER_YTELSE),
        "Dagpengene tar slutt om to måneder.",
    ),
    (
        "Layla Varianthagen",
        24,
        Kilde.KOLLEGA,
        (Grunn.UTEN_AKTIVITET, Grunn.LENGE_SOSIALHJELP),
        "Kom aldri tilbake etter det første møtet.",
    ),
    ("Odd Tenkelund", 61, Kilde.SELV, (Grunn.VIL_I_ARBEID,), "Ringte selv etter å ha hørt om det av en nabo."),
)

SPORSMAL: tuple[tuple[str, str, str, int, int | None], ...] = (
    ("nks_oppgave", "penger", "Lurer på når pengene kommer.", 9, 5),
    ("telefon", "timeliste", "Har ført feil dag på timelisten.", 6, 28),
    ("epost", "program", "Vil bytte tirsdagskurset.", 12, 90),
    ("oppmote", "snakke", "Kom innom, ville snakke med veilederen sin.", 3, 1),
    ("nks_oppgave", "soknad", "Forsto ikke brevet om vedtaket.", 5, None),
    ("telefon", "penger", "Har fått regning og rekker ikke fristen.", 0, None),
)
"""Channel, subject, words, days ago, and hours until the answer (None: nobody has answered)."""


def bygg_kandidater_og_henvendelser(kontor: Kontorstab, i_dag: date) -> None:
    """Fill an office's lists: each state of a candidate, answered and unanswered enquiries, and a duty list."""
    _vaktliste(kontor, i_dag)
    alle = [_meld(kontor, i_dag - timedelta(days=40 - 5 * nr), *tips) for nr, tips in enumerate(TIPS)]
    _folg_opp(kontor, alle, i_dag)
    _henvendelser(kontor, i_dag)


@contextmanager
def _den(dag: date, *aktorer: Aktor) -> Iterator[tuple[Aktor, ...]]:
    """The actors on the day."""
    with klokke.still_til(dag):
        yield tuple(replace(aktor, dag=dag) for aktor in aktorer)


def _meld(
    kontor: Kontorstab, dag: date, navn: str, alder: int, kilde: Kilde, grunner: Sequence[Grunn], hvorfor: str
) -> Kandidat:
    henvist: dict[str, Any] = {}
    if kilde in PARTNERE:
        henvist = {
            "henvist_av": f"{kilde.label}, Fjordvik",
            "samtykke_dato": dag,
            "samtykke_til": "Navn, telefon og hvorfor",
        }
    with _den(dag, kontor.veiledere[-1]) as (melder,):
        return kandidater.kandidat_meld(
            melder,
            kontor=kontor.kontor,
            kilde=kilde,
            navn=navn,
            telefon=f"90 00 {alder} {alder}",
            fodselsar=dag.year - alder,
            grunner=grunner,
            hvorfor=hvorfor,
            snakk_med=melder.navn,
            **henvist,
        )


def _folg_opp(kontor: Kontorstab, alle: Sequence[Kandidat], i_dag: date) -> None:
    """The first six have been looked at; the two newest wait, one of them past the office's week."""
    veileder = kontor.veiledere[0]
    for nr, maneder in ((2, 26), (4, 8), (6, 11)):
        with _den(i_dag - timedelta(days=4), veileder) as (hun,):
            fra = legg_til_maneder(i_dag, -maneder)
            kandidater.kandidat_rett(hun, kandidat=alle[nr], sosialhjelp_fra=fra, har_barn=nr == 4)
    with _den(i_dag - timedelta(days=3), veileder) as (hun,):
        kandidater.kandidat_kall_inn(hun, kandidat=alle[0], dato=i_dag)
        kandidater.kandidat_informer(
            hun, kandidat=alle[1], sagt_frivillig=True, svar="vil_soke", egne_ord="Jeg vil kjøre buss. Jeg er klar."
        )
        kandidater.kandidat_informer(
            hun, kandidat=alle[2], sagt_frivillig=True, svar="vil_tenke", egne_ord="Jeg har hørt det før. La meg tenke."
        )
        kandidater.kandidat_kartlegg(hun, kandidat=alle[2], neste_gang=i_dag + timedelta(days=9))
        kandidater.kandidat_se_igjen(
            hun, kandidat=alle[4], neste_gang=i_dag + timedelta(days=60), hvorfor_ikke_na="Venter på barnehageplass."
        )
        kandidater.kandidat_annet_tilbud(hun, kandidat=alle[5], utfall_grunn="Har fått plass på et kurs hos NAV.")


def _vaktliste(kontor: Kontorstab, i_dag: date) -> None:
    mandag = i_dag - timedelta(days=i_dag.weekday())
    for uke, vakt in enumerate(kontor.veiledere):
        henvendelser.vakt_sett(
            kontor.leder,
            kontor=kontor.kontor,
            bruker=vakt.krev_bruker(),
            telefon="40 00 12 01",
            fra=mandag + timedelta(weeks=uke),
            til=mandag + timedelta(weeks=uke, days=6),
        )


def _henvendelser(kontor: Kontorstab, i_dag: date) -> None:
    saker = list(Sak.objects.filter(kontor=kontor.kontor, status=Saksstatus.I_PROGRAM).order_by("saksnummer")[:6])
    for (kanal, tema, tekst, dager, timer), sak in zip(SPORSMAL, saker, strict=False):
        dag = i_dag - timedelta(days=dager)
        with _den(dag, kontor.veiledere[0]) as (hun,):
            henvendelse = henvendelser.henvendelse_registrer(
                hun,
                kontor=kontor.kontor,
                kanal=kanal,
                tema=tema,
                tekst=tekst,
                person=sak.person,
                mottatt=datetime.combine(dag, time(0, 5), klokke.OSLO),
            )
        if timer is not None:
            _svar(kontor, henvendelse, henvendelse.mottatt + timedelta(hours=timer))
    with _den(i_dag, kontor.veiledere[0]) as (hun,):
        henvendelser.henvendelse_registrer(
            hun,
            kontor=kontor.kontor,
            kanal="telefon",
            tema="nodhjelp",
            tekst="Har ikke penger til mat før fredag.",
            navn="Ukjent",
            telefon="90 00 00 01",
            haster=True,
        )


def _svar(kontor: Kontorstab, henvendelse: Henvendelse, besvart: datetime) -> None:
    with _den(klokke.dagen(besvart) + timedelta(days=1), kontor.veiledere[0]) as (hun,):
        henvendelser.henvendelse_besvar(
            hun, henvendelse=henvendelse, svar="Jeg ringte, og vi fant ut av det.", besvart=besvart, som_samtale=True
        )
