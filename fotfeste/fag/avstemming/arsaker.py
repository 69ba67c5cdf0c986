"""The bank's reasons in words. The codes are those of ISO 20022's external code lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import translation
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

ORD: dict[str, StrOrPromise] = {
    "AC01": _("Kontonummeret finnes ikke."),
    "AC03": _("Kontonummeret finnes ikke."),
    "AC04": _("Kontoen er avsluttet."),
    "AC06": _("Kontoen er sperret."),
    "AC07": _("Kontoen er avsluttet."),
    "AC13": _("Kontoen kan ikke ta imot slike betalinger."),
    "AG01": _("Kontoen kan ikke ta imot slike betalinger."),
    "BE01": _("Navnet stemmer ikke med den som eier kontoen."),
    "MD07": _("Banken sier at kontohaveren er død."),
    "RR03": _("Navnet eller adressen til mottakeren mangler."),
    "AM04": _("Det var ikke nok penger på kommunens konto."),
    "AM05": _("Banken mener den har fått betalingen før."),
    "DT01": _("Betalingsdagen kan ikke brukes."),
    "DUPL": _("Banken mener den har fått betalingen før."),
    "FF01": _("Banken kunne ikke lese filen."),
    "CUST": _("Betalingen ble stanset etter ønske fra kommunen."),
    "FOCR": _("Betalingen ble kalt tilbake."),
    "MS02": _("Mottakeren ville ikke ha pengene."),
    "MS03": _("Banken sier ikke hvorfor."),
    "NARR": _("Banken sier ikke hvorfor."),
}

GJELDER_KONTOEN = frozenset({"AC01", "AC03", "AC04", "AC06", "AC07", "AC13", "AG01", "BE01", "MS02", ""})
"""The account is what has to be put right, and the participant is who knows it. No reason given counts as this one."""


def gjelder_kontoen(kode: str) -> bool:
    """Whether the participant is to be asked for another account; else it is ours or the bank's to put right."""
    return kode in GJELDER_KONTOEN or kode not in ORD


def arsak_ord(kode: str, tekst: str = "") -> str:
    """The reason as a sentence; the bank's own words where the code says nothing we know."""
    if kode in ORD:
        return str(ORD[kode])
    return f"{tekst.rstrip('.')}." if tekst else str(_("Banken sier ikke hvorfor."))


def arsak_bokmal(kode: str) -> str:
    """The sentence as it is kept in a timeline, whatever language the one who acts reads."""
    with translation.override("nb"):
        # The participant reads the timeline: a bank's mistaken word of their death is for the office alone.
        return str(ORD["NARR" if kode == "MD07" else kode] if kode in ORD else ORD["NARR"])
