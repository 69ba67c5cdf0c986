from django.apps import AppConfig


class KandidatConfig(AppConfig):
    name = "fotfeste.fag.kandidat"
    label = "kandidat"

    def ready(self) -> None:
        from fotfeste.fag.kandidat import hendelser  # noqa: F401 - registers the sentences of the thread
        from fotfeste.fag.kandidat.services import natt_rydd
        from fotfeste.grunnmur.jobber.natt import NATTLIG

        NATTLIG.append(natt_rydd)
