from django.apps import AppConfig


class PersonConfig(AppConfig):
    name = "fotfeste.fag.person"
    label = "person"

    def ready(self) -> None:
        from fotfeste.fag.person import hendelser  # noqa: F401 - registers the sentences of the timeline
