from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "fotfeste.demo"
    label = "demo"
