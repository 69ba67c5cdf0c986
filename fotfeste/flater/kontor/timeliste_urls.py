"""Addresses of the office's timesheets."""

from django.urls import path

from fotfeste.flater.kontor import timeliste_papir_views as papirer
from fotfeste.flater.kontor import timeliste_views as views

_MANED = "<int:aar>-<int:mnd>/"

urlpatterns = [
    path("timelister/", views.timelister, name="timelister"),
    path(f"timelister/{_MANED}", views.timelister, name="timelister_maned"),
    path(f"timelister/{_MANED}godkjenn/", views.timelister_godkjenn, name="timelister_godkjenn"),
    path(f"sak/<uuid:sak_id>/timeliste/{_MANED}", views.timeliste, name="timeliste"),
    path(f"sak/<uuid:sak_id>/timeliste/{_MANED}send/", views.timeliste_lever, name="timeliste_lever"),
    path(f"sak/<uuid:sak_id>/timeliste/{_MANED}godkjenn/", views.timeliste_godkjenn, name="timeliste_godkjenn"),
    path(f"sak/<uuid:sak_id>/timeliste/{_MANED}returner/", views.timeliste_returner, name="timeliste_returner"),
    path(f"sak/<uuid:sak_id>/timeliste/{_MANED}arrangor/", views.timeliste_arrangor, name="timeliste_arrangor"),
    path(f"sak/<uuid:sak_id>/timeliste/{_MANED}rett/", views.timeliste_rett, name="timeliste_rett"),
    path(f"sak/<uuid:sak_id>/timeliste/{_MANED}svar/", views.timeliste_svar, name="timeliste_svar"),
    path(f"sak/<uuid:sak_id>/timeliste/{_MANED}rettet/<int:nummer>/", views.timeliste_rettet, name="timeliste_rettet"),
    path(f"sak/<uuid:sak_id>/timeliste/{_MANED}fravaer/", views.timeliste_fravaer, name="timeliste_fravaer"),
    path(f"sak/<uuid:sak_id>/timeliste/{_MANED}forsok/", views.timeliste_forsok, name="timeliste_forsok"),
    path(f"sak/<uuid:sak_id>/timeliste/{_MANED}fravaer/kvoter/", views.fravaer_kvoter, name="fravaer_kvoter"),
    path("fravaer/<uuid:fravaer_id>/fjern/", views.timeliste_fravaer_fjern, name="timeliste_fravaer_fjern"),
    path("fravaer/<uuid:fravaer_id>/legeerklaering/", views.timeliste_lege, name="timeliste_lege"),
    path(f"sak/<uuid:sak_id>/timeliste/{_MANED}lonnsslipp/", papirer.lonnsslipp_ny, name="lonnsslipp_ny"),
    path("lonnsslipp/<uuid:slipp_id>/", papirer.lonnsslipp, name="lonnsslipp"),
    path("lonnsslipp/<uuid:slipp_id>/fjern/", papirer.lonnsslipp_fjern, name="lonnsslipp_fjern"),
    path("fravaer/<uuid:fravaer_id>/papir/", papirer.fravaer_papir_ny, name="fravaer_papir_ny"),
    path("fravaerspapir/<uuid:papir_id>/", papirer.fravaer_papir, name="fravaer_papir"),
    path("fravaerspapir/<uuid:papir_id>/fjern/", papirer.fravaer_papir_fjern, name="fravaer_papir_fjern"),
    path(
        "fravaer/<uuid:fravaer_id>/legeerklaering/<uuid:erklaering_id>/",
        views.timeliste_papir,
        name="timeliste_papir",
    ),
]
