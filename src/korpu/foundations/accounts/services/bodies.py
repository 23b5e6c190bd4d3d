"""Bodies, offices and their compartments from a file of the jurisdiction."""

from pathlib import Path

from django.db import transaction

from korpu.foundations.accounts.actor import Actor
from korpu.foundations.accounts.services.compartments import open_compartment
from korpu.foundations.organisations import services as organisations


@transaction.atomic
def load_organisations(*, file: Path, actor: Actor) -> int:
    """Bring a file's bodies, offices and compartments into the tables. Repeating changes nothing.

    What is there already stays as people have edited it; what the file no longer names stays too.
    Returns how many offices the file names.

    Raises:
        NotPermitted: the actor may not change offices.
        InvalidInput: a declared field cannot be right.
    """
    declared = organisations.load_organisations(file=file, actor=actor)
    for one in declared:
        for business in one.businesses:
            open_compartment(office=one.office, business=business, actor=actor)
    return len(declared)
