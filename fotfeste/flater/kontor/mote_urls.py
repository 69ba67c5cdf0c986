from django.urls import path

from fotfeste.flater.kontor import mote_views as views

urlpatterns = [
    path("moter/", views.moteliste, name="moteliste"),
    path("gruppemote/", views.gruppemote, name="gruppemote"),
    path("sak/<uuid:sak_id>/samtale/", views.kontakt_logg, name="kontakt_logg"),
    path("sak/<uuid:sak_id>/moter/", views.moter, name="moter"),
    path("sak/<uuid:sak_id>/moter/onske/", views.mote_onsk, name="mote_onsk"),
    path("sak/<uuid:sak_id>/moter/ny/", views.mote_ny, name="mote_ny"),
    path("sak/<uuid:sak_id>/moter/neste/", views.mote_neste, name="mote_neste"),
    path("sak/<uuid:sak_id>/avtale/", views.avtale_ny, name="avtale_ny"),
    path("avtale/<uuid:punkt_id>/<slug:kommando>/", views.avtale_kommando, name="avtale_kommando"),
    path("sak/<uuid:sak_id>/bekymring/", views.bekymring, name="bekymring"),
    path("bekymring/<uuid:bekymring_id>/folg-opp/", views.bekymring_folg_opp, name="bekymring_folg_opp"),
    path("bekymring/<uuid:bekymring_id>/loft/", views.bekymring_loft, name="bekymring_loft"),
    path("bekymring/<uuid:bekymring_id>/avslutt/", views.bekymring_avslutt, name="bekymring_avslutt"),
    path("mote/<uuid:mote_id>/", views.mote, name="mote"),
    path("mote/<uuid:mote_id>/forbered/", views.mote_forbered, name="mote_forbered"),
    path("mote/<uuid:mote_id>/skriv/", views.mote_skriv, name="mote_skriv"),
    path("mote/<uuid:mote_id>/lukk/", views.mote_lukk, name="mote_lukk"),
    path("mote/<uuid:mote_id>/ikke-mott/", views.mote_ikke_mott, name="mote_ikke_mott"),
    path("mote/<uuid:mote_id>/flytt/", views.mote_flytt, name="mote_flytt"),
    path("mote/<uuid:mote_id>/avlys/", views.mote_avlys, name="mote_avlys"),
    path("mote/<uuid:mote_id>/mote.ics", views.mote_kalender, name="mote_kalender"),
]
