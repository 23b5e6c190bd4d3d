from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "korpu.foundations.organisations"
    default_auto_field = "django.db.models.BigAutoField"
