"""Outgoing e-mail: an outbox in the caller's transaction, sent by the worker.

Owned here: the message until it is purged, attempts and failures, the administrators' page. Not
owned: who may cause a message and what it says. Whether a person read it is never known.

A message has one reader, one language, plain text, and perhaps files. Nothing personal of it
stands in logs or in the arguments of jobs; the trail masks address, words and files.
"""

from korpu.foundations.mail.enums import MessageState
from korpu.foundations.mail.models import Message
from korpu.foundations.mail.parts import MailFile, checked_address
from korpu.foundations.mail.services.queue import queue_message

__all__ = ["MailFile", "Message", "MessageState", "checked_address", "queue_message"]
