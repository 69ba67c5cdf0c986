from django.apps import AppConfig


class BetalingConfig(AppConfig):
    name = "fotfeste.kobling.betaling"
    label = "kobling_betaling"

    def ready(self) -> None:
        from fotfeste.kobling.betaling import kontroll  # noqa: F401 - registers what the files refuse
