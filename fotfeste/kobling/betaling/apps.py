from django.apps import AppConfig


class BetalingConfig(AppConfig):
    name = "fotfeste.kobling.betaling"
    label = "kobling_betaling"

    def ready(self) -> None:
        from fotfeste.grunnmur.jobber.natt import NATTLIG
        from fotfeste.kobling.betaling import kontroll  # noqa: F401 - registers what the files refuse
        from fotfeste.kobling.betaling.innboks import natt_les_banken

        NATTLIG.append(natt_les_banken)
