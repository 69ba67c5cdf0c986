"""Addresses of the programme pages."""

from django.urls import path

from fotfeste.flater.kontor import program_forbilde_views as forbilder
from fotfeste.flater.kontor import program_innhold_views as innhold
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
    path("program/<uuid:program_id>/uten-enighet/", views.program_uten_enighet, name="program_uten_enighet"),
    path("program/<uuid:program_id>/utskrift/", innhold.program_utskrift, name="program_utskrift"),
    path("sak/<uuid:sak_id>/program/mal/", innhold.program_mal, name="program_mal"),
    path("program/mal/<uuid:mal_id>/<slug:kommando>/", innhold.program_mal_kommando, name="program_mal_kommando"),
    path("program/<uuid:program_id>/valg/", innhold.program_valg, name="program_valg"),
    path("program/valg/<uuid:valg_id>/fjern/", innhold.program_valg_fjern, name="program_valg_fjern"),
    path("program/aktivitet/<uuid:aktivitet_id>/gang/", innhold.program_gang, name="program_gang"),
    path(
        "program/aktivitet/<uuid:aktivitet_id>/gang/<slug:kommando>/",
        innhold.program_gang_kommando,
        name="program_gang_kommando",
    ),
    path("sak/<uuid:sak_id>/program/jobb/", innhold.program_jobb, name="program_jobb"),
    path("program/jobb/<uuid:arbeidsforhold_id>/", innhold.program_jobb_svar, name="program_jobb_svar"),
    path("program/eksempler/", forbilder.program_forbilder, name="program_forbilder"),
    path("program/<uuid:program_id>/del/", forbilder.program_forbilde_lag, name="program_forbilde_lag"),
    path(
        "program/<uuid:program_id>/fyll/<uuid:forbilde_id>/",
        forbilder.program_fyll_fra,
        name="program_fyll_fra",
    ),
    path(
        "program/eksempler/<uuid:forbilde_id>/trekk/", forbilder.program_forbilde_trekk, name="program_forbilde_trekk"
    ),
]
