"""Pages of the frame: the language switch and what every service says of itself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from korpu.foundations.ui.languages import choose_language

__all__ = ["choose_language", "information_page"]


def information_page(request: HttpRequest, page: str) -> HttpResponse:
    """One of the fixed pages: help, about, accessibility, cookies."""
    return render(request, f"ui/pages/{page}.html")
