from django.urls import path

from fotfeste.flater.kontor import ramme_dag_views as dag
from fotfeste.flater.kontor import ramme_saker_views as saker
from fotfeste.flater.kontor import ramme_views as views

urlpatterns = [
    path("", dag.min_dag, name="min_dag"),
    path("utsett/", dag.utsett, name="utsett"),
    path("utsett/<uuid:utsettelse_id>/opphev/", dag.utsett_opphev, name="utsett_opphev"),
    path("visning/<slug:side>/", dag.visning_lagre, name="visning_lagre"),
    path("visning/<uuid:visning_id>/fjern/", dag.visning_fjern, name="visning_fjern"),
    path("sok/", views.sok, name="sok"),
    path("saker/", saker.saker, name="saker"),
    path("saker.csv", saker.saker_csv, name="saker_csv"),
    path("sak/<uuid:sak_id>/", views.sak, name="sak"),
    path("sak/<uuid:sak_id>/fast-kontakt/", views.fast_kontakt, name="fast_kontakt"),
    path("sak/<uuid:sak_id>/innsyn/", views.innsyn, name="innsyn"),
    path("brev/<uuid:brev_id>.pdf", views.brev, name="brev"),
]
