from django.apps import AppConfig

from korpu.foundations.organisations.permissions import PERMISSIONS
from korpu.kernel.access import register_permissions


class OrganisationsConfig(AppConfig):
    name = "korpu.foundations.organisations"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_permissions(PERMISSIONS)
