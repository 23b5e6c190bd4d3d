from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone

from korpu.engines.procedure.api import Citation
from korpu.foundations.accounts.api import Actor, acting
from korpu.foundations.accounts.testing import make_actor
from korpu.foundations.casework import registry
from korpu.foundations.casework.testing import READMISSION, readmission_type
from korpu.foundations.law.enums import ChangeKind
from korpu.foundations.law.models import Change
from korpu.foundations.law.services.drafting import Entered, draft_change
from korpu.foundations.law.services.publishing import publish_change

LAW = Citation("Amending Act No. 7", "Art. 2", "seen")
REPLY = "rd.reply.normal"


@pytest.fixture(autouse=True)
def readmission_without_its_domain() -> Iterator[None]:
    """Run readmission with facts that open every door, whatever domains are installed."""
    before = dict(registry._case_types)
    registry._case_types[READMISSION] = readmission_type()
    yield
    registry._case_types.clear()
    registry._case_types.update(before)


@pytest.fixture
def drafter(db: None) -> Actor:
    return make_actor("administrator")


@pytest.fixture
def lawyer(db: None) -> Actor:
    return make_actor("lawyer")


def enter(drafter: Actor, **said: object) -> Change:
    """A draft: ten days to reply, from tomorrow, unless said otherwise."""
    given: dict[str, object] = {
        "kind": ChangeKind.NUMBER,
        "subject": REPLY,
        "law": LAW,
        "valid_from": timezone.localdate() + timedelta(days=1),
        "quantity": 10,
    }
    with acting(drafter):
        return draft_change(
            entered=Entered(**(given | said)),  # type: ignore[arg-type]  # the test says what
            actor=drafter,
            at=timezone.now(),
        )


def publish(change: Change, lawyer: Actor) -> Change:
    with acting(lawyer):
        return publish_change(change=change, digest=change.digest, actor=lawyer, at=timezone.now())
