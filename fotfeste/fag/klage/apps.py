from django.apps import AppConfig


class KlageConfig(AppConfig):
    name = "fotfeste.fag.klage"
    label = "klage"

    def ready(self) -> None:
        from fotfeste.fag.klage import hendelser  # noqa: F401 - registers the sentences of the timeline
