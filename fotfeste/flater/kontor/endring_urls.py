"""Addresses of what the participant has told of."""

from django.urls import path

from fotfeste.flater.kontor import endring_views as views

urlpatterns = [
    path("sak/<uuid:sak_id>/meldinger/", views.endringsmeldinger, name="endringsmeldinger"),
    path("melding/<uuid:melding_id>/", views.endringsmelding, name="endringsmelding"),
    path("melding/<uuid:melding_id>/les/", views.endringsmelding_les, name="endringsmelding_les"),
    path("melding/<uuid:melding_id>/papir/", views.endringsmelding_papir, name="endringsmelding_papir"),
]
