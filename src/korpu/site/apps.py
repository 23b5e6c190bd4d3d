from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "korpu.site"
    label = "korpu_site"

    def ready(self) -> None:
        from korpu.site.trail_words import name_what_is_audited
        from korpu.site.wiring import connect

        connect()
        name_what_is_audited()
