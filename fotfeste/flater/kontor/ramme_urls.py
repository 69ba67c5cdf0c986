from django.urls import path

from fotfeste.flater.kontor import ramme_views as views

urlpatterns = [
    path("", views.min_dag, name="min_dag"),
    path("sok/", views.sok, name="sok"),
    path("saker/", views.saker, name="saker"),
    path("sak/<uuid:sak_id>/", views.sak, name="sak"),
    path("sak/<uuid:sak_id>/samtale/", views.kontakt_logg, name="kontakt_logg"),
    path("sak/<uuid:sak_id>/fast-kontakt/", views.fast_kontakt, name="fast_kontakt"),
    path("sak/<uuid:sak_id>/innsyn/", views.innsyn, name="innsyn"),
    path("brev/<uuid:brev_id>.pdf", views.brev, name="brev"),
]
