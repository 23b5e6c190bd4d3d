from django.apps import AppConfig


class InformationConfig(AppConfig):
    name = "korpu.domains.information"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from korpu.domains.information.permissions import PERMISSIONS
        from korpu.foundations.accounts.api import register_permissions

        register_permissions(PERMISSIONS)
