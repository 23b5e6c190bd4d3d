from korpu.foundations.audit.models.anchor import Anchor
from korpu.foundations.audit.models.event import Event, EventPerson
from korpu.foundations.audit.models.seal import Seal

__all__ = ["Anchor", "Event", "EventPerson", "Seal"]
