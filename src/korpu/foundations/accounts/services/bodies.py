"""Bodies, offices and their compartments from a file of the jurisdiction."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from korpu.foundations.accounts.actor import Actor
from korpu.foundations.accounts.services.compartments import open_compartment
from korpu.foundations.organisations.models import Office, Organisation


@transaction.atomic
def load_organisations(*, file: Path, actor: Actor) -> int:
    """Bring a file's bodies and offices into the tables; loading again changes only what differs.

    Nothing is removed: a body that leaves the work gets a last day, not a deletion. Returns how
    many bodies the file names.

    Raises:
        NotPermitted: the actor may not change offices.
    """
    actor.check("organisations.office.edit")
    declared = yaml.safe_load(file.read_text(encoding="utf-8"))["organisations"]
    for body in declared:
        _load_body(body, actor)
    return len(declared)


def _load_body(declared: Mapping[str, Any], actor: Actor) -> None:
    kept = {name: declared[name] for name in ("kind", "country")}
    organisation, _made = Organisation.objects.update_or_create(
        code=declared["code"], defaults=kept | _titles(declared)
    )
    for place in declared["offices"]:
        office, _made = Office.objects.update_or_create(
            code=place["code"], defaults={"organisation": organisation, **_titles(place)}
        )
        for business in place["businesses"]:
            open_compartment(office=office, business=business, actor=actor)


def _titles(declared: Mapping[str, Any]) -> dict[str, str]:
    return {f"title_{language}": text for language, text in declared["title"].items()}
