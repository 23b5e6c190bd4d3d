"""The audit room: what was done, read and refused, so that it can be proven later.

Changes are noted by database triggers (:class:`~korpu.foundations.audit.operations.AuditTable`);
readings and refusals by the functions here. Everything is linked into one chain of hashes.
"""

from korpu.foundations.audit.bundle import write_bundle
from korpu.foundations.audit.chain import Fault, FaultKind, Head, Verification, take_anchor, verify
from korpu.foundations.audit.reading import Reading, names_of, readings_of
from korpu.foundations.audit.recording import (
    Reader,
    record_check,
    record_export,
    record_reading,
    record_refusal,
    record_sign_in,
)
from korpu.foundations.audit.things import name_things
from korpu.foundations.audit.trail import block_in_hand, collecting, seal, trail

__all__ = [
    "Fault",
    "FaultKind",
    "Head",
    "Reader",
    "Reading",
    "Verification",
    "block_in_hand",
    "collecting",
    "name_things",
    "names_of",
    "readings_of",
    "record_check",
    "record_export",
    "record_reading",
    "record_refusal",
    "record_sign_in",
    "seal",
    "take_anchor",
    "trail",
    "verify",
    "write_bundle",
]
