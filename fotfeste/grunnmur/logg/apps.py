from django.apps import AppConfig


class LoggConfig(AppConfig):
    name = "fotfeste.grunnmur.logg"
    label = "logg"
