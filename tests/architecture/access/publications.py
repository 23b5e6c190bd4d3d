"""A public study with a file and a recommendation, and one in draft."""

from dataclasses import dataclass
from io import BytesIO

from django.core.files.base import ContentFile
from django.utils import timezone
from pypdf import PdfWriter

from korpu.domains.information.models import (
    Distribution,
    Edition,
    EditionFile,
    Publication,
    Recommendation,
)
from korpu.domains.information.services.distribution import Handout, record_distribution
from korpu.domains.information.services.editions import EditionDraft, add_edition, add_file
from korpu.domains.information.services.recommendations import add_recommendation
from korpu.domains.information.testing import make_public, make_publication
from korpu.foundations.accounts.api import acting
from korpu.kernel.texts import Text
from tests.architecture.access import markers
from tests.cast import Cast


@dataclass(frozen=True)
class Publications:
    """Publications as the office knows them."""

    public: Publication
    draft: Publication
    edition: Edition
    file: EditionFile
    draft_edition: Edition
    draft_file: EditionFile
    recommendation: Recommendation
    distribution: Distribution


def some_publications(cast: Cast) -> Publications:
    """Made by the project manager, published by the director."""
    manager, now = cast.actor("project_manager"), timezone.now()
    public = make_publication(manager, at=now)
    draft = make_publication(manager, at=now, title=markers.DRAFT_PUBLICATION.text)
    with acting(manager):
        edition, file = _edition(public, cast)
        draft_edition, draft_file = _edition(draft, cast)
        recommendation = add_recommendation(
            publication=public, number="1", text=Text("A", "B", "C"), actor=manager, at=now
        )
    make_public(public, cast.actor("programme_director"), at=now)
    with acting(manager):
        distribution = record_distribution(
            edition=edition,
            handout=Handout("handed-out", "students", 1, timezone.localdate()),
            actor=manager,
            at=now,
        )
    return Publications(
        public, draft, edition, file, draft_edition, draft_file, recommendation, distribution
    )


def _edition(publication: Publication, cast: Cast) -> tuple[Edition, EditionFile]:
    manager, now = cast.actor("project_manager"), timezone.now()
    edition = add_edition(
        publication=publication, draft=EditionDraft(version="1"), actor=manager, at=now
    )
    out, writer = BytesIO(), PdfWriter()
    writer.add_blank_page(72, 72)
    writer.write(out)
    upload = ContentFile(out.getvalue(), name="study.pdf")
    return edition, add_file(edition=edition, upload=upload, title="", actor=manager, at=now)
