from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CaseworkConfig(AppConfig):
    name = "korpu.foundations.casework"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from korpu.foundations.casework.declared import register_declared
        from korpu.foundations.casework.notices import register_kinds
        from korpu.foundations.casework.permissions import PERMISSIONS
        from korpu.foundations.casework.selectors.parties import cases_of_person
        from korpu.foundations.casework.waiting import waiting
        from korpu.foundations.persons.api import PersonPanel, register_person_panel
        from korpu.foundations.ui.navigation import NavItem, register, register_account
        from korpu.foundations.ui.waiting import register_waiting
        from korpu.kernel.access import register_permissions

        register_permissions(PERMISSIONS)
        register_kinds()
        register_declared()
        register_person_panel(
            PersonPanel(
                id="cases",
                title=_("Cases"),
                permission="casework.case.read",
                template="casework/person_cases.html",
                context=cases_of_person,
                order=10,
            )
        )
        register(
            NavItem(
                _("Worklist"),
                "casework:worklist",
                "casework.worklist.read",
                order=10,
                about=_("Cases you and your office work on, by what is due."),
            )
        )
        register(
            NavItem(
                _("Questions to us"),
                "casework:asked_of_us",
                "casework.enquiry.answer",
                order=14,
                about=_("Opinions and answers other bodies wait for from your office."),
            )
        )
        register(
            NavItem(
                _("Board of the office"),
                "casework:board",
                "casework.board.read",
                order=12,
                about=_("Who works on what, how long it has waited, and what is late."),
            )
        )
        register(
            NavItem(
                _("Open a case"),
                "casework:open",
                "casework.case.open",
                order=12,
                about=_("Begin a case under any procedure you may open."),
            )
        )
        register_account(
            NavItem(
                _("Deadlines that are near"), "casework:desk", "casework.worklist.read", order=30
            )
        )
        register(
            NavItem(
                _("Procedures"),
                "casework:procedures",
                order=80,
                about=_("How each procedure runs, with its terms and the articles behind them."),
            )
        )
        register_waiting("casework", waiting, order=10)
