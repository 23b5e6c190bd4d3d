from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InformationConfig(AppConfig):
    name = "korpu.domains.information"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from korpu.domains.information.permissions import PERMISSIONS, READ
        from korpu.domains.information.projects import COUNTERS, SECTION
        from korpu.domains.information.searching import MATTER
        from korpu.domains.information.waiting import waiting
        from korpu.domains.information.words import TRAIL_WORDS
        from korpu.domains.programmes.api import register_counter, register_project_section
        from korpu.foundations.accounts.api import register_permissions
        from korpu.foundations.audit.api import name_things
        from korpu.foundations.ui import navigation
        from korpu.foundations.ui.public import register_public_matter
        from korpu.foundations.ui.waiting import register_waiting

        register_permissions(PERMISSIONS)
        register_project_section(SECTION)
        for counter in COUNTERS:
            register_counter(counter)
        navigation.register(
            navigation.NavItem(
                _("Publications"),
                "information:workbench",
                READ,
                order=54,
                about=_("Studies, guides and bulletins: editions, copies, recommendations."),
            )
        )
        name_things(TRAIL_WORDS)
        register_public_matter(MATTER)
        navigation.register_public(
            navigation.NavItem(_("Publications"), "information:publications", order=30)
        )
        register_waiting("information", waiting, order=40)
