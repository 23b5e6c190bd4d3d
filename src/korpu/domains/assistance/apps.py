from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssistanceConfig(AppConfig):
    name = "korpu.domains.assistance"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from korpu.domains.assistance.case_type import SUPPORT
        from korpu.domains.assistance.permissions import PERMISSIONS
        from korpu.domains.assistance.waiting import waiting
        from korpu.foundations.accounts.api import register_permissions
        from korpu.foundations.casework.api import register_case_type
        from korpu.foundations.ui import navigation
        from korpu.foundations.ui.waiting import register_waiting

        register_permissions(PERMISSIONS)
        register_case_type(SUPPORT)
        navigation.register(
            navigation.NavItem(
                _("Arrivals"),
                "assistance:referrals",
                "assistance.referral.read",
                order=40,
                about=_("Returnees who wait for a coordinator."),
            )
        )
        navigation.register(
            navigation.NavItem(
                _("Programmes"),
                "assistance:programmes",
                "assistance.programme.read",
                order=60,
                about=_("Assistance programmes with what each may give and at what price."),
            )
        )
        register_waiting("assistance", waiting, order=20)
