"""Keeping how somebody wants their own work shown."""

from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework import sentences, wording
from korpu.foundations.casework.models import DeskChoice
from korpu.foundations.casework.selectors.desk import LEAST_DAYS, MOST_DAYS
from korpu.kernel.errors import InvalidInput


def choose_desk(*, due_soon_days: int, actor: Actor) -> DeskChoice:
    """Keep within how many days a deadline is near: in lists, on the board and in reminders.

    Raises:
        InvalidInput: less than a day, or more than a month.
    """
    if not LEAST_DAYS <= due_soon_days <= MOST_DAYS:
        fields = {"due_soon_days": wording.DAYS_OUT_OF_RANGE}
        raise InvalidInput(sentences.INPUT_REFUSED, fields=fields)
    chosen, _ = DeskChoice.objects.update_or_create(
        user_id=actor.user_id, defaults={"due_soon_days": due_soon_days}
    )
    return chosen
