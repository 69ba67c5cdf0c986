"""Meetings, agreements and evaluations for the synthetic participants: some of each, made by the services."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from fotfeste.fag.oppfolging import services
from fotfeste.fag.oppfolging.enums import Tolkestatus
from fotfeste.fag.oppfolging.evalueringsplan import evalueringsplan
from fotfeste.fag.oppfolging.models import Mote
from fotfeste.fag.oppfolging.services import Aktivitetinn, Avtaleinn, Evalueringinn, Lukking, Moteinn, Tolkinn
from fotfeste.fag.sak.models import Sak
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Aktor, aktor_for
from fotfeste.regelverk.tid import neste_virkedag

MED_MOTER, ONSKER_MOTE = 10, 1
"""How many of an office's participants meetings are made for, and how many wish one."""
_REFERATER = (
    "Praksisen går bra, og sjefen er fornøyd. Bussen hjem er det vanskelige om ettermiddagen.",
    "Norskkurset er blitt lettere. Vi snakket om å prøve to dager i barnehage fra neste måned.",
    "En tung måned. Vi blir enige om å ta det rolig, og å ringes oftere.",
    "Vi gikk gjennom CV-en, og fant tre stillinger å søke på.",
)
_NAVS = ("Ringe arbeidsgiveren om flere timer", "Søke om plass på norskkurs", "Sende skjema om barnehageplass")
_DERES = ("Levere skattekortet", "Skrive ferdig CV-en", "Bestille time hos fastlegen")
_HENSIKTER = ("Hvordan går det i praksisen?", "Vi snakker om veien til jobb.", "Vi ser på uken din sammen.")
_BEGRUNNELSER = (
    "Aktivitetene passer, og det går framover uke for uke.",
    "Praksisen er bra, men norsken trenger mer tid.",
    "Vi holder fast ved planen, og ser på den igjen.",
)


def fyll_oppfolging(saker: Sequence[Sak], i_dag: date) -> None:
    """Hold and book meetings for some of an office's participants in programme; deterministic, in the order given."""
    for nummer, sak in enumerate(saker[:MED_MOTER]):
        _moter(sak, nummer, i_dag)
    for sak in list(_innlogget(saker))[:ONSKER_MOTE]:
        services.mote_onsk(_deltaker(sak), sak=sak, onske="Jeg vil snakke om hva som skjer etter programmet.")
    if len(saker) > MED_MOTER:
        services.bekymring_meld(
            _veileder(saker[MED_MOTER], i_dag),
            sak=saker[MED_MOTER],
            hva="Kurset har ikke sett deltakeren på to dager, og telefonen er av.",
            meldt_av="Kurslederen",
        )


def evaluer(aktor: Aktor, sak: Sak, nummer: int, *, endre: bool = False) -> None:
    """Hold the evaluation that is due, today."""
    plan, i_dag = evalueringsplan(sak), klokke.i_dag()
    neste = plan.neste
    if neste is None or neste.dato > i_dag:
        return
    services.evaluering_hold(
        aktor,
        sak=sak,
        inn=Evalueringinn(
            type=neste.type,
            holdt=i_dag,
            framgang="star" if nummer % 3 == 0 else "narmere",
            konklusjon="endre" if endre else "fortsette",
            begrunnelse=_BEGRUNNELSER[1 if endre else nummer % len(_BEGRUNNELSER)],
            neste=None if plan.har_dato_etter(i_dag) else neste_virkedag(i_dag + timedelta(weeks=13)),
            aktiviteter=[
                Aktivitetinn(navn, "ja" if (nummer + rad) % 4 else "delvis")
                for rad, navn in enumerate(plan.aktiviteter)
            ],
        ),
    )


def _innlogget(saker: Sequence[Sak]) -> Iterator[Sak]:
    return (sak for sak in saker if sak.person.bruker_id)


def _deltaker(sak: Sak) -> Aktor:
    bruker = sak.person.bruker
    if bruker is None:
        raise ValueError("The participant has no login")
    return aktor_for(bruker, klokke.i_dag())


def _veileder(sak: Sak, dag: date) -> Aktor:
    """The fixed contact on the day. ValueError when there is none."""
    fast = sak.faste_kontakter.filter(fra__lte=dag).order_by("-fra").select_related("bruker").first()
    if fast is None:
        raise ValueError("The case has no fixed contact")
    return aktor_for(fast.bruker, dag)


def _moter(sak: Sak, nummer: int, i_dag: date) -> None:
    """One held lately, and for some one to come, one nobody came to, or one not closed yet."""
    holdt = neste_virkedag(i_dag - timedelta(days=12 + nummer))
    with klokke.still_til(holdt):
        mote = _book(sak, nummer, holdt)
        avtaler = [
            Avtaleinn("nav", _NAVS[nummer % len(_NAVS)], i_dag + timedelta(days=nummer % 5)),
            Avtaleinn("deltaker", _DERES[nummer % len(_DERES)], i_dag + timedelta(days=7)),
        ]
        services.mote_lukk(
            _veileder(sak, holdt),
            mote=mote,
            inn=Lukking(
                referat=_REFERATER[nummer % len(_REFERATER)],
                avtaler=avtaler,
                tolk_kom=True if mote.tolkestatus == Tolkestatus.BESTILT else None,
                fikk_sagt="ja",
                vet_neste="delvis" if nummer % 4 == 1 else "ja",
            ),
        )
    if nummer % 4 == 2:
        _kom_ikke(sak, nummer, i_dag)
    elif nummer % 4 == 3:
        with klokke.still_til(i_dag - timedelta(days=1)):
            _book(sak, nummer, i_dag - timedelta(days=1))
    else:
        _book(sak, nummer, neste_virkedag(i_dag + timedelta(days=nummer)))


def _kom_ikke(sak: Sak, nummer: int, i_dag: date) -> None:
    dag = i_dag - timedelta(days=1)
    with klokke.still_til(dag):
        mote = _book(sak, nummer, dag)
        services.mote_ikke_mott(_veileder(sak, dag), mote=mote, fravarsgrunn="ukjent", neste_steg="ring")


def _book(sak: Sak, nummer: int, dag: date) -> Mote:
    tolk = Tolkinn(Tolkestatus.BESTILT, slag="fremmote") if sak.person.tolkebehov else Tolkinn()
    return services.mote_book(
        _veileder(sak, klokke.i_dag()),
        sak=sak,
        inn=Moteinn(
            start=datetime.combine(dag, time(9 + nummer % 5), klokke.OSLO),
            type="oppfolging" if nummer % 3 else "program",
            betydning=("lett", "avklaring", "arbeidsplass", "sosialfaglig")[nummer % 4],
            hensikt=_HENSIKTER[nummer % len(_HENSIKTER)],
            tolk=tolk,
        ),
    )
