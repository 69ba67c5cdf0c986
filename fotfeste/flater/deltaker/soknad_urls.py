"""Addresses of the participant's pages about the application."""

from django.urls import path

from fotfeste.flater.deltaker import soknad_views as views

urlpatterns = [
    path("soknad/", views.soknad, name="soknad"),
    path("soknad/skriv/", views.soknad_skriv, name="soknad_skriv"),
    path("soknad/kvittering/", views.soknad_kvittering, name="soknad_kvittering"),
    path("soknad/trekk/", views.soknad_trekk, name="soknad_trekk"),
    path("soknad/svar/<uuid:krav_id>/", views.soknad_svar, name="soknad_svar"),
    path("soknad/<uuid:soknad_id>/papir/<uuid:dokument_id>/", views.soknad_papir, name="soknad_papir"),
]
