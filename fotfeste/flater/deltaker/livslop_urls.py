"""Addresses of the participant's answers, confirmations, and the time after."""

from django.urls import path

from fotfeste.flater.deltaker import livslop_views as views

urlpatterns = [
    path("varsel/", views.varsel, name="varsel"),
    path("varsel/mer-tid/", views.varsel_mer_tid, name="varsel_mer_tid"),
    path("bekreftelser/", views.bekreftelser, name="bekreftelser"),
    path("etterpa/", views.etterpa, name="etterpa"),
]
