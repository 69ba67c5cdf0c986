"""Addresses of a programme's life and the time after."""

from django.urls import path

from fotfeste.flater.kontor import livslop_views as views

urlpatterns = [
    path("sak/<uuid:sak_id>/livslop/", views.livslop, name="livslop"),
    path("sak/<uuid:sak_id>/livslop/overfor/", views.livslop_overfor, name="livslop_overfor"),
    path("sak/<uuid:sak_id>/livslop/<slug:kommando>/", views.livslop_gjor, name="livslop_gjor"),
    path("sak/<uuid:sak_id>/livslop/<slug:kommando>/<uuid:rad_id>/", views.livslop_rad, name="livslop_rad"),
    path("sak/<uuid:sak_id>/etterpa/", views.etterpa, name="etterpa"),
    path("utfall/", views.utfall, name="utfall"),
]
