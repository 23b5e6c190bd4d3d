"""The information room: what projects and the service publish, and what becomes of it.

It owns publications with their editions and files, the log of copies given out, and the
recommendations of studies followed to their result. It does not own projects (programmes) or the
bytes of files (files).
"""

from korpu.domains.information.enums import RecommendationStatus
from korpu.domains.information.exports import PUBLICATION_COLUMNS
from korpu.domains.information.loading import load_publications
from korpu.domains.information.models import Edition
from korpu.domains.information.searching import search_published
from korpu.domains.information.selectors.public import newest, publications_of
from korpu.domains.information.services.distribution import Handout, record_distribution
from korpu.domains.information.services.editions import (
    EditionDraft,
    add_edition,
    add_file,
    record_printing,
)
from korpu.domains.information.services.lifecycle import approve_publication, publish_publication
from korpu.domains.information.services.publications import PublicationDraft, create_publication
from korpu.domains.information.services.recommendations import (
    Report,
    add_recommendation,
    report_recommendation,
)
from korpu.domains.information.services.versions import add_language_versions

__all__ = [
    "PUBLICATION_COLUMNS",
    "Edition",
    "EditionDraft",
    "Handout",
    "PublicationDraft",
    "RecommendationStatus",
    "Report",
    "add_edition",
    "add_file",
    "add_language_versions",
    "add_recommendation",
    "approve_publication",
    "create_publication",
    "load_publications",
    "newest",
    "publications_of",
    "publish_publication",
    "record_distribution",
    "record_printing",
    "report_recommendation",
    "search_published",
]
