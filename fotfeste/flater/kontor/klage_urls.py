"""Addresses of complaints."""

from django.urls import path

from fotfeste.flater.kontor import klage_views as views

urlpatterns = [
    path("klager/", views.klageliste, name="klageliste"),
    path("sak/<uuid:sak_id>/klager/", views.klager, name="klager"),
    path("sak/<uuid:sak_id>/klager/ny/", views.klage_ny, name="klage_ny"),
    path("sak/<uuid:sak_id>/klager/omgjor/", views.klage_omgjor, name="klage_omgjor"),
    path("sak/<uuid:sak_id>/avgjorelse/<uuid:avgjorelse_id>/kom-fram/", views.klage_kom_fram, name="klage_kom_fram"),
    path("klage/<uuid:klage_id>/", views.klage, name="klage"),
    path("klage/<uuid:klage_id>/punkt/", views.klage_punkt, name="klage_punkt_ny"),
    path("klage/<uuid:klage_id>/punkt/<uuid:punkt_id>/", views.klage_punkt, name="klage_punkt"),
    path("klage/<uuid:klage_id>/punkt/<uuid:punkt_id>/fjern/", views.klage_punkt_fjern, name="klage_punkt_fjern"),
    path("klage/<uuid:klage_id>/papir/", views.klage_utelat, name="klage_utelat"),
    path("klage/<uuid:klage_id>/papir/<uuid:dokument_id>/", views.klage_dokument, name="klage_dokument"),
    path("klage/<uuid:klage_id>/nytt-vedtak/", views.klage_nytt_vedtak, name="klage_nytt_vedtak"),
    path("klage/<uuid:klage_id>/gjor/<slug:kommando>/", views.klage_trykk, name="klage_trykk"),
    path("klage/<uuid:klage_id>/<slug:kommando>/", views.klage_kommando, name="klage_kommando"),
    path("klagekrav/<uuid:krav_id>/avgjor/", views.klage_krav, name="klage_krav"),
    path("klagekrav/<uuid:krav_id>/oversend/", views.klage_krav_oversend, name="klage_krav_oversend"),
]
