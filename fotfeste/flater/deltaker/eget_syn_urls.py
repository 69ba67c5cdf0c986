"""The addresses where the participant tells how they see it, and reads how we do."""

from django.urls import path

from fotfeste.flater.deltaker import eget_syn_views as views

urlpatterns = [
    path("mitt-syn/", views.eget_syn, name="eget_syn"),
    path("mitt-syn/kort/", views.kort, name="eget_syn_kort"),
    path("mitt-syn/se/", views.oppsummering, name="eget_syn_se"),
    path("mitt-syn/sporsmal/<slug:kode>/", views.sporsmal, name="eget_syn_sporsmal"),
    path("mitt-syn/vurderingen/", views.vurderingen, name="eget_syn_vurdering"),
    path("mitt-syn/vurderingen/<slug:bokstav>/", views.stemmer_ikke, name="eget_syn_stemmer_ikke"),
    path("mitt-syn/spor/<uuid:innhenting_id>/<slug:kommando>/", views.innhenting, name="eget_syn_innhenting"),
]
