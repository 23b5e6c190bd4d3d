from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NotificationsConfig(AppConfig):
    name = "korpu.foundations.notifications"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from korpu.foundations.notifications.selectors import unread_count
        from korpu.foundations.ui.navigation import NavItem, register_account

        register_account(
            NavItem(_("Notifications"), "notifications:list", order=20, count=unread_count)
        )
