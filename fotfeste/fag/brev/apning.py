"""When a letter reached the participant: opened in Fotfeste, or some other way."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from fotfeste.fag.brev.models import Brev, Framkomst
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import Fagfeil
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.ord import valg_ord
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev


def brev_apne(aktor: Aktor, *, brev: Brev) -> Brev:
    """Keep the first time the participant opened the letter. The office's own look leaves no mark here."""
    krev(aktor, Handling.BREV_LES, brev)
    if brev.apnet is not None or brev.sak.person.bruker_id != aktor.bruker_id:
        return brev
    with kommando(aktor, "brev.apne"):
        return _las(brev).lagre_endring(apnet=klokke.na())


def brev_underrett(aktor: Aktor, *, brev: Brev, dato: date, hvordan: Framkomst) -> Brev:
    """Register the day the letter reached the participant in another way; given again it mends the day.

    Raises Fagfeil for a day before it was sent or after it is known to have come.
    """
    krev(aktor, Handling.VEDTAK_FORBERED, brev)
    with kommando(aktor, "brev.underrett"):
        brev = _las(brev)
        apnet = klokke.dagen(brev.apnet) if brev.apnet else None
        if apnet and dato > apnet:
            setning = _("Deltakeren åpnet brevet i Fotfeste før det. Da vet vi når det kom fram.")
            raise Fagfeil(setning, felt="dato")
        if not klokke.dagen(brev.sendt) <= dato <= klokke.i_dag():
            raise Fagfeil(_("Dagen må være fra brevet ble sendt til og med i dag."), felt="dato")
        brev.lagre_endring(underrettet=dato, hvordan=hvordan)
        skriv_hendelse(
            aktor,
            "brev.underrettet",
            sak_id=brev.sak_id,
            objekt_id=brev.pk,
            tittel=brev.tittel,
            dato=dato,
            hvordan=valg_ord(Framkomst(hvordan)).lower(),
        )
        return brev


def _las(brev: Brev) -> Brev:
    """The letter read again in the locked case: what was opened and what was registered meanwhile both stand."""
    sak_las(brev.sak)
    brev.refresh_from_db(fields=["apnet", "underrettet", "hvordan", "versjon"])
    return brev
