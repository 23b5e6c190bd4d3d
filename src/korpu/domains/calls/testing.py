"""Calls and applications for tests of every room, made through the services."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from django.core.files.base import ContentFile

from korpu.domains.calls.access import fingerprint, holding
from korpu.domains.calls.models import Application, Assessor, Call, Condition, Criterion
from korpu.domains.calls.services import applications, assessing, calls, deciding, eligibility
from korpu.domains.calls.services.applications import ApplicationData, CandidateData
from korpu.domains.programmes.api import Project, load_projects
from korpu.foundations.accounts.api import (
    NOBODY,
    Actor,
    acting,
    actor_of,
    jurisdiction_folder,
    system_actor,
)
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.accounts.services import load_organisations
from korpu.foundations.accounts.testing import make_office, make_user
from korpu.foundations.ui import pdf
from korpu.kernel.texts import Text

START = datetime(2026, 3, 2, 8, tzinfo=UTC)
CLOSES = datetime(2026, 3, 31, 14, tzinfo=UTC)
AFTER = CLOSES + timedelta(days=1)
TERM_DAYS = 10
LATER = AFTER + timedelta(days=TERM_DAYS + 3)
"""After the time to object, whose last day is a Saturday and so becomes the Monday."""

WORDS = {"text_az": "Mətn", "text_en": "Text", "text_ru": "Текст"}


def load_project(code: str) -> Project:
    """One of the jurisdiction's projects, loaded with the others and their bodies."""
    folder = jurisdiction_folder()
    with acting(system_actor()) as system:
        load_organisations(file=folder / "organisations.yaml", actor=system)
        load_projects(folder / "projects", actor=system, at=START)
        return Project.objects.get(code=code)


@dataclass(frozen=True)
class Committee:
    """The people who run a call."""

    manager: Actor
    director: Actor
    first: Actor
    second: Actor

    @property
    def assessors(self) -> tuple[Actor, Actor]:
        return self.first, self.second


def make_committee() -> Committee:
    """A manager, a director and two assessors of one office."""
    office = make_office("sms-projects")
    made = [
        actor_of(make_user(role=role, office=office))
        for role in ("project_manager", "programme_director", "assessor", "assessor")
    ]
    return Committee(*made)


def call_data(**changed: object) -> calls.CallData:
    """A complete call, with some fields changed."""
    given: dict[str, object] = {
        "title_az": "Mentorlar üçün müsabiqə",
        "title_en": "A call for mentors",
        "title_ru": "Конкурс наставников",
        **WORDS,
        "contact": "calls@example.az",
        "closes_at": CLOSES,
        "objection_days": TERM_DAYS,
    }
    return calls.CallData(**given | changed)  # type: ignore[arg-type]  # the test's own values


def correction_note() -> Text:
    """What a correction says of itself."""
    return Text(az="Müddət uzadıldı.", en="The time was extended.", ru="Срок продлён.")


def make_draft(
    team: Committee, *, number: str = "TST-2026-01", project: UUID | None = None
) -> Call:
    """A draft with one coordinator's and two mentors' posts, two criteria and one document."""
    compartment_id = team.manager.held[0].compartment_id
    with acting(team.manager):
        call = calls.create_call(
            number=number,
            project_uuid=project or uuid4(),
            compartment=Compartment.objects.get(pk=compartment_id),
            data=call_data(),
            actor=team.manager,
            at=START,
        )
        for kind, values in (
            ("posts", {"kind": "coordinator", "places": 1, **WORDS}),
            ("posts", {"kind": "mentor", "places": 2, **WORDS}),
            ("conditions", WORDS),
            ("criteria", {"weight": 60, "scale_max": 10, **WORDS}),
            ("criteria", {"weight": 40, "scale_max": 5, **WORDS}),
            ("documents", {"is_required": True, **WORDS}),
        ):
            calls.add_part(call=call, kind=kind, values=values, actor=team.manager)
    return call


def make_call(
    team: Committee,
    *,
    number: str = "TST-2026-01",
    closes_at: datetime = CLOSES,
    project: UUID | None = None,
) -> Call:
    """A published call."""
    call = make_draft(team, number=number, project=project)
    with acting(team.manager):
        data = call_data(closes_at=closes_at)
        calls.change_call(call=call, data=data, actor=team.manager)
    with acting(team.director):
        return calls.publish_call(call=call, actor=team.director, at=START)


@dataclass(frozen=True)
class Applicant:
    """Who holds a link."""

    secret: str
    application: Application


def begin(call: Call, email: str = "ngo@example.az", *, at: datetime = START) -> Applicant:
    """A draft and the secret of its link."""
    links: list[str] = []

    def link_of(secret: str) -> str:
        links.append(secret)
        return f"https://korpu.example/apply/{secret}/"

    with acting(NOBODY):
        applications.send_link(call=call, email=email, language="en", link_of=link_of, at=at)
    return Applicant(links[0], opened(links[0]))


def opened(secret: str) -> Application:
    """The application as the holder of the link finds it."""
    with acting(NOBODY), holding(secret):
        return Application.objects.select_related("call__compartment__office__organisation").get(
            key_sha256=fingerprint(secret)
        )


def fill_in(
    one: Applicant,
    *,
    tax_number: str = "1234567891",
    approach: str = "Visits.",
    post: str = "mentor",
    at: datetime = START,
) -> None:
    """Everything an application needs, a person for the post and a document among it."""
    call = one.application.call
    with acting(NOBODY), holding(one.secret):
        sought = call.posts.get(kind=post)
        saved = applications.save_application(
            application=one.application,
            data=complete(registration_number=tax_number, approach=approach),
            candidates=[CandidateData(sought, "Aytən Sınaq", f"aytan{tax_number}@example.az")],
            expected_version=1,
            at=at,
        )
        applications.add_document(
            application=saved,
            asked=call.asked_documents.first(),
            upload=ContentFile(a_pdf(), name="charter.pdf"),
            at=at,
        )


def complete(**changed: object) -> ApplicationData:
    """A complete application, with some fields changed."""
    given: dict[str, object] = {
        "organisation_name": "Sınaq İctimai Birliyi",
        "registration_number": "1234567891",
        "address": "Bakı, Nizami küçəsi 1",
        "contact_name": "Aytən Sınaq",
        "experience": "Ten years.",
        "approach": "Visits.",
        "has_conflict": False,
        "signed_by": "Aytən Sınaq",
    }
    return ApplicationData(**given | changed)  # type: ignore[arg-type]  # the test's own values


def a_pdf() -> bytes:
    """A small, sound PDF."""
    keys = {"sender": {"name": "x"}, "addressee": {"name": "x"}}
    data = {"number": "1", "date": date(2026, 3, 1), "subject": "Charter", **keys}
    return pdf.render(pdf.PLAIN_LETTER, data, "en", at=START)


def apply(
    call: Call,
    email: str = "ngo@example.az",
    *,
    tax_number: str = "1234567891",
    approach: str = "Visits.",
    post: str = "mentor",
) -> Applicant:
    """A submitted application."""
    one = begin(call, email)
    fill_in(one, tax_number=tax_number, approach=approach, post=post)
    with acting(NOBODY), holding(one.secret):
        applications.submit_application(application=one.application, at=START)
    return Applicant(one.secret, opened(one.secret))


def close(call: Call, team: Committee) -> Call:
    """The call after its term, with two assessors appointed."""
    with acting(team.manager):
        closed = calls.close_call(call=call, actor=team.manager, at=AFTER)
        for assessor in team.assessors:
            assessing.appoint_assessor(
                call=closed, user=assessor.user, actor=team.manager, at=AFTER
            )
    return closed


def find_eligible(one: Applicant, team: Committee) -> None:
    """Every condition met."""
    with acting(team.manager):
        eligibility.declare_eligibility(
            application=seen_by(team.manager, one),
            findings={
                condition.pk: eligibility.FindingData(is_met=True)
                for condition in Condition.objects.filter(call=one.application.call)
            },
            reasons="",
            actor=team.manager,
            at=AFTER,
        )


def seen_by(actor: Actor, one: Applicant) -> Application:
    """The application as somebody of the staff or an assessor reads it."""
    with acting(actor):
        return Application.objects.select_related("call__compartment__office__organisation").get(
            pk=one.application.pk
        )


def score(
    one: Applicant, assessor: Actor, points: Mapping[int, int], *, locked: bool = True
) -> None:
    """A whole sheet, locked unless said otherwise; ``points`` by weight of the criterion."""
    application = seen_by(assessor, one)
    with acting(assessor):
        criteria = {one.weight: one.pk for one in Criterion.objects.filter(call=application.call)}
        assessing.save_sheet(
            application=application,
            points={criteria[weight]: assessing.Points(given) for weight, given in points.items()},
            comment="",
            expected_version=0,
            actor=assessor,
            at=AFTER,
        )
        if locked:
            assessing.lock_sheet(application=application, actor=assessor, at=AFTER)


def declare_none(call: Call, assessor: Actor) -> None:
    """The assessor declares that there is no conflict."""
    with acting(assessor):
        assessing.declare_conflicts(
            assessor=Assessor.objects.select_related("call").get(
                call=call, user_id=assessor.user_id
            ),
            conflicts={},
            actor=assessor,
            at=AFTER,
        )


def decide(call: Call, team: Committee, outcomes: Mapping[int, deciding.Proposal]) -> Call:
    """Proposed by the manager, taken by the director."""
    with acting(team.manager):
        deciding.propose_decisions(call=call, proposals=outcomes, actor=team.manager, at=AFTER)
    with acting(team.director):
        return deciding.approve_decisions(call=call, actor=team.director, at=AFTER)
