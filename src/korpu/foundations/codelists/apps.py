from typing import Any

from django.apps import AppConfig
from django.apps.registry import Apps
from django.db.models.signals import post_migrate
from django.utils import timezone


class CodelistsConfig(AppConfig):
    name = "korpu.foundations.codelists"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        post_migrate.connect(_load, sender=self)


def _load(*, apps: Apps, **_: Any) -> None:
    """Lists are part of the code: after a migration the database holds those of this version."""
    from korpu.foundations.codelists.services.load import load_codelists

    if "code" in apps.all_models["codelists"]:  # not after migrating back to nothing
        load_codelists(at=timezone.now())
