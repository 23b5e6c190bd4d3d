"""What every page of a project carries: its name, its tabs, what the reader may do."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korpu.domains.programmes.models import Project
from korpu.foundations.accounts.api import Actor, Request
from korpu.foundations.ui.navigation import Link

READ, HISTORY = "programmes.project.read", "programmes.history.read"
TABS = (
    ("project", _("Overview"), READ),
    ("logframe", _("Logical framework"), READ),
    ("activities", _("Activities"), READ),
    ("money", _("Money"), READ),
    ("organisations", _("Organisations"), READ),
    ("risks", _("Risks"), READ),
    ("sources", _("Sources"), READ),
    ("report", _("Report"), READ),
    ("approvals", _("Approvals"), HISTORY),
    ("workbook", _("Workbook"), "programmes.workbook.use"),
    ("history", _("History"), HISTORY),
)


def frame(request: Request, project: Project, tab: str) -> dict[str, Any]:
    """The context of ``programmes/frame.html``."""
    return {
        "project": project,
        "tab": tab,
        "tabs": [
            Link(title, reverse(f"programmes:{name}", args=(project.code,)), name == tab)
            for name, title, permission in TABS
            if request.actor.may(permission)
        ],
        "can_edit": may(request.actor, "programmes.project.edit", project),
        "can_decide": may(request.actor, "programmes.approval.decide", project),
        "can_publish": may(request.actor, "programmes.project.publish", project),
        "can_comment": may(request.actor, "programmes.comment.write", project),
        "reads_history": may(request.actor, HISTORY, project),
    }


def may(actor: Actor, permission: str, project: Project) -> bool:
    """Whether the actor may do this in the office that keeps the project."""
    return actor.may(permission, compartment_id=project.compartment_id)
