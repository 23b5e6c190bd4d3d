"""The audit room: what was done, read and refused, so that it can be proven later.

Changes are noted by database triggers (:class:`~korpu.foundations.audit.operations.AuditTable`);
readings and refusals by the functions here. Everything is linked into one chain of hashes.
"""

from korpu.foundations.audit.recording import (
    Reader,
    record_check,
    record_export,
    record_reading,
    record_refusal,
    record_sign_in,
)
from korpu.foundations.audit.trail import collecting, seal, trail

__all__ = [
    "Reader",
    "collecting",
    "record_check",
    "record_export",
    "record_reading",
    "record_refusal",
    "record_sign_in",
    "seal",
    "trail",
]
