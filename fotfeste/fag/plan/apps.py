from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "fotfeste.fag.plan"
    label = "plan"
