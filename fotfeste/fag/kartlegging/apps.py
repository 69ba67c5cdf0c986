from django.apps import AppConfig


class KartleggingConfig(AppConfig):
    name = "fotfeste.fag.kartlegging"
    label = "kartlegging"

    def ready(self) -> None:
        from fotfeste.fag.kartlegging import hendelser  # noqa: F401 - registers the sentences of the timeline
