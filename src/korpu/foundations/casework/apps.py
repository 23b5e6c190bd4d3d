from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "korpu.foundations.casework"
    default_auto_field = "django.db.models.BigAutoField"
