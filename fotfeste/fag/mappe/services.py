"""What a person does to a read-in case file: say that they have seen to what could not be taken over."""

from __future__ import annotations

from fotfeste.fag.mappe.models import InnlestMappe
from fotfeste.fag.sak.models import Sak
from fotfeste.fag.sak.services import sak_las
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.feil import IkkeTilgang
from fotfeste.grunnmur.logg.services import kommando, skriv_hendelse
from fotfeste.grunnmur.tilgang import Aktor, Handling, krev


def mappe_kvitter(aktor: Aktor, *, sak: Sak) -> InnlestMappe:
    """Note that the remarks of a read-in case have been seen to. Again does no harm.

    Raises IkkeTilgang for a case made here.
    """
    krev(aktor, Handling.SAK_FORDEL, sak)
    with kommando(aktor, "mappe.kvitter"):
        sak_las(sak)
        mappe = InnlestMappe.objects.select_for_update(of=("self",)).filter(sak=sak).first()
        if mappe is None:
            raise IkkeTilgang("saken er ikke lest inn")
        if not mappe.venter_pa_noen:
            return mappe
        mappe.lagre_endring(kvittert=klokke.i_dag())
        skriv_hendelse(aktor, "mappe.kvittert", sak_id=sak.pk, for_deltaker=False)
        return mappe
