"""Columns shared by rows that have a name in every language of the house."""

from django.db import models

from korpu.kernel.texts import Text


class TitledModel(models.Model):
    """A row titled in Azerbaijani, English and Russian."""

    title_az = models.CharField(max_length=200, help_text="Name in Azerbaijani.")
    title_en = models.CharField(max_length=200, help_text="Name in English.")
    title_ru = models.CharField(max_length=200, help_text="Name in Russian.")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.title)

    @property
    def title(self) -> Text:
        return Text(az=self.title_az, en=self.title_en, ru=self.title_ru)
