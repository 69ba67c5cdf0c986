"""Addresses of the payment pages."""

from django.urls import path

from fotfeste.flater.kontor import dodsfall_views, etteroppgjor_views
from fotfeste.flater.kontor import utbetaling_views as views

urlpatterns = [
    path("utbetaling/", views.kjoringer, name="kjoringer"),
    path("utbetaling/<uuid:kjoring_id>/", views.kjoring, name="kjoring"),
    path("utbetaling/<uuid:kjoring_id>/fil/<slug:type_>/", views.betalingsfil, name="betalingsfil"),
    path("utbetaling/<uuid:kjoring_id>/<slug:kommando>/", views.kjoring_kommando, name="kjoring_kommando"),
    path("sak/<uuid:sak_id>/stonad/", views.stonad, name="stonad"),
    path("sak/<uuid:sak_id>/stonad/<int:aar>-<int:mnd>/brev/", views.stonad_brev, name="stonad_brev"),
    path("sak/<uuid:sak_id>/stonad/regn-om/", etteroppgjor_views.regn_om, name="stonad_regn_om"),
    path("person/<uuid:person_id>/dodsfall/", dodsfall_views.dodsfall, name="dodsfall"),
    path("sak/<uuid:sak_id>/innkreving/", dodsfall_views.innkreving, name="innkreving"),
    path("sak/<uuid:sak_id>/forskudd/", etteroppgjor_views.forskudd, name="forskudd"),
    path("forskudd/<uuid:forskudd_id>/tilbake/", etteroppgjor_views.forskudd_tilbake, name="forskudd_tilbake"),
]
