"""Addresses of the individual plan."""

from django.urls import path

from fotfeste.flater.kontor import plan_views as views

urlpatterns = [
    path("sak/<uuid:sak_id>/individuell-plan/", views.individuell_plan, name="individuell_plan"),
    path("sak/<uuid:sak_id>/individuell-plan/tilby/", views.plan_tilby, name="plan_tilby"),
    path("sak/<uuid:sak_id>/individuell-plan/svar/", views.plan_svar, name="plan_svar"),
    path("sak/<uuid:sak_id>/individuell-plan/ny/", views.plan_ny, name="plan_ny"),
    path("individuell-plan/<uuid:plan_id>/skriv/", views.plan_skriv, name="plan_skriv"),
    path("individuell-plan/<uuid:plan_id>/part/", views.plan_part, name="plan_part"),
    path("individuell-plan/part/<uuid:part_id>/fjern/", views.plan_part_fjern, name="plan_part_fjern"),
    path("individuell-plan/part/<uuid:part_id>/deling/", views.plan_deling, name="plan_deling"),
    path("individuell-plan/<uuid:plan_id>/tjeneste/", views.plan_tjeneste, name="plan_tjeneste"),
    path("individuell-plan/tjeneste/<uuid:tjeneste_id>/fjern/", views.plan_tjeneste_fjern, name="plan_tjeneste_fjern"),
    path("individuell-plan/<uuid:plan_id>/koordinator/", views.plan_koordinator, name="plan_koordinator"),
    path("individuell-plan/<uuid:plan_id>/samtykke/", views.plan_samtykke, name="plan_samtykke"),
    path("individuell-plan/samtykke/<uuid:samtykke_id>/trekk/", views.plan_samtykke_trekk, name="plan_samtykke_trekk"),
    path("individuell-plan/<uuid:plan_id>/godtatt/", views.plan_godtatt, name="plan_godtatt"),
    path("individuell-plan/<uuid:plan_id>/i-kraft/", views.plan_i_kraft, name="plan_i_kraft"),
    path("individuell-plan/<uuid:plan_id>/gjennomgang/", views.plan_gjennomgang, name="plan_gjennomgang"),
    path("individuell-plan/<uuid:plan_id>/avslutt/", views.plan_avslutt, name="plan_avslutt"),
    path("individuell-plan/<uuid:plan_id>/utskrift/", views.plan_utskrift, name="plan_utskrift"),
    path("individuell-plan/<uuid:plan_id>/versjon/<int:nummer>/", views.plan_versjon, name="plan_versjon"),
]
