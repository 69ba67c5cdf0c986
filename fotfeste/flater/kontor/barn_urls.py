"""Addresses of the pages about the children and their barnetillegg."""

from django.urls import path

from fotfeste.flater.kontor import barn_views as views

_BARN = "person/<uuid:person_id>/barn/<uuid:barn_id>/"

urlpatterns = [
    path("sak/<uuid:sak_id>/barn/", views.barn_oversikt, name="barn_oversikt"),
    path("person/<uuid:person_id>/barn/", views.barn, name="person_barn_ny"),
    path(_BARN, views.barn, name="person_barn"),
    path(f"{_BARN}slutt/", views.barn_slutt, name="barn_slutt"),
    path(f"{_BARN}varig/", views.barn_varig, name="barn_varig"),
    path(f"{_BARN}papir/", views.barn_papir, name="barn_papir"),
    path(f"{_BARN}utland/", views.barn_utland, name="barn_utland_ny"),
    path(f"{_BARN}utland/<uuid:opphold_id>/", views.barn_utland, name="barn_utland"),
    path(f"{_BARN}utland/<uuid:opphold_id>/fjern/", views.barn_utland_fjern, name="barn_utland_fjern"),
    path(f"{_BARN}utland/<uuid:opphold_id>/papir/", views.barn_utland_papir, name="barn_utland_papir"),
]
