from django.urls import URLPattern

app_name = "deltaker"
urlpatterns: list[URLPattern] = []
