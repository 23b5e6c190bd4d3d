"""The Jinja environment every page of the house is rendered in.

Names templates may use without importing: ``url(name, …)``, ``static(path)``, ``gettext`` and
``{% trans %}``, ``govuk.<component>(…)`` (the GOV.UK macros by their snake-case names),
``form_errors(form)``, ``form_fields(form)``, ``form_field(form["name"])``, ``shell``; filters
``date``, ``long_date``, ``partial_date``, ``moment``, ``number``, ``share``, ``money``,
``file_size``, ``cell`` (any value as a table shows it), ``upper`` and ``lower`` (as the page's
language writes them).
A name nobody defined is an error, never an empty string.
"""

from collections.abc import Callable
from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from korpu.foundations.ui import formats
from korpu.foundations.ui.forms import rendering
from korpu.foundations.ui.govuk import govuk
from korpu.foundations.ui.navigation import Link
from korpu.kernel.texts import active_language

FILTERS: dict[str, Callable[..., str]] = {
    "date": formats.short_date,
    "long_date": formats.long_date,
    "partial_date": formats.partial_date,
    "moment": formats.moment,
    "number": formats.number,
    "share": formats.share,
    "money": formats.money,
    "file_size": formats.file_size,
    "upper": formats.upper,
    "lower": formats.lower,
    "cell": lambda value: value if isinstance(value, Markup) else formats.as_text(value),
}


def environment(**options: Any) -> Environment:
    """Called by Django's Jinja2 backend with its own loader and options."""
    options["undefined"] = StrictUndefined
    made = Environment(  # noqa: S701  # the backend passes autoescape=True
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
        trim_blocks=True,
        lstrip_blocks=True,
        **options,
    )
    made.policies["ext.i18n.trimmed"] = True
    _install_translations(made)
    made.globals.update(
        url=url,
        static=static,
        govuk=govuk,
        language=active_language,
        navigation_items=navigation_items,
        form_errors=rendering.form_errors,
        form_fields=rendering.form_fields,
        form_field=rendering.form_field,
    )
    made.filters.update(FILTERS)
    return made


def _install_translations(made: Environment) -> None:
    install: Callable[..., None] = made.install_gettext_callables  # type: ignore[attr-defined]  # added by ext.i18n
    install(
        translation.gettext,
        translation.ngettext,
        newstyle=True,
        pgettext=translation.pgettext,
        npgettext=translation.npgettext,
    )


def url(name: str, *args: object, **kwargs: object) -> str:
    """The path of a named page; positional or keyword arguments, not both."""
    return reverse(name, args=args or None, kwargs=kwargs or None)


def navigation_items(links: list[Link]) -> list[dict[str, object]]:
    """The links in the shape of GOV.UK's navigation component."""
    return [{"text": link.text, "href": link.href, "active": link.active} for link in links]
