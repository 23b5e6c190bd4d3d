"""The things the component macros show, typed so that a forgotten field is seen by mypy."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from korpu.kernel.texts import Message


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """Something that happened (``timeline``); ``by`` is a person or a body."""

    title: Message
    at: datetime
    by: Message = ""
    text: Message = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class ActionItem:
    """Something that could be done (``action_list``).

    ``href`` is empty when it cannot be done now; ``refusals`` then say why.
    """

    title: Message
    href: str = ""
    hint: Message = ""
    refusals: Sequence[Message] = ()


@dataclass(frozen=True, slots=True)
class FileItem:
    """A file already there (``file_list``); ``size`` in bytes.

    With ``remove_name`` the row carries a submit button of the surrounding form.
    """

    name: str
    href: str
    size: int
    at: datetime | None = None
    by: Message = ""
    remove_name: str = ""
    remove_value: str = ""
