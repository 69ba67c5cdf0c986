from django.urls import path

from fotfeste.flater.deltaker import henvendelse_views as views

urlpatterns = [path("skriv-til-oss/", views.henvendelser, name="henvendelser")]
