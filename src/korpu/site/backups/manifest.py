"""What a backup says about itself."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import IO, Any

from korpu.kernel.errors import InvalidInput

NAME = "manifest.json"
DUMP = "database.dump"
FILES = "files/"
FORMAT = 1
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Member:
    """One part of the archive."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """``made_at`` is an ISO 8601 UTC instant; ``migrations`` are those the database had."""

    made_at: str
    korpu: str
    postgresql: str
    migrations: list[str]
    members: Mapping[str, Member] = field(default_factory=dict)
    format: int = FORMAT

    def as_bytes(self) -> bytes:
        return json.dumps(asdict(self), indent=1, sort_keys=True).encode()

    @staticmethod
    def read(text: bytes) -> "Manifest":
        """Raises:
        InvalidInput: it is not a manifest, or of a format this version does not know.
        """
        try:
            found: dict[str, Any] = json.loads(text)
            members = {name: Member(**member) for name, member in found.pop("members").items()}
            manifest = Manifest(**found, members=members)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise InvalidInput("The backup's manifest cannot be read.") from error
        if manifest.format != FORMAT:
            raise InvalidInput(
                f"The backup has format {manifest.format}; this version reads format {FORMAT}.",
                "Restore it with the version of Körpü that made it.",
            )
        return manifest


class HashingReader:
    """Passes a file's bytes on and remembers what went through."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source, self._digest, self._size = source, hashlib.sha256(), 0

    def read(self, size: int = CHUNK) -> bytes:
        data = self._source.read(size)
        self._digest.update(data)
        self._size += len(data)
        return data

    @property
    def seen(self) -> Member:
        return Member(self._digest.hexdigest(), self._size)
