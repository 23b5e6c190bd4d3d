"""What the pages of the law room share."""

from django.http import QueryDict

from korpu.foundations.accounts.api import Request


def posted(request: Request) -> QueryDict | None:
    """What was sent, also when it is empty; null when nothing was."""
    return request.POST if request.method == "POST" else None
