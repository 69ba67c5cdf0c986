"""Addresses of the participant's pages: one include for each area."""

from django.urls import include, path

app_name = "deltaker"
urlpatterns = [
    path("", include("fotfeste.flater.deltaker.ramme_urls")),
    path("", include("fotfeste.flater.deltaker.soknad_urls")),
    path("", include("fotfeste.flater.deltaker.brev_urls")),
    path("", include("fotfeste.flater.deltaker.eget_syn_urls")),
    path("", include("fotfeste.flater.deltaker.program_urls")),
    path("", include("fotfeste.flater.deltaker.timeliste_urls")),
    path("", include("fotfeste.flater.deltaker.egenmelding_urls")),
    path("", include("fotfeste.flater.deltaker.penger_urls")),
    path("", include("fotfeste.flater.deltaker.krav_urls")),
    path("", include("fotfeste.flater.deltaker.om_meg_urls")),
    path("", include("fotfeste.flater.deltaker.barn_urls")),
    path("", include("fotfeste.flater.deltaker.mote_urls")),
    path("", include("fotfeste.flater.deltaker.plan_urls")),
    path("", include("fotfeste.flater.deltaker.livslop_urls")),
    path("", include("fotfeste.flater.deltaker.klage_urls")),
    path("", include("fotfeste.flater.deltaker.henvendelse_urls")),
    path("", include("fotfeste.flater.deltaker.mappe_urls")),
]
