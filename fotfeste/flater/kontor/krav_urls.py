"""Addresses of too much paid."""

from django.urls import path

from fotfeste.flater.kontor import krav_views as views

urlpatterns = [
    path("for-mye-utbetalt/", views.krav_liste, name="krav_liste"),
    path("sak/<uuid:sak_id>/for-mye-utbetalt/", views.krav_sak, name="krav_sak"),
    path("sak/<uuid:sak_id>/for-mye-utbetalt/ta/", views.krav_apne, name="krav_apne"),
    path("sak/<uuid:sak_id>/for-mye-utbetalt/refusjon/", views.refusjon_ny, name="refusjon_ny"),
    path("krav/<uuid:krav_id>/", views.krav, name="krav"),
    path("krav/<uuid:krav_id>/<slug:kommando>/", views.krav_kommando, name="krav_kommando"),
    path("refusjon/<uuid:refusjonskrav_id>/brev/", views.refusjon_brev, name="refusjon_brev"),
    path("refusjon/<uuid:refusjonskrav_id>/<slug:kommando>/", views.refusjon_kommando, name="refusjon_kommando"),
]
