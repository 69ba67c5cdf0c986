from django.apps import AppConfig


class EtterConfig(AppConfig):
    name = "fotfeste.fag.etter"
    label = "etter"
