"""Where a case is: one status on the main way, and one in each branch that has begun."""

from dataclasses import dataclass, field, replace
from datetime import date

from korpu.engines.procedure.model import BACK, STAY, Act, Procedure
from korpu.engines.procedure.states import BranchState


def region_of(procedure: Procedure, status: str) -> str | None:
    """The branch a status belongs to; null: the main way."""
    return procedure.statuses[status].branch


def begins(procedure: Procedure, act: Act) -> str | None:
    """The branch an act begins: it leads there from the main way; null: none."""
    if act.to_status in {STAY, BACK} or act.opening:
        return None
    branch = region_of(procedure, act.to_status)
    inside = any(region_of(procedure, each) == branch for each in act.from_statuses)
    return None if branch is None or inside else branch


@dataclass
class Places:
    """The statuses of one case while its log is folded.

    Attributes:
        came_from: the status of the main way before the present one.
        ended_on: the day the main way ended; null while open.
    """

    procedure: Procedure
    status: str = ""
    came_from: str | None = None
    ended_on: date | None = None
    branches: dict[str, BranchState] = field(default_factory=dict)

    @property
    def open(self) -> frozenset[str]:
        """Every open status the case is in."""
        main = {self.status} if self.status and self.ended_on is None else set()
        return frozenset(main | {each.status for each in self._open_branches()})

    @property
    def all_ended_on(self) -> date | None:
        """The day the last part of the case ended; null while one is open."""
        if self.ended_on is None or self._open_branches():
            return None
        return max([self.ended_on, *(each.ended_on or date.min for each in self.branches.values())])

    def is_over(self, branch: str | None) -> bool:
        """Whether nothing of that branch, or of the main way, is waited for any more."""
        if branch is None:
            return self.ended_on is not None
        found = self.branches.get(branch)
        return found is not None and found.ended_on is not None

    def has_begun(self, branch: str) -> bool:
        return branch in self.branches

    def move(self, act: Act, on: date) -> None:
        """Take the case where the act leads."""
        if act.to_status != STAY:
            target = self.came_from if act.to_status == BACK else act.to_status
            assert target is not None
            self._enter(target, on)
        if act.also_to is not None and self.ended_on is None:
            self._enter(act.also_to, on)

    def _enter(self, status: str, on: date) -> None:
        found = self.procedure.statuses[status]
        ended_on = on if found.final else None
        if found.branch is None:
            self.came_from, self.status, self.ended_on = self.status or None, status, ended_on
            return
        begun = self.branches.get(found.branch)
        title = self.procedure.branches[found.branch].title
        new = begun or BranchState(found.branch, title, status, on, None)
        self.branches[found.branch] = replace(new, status=status, ended_on=ended_on)

    def _open_branches(self) -> list[BranchState]:
        return [each for each in self.branches.values() if each.ended_on is None]
