"""What an absence being typed would come to: which days keep the stønad, what the others cost, and what is too late."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from uuid import uuid4

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fotfeste.fag.oppmote.enums import SYKDOM
from fotfeste.fag.oppmote.fakta import Fravarsrad, Saksfravaer, saksfravaer_for, timer_for_dager
from fotfeste.fag.oppmote.inn import Fravaerinn
from fotfeste.fag.oppmote.kostnad import kroner_tapt
from fotfeste.fag.oppmote.kvoter import Kvote, kvoter
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.vedtak.sats import sats_for
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.ord import kroner_ord
from fotfeste.regelverk.fravaer import PAKREVD, Arsak, varsles_senest
from fotfeste.regelverk.penger import avrund
from fotfeste.regelverk.tid import Periode


@dataclass(frozen=True, slots=True)
class Fravaersforslag:
    """What the days being typed would be answered.

    `tapte` are the days that keep no stønad, with the hours away; `kroner` what they cost and `dagsats` the rate of the
    first of them. `trekkes` False: not before a decision is taken. `hjelper_erklaering`: with a doctor's statement for
    all of it, every day keeps the stønad. `tekster` are the rules' own words, in bokmål.
    """

    gyldige: int
    tapte: Mapping[date, Fraction]
    kroner: int
    dagsats: int
    trekkes: bool
    hjelper_erklaering: bool = False
    tekster: list[str] = field(default_factory=list)
    varsler: list[str] = field(default_factory=list)

    @property
    def setning(self) -> str:
        """The cost in one sentence; empty when every day keeps the stønad."""
        antall = len(self.tapte)
        if not antall:
            return ""
        ord_ = {"antall": antall, "kroner": kroner_ord(self.kroner), "sats": kroner_ord(self.dagsats)}
        return (
            ngettext(
                "%(antall)d dag gir ikke stønad. Det koster %(kroner)s. Stønaden er %(sats)s for en hel dag.",
                "%(antall)d dager gir ikke stønad. Det koster %(kroner)s. Stønaden er %(sats)s for en hel dag.",
                antall,
            )
            % ord_
        )


@dataclass(frozen=True, slots=True)
class Kvotevisning:
    """What stands beside the form: the rights as of `dag`, and what the typed days come to (None: too little typed)."""

    dag: date
    kvoter: list[Kvote]
    forslag: Fravaersforslag | None = None


def kvotevisning(
    sak: Sak, dag: date, inn: Fravaerinn | None = None, *, med_erklaering: bool = False, slutt: date | None = None
) -> Kvotevisning | None:
    """The rights of the case on `dag`, or on the first day of the typed absence; None before a grant.

    `med_erklaering`: a doctor's statement for all of it comes with it. The gate is the caller's.
    """
    rad = _som_rad(inn, med_erklaering=med_erklaering) if inn else None
    dag = rad.fra if rad else dag
    siste = max(filter(None, (dag, rad.til if rad else None, slutt)))
    fravaer = saksfravaer_for([sak.pk], til=siste).get(sak.pk)
    if fravaer is None:
        return None
    if rad is not None and rad.barn is not None and rad.barn not in fravaer.barn:
        rad = None
    forslag = _forslag(sak, fravaer, rad) if rad else None
    return Kvotevisning(dag, kvoter(fravaer, dag, rad), forslag)


def _som_rad(inn: Fravaerinn, *, med_erklaering: bool) -> Fravarsrad | None:
    """The typed absence as the rules need it; None while it lacks what its reason asks for."""
    if inn.til < inn.fra or inn.arsak not in set(Arsak):
        return None
    felt = PAKREVD.get(Arsak(inn.arsak))
    if felt and {"barn": inn.barn_id, "termin": inn.termin, "fodt": inn.fodt}[felt] is None:
        return None
    erklaering = (Periode(inn.fra, inn.til),) if med_erklaering else ()
    return Fravarsrad(uuid4(), inn.fra, inn.til, inn.arsak, inn.timer, inn.barn_id, inn.termin, inn.fodt, erklaering)


def _forslag(sak: Sak, fravaer: Saksfravaer, rad: Fravarsrad) -> Fravaersforslag:
    svar = fravaer.med(rad)
    dager = [dag for dag, ett in svar.dager.items() if not ett.gyldig]
    tapte = timer_for_dager(sak.pk, dict.fromkeys(dager, rad), arbeidet=rad.timer is not None)
    kjent = klokke.i_dag()
    gyldige = sum(ett.gyldig for ett in svar.dager.values())
    return Fravaersforslag(
        gyldige=gyldige,
        tapte=tapte,
        kroner=kroner_tapt(sak, tapte, kjent),
        dagsats=avrund(sats_for(sak.person, min(tapte), kjent).dagsats_ore, 100) if tapte else 0,
        hjelper_erklaering=bool(tapte) and _alt_gyldig_med_erklaering(fravaer, rad),
        trekkes=all(fravaer.kan_trekkes(dag) for dag in tapte),
        tekster=[ett.tekst for ett in svar.spor() if ett.kode.startswith("ugyldig")],
        varsler=_varsler(rad),
    )


def _alt_gyldig_med_erklaering(fravaer: Saksfravaer, rad: Fravarsrad) -> bool:
    if rad.arsak not in SYKDOM or rad.legeerklaering:
        return False
    dokumentert = replace(rad, legeerklaering=(Periode(rad.fra, rad.til),))
    return all(ett.gyldig for ett in fravaer.med(dokumentert).dager.values())


def _varsler(rad: Fravarsrad) -> list[str]:
    """What should have been said before, and is too late now: somebody decides whether it is accepted."""
    senest = varsles_senest(Arsak(rad.arsak), rad.fra)
    if senest is None or senest >= klokke.i_dag():
        return []
    if rad.arsak == Arsak.FOR_TERMIN:
        setning = _("Permisjon før termin skal varsles minst en uke før, her innen %(dag)s.")
    else:
        setning = _("Religiøse høytider skal varsles minst ti virkedager før, her innen %(dag)s.")
    etterpa = _("Har du ikke sagt fra før det, bestemmer veilederen om dagene kan godtas.")
    return [f"{setning % {'dag': dato_ord(senest)}} {etterpa}"]
