from django.apps import AppConfig


class ProgramConfig(AppConfig):
    name = "fotfeste.fag.program"
    label = "program"

    def ready(self) -> None:
        from fotfeste.fag.program import hendelser  # noqa: F401 - registers the sentences of the timeline
