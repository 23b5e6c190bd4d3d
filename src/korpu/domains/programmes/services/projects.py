"""Making and changing a project itself, and remarks on it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from korpu.domains.programmes.enums import ChangeKind
from korpu.domains.programmes.models import Comment, Project
from korpu.domains.programmes.services.history import record_change, told
from korpu.domains.programmes.services.parts import CHANGED_MEANWHILE, COMPARE, EDIT
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import Conflict, InvalidInput
from korpu.kernel.texts import Text

CODE_TAKEN = Text(
    az="Bu kodla layihə artıq var. Başqa kod seçin.",
    en="There is a project of this code already. Choose another code.",
    ru="Проект с таким кодом уже есть. Выберите другой код.",
)
OWN_PREDECESSOR = Text(
    az="Layihə özündən əvvəlki layihə ola bilməz.",
    en="A project cannot come before itself.",
    ru="Проект не может предшествовать самому себе.",
)


@transaction.atomic
def open_project(
    *, code: str, compartment_id: int, values: Mapping[str, Any], actor: Actor, at: datetime
) -> Project:
    """Begin a project; the public does not see it before the director publishes it.

    Raises:
        NotPermitted: the actor keeps no projects in this compartment.
        InvalidInput: the code is taken.
    """
    actor.check(EDIT, compartment_id=compartment_id)
    if Project.objects.filter(code=code).exists():
        raise InvalidInput(CODE_TAKEN, fields={"code": CODE_TAKEN})
    project = Project.objects.create(code=code, compartment_id=compartment_id, **values)
    record_change(row=project, kind=ChangeKind.ADDED, before={}, actor=actor, at=at)
    return project


@transaction.atomic
def change_project(
    *, project: Project, values: Mapping[str, Any], revision: int, actor: Actor, at: datetime
) -> Project:
    """Change what a project says of itself.

    Raises:
        NotPermitted: the actor does not keep this project.
        Conflict: somebody changed it since; ``facts["revision"]`` is today's.
        InvalidInput: its predecessor leads back to it.
    """
    actor.check(EDIT, compartment_id=project.compartment_id)
    locked = Project.objects.select_for_update(of=("self",)).get(pk=project.pk)
    if locked.revision != revision:
        raise Conflict(CHANGED_MEANWHILE, COMPARE, facts={"revision": locked.revision})
    before = told(locked)
    for name, value in values.items():
        setattr(locked, name, value)
    if told(locked) == before:
        return locked
    _refuse_circle(locked)
    locked.revision += 1
    locked.save()
    record_change(row=locked, kind=ChangeKind.CHANGED, before=before, actor=actor, at=at)
    return locked


@transaction.atomic
def write_comment(
    *, project: Project, text: str, actor: Actor, at: datetime, about: UUID | None = None
) -> Comment:
    """Leave a remark for the office.

    Raises:
        NotPermitted: the actor neither keeps nor directs this project.
    """
    actor.check("programmes.comment.write", compartment_id=project.compartment_id)
    return Comment.objects.create(
        project=project, about=about, text=text, author=actor.user, written_at=at
    )


def _refuse_circle(project: Project) -> None:
    before = project.predecessor
    while before is not None:
        if before.pk == project.pk:
            raise InvalidInput(OWN_PREDECESSOR, fields={"predecessor": OWN_PREDECESSOR})
        before = before.predecessor
