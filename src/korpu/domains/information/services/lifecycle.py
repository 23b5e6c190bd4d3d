"""The way of publications and editions to the public and back."""

from datetime import datetime
from typing import Any, TypeVar

from django.db import models, transaction

from korpu.domains.information import policies, sentences
from korpu.domains.information.enums import Status
from korpu.domains.information.models import Edition, Publication
from korpu.domains.information.permissions import APPROVE
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import InvalidInput

Row = TypeVar("Row", Publication, Edition)


def approve_publication(*, publication: Publication, actor: Actor, at: datetime) -> Publication:
    """Vouch for a publication somebody else prepared, its draft editions included.

    Raises:
        NotPermitted: the actor may not approve, or prepared it.
        NotPossibleNow: it is no draft.
        InvalidInput: a title is missing in one of the languages of the site.
    """
    actor.check(APPROVE, compartment_id=publication.compartment_id)
    with transaction.atomic():
        locked = _locked(publication)
        policies.check_status(locked, Status.DRAFT)
        policies.check_four_eyes(locked, actor.user_id)
        if not (locked.title_az and locked.title_en and locked.title_ru):
            raise InvalidInput(sentences.SEVERAL_TITLES)
        for edition in locked.editions.filter(status=Status.DRAFT):
            policies.check_four_eyes(edition, actor.user_id)
            _approve(edition, actor, at)
        return _approve(locked, actor, at)


def publish_publication(*, publication: Publication, actor: Actor, at: datetime) -> Publication:
    """Show a publication and its approved editions to everybody; what it replaces says so.

    Raises:
        NotPermitted: the actor may not publish.
        NotPossibleNow: it is not approved.
    """
    actor.check(APPROVE, compartment_id=publication.compartment_id)
    with transaction.atomic():
        locked = _locked(publication)
        policies.check_status(locked, Status.APPROVED)
        _publish(locked, actor, at)
        for edition in locked.editions.filter(status=Status.APPROVED).order_by("position"):
            _publish_edition(edition, actor, at)
        if locked.supersedes_id:
            _supersede(Publication.objects.filter(pk=locked.supersedes_id), at)
        return locked


def take_back(*, publication: Publication, actor: Actor, at: datetime) -> Publication:
    """Make an approved or published publication a draft again, so that it can be corrected.

    Until it is approved and published anew nobody outside sees it.

    Raises:
        NotPermitted: the actor may not approve.
        NotPossibleNow: it is a draft or withdrawn.
    """
    actor.check(APPROVE, compartment_id=publication.compartment_id)
    with transaction.atomic():
        locked = _locked(publication)
        policies.check_status(locked, Status.APPROVED, Status.PUBLISHED)
        return _set(locked, Status.DRAFT, at)


def approve_edition(*, edition: Edition, actor: Actor, at: datetime) -> Edition:
    """Vouch for a further edition somebody else prepared.

    Raises:
        NotPermitted: the actor may not approve, or prepared it.
        NotPossibleNow: it is no draft.
    """
    actor.check(APPROVE, compartment_id=edition.publication.compartment_id)
    with transaction.atomic():
        locked = _locked(edition)
        policies.check_status(locked, Status.DRAFT)
        policies.check_four_eyes(locked, actor.user_id)
        return _approve(locked, actor, at)


def publish_edition(*, edition: Edition, actor: Actor, at: datetime) -> Edition:
    """Show an approved edition to everybody; the one before it in its languages says so.

    Raises:
        NotPermitted: the actor may not publish.
        NotPossibleNow: it is not approved, or its publication is not public.
    """
    actor.check(APPROVE, compartment_id=edition.publication.compartment_id)
    with transaction.atomic():
        locked = _locked(edition)
        policies.check_status(locked, Status.APPROVED)
        policies.check_may_go_public(locked)
        return _publish_edition(locked, actor, at)


def withdraw(*, row: Row, reason: str, actor: Actor, at: datetime) -> Row:
    """Take a publication or an edition from the public, for good, with the reason shown.

    The title stays under its address, so that whoever cites it learns what became of it; files can
    no longer be downloaded.

    Raises:
        NotPermitted: the actor may not approve.
        NotPossibleNow: it is not public.
        InvalidInput: no reason.
    """
    actor.check(APPROVE, compartment_id=_publication_of(row).compartment_id)
    if not reason.strip():
        raise InvalidInput(sentences.REASON_NEEDED, fields={"reason": sentences.REASON_NEEDED})
    with transaction.atomic():
        locked = _locked(row)
        policies.check_status(locked, Status.PUBLISHED, Status.SUPERSEDED)
        locked.withdrawn_by = actor.user
        locked.withdrawn_at = at
        locked.withdrawn_reason = reason.strip()
        _touch(locked, at)
        return _set(locked, Status.WITHDRAWN, at)


def _publication_of(row: Publication | Edition) -> Publication:
    return row.publication if isinstance(row, Edition) else row


def _locked(row: Row) -> Row:
    return type(row).objects.select_for_update().get(pk=row.pk)


def _set(row: Row, status: Status, at: datetime) -> Row:
    row.status = status
    row.changed_at = at
    row.revision += 1
    row.save()
    return row


def _approve(row: Row, actor: Actor, at: datetime) -> Row:
    row.approved_by = actor.user
    row.approved_at = at
    return _set(row, Status.APPROVED, at)


def _publish(row: Row, actor: Actor, at: datetime) -> Row:
    row.published_by = actor.user
    row.published_at = at
    return _set(row, Status.PUBLISHED, at)


def _publish_edition(edition: Edition, actor: Actor, at: datetime) -> Edition:
    earlier = Edition.objects.filter(
        publication=edition.publication_id,
        languages=edition.languages,
        position__lt=edition.position,
    )
    _supersede(earlier, at)
    _touch(edition, at)
    return _publish(edition, actor, at)


def _touch(row: Publication | Edition, at: datetime) -> None:
    """An edition that changes in public changes its publication's page."""
    if isinstance(row, Edition):
        Publication.objects.filter(pk=row.publication_id).update(changed_at=at)


def _supersede(rows: models.QuerySet[Any], at: datetime) -> None:
    rows.filter(status=Status.PUBLISHED).update(status=Status.SUPERSEDED, changed_at=at)
