from django.apps import AppConfig


class KontorConfig(AppConfig):
    name = "fotfeste.flater.kontor"
    label = "flater_kontor"
