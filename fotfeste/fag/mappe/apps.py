from django.apps import AppConfig


class MappeConfig(AppConfig):
    name = "fotfeste.fag.mappe"
    label = "mappe"

    def ready(self) -> None:
        from fotfeste.fag.mappe import hendelser  # noqa: F401 - registers the sentences of the timeline
