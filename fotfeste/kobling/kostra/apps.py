from django.apps import AppConfig


class KostraConfig(AppConfig):
    name = "fotfeste.kobling.kostra"
    label = "kobling_kostra"
