"""Verify a bundle of the Körpü audit trail. Stand-alone: Python 3.10 or later, nothing else."""

import argparse
import hashlib
import json
import sys
import zipfile

FORMAT = "korpu-audit-1"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundle", help="the zip file")
    parser.add_argument(
        "--anchor", action="append", default=[], help="a kept anchor, <number>:<hash>"
    )
    options = parser.parse_args()
    fault = check(options.bundle, options.anchor)
    if fault:
        sys.exit("NOT SOUND: " + fault)


def check(path: str, kept: list[str]) -> str | None:
    """Return None when the bundle is sound, else what is wrong first."""
    with zipfile.ZipFile(path) as bundle:
        manifest = json.loads(bundle.read("manifest.json"))
        if manifest.get("format") != FORMAT:
            return f"unknown format {manifest.get('format')!r}"
        anchors: dict[int, set[str]] = {}
        for number, sealed in map(split, manifest["anchors"] + kept):
            anchors.setdefault(number, set()).add(sealed)
        fault, count, head, digest = walk(bundle, anchors)
    if fault:
        return fault
    beyond = sorted(number for number in anchors if number > count)
    if beyond:
        return f"the chain ends at record {count}, but an anchor names record {beyond[0]}"
    if (count, head) != split(manifest["head"]) or count != manifest["count"]:
        return "the manifest names another head than the records have"
    if digest != manifest["events_sha256"]:
        return "events.jsonl is not the file the manifest describes"
    print(f"Sound: {count} records, head {count}:{head}")  # noqa: T201 - a command
    return None


def walk(bundle: zipfile.ZipFile, anchors: dict[int, set[str]]) -> tuple[str | None, int, str, str]:
    """Recompute the chain; returns (fault or None, records, last hash, digest of the file)."""
    digest, previous, count = hashlib.sha256(), bytes(32), 0
    with bundle.open("events.jsonl") as lines:
        for count, line in enumerate(lines, start=1):
            digest.update(line)
            record = json.loads(line)
            if record["seq"] != count:
                return f"record {count} is missing", count, "", ""
            if record["body"] is None:
                return f"record {count} has been removed", count, "", ""
            sealed = previous + count.to_bytes(8, "big") + record["body"].encode("utf-8")
            previous = hashlib.sha256(sealed).digest()
            if previous.hex() != record["hash"]:
                return f"record {count} does not fit its seal", count, "", ""
            if anchors.get(count, {previous.hex()}) != {previous.hex()}:
                return f"record {count} differs from a kept anchor", count, "", ""
    return None, count, previous.hex(), digest.hexdigest()


def split(anchor: str) -> tuple[int, str]:
    """Read ``<number>:<hash>``."""
    number, _, digest = anchor.strip().partition(":")
    return int(number), digest.lower()


if __name__ == "__main__":
    main()
