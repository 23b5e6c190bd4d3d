"""Generated passwords of an own server, kept in a file only its maker can read."""

import json
import os
import secrets
from pathlib import Path

from korpu.site.postgres.roles import ADMIN, ROLES


def load_or_make(path: Path) -> dict[str, str]:
    """The password of every role; made on the first call. Called under the start lock."""
    try:
        return {str(role): str(word) for role, word in json.loads(path.read_text()).items()}
    except FileNotFoundError:
        passwords = {role: secrets.token_urlsafe(24) for role in (ADMIN, *ROLES)}
        _write_private(path, json.dumps(passwords, indent=1))
        return passwords


def _write_private(path: Path, text: str) -> None:
    partial = path.with_suffix(".part")
    partial.unlink(missing_ok=True)
    handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(text)
    partial.rename(path)
