"""Columns shared by rows that say something in every language of the house."""

from django.db import models

from korpu.kernel.texts import Text


class WordedModel(models.Model):
    """A row with one sentence or paragraph in Azerbaijani, English and Russian."""

    text_az = models.TextField(max_length=2000, help_text="In Azerbaijani.")
    text_en = models.TextField(max_length=2000, help_text="In English.")
    text_ru = models.TextField(max_length=2000, help_text="In Russian.")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.text)

    @property
    def text(self) -> Text:
        return Text(az=self.text_az, en=self.text_en, ru=self.text_ru)
