"""What is filled in on a sheet, and what is refused at which field."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from uuid import UUID

from django.utils.translation import gettext as _

from fotfeste.fag.oppmote.enums import Fravaersarsak
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.leseord import dato_ord, dato_ukedag, maned_ord
from fotfeste.regelverk.tid import Periode

DOGN = Decimal(24)


@dataclass(frozen=True, slots=True)
class Dagtimer:
    """Hours of one date: in the programme, and in paid work."""

    program: Decimal = Decimal(0)
    arbeid: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Fravaerinn:
    """An absence as given. `id` is the registered one it changes; `timer` None: whole days."""

    fra: date
    til: date
    arsak: str
    id: UUID | None = None
    timer: Decimal | None = None
    barn_id: UUID | None = None
    termin: date | None = None
    fodt: date | None = None
    forklaring: str = ""

    def dager(self) -> Iterable[date]:
        return Periode(self.fra, self.til).dager()


@dataclass(frozen=True, slots=True)
class Fravaersrammer:
    """What the month's absences must keep within.

    `gyldige` are the days the decisions (or the sheet's rows) hold, `planlagte` those with planned hours.
    """

    maned: Periode
    gyldige: Collection[date]
    planlagte: Collection[date]
    barn: Collection[UUID]


def feil_i_dager(dager: Mapping[date, Dagtimer], gyldige: Collection[date], maned: date) -> list[Fagfeil]:
    """Refusals for the hours, each at the field `timer_<date>` of its day."""
    ut = []
    for dag, timer in dager.items():
        felt = f"timer_{dag.isoformat()}"
        if dag not in gyldige:
            if timer != Dagtimer():
                ut.append(Fagfeil(_dag_utenfor(dag, maned), felt=felt))
        elif timer.program < 0 or timer.arbeid < 0:
            ut.append(Fagfeil(_("%s kan ikke ha mindre enn 0 timer.") % dato_ukedag(dag).capitalize(), felt=felt))
        elif timer.program + timer.arbeid > DOGN:
            ut.append(Fagfeil(_("%s har mer enn 24 timer. Sjekk tallene.") % dato_ukedag(dag).capitalize(), felt=felt))
    return ut


def _dag_utenfor(dag: date, maned: date) -> str:
    if (dag.year, dag.month) != (maned.year, maned.month):
        return _("%(dag)s hører ikke til %(maned)s.") % {"dag": dato_ord(dag), "maned": maned_ord(maned)}
    return _("%s er utenfor perioden vedtaket gjelder for. La dagen stå tom.") % dato_ord(dag)


def feil_i_fravaer(fravaer: Sequence[Fravaerinn], rammer: Fravaersrammer) -> list[Fagfeil]:
    """Refusals for the absences, each at the field it belongs to."""
    ut: list[Fagfeil] = []
    for ett in fravaer:
        ut += _feil_i_ett(ett, rammer)
    for tidlig, sen in pairwise(sorted(fravaer, key=lambda ett: (ett.fra, ett.til))):
        if sen.fra <= tidlig.til:
            ut.append(
                Fagfeil(_("Du har to fravær %s. En dag kan bare ha ett: rett datoene.") % dato_ord(sen.fra), felt="fra")
            )
    return ut


def _feil_i_ett(ett: Fravaerinn, rammer: Fravaersrammer) -> list[Fagfeil]:
    maned = rammer.maned
    if ett.til < ett.fra:
        return [Fagfeil(_("Siste dag er før første dag. Bytt om datoene."), felt="til")]
    if not (maned.inneholder(ett.fra) and maned.inneholder(ett.til)):
        return [
            Fagfeil(
                _("Fraværet må ligge i %(maned)s. Før dagene i andre måneder på listen for den måneden.")
                % {"maned": maned_ord(maned.fra)},
                felt="fra" if not maned.inneholder(ett.fra) else "til",
            )
        ]
    ut = _feil_i_dagene(ett, rammer)
    if ett.timer is not None and not 0 < ett.timer <= DOGN:
        ut.append(Fagfeil(_("Skriv hvor mange timer du var borte, mellom 0 og 24."), felt="timer"))
    ut += _mangler_for_arsaken(ett, rammer.barn)
    return ut


def _feil_i_dagene(ett: Fravaerinn, rammer: Fravaersrammer) -> list[Fagfeil]:
    """An absence is from something: at least one day with planned hours. One registered already stands as it is.

    Own illness at the month's edge may go on in the sheet beside it, and its free days count there (forskriften § 6).
    """
    if not any(dag in rammer.gyldige for dag in ett.dager()):
        return [Fagfeil(_("Ingen av dagene er innenfor perioden vedtaket gjelder for."), felt="fra")]
    if ett.id is not None or any(dag in rammer.planlagte for dag in ett.dager()):
        return []
    if ett.arsak == Fravaersarsak.EGEN_SYKDOM and (ett.fra == rammer.maned.fra or ett.til == rammer.maned.slutt):
        return []
    ord_ = (
        _("%(fra)s er ingen programdag, så du trenger ikke å melde fravær.")
        if ett.fra == ett.til
        else _("Det er ingen programdager fra %(fra)s til %(til)s, så du trenger ikke å melde fravær.")
    )
    return [Fagfeil(ord_ % {"fra": dato_ord(ett.fra), "til": dato_ord(ett.til)}, felt="fra")]


def _mangler_for_arsaken(ett: Fravaerinn, egne_barn: Collection[UUID]) -> list[Fagfeil]:
    if ett.arsak not in Fravaersarsak.values:
        return [Fagfeil(_("Velg hvorfor du var borte."), felt="arsak")]
    if ett.arsak == Fravaersarsak.BARNS_SYKDOM and ett.barn_id not in egne_barn:
        return [Fagfeil(_("Velg hvilket barn som var sykt."), felt="barn")]
    if ett.arsak == Fravaersarsak.FOR_TERMIN and ett.termin is None:
        return [Fagfeil(_("Skriv når barnet har termin."), felt="termin")]
    if ett.arsak == Fravaersarsak.FODSEL and ett.fodt is None:
        return [Fagfeil(_("Skriv når barnet ble født."), felt="fodt")]
    return []
