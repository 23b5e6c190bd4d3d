"""Projects for tests of every room, made through the services."""

from django.utils import timezone

from korpu.domains.programmes.loading import load_projects
from korpu.domains.programmes.models import Project
from korpu.foundations.accounts.api import acting, jurisdiction_folder, system_actor
from korpu.foundations.accounts.services import load_organisations


def load_shipped_projects() -> dict[str, Project]:
    """The jurisdiction's bodies and its projects, by code."""
    with acting(system_actor()) as system:
        load_organisations(file=jurisdiction_folder() / "organisations.yaml", actor=system)
        load_projects(jurisdiction_folder() / "projects", actor=system, at=timezone.now())
        return {project.code: project for project in Project.objects.all()}
