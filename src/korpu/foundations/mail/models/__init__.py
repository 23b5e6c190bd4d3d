from korpu.foundations.mail.models.message import Attachment, Message

__all__ = ["Attachment", "Message"]
