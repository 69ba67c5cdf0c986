from django.apps import AppConfig


class VedtakConfig(AppConfig):
    name = "fotfeste.fag.vedtak"
    label = "vedtak"

    def ready(self) -> None:
        from fotfeste.fag.vedtak import hendelser  # noqa: F401 - registers the sentences of the timeline
