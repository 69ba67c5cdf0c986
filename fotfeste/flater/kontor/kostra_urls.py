"""Addresses of the KOSTRA year."""

from django.urls import path

from fotfeste.flater.kontor import kostra_views as views

urlpatterns = [
    path("kostra/", views.kostra, name="kostra"),
    path("kostra/<uuid:kommune_id>/<int:aar>/fil/", views.kostra_fil, name="kostra_fil"),
]
