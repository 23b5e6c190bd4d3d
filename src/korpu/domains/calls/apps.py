from django.apps import AppConfig


class CallsConfig(AppConfig):
    name = "korpu.domains.calls"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from korpu.domains.calls.permissions import PERMISSIONS
        from korpu.foundations.accounts.api import register_permissions

        register_permissions(PERMISSIONS)
