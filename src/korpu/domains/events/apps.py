from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "korpu.domains.events"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from korpu.domains.events.permissions import PERMISSIONS, READ
        from korpu.foundations.ui import navigation
        from korpu.kernel.access import register_permissions

        register_permissions(PERMISSIONS)
        navigation.register(navigation.NavItem(_("Events"), "events:listing", READ, order=52))
