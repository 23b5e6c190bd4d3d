"""QR codes as drawings a strict content policy lets through. Standard: ISO/IEC 18004."""

import io

import segno
from markupsafe import Markup

from korpu.kernel.texts import Message

_SCALE = 5
_BORDER = 4  # the quiet zone the standard asks for, in modules


def qr_svg(content: str, alternative: Message) -> Markup:
    """The code for a page; ``alternative`` is what a screen reader says."""
    drawn = segno.make(content, error="m").svg_inline(
        scale=_SCALE, border=_BORDER, omitsize=True, light="#fff"
    )
    frame = Markup('<div class="korpu-code" role="img" aria-label="{}">{}</div>')
    return frame.format(alternative, Markup(drawn))  # noqa: S704  segno's own drawing


def qr_file(content: str) -> str:
    """The code as an SVG file, for a document."""
    out = io.BytesIO()
    segno.make(content, error="m").save(out, kind="svg", scale=_SCALE, border=_BORDER, light="#fff")
    return out.getvalue().decode("utf-8")
