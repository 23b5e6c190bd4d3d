"""The only readers of the programmes room: bounded here, filtered by row security below."""

from korpu.domains.programmes.selectors.projects import (
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
