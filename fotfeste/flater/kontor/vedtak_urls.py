"""Addresses of decisions."""

from django.urls import path

from fotfeste.flater.kontor import vedtak_views as views

urlpatterns = [
    path("vedtak/", views.vedtak_liste, name="vedtak_liste"),
    path("sak/<uuid:sak_id>/vedtak/", views.vedtak, name="vedtak"),
    path("sak/<uuid:sak_id>/vedtak/start/", views.vedtak_start, name="vedtak_start"),
    path("sak/<uuid:sak_id>/vedtak/<uuid:vedtak_id>/", views.vedtak_vis, name="vedtak_vis"),
    path("sak/<uuid:sak_id>/vedtak/<uuid:vedtak_id>/brev/", views.vedtak_brev, name="vedtak_brev"),
    path("sak/<uuid:sak_id>/vedtak/<uuid:vedtak_id>/brev.pdf", views.vedtak_pdf, name="vedtak_pdf"),
    path("sak/<uuid:sak_id>/vedtak/<uuid:vedtak_id>/vilkar/<slug:kode>/", views.vedtak_vilkar, name="vedtak_vilkar"),
    path("sak/<uuid:sak_id>/vedtak/<uuid:vedtak_id>/varsle/", views.vedtak_varsle, name="vedtak_varsle"),
    path("sak/<uuid:sak_id>/vedtak/<uuid:vedtak_id>/uttalelse/", views.vedtak_uttalelse, name="vedtak_uttalelse"),
    path("sak/<uuid:sak_id>/vedtak/<uuid:vedtak_id>/mer-tid/", views.vedtak_mer_tid, name="vedtak_mer_tid"),
    path("sak/<uuid:sak_id>/vedtak/<uuid:vedtak_id>/punkter/", views.vedtak_punkter, name="vedtak_punkter"),
    path("sak/<uuid:sak_id>/vedtak/<uuid:vedtak_id>/returner/", views.vedtak_returner, name="vedtak_returner"),
    path("sak/<uuid:sak_id>/vedtak/<uuid:vedtak_id>/melding/", views.vedtak_melding, name="vedtak_melding"),
    path("sak/<uuid:sak_id>/vedtak/<uuid:vedtak_id>/eldre-vurdering/", views.vedtak_eldre_aev, name="vedtak_eldre_aev"),
    path("sak/<uuid:sak_id>/vedtak/<uuid:vedtak_id>/fatt/", views.vedtak_fatt, name="vedtak_fatt"),
    path("sak/<uuid:sak_id>/vedtak/<uuid:vedtak_id>/<slug:kommando>/", views.vedtak_kommando, name="vedtak_kommando"),
]
