from django.apps import AppConfig


class EgenmeldingConfig(AppConfig):
    name = "fotfeste.fag.egenmelding"
    label = "egenmelding"

    def ready(self) -> None:
        from fotfeste.fag.egenmelding import hendelser  # noqa: F401 - registers the sentences of the timeline
