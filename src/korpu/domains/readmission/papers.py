"""Forms as tagged PDF."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from korpu.foundations.ui.pdf import render
from korpu.kernel.texts import Language

TEMPLATE = Path(__file__).parent / "typst" / "form.typ"


def form_pdf(paper: Mapping[str, object], language: Language, *, at: datetime) -> bytes:
    """The form that ``paper_of`` describes, as PDF/UA-1 in one language."""
    return render(TEMPLATE, paper, language, at=at)
