"""The block of events on a project's page."""

from collections.abc import Mapping

from korpu.domains.events.selectors.events import events_of_project
from korpu.domains.events.tables import days
from korpu.domains.programmes.api import ProjectRef, ProjectSection
from korpu.foundations.accounts.api import Actor
from korpu.kernel.texts import Text


def _context(project: ProjectRef, for_actor: Actor) -> Mapping[str, object] | None:
    events = events_of_project(project_uuid=project.uuid, for_actor=for_actor)
    return {"events": [(one, days(one)) for one in events], "project": project} if events else None


SECTION = ProjectSection(
    id="events",
    title=Text(az="Tədbirlər", en="Events", ru="Мероприятия"),
    order=40,
    template="events/section.html",
    context=_context,
)
