"""Every address of Fotfeste: one include for each surface."""

from django.urls import include, path

urlpatterns = [
    path("", include("fotfeste.flater.felles.urls")),
    path("kontor/", include("fotfeste.flater.kontor.urls")),
    path("arrangor/", include("fotfeste.flater.arrangor.urls")),
    path("min-side/", include("fotfeste.flater.deltaker.urls")),
]
