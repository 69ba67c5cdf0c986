from django.urls import path

from fotfeste.flater.deltaker import mappe_views as views

urlpatterns = [
    path("saken/", views.hele_saken, name="hele_saken"),
    path("saken/fil/", views.hele_saken_fil, name="hele_saken_fil"),
]
