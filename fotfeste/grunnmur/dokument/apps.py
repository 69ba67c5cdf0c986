from django.apps import AppConfig


class DokumentConfig(AppConfig):
    name = "fotfeste.grunnmur.dokument"
    label = "dokument"
