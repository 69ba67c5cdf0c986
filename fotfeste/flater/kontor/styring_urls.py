from django.urls import path

from fotfeste.flater.kontor import styring_views as views

urlpatterns = [path("tall/", views.styring, name="styring")]
