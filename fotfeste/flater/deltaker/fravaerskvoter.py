"""What stands beside the absence form, for participant and office alike: the rights that day, and what is typed."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from fotfeste.fag.oppmote.forslag import Kvotevisning, kvotevisning
from fotfeste.fag.oppmote.inn import Fravaerinn
from fotfeste.fag.sak.models import Sak
from fotfeste.flater.deltaker.timeliste_forms import Fravaerskjema
from fotfeste.grunnmur import klokke
from fotfeste.regelverk import tid

SETT = "sett"
"""The field that says which days the cost was shown for, so that nobody sends without having seen it."""


def vis_kvoter(sak: Sak, maned: date, skjema: Fravaerskjema | None = None) -> Kvotevisning | None:
    """The rights as of the first day typed, or the month's last day that has come; None before a grant.

    Days outside the sheet's month are no absence of it, and are refused when the form is sent: they are not reckoned.
    """
    periode = tid.maned(maned.year, maned.month)
    inn, fra, har_papir = _lest(skjema) if skjema is not None and skjema.is_bound else (None, None, False)
    if fra is None or not periode.inneholder(fra):
        inn, fra = None, min(periode.slutt, klokke.i_dag())
    elif inn and not periode.inneholder(inn.til):
        inn = None
    return kvotevisning(sak, fra, inn, med_erklaering=har_papir, slutt=periode.slutt)


def ma_ses(visning: Kvotevisning | None, skjema: Fravaerskjema) -> bool:
    """Whether the typed days cost something the participant has not been shown."""
    return bool(visning and visning.forslag and visning.forslag.tapte) and skjema.data.get(SETT) != nokkel(skjema)


def nokkel(skjema: Fravaerskjema) -> str:
    """What the shown cost was reckoned from."""
    verdier = getattr(skjema, "cleaned_data", {})
    return "|".join(str(verdier.get(felt) or "") for felt in ("fra", "til", "arsak", "barn", "timer", "termin", "fodt"))


def _lest(skjema: Fravaerskjema) -> tuple[Fravaerinn | None, date | None, bool]:
    """The absence as far as it is typed: whole, or only its first day."""
    skjema.is_valid()
    verdier = skjema.cleaned_data
    fra, arsak = verdier.get("fra"), verdier.get("arsak")
    if fra is None or not arsak:
        return None, fra, False
    barn = verdier.get("barn") if arsak == "barns_sykdom" else ""
    inn = Fravaerinn(
        fra=fra,
        til=verdier.get("til") or fra,
        arsak=arsak,
        timer=verdier.get("timer"),
        barn_id=UUID(barn) if barn else None,
        termin=verdier.get("termin"),
        fodt=verdier.get("fodt"),
    )
    return inn, fra, bool(verdier.get("vedlegg"))
