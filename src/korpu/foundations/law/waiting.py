"""What waits for a second signature."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korpu.foundations.accounts.api import Actor
from korpu.foundations.law.enums import ChangeState
from korpu.foundations.law.models import Change
from korpu.foundations.ui.waiting import Waiting


def waiting(actor: Actor) -> Iterator[Waiting]:
    """Changes of the law that somebody else drafted, for who may publish them."""
    if not actor.may("law.change.publish"):
        return
    drafts = Change.objects.filter(state=ChangeState.DRAFT).exclude(drafted_by=actor.user_id)
    href = f"{reverse('law:changes')}?state={ChangeState.DRAFT.value}"
    yield Waiting(_("Changes of the law to publish"), href, drafts.count())
