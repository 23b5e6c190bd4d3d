import json
from typing import Any

from django.db import models


class Event(models.Model):
    """One thing that was done, read or refused. Written by database functions, never changed.

    ``body`` is the record and what the chain seals; the other columns are drawn from it by the
    database so that it can be searched.
    """

    body = models.TextField(help_text="The record, as JSON text.")
    at = models.DateTimeField(help_text="When, by the database's clock.")
    kind = models.CharField(max_length=20, help_text="One of EventKind.")
    actor_id = models.BigIntegerField(null=True, help_text="Who; empty: nobody had logged in.")
    on_behalf_of_id = models.BigIntegerField(
        null=True, help_text="The absent colleague whose role was used; empty: the actor's own."
    )
    object_type = models.CharField(max_length=100, help_text="Table, or kind of thing read.")
    object_id = models.CharField(max_length=100, null=True, help_text="Key of a changed row.")  # noqa: DJ001 - empty and absent differ
    object_uuid = models.UUIDField(null=True, help_text="Public identifier of the thing.")
    object_number = models.CharField(  # noqa: DJ001 - drawn from the body
        max_length=100,
        null=True,
        help_text="Number people know the thing by, such as RDM-2026-000123.",
    )
    parent_type = models.CharField(max_length=100, null=True)  # noqa: DJ001 - drawn from the body
    parent_id = models.CharField(max_length=100, null=True)  # noqa: DJ001 - drawn from the body
    compartment_id = models.BigIntegerField(null=True, help_text="Whose file it was, if known.")

    class Meta:
        db_table = "audit_event"

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def record(self) -> dict[str, Any]:
        """The body, read."""
        return dict(json.loads(self.body))


class EventPerson(models.Model):
    """A person whose data a reading showed."""

    pk = models.CompositePrimaryKey("event_id", "person_uuid")
    event = models.ForeignKey(Event, on_delete=models.DO_NOTHING, related_name="persons")
    person_uuid = models.UUIDField()
    compartment_id = models.BigIntegerField(null=True)

    class Meta:
        db_table = "audit_event_person"

    def __str__(self) -> str:
        return f"{self.event_id}: {self.person_uuid}"
