from django.apps import AppConfig


class InternkontrollConfig(AppConfig):
    name = "fotfeste.innsikt.internkontroll"
    label = "internkontroll"
