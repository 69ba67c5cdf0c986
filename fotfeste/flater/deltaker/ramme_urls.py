from django.urls import path

from fotfeste.flater.deltaker import ramme_views as views

urlpatterns = [
    path("", views.forside, name="forside"),
    path("innsyn/", views.innsyn, name="innsyn"),
    path("ny-kontakt/", views.ny_kontakt, name="ny_kontakt"),
]
