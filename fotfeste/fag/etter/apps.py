from django.apps import AppConfig


class EtterConfig(AppConfig):
    name = "fotfeste.fag.etter"
    label = "etter"

    def ready(self) -> None:
        from fotfeste.fag.etter import hendelser  # noqa: F401 - registers the sentences of the timeline
