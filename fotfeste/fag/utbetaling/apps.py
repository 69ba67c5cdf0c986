from django.apps import AppConfig


class UtbetalingConfig(AppConfig):
    name = "fotfeste.fag.utbetaling"
    label = "utbetaling"

    def ready(self) -> None:
        from fotfeste.fag.utbetaling import hendelser  # noqa: F401 - registers the sentences of the timeline
        from fotfeste.fag.utbetaling.etterregning import natt_etterregn
        from fotfeste.grunnmur.jobber.natt import NATTLIG

        NATTLIG.append(natt_etterregn)
