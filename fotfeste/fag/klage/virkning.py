"""What a complaint does to the decision meanwhile: it waits when that is granted, and rests when it is set aside."""

from __future__ import annotations

from django.db.models import Q

from fotfeste.fag.egenmelding.utsettelse import bortfall_la_vente, stopp_la_vente
from fotfeste.fag.klage.enums import FALT, LOPENDE, TIL_GUNST, Klagestatus
from fotfeste.fag.klage.models import Klage
from fotfeste.fag.krav.tilbakebetaling import tilbakebetaling_falt
from fotfeste.fag.krav.trekkplan import krav_la_vente
from fotfeste.fag.vedtak.virkning import opphor_falt
from fotfeste.grunnmur.tilgang import Aktor

_STANSER = Q(utsatt_svar=True, status__in=sorted(LOPENDE)) | Q(
    status__in=[Klagestatus.OMGJORT, Klagestatus.AVGJORT], utfall__in=sorted(TIL_GUNST), gjelder_avvisning=None
)
"""Complaints that hold the decision: its effect is put off (fvl § 42), or it fell and that is not carried out yet."""


def la_virke(aktor: Aktor, klage: Klage) -> None:
    """Let a deduction, or what is decided of egenmelding, wait or go on as its complaints say now. Inside a frame.

    A `Vedtak` is put off by hand: what it does is in programme, plan and payments. One on repayment (§ 23) that fell
    lets go of its claim, and a pause or an ending that fell pauses and ends nothing.
    """
    if klage.krav is not None:
        stanset = Klage.objects.filter(_STANSER, krav=klage.krav).exists()
        krav_la_vente(aktor, klage.krav, venter=stanset)
    elif klage.egenmelding is not None:
        stopp = klage.egenmelding.stopp
        stanset = Klage.objects.filter(_STANSER, egenmelding__stopp=stopp).exists()
        stopp_la_vente(aktor, stopp, venter=stanset)
    elif klage.bekreftelse is not None:
        stanset = Klage.objects.filter(_STANSER, bekreftelse=klage.bekreftelse).exists()
        bortfall_la_vente(aktor, klage.bekreftelse, venter=stanset)
    elif klage.vedtak is not None and klage.gjelder_avvisning is None and klage.utfall in FALT:
        tilbakebetaling_falt(aktor, klage.vedtak)
        opphor_falt(aktor, klage.vedtak)
