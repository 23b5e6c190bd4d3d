from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InformationConfig(AppConfig):
    name = "korpu.domains.information"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from korpu.domains.information.permissions import PERMISSIONS
        from korpu.domains.information.searching import MATTER
        from korpu.domains.information.words import TRAIL_WORDS
        from korpu.foundations.accounts.api import register_permissions
        from korpu.foundations.audit.api import name_things
        from korpu.foundations.ui import navigation
        from korpu.foundations.ui.public import register_public_matter

        register_permissions(PERMISSIONS)
        name_things(TRAIL_WORDS)
        register_public_matter(MATTER)
        navigation.register_public(
            navigation.NavItem(_("Publications"), "information:publications", order=30)
        )
