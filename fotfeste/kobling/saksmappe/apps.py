from django.apps import AppConfig


class SaksmappeConfig(AppConfig):
    name = "fotfeste.kobling.saksmappe"
    label = "saksmappe"
