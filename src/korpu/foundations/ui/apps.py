from pathlib import Path

from django.apps import AppConfig

from korpu.foundations.ui.catalogues import stale_catalogues
from korpu.foundations.ui.languages import correct_language_facts

PACKAGE = Path(__file__).resolve().parents[2]


class UiConfig(AppConfig):
    name = "korpu.foundations.ui"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        correct_language_facts()
        if stale_catalogues(PACKAGE):
            from korpu.foundations.ui.messages import compile_catalogues

            compile_catalogues(PACKAGE)
