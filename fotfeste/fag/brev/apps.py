from django.apps import AppConfig


class BrevConfig(AppConfig):
    name = "fotfeste.fag.brev"
    label = "brev"

    def ready(self) -> None:
        from fotfeste.fag.brev import hendelser  # noqa: F401 - registers the sentences of the timeline
