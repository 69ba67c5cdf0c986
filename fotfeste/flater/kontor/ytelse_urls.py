"""Addresses of the pages about other benefits beside the stønad."""

from django.urls import path

from fotfeste.flater.kontor import ytelse_views as views

urlpatterns = [
    path("sak/<uuid:sak_id>/ytelser/", views.ytelser, name="ytelser"),
    path("ytelse/<uuid:ytelse_id>/", views.ytelse, name="ytelse"),
    path("ytelse/<uuid:ytelse_id>/slutt/", views.ytelse_slutt, name="ytelse_slutt"),
    path("ytelse/<uuid:ytelse_id>/fjern/", views.ytelse_fjern, name="ytelse_fjern"),
    path("ytelse/<uuid:ytelse_id>/papir/", views.ytelse_papir, name="ytelse_papir"),
]
