"""Doors of programmes."""

from tests.architecture.access.doors import Door
from tests.architecture.access.markers import DONOR, PROJECTS

DOORS = {
    "programmes:portfolio": Door(),
    "programmes:project": Door(lambda _world: {"code": "mobilaze-2"}, PROJECTS | DONOR),
}
