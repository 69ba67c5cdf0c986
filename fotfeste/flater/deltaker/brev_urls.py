"""Addresses of the participant's letters."""

from django.urls import path

from fotfeste.flater.deltaker import brev_views as views

urlpatterns = [
    path("brev/", views.brev_liste, name="brev"),
    path("brev/<uuid:brev_id>/", views.brev_les, name="brev_les"),
    path("brev/<uuid:brev_id>.pdf", views.brev_pdf, name="brev_pdf"),
]
