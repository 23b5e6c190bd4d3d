from django.apps import AppConfig


class AssistanceConfig(AppConfig):
    name = "korpu.domains.assistance"
    default_auto_field = "django.db.models.BigAutoField"
