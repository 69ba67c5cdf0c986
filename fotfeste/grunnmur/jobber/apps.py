from django.apps import AppConfig


class JobberConfig(AppConfig):
    name = "fotfeste.grunnmur.jobber"
    label = "jobber"
