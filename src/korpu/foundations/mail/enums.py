"""What becomes of a message."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class MessageState(TextChoices):
    """Waiting leads to sent or failed; failed and waiting lead to given up; failed back to waiting.

    Sent: the mail server took it over. Whether it reached a person is not known.
    """

    WAITING = "waiting", pgettext_lazy("mail", "Waiting")
    SENT = "sent", pgettext_lazy("mail", "Sent")
    FAILED = "failed", pgettext_lazy("mail", "Failed")
    GIVEN_UP = "given_up", pgettext_lazy("mail", "Given up")


ENDED_STATES = frozenset({MessageState.SENT, MessageState.FAILED, MessageState.GIVEN_UP})
