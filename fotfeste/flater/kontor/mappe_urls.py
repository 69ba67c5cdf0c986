"""Addresses of the whole case file, and of the internal control."""

from django.urls import path

from fotfeste.flater.kontor import internkontroll_views as kontroll
from fotfeste.flater.kontor import mappe_views as views

urlpatterns = [
    path("sak/<uuid:sak_id>/saksmappe/", views.saksmappe, name="saksmappe"),
    path("sak/<uuid:sak_id>/saksmappe/fil/", views.saksmappe_fil, name="saksmappe_fil"),
    path("sak/<uuid:sak_id>/saksmappe/kvitter/", views.saksmappe_kvitter, name="saksmappe_kvitter"),
    path("internkontroll/", kontroll.internkontroll, name="internkontroll"),
    path(
        "internkontroll/<uuid:kontor_id>/<str:kode>/styrke/",
        kontroll.internkontroll_styrke,
        name="internkontroll_styrke",
    ),
    path("internkontroll/<uuid:kontor_id>/nytt/", kontroll.internkontroll_nytt, name="internkontroll_nytt"),
    path(
        "internkontroll/eget/<uuid:kriterium_id>/avslutt/",
        kontroll.internkontroll_avslutt,
        name="internkontroll_avslutt",
    ),
]
