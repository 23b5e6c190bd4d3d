from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PersonsConfig(AppConfig):
    name = "korpu.foundations.persons"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from korpu.foundations.persons import permissions
        from korpu.foundations.ui.navigation import NavItem, register

        permissions.register()
        register(
            NavItem(
                _("Persons"),
                "persons:search",
                "persons.person.search",
                order=20,
                about=_("Find a person by any name, document or birth date."),
            )
        )
