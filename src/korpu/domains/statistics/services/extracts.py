"""Collecting what other rooms publish."""

from dataclasses import dataclass
from datetime import datetime

from korpu.domains.statistics.declarations import Period
from korpu.domains.statistics.extracts import extract_named
from korpu.domains.statistics.models import ExtractBatch
from korpu.domains.statistics.services.compartments import statistics_compartment
from korpu.engines.measures.api import digest, to_bytes
from korpu.foundations.accounts.api import Actor, acting, system_actor


@dataclass(frozen=True, slots=True)
class Collected:
    """The rows of an extract as they are at this moment."""

    content: bytes
    sha256: str

    @property
    def row_count(self) -> int:
        return self.content.count(b"\n")


def read_extract(*, name: str, period: Period) -> Collected:
    """Read the rows of a period, as the service itself: the people who count see no case.

    Raises:
        NotFound: no room publishes it.
        InvalidRows: the room broke its own schema.
    """
    extract = extract_named(name)
    with acting(system_actor()):
        content = to_bytes(extract.schema, extract.collect(period.first, period.last))
    return Collected(content, digest(content))


def collect_extract(*, name: str, period: Period, actor: Actor, at: datetime) -> ExtractBatch:
    """Collect the rows of a period and keep them; the same rows are kept once.

    Raises:
        NotPermitted: the actor may not collect.
        NotFound, InvalidRows: see :func:`read_extract`.
    """
    compartment = statistics_compartment(actor=actor, permission="statistics.extract.collect")
    collected = read_extract(name=name, period=period)
    batch, _ = ExtractBatch.objects.get_or_create(
        compartment=compartment,
        extract=name,
        period=period.sdmx_name,
        sha256=collected.sha256,
        defaults={
            "first_on": period.first,
            "last_on": period.last,
            "row_count": collected.row_count,
            "content": collected.content,
            "collected_by": actor.user,
            "collected_at": at,
        },
    )
    return batch
