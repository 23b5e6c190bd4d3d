"""Generated passwords of an own server, kept in a file only its maker can read."""

import json
import os
import secrets
from pathlib import Path

from korpu.site.postgres.roles import ADMIN, ROLES


def load_or_make(path: Path) -> dict[str, str]:
    """The password of every role; made on the first call. Called under the start lock."""
    known: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
    missing = {role for role in (ADMIN, *ROLES) if role not in known}
    if missing:
        known |= {role: secrets.token_urlsafe(24) for role in missing}
        _write_private(path, json.dumps(known, indent=1))
    return known


def _write_private(path: Path, text: str) -> None:
    partial = path.with_suffix(".part")
    partial.unlink(missing_ok=True)
    handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(text)
    partial.rename(path)
