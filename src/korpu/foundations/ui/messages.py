"""Catalogues of translations: gather the strings, compile them, find what lacks a translation.

Works without Django, because the build of the wheel compiles catalogues before Django exists.
English is the language of the message ids; every app has a catalogue for each other language.
"""

import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages import Catalog
from babel.messages.catalog import Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from korpu.foundations.ui.catalogues import (
    LANGUAGES,
    app_folders,
    catalogue_path,
    stale_catalogues,
)

KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
METHODS = [("**/tests/**", "ignore"), ("**.py", "python"), ("jinja2/**.*", "jinja2")]
JINJA_OPTIONS = {"jinja2/**.*": {"trimmed": "true", "silent": "false"}}
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|%[sd]|\{(\w*)\}")

HEADER = r"""msgid ""
msgstr ""
"Language: {language}\n"
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: {plurals}\n"

"""


@dataclass(frozen=True, slots=True)
class Finding:
    """One message that is not ready to be shown; ``catalogue`` is its ``.po`` file."""

    catalogue: Path
    message: str
    problem: str

    def __str__(self) -> str:
        return f"{self.catalogue}: {self.problem}: {self.message!r}"


def extract(app: Path) -> Catalog:
    """The strings an app shows, taken from its Python and its Jinja templates."""
    catalogue = Catalog(charset="utf-8")
    found = extract_from_dir(
        app,
        method_map=METHODS,
        options_map=JINJA_OPTIONS,
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
    )
    for _file, _line, message, comments, context in found:
        catalogue.add(message, auto_comments=comments, context=context)
    return catalogue


def update_catalogues(root: Path) -> list[Path]:
    """Bring every catalogue in line with the code: new strings empty, unused ones gone.

    Returns:
        The catalogues written, changed or not.
    """
    written = []
    for app in app_folders(root):
        template = extract(app)
        if len(template):
            written += [_update(app, language, template) for language in LANGUAGES]
    return written


def _update(app: Path, language: str, template: Catalog) -> Path:
    path = catalogue_path(app, language)
    catalogue = read(path, language)
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    write(path, catalogue)
    return path


def write(path: Path, catalogue: Catalog) -> None:
    """Write a catalogue so that it changes only where a message does: sorted, undated."""
    path.parent.mkdir(parents=True, exist_ok=True)
    header = HEADER.format(language=catalogue.locale, plurals=catalogue.plural_forms)
    with path.open("wb") as file:
        file.write(header.encode())
        write_po(file, catalogue, no_location=True, omit_header=True, sort_output=True, width=100)


def read(path: Path, language: str) -> Catalog:
    """The catalogue of a file; an empty one where there is no file yet."""
    if not path.exists():
        return Catalog(locale=language, charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def compile_catalogues(root: Path) -> list[Path]:
    """Write a ``.mo`` beside every ``.po`` that is newer than its own.

    Safe where several processes start together: each file is replaced in one step.
    """
    stale = stale_catalogues(root)
    for po in stale:
        _compile(po)
    return stale


def _compile(po: Path) -> None:
    catalogue = read(po, po.parents[1].name)
    with tempfile.NamedTemporaryFile(dir=po.parent, suffix=".tmp", delete=False) as file:
        write_mo(file, catalogue)
    Path(file.name).chmod(0o644)
    os.replace(file.name, po.with_suffix(".mo"))  # noqa: PTH105  # Path.replace, in one step


def check(root: Path) -> list[Finding]:
    """Every message without a full translation, in every app and language. Empty is ready."""
    return [finding for app in app_folders(root) for finding in check_app(app)]


def check_app(app: Path) -> list[Finding]:
    """The findings of one app."""
    template = extract(app)
    return [
        finding
        for language in LANGUAGES
        for finding in _check_catalogue(catalogue_path(app, language), language, template)
    ]


def _check_catalogue(path: Path, language: str, template: Catalog) -> Iterator[Finding]:
    catalogue = read(path, language)
    for wanted in template:
        if wanted.id:
            problem = _problem(catalogue.get(wanted.id, wanted.context), catalogue.num_plurals)
            if problem:
                yield Finding(path, readable(wanted), problem)
    for kept in catalogue:
        if kept.id and template.get(kept.id, kept.context) is None:
            yield Finding(path, readable(kept), "is used nowhere")


def _problem(message: Message | None, plurals: int) -> str | None:
    if message is None:
        return "is not in the catalogue"
    if message.fuzzy:
        return "is marked fuzzy"
    forms = _forms(message.string)
    if not forms or not all(forms) or len(forms) != (plurals if message.pluralizable else 1):
        return "has no translation"
    wanted = _placeholders(_forms(message.id)[-1])
    if any(_placeholders(form) - wanted for form in forms) or _placeholders(forms[-1]) != wanted:
        return "has other placeholders than the English"
    return None


def _forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    if text is None:
        return ()
    return (text,) if isinstance(text, str) else tuple(text)


def _placeholders(text: str) -> set[str]:
    return {match.group(0) for match in PLACEHOLDER.finditer(text)}


def readable(message: Message) -> str:
    """The English of a message, the singular where it has a plural."""
    return _forms(message.id)[0]
