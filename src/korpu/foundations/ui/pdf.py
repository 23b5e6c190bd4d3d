"""Letters and reports as tagged PDF (PDF/UA-1), set by Typst.

A template never meets data as source: values travel as JSON, so that nothing a person typed can
become markup. Upper case is made by ``engines.azeri``, never by the template: Typst's own turns
``i`` into ``I`` in Azerbaijani.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import typst
from django.utils.translation import gettext

from korpu.foundations.ui.formats import long_date, number
from korpu.foundations.ui.languages import speak
from korpu.kernel.texts import Language

PACKAGE = Path(__file__).resolve().parents[2]
FONTS = PACKAGE / "foundations/ui/static/vendor/fonts"
PLAIN_LETTER = PACKAGE / "foundations/ui/typst/plain-letter.typ"


def render(template: Path, data: Mapping[str, Any], language: Language, *, at: datetime) -> bytes:
    """A PDF/UA-1 document.

    Args:
        template: a ``.typ`` file inside the package; it may import
            ``/foundations/ui/typst/letter.typ``, where the keys a letter needs are listed.
        data: texts, numbers, dates, lists and mappings of them; ``Text`` is taken in
            ``language``, dates and numbers are written as ``language`` writes them.
        language: of the document; also what a screen reader is told.
        at: the moment of making, as the document states it: the same input gives the same bytes.

    Raises:
        typst.TypstError: the template is wrong, or lacks a key.
    """
    with speak(language):
        inputs = {
            "data": json.dumps(plain(data), ensure_ascii=False),
            "words": json.dumps(_words(), ensure_ascii=False),
            "language": language,
        }
    made: bytes = typst.compile(
        template,
        root=PACKAGE,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs=inputs,
        pdf_standards="ua-1",
        timestamp=at.astimezone(UTC).replace(microsecond=0),
    )
    return made


def _words() -> dict[str, str]:
    return {
        "number": gettext("Number:"),
        "date": gettext("Date:"),
        "page": gettext("Page"),
        "reasons": gettext("Reasons"),
        "remedy": gettext("How to contest this decision"),
        "cautions": gettext("Rules not checked against the official text"),
        "enclosures": gettext("Enclosures"),
    }


def plain(value: Any) -> Any:
    """A value as JSON holds it and as the language being spoken writes it."""
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, Decimal | float):
        return number(value)
    return value if value is None or isinstance(value, bool | int) else str(value)
