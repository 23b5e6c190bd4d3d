from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "korpu.domains.events"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from korpu.domains.events.figures import COUNTERS
        from korpu.domains.events.notices import register_kinds
        from korpu.domains.events.permissions import PERMISSIONS, READ
        from korpu.domains.events.public_matter import MATTER
        from korpu.domains.events.sections import SECTION
        from korpu.domains.events.selectors.tasks import open_task_count
        from korpu.domains.events.waiting import waiting
        from korpu.domains.programmes.api import register_counter, register_project_section
        from korpu.foundations.ui import navigation
        from korpu.foundations.ui.public import register_public_matter
        from korpu.foundations.ui.waiting import register_waiting
        from korpu.kernel.access import register_permissions

        register_permissions(PERMISSIONS)
        register_kinds()
        navigation.register_account(
            navigation.NavItem(
                _("My tasks from events"),
                "events:tasks",
                order=25,
                count=open_task_count,
                hides_when_empty=True,
            )
        )
        register_public_matter(MATTER)
        register_project_section(SECTION)
        navigation.register_public(
            navigation.NavItem(_("Events"), "events:public_listing", order=20)
        )
        for counter in COUNTERS:
            register_counter(counter)
        navigation.register(
            navigation.NavItem(
                _("Events"),
                "events:listing",
                READ,
                order=52,
                about=_("Trainings, meetings and visits, from invitation to certificate."),
            )
        )
        register_waiting("events", waiting, order=50)
