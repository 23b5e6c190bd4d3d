from django.apps import AppConfig

from korpu.foundations.organisations.permissions import PERMISSIONS
from korpu.foundations.ui.navigation import NavItem, register
from korpu.kernel.access import register_permissions
from korpu.kernel.texts import Text


class OrganisationsConfig(AppConfig):
    name = "korpu.foundations.organisations"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        register_permissions(PERMISSIONS)
        title = Text(az="Təşkilatlar", en="Organisations", ru="Организации")
        register(
            NavItem(
                title,
                "organisations",
                "organisations.office.read",
                order=85,
                about=Text(
                    az="Qurumlar, idarələr və orada işləyən şəxslər.",
                    en="Bodies, offices and the people who work in them.",
                    ru="Органы, отделы и люди, которые в них работают.",
                ),
            )
        )
