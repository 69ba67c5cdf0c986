"""The address where the participant keeps how to be reached, and where the money goes."""

from django.urls import path

from fotfeste.flater.deltaker import om_meg_views as views

urlpatterns = [path("om-meg/", views.om_meg, name="om_meg")]
