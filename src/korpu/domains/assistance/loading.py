"""Programmes and their tariffs from the jurisdiction's files."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from korpu.domains.assistance.models import Programme, TariffRow
from korpu.foundations.accounts.models import Compartment


def load_programmes(folder: Path) -> int:
    """Bring every ``*.yaml`` of ``folder`` into the tables; loading again changes nothing.

    A tariff version that exists is left as it is: plans are pinned to it. Returns how many
    programmes there are.
    """
    files = sorted(folder.glob("*.yaml"))
    with transaction.atomic():
        for file in files:
            _load(yaml.safe_load(file.read_text(encoding="utf-8")))
    return len(files)


def _load(declared: Mapping[str, Any]) -> None:
    compartment = Compartment.objects.get(office__code=declared["office"], business="assistance")
    programme, _made = Programme.objects.update_or_create(
        code=declared["code"],
        defaults={
            "compartment": compartment,
            "valid_from": declared["valid_from"],
            "valid_until": declared["valid_until"],
            "is_fictional": declared["fictional"],
            **{f"title_{language}": text for language, text in declared["title"].items()},
        },
    )
    for version in declared["tariffs"]:
        _load_tariff(programme, version)


def _load_tariff(programme: Programme, declared: Mapping[str, Any]) -> None:
    if programme.tariff_rows.filter(version=declared["version"]).exists():
        return
    kept = ("version", "valid_from", "valid_until", "source", "confidence")
    common = {name: declared[name] for name in kept}
    TariffRow.objects.bulk_create(
        TariffRow(programme=programme, **common, **row) for row in declared["rows"]
    )
