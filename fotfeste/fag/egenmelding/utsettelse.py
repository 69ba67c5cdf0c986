"""A decision that waits while a complaint on it is answered, or that a complaint has set aside (fvl § 42)."""

from __future__ import annotations

from fotfeste.fag.egenmelding.enums import Bekreftelsesstatus
from fotfeste.fag.egenmelding.models import Egenmeldingsbekreftelse, Egenmeldingsstopp
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.logg.services import skriv_hendelse
from fotfeste.grunnmur.tilgang import Aktor


def stopp_la_vente(aktor: Aktor, stopp: Egenmeldingsstopp, *, venter: bool) -> None:
    """Let egenmelding be used from today, or let the decision work again from tomorrow. Inside a frame.

    The case is locked. Done again, nothing more happens.
    """
    apen = stopp.utsettelser.filter(til=None).first()
    if (apen is not None) == venter:
        return
    if apen is None:
        stopp.utsettelser.create(sak=stopp.sak, fra=klokke.i_dag())
    else:
        apen.lagre_endring(til=klokke.i_dag())
    kode = "egenmelding.venter" if venter else "egenmelding.fortsetter"
    skriv_hendelse(aktor, kode, sak_id=stopp.sak_id, objekt_id=stopp.pk, milepel=True)


def bortfall_la_vente(aktor: Aktor, krav: Egenmeldingsbekreftelse, *, venter: bool) -> None:
    """Let an egenmelding that fell away give stønad meanwhile, or not any more. Inside a frame, the case locked."""
    krav = Egenmeldingsbekreftelse.objects.select_for_update(of=("self",)).get(pk=krav.pk)
    if krav.venter_klage == venter:
        return
    krav.lagre_endring(venter_klage=venter)
    if krav.status == Bekreftelsesstatus.BORTFALT:
        kode = "egenmelding.bortfall_venter" if venter else "egenmelding.bortfall_fortsetter"
        skriv_hendelse(aktor, kode, sak_id=krav.sak_id, objekt_id=krav.pk, milepel=True, fra=krav.fra, til=krav.til)
