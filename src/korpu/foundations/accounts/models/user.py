from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from korpu.kernel.ids import new_id


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """Somebody who logs in. What they may do comes from their role grants, never from this row.

    Made by ``services.invite_user``; there is no public sign-up.
    """

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    email = models.EmailField(unique=True, help_text="The login name, lower-case.")
    full_name = models.CharField(max_length=200, help_text="As colleagues know the person.")
    organisation = models.ForeignKey(
        "organisations.Organisation",
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="Whom the person works for; decides which colleagues see the name. "
        "Empty: nobody's, such as the service's own hand.",
    )
    language = models.CharField(max_length=2, default="az", help_text="Language of the interface.")
    is_active = models.BooleanField(default=True, help_text="False: the account is withdrawn.")
    is_system = models.BooleanField(
        default=False, help_text="The service's own hand (timers, imports). It cannot log in."
    )
    date_joined = models.DateTimeField(help_text="When the account was made.")
    withdrawn_at = models.DateTimeField(null=True, help_text="Empty: not withdrawn.")

    objects: ClassVar[UserManager] = UserManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")),
                name="accounts_user_email_lower_case",
            ),
            models.UniqueConstraint(
                fields=("is_system",),
                condition=models.Q(is_system=True),
                name="accounts_user_one_system",
            ),
            models.CheckConstraint(
                condition=models.Q(is_active=True, withdrawn_at__isnull=True)
                | models.Q(is_active=False, withdrawn_at__isnull=False),
                name="accounts_user_withdrawn_at",
            ),
        )

    def __str__(self) -> str:
        return self.full_name
