from django.apps import AppConfig


class DeltakerConfig(AppConfig):
    name = "fotfeste.flater.deltaker"
    label = "flater_deltaker"
