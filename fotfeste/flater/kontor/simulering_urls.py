from django.urls import path

from fotfeste.flater.kontor import simulering_views as views

urlpatterns = [
    path("hva-om/", views.simulering, name="simulering"),
    path("hva-om/fil/", views.simulering_fil, name="simulering_fil"),
]
