"""Addresses of the participant's programme."""

from django.urls import path

from fotfeste.flater.deltaker import program_views as views

urlpatterns = [
    path("program/", views.program, name="program"),
    path("program/<uuid:program_id>/ja/", views.program_avtal, name="program_avtal"),
    path("program/<uuid:program_id>/endre/", views.program_endre, name="program_endre"),
    path("program/<uuid:program_id>/uenig/", views.program_uenig, name="program_uenig"),
    path("program/uke/<uuid:aktivitet_id>/<str:uke>/", views.program_uke, name="program_uke"),
]
