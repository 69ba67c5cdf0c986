from django.apps import AppConfig


class HenvendelseConfig(AppConfig):
    name = "fotfeste.fag.henvendelse"
    label = "henvendelse"

    def ready(self) -> None:
        from fotfeste.fag.henvendelse import hendelser  # noqa: F401 - registers the sentences of the timeline
        from fotfeste.fag.henvendelse.services import natt_gi_videre, natt_rydd
        from fotfeste.grunnmur.jobber.natt import NATTLIG

        NATTLIG.extend((natt_gi_videre, natt_rydd))
