from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StatisticsConfig(AppConfig):
    name = "korpu.domains.statistics"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from korpu.domains.statistics import checks  # noqa: F401  registers itself
        from korpu.domains.statistics.permissions import PERMISSIONS
        from korpu.domains.statistics.public_matter import MATTER
        from korpu.domains.statistics.waiting import waiting
        from korpu.foundations.ui.navigation import NavItem, register, register_public
        from korpu.foundations.ui.public import register_public_matter
        from korpu.foundations.ui.waiting import register_waiting
        from korpu.kernel.access import register_permissions

        register_permissions(PERMISSIONS)
        register_public_matter(MATTER)
        register_public(NavItem(_("Statistics"), "statistics:releases", order=50))
        register(
            NavItem(
                _("Statistics"),
                "statistics:releases",
                order=60,
                about=_("Published figures, each with its source."),
            )
        )
        register(
            NavItem(
                _("Statistics workbench"),
                "statistics:workbench",
                "statistics.run.read",
                order=61,
                about=_("Count, protect small numbers, approve and publish."),
            )
        )
        register_waiting("statistics", waiting, order=60)
