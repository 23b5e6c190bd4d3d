"""Backups: one file that holds the database and the uploaded files, and proves itself whole.

The file is a tar archive: ``database.dump`` (PostgreSQL's custom format), ``files/…``, and
``manifest.json`` with the SHA-256 and size of each. It holds personal data in full: keep it as
safe as the database.
"""

from korpu.site.backups.making import make_backup
from korpu.site.backups.manifest import Manifest
from korpu.site.backups.restoring import inspect, restore_backup

__all__ = ["Manifest", "inspect", "make_backup", "restore_backup"]
