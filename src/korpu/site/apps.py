from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "korpu.site"
    label = "korpu_site"
