"""The trail as one file that a third party verifies without our database."""

import hashlib
import json
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from korpu.foundations.audit.chain import Head, kept_anchors, links

FORMAT = "korpu-audit-1"
_HERE = Path(__file__).parent


def write_bundle(target: Path | IO[bytes], *, at: datetime) -> Head:
    """Write the whole sealed trail as a zip file: records, manifest, verifier, instructions.

    It holds personal data: old and new values of changed rows.

    Args:
        target: a path, or a file open for writing.
        at: when the bundle is made; stands in the manifest.

    Returns:
        The head of the chain in the bundle.
    """
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as bundle:
        digest, last = hashlib.sha256(), Head(0, bytes(32))
        with bundle.open("events.jsonl", "w", force_zip64=True) as events:
            for line, last in _lines():  # noqa: B007 - the last one is wanted
                digest.update(line)
                events.write(line)
        manifest = {
            "format": FORMAT,
            "created_at": at.astimezone(UTC).isoformat(),
            "count": last.seq,
            "head": str(last),
            "anchors": [str(anchor) for anchor in kept_anchors()],
            "events_sha256": digest.hexdigest(),
        }
        bundle.writestr("manifest.json", json.dumps(manifest, indent=2) + "\n")
        bundle.write(_HERE / "verify_bundle.py", "verify.py")
        bundle.write(_HERE / "README.txt", "README.txt")
    return last


def _lines() -> Iterator[tuple[bytes, Head]]:
    for seq, _, sealed, body in links():
        record = {"seq": seq, "hash": sealed.hex(), "body": body}
        line = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
        yield line.encode() + b"\n", Head(seq, sealed)
