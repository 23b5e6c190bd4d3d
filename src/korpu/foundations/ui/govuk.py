"""The component macros of ``govuk-frontend-jinja``, callable from Python and from templates."""

from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import ChainableUndefined, Environment, PackageLoader, PrefixLoader
from markupsafe import Markup

PACKAGE = "govuk_frontend_jinja"


class GovukMacros:
    """The macros of ``govuk-frontend-jinja`` by snake-case name: ``govuk.date_input({…})``.

    They are written for undefined names that vanish, so they live in an environment of their
    own and leave ours strict.
    """

    def __getattr__(self, name: str) -> Callable[[dict[str, Any]], Markup]:
        if name.startswith("_"):
            raise AttributeError(name)
        return _macro(name)


@cache
def _govuk_environment() -> Environment:
    return Environment(
        loader=PrefixLoader({PACKAGE: PackageLoader(PACKAGE)}),
        autoescape=True,
        undefined=ChainableUndefined,
        extensions=["jinja2.ext.do"],
    )


@cache
def _macro(name: str) -> Callable[[dict[str, Any]], Markup]:
    words = name.split("_")
    path = f"{PACKAGE}/components/{'-'.join(words)}/macro.html"
    macro = "govuk" + "".join(word.capitalize() for word in words)
    found: Callable[[dict[str, Any]], Markup]
    found = getattr(_govuk_environment().get_template(path).module, macro)
    return found


govuk = GovukMacros()
