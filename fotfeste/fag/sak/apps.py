from django.apps import AppConfig


class SakConfig(AppConfig):
    name = "fotfeste.fag.sak"
    label = "sak"

    def ready(self) -> None:
        from fotfeste.fag.sak import hendelser  # noqa: F401 - registers the sentences of the timeline
