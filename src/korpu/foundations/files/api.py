"""Files: what people send and the system issues, kept by content.

Owned here: the bytes, their type, who sent them when. Not owned: who may read a file – that is the
business of the row that owns it, which declares itself with ``OwnsFiles`` and serves downloads
from its own view.
"""

from korpu.foundations.files.checking import StorageReport, check_storage
from korpu.foundations.files.operations import OwnsFiles
from korpu.foundations.files.reading import download_response, read_file
from korpu.foundations.files.services.store import store_upload
from korpu.foundations.files.workbooks import LARGEST_WORKBOOK, damaged, open_workbook

__all__ = [
    "LARGEST_WORKBOOK",
    "OwnsFiles",
    "StorageReport",
    "check_storage",
    "damaged",
    "download_response",
    "open_workbook",
    "read_file",
    "store_upload",
]
