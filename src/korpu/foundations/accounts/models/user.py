from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from korpu.kernel.ids import new_id


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)

    def create_user(self, *, email: str, full_name: str, password: str | None = None) -> "User":
        """Make an account; it can log in once it has a password. The address is lower-cased."""
        user = self.model(email=email.strip().lower(), full_name=full_name)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """Somebody who logs in. What they may do comes from their role grants, never from this row."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    email = models.EmailField(unique=True, help_text="The login name, lower-case.")
    full_name = models.CharField(max_length=200, help_text="As colleagues know the person.")
    language = models.CharField(max_length=2, default="az", help_text="Language of the interface.")
    is_active = models.BooleanField(default=True, help_text="False: the account is withdrawn.")
    is_system = models.BooleanField(
        default=False, help_text="The service's own hand (timers, imports). It cannot log in."
    )
    date_joined = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(email=models.functions.Lower("email")),
                name="accounts_user_email_lower_case",
            ),
        )

    def __str__(self) -> str:
        return self.full_name
