from django.apps import AppConfig


class UtkastConfig(AppConfig):
    name = "fotfeste.grunnmur.utkast"
    label = "utkast"
