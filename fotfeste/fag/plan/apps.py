from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "fotfeste.fag.plan"
    label = "plan"

    def ready(self) -> None:
        from fotfeste.fag.plan import hendelser  # noqa: F401 - registers the sentences of the timeline
