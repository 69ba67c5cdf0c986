from django.urls import path

from fotfeste.flater.deltaker import mote_views as views

urlpatterns = [
    path("moter/", views.moter, name="moter"),
    path("moter/<uuid:mote_id>/", views.mote, name="mote"),
    path("moter/<uuid:mote_id>/svar/", views.mote_svar, name="mote_svar"),
    path("moter/<uuid:mote_id>/vurder/", views.mote_vurder, name="mote_vurder"),
    path("moter/<uuid:mote_id>/trekk/", views.mote_trekk, name="mote_trekk"),
    path("avtale/<uuid:punkt_id>/", views.avtale_kryss, name="avtale_kryss"),
    path("evaluering/", views.evaluering, name="evaluering"),
]
