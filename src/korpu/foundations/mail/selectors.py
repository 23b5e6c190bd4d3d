"""What the administrators' pages read."""

from typing import Protocol
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korpu.foundations.mail.models import Message
from korpu.foundations.ui.tables import Asked, Page, fetch_page
from korpu.kernel.errors import NotFound


class Reader(Protocol):
    def check(self, permission: str, /) -> None: ...


def messages(*, for_actor: Reader, asked: Asked[Message]) -> Page[Message]:
    """Messages, a page at a time.

    Raises:
        NotPermitted: the actor may not see them.
    """
    for_actor.check("mail.message.read")
    found = Message.objects.defer("text", "headers")
    if state := asked.filters.get("state"):
        found = found.filter(state=state)
    if text := asked.filters.get("text"):
        found = found.filter(to_address__icontains=text)
    return fetch_page(found, asked, key="uuid")


def message(*, uuid: UUID, for_actor: Reader) -> Message:
    """One message.

    Raises:
        NotPermitted: the actor may not see it.
        NotFound: there is none, or it has been purged.
    """
    for_actor.check("mail.message.read")
    found = Message.objects.defer("text", "headers").filter(uuid=uuid).first()
    if found is None:
        raise NotFound(_("There is no such e-mail, or its term of keeping is over."))
    return found
