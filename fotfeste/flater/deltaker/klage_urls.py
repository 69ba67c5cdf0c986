"""Addresses of the participant's complaints."""

from django.urls import path

from fotfeste.flater.deltaker import klage_views as views

urlpatterns = [
    path("klager/", views.klager, name="klager"),
    path("klager/ny/<uuid:avgjorelse_id>/", views.klage_ny, name="klage_ny"),
    path("klager/<uuid:klage_id>/", views.klage, name="klage"),
    path("klager/<uuid:klage_id>/kvittering/", views.klage_kvittering, name="klage_kvittering"),
    path("klager/<uuid:klage_id>/trekk/", views.klage_trekk, name="klage_trekk"),
    path("klager/<uuid:klage_id>/papir/<uuid:dokument_id>/", views.klage_papir, name="klage_papir"),
]
