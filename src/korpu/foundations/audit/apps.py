from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "korpu.foundations.audit"
    default_auto_field = "django.db.models.BigAutoField"
