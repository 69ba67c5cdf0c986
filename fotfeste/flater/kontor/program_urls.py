"""Addresses of the programme pages."""

from django.urls import path

from fotfeste.flater.kontor import program_views as views

urlpatterns = [
    path("sak/<uuid:sak_id>/program/", views.program, name="program"),
    path("sak/<uuid:sak_id>/program/ny/", views.program_ny, name="program_ny"),
    path("sak/<uuid:sak_id>/program/permisjon/", views.program_permisjon, name="program_permisjon"),
    path("program/permisjon/<uuid:permisjon_id>/endre/", views.program_permisjon_endre, name="program_permisjon_endre"),
    path("program/<uuid:program_id>/lagre/", views.program_lagre, name="program_lagre"),
    path("program/<uuid:program_id>/evaluering/", views.program_evaluering, name="program_evaluering"),
    path("program/<uuid:program_id>/send/", views.program_foresla, name="program_foresla"),
    path("program/<uuid:program_id>/trekk-tilbake/", views.program_trekk_tilbake, name="program_trekk_tilbake"),
    path("program/<uuid:program_id>/avtalt-i-mote/", views.program_avtal_i_mote, name="program_avtal_i_mote"),
    path("program/<uuid:program_id>/aktivitet/", views.program_aktivitet_ny, name="program_aktivitet_ny"),
    path("program/aktivitet/<uuid:aktivitet_id>/", views.program_aktivitet, name="program_aktivitet"),
    path("program/aktivitet/<uuid:aktivitet_id>/fjern/", views.program_aktivitet_fjern, name="program_aktivitet_fjern"),
]
