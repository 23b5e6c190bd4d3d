"""``korpu audit``: verify the trail, take it out, print its head."""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.utils import timezone

from korpu.foundations.audit.bundle import write_bundle
from korpu.foundations.audit.chain import Head, Verification, take_anchor, verify
from korpu.foundations.audit.recording import record_check, record_export
from korpu.foundations.audit.running import reading_all
from korpu.foundations.audit.trail import seal, trail

Subparsers = Any


def add_parser(subparsers: Subparsers) -> None:
    """Add ``audit`` with its verbs; each sets ``run``, which returns the exit code."""
    audit = subparsers.add_parser("audit", help="verify the audit trail or take it out")
    verbs = audit.add_subparsers(required=True, metavar="VERB")
    check = _verb(verbs, "verify", run_verify, "recompute the chain and name its first bad place")
    check.add_argument("--anchor", action="append", default=[], metavar="NUMBER:HASH")
    check.add_argument("--anchors", type=Path, metavar="FILE", help="anchors, one a line")
    out = _verb(verbs, "bundle", run_bundle, "write a zip file a third party can verify offline")
    out.add_argument("file", type=Path)
    _verb(verbs, "anchor", run_anchor, "remember and print the head; keep it outside the system")


def run_verify(options: argparse.Namespace) -> int:
    """0: sound. 1: not sound. 2: an anchor is not readable."""
    try:
        anchors = [Head.parse(written) for written in _anchors(options)]
    except (ValueError, OSError) as error:
        _say(f"The anchors cannot be read: {error}", sys.stderr)
        return 2
    started = time.monotonic()
    with trail(), reading_all() as errand:
        result = verify(anchors)
        record_check(actor=errand, result=result)
    seconds = time.monotonic() - started
    _say(f"{outcome(result)} ({result.rows / max(seconds, 1e-6):,.0f} records/s)")
    return 0 if result.sound else 1


def run_bundle(options: argparse.Namespace) -> int:
    """0: written. 2: the file is there already or cannot be written."""
    seal()
    try:
        with trail(), reading_all() as errand, options.file.open("xb") as target:
            record_export(actor=errand, object_type="audit.trail", detail="bundle")
            last = write_bundle(target, at=timezone.now())
    except OSError as error:
        _say(f"{options.file}: {error.strerror}", sys.stderr)
        return 2
    _say(f"{options.file}: {last.seq} records, head {last}")
    return 0


def run_anchor(options: argparse.Namespace) -> int:
    """Print ``NUMBER:HASH``."""
    del options
    seal()
    with reading_all():
        _say(str(take_anchor()))
    return 0


def outcome(result: Verification) -> str:
    """One sentence for the command, the trail and the page."""
    if result.fault is not None:
        return f"NOT SOUND. {result.fault.sentence.en}"
    return f"Sound: {result.rows} records, {result.waiting} waiting, head {result.head}"


def _verb(
    verbs: Subparsers, name: str, run: Callable[[argparse.Namespace], int], text: str
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = verbs.add_parser(name, help=text, description=text)
    parser.set_defaults(run=run)
    return parser


def _anchors(options: argparse.Namespace) -> list[str]:
    lines = options.anchors.read_text().splitlines() if options.anchors else []
    return [*options.anchor, *(line for line in lines if line.strip())]


def _say(sentence: str, stream: Any = None) -> None:
    print(sentence, file=stream or sys.stdout)
