from django.apps import AppConfig


class OrganisasjonConfig(AppConfig):
    name = "fotfeste.grunnmur.organisasjon"
    label = "organisasjon"
