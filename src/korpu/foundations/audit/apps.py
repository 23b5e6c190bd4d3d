from django.apps import AppConfig

from korpu.foundations.audit.permissions import PERMISSIONS
from korpu.kernel.access import register_permissions


class AuditConfig(AppConfig):
    name = "korpu.foundations.audit"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_permissions(PERMISSIONS)
