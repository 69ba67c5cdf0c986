from django.urls import include, path

from fotfeste.flater.felles import views

app_name = "felles"
urlpatterns = [
    path("", views.start, name="start"),
    path("logg-inn/", views.logg_inn, name="logg_inn"),
    path("logg-ut/", views.logg_ut, name="logg_ut"),
    path("sprak/", views.sprak, name="sprak"),
    path("tidsmaskin/", views.tidsmaskin, name="tidsmaskin"),
    path("idporten/", include("fotfeste.kobling.idporten.urls")),
    path("utkast/", views.utkast, name="utkast"),
]
