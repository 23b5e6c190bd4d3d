"""Tables of IATI reporting, one aggregate per file."""

from korpu.domains.programmes.iati.models.imported import ImportedFile
from korpu.domains.programmes.iati.models.profile import Profile
from korpu.domains.programmes.iati.models.published import PublishedRecord
from korpu.domains.programmes.iati.models.reporter import ReporterIdentifier

__all__ = ["ImportedFile", "Profile", "PublishedRecord", "ReporterIdentifier"]
