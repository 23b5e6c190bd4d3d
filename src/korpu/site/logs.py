"""Logging that names no person.

A log is read by people who may not see the files of a case. Requests are logged by their path
without the query, errors by their type and place: the sentence of a foreign exception (a database
error quotes the row it refused) is withheld.
"""

import logging
import traceback
from types import TracebackType
from typing import Any

from korpu.kernel.errors import DomainError

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class DiscreetFormatter(logging.Formatter):
    """Formats an exception without its sentence, unless the sentence is our own."""

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 - logging's own name
        lines: list[str] = []
        error = ei[1]
        while error is not None:
            lines[:0] = [*traceback.format_tb(error.__traceback__), f"{_described(error)}\n"]
            error = error.__cause__ or error.__context__
        return "".join(lines).rstrip()


def _described(error: BaseException) -> str:
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    return f"{kind}: {error}" if isinstance(error, DomainError) else f"{kind} (sentence withheld)"


def logging_settings() -> dict[str, Any]:
    """Everything of interest to standard error; nothing by letter."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "discreet": {
                "()": DiscreetFormatter,
                "format": "{asctime} {levelname} {name} {message}",
                "style": "{",
            }
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "discreet"}},
        "root": {"handlers": ["stderr"], "level": "INFO"},
        "loggers": {
            "django": {"handlers": [], "level": "INFO"},
            "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
            # Login names and addresses stand in their messages; the audit trail has them safely.
            "axes": {"level": "ERROR"},
            "fontTools": {"level": "WARNING"},
            "procrastinate": {"level": "WARNING"},
        },
    }
