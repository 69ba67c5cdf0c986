"""Addresses of the reconciliation with the bank."""

from django.urls import path

from fotfeste.flater.kontor import avstemming_views as views

urlpatterns = [
    path("avstemming/", views.avstemming, name="avstemming"),
    path("avstemming/<uuid:kjoring_id>/", views.avstemming_kjoring, name="avstemming_kjoring"),
    path("avstemming/<uuid:kjoring_id>/avstem/", views.avstemming_avstem, name="avstemming_avstem"),
    path("avstemming/<uuid:kjoring_id>/prov-igjen/", views.avstemming_prov_igjen, name="avstemming_prov_igjen"),
    path("avstemming/<uuid:kjoring_id>/provebank/", views.avstemming_provebank, name="avstemming_provebank"),
    path("avstemming/post/<uuid:post_id>/", views.avstemming_post, name="avstemming_post"),
    path("avstemming/betaling/<uuid:utbetaling_id>/", views.avstemming_betaling, name="avstemming_betaling"),
    path("avstemming/fil/<uuid:melding_id>/", views.avstemming_fil, name="avstemming_fil"),
]
