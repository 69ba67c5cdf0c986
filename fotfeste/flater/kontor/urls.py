"""Addresses of the office: one include for each area."""

from django.urls import include, path

app_name = "kontor"
urlpatterns = [
    path("", include("fotfeste.flater.kontor.ramme_urls")),
    path("", include("fotfeste.flater.kontor.soknad_urls")),
    path("", include("fotfeste.flater.kontor.vedtak_urls")),
    path("", include("fotfeste.flater.kontor.aev_urls")),
    path("", include("fotfeste.flater.kontor.program_urls")),
    path("", include("fotfeste.flater.kontor.timeliste_urls")),
    path("", include("fotfeste.flater.kontor.utbetaling_urls")),
    path("", include("fotfeste.flater.kontor.kostra_urls")),
    path("", include("fotfeste.flater.kontor.organisasjon_urls")),
]
