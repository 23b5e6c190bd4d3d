"""What the search reads: no protected attribute beyond names, and no door for the application.

Row-level security would switch off the indexes a search needs. These tables therefore have no
policy for the application at all; it asks ``korpu_person_candidates`` and gets the minimum.
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class NameToken(models.Model):
    """One word that occurs in names, as its key. One row per key, whoever bears it."""

    id = models.AutoField(primary_key=True)
    key = models.CharField(max_length=200, unique=True)
    skeleton = models.CharField(max_length=200, db_index=False)

    class Meta:
        indexes = (
            models.Index(fields=("skeleton",), name="persons_token_skeleton"),
            GinIndex(fields=("key",), opclasses=("gin_trgm_ops",), name="persons_token_trigrams"),
        )

    def __str__(self) -> str:
        return self.key


class TokenNeighbour(models.Model):
    """A key with one letter left out (or none): where a misspelt word meets the right one."""

    pk = models.CompositePrimaryKey("form", "token_id")
    form = models.CharField(max_length=200)
    token = models.ForeignKey(
        "persons.NameToken", on_delete=models.CASCADE, related_name="+", db_index=False
    )

    def __str__(self) -> str:
        return self.form


class SearchEntry(models.Model):
    """What a search may show of a person to somebody who cannot read the file."""

    person = models.OneToOneField(
        "persons.Person", on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    person_uuid = models.UUIDField()
    shown_name = models.CharField(max_length=610)
    birth_year = models.SmallIntegerField(help_text="0: not known.")
    nationality = models.CharField(max_length=3, blank=True)
    keys = ArrayField(models.CharField(max_length=200), help_text="Keys of all the person's names.")

    def __str__(self) -> str:
        return str(self.person_uuid)


class SearchPair(models.Model):
    """Two words of one person's names, the smaller identifier first; a word alone pairs itself."""

    pk = models.CompositePrimaryKey("low", "high", "birth_year", "person_id")
    low = models.IntegerField()
    high = models.IntegerField()
    birth_year = models.SmallIntegerField(help_text="0: not known.")
    person = models.ForeignKey(
        "persons.Person", on_delete=models.CASCADE, related_name="+", db_index=False
    )

    def __str__(self) -> str:
        return f"{self.low} {self.high}"


class QuietBusiness(models.Model):
    """A business whose knowing somebody is itself a secret: it is never named as "known by"."""

    business = models.SlugField(primary_key=True)

    def __str__(self) -> str:
        return self.business
