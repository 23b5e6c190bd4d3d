from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CaseworkConfig(AppConfig):
    name = "korpu.foundations.casework"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from korpu.foundations.casework.permissions import PERMISSIONS
        from korpu.foundations.ui.navigation import NavItem, register
        from korpu.kernel.access import register_permissions

        register_permissions(PERMISSIONS)
        register(NavItem(_("Worklist"), "casework:worklist", "casework.worklist.read", order=10))
        register(NavItem(_("Procedures"), "casework:procedures", order=80))
