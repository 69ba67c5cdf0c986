from django.urls import path

from fotfeste.flater.kontor import kandidat_views as views

urlpatterns = [
    path("kandidater/", views.kandidater, name="kandidater"),
    path("kandidater/meld/", views.kandidat_meld, name="kandidat_meld"),
    path("kandidater/dugnad/", views.kandidat_dugnad, name="kandidat_dugnad"),
    path("kandidater/fil/", views.kandidater_fil, name="kandidater_fil"),
    path("kandidater/lister/", views.kandidatliste_lagre, name="kandidatliste_lagre"),
    path("kandidater/lister/<uuid:liste_id>/slett/", views.kandidatliste_slett, name="kandidatliste_slett"),
    path("kandidater/<uuid:kandidat_id>/", views.kandidat, name="kandidat"),
    path("kandidater/<uuid:kandidat_id>/<slug:kommando>/", views.kandidat_kommando, name="kandidat_kommando"),
]
