from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from korpu.foundations.mail.permissions import PERMISSIONS
from korpu.foundations.ui.navigation import NavItem, register
from korpu.kernel.access import register_permissions


class MailConfig(AppConfig):
    name = "korpu.foundations.mail"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_permissions(PERMISSIONS)
        register(
            NavItem(
                _("Outgoing mail"),
                "mail:messages",
                "mail.message.read",
                order=92,
                about=_("What was sent by e-mail, what waits and what failed."),
            )
        )
