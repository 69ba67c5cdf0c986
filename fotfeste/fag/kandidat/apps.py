from django.apps import AppConfig


class KandidatConfig(AppConfig):
    name = "fotfeste.fag.kandidat"
    label = "kandidat"

    def ready(self) -> None:
        from fotfeste.fag.kandidat import hendelser  # noqa: F401 - registers the sentences of the thread
