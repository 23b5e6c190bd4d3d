from collections.abc import Iterator

import pytest

from korpu.foundations.casework import received as received_room
from korpu.foundations.casework import registry
from korpu.foundations.casework.testing import READMISSION, readmission_type


@pytest.fixture(autouse=True)
def the_room_without_domains() -> Iterator[None]:
    """Run readmission with facts of this room's own, whatever domains are installed."""
    before = (dict(registry._case_types), dict(registry._listeners), list(registry._guards))
    sending, received = list(registry._sending_guards), list(received_room._listeners)
    registry._case_types.clear()
    registry._listeners.clear()
    registry._guards.clear()
    registry._sending_guards.clear()
    received_room._listeners.clear()
    registry._case_types[READMISSION] = readmission_type()
    yield
    registry._case_types.clear()
    registry._listeners.clear()
    registry._guards.clear()
    registry._case_types.update(before[0])
    registry._listeners.update(before[1])
    registry._guards.extend(before[2])
    registry._sending_guards.extend(sending)
    received_room._listeners.extend(received)
