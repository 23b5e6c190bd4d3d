"""One of everything, and everybody with a browser."""

from dataclasses import dataclass

from django.test import Client

from korpu.domains.programmes.testing import load_shipped_projects
from korpu.foundations.accounts.testing import log_in
from tests.architecture.access.competition import Competition, a_competition
from tests.architecture.access.figures import Figures, some_figures
from tests.architecture.access.gatherings import Gatherings, some_events
from tests.architecture.access.people import EVERYBODY, everybody
from tests.architecture.access.publications import Publications, some_publications
from tests.architecture.access.returns import Returns, returns_of_germany
from tests.architecture.access.support import Support, a_supported_returnee
from tests.cast import Cast


@dataclass(frozen=True)
class World:
    """What is tried.

    Attributes:
        clients: a browser per person, logged in unless nobody or withdrawn.
    """

    cast: Cast
    clients: dict[str, Client]
    returns: Returns
    support: Support
    figures: Figures
    publications: Publications
    events: Gatherings
    calls: Competition


def make_world() -> World:
    """Everything through the services; takes some seconds, so it is made once."""
    cast = everybody()
    returns = returns_of_germany(cast)
    support = a_supported_returnee(cast)
    figures = some_figures(cast)
    load_shipped_projects()
    publications = some_publications(cast)
    events = some_events(cast)
    calls = a_competition(cast)
    clients = {name: _browser(cast, name) for name in EVERYBODY}
    return World(cast, clients, returns, support, figures, publications, events, calls)


def _browser(cast: Cast, name: str) -> Client:
    client = Client(raise_request_exception=False, headers={"accept-language": "en"})
    if name != "anonymous":
        log_in(client, cast[name])
    return client
