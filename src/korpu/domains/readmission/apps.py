from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReadmissionConfig(AppConfig):
    name = "korpu.domains.readmission"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from korpu.domains.readmission import case_types, permissions
        from korpu.domains.readmission.outgoing import guard_outgoing
        from korpu.foundations.casework.api import register_outgoing_guard
        from korpu.foundations.ui.navigation import NavItem, register
        from korpu.kernel.access import register_permissions

        register_permissions(permissions.PERMISSIONS)
        case_types.register()
        register_outgoing_guard(guard_outgoing)
        register(
            NavItem(
                _("Readmission"),
                "readmission:applications",
                permissions.READ_APPLICATION,
                order=20,
                about=_("Applications of other states, from receipt to reply and return."),
            )
        )
        register(
            NavItem(
                _("Machine tokens"),
                "readmission:tokens",
                permissions.MANAGE_TOKENS,
                order=90,
                about=_("Keys with which other states' systems hand in applications."),
            )
        )
