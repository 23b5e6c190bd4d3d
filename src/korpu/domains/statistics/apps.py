from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    name = "korpu.domains.statistics"
    default_auto_field = "django.db.models.BigAutoField"
