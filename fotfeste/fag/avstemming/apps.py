from django.apps import AppConfig


class AvstemmingConfig(AppConfig):
    name = "fotfeste.fag.avstemming"
    label = "avstemming"

    def ready(self) -> None:
        from fotfeste.fag.avstemming import hendelser  # noqa: F401 - registers the sentences of the timeline
