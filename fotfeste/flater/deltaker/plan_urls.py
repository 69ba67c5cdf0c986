"""Addresses of the participant's individual plan."""

from django.urls import path

from fotfeste.flater.deltaker import plan_views as views

urlpatterns = [
    path("individuell-plan/", views.individuell_plan, name="individuell_plan"),
    path("individuell-plan/svar/", views.plan_svar, name="plan_svar"),
    path("individuell-plan/mal/", views.plan_mal, name="plan_mal"),
    path("individuell-plan/<uuid:plan_id>/kommentar/", views.plan_kommentar, name="plan_kommentar"),
    path("individuell-plan/<uuid:plan_id>/enig/", views.plan_enig, name="plan_enig"),
    path("individuell-plan/<uuid:plan_id>/samtykke/", views.plan_samtykke, name="plan_samtykke"),
    path("individuell-plan/part/<uuid:part_id>/samtykke/", views.plan_deling, name="plan_deling"),
    path("individuell-plan/samtykke/<uuid:samtykke_id>/trekk/", views.plan_samtykke_trekk, name="plan_samtykke_trekk"),
]
