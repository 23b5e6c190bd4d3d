from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgrammesConfig(AppConfig):
    name = "korpu.domains.programmes"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from korpu.domains.programmes.permissions import PERMISSIONS
        from korpu.domains.programmes.public_matter import MATTER
        from korpu.domains.programmes.waiting import waiting
        from korpu.domains.programmes.words import TRAIL_WORDS
        from korpu.foundations.accounts.api import register_permissions
        from korpu.foundations.audit.api import name_things
        from korpu.foundations.ui import navigation
        from korpu.foundations.ui.public import register_public_matter
        from korpu.foundations.ui.waiting import register_waiting

        register_permissions(PERMISSIONS)
        register_public_matter(MATTER)
        navigation.register_public(
            navigation.NavItem(_("Projects"), "programmes:public_projects", order=10)
        )
        name_things(TRAIL_WORDS)
        navigation.register(
            navigation.NavItem(
                _("Portfolio"),
                "programmes:portfolio",
                "programmes.project.read",
                order=50,
                about=_("Projects with their results, money, risks and reports."),
            )
        )
        register_waiting("programmes", waiting, order=25)
