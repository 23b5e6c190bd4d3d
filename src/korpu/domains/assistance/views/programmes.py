"""Who pays, and how much at most."""

from django.http import HttpResponse
from django.shortcuts import render

from korpu.domains.assistance.selectors import programmes_with_tariffs
from korpu.foundations.accounts.api import Request, needs


@needs("assistance.programme.read")
def listing(request: Request) -> HttpResponse:
    """Programmes with their tariffs, each row with its source and confidence."""
    programmes = programmes_with_tariffs(for_actor=request.actor)
    return render(request, "assistance/programmes.html", {"programmes": programmes})
