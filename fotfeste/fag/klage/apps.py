from django.apps import AppConfig


class KlageConfig(AppConfig):
    name = "fotfeste.fag.klage"
    label = "klage"
