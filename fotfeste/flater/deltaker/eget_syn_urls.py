"""The address where the participant tells how they see it themselves."""

from django.urls import path

from fotfeste.flater.deltaker import eget_syn_views as views

urlpatterns = [path("mitt-syn/", views.eget_syn, name="eget_syn")]
