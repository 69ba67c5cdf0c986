"""The municipal choices: every place where the law is silent and Fotfeste must still do something.

Each has a key, a documented default and the reason. A municipality sets another value, dated, as KommunaltValg.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from fotfeste.grunnmur.organisasjon.models import KommunaltValg

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Valg:
    """One choice: its key, default, what it decides, and what the law says and does not say."""

    nokkel: str
    standard: Any
    hva: StrOrPromise
    hvorfor: StrOrPromise


VALG = {
    valg.nokkel: valg
    for valg in (
        Valg(
            "fravaer_reduserer_barnetillegg",
            standard=False,
            hva=_("Ugyldig fravær trekker også barnetillegget"),
            hvorfor=_("§ 36 nevner ikke barnetillegget, i motsetning til § 37. Standard er å la det stå."),
        ),
        Valg(
            "utbetalingsdag",
            standard=12,
            hva=_("Dag i måneden stønaden betales"),
            hvorfor=_("§ 39: kommunen bestemmer hvordan og når stønaden betales. Standard er den 12. måneden etter."),
        ),
        Valg(
            "timelistefrist",
            standard=5,
            hva=_("Dag i måneden etter da timelisten skal være levert"),
            hvorfor=_("§ 39 sier etterskuddsvis på grunnlag av registrert frammøte, ikke når listen skal leveres."),
        ),
        Valg(
            "evalueringsintervall_maneder",
            standard=3,
            hva=_("Måneder mellom evalueringene i programmet"),
            hvorfor=_("Forskriften § 1 krever tidspunkter for evaluering, men sier ikke hvor ofte."),
        ),
        Valg(
            "jobbsoking_siste_maneder",
            standard=3,
            hva=_("Hvor lang avslutningsdelen er, i måneder"),
            hvorfor=_("Forskriften § 1 krever jobbsøking senest i avslutningsdelen, men sier ikke hvor lang den er."),
        ),
        Valg(
            "opplysningsfrist_dager",
            standard=14,
            hva=_("Dager søkeren får til å sende det som mangler"),
            hvorfor=_("Forvaltningsloven § 17 setter ingen frist; søknaden beholder mottattdatoen uansett."),
        ),
    )
}


def verdi(kommune_id: UUID, nokkel: str, dag: date) -> Any:
    """The choice in force in the municipality on `dag`, or the default. KeyError for a key that does not exist."""
    valgt = (
        KommunaltValg.objects.filter(kommune_id=kommune_id, nokkel=nokkel, fra__lte=dag)
        .filter(Q(til__isnull=True) | Q(til__gte=dag))
        .values_list("verdi", flat=True)
        .first()
    )
    return VALG[nokkel].standard if valgt is None else valgt
