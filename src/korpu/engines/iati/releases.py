"""A newer release of the code lists, brought into the form the checks read.

Standard: the code lists as IATI publishes them, one XML file for a list (``codelist``).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from korpu.engines.iati.codelists import shipped_lists
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text

LARGEST = 20_000_000
NO_LIST = Text(
    az="{path} IATI kod siyahısı deyil: rəsmi buraxılışın XML faylını göstərin.",
    en="{path} is no IATI code list: name an XML file of the official release.",
    ru="{path} — не список кодов IATI: укажите XML-файл официального выпуска.",
)


@dataclass(frozen=True, slots=True)
class Update:
    """What a release would change in one list: codes that are new, and codes it names no more.

    ``is_taken`` False: a list that changes only with the standard itself stays as it is.
    """

    name: str
    added: tuple[str, ...]
    gone: tuple[str, ...]
    is_taken: bool


def read_release(paths: Iterable[Path]) -> dict[str, frozenset[str]]:
    """The codes of each list of a release; a folder stands for the XML files in it.

    Raises:
        InvalidInput: a file is no code list, is too large, or brings a document type.
    """
    found: dict[str, frozenset[str]] = {}
    for path in paths:
        for file in sorted(path.glob("*.xml")) if path.is_dir() else [path]:
            name, codes = _read(file)
            found[name] = codes
    return found


def with_release(
    release: Mapping[str, frozenset[str]], as_of: str
) -> tuple[dict[str, Any], tuple[Update, ...]]:
    """The shipped lists brought up to a release, and what that changes.

    Codes the release names no more stay: files written under them stay right. Lists known by the
    form of their codes only, and lists not known here, are left alone.
    """
    data = shipped_lists()
    updates = []
    for name, codes in sorted(release.items()):
        known = data["lists"].get(name)
        if known is None or "codes" not in known:
            continue
        now = frozenset(str(known["codes"]).split())
        update = Update(
            name, tuple(sorted(codes - now)), tuple(sorted(now - codes)), not known["fixed"]
        )
        if update.added or update.gone:
            updates.append(update)
        if update.is_taken:
            known["codes"] = " ".join(sorted(now | codes))
    return data | {"as_of": as_of}, tuple(updates)


def _read(file: Path) -> tuple[str, frozenset[str]]:
    refusal = InvalidInput(NO_LIST.format(path=file))
    try:
        content = file.read_bytes() if file.stat().st_size <= LARGEST else b""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        root = etree.fromstring(content, parser)
    except (OSError, etree.XMLSyntaxError) as error:
        raise refusal from error
    if root.tag != "codelist" or root.getroottree().docinfo.doctype:
        raise refusal
    codes = frozenset(code.strip() for code in root.xpath("//codelist-item/code/text()"))
    if not root.get("name") or not codes:
        raise refusal
    return str(root.get("name")), codes
