from django.apps import AppConfig


class ArrangorConfig(AppConfig):
    name = "fotfeste.flater.arrangor"
    label = "flater_arrangor"
