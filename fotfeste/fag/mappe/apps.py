from django.apps import AppConfig


class MappeConfig(AppConfig):
    name = "fotfeste.fag.mappe"
    label = "mappe"
