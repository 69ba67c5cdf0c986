"""Addresses of the office's pages about persons and applications."""

from django.urls import path

from fotfeste.flater.kontor import person_views, soknad_views

urlpatterns = [
    path("person/ny/", person_views.person_registrer, name="person_registrer"),
    path("person/<uuid:person_id>/", person_views.person, name="person"),
    path("person/<uuid:person_id>/soknad/", soknad_views.soknad_registrer, name="soknad_registrer"),
    path("sak/<uuid:sak_id>/soknad/", soknad_views.soknad, name="soknad"),
    path("sak/<uuid:sak_id>/bakgrunn/", soknad_views.soknad_bakgrunn, name="soknad_bakgrunn"),
    path("soknad/<uuid:soknad_id>/vedlegg/<uuid:dokument_id>/", soknad_views.soknad_vedlegg, name="soknad_vedlegg"),
    path("soknad/<uuid:soknad_id>/<slug:kommando>/", soknad_views.soknad_kommando, name="soknad_kommando"),
    path("opplysning/<uuid:krav_id>/", soknad_views.soknad_motta_opplysning, name="soknad_motta_opplysning"),
]
