from django.urls import path

from fotfeste.kobling.idporten import views

app_name = "idporten"
urlpatterns = [
    path("ut/", views.ut, name="ut"),
    path("inn/", views.inn, name="inn"),
]
