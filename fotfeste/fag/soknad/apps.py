from django.apps import AppConfig


class SoknadConfig(AppConfig):
    name = "fotfeste.fag.soknad"
    label = "soknad"

    def ready(self) -> None:
        from fotfeste.fag.soknad import hendelser  # noqa: F401 - registers the sentences of the timeline
