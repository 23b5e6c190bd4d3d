from django.apps import AppConfig


class PersonsConfig(AppConfig):
    name = "korpu.foundations.persons"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from korpu.foundations.persons import permissions

        permissions.register()
