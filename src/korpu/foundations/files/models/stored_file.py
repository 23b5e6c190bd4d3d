from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models

from korpu.kernel.ids import new_id

SHA256 = RegexValidator(r"\A[0-9a-f]{64}\Z")


class StoredFile(models.Model):
    """One upload. Its bytes lie in the files folder under their SHA-256, equal bytes once.

    The row is seen by who uploaded it and by the readers of the rows that own it: an owning table
    says so with :class:`korpu.foundations.files.operations.OwnsFiles`.
    """

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    sha256 = models.CharField(
        max_length=64, validators=(SHA256,), help_text="Of the bytes exactly as they came."
    )
    clean_sha256 = models.CharField(
        max_length=64,
        blank=True,
        validators=(SHA256,),
        help_text="Of the copy of a picture without camera, place and time; empty: not a picture.",
    )
    size_bytes = models.PositiveBigIntegerField(help_text="Of the bytes as they came.")
    media_type = models.CharField(max_length=60, help_text="Found in the content, not in the name.")
    kind = models.SlugField(help_text="What the file is for, such as 'evidence' or 'letter'.")
    name = models.CharField(max_length=200, help_text="As the sender named it, made harmless.")
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    uploaded_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("sha256",), name="files_by_content"),)

    def __str__(self) -> str:
        return str(self.uuid)
