from django.apps import AppConfig


class FellesConfig(AppConfig):
    name = "fotfeste.flater.felles"
    label = "flater_felles"
