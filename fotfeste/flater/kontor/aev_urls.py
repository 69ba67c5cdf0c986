"""Addresses of the work-ability assessment."""

from django.urls import path

from fotfeste.flater.kontor import aev_views as views
from fotfeste.flater.kontor import kartlegging_views as kart

urlpatterns = [
    path("sak/<uuid:sak_id>/arbeidsevne/", views.aev, name="aev"),
    path("sak/<uuid:sak_id>/arbeidsevne/start/", views.aev_start, name="aev_start"),
    path("sak/<uuid:sak_id>/arbeidsevne/legg-bort/", views.aev_forkast, name="aev_forkast"),
    path("sak/<uuid:sak_id>/arbeidsevne/kilde/", views.aev_kilde, name="aev_kilde"),
    path("sak/<uuid:sak_id>/arbeidsevne/kilde/<uuid:kilde_id>/fjern/", views.aev_kilde_fjern, name="aev_kilde_fjern"),
    path("sak/<uuid:sak_id>/arbeidsevne/versjon/<int:nummer>/", views.aev_versjon, name="aev_versjon"),
    path("sak/<uuid:sak_id>/arbeidsevne/les/", kart.forhandsvis, name="aev_forhandsvis"),
    path("sak/<uuid:sak_id>/arbeidsevne/internt/", kart.internt, name="aev_internt"),
    path("sak/<uuid:sak_id>/arbeidsevne/internt/<uuid:notat_id>/", kart.tatt_opp, name="aev_tatt_opp"),
    path("sak/<uuid:sak_id>/arbeidsevne/variant/", kart.variant, name="aev_variant"),
    path("sak/<uuid:sak_id>/arbeidsevne/jobb/", kart.jobbkrav, name="aev_jobbkrav"),
    path("sak/<uuid:sak_id>/arbeidsevne/jobb/<uuid:krav_id>/fjern/", kart.jobbkrav_fjern, name="aev_jobbkrav_fjern"),
    path("sak/<uuid:sak_id>/arbeidsevne/kollega/", kart.kollegablikk, name="aev_kollegablikk"),
    path("sak/<uuid:sak_id>/arbeidsevne/kollega/be/", kart.kollegablikk_be, name="aev_kollegablikk_be"),
    path("sak/<uuid:sak_id>/arbeidsevne/send/", kart.brev, name="aev_brev"),
    path("sak/<uuid:sak_id>/arbeidsevne/merknad/<uuid:merknad_id>/", kart.merknad_svar, name="aev_merknad"),
    path("sak/<uuid:sak_id>/kartlegging/", kart.kartlegging, name="aev_kartlegging"),
    path("sak/<uuid:sak_id>/kartlegging/samtale/", kart.samtale_ny, name="aev_samtale"),
    path("sak/<uuid:sak_id>/kartlegging/observasjon/", kart.observasjon_ny, name="aev_observasjon"),
    path("sak/<uuid:sak_id>/kartlegging/egenvurdering/", kart.egenvurdering, name="aev_egenvurdering"),
    path("sak/<uuid:sak_id>/kartlegging/egenvurdering/papir/", kart.egenvurdering_papir, name="aev_papir"),
    path("sak/<uuid:sak_id>/kartlegging/spor/", kart.innhenting_ny, name="aev_innhenting_ny"),
    path("kartlegging/funn/<uuid:funn_id>/legg-bort/", kart.funn_legg_bort, name="aev_funn_legg_bort"),
    path("kartlegging/spor/<uuid:innhenting_id>/", kart.innhenting, name="aev_innhenting"),
    path("kartlegging/spor/<uuid:innhenting_id>/papir/", kart.innhenting_papir, name="aev_innhenting_papir"),
    path(
        "kartlegging/spor/<uuid:innhenting_id>/<slug:kommando>/",
        kart.innhenting_kommando,
        name="aev_innhenting_kommando",
    ),
    path("kompetanse/", kart.kompetanse, name="aev_kompetanse"),
    path("kompetanse/<uuid:kompetanse_id>/avslutt/", kart.kompetanse_avslutt, name="aev_kompetanse_avslutt"),
]
