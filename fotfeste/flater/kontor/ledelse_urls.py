from django.urls import path

from fotfeste.flater.kontor import ledelse_views as views

urlpatterns = [
    path("saksfordeling/", views.portefolje, name="portefolje"),
    path("saksfordeling/flytt/", views.fordel, name="fordel"),
    path("saksfordeling/<uuid:bunke>/angre/", views.fordel_angre, name="fordel_angre"),
    path("sak/<uuid:sak_id>/overlevering/", views.overlevering, name="overlevering"),
    path("sak/<uuid:sak_id>/overlevering/lest/", views.overlevering_lest, name="overlevering_lest"),
    path("kontor/<uuid:kontor_id>/stedfortreder/", views.stedfortreder, name="stedfortreder"),
    path("stedfortreder/<uuid:stedfortreder_id>/avslutt/", views.stedfortreder_avslutt, name="stedfortreder_avslutt"),
]
