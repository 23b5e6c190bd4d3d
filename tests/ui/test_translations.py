"""Nothing a person reads is left in English: the catalogues of these rooms are complete.

``korpu messages check`` looks at every room.
"""

from pathlib import Path

import pytest

import korpu
from korpu.foundations.ui import messages

PACKAGE = Path(korpu.__file__).parent
ROOMS = (
    "domains/assistance",
    "domains/calls",
    "domains/information",
    "domains/events",
    "domains/programmes",
    "foundations/casework",
    "foundations/codelists",
    "foundations/files",
    "foundations/law",
    "foundations/mail",
    "foundations/notifications",
    "foundations/persons",
    "foundations/ui",
    "site",
)


@pytest.mark.parametrize("room", ROOMS)
def test_every_sentence_of_the_room_is_translated(room: str) -> None:
    assert [str(finding) for finding in messages.check_app(PACKAGE / room)] == []
