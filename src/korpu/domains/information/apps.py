from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InformationConfig(AppConfig):
    name = "korpu.domains.information"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from korpu.domains.information.permissions import PERMISSIONS
        from korpu.foundations.accounts.api import register_permissions
        from korpu.foundations.ui import navigation

        register_permissions(PERMISSIONS)
        navigation.register_public(
            navigation.NavItem(_("Publications"), "information:publications", order=30)
        )
