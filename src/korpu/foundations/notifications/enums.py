"""How somebody wants to be told."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Telling(TextChoices):
    """What happens beside the list in the application, which always has it."""

    AT_ONCE = "at_once", _("By e-mail at once")
    DAILY = "daily", _("By e-mail once a day")
    NONE = "none", _("No e-mail")
