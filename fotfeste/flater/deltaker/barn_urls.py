"""Addresses where the participant tells what has changed: the family, and other money."""

from django.urls import path

from fotfeste.flater.deltaker import barn_views as views

urlpatterns = [
    path("barn/", views.barn_familie, name="barn_familie"),
    path("barn/<slug:slag>/", views.barn_meld, name="barn_meld"),
    path("andre-penger/", views.andre_penger, name="andre_penger"),
    path("andre-penger/meld/", views.penger_meld, name="penger_meld"),
    path("melding/<uuid:melding_id>/trekk/", views.melding_trekk, name="melding_trekk"),
    path("melding/<uuid:melding_id>/papir/", views.melding_papir, name="melding_papir"),
]
