"""The letter with which somebody makes an account their own."""

from datetime import datetime

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from korpu.foundations.accounts.actor import Actor
from korpu.foundations.accounts.models import User
from korpu.foundations.mail.api import queue_message
from korpu.kernel.errors import NotPossibleNow


def send_invitation(*, user: User, site: str, actor: Actor, at: datetime) -> None:
    """Send a link with which the person sets a password; it is good for three days and once.

    The letter is put into the outbox of the running transaction, in the person's language.

    ``site`` is the address of the installation, such as ``https://korpu.example``.

    Raises:
        NotPermitted: the actor may not invite.
        NotPossibleNow: the account is withdrawn, or its password has been set.
    """
    actor.check("accounts.user.invite")
    if not user.is_active:
        raise NotPossibleNow(_("This account is withdrawn. Restore it before inviting again."))
    if user.has_usable_password():
        raise NotPossibleNow(
            _("This person has already set a password."),
            _("Whoever forgot it asks for a new one on the log-in page."),
        )
    link = site + reverse(
        "account_reset_password_from_key",
        args=[user_pk_to_url_str(user), default_token_generator.make_token(user)],
    )
    with translation.override(user.language):
        subject = str(_("Your account in Körpü"))
        body = _(
            "Hello, %(name)s.\n\nAn account in Körpü has been opened for you. Set your password "
            "here within three days:\n\n%(link)s\n\nIf you do not know what this is about, ignore "
            "this letter."
        ) % {"name": user.full_name, "link": link}
    queue_message(
        to=user.email, subject=subject, text=body, language=user.language, actor=actor, at=at
    )
