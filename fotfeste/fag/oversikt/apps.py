from django.apps import AppConfig


class OversiktConfig(AppConfig):
    name = "fotfeste.fag.oversikt"
    label = "oversikt"
