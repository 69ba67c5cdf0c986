from django.apps import AppConfig


class HenvendelseConfig(AppConfig):
    name = "fotfeste.fag.henvendelse"
    label = "henvendelse"
