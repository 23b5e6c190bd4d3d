"""One case as one file: a cover to read, the log for programs, letters, documents, hashes.

Built on disk part by part, so that large documents are never held together in memory.
"""

import json
import re
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import IO

from django.utils import timezone

from korpu.engines.procedure.ocel import to_text, write_json
from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.case_cover import cover
from korpu.foundations.casework.engine import procedure_of
from korpu.foundations.casework.enums import Audience
from korpu.foundations.casework.models import Act, Attachment, Case, Letter
from korpu.foundations.casework.ocel import log_of_case
from korpu.foundations.casework.registry import further_parts
from korpu.foundations.files.api import read_file
from korpu.foundations.files.models import StoredFile
from korpu.kernel.texts import Language

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The moment every part carries: the same case gives the same bytes."""


@dataclass(frozen=True, slots=True)
class Asked:
    """For whom a case is taken out.

    Attributes:
        purpose: ``court``, ``person`` or ``authority``.
        requester: who asked, as they name themselves, with the number of their letter.
        language: of the cover.
    """

    purpose: str
    requester: str
    language: Language

    @property
    def keeps_back(self) -> bool:
        """Whether what is kept to the office stays there: only a court gets everything."""
        return self.purpose != "court"


@dataclass
class _Writer:
    """The open file, and what is in it so far."""

    archive: zipfile.ZipFile
    hashes: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, content: bytes) -> None:
        info = zipfile.ZipInfo(name, FIRST_DAY)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = 0o600 << 16
        self.archive.writestr(info, content)
        self.hashes[name] = sha256(content).hexdigest()


def build(case: Case, log: Sequence[Act], asked: Asked, *, actor: Actor, at: datetime) -> IO[bytes]:
    """The file of a case, open at its beginning; whoever takes it closes it.

    Args:
        case: as the actor may read it.
        log: the entries that go into the file, in order.
        asked: for whom.
        actor: who takes it out.
        at: the moment.
    """
    made = tempfile.TemporaryFile()  # noqa: SIM115  handed to the response, which closes it
    with zipfile.ZipFile(made, "w") as archive:
        writer = _Writer(archive)
        for name, content in _parts(case, log, asked, actor):
            writer.add(name, content)
        left_out = case.act_count - len(log)
        writer.add(
            "cover.pdf",
            cover(
                case,
                log,
                requester=asked.requester,
                purpose=asked.purpose,
                language=asked.language,
                hashes=writer.hashes,
                left_out=left_out,
                actor=actor,
                at=at,
            ),
        )
        listed = "".join(f"{digest}  {name}\n" for name, digest in sorted(writer.hashes.items()))
        writer.add("SHA256SUMS.txt", listed.encode())
    made.seek(0)
    return made


def _parts(
    case: Case, log: Sequence[Act], asked: Asked, actor: Actor
) -> Iterator[tuple[str, bytes]]:
    yield "acts.json", _json([_plain(case, act) for act in log])
    objects, events = log_of_case(case, log)
    yield "log.ocel.json", to_text(write_json(objects, events)).encode()
    for letter in Letter.objects.filter(case=case).select_related("file").order_by("number"):
        yield f"letters/{_safe(letter.number)}.pdf", read_file(letter.file)
    for number, each in enumerate(_attachments(case, asked), 1):
        yield f"documents/{number:03d}-{_file_name(each.file)}", read_file(each.file)
    entries = frozenset(act.seq for act in log)
    for part in further_parts():
        yield from part(case, entries, actor)


def _attachments(case: Case, asked: Asked) -> list[Attachment]:
    found = Attachment.objects.filter(case=case).select_related("file").order_by("attached_at")
    kept = found.exclude(audience=Audience.OFFICE) if asked.keeps_back else found
    return list(kept)


def _plain(case: Case, act: Act) -> dict[str, object]:
    declared = procedure_of(case).act(act.act)
    return {
        "seq": act.seq,
        "act": act.act,
        "title": declared.title.as_dict(),
        "recorded_at": act.at.isoformat(),
        "effective_on": act.effective_on.isoformat(),
        "role": act.role,
        "facts": act.facts,
        "facts_seen": act.facts_seen,
        "note": act.note,
        "status_before": act.status_before,
        "status_after": act.status_after,
        "deviation": act.deviation,
        "procedure": f"{case.procedure} {case.procedure_version}",
        "procedure_digest": act.procedure_digest,
        "law": [f"{one.instrument}, {one.article}".rstrip(", ") for one in declared.law],
    }


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def _file_name(file: StoredFile) -> str:
    return _safe(file.name) or str(file.uuid)


def _safe(name: str) -> str:
    """A name every system can unpack: no folder, no control character, not too long."""
    return re.sub(r"[^\w.-]+", "_", name)[-100:].lstrip("._")


def day_of(at: datetime) -> str:
    """The service's own day as it stands in a file name."""
    return timezone.localdate(at).isoformat()
