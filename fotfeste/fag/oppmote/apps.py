from django.apps import AppConfig


class OppmoteConfig(AppConfig):
    name = "fotfeste.fag.oppmote"
    label = "oppmote"

    def ready(self) -> None:
        from fotfeste.fag.oppmote import hendelser  # noqa: F401 - registers the sentences of the timeline
