from django.urls import URLPattern

app_name = "kontor"
urlpatterns: list[URLPattern] = []
