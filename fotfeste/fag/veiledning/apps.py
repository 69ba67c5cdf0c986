from django.apps import AppConfig


class VeiledningConfig(AppConfig):
    name = "fotfeste.fag.veiledning"
    label = "veiledning"
