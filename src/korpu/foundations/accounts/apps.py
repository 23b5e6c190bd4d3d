from django.apps import AppConfig

from korpu.foundations.accounts.permissions import PERMISSIONS
from korpu.kernel.access import register_permissions


class AccountsConfig(AppConfig):
    name = "korpu.foundations.accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from korpu.foundations.accounts import checks, signals  # noqa: F401 - they register themselves
        from korpu.foundations.accounts.preferences import register_with_the_frame

        register_permissions(PERMISSIONS)
        register_with_the_frame()
