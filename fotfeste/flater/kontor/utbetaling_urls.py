"""Addresses of the payment pages."""

from django.urls import path

from fotfeste.flater.kontor import utbetaling_views as views

urlpatterns = [
    path("utbetaling/", views.kjoringer, name="kjoringer"),
    path("utbetaling/<uuid:kjoring_id>/", views.kjoring, name="kjoring"),
    path("utbetaling/<uuid:kjoring_id>/fil/<slug:type_>/", views.betalingsfil, name="betalingsfil"),
    path("utbetaling/<uuid:kjoring_id>/<slug:kommando>/", views.kjoring_kommando, name="kjoring_kommando"),
    path("sak/<uuid:sak_id>/stonad/", views.stonad, name="stonad"),
]
