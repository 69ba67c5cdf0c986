from django.urls import path

from fotfeste.flater.kontor import evaluering_views as views

urlpatterns = [
    path("sak/<uuid:sak_id>/evalueringer/", views.evalueringer, name="evalueringer"),
    path("sak/<uuid:sak_id>/evaluering/", views.evaluering_hold, name="evaluering_hold"),
    path("sak/<uuid:sak_id>/evaluering/lagre/", views.evaluering_lagre, name="evaluering_lagre"),
]
