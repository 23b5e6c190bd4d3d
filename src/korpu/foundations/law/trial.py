"""The law as it would be with a draft in it."""

from collections.abc import Iterator
from datetime import date

from korpu.engines.procedure.api import (
    AmendedLibrary,
    Finding,
    Procedure,
    prove,
)
from korpu.foundations.accounts.api import roles
from korpu.foundations.casework.api import declared_library, library
from korpu.foundations.law.library import as_amendment, published_changes, with_changes
from korpu.foundations.law.models import Change


def trial_of(change: Change, *, on: date) -> AmendedLibrary:
    """The law in use with ``change`` laid on top, as if published on a day.

    Raises:
        InvalidInput, DeclarationError: with it the law could not be read.
    """
    others = [each for each in published_changes() if each.pk != change.pk]
    return with_changes(declared_library(), [*others, change], drafts_on=on)


def differences(change: Change, trial: AmendedLibrary) -> Iterator[tuple[Procedure, Procedure]]:
    """Each procedure a change of the declarations makes different, as (old, new), by id."""
    amendment = as_amendment(change)
    now = library()
    days = {amendment.valid_from}
    days |= {each.first for each in trial.segments if each.first > amendment.valid_from}
    seen: set[tuple[str, str]] = set()
    for day in sorted(days):
        before = {each.id: each for each in now.current(day)}
        for new in trial.current(day):
            old = before.get(new.id)
            if old is None or (new.id, new.version) in seen or _alike(old, new):
                continue
            seen.add((new.id, new.version))
            yield old, new


def _alike(old: Procedure, new: Procedure) -> bool:
    return old.digest == new.digest


def proof_of(change: Change, trial: AmendedLibrary) -> tuple[Finding, ...]:
    """The faults of every procedure the change makes different; empty: all are sound."""
    known = frozenset(roles())
    changed = [new for _, new in differences(change, trial)]
    return tuple(
        finding for new in changed for finding in prove(new, roles=known, rights=trial.rights)
    )
