"""Addresses of egenmelding in the office."""

from django.urls import path

from fotfeste.flater.kontor import egenmelding_views as views

urlpatterns = [
    path("sak/<uuid:sak_id>/egenmelding/", views.egenmelding, name="egenmelding"),
    path("sak/<uuid:sak_id>/egenmelding/vurder/", views.egenmelding_start, name="egenmelding_start"),
    path("egenmelding/<uuid:stopp_id>/<slug:kommando>/", views.egenmelding_kommando, name="egenmelding_kommando"),
    path("fravaer/<uuid:fravaer_id>/bekreftelse/", views.egenmelding_bekreftelse, name="egenmelding_bekreftelse"),
    path("egenmelding/bekreftelse/<uuid:krav_id>/<slug:kommando>/", views.egenmelding_krav, name="egenmelding_krav"),
]
