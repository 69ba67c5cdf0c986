"""Addresses of the participant's timesheets."""

from django.urls import path

from fotfeste.flater.deltaker import timeliste_views as views

urlpatterns = [
    path("timelister/", views.timelister, name="timelister"),
    path("timelister/<int:aar>-<int:mnd>/", views.timeliste, name="timeliste"),
    path("timelister/<int:aar>-<int:mnd>/fravaer/", views.fravaer_ny, name="fravaer_ny"),
    path("timelister/<int:aar>-<int:mnd>/feil/", views.timeliste_feil, name="timeliste_feil"),
    path("timelister/fravaer/<uuid:fravaer_id>/fjern/", views.fravaer_fjern, name="fravaer_fjern"),
    path("timelister/fravaer/<uuid:fravaer_id>/legeerklaering/", views.legeerklaering, name="legeerklaering"),
    path(
        "timelister/fravaer/<uuid:fravaer_id>/legeerklaering/<uuid:erklaering_id>/",
        views.legeerklaering_papir,
        name="legeerklaering_papir",
    ),
]
