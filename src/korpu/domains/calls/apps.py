from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CallsConfig(AppConfig):
    name = "korpu.domains.calls"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from korpu.domains.calls.figures import COUNTERS
        from korpu.domains.calls.permissions import PERMISSIONS
        from korpu.domains.calls.public_matter import MATTER
        from korpu.domains.calls.sections import SECTION
        from korpu.domains.calls.waiting import waiting
        from korpu.domains.programmes.api import register_counter, register_project_section
        from korpu.foundations.accounts.api import register_permissions
        from korpu.foundations.ui import navigation
        from korpu.foundations.ui.public import register_public_matter
        from korpu.foundations.ui.waiting import register_waiting

        register_permissions(PERMISSIONS)
        register_public_matter(MATTER)
        register_project_section(SECTION)
        for counter in COUNTERS:
            register_counter(counter)
        navigation.register_public(
            navigation.NavItem(_("Calls for proposals"), "calls:public_calls", order=25)
        )
        navigation.register(
            navigation.NavItem(
                _("Calls"),
                "calls:calls",
                "calls.call.read",
                order=55,
                about=_("Calls for organisations, from the announcement to the contract."),
            )
        )
        navigation.register(
            navigation.NavItem(
                _("Assessment"),
                "calls:assessing",
                "calls.assessment.score",
                order=56,
                about=_("Applications you were appointed to score."),
            )
        )
        register_waiting("calls", waiting, order=30)
