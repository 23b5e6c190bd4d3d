"""A log names nobody."""

import logging
import sys
from typing import NoReturn

from korpu.kernel.errors import Conflict
from korpu.site.logs import DiscreetFormatter

PERSON = "Ley" + "la"  # in two halves, because a traceback quotes lines of source


def fail(error: Exception) -> NoReturn:
    raise error


def formatted(first: Exception) -> str:
    try:
        try:
            fail(first)
        except Exception as error:
            raise RuntimeError(f"while writing about {PERSON}") from error
    except RuntimeError:
        record = logging.LogRecord("x", logging.ERROR, __file__, 1, "failed", (), sys.exc_info())
    return DiscreetFormatter("%(message)s").format(record)


def test_a_foreign_sentence_is_withheld_and_the_place_is_kept() -> None:
    text = formatted(ValueError(f"Key (name)=({PERSON}) already exists"))
    assert PERSON not in text
    assert "builtins.ValueError (sentence withheld)" in text
    assert "builtins.RuntimeError (sentence withheld)" in text
    assert "test_logs.py" in text


def test_a_domain_errors_sentence_is_ours_and_stays() -> None:
    assert "Somebody was faster." in formatted(Conflict("Somebody was faster."))
