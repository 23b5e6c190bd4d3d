"""The programmes room: projects, organisations in roles, dates, money, objectives and results.

It owns what a project is and what is known of it, each fact with its source. It does not own
events, calls or publications; those rooms point at a project by :class:`ProjectRef`, add their
block to its page (``register_project_section``) and count for its indicators
(``register_counter``).
"""

from korpu.domains.programmes.counting import (
    Counted,
    Counter,
    CountQuery,
    ProjectRef,
    ProjectSection,
    ShownSection,
    counters,
    register_counter,
    register_project_section,
    sections_of,
)
from korpu.domains.programmes.declarations import (
    DeclaredCall,
    DeclaredEvent,
    DeclaredProject,
    DeclaredPublication,
    PartialDate,
    declared_projects,
)
from korpu.domains.programmes.enums import DateKind, PartyRole, Precision, ProjectStatus
from korpu.domains.programmes.iati.documents import IatiDocument, register_document_source
from korpu.domains.programmes.iati.services.publishing import publish_iati
from korpu.domains.programmes.loading import load_projects
from korpu.domains.programmes.models import Project
from korpu.domains.programmes.public import SourceRef, find_source
from korpu.domains.programmes.selectors import (
    ProjectFile,
    activity_choices,
    find_project,
    project_choices,
    published_project,
    published_projects,
)

__all__ = [
    "CountQuery",
    "Counted",
    "Counter",
    "DateKind",
    "DeclaredCall",
    "DeclaredEvent",
    "DeclaredProject",
    "DeclaredPublication",
    "IatiDocument",
    "PartialDate",
    "PartyRole",
    "Precision",
    "Project",
    "ProjectFile",
    "ProjectRef",
    "ProjectSection",
    "ProjectStatus",
    "ShownSection",
    "SourceRef",
    "activity_choices",
    "counters",
    "declared_projects",
    "find_project",
    "find_source",
    "load_projects",
    "project_choices",
    "publish_iati",
    "published_project",
    "published_projects",
    "register_counter",
    "register_document_source",
    "register_project_section",
    "sections_of",
]
