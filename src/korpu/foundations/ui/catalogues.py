"""Where the catalogues of translations lie, and which are older than their source.

Knows neither Django nor babel: the build uses it, and every start of the system does.
"""

from pathlib import Path

LANGUAGES = ("az", "ru")


def app_folders(root: Path) -> list[Path]:
    """Every Django app of the package at ``root`` (a folder with ``apps.py``), in order of path."""
    return sorted(path.parent for depth in ("*", "*/*") for path in root.glob(f"{depth}/apps.py"))


def catalogue_path(app: Path, language: str) -> Path:
    return app / "locale" / language / "LC_MESSAGES" / "django.po"


def stale_catalogues(root: Path) -> list[Path]:
    """Every ``.po`` below ``root`` without a ``.mo`` as young as itself."""
    paths = (catalogue_path(app, language) for app in app_folders(root) for language in LANGUAGES)
    return [path for path in paths if path.exists() and _is_stale(path)]


def _is_stale(po: Path) -> bool:
    mo = po.with_suffix(".mo")
    return not mo.exists() or mo.stat().st_mtime_ns < po.stat().st_mtime_ns
