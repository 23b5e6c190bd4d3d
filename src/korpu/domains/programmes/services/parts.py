"""Adding, changing, taking out and putting back the parts of a project."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction

from korpu.domains.programmes.enums import ApprovalState, ChangeKind
from korpu.domains.programmes.models import Approved, Claim, Declared, Part, Period, Project
from korpu.domains.programmes.policies import check_part, check_removal
from korpu.domains.programmes.services.history import record_change, told
from korpu.domains.programmes.services.proposals import propose_instead, take_back
from korpu.engines.azeri import slug
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import Conflict, InvalidInput, NotPossibleNow
from korpu.kernel.texts import Text

P = TypeVar("P", bound=Part)
EDIT = "programmes.project.edit"
KEY_LENGTH = 60

CHANGED_MEANWHILE = Text(
    az="Bu məlumatı siz açandan sonra başqası dəyişib.",
    en="Somebody changed this after you had opened it.",
    ru="Кто-то изменил эти сведения после того, как вы их открыли.",
)
COMPARE = Text(
    az="Hər iki variant göstərilir. Öz variantınızı saxlamaq üçün yenidən göndərin.",
    en="Both versions are shown. To keep yours, send it again.",
    ru="Показаны обе версии. Чтобы сохранить свою, отправьте её ещё раз.",
)
TAKEN_OUT = Text(
    az="Bu hissə çıxarılıb. Əvvəlcə onu geri qaytarın.",
    en="This part was taken out. Put it back first.",
    ru="Эта часть исключена. Сначала верните её.",
)
APPROVED_MONEY = Text(
    az="Təsdiq edilmiş məbləğ çıxarılmır: yerinə səbəbi göstərilən yeni məbləğ təklif edin.",
    en="Approved money is not taken out: propose another amount in its place, with the reason.",
    ru="Утверждённая сумма не исключается: предложите вместо неё другую с обоснованием.",
)
KEY_TAKEN = Text(
    az="Bu qısa ad artıq istifadə olunub.",
    en="This short name is taken.",
    ru="Это краткое имя занято.",
)


@transaction.atomic
def add_part(
    *,
    model: type[P],
    project: Project,
    values: Mapping[str, Any],
    actor: Actor,
    at: datetime,
    key: str = "",
) -> P:
    """Add a part to a project. Money is only proposed; a typed figure waits for approval.

    ``key`` is its short name within the project, made from its title when empty.

    Raises:
        NotPermitted: the actor does not keep this project.
        InvalidInput: with the fields at fault.
    """
    actor.check(EDIT, compartment_id=project.compartment_id)
    part = model(project=project, **values)
    part.key = key or _free_key(model, project, str(part))
    if model._default_manager.filter(project=project, key=part.key).exists():  # noqa: SLF001  Django's public door to any model
        raise InvalidInput(KEY_TAKEN, fields={"key": KEY_TAKEN})
    _prepare(part, {}, actor)
    check_part(part)
    part.save()
    record_change(row=part, kind=ChangeKind.ADDED, before={}, actor=actor, at=at)
    return part


@transaction.atomic
def change_part(
    *, part: P, values: Mapping[str, Any], revision: int, actor: Actor, at: datetime
) -> P:
    """Change a part as somebody read it.

    Approved money stays until a new proposal, made here, is approved in its place; the proposal is
    returned. An approved figure stays likewise; what changes it waits beside it, and the period is
    returned. ``revision`` is the part's when it was opened.

    Raises:
        NotPermitted: the actor does not keep this project.
        Conflict: somebody changed it since; ``facts["revision"]`` is today's.
        NotPossibleNow: it was taken out.
        InvalidInput: with the fields at fault.
    """
    locked = _locked(part, revision, actor)
    if isinstance(locked, Approved) and locked.state == ApprovalState.APPROVED:
        return add_part(
            model=type(locked),
            project=locked.project,
            values={**values, "replaces": locked},
            actor=actor,
            at=at,
        )
    if isinstance(locked, Period) and locked.approved_at is not None:
        values = propose_instead(period=locked, values=values, actor=actor, at=at)
    before = told(locked)
    for name, value in values.items():
        setattr(locked, name, value)
    if told(locked) == before:
        return locked
    _prepare(locked, before, actor)
    check_part(locked)
    locked.revision += 1
    locked.save()
    record_change(row=locked, kind=ChangeKind.CHANGED, before=before, actor=actor, at=at)
    return locked


@transaction.atomic
def remove_part(*, part: P, revision: int, actor: Actor, at: datetime) -> P:
    """Take a part out; it can be put back.

    Raises:
        NotPermitted, Conflict, NotPossibleNow: as in :func:`change_part`; approved money stays.
    """
    locked = _locked(part, revision, actor)
    if isinstance(locked, Approved) and locked.state == ApprovalState.APPROVED:
        raise NotPossibleNow(APPROVED_MONEY)
    check_removal(locked)
    _refuse_while_used(locked)
    before = told(locked)
    if isinstance(locked, Period):
        take_back(period=locked, at=at)
    locked.removed_at = at
    locked.revision += 1
    locked.save()
    record_change(row=locked, kind=ChangeKind.REMOVED, before=before, actor=actor, at=at)
    return locked


@transaction.atomic
def put_back_part(*, part: P, actor: Actor, at: datetime) -> P:
    """Undo taking a part out.

    Raises:
        NotPermitted: the actor does not keep this project.
        InvalidInput: it no longer fits beside what was added since.
    """
    actor.check(EDIT, compartment_id=part.project.compartment_id)
    locked = type(part)._default_manager.select_for_update().get(pk=part.pk)  # noqa: SLF001  the same
    before = told(locked)
    locked.removed_at = None
    check_part(locked)
    locked.revision += 1
    locked.save()
    record_change(row=locked, kind=ChangeKind.PUT_BACK, before=before, actor=actor, at=at)
    return locked


def _locked(part: P, revision: int, actor: Actor) -> P:
    actor.check(EDIT, compartment_id=part.project.compartment_id)
    locked = type(part)._default_manager.select_for_update().get(pk=part.pk)  # noqa: SLF001  the same
    if locked.revision != revision:
        raise Conflict(CHANGED_MEANWHILE, COMPARE, facts={"revision": locked.revision})
    if locked.removed_at is not None:
        raise NotPossibleNow(TAKEN_OUT)
    return locked


def _prepare(part: Part, before: Mapping[str, Any], actor: Actor) -> None:
    """Who proposes money or enters a figure; a new figure waits for approval again."""
    if isinstance(part, Approved):
        part.state, part.proposed_by, part.decided_by, part.decided_at = (
            ApprovalState.PROPOSED,
            actor.user,
            None,
            None,
        )
    if isinstance(part, Claim):
        _share_point(part, before)
    now = told(part)
    told_of_figure = ("actual", "actual_state", "splits", "first", "last")
    if isinstance(part, Period) and any(before.get(one) != now[one] for one in told_of_figure):
        part.entered_by, part.approved_by, part.approved_at = actor.user, None, None


def _share_point(claim: Claim, before: Mapping[str, Any]) -> None:
    """Claims of one point share its words; one that moves to another point is followed no more."""
    others = Claim.objects.filter(project=claim.project, point=claim.point).exclude(pk=claim.pk)
    if other := others.first():
        claim.point_az, claim.point_en = other.point_az, other.point_en
        claim.point_ru = other.point_ru
    if before.get("point", claim.point) != claim.point:
        claim.is_followed = False
        claim.reason_az = claim.reason_en = claim.reason_ru = ""


USED = Text(
    az="Buna bağlı başqa hissələr var: {parts}. Əvvəlcə onları dəyişin və ya çıxarın.",
    en="Other parts depend on it: {parts}. Change them or take them out first.",
    ru="От неё зависят другие части: {parts}. Сначала измените или исключите их.",
)


def _refuse_while_used(part: Part) -> None:
    """A part others point at stays: nothing may hang in the air."""
    if users := users_of(part):
        raise NotPossibleNow(USED.format(parts="; ".join(users)))


def users_of(row: Declared) -> list[str]:
    """What rests on a row and was not taken out, a few of each kind, in words."""
    users = []
    for field in type(row)._meta.get_fields(include_hidden=True):  # noqa: SLF001  Django's documented door
        model = field.related_model
        if not (field.auto_created and field.one_to_many and isinstance(model, type)):
            continue
        if issubclass(model, Declared) and not (
            issubclass(model, Approved) and isinstance(row, Part)
        ):
            name = field.field.name  # type: ignore[union-attr]  # a reverse relation has its field
            rows = model._default_manager.filter(**{name: row}, removed_at__isnull=True)  # noqa: SLF001  the same
            users += [str(one) for one in rows[:3]]
    return users


def _free_key(model: type[Part], project: Project, words: str) -> str:
    stem = slug(words)[:KEY_LENGTH].strip("-") or model.__name__.lower()
    taken = set(
        model._default_manager.filter(project=project, key__startswith=stem).values_list(  # noqa: SLF001  the same
            "key", flat=True
        )
    )
    number = 1
    key = stem
    while key in taken:
        number += 1
        key = f"{stem}-{number}"
    return key
