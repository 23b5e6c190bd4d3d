"""Writing down what was done, field by field."""

import json
from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from korpu.domains.programmes.enums import ChangeKind
from korpu.domains.programmes.models import Change, Part, Project
from korpu.foundations.accounts.api import Actor

UNTOLD = frozenset(
    {"id", "uuid", "project_id", "revision", "declared", "key", "entered_by_id", "proposed_by_id"}
)
Told = dict[str, Any]


def told(row: models.Model) -> Told:
    """Every column of a row worth telling, as the history keeps it."""
    columns = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}  # noqa: SLF001  Django's documented door
    kept = {name: value for name, value in columns.items() if name not in UNTOLD}
    plain: Told = json.loads(json.dumps(kept, cls=DjangoJSONEncoder))
    return plain


def record_change(
    *, row: Part | Project, kind: ChangeKind, before: Told, actor: Actor, at: datetime
) -> None:
    """Note an act: the columns that differ from ``before``, as they were and as they are."""
    now = told(row)
    differ = [name for name in now if before.get(name) != now[name]]
    Change.objects.create(
        project=row if isinstance(row, Project) else row.project,
        kind=kind,
        part="project" if isinstance(row, Project) else type(row).__name__.lower(),
        part_uuid=row.uuid,
        title=str(row)[:200],
        before={name: before[name] for name in differ if name in before},
        after={name: now[name] for name in differ},
        by=actor.user,
        at=at,
    )
