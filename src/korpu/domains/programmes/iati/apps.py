from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class IatiConfig(AppConfig):
    name = "korpu.domains.programmes.iati"
    label = "programmes_iati"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from korpu.domains.programmes.iati.public_matter import MATTER
        from korpu.domains.programmes.iati.words import TRAIL_WORDS
        from korpu.engines.iati.api import use_lists
        from korpu.foundations.accounts.api import register_permissions
        from korpu.foundations.audit.api import name_things
        from korpu.foundations.ui import navigation
        from korpu.foundations.ui.public import register_public_matter
        from korpu.kernel.texts import Text

        if settings.KORPU_IATI_CODELISTS:
            use_lists(settings.KORPU_IATI_CODELISTS)
        name_things(TRAIL_WORDS)
        register_permissions(
            {
                "programmes.iati.configure": Text(
                    az="IATI üzrə hesabat verən təşkilatın identifikatorunu təyin etmək",
                    en="Set the identifier under which the organisation reports to IATI",
                    ru="Задавать идентификатор организации, отчитывающейся в IATI",
                )
            }
        )
        navigation.register(
            navigation.NavItem(
                _("Who reports to IATI"),
                "programmes_iati:reporter",
                "programmes.iati.configure",
                order=95,
                about=_("The identifier of the organisation in the open files on projects."),
            )
        )
        register_public_matter(MATTER)
        navigation.register(
            navigation.NavItem(
                _("IATI files"),
                "programmes_iati:overview",
                "programmes.project.read",
                order=55,
                about=_("Open files on projects: check, publish, bring in."),
            )
        )
