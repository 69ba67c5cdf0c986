from django.apps import AppConfig


class OppfolgingConfig(AppConfig):
    name = "fotfeste.fag.oppfolging"
    label = "oppfolging"

    def ready(self) -> None:
        from fotfeste.fag.oppfolging import hendelser  # noqa: F401 - registers the sentences of the timeline
