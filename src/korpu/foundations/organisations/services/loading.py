"""Organisations of the jurisdiction: declared in a file, brought into the tables."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from korpu.foundations.organisations.models import Office, Organisation
from korpu.foundations.organisations.services.editing import (
    Editor,
    OfficeData,
    OrganisationData,
    save_office,
    save_organisation,
)

Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class DeclaredOffice:
    """An office and the businesses it does."""

    office: Office
    businesses: tuple[str, ...]


@transaction.atomic
def load_organisations(*, file: Path, actor: Editor) -> list[DeclaredOffice]:
    """Bring declared organisations and offices into the tables. Repeating it changes nothing.

    What is there already stays as people have edited it; what the file no longer names stays too.

    Raises:
        NotPermitted: the actor may not edit organisations.
        InvalidInput: a declared field cannot be right.
    """
    declared: dict[str, list[Entry]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    bodies = [(_load_organisation(body, actor), body) for body in declared["organisations"]]
    return [
        _load_office(organisation, office, actor)
        for organisation, body in bodies
        for office in body["offices"]
    ]


def _load_organisation(entry: Entry, actor: Editor) -> Organisation:
    return Organisation.objects.filter(code=entry["code"]).first() or save_organisation(
        organisation=None,
        data=OrganisationData(
            code=entry["code"],
            kind=entry["kind"],
            country=entry["country"],
            is_fictional=bool(entry.get("fictional", False)),
            **_titles(entry),
        ),
        actor=actor,
    )


def _load_office(organisation: Organisation, entry: Entry, actor: Editor) -> DeclaredOffice:
    office = Office.objects.filter(code=entry["code"]).first() or save_office(
        office=None,
        organisation=organisation,
        data=OfficeData(
            code=entry["code"],
            address=entry.get("address", ""),
            email=entry.get("email", ""),
            **_titles(entry),
        ),
        actor=actor,
    )
    return DeclaredOffice(office, tuple(entry["businesses"]))


def _titles(entry: Entry) -> dict[str, Any]:
    return {f"title_{language}": title for language, title in entry["title"].items()}
