"""What a request carries beside Django's own."""

from django.http import HttpRequest

from korpu.foundations.accounts.actor import Actor


class Request(HttpRequest):
    """A request after :class:`~korpu.foundations.accounts.middleware.ActorMiddleware`."""

    actor: Actor
