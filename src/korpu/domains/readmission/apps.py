from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReadmissionConfig(AppConfig):
    name = "korpu.domains.readmission"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from korpu.domains.readmission import case_types, permissions
        from korpu.domains.readmission.outgoing import guard_outgoing, guard_sending, shows_ledger
        from korpu.domains.readmission.services import claims
        from korpu.domains.readmission.services.received import note_received
        from korpu.foundations.casework.api import (
            on_received,
            register_outgoing_guard,
            register_sending_guard,
            register_tab,
        )
        from korpu.foundations.persons.api import on_protection_hold
        from korpu.foundations.ui.navigation import NavItem, register
        from korpu.kernel.access import register_permissions

        register_permissions(permissions.PERMISSIONS)
        case_types.register()
        register_outgoing_guard(guard_outgoing)
        register_sending_guard(guard_sending)
        on_received(note_received)
        on_protection_hold(claims.tell_of_what_left)
        claims.register_kind_of_alert()
        register(
            NavItem(
                _("Readmission"),
                "readmission:applications",
                permissions.READ_APPLICATION,
                order=20,
                about=_("Applications of other states, from receipt to reply and return."),
            )
        )
        register_tab(_("Sent abroad"), "readmission:case_exchange", shown=shows_ledger)
        register(
            NavItem(
                _("Data received abroad"),
                "readmission:exchanges",
                permissions.AUDIT_EXCHANGE,
                order=85,
            )
        )
        register(
            NavItem(
                _("Left before a claim"), "readmission:alerts", permissions.READ_ALERT, order=30
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
