from django.apps import AppConfig


class VeiledningConfig(AppConfig):
    name = "fotfeste.fag.veiledning"
    label = "veiledning"

    def ready(self) -> None:
        from fotfeste.fag.veiledning import hendelser  # noqa: F401 - registers the sentences of the timeline
