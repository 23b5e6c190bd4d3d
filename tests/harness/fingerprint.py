"""What a migrated database depends on, as one short digest."""

import ast
import hashlib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src"


def migrations_digest(root: Path = ROOT) -> str:
    """Changes when a migration, a module or SQL file it leans on, or a locked package changes."""
    source = root / "src"
    files = _leaned_on(source, set(source.glob("korpu/**/migrations/*.py")))
    files |= set(source.glob("korpu/**/*.sql"))
    files |= set(source.glob("korpu/**/codelists/**/*.yaml"))
    files |= _leaned_on(source, set(source.glob("korpu/foundations/codelists/services/*.py")))
    files |= {source / "korpu/site/postgres/roles.py", root / "uv.lock"}
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def _leaned_on(source: Path, start: set[Path]) -> set[Path]:
    found: set[Path] = set()
    waiting = list(start)
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting.extend(_imports(source, path))
    return found


def _imports(source: Path, path: Path) -> Iterator[Path]:
    for node in ast.walk(ast.parse(path.read_text())):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        for name in names:
            module = source / name.replace(".", "/")
            for candidate in (module.with_suffix(".py"), module / "__init__.py"):
                if name.startswith("korpu") and candidate.is_file():
                    yield candidate
