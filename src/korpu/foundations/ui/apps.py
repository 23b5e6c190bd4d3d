from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "korpu.foundations.ui"
    default_auto_field = "django.db.models.BigAutoField"
