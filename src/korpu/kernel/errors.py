"""What can go wrong, split by what the caller should do about it.

An error says what happened, why, and what to do. It carries no personal data: neither the
sentences nor ``facts`` hold a name, a number of a document or a date of birth.
"""

from collections.abc import Mapping

from korpu.kernel.texts import Message


class DomainError(Exception):
    """The root of every expected failure.

    Args:
        title: one sentence: what happened.
        detail: why, and what the reader can do; may be empty.
        facts: machine-readable particulars (field names, limits), never personal data.
    """

    def __init__(
        self, title: Message, detail: Message = "", facts: Mapping[str, object] | None = None
    ) -> None:
        super().__init__(title)
        self.title = title
        self.detail = detail
        self.facts: Mapping[str, object] = facts or {}

    def __str__(self) -> str:
        detail = str(self.detail)
        return f"{self.title} {detail}" if detail else str(self.title)


class InvalidInput(DomainError):
    """What was given cannot be right; ``fields`` maps a field's name to its sentence."""

    def __init__(
        self,
        title: Message,
        detail: Message = "",
        facts: Mapping[str, object] | None = None,
        fields: Mapping[str, Message] | None = None,
    ) -> None:
        super().__init__(title, detail, facts)
        self.fields: Mapping[str, Message] = fields or {}


class NotFound(DomainError):
    """No such thing, or none that this reader may know of."""


class NotPermitted(DomainError):
    """This person may not do this, whatever the status of the case."""


class NotPossibleNow(DomainError):
    """Nobody can do this at this moment; the sentence says what stands in the way."""


class Conflict(DomainError):
    """Somebody else changed the thing first; reading again and retrying is for the caller."""


class Unavailable(DomainError):
    """A part of the system does not answer: the only error worth retrying unchanged."""
