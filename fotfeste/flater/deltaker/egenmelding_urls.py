"""Addresses of the participant's egenmelding."""

from django.urls import path

from fotfeste.flater.deltaker import egenmelding_views as views

urlpatterns = [
    path("egenmelding/", views.egenmelding, name="egenmelding"),
    path("egenmelding/<uuid:stopp_id>/svar/", views.egenmelding_svar, name="egenmelding_svar"),
    path("egenmelding/bekreft/<uuid:krav_id>/", views.egenmelding_bekreft, name="egenmelding_bekreft"),
]
