"""Addresses of the participant's money."""

from django.urls import path

from fotfeste.flater.deltaker import penger_views as views

urlpatterns = [
    path("penger/", views.penger, name="penger"),
    path("penger/<int:aar>-<int:mnd>/", views.maned, name="penger_maned"),
    path("penger/<int:aar>-<int:mnd>/brev/", views.maned_brev, name="penger_brev"),
]
