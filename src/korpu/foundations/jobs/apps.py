from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "korpu.foundations.jobs"
    default_auto_field = "django.db.models.BigAutoField"
