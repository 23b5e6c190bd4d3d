"""How long work takes: parameters of the jurisdiction, every one with its confidence."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from korpu.engines.procedure.api import Citation
from korpu.engines.procedure.declaring_parts import citation
from korpu.engines.procedure.yamlfile import Fields, Place, open_yaml
from korpu.foundations.accounts.api import jurisdiction_folder


@dataclass(frozen=True, slots=True)
class StaffTime:
    """Minutes of work.

    Attributes:
        act_minutes: of an act that is not named.
        missed_term_minutes: of following up one missed term.
        acts: by act.
    """

    act_minutes: int
    missed_term_minutes: int
    acts: Mapping[str, int]
    law: Citation

    def of_act(self, act: str) -> int:
        return self.acts.get(act, self.act_minutes)


@cache
def staff_time() -> StaffTime:
    """As the jurisdiction states it.

    Raises:
        DeclarationError: the file says something that cannot be.
    """
    path = jurisdiction_folder() / "staff-time.yaml"
    fields = Fields(open_yaml(path), {"law", "act_minutes", "missed_term_minutes", "acts"})
    acts = fields.need("acts").items()
    return StaffTime(
        _minutes(fields.need("act_minutes")),
        _minutes(fields.need("missed_term_minutes")),
        {key.scalar(): _minutes(value) for key, value in acts},
        citation(fields.need("law")),
    )


def _minutes(place: Place) -> int:
    found = place.number()
    if found is None:
        place.fail("a number of minutes is missing", "Write whole minutes.")
    return found
