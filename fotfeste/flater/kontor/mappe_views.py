"""The whole case as one readable document: what came with it, what has happened here, and what the audit finds."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from fotfeste.fag.mappe.pengene import pengene_i
from fotfeste.fag.mappe.selectors import innlest, mappe_linje_for, typet_mappe_for
from fotfeste.fag.mappe.services import mappe_kvitter
from fotfeste.fag.sak.selectors import sak_hent
from fotfeste.flater.felles.mappe_pengene import avsnitt_om_pengene
from fotfeste.flater.felles.mappe_visning import avsnitt_i, funnlinjer
from fotfeste.flater.felles.mappefil import som_mappefil
from fotfeste.flater.felles.visning import aktor_av, kontorside
from fotfeste.grunnmur import klokke
from fotfeste.grunnmur.tilgang import Handling, vurder
from fotfeste.innsikt.internkontroll.selectors import funn_for


@kontorside
@require_GET
def saksmappe(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """The case file, section by section, with the findings first."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, Handling.MAPPE_LES)
    mappe = typet_mappe_for(aktor, sak)
    return render(
        request,
        "kontor/mappe/saksmappe.html",
        {
            "sak": sak,
            "kom": innlest(sak),
            "avsnitt": [*avsnitt_i(mappe), *avsnitt_om_pengene(pengene_i(aktor, sak))],
            "funn": funnlinjer(funn_for(aktor, sak, klokke.i_dag())),
            "dag": klokke.i_dag(),
            "kan_kvittere": vurder(aktor, Handling.SAK_FORDEL, sak).tillatt,
        },
    )


@kontorside
@require_GET
def saksmappe_fil(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """The case file as one line of JSON, to be kept or handed on."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, Handling.MAPPE_LES)
    return som_mappefil(sak, mappe_linje_for(aktor, sak))


@kontorside
@require_POST
def saksmappe_kvitter(request: HttpRequest, sak_id: UUID) -> HttpResponse:
    """Say that what could not be taken over has been seen to."""
    aktor = aktor_av(request)
    sak = sak_hent(aktor, sak_id, Handling.SAK_FORDEL)
    mappe_kvitter(aktor, sak=sak)
    messages.success(request, _("Det er notert at dere har gått gjennom merknadene."))
    return redirect("kontor:sak", sak.pk)
