from django.urls import path

from fotfeste.flater.kontor import veiledning_views as views

urlpatterns = [
    path("rutiner/", views.rutiner, name="rutiner"),
    path("rutiner/<uuid:kommune_id>/<str:steg>/", views.rutine, name="rutine"),
    path("rutiner/<uuid:kommune_id>/<str:steg>/skriv/", views.rutine_skriv, name="rutine_skriv"),
    path("rutiner/avslutt/<uuid:rutine_id>/", views.rutine_avslutt, name="rutine_avslutt"),
    path("avvik/", views.avvik, name="avvik"),
    path("sak/<uuid:sak_id>/avvik/<str:steg>/", views.avvik_meld, name="avvik_meld"),
]
