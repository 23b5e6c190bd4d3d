from django.db import models
from django.utils.translation import gettext_lazy as _


class FactKind(models.TextChoices):
    """What a fact says about a person. One fact is one statement from one source."""

    SURNAME = "surname", _("Surname")
    GIVEN_NAMES = "given_names", _("Given names")
    PATRONYMIC = "patronymic", _("Patronymic")
    OTHER_NAME = "other_name", _("Other name")
    SEX = "sex", _("Sex")
    BIRTH_DATE = "birth_date", _("Date of birth")
    BIRTH_PLACE = "birth_place", _("Place of birth")
    BIRTH_COUNTRY = "birth_country", _("Country of birth")
    NATIONALITY = "nationality", _("Nationality")
    LANGUAGE = "language", _("Language spoken")
    PHONE = "phone", _("Telephone")
    EMAIL = "email", _("E-mail address")
    ADDRESS = "address", _("Address")
    PERSONAL_NUMBER = "personal_number", _("Personal number")
    MARITAL_STATUS = "marital_status", _("Marital status")
    FATHER_NAME = "father_name", _("Father's name")
    MOTHER_NAME = "mother_name", _("Mother's name")


NAME_KINDS = frozenset(
    {FactKind.SURNAME, FactKind.GIVEN_NAMES, FactKind.PATRONYMIC, FactKind.OTHER_NAME}
)
"""Facts by which a person is found."""

BASIC_KINDS = NAME_KINDS | {FactKind.LANGUAGE, FactKind.PHONE, FactKind.EMAIL, FactKind.ADDRESS}
"""Facts a reader with the basic scope sees: enough to meet and speak with the person."""

PROJECTED_KINDS = (
    FactKind.SURNAME,
    FactKind.GIVEN_NAMES,
    FactKind.PATRONYMIC,
    FactKind.SEX,
    FactKind.BIRTH_DATE,
    FactKind.NATIONALITY,
)
"""Facts of which the preferred one stands in a column of the person."""


class SourceKind(models.TextChoices):
    """Where a fact comes from, the weightiest first."""

    REGISTER = "register", _("State register")
    DOCUMENT = "document", _("Document shown")
    AUTHORITY = "authority", _("Another authority")
    APPLICATION = "application", _("Application received")
    STATEMENT = "statement", _("The person's own statement")


SOURCE_WEIGHT = {kind: weight for weight, kind in enumerate(reversed(SourceKind))}
"""Of two running facts of a kind the one from the weightier source is preferred."""


class RelationKind(models.TextChoices):
    """What the second person is to the first."""

    SPOUSE = "spouse", _("Spouse")
    CHILD = "child", _("Child")
    PARENT = "parent", _("Parent")
    SIBLING = "sibling", _("Brother or sister")
    GUARDIAN = "guardian", _("Guardian")
    WARD = "ward", _("Ward")


REVERSE_RELATION = {
    RelationKind.SPOUSE: RelationKind.SPOUSE,
    RelationKind.CHILD: RelationKind.PARENT,
    RelationKind.PARENT: RelationKind.CHILD,
    RelationKind.SIBLING: RelationKind.SIBLING,
    RelationKind.GUARDIAN: RelationKind.WARD,
    RelationKind.WARD: RelationKind.GUARDIAN,
}


class ReadingScope(models.TextChoices):
    """How much of a person's file a grant opens."""

    BASIC = "basic", _("Names, contact and language")
    FULL = "full", _("The whole file")


class Gate(models.TextChoices):
    """The answer of the non-refoulement gate; it has no reason and no third value."""

    CLEAR = "clear", _("Can be sent")
    BLOCKED = "blocked", _("Cannot be sent")
