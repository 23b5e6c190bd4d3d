"""Who stands at the door: a token, its account, its limit, and the kind of body it brings."""

from typing import cast

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja.security import HttpBearer

from korpu.domains.readmission.http.problems import Refused
from korpu.domains.readmission.models import ApiToken
from korpu.domains.readmission.selectors.tokens import token_in_force
from korpu.domains.readmission.services.tokens import count_use
from korpu.foundations.accounts.api import Request, actor_of, signing_in

JSON = "application/json"
MULTIPART = "multipart/form-data"
ENVELOPE_BYTES = 100_000
"""What a multipart body may add around the largest file."""


class TokenRequest(Request):
    """A request after the door has recognised its token."""

    auth: ApiToken


class Key(HttpBearer):
    """A bearer token of one requesting authority; the request then acts as its account.

    Args:
        brings: media type of the body an operation takes; empty: it takes none.
    """

    openapi_name = "token"

    def __init__(self, brings: str = "") -> None:
        super().__init__()
        self.brings = brings

    def authenticate(self, request: HttpRequest, token: str) -> ApiToken | None:
        """The token while it is in force; the request acts as its account from here.

        Raises:
            Refused: too many requests, a body of another type, or one too large.
        """
        at = timezone.now()
        with signing_in():
            found = token_in_force(secret=token, at=at)
            if found is None:
                return None
            uses = count_use(token=found, at=at)
            cast(Request, request).actor = actor_of(found.user)
        if uses > settings.KORPU_API_REQUESTS_PER_MINUTE:
            raise Refused(429, _("Too many requests."), _("Wait a minute, then go on more slowly."))
        self._check_body(request)
        return found

    def _check_body(self, request: HttpRequest) -> None:
        if not self.brings:
            return
        if request.content_type != self.brings:
            raise Refused(415, _("The body must be of the type %(type)s.") % {"type": self.brings})
        most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        if self.brings == MULTIPART:
            most = settings.KORPU_UPLOAD_MAX_BYTES + ENVELOPE_BYTES
        announced = request.headers.get("Content-Length", "")
        if announced.isdigit() and int(announced) > most:
            raise Refused(
                413, _("The request is too large."), _("At most %(most)d bytes.") % {"most": most}
            )
