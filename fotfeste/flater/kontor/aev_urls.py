"""Addresses of the work-ability assessment."""

from django.urls import path

from fotfeste.flater.kontor import aev_views as views

urlpatterns = [
    path("sak/<uuid:sak_id>/arbeidsevne/", views.aev, name="aev"),
    path("sak/<uuid:sak_id>/arbeidsevne/start/", views.aev_start, name="aev_start"),
    path("sak/<uuid:sak_id>/arbeidsevne/legg-bort/", views.aev_forkast, name="aev_forkast"),
    path("sak/<uuid:sak_id>/arbeidsevne/kilde/", views.aev_kilde, name="aev_kilde"),
    path("sak/<uuid:sak_id>/arbeidsevne/kilde/<uuid:kilde_id>/fjern/", views.aev_kilde_fjern, name="aev_kilde_fjern"),
    path("sak/<uuid:sak_id>/arbeidsevne/versjon/<int:nummer>/", views.aev_versjon, name="aev_versjon"),
]
