"""Addresses of the pages on regulation."""

from django.urls import path

from fotfeste.flater.kontor import regulering_views as views

urlpatterns = [
    path("regulering/", views.reguleringer, name="reguleringer"),
    path("regulering/<uuid:regulering_id>/", views.regulering, name="regulering"),
    path("regulering/<uuid:regulering_id>/csv/", views.regulering_csv, name="regulering_csv"),
    path("regulering/<uuid:regulering_id>/<slug:kommando>/", views.regulering_kommando, name="regulering_kommando"),
    path("regulering/linje/<uuid:linje_id>/", views.reguleringslinje, name="reguleringslinje"),
]
