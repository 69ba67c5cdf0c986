"""Addresses of the participant's claims."""

from django.urls import path

from fotfeste.flater.deltaker import krav_views as views

urlpatterns = [
    path("for-mye-utbetalt/", views.krav, name="krav"),
    path("for-mye-utbetalt/<uuid:krav_id>/svar/", views.krav_svar, name="krav_svar"),
    path("for-mye-utbetalt/<uuid:krav_id>/hjelp/", views.krav_hjelp, name="krav_hjelp"),
]
