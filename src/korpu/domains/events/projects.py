"""The projects events belong to, as the programmes room shows them."""

from uuid import UUID

from korpu.domains.programmes.api import Project
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text

NO_PROJECT = Text(
    az="Belə layihə tapılmadı.", en="There is no such project.", ru="Такой проект не найден."
)


def key_of_project(uuid: UUID) -> int:
    """The key of a project this transaction's actor may see.

    Raises:
        InvalidInput: at ``project_uuid``: there is none.
    """
    found = Project.objects.filter(uuid=uuid).values_list("pk", flat=True).first()
    if found is None:
        raise InvalidInput(NO_PROJECT, fields={"project_uuid": NO_PROJECT})
    return int(found)
