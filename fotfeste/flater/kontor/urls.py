"""Addresses of the office: one include for each area."""

from django.urls import include, path

app_name = "kontor"
urlpatterns = [
    path("", include("fotfeste.flater.kontor.ramme_urls")),
    path("", include("fotfeste.flater.kontor.soknad_urls")),
    path("", include("fotfeste.flater.kontor.barn_urls")),
    path("", include("fotfeste.flater.kontor.ytelse_urls")),
    path("", include("fotfeste.flater.kontor.endring_urls")),
    path("", include("fotfeste.flater.kontor.vedtak_urls")),
    path("", include("fotfeste.flater.kontor.aev_urls")),
    path("", include("fotfeste.flater.kontor.program_urls")),
    path("", include("fotfeste.flater.kontor.timeliste_urls")),
    path("", include("fotfeste.flater.kontor.egenmelding_urls")),
    path("", include("fotfeste.flater.kontor.utbetaling_urls")),
    path("", include("fotfeste.flater.kontor.krav_urls")),
    path("", include("fotfeste.flater.kontor.avstemming_urls")),
    path("", include("fotfeste.flater.kontor.regulering_urls")),
    path("", include("fotfeste.flater.kontor.kostra_urls")),
    path("", include("fotfeste.flater.kontor.organisasjon_urls")),
    path("", include("fotfeste.flater.kontor.kandidat_urls")),
    path("", include("fotfeste.flater.kontor.henvendelse_urls")),
    path("", include("fotfeste.flater.kontor.mote_urls")),
    path("", include("fotfeste.flater.kontor.evaluering_urls")),
    path("", include("fotfeste.flater.kontor.plan_urls")),
    path("", include("fotfeste.flater.kontor.livslop_urls")),
    path("", include("fotfeste.flater.kontor.klage_urls")),
    path("", include("fotfeste.flater.kontor.ledelse_urls")),
    path("", include("fotfeste.flater.kontor.veiledning_urls")),
    path("", include("fotfeste.flater.kontor.mappe_urls")),
    path("", include("fotfeste.flater.kontor.styring_urls")),
    path("", include("fotfeste.flater.kontor.simulering_urls")),
]
