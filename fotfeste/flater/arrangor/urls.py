"""Addresses of the provider's pages."""

from django.urls import path

from fotfeste.flater.arrangor import views

app_name = "arrangor"
_MANED = "<int:aar>-<int:mnd>/"

urlpatterns = [
    path("", views.deltakere, name="deltakere"),
    path(_MANED, views.deltakere, name="deltakere_maned"),
    path(f"{_MANED}<uuid:sak_id>/", views.maned, name="maned"),
]
