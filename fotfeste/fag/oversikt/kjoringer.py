"""What waits for økonomi: the payment runs, what is to be done with each, and the months nobody has begun on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from fotfeste.fag.oppmote.enums import Timelistestatus
from fotfeste.fag.oppmote.frister import frist_av
from fotfeste.fag.oppmote.models import Timeliste
from fotfeste.fag.utbetaling.enums import Kjoringsart, Kjoringsstatus, Utbetalingsart, Utbetalingsstatus
from fotfeste.fag.utbetaling.lose_betalinger import venter_pa_kjoring
from fotfeste.fag.utbetaling.models import LEVENDE_KJORING, Kjoring, Utbetaling
from fotfeste.fag.utbetaling.services import utbetalingsdato
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.leseord import maned_ord
from fotfeste.grunnmur.organisasjon.models import Kommune
from fotfeste.grunnmur.organisasjon.valg import verdier
from fotfeste.grunnmur.tilgang import HANDLINGER, Aktor, Handling, kontorer_for
from fotfeste.regelverk import tid

APNE = frozenset({Kjoringsstatus.FORBEREDES, Kjoringsstatus.KLAR, Kjoringsstatus.FRIGITT})
"""A run somebody is to move on."""


@dataclass(frozen=True, slots=True)
class Kjoringsgjoremal:
    """What waits for the actor: why, the button's words, the day of payment, and the run; None where it is to begin.

    `begynn` is what is to begin then: the first day of a month, or an extra run, as the form that begins it says it.
    """

    hva: str
    knapp: str
    betales: date
    kjoring: Kjoring | None = None
    begynn: str = ""

    @property
    def er_forsinket(self) -> bool:
        return self.betales < klokke.i_dag()


def ventende_kjoringer(aktor: Aktor) -> list[Kjoringsgjoremal]:
    """What the actor may move on now, the soonest payment first. Who prepared a run does not release it."""
    if not aktor.roller & HANDLINGER[Handling.KJORING_FORBERED]:
        return []
    kommuner = kontorer_for(aktor, Handling.KJORING_FORBERED).kommuner
    kjoringer = Kjoring.objects.filter(kommune_id__in=kommuner, status__in=sorted(APNE)).select_related("forberedt_av")
    linjer = [linje for kjoring in kjoringer if (linje := _linje(aktor, kjoring))]
    alle = [*linjer, *_ikke_begynt(kommuner), *_kan_ikke_vente(kommuner)]
    return sorted(alle, key=lambda linje: linje.betales)


def _linje(aktor: Aktor, kjoring: Kjoring) -> Kjoringsgjoremal | None:
    maned, betales = kjoring.i_ord, kjoring.utbetalingsdato
    if kjoring.status == Kjoringsstatus.FORBEREDES:
        tekst = _("Utbetalingen for %(maned)s er under arbeid")
        return Kjoringsgjoremal(tekst % {"maned": maned}, _("Gjør den klar"), betales, kjoring)
    if kjoring.status == Kjoringsstatus.FRIGITT:
        tekst = _("Utbetalingen for %(maned)s er frigitt, men ikke sendt til banken")
        return Kjoringsgjoremal(tekst % {"maned": maned}, _("Lag filen til banken"), betales, kjoring)
    if kjoring.forberedt_av_id == aktor.bruker_id:
        return None
    tekst = _("%(hvem)s har gjort utbetalingen for %(maned)s klar")
    hva = tekst % {"maned": maned, "hvem": kjoring.forberedt_av.navn}
    return Kjoringsgjoremal(hva, _("Kontroller og frigi"), betales, kjoring)


def _ikke_begynt(kommuner: Collection[UUID]) -> Iterator[Kjoringsgjoremal]:
    """Months with approved sheets no run has taken: never begun, or approved after the last one was released."""
    frigitt, apne = _kjoringer(kommuner)
    navn = Kommune.objects.in_bulk(kommuner)
    for (kommune_id, maned), godkjent in _ubetalte_lister(kommuner).items():
        siste = frigitt.get((kommune_id, maned))
        sene = [dag for dag in godkjent if siste and dag > siste]
        if (kommune_id, maned) in apne or (siste and not sene) or not (siste or _er_frist_ute(kommune_id, maned)):
            continue
        ord_ = {"maned": maned_ord(maned), "antall": len(sene)}
        hva = _("Utbetalingen for %(maned)s er ikke begynt") % ord_
        if siste:
            hva = (
                ngettext(
                    "%(antall)s timeliste for %(maned)s ble godkjent etter kjøringen",
                    "%(antall)s timelister for %(maned)s ble godkjent etter kjøringen",
                    len(sene),
                )
                % ord_
            )
        betales = utbetalingsdato(navn[kommune_id], maned)
        yield Kjoringsgjoremal(hva, _("Begynn på den"), betales, begynn=maned.isoformat())


def _kan_ikke_vente(kommuner: Collection[UUID]) -> Iterator[Kjoringsgjoremal]:
    """Advances, and deductions to be given back, that no run has taken: somebody has too little to live on."""
    for dager in venter_pa_kjoring(kommuner).values():
        tekst = ngettext(
            "%(antall)s forskudd eller tilbakebetaling er bestemt, og ligger ikke i noen kjøring",
            "%(antall)s forskudd og tilbakebetalinger er bestemt, og ligger ikke i noen kjøring",
            len(dager),
        )
        betales = tid.neste_virkedag(min(dager))
        hva = tekst % {"antall": len(dager)}
        yield Kjoringsgjoremal(hva, _("Begynn en ekstrakjøring"), betales, begynn=Kjoringsart.EKSTRA.value)


def _kjoringer(kommuner: Collection[UUID]) -> tuple[dict[tuple[UUID, date], datetime], set[tuple[UUID, date]]]:
    """When the last run of each month was released, and the months that have one somebody is to move on."""
    frigitt: dict[tuple[UUID, date], datetime] = {}
    apne = set()
    rader = Kjoring.objects.filter(LEVENDE_KJORING, kommune_id__in=kommuner, art=Kjoringsart.MANED).order_by("nummer")
    for kommune_id, maned, status, dag in rader.values_list("kommune_id", "maned", "status", "frigitt"):
        if status in APNE:
            apne.add((kommune_id, maned))
        if dag:
            frigitt[kommune_id, maned] = dag
    return frigitt, apne


def _ubetalte_lister(kommuner: Collection[UUID]) -> dict[tuple[UUID, date], list[datetime]]:
    """When the approved sheets of the last year that no payment rests on were approved, by municipality and month."""
    denne = klokke.i_dag().replace(day=1)
    betalt = Utbetaling.objects.filter(sak=OuterRef("sak"), maned=OuterRef("maned"), art=Utbetalingsart.MANED)
    lister = Timeliste.objects.filter(
        ~Exists(betalt.exclude(status=Utbetalingsstatus.FORKASTET)),
        sak__kommune_id__in=kommuner,
        status=Timelistestatus.GODKJENT,
        maned__lt=denne,
        maned__gte=tid.legg_til_maneder(denne, -12),
    )
    ut: defaultdict[tuple[UUID, date], list[datetime]] = defaultdict(list)
    for kommune_id, maned, dag in lister.values_list("sak__kommune_id", "maned", "godkjent"):
        if dag:
            ut[kommune_id, maned].append(dag)
    return ut


def _er_frist_ute(kommune_id: UUID, maned: date) -> bool:
    """Whether the day the sheets were due is over: before it, not all that will be paid have come."""
    periode = tid.maned(maned.year, maned.month)
    return klokke.i_dag() > frist_av(verdier([kommune_id], periode.slutt)[kommune_id], periode)
