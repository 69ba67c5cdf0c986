"""What waits for økonomi: the payment runs, and what is to be done with each."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from fotfeste.fag.utbetaling.enums import Kjoringsstatus
from fotfeste.fag.utbetaling.models import Kjoring
from fotfeste.grunnmur.leseord import maned_ord
from fotfeste.grunnmur.tilgang import HANDLINGER, Aktor, Handling, kontorer_for


@dataclass(frozen=True, slots=True)
class Kjoringsgjoremal:
    """A run that waits for the actor: why, and the button's words."""

    kjoring: Kjoring
    hva: str
    knapp: str


def ventende_kjoringer(aktor: Aktor) -> list[Kjoringsgjoremal]:
    """The runs the actor may move on now, the soonest payment first. Who prepared a run does not release it."""
    if not aktor.roller & HANDLINGER[Handling.KJORING_FORBERED]:
        return []
    apne = {Kjoringsstatus.FORBEREDES, Kjoringsstatus.KLAR, Kjoringsstatus.FRIGITT}
    kommuner = kontorer_for(aktor, Handling.KJORING_FORBERED).kommuner
    kjoringer = Kjoring.objects.filter(kommune_id__in=kommuner, status__in=apne).select_related("forberedt_av")
    linjer = (_linje(aktor, kjoring) for kjoring in kjoringer.order_by("utbetalingsdato"))
    return [linje for linje in linjer if linje is not None]


def _linje(aktor: Aktor, kjoring: Kjoring) -> Kjoringsgjoremal | None:
    maned = maned_ord(kjoring.maned)
    if kjoring.status == Kjoringsstatus.FORBEREDES:
        tekst = _("Utbetalingen for %(maned)s er under arbeid")
        return Kjoringsgjoremal(kjoring, tekst % {"maned": maned}, _("Gjør den klar"))
    if kjoring.status == Kjoringsstatus.FRIGITT:
        tekst = _("Utbetalingen for %(maned)s er frigitt, men ikke sendt til banken")
        return Kjoringsgjoremal(kjoring, tekst % {"maned": maned}, _("Lag filen til banken"))
    if kjoring.forberedt_av_id == aktor.bruker_id:
        return None
    tekst = _("%(hvem)s har gjort utbetalingen for %(maned)s klar")
    return Kjoringsgjoremal(
        kjoring, tekst % {"maned": maned, "hvem": kjoring.forberedt_av.navn}, _("Kontroller og frigi")
    )
