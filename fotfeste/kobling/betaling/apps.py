from django.apps import AppConfig


class BetalingConfig(AppConfig):
    name = "fotfeste.kobling.betaling"
    label = "kobling_betaling"
