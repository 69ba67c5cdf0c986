from django.apps import AppConfig


class OppmoteConfig(AppConfig):
    name = "fotfeste.fag.oppmote"
    label = "oppmote"

    def ready(self) -> None:
        from fotfeste.fag.oppmote import hendelser  # noqa: F401 - registers the sentences of the timeline
        from fotfeste.fag.oppmote.varsling import natt_varsle
        from fotfeste.grunnmur.jobber.natt import NATTLIG

        NATTLIG.append(natt_varsle)
