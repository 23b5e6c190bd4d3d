"""Idempotency: a request sent again with the same key gets the same answer and does nothing."""

import json
import re
from collections.abc import Callable, Iterator
from functools import wraps
from hashlib import sha256
from operator import itemgetter
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja.responses import NinjaJSONEncoder, Status

from korpu.domains.readmission.http.keys import TokenRequest
from korpu.domains.readmission.http.problems import Refused
from korpu.domains.readmission.models import RepeatedRequest
from korpu.domains.readmission.services.repeats import remember_answer
from korpu.foundations.accounts.api import acting

HEADER = "Idempotency-Key"
_KEY = re.compile(r"[\x21-\x7e]{1,100}\Z")
Operation = Callable[..., Any]

PARAMETER = {
    "in": "header",
    "name": HEADER,
    "required": False,
    "schema": {"type": "string", "pattern": r"^[\x21-\x7e]{1,100}$"},
    "description": "Your own key of this request. Sent again with the same key and content, the "
    "request does nothing and gets the same answer.",
}


def acted(operation: Operation) -> Operation:
    """Run an operation as the token's account, in a transaction of its own."""

    @wraps(operation)
    def run(request: TokenRequest, *args: Any, **named: Any) -> Any:
        with acting(request.actor):
            return operation(request, *args, **named)

    return run


def once(operation: Operation) -> Operation:
    """``acted``, and at most once for each idempotency key of the token's authority."""

    @wraps(operation)
    def run(request: TokenRequest, *args: Any, **named: Any) -> Any:
        with acting(request.actor):
            key = _key(request)
            if key is None:
                return operation(request, *args, **named)
            digest = _digest(request)
            before = RepeatedRequest.objects.filter(
                compartment_id=request.auth.compartment_id, key=key
            ).first()
            if before is not None:
                return _again(before, digest)
            return _first(request, key, digest, operation(request, *args, **named))

    return run


def _key(request: TokenRequest) -> str | None:
    given = request.headers.get(HEADER)
    if given is not None and not _KEY.match(given):
        raise Refused(400, _("The idempotency key must be 1 to 100 visible ASCII characters."))
    return given


def _digest(request: TokenRequest) -> str:
    """SHA-256 of what is asked: the operation and its content, whatever the multipart boundary."""
    digest = sha256(f"{request.method} {request.path}\n".encode())
    if request.FILES or request.POST:
        for name, value in sorted(request.POST.items()):
            digest.update(repr((name, value)).encode("utf-8", "surrogatepass"))
        for name, file in sorted(_files(request), key=itemgetter(0)):
            digest.update(name.encode("utf-8", "surrogatepass"))
            for chunk in file.chunks():
                digest.update(chunk)
            file.seek(0)
    else:
        digest.update(request.body)
    return digest.hexdigest()


def _files(request: TokenRequest) -> Iterator[tuple[str, "UploadedFile[bytes]"]]:
    for name in request.FILES:
        for file in request.FILES.getlist(name):
            yield name, file


def _again(before: RepeatedRequest, digest: str) -> HttpResponse:
    if before.request_digest != digest:
        raise Refused(409, _("This idempotency key was used for another request."))
    answer = HttpResponse(
        json.dumps(before.answer, ensure_ascii=False),
        content_type="application/json; charset=utf-8",
        status=before.status_code,
    )
    answer["Idempotent-Replayed"] = "true"
    return answer


def _first(request: TokenRequest, key: str, digest: str, answer: Status[Any]) -> Status[Any]:
    plain = json.loads(json.dumps(answer.value, cls=NinjaJSONEncoder))
    remember_answer(
        compartment_id=request.auth.compartment_id,
        key=key,
        operation=f"{request.method} {request.path}"[:100],
        request_digest=digest,
        status_code=answer.status_code,
        answer=plain,
        actor=request.actor,
        at=timezone.now(),
    )
    return answer
