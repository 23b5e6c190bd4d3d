from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LawConfig(AppConfig):
    name = "korpu.foundations.law"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from korpu.foundations.casework.api import (
            LawSource,
            on_every_act,
            register_case_part,
            register_law,
            register_tab,
            register_term_history,
        )
        from korpu.foundations.law import library
        from korpu.foundations.law.permissions import PERMISSIONS
        from korpu.foundations.law.selectors.receipts import receipts_in_file
        from korpu.foundations.law.selectors.works import history
        from korpu.foundations.law.services.receipts import keep_receipt
        from korpu.foundations.law.waiting import waiting
        from korpu.foundations.ui.navigation import NavItem, register
        from korpu.foundations.ui.waiting import register_waiting
        from korpu.kernel.access import register_permissions

        register_permissions(PERMISSIONS)
        register_law(LawSource(library.edition, library.hold, library.build))
        register_term_history(history)
        on_every_act(keep_receipt)
        register_case_part(receipts_in_file)
        register_tab(_("Receipts"), "law:receipts")
        register(
            NavItem(
                _("Changes of the law"),
                "law:changes",
                "law.change.read",
                order=82,
                about=_(
                    "Amend a term or a calendar: see what changes for whom, prove it, publish it."
                ),
            )
        )
        register_waiting("law", waiting, order=80)
