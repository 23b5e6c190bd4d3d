"""The block of calls on a project's page."""

from collections.abc import Mapping

from korpu.domains.calls.selectors.public import calls_of_project
from korpu.domains.programmes.api import ProjectRef, ProjectSection
from korpu.foundations.accounts.api import Actor
from korpu.kernel.texts import Text


def _context(project: ProjectRef, for_actor: Actor) -> Mapping[str, object] | None:
    calls = calls_of_project(project_uuid=project.uuid, for_actor=for_actor)
    return {"calls": calls} if calls else None


SECTION = ProjectSection(
    id="calls",
    title=Text(az="Təklif müsabiqələri", en="Calls for proposals", ru="Конкурсы заявок"),
    order=50,
    template="calls/parts/project_section.html",
    context=_context,
)
