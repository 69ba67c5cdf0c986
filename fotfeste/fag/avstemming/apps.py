from django.apps import AppConfig


class AvstemmingConfig(AppConfig):
    name = "fotfeste.fag.avstemming"
    label = "avstemming"
