from django.apps import AppConfig


class ReadmissionConfig(AppConfig):
    name = "korpu.domains.readmission"
    default_auto_field = "django.db.models.BigAutoField"
