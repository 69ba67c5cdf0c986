from django.apps import AppConfig


class EndringConfig(AppConfig):
    name = "fotfeste.fag.endring"
    label = "endring"

    def ready(self) -> None:
        from fotfeste.fag.endring import hendelser  # noqa: F401 - registers the sentences of the timeline
