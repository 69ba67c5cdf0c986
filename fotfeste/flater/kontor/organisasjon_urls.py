"""Addresses of the organisation: roles and municipal choices."""

from django.urls import path

from fotfeste.flater.kontor import organisasjon_views as views

urlpatterns = [
    path("organisasjon/", views.organisasjon, name="organisasjon"),
    path("organisasjon/<uuid:kommune_id>/rolle/", views.rolle_gi, name="rolle_gi"),
    path("organisasjon/<uuid:kommune_id>/arrangorer/", views.arrangorer, name="arrangorer"),
    path("organisasjon/arrangor/<uuid:arrangor_id>/", views.arrangorbruker, name="arrangorbruker"),
    path("organisasjon/arrangor/ansatt/<uuid:plass_id>/", views.arrangorbruker_avslutt, name="arrangorbruker_avslutt"),
    path("organisasjon/rolle/<uuid:medlemskap_id>/", views.rolle_avslutt, name="rolle_avslutt"),
    path("organisasjon/<uuid:kommune_id>/valg/<slug:nokkel>/", views.valg_sett, name="valg_sett"),
]
