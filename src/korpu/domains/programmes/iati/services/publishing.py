"""Publishing a record: what was checked and seen, and nothing else."""

import hashlib
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction

from korpu.domains.programmes.iati.models import PublishedRecord
from korpu.domains.programmes.iati.selectors import organisation_record, project_activity
from korpu.domains.programmes.models import Project
from korpu.engines.iati.api import check_record, is_error, write_record
from korpu.engines.iati.model.activity import Activity
from korpu.engines.iati.model.organisation import Organisation
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import Conflict, NotPermitted, NotPossibleNow
from korpu.kernel.texts import Text

PUBLISH = "programmes.project.publish"
NOT_PUBLIC = Text(
    az="Layihə ictimaiyyətə açıq deyil. Əvvəlcə layihənin özünü dərc edin.",
    en="The project is not public. Publish the project itself first.",
    ru="Проект не опубликован. Сначала опубликуйте сам проект.",
)
FAULTS = Text(
    az="Qeyddə {count} səhv var: səhv olan qeyd dərc edilmir.",
    en="The record has {count} errors: a record with an error is not published.",
    ru="В записи ошибок: {count}. Запись с ошибками не публикуется.",
)
SEEN_OTHER = Text(
    az="Siz yoxlayandan sonra layihə dəyişib.",
    en="The project has changed since you checked it.",
    ru="Проект изменился после проверки.",
)
CHECK_AGAIN = Text(
    az="Yeni vəziyyəti yoxlayın və yenidən dərc edin.",
    en="Check the new state and publish again.",
    ru="Проверьте новое состояние и опубликуйте снова.",
)
NO_ADDRESS = Text(
    az="Xidmətin ictimai ünvanı təyin edilməyib: fayldakı sənədlər açılmazdı.",
    en="The public address of the service is not set: documents in the file would not open.",
    ru="Публичный адрес службы не задан: документы из файла не открывались бы.",
)
SET_ADDRESS = Text(
    az="İnzibatçı KORPU_SITE_URL parametrində https:// ilə başlayan ünvanı göstərməlidir.",
    en="An administrator names it in KORPU_SITE_URL, beginning with https://.",
    ru="Администратор указывает его в KORPU_SITE_URL, начиная с https://.",
)
SAME = Text(
    az="Son dərc edilmiş versiyadan fərq yoxdur.",
    en="Nothing differs from the version published last.",
    ru="Отличий от последней опубликованной версии нет.",
)


def fingerprint(record: Activity | Organisation) -> str:
    """What a record says, whenever it is written: SHA-256 without the moment of writing."""
    content = write_record(replace(record, last_updated_datetime=None))
    return hashlib.sha256(content.encode()).hexdigest()


@transaction.atomic
def publish_project_record(
    *, project: Project, base_url: str, seen: str, actor: Actor, at: datetime
) -> PublishedRecord:
    """Publish a project's record as it was checked.

    Args:
        project: whose record.
        base_url: where this site answers, for the addresses of documents.
        seen: the fingerprint of the record that was checked.
        actor: who publishes.
        at: when.

    Raises:
        NotPermitted: the actor does not publish here.
        NotPossibleNow: the site has no public address, the project is not public, the record has
            an error, or says nothing new.
        Conflict: the record is not the one that was checked.
    """
    actor.check(PUBLISH, compartment_id=project.compartment_id)
    _check_address(base_url)
    locked = Project.objects.select_for_update(of=("self",)).get(pk=project.pk)
    if not locked.is_published:
        raise NotPossibleNow(NOT_PUBLIC)
    record = project_activity(locked.code, for_actor=actor, base_url=base_url, at=at)
    return _publish(record, locked, seen, actor, at)


@transaction.atomic
def publish_organisation_record(*, seen: str, actor: Actor, at: datetime) -> PublishedRecord:
    """Publish the record of the reporting organisation.

    Raises:
        NotPermitted, NotPossibleNow, Conflict: as in :func:`publish_project_record`.
    """
    if not actor.compartments_with(PUBLISH):
        raise NotPermitted(
            Text(
                az="Bunu yalnız proqram direktoru dərc edə bilər.",
                en="Only a programme director may publish this.",
                ru="Опубликовать это может только директор программы.",
            )
        )
    return _publish(organisation_record(at=at), None, seen, actor, at)


def publish_iati(code: str, *, base_url: str, actor: Actor, at: datetime) -> PublishedRecord:
    """Publish a project's record as it is now, without anybody looking first.

    Args:
        code: the project's; empty: the record of the reporting organisation.
        base_url: where this site answers, for the addresses of documents.
        actor: who publishes.
        at: when.

    Raises:
        NotFound: there is no such project for this actor.
        NotPermitted, NotPossibleNow: as in :func:`publish_project_record`.
    """
    if not code:
        seen = fingerprint(organisation_record(at=at))
        return publish_organisation_record(seen=seen, actor=actor, at=at)
    record = project_activity(code, for_actor=actor, base_url=base_url, at=at)
    return publish_project_record(
        project=Project.objects.get(code=code),
        base_url=base_url,
        seen=fingerprint(record),
        actor=actor,
        at=at,
    )


def _check_address(base_url: str) -> None:
    """Refuse what no reader of the file could open; a trial may answer on its own machine."""
    address = urlsplit(base_url)
    on_this_machine = address.hostname in {None, "localhost", "127.0.0.1", "::1"}
    real = settings.KORPU_MODE == "production"
    if address.scheme not in {"http", "https"} or not address.hostname:
        raise NotPossibleNow(NO_ADDRESS, SET_ADDRESS)
    if real and on_this_machine:
        raise NotPossibleNow(NO_ADDRESS, SET_ADDRESS)


def _publish(
    record: Activity | Organisation,
    project: Project | None,
    seen: str,
    actor: Actor,
    at: datetime,
) -> PublishedRecord:
    if fingerprint(record) != seen:
        raise Conflict(SEEN_OTHER, CHECK_AGAIN)
    findings = check_record(record, now=at)
    errors = sum(map(is_error, findings))
    if errors:
        raise NotPossibleNow(FAULTS.format(count=errors))
    last = PublishedRecord.objects.filter(project=project).order_by("-number").first()
    if last is not None and last.said == seen:
        raise NotPossibleNow(SAME)
    content = write_record(record, indent=1)
    return PublishedRecord.objects.create(
        project=project,
        number=1 if last is None else last.number + 1,
        identifier=_identifier(record),
        content=content,
        sha256=hashlib.sha256(content.encode()).hexdigest(),
        said=seen,
        warnings=len(findings),
        published_at=at,
        published_by=actor.user,
    )


def _identifier(record: Activity | Organisation) -> str:
    if isinstance(record, Organisation):
        return record.organisation_identifier or ""
    return (record.iati_identifier and record.iati_identifier.text) or ""
