from django.urls import URLPattern

app_name = "felles"
urlpatterns: list[URLPattern] = []
