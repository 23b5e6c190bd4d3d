"""Telling people that something happened: a list in the application, and e-mail as they choose.

Owned here: kinds, notifications, each person's choice per kind, the letters. Not owned: what
happened and who is concerned; rooms declare their kinds and call ``notify`` in the transaction in
which it happened. A notification carries no personal data, in the application or in the letter.
"""

from korpu.foundations.notifications.enums import Telling
from korpu.foundations.notifications.kinds import NotificationKind, register_kind
from korpu.foundations.notifications.services.telling import notify

__all__ = ["NotificationKind", "Telling", "notify", "register_kind"]
