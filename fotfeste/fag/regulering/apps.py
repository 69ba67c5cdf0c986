from django.apps import AppConfig


class ReguleringConfig(AppConfig):
    name = "fotfeste.fag.regulering"
    label = "regulering"

    def ready(self) -> None:
        from fotfeste.fag.regulering import hendelser  # noqa: F401 - registers the sentences of the timeline
        from fotfeste.fag.regulering.natt import natt_regulering
        from fotfeste.grunnmur.jobber.natt import NATTLIG

        NATTLIG.append(natt_regulering)
