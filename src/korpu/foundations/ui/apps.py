from django.apps import AppConfig

from korpu.foundations.ui.languages import correct_language_facts


class UiConfig(AppConfig):
    name = "korpu.foundations.ui"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        correct_language_facts()
