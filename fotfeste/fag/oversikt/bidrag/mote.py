"""Meetings: those wished for, to be closed, without an interpreter; what was promised; who did not come; a concern."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext as _

from fotfeste.fag.oppfolging.enums import (
    Avtalepart,
    Avtalestatus,
    Bekymringsstatus,
    Motestatus,
    Motesvar,
    Motetype,
    Tolkestatus,
)
from fotfeste.fag.oppfolging.models import Avtalepunkt, Bekymring, Kontakt, Mote
from fotfeste.fag.oversikt.bidrag.typer import Bidrag
from fotfeste.fag.oversikt.typer import Frist, Oppgave, Part, Steg
from fotfeste.fag.sak.utvalg import rader_i
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.leseord import dato_ord
from fotfeste.grunnmur.tilgang import Handling
from fotfeste.regelverk.tid import legg_til_maneder

if TYPE_CHECKING:
    from fotfeste.fag.oversikt.fakta import Fakta

SISTE_TID = timedelta(days=92)
"""How far back a meeting nobody came to, or one of three parties, still asks for something."""

_SKRIV = Handling.OPPFOLGING_SKRIV


@dataclass
class Motefakta:
    """What stands in one case. `moter`: the open ones, and those of the last three months, oldest first."""

    moter: list[Mote] = field(default_factory=list)
    avtaler: list[Avtalepunkt] = field(default_factory=list)
    bekymring: Bekymring | None = None
    siste_forsok: date | None = None

    @property
    def avtalte(self) -> list[Mote]:
        return [m for m in self.moter if m.status == Motestatus.AVTALT]

    @property
    def ikke_mott(self) -> list[Mote]:
        """The meetings in a row the participant did not come to, the newest last."""
        rad: list[Mote] = []
        for mote in self.moter:
            if mote.status == Motestatus.HOLDT:
                rad = []
            elif mote.status == Motestatus.IKKE_MOTT:
                rad.append(mote)
        return rad


def _hent(ider: Sequence[UUID]) -> Mapping[UUID, Motefakta]:
    """At most three queries."""
    ut: defaultdict[UUID, Motefakta] = defaultdict(Motefakta)
    nylig = Q(status__in=[Motestatus.HOLDT, Motestatus.IKKE_MOTT], start__gte=klokke.na() - SISTE_TID)
    apne = Q(status__in=[Motestatus.ONSKET, Motestatus.AVTALT])
    forsok = Kontakt.objects.filter(sak=OuterRef("sak"), mote__isnull=True).order_by("-dato").values("dato")[:1]
    rader = rader_i(ider, Mote).filter(apne | nylig).defer("referat", "internt")
    for mote in rader.annotate(siste_forsok=Subquery(forsok)).order_by("start", "opprettet"):
        ut[mote.sak_id].moter.append(mote)
        ut[mote.sak_id].siste_forsok = mote.siste_forsok
    for punkt in rader_i(ider, Avtalepunkt).filter(status=Avtalestatus.APEN, frist__isnull=False):
        ut[punkt.sak_id].avtaler.append(punkt)
    for bekymring in rader_i(ider, Bekymring).filter(status=Bekymringsstatus.AKTIV):
        ut[bekymring.sak_id].bekymring = bekymring
    return ut


def _oppgaver(fakta: Fakta, egne: Motefakta | None) -> Iterable[Oppgave]:
    if egne is None:
        return
    if egne.bekymring:
        yield _bekymring(egne.bekymring)
    for mote in egne.moter:
        if mote.status == Motestatus.ONSKET:
            yield _onsket(fakta, mote)
    for mote in egne.avtalte:
        yield from _avtalt(mote)
    yield from _kom_ikke(fakta, egne)
    yield from _avtaler(fakta, egne)
    yield from _trepart(fakta, egne)


def _bekymring(bekymring: Bekymring) -> Oppgave:
    return Oppgave(
        "bekymring",
        _("Noen er bekymret for deltakeren"),
        Part.VEILEDER,
        bekymring.fra,
        Steg("bekymring", _("Følg opp bekymringen"), _SKRIV),
        frist=bekymring.fra,
        mer=_("Lederen vet om det") if bekymring.loftet else "",
        eier_id=bekymring.ansvarlig_id,
    )


def _onsket(fakta: Fakta, mote: Mote) -> Oppgave:
    """A wish to meet is a task with an age; nobody may say no to it."""
    siden = klokke.dagen(mote.opprettet)
    return Oppgave(
        "mote_onsket",
        _("%(hvem)s vil ha et møte") % {"hvem": mote.get_initiativ_display()}
        if mote.initiativ != "deltaker"
        else _("%(navn)s vil snakke med deg") % {"navn": fakta.sak.person.fornavn},
        Part.VEILEDER,
        siden,
        Steg("mote_ny", _("Finn en tid"), _SKRIV),
        frist=siden + fakta.dager("onsket_mote_senest_dager"),
        mer=f"«{mote.onske[:120]}»",
        husets_frist=True,
    )


def _avtalt(mote: Mote) -> Iterator[Oppgave]:
    dag = mote.dag or klokke.i_dag()
    navn = mote.get_type_display()
    if mote.er_forbi:
        steg = Steg("mote_neste", _("Lukk møtet"), _SKRIV)
        tekst = _("%(mote)s %(dag)s er ikke lukket") % {"mote": navn, "dag": dato_ord(dag)}
        mer = _("Avtalen er ikke sendt til deltakeren")
        yield Oppgave(
            "mote_lukk",
            tekst,
            Part.VEILEDER,
            dag,
            steg,
            frist=dag,
            mer=mer,
            eier_id=mote.ansvarlig_id,
            husets_frist=True,
        )
        return
    steg = Steg("mote_neste", _("Forbered møtet"), _SKRIV)
    if mote.svar == Motesvar.ANNEN_TID:
        tekst = _("Deltakeren ber om en annen tid enn %(dag)s") % {"dag": dato_ord(dag)}
        flytt = Steg("mote_neste", _("Flytt møtet"), _SKRIV)
        mer = f"«{mote.annen_tid}»"
        yield Oppgave("mote_flytt", tekst, Part.VEILEDER, None, flytt, frist=dag, mer=mer, eier_id=mote.ansvarlig_id)
    elif dag <= klokke.i_dag() + timedelta(days=1):
        tekst = _("%(mote)s i dag") if dag == klokke.i_dag() else _("%(mote)s i morgen")
        mer = f"«{mote.onske[:120]}»" if mote.onske else ""
        yield Oppgave(
            "mote_snart",
            tekst % {"mote": navn},
            Part.VEILEDER,
            None,
            steg,
            frist=dag,
            mer=mer,
            eier_id=mote.ansvarlig_id,
        )
    if mote.tolkestatus == Tolkestatus.UDEKKET:
        tekst = _("Møtet %(dag)s har ingen tolk") % {"dag": dato_ord(dag)}
        yield Oppgave("mote_tolk", tekst, Part.VEILEDER, None, steg, frist=dag, eier_id=mote.ansvarlig_id)


def _kom_ikke(fakta: Fakta, egne: Motefakta) -> Iterator[Oppgave]:
    """The step chosen when nobody came, until somebody has tried, or a new meeting stands."""
    rad = egne.ikke_mott
    if not rad or rad[-1].dag is None or egne.avtalte:
        return
    siste = rad[-1].dag
    if egne.siste_forsok and egne.siste_forsok > siste:
        return
    antall = len(rad)
    loftes = antall >= int(fakta.valg["ikke_mott_loftes_etter"])
    yield Oppgave(
        "ikke_mott",
        _("Deltakeren kom ikke %(dag)s") % {"dag": dato_ord(siste)},
        Part.VEILEDER,
        siste,
        Steg("kontakt_logg", rad[-1].get_neste_steg_display(), _SKRIV),
        frist=siste + timedelta(days=2),
        mer=_("%(antall)s ganger på rad: ta det opp med fagansvarlig") % {"antall": antall} if loftes else "",
        eier_id=None if loftes else rad[-1].ansvarlig_id,
        husets_frist=True,
    )


def _avtaler(fakta: Fakta, egne: Motefakta) -> Iterator[Oppgave]:
    """What was promised and is not done on its day: ours as ours, the participant's as theirs."""
    for punkt in egne.avtaler:
        if punkt.frist is None or punkt.frist > fakta.dag + timedelta(days=2):
            continue
        egen = punkt.hvem == Avtalepart.DELTAKER
        tekst = _("Deltakeren skulle: %(hva)s") if egen else _("Vi lovte: %(hva)s")
        if punkt.hvem == Avtalepart.ANDRE:
            tekst = _("Andre skulle: %(hva)s")
        yield Oppgave(
            "avtale",
            tekst % {"hva": punkt.hva},
            Part.DELTAKER if egen else Part.VEILEDER,
            None,
            Steg("moter", _("Se avtalene"), _SKRIV),
            frist=punkt.frist,
            husets_frist=True,
        )


def _trepart(fakta: Fakta, egne: Motefakta) -> Iterator[Oppgave]:
    """A meeting of three parties is followed by one after a month."""
    holdte = [m for m in egne.moter if m.type == Motetype.TREPART and m.status == Motestatus.HOLDT and m.dag]
    if not holdte or holdte[-1].dag is None:
        return
    siste = holdte[-1].dag
    nytt = any(m.type == Motetype.TREPART for m in egne.avtalte)
    frist = legg_til_maneder(siste, 1)
    if not nytt and frist - timedelta(days=14) <= fakta.dag:
        yield Oppgave(
            "trepart",
            _("Nytt trepartsmøte en måned etter det forrige"),
            Part.VEILEDER,
            siste,
            Steg("mote_ny", _("Kall inn"), _SKRIV),
            frist=frist,
            husets_frist=True,
        )


def _frister(fakta: Fakta, egne: Motefakta | None) -> Iterable[Frist]:
    for mote in egne.avtalte if egne else ():
        if mote.dag and mote.dag >= fakta.dag and mote.start:
            tid = f"{mote.start.astimezone(klokke.OSLO):%H.%M}"
            yield Frist(mote.dag, _("%(mote)s kl. %(tid)s") % {"mote": mote.get_type_display(), "tid": tid})


BIDRAG = Bidrag("mote", _hent, _oppgaver, _frister, sjeldne=(Mote, Avtalepunkt, Bekymring))
