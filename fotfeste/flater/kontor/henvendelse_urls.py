from django.urls import path

from fotfeste.flater.kontor import henvendelse_views as views

urlpatterns = [
    path("henvendelser/", views.henvendelser, name="henvendelser"),
    path("henvendelser/ny/", views.henvendelse_ny, name="henvendelse_ny"),
    path("henvendelser/svartider/", views.svartider, name="svartider"),
    path("henvendelser/vakt/", views.vaktliste, name="vaktliste"),
    path("henvendelser/vakt/<uuid:kontor_id>/ny/", views.vakt_sett, name="vakt_sett"),
    path("henvendelser/vakt/<uuid:vakt_id>/fjern/", views.vakt_fjern, name="vakt_fjern"),
    path("henvendelser/<uuid:henvendelse_id>/", views.henvendelse, name="henvendelse"),
    path(
        "henvendelser/<uuid:henvendelse_id>/<slug:kommando>/", views.henvendelse_kommando, name="henvendelse_kommando"
    ),
    path("sak/<uuid:sak_id>/henvendelser/", views.henvendelser_sak, name="henvendelser_sak"),
]
