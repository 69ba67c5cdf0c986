"""Addresses of the participant's timesheets."""

from django.urls import path

from fotfeste.flater.deltaker import timeliste_views as views

urlpatterns = [
    path("timelister/", views.timelister, name="timelister"),
    path("timelister/<int:aar>-<int:mnd>/", views.timeliste, name="timeliste"),
    path("timelister/<int:aar>-<int:mnd>/fravaer/", views.fravaer_ny, name="fravaer_ny"),
    path("timelister/<int:aar>-<int:mnd>/fravaer/kvoter/", views.fravaer_kvoter, name="fravaer_kvoter"),
    path("timelister/<int:aar>-<int:mnd>/feil/", views.timeliste_feil, name="timeliste_feil"),
    path("timelister/fravaer/<uuid:fravaer_id>/fjern/", views.fravaer_fjern, name="fravaer_fjern"),
    path("timelister/fravaer/<uuid:fravaer_id>/legeerklaering/", views.legeerklaering, name="legeerklaering"),
    path("timelister/fravaer/<uuid:fravaer_id>/papir/", views.fravaer_papir_ny, name="fravaer_papir_ny"),
    path("timelister/papir/<uuid:papir_id>/", views.fravaer_papir, name="fravaer_papir"),
    path("timelister/papir/<uuid:papir_id>/fjern/", views.fravaer_papir_fjern, name="fravaer_papir_fjern"),
    path("timelister/<int:aar>-<int:mnd>/lonnsslipp/", views.lonnsslipp_ny, name="lonnsslipp_ny"),
    path("timelister/lonnsslipp/<uuid:slipp_id>/", views.lonnsslipp, name="lonnsslipp"),
    path("timelister/lonnsslipp/<uuid:slipp_id>/fjern/", views.lonnsslipp_fjern, name="lonnsslipp_fjern"),
    path(
        "timelister/fravaer/<uuid:fravaer_id>/legeerklaering/<uuid:erklaering_id>/",
        views.legeerklaering_papir,
        name="legeerklaering_papir",
    ),
]
