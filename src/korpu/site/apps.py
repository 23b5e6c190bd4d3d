from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SiteConfig(AppConfig):
    name = "korpu.site"
    label = "korpu_site"

    def ready(self) -> None:
        from korpu.foundations.ui import navigation
        from korpu.site.trail_words import name_what_is_audited
        from korpu.site.wiring import connect

        connect()
        navigation.register_public(navigation.NavItem(_("Open data"), "open_data", order=60))
        navigation.register_public(navigation.NavItem(_("Search"), "search", order=70))
        name_what_is_audited()
