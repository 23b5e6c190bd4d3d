from django.apps import AppConfig


class CodelistsConfig(AppConfig):
    name = "korpu.foundations.codelists"
    default_auto_field = "django.db.models.BigAutoField"
