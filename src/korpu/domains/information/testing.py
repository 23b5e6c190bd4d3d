"""Publications for tests of every room, made through the services."""

from datetime import datetime

from django.utils import timezone

from korpu.domains.information.loading import load_publications
from korpu.domains.information.models import Publication
from korpu.domains.information.services.lifecycle import approve_publication, publish_publication
from korpu.domains.information.services.publications import PublicationDraft, create_publication
from korpu.domains.programmes.api import load_projects
from korpu.foundations.accounts.api import Actor, acting, jurisdiction_folder, system_actor
from korpu.foundations.accounts.services import load_organisations
from korpu.foundations.codelists.api import load_codelists


def load_shipped_publications() -> None:
    """The three projects and what their source says they published."""
    folder, now = jurisdiction_folder(), timezone.now()
    with acting(system_actor()) as system:
        load_codelists(at=now)
        load_organisations(file=folder / "organisations.yaml", actor=system)
        load_projects(folder / "projects", actor=system, at=now)
        load_publications(actor=system, at=now)


def make_publication(
    manager: Actor, *, at: datetime, title: str = "Miqrasiya barədə hesabat", **more: object
) -> Publication:
    """A draft of a project manager, titled in every language."""
    titles = {f"title_{language}": title for language in ("az", "en", "ru")}
    given = {"kind": "report", **titles, **more}
    with acting(manager):
        return create_publication(
            draft=PublicationDraft(**given),  # type: ignore[arg-type]  # the caller's
            actor=manager,
            at=at,
        )


def make_public(publication: Publication, director: Actor, *, at: datetime) -> Publication:
    """Approved and published by the director."""
    with acting(director):
        approved = approve_publication(publication=publication, actor=director, at=at)
        return publish_publication(publication=approved, actor=director, at=at)
