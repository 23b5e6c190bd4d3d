"""Calls held before this system, as the files of the jurisdiction tell of them."""

from datetime import datetime

from django.db import transaction

from korpu.domains.calls.enums import CallStatus, PostKind
from korpu.domains.calls.models import Call, Post
from korpu.domains.programmes.api import DeclaredCall, Project, declared_projects
from korpu.kernel.texts import Text


@transaction.atomic
def load_past_calls(*, at: datetime) -> int:
    """Bring the declared past calls into the tables; loading again changes nothing.

    What the source does not state stays empty. Projects that are not there yet are passed over.
    Returns how many calls are there.
    """
    loaded = 0
    for declared in declared_projects():
        project = Project.objects.filter(code=declared.code).first()
        if project is None:
            continue
        for place, call in enumerate(declared.calls, start=1):
            _load(project, call, f"{project.code}-{place}".upper(), at)
            loaded += 1
    return loaded


def _load(project: Project, declared: DeclaredCall, number: str, at: datetime) -> None:
    if Call.objects.filter(number=number).exists():
        return
    text = _said(declared)
    call = Call.objects.create(
        number=number,
        project_uuid=project.uuid,
        compartment_id=project.compartment_id,
        status=CallStatus.DECIDED if declared.outcome else CallStatus.CLOSED,
        is_historical=True,
        source=", ".join(declared.statements),
        published_at=at,
        created_at=at,
        **{f"title_{lang}": words for lang, words in declared.title.as_dict().items()},
        **{f"text_{lang}": words for lang, words in text.as_dict().items()},
    )
    for place, (kind, count) in enumerate(declared.posts, start=1):
        Post.objects.create(
            call=call,
            position=place,
            kind=PostKind(kind),
            places=count,
            **{f"text_{lang}": words for lang, words in declared.title.as_dict().items()},
        )


def _said(declared: DeclaredCall) -> Text:
    """Outcome and note in one paragraph, as the source states them."""
    parts = [one.as_dict() for one in (declared.outcome, declared.note) if one is not None]
    return Text(**{lang: "\n\n".join(one[lang] for one in parts) for lang in ("az", "en", "ru")})
