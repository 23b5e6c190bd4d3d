from django.db import models


class Involvement(models.Model):
    """A person takes part in a case of a compartment: why their file may be read there."""

    person = models.ForeignKey(
        "persons.Person", on_delete=models.PROTECT, related_name="involvements"
    )
    compartment = models.ForeignKey(
        "accounts.Compartment", on_delete=models.PROTECT, related_name="+"
    )
    case_uuid = models.UUIDField(help_text="Public identifier of the case.")
    part = models.SlugField(
        help_text="The person's part in the case, such as 'subject' or 'spouse'."
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("person", "case_uuid", "part"), name="persons_involvement_once"
            ),
        )
        indexes = (
            models.Index(fields=("case_uuid",), name="persons_involved_case"),
            models.Index(
                fields=("person",), include=("compartment",), name="persons_involved_readers"
            ),
        )

    def __str__(self) -> str:
        return f"{self.part} in {self.case_uuid}"
