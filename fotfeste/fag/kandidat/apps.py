from django.apps import AppConfig


class KandidatConfig(AppConfig):
    name = "fotfeste.fag.kandidat"
    label = "kandidat"
