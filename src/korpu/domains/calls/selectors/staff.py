"""What those who run a call read."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from korpu.domains.calls import sentences
from korpu.domains.calls.history import timeline
from korpu.domains.calls.models import (
    Application,
    ApplicationDocument,
    Assessor,
    AssessorConflict,
    Award,
    Call,
    Candidate,
    Condition,
    Contract,
    ContractPerson,
    Decision,
    Finding,
    Notice,
    Objection,
    Post,
    Question,
)
from korpu.domains.calls.selectors.applicant import documents_of
from korpu.domains.programmes.api import project_choices
from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.audit.api import record_reading
from korpu.foundations.organisations.models import Organisation
from korpu.foundations.ui.items import TimelineItem
from korpu.kernel.errors import NotFound

LIST_LIMIT = 500
READ_CALL = "calls.call.read"
READ_APPLICATION = "calls.application.read"


@dataclass(frozen=True)
class ApplicationFile:
    """An application with everything the staff read of it."""

    application: Application
    candidates: Sequence[Candidate]
    documents: Sequence[ApplicationDocument]
    conditions: Sequence[Condition]
    findings: Sequence[Finding]
    notices: Sequence[Notice]
    history: Sequence[TimelineItem]
    objection: Objection | None
    decision: Decision | None
    conflicts: Sequence[AssessorConflict]


def staff_calls(*, for_actor: Actor, status: str = "") -> QuerySet[Call]:
    """Calls of the actor's compartments; for paging."""
    found = Call.objects.filter(compartment__in=for_actor.compartments_with(READ_CALL))
    return found.filter(status=status) if status else found


def staff_call(*, number: str, for_actor: Actor) -> Call:
    """A call the actor runs.

    Raises:
        NotFound: none that this actor may know of.
    """
    found = staff_calls(for_actor=for_actor).filter(number=number)
    call = found.select_related("compartment__office__organisation").first()
    if call is None:
        raise NotFound(sentences.NO_CALL)
    return call


def applications_of(call: Call, *, for_actor: Actor, status: str = "") -> QuerySet[Application]:
    """Submitted applications; for paging. Drafts are nobody's but their authors'."""
    allowed = for_actor.compartments_with(READ_APPLICATION)
    found = Application.objects.filter(
        call=call, compartment__in=allowed, submitted_at__isnull=False
    )
    return found.filter(status=status) if status else found


def find_application(*, uuid: UUID, for_actor: Actor) -> Application:
    """A submitted application, for an act on it; no reading is recorded.

    Raises:
        NotFound: none that this actor may know of.
    """
    allowed = for_actor.compartments_with(READ_APPLICATION)
    found = (
        Application.objects.select_related("call__compartment__office__organisation")
        .filter(uuid=uuid, compartment__in=allowed, submitted_at__isnull=False)
        .first()
    )
    if found is None:
        raise NotFound(sentences.NOT_FOUND_APPLICATION)
    return found


def application_file(*, uuid: UUID, for_actor: Actor) -> ApplicationFile:
    """A submitted application with its parts; the reading is recorded.

    Raises:
        NotFound: none that this actor may know of.
    """
    application = find_application(uuid=uuid, for_actor=for_actor)
    note_reading(application, for_actor, "application")
    return ApplicationFile(
        application=application,
        candidates=list(application.candidates.select_related("post")),
        documents=documents_of(application),
        conditions=list(application.call.conditions.all()),
        findings=list(application.findings.select_related("condition")),
        notices=list(application.notices.select_related("file")),
        history=timeline(list(application.steps.select_related("actor")), with_names=True),
        objection=Objection.objects.filter(application=application).first(),
        decision=Decision.objects.filter(application=application).select_related("post").first(),
        conflicts=list(application.conflicts.select_related("assessor__user")),
    )


def note_reading(application: Application, actor: Actor, purpose: str) -> None:
    """Record that somebody read an application, which names people."""
    record_reading(
        actor=actor,
        object_type="calls.application",
        object_uuid=application.uuid,
        purpose=purpose,
        compartment_id=application.compartment_id,
    )


def staff_document(*, uuid: UUID, for_actor: Actor) -> ApplicationDocument:
    """A file of a submitted application; the reading is recorded.

    Raises:
        NotFound: none that this actor may know of.
    """
    allowed = for_actor.compartments_with(READ_APPLICATION)
    found = (
        ApplicationDocument.objects.select_related("application", "file")
        .filter(uuid=uuid, removed_at=None, application__compartment__in=allowed)
        .first()
    )
    if found is None:
        raise NotFound(sentences.NOT_FOUND_APPLICATION)
    note_reading(found.application, for_actor, "document")
    return found


def staff_notice(*, uuid: UUID, for_actor: Actor) -> Notice:
    """A letter to an applicant; the reading is recorded.

    Raises:
        NotFound: none that this actor may know of.
    """
    allowed = for_actor.compartments_with(READ_APPLICATION)
    found = (
        Notice.objects.select_related("application", "file")
        .filter(uuid=uuid, application__compartment__in=allowed)
        .first()
    )
    if found is None:
        raise NotFound(sentences.NOT_FOUND_APPLICATION)
    note_reading(found.application, for_actor, "letter")
    return found


def questions_of(call: Call) -> list[Question]:
    """Every question of a call, the unanswered first."""
    return list(call.questions.order_by("answered_at", "asked_at")[:LIST_LIMIT])


def get_question(*, uuid: UUID, for_actor: Actor) -> Question:
    """One question of a call the actor runs.

    Raises:
        NotFound: none that this actor may know of.
    """
    allowed = for_actor.compartments_with("calls.call.edit")
    found = (
        Question.objects.select_related("call")
        .filter(uuid=uuid, call__compartment__in=allowed)
        .first()
    )
    if found is None:
        raise NotFound(sentences.NO_CALL)
    return found


def assessors_of(call: Call) -> list[Assessor]:
    """Everybody appointed and not removed, with conflicts."""
    there = call.assessors.filter(removed_at=None).select_related("user")
    return list(there.prefetch_related("conflicts__application"))


def get_assessor(*, uuid: UUID, for_actor: Actor) -> Assessor:
    """One appointment in a call the actor runs.

    Raises:
        NotFound: none that this actor may know of.
    """
    allowed = for_actor.compartments_with("calls.assessor.appoint")
    found = (
        Assessor.objects.select_related("call")
        .filter(uuid=uuid, call__compartment__in=allowed, removed_at=None)
        .first()
    )
    if found is None:
        raise NotFound(sentences.NO_CALL)
    return found


def decisions_of(call: Call) -> list[Decision]:
    """What is proposed or decided, the best rank first."""
    found = Decision.objects.filter(application__call=call)
    return list(
        found.select_related("application", "post", "proposed_by", "approved_by").order_by("rank")
    )


def objections_of(call: Call) -> list[Objection]:
    """Every objection of a call, the undecided first."""
    found = Objection.objects.filter(application__call=call)
    return list(found.select_related("application").order_by("ruled_at", "lodged_at"))


def get_objection(*, uuid: UUID, for_actor: Actor) -> Objection:
    """One objection in a call the actor decides on.

    Raises:
        NotFound: none that this actor may know of.
    """
    allowed = for_actor.compartments_with("calls.decision.approve")
    found = (
        Objection.objects.select_related("application__call__compartment__office__organisation")
        .filter(uuid=uuid, application__compartment__in=allowed)
        .first()
    )
    if found is None:
        raise NotFound(sentences.NOT_FOUND_APPLICATION)
    return found


def contracts_of(call: Call) -> list[Contract]:
    """Every contract of a call, with its people."""
    found = Contract.objects.filter(application__call=call)
    return list(
        found.select_related("application", "post", "organisation").prefetch_related("people")
    )


def get_contract(*, uuid: UUID, for_actor: Actor) -> Contract:
    """One contract of a call the actor runs.

    Raises:
        NotFound: none that this actor may know of.
    """
    allowed = for_actor.compartments_with(READ_CALL)
    found = (
        Contract.objects.select_related(
            "application__call__compartment__office__organisation",
            "post",
            "organisation",
            "work_compartment__office",
            "signed_by",
            "ended_by",
        )
        .filter(uuid=uuid, compartment__in=allowed)
        .first()
    )
    if found is None:
        raise NotFound(sentences.NOT_FOUND_APPLICATION)
    return found


def people_of(contract: Contract) -> list[ContractPerson]:
    """Who works under a contract."""
    return list(contract.people.all())


def to_contract(call: Call) -> list[Application]:
    """Selected organisations without a contract."""
    found = Application.objects.filter(call=call, status="awarded")
    return list(found.select_related("award__post").order_by("reference"))


def known_ngos() -> list[Organisation]:
    """Organisations a contract can be signed with, besides a new one."""
    return list(Organisation.objects.filter(kind="ngo", active_until=None)[:LIST_LIMIT])


def workplaces() -> list[Compartment]:
    """Compartments in which a coordinator can work."""
    found = Compartment.objects.filter(business="assistance", office__organisation__kind="service")
    return list(found.select_related("office").order_by("pk"))


def own_projects(*, for_actor: Actor) -> list[tuple[str, str]]:
    """Projects under which the actor may draft a call: key and title."""
    return project_choices(for_actor=for_actor)


def post_of(application: Application) -> Post:
    """The post a selected organisation is to be contracted for.

    Raises:
        NotFound: it is not selected.
    """
    award = Award.objects.filter(application=application).select_related("post").first()
    if award is None:
        raise NotFound(sentences.NOT_FOUND_APPLICATION)
    return award.post
