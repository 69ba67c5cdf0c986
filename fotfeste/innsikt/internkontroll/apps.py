from django.apps import AppConfig


class InternkontrollConfig(AppConfig):
    name = "fotfeste.innsikt.internkontroll"
    label = "internkontroll"

    def ready(self) -> None:
        from fotfeste.grunnmur.jobber.natt import NATTLIG
        from fotfeste.innsikt.internkontroll.services import kontrollen_huskes

        NATTLIG.append(kontrollen_huskes)
