"""The only readers of the programmes room: bounded here, filtered by row security below."""

from korpu.domains.programmes.selectors.projects import (
    LIST_LIMIT,
    ProjectFile,
    activity_choices,
    find_project,
    get_project,
    project_choices,
    project_of,
    projects_for_staff,
    published_project,
    published_projects,
    ref_of,
)

__all__ = [
    "LIST_LIMIT",
    "ProjectFile",
    "activity_choices",
    "find_project",
    "get_project",
    "project_choices",
    "project_of",
    "projects_for_staff",
    "published_project",
    "published_projects",
    "ref_of",
]
