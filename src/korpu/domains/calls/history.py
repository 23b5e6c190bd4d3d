"""An application's log in words."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from korpu.domains.calls.models import Step
from korpu.foundations.ui.items import TimelineItem

TITLES = {
    "submit": _("Application submitted"),
    "complete": _("Application completed"),
    "withdraw": _("Application withdrawn"),
    "ask_for_completion": _("Completion asked for"),
    "declare_eligible": _("Found eligible"),
    "declare_ineligible": _("Found not eligible"),
    "decide": _("Decision taken"),
    "rule_on_objection": _("Objection decided"),
    "sign_contract": _("Contract recorded"),
}


def timeline(steps: Sequence[Step], *, with_names: bool) -> list[TimelineItem]:
    """What happened, the newest first; names of the staff are for the staff alone.

    ``steps`` with their actors.
    """
    return [
        TimelineItem(
            title=TITLES[step.act],
            at=step.at,
            by=str(step.actor) if with_names and step.actor else "",
            text=step.note,
        )
        for step in reversed(steps)
    ]
