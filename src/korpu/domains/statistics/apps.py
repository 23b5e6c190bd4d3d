from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    name = "korpu.domains.statistics"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from korpu.domains.statistics.permissions import PERMISSIONS
        from korpu.foundations.accounts.api import register_permissions

        register_permissions(PERMISSIONS)
