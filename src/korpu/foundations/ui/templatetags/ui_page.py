"""Lets pages of other packages, written as Django templates, stand in the house's frame."""

from typing import Any

from django import template
from django.forms import BaseForm
from django.template.base import NodeList, Parser, Token
from django.template.loader import render_to_string
from markupsafe import Markup

from korpu.foundations.ui.forms import rendering

register = template.Library()
PARTS = ("title", "head", "content", "scripts")


class FramedNode(template.Node):
    """Renders its parts as Django templates and hands them to the Jinja frame."""

    def __init__(self, parts: list[NodeList]) -> None:
        self.parts = parts

    def render(self, context: template.Context) -> str:
        # Django escaped what it put into these parts; a second time would show the entities.
        done = {
            name: Markup(part.render(context).strip())  # noqa: S704  # rendered with autoescape
            for name, part in zip(PARTS, self.parts, strict=True)
        }
        return render_to_string("ui/framed.html", {"framed": done}, context["request"])


@register.tag
def framed(parser: Parser, _token: Token) -> FramedNode:
    """``{% framed %}title{% next %}head{% next %}content{% next %}scripts{% endframed %}``."""
    parts: list[NodeList] = []
    while len(parts) < len(PARTS):
        parts.append(parser.parse(("next", "endframed")))
        parser.next_token()
    return FramedNode(parts)


@register.simple_tag
def house_fields(form: BaseForm) -> Any:
    """The summary of errors and the fields of any form, in the house style."""
    return rendering.form_errors(form) + rendering.form_fields(form)
