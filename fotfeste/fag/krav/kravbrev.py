"""The letters of a claim, from its own words and numbers. Bokmål, as they are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.utils import translation

from fotfeste.fag.brev.innhold import Brev
from fotfeste.fag.brev.maler import (
    Begrunnelse,
    Klagerett,
    Refusjonsbrev,
    Trekkavgjorelse,
    Trekkvarsel,
    trekkavgjorelse,
    trekkvarsel,
)
from fotfeste.fag.brev.maler.krav import REGEL_TREKK, Belopsrad
from fotfeste.fag.brev.services import brev_ramme
from fotfeste.fag.krav.dekning import dekning, linjerester, maneder_med_rest
from fotfeste.fag.krav.enums import Kravarsak, Kravsvar
from fotfeste.fag.krav.models import Krav, Refusjonskrav
from fotfeste.fag.utbetaling.endringsarsak import Endringsarsak
from fotfeste.grunnmur.ord import dato_ord, kroner_ord, maned_ord
from fotfeste.grunnmur.tilgang import Aktor, aktor_for
from fotfeste.regelverk.frister import KLAGEFRIST

KLAGEINSTANS = "Statsforvalteren"
_HVORDAN = {
    Kravarsak.IKKE_VURDERT: "Vi vet ikke ennå hvordan det skjedde.",
    Kravarsak.NAV: "Det var vi som gjorde en feil. Det er ikke din skyld.",
    Kravarsak.GOD_TRO: "Vi mener at du ikke kunne vite at det ble for mye.",
    Kravarsak.URIKTIG: "Vi fikk opplysninger som ikke stemte, eller vi fikk ikke vite noe vi måtte vite.",
    Kravarsak.UKJENT: "Vi vet ikke hvordan det skjedde.",
}


@translation.override("nb")
def varselbrev(aktor: Aktor, krav: Krav, plan: tuple[Belopsrad, ...], uttalefrist: date) -> Brev:
    """The notice of a deduction."""
    return trekkvarsel(
        Trekkvarsel(
            ramme=brev_ramme(aktor, krav.sak),
            maneder=maneder_med_rest(krav),
            arsaker=arsakene(krav),
            betalt_to_ganger=_betalt_to_ganger(krav),
            hvordan=f"{_HVORDAN[Kravarsak(krav.arsak)]} {krav.arsak_ord}".strip(),
            plan=plan,
            uttalefrist=uttalefrist,
            gjort_opp=dekning(krav).gitt_tilbake,
        )
    )


@translation.override("nb")
def avgjorelsesbrev(aktor: Aktor, krav: Krav, plan: tuple[Belopsrad, ...], dag: date) -> Brev:
    """The decision of a deduction, signed by the one who prepared it and the one who decides."""
    ramme = brev_ramme(aktor_for(krav.saksbehandler), krav.sak)
    underskrift = (krav.saksbehandler.navn, aktor.navn, krav.sak.kontor.navn)
    return trekkavgjorelse(
        Trekkavgjorelse(
            ramme=replace(ramme, dato=dag, underskrift=underskrift),
            begrunnelse=Begrunnelse(
                regler=(REGEL_TREKK,),
                fakta=(*fakta(krav), f"{_HVORDAN[Kravarsak(krav.arsak)]} {krav.arsak_ord}".strip(), _svaret(krav)),
                avveiing=krav.begrunnelse,
                deltakers_syn=krav.svar_ord.strip() or None,
            ),
            klagerett=Klagerett(frist_uker=int(KLAGEFRIST.verdi), klageinstans=KLAGEINSTANS, utsetting=True),
            maneder=maneder_med_rest(krav),
            plan=plan,
            gjort_opp=dekning(krav).gitt_tilbake,
        )
    )


def _svaret(krav: Krav) -> str:
    """What the participant answered to the notice. Their own words stand beside it."""
    if not krav.har_svart:
        return "Du svarte ikke på varselet innen fristen."
    if krav.svar == Kravsvar.ANNEN_PLAN:
        return f"Du ba om at vi trekker {kroner_ord(krav.svar_belop or 0)} hver måned."
    return "Du sa deg enig i planen." if krav.svar == Kravsvar.ENIG else "Du sa deg uenig i kravet."


def fakta(krav: Krav) -> tuple[str, ...]:
    """One sentence for each month: what was paid too much, and which fact was another; then what was paid twice."""
    return (
        *(
            f"For {maned_ord(rad.maned)} fikk du {kroner_ord(rad.rest)} for mye: {_ord(rad.linje.differanse.arsaker)}."
            for rad in linjerester(krav)
            if rad.rest and rad.linje.differanse
        ),
        *_betalt_to_ganger(krav),
    )


def arsakene(krav: Krav) -> tuple[str, ...]:
    """The facts that were other than when the months were paid, each once, in the middle of a sentence."""
    rader = [rad.linje.differanse for rad in linjerester(krav) if rad.rest and rad.linje.differanse]
    koder = [kode for differanse in rader for kode in differanse.arsaker]
    return tuple(_liten(Endringsarsak(kode)) for kode in dict.fromkeys(koder))


def _betalt_to_ganger(krav: Krav) -> tuple[str, ...]:
    """One sentence for each payment that came twice: both days and amounts."""
    ut = []
    for rad in linjerester(krav):
        if rad.rest and (to := rad.linje.dobbeltbetaling):
            forst = f"{kroner_ord(to.utbetaling.netto)} {dato_ord(to.dato)}"
            sa = f"{kroner_ord(to.ny.netto)} {dato_ord(to.ny_dato)}"
            ut.append(
                f"Pengene for {maned_ord(rad.maned)} ble betalt til deg to ganger: {forst}, og {sa}. "
                "Du skulle bare ha fått dem én gang."
            )
    return tuple(ut)


def _ord(koder: list[str]) -> str:
    return ", ".join(_liten(Endringsarsak(kode)) for kode in koder)


def _liten(arsak: Endringsarsak) -> str:
    tekst = str(arsak.label)
    return f"{tekst[0].lower()}{tekst[1:]}"


@translation.override("nb")
def refusjonsinnhold(aktor: Aktor, refusjonskrav: Refusjonskrav, maneder: tuple[Belopsrad, ...]) -> Refusjonsbrev:
    """What both letters on a refusjon say."""
    person = refusjonskrav.sak.person
    return Refusjonsbrev(
        ramme=brev_ramme(aktor, refusjonskrav.sak),
        navn=person.navn,
        fodselsnummer=person.fodselsnummer,
        ytelse=str(refusjonskrav.get_ytelse_display()),
        fra=refusjonskrav.fra,
        til=refusjonskrav.til,
        etterbetalt=refusjonskrav.etterbetalt,
        maneder=maneder,
        krevd=refusjonskrav.krevd,
    )
