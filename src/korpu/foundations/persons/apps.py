from django.apps import AppConfig


class PersonsConfig(AppConfig):
    name = "korpu.foundations.persons"
    default_auto_field = "django.db.models.BigAutoField"
