"""Too much paid, at the first office: one month nobody has looked at, one noticed, one that is being deducted.

Made by what makes it in life: sykepenger that became known after the month was paid.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from fotfeste.demo.folk import Kontorstab
from fotfeste.fag.krav import services
from fotfeste.fag.krav.enums import Kravarsak, Kravsvar
from fotfeste.fag.krav.models import Krav
from fotfeste.fag.krav.trekkplan import forste_ledige
from fotfeste.fag.sak.enums import Saksstatus
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.utbetaling.enums import Utbetalingsart, Utbetalingsstatus, Ytelsestype
from fotfeste.fag.utbetaling.etterregning import etterregn
from fotfeste.fag.utbetaling.models import AnnenYtelse, Differanse, Utbetaling
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.logg.services import kommando
from fotfeste.grunnmur.tilgang import SYSTEM, Aktor

PER_MANED = 500
_BETALT = (Utbetalingsstatus.FRIGITT, Utbetalingsstatus.SENDT, Utbetalingsstatus.UTBETALT)


def krav_bygg(kontor: Kontorstab, i_dag: date) -> int:
    """Let some of those who are paid each month have had sykepenger we did not know of. Returns how many.

    Call it when the months have been paid. The same for the same municipality and day.
    """
    saker = Sak.objects.filter(kontor=kontor.kontor, status=Saksstatus.I_PROGRAM, innlest=False)
    antall = 0
    for sak, lop in zip(saker.select_related("person", "kontor").order_by("saksnummer")[3:], _LOP, strict=False):
        if differanse := _sykepenger(kontor, sak):
            with klokke.still_til(i_dag - timedelta(days=21)):
                lop(kontor, differanse)
            antall += 1
    return antall


def _sykepenger(kontor: Kontorstab, sak: Sak) -> Differanse | None:
    """A week of sykepenger in the last month that was paid, told of afterwards."""
    betalt = Utbetaling.objects.filter(sak=sak, art=Utbetalingsart.MANED, status__in=_BETALT).order_by("-maned").first()
    if betalt is None:
        return None
    with kommando(SYSTEM, "demo"):
        AnnenYtelse.objects.create(
            sak=sak,
            type=Ytelsestype.SYKEPENGER,
            fra=betalt.maned + timedelta(days=7),
            til=betalt.maned + timedelta(days=13),
            belop_per_dag=480,
        )
    etterregn(_na(kontor.veiledere[0]), sak, maneder=[betalt.maned])
    return Differanse.objects.filter(sak=sak, maned=betalt.maned, belop__lt=0).first()


def _uvurdert(_kontor: Kontorstab, _differanse: Differanse) -> None:
    """Nobody has taken it on."""


def _varslet(kontor: Kontorstab, differanse: Differanse) -> Krav:
    veileder = _na(kontor.veiledere[0])
    krav = services.krav_apne(veileder, sak=differanse.sak, differanser=[differanse.pk])
    krav = services.krav_vurder_arsak(
        veileder,
        krav=krav,
        arsak=Kravarsak.GOD_TRO,
        arsak_ord="NAV betalte deg sykepenger for en uke. Det fikk vi vite først etterpå.",
    )
    return services.krav_varsle(
        veileder,
        krav=krav,
        per_maned=PER_MANED,
        fra=forste_ledige(krav.sak),
        uttalefrist=klokke.i_dag() + timedelta(days=28),
    )


def _bestemt(kontor: Kontorstab, differanse: Differanse) -> None:
    veileder = _na(kontor.veiledere[0])
    krav = services.krav_registrer_svar(
        veileder, krav=_varslet(kontor, differanse), dato=klokke.i_dag(), svar=Kravsvar.ENIG, ord_="Det er greit."
    )
    krav = services.krav_send_til_beslutter(
        veileder,
        krav=krav,
        per_maned=PER_MANED,
        fra=forste_ledige(krav.sak),
        begrunnelse="Du har penger til mat og bolig etter trekket, og du er enig i planen.",
    )
    services.krav_bestem(_na(kontor.beslutter), krav=krav)


def _na(aktor: Aktor) -> Aktor:
    """The same person on the day the clock shows."""
    return replace(aktor, dag=klokke.i_dag())


_LOP: tuple[Callable[[Kontorstab, Differanse], object], ...] = (_bestemt, _varslet, _uvurdert)
"""How far each has come."""
