"""A contract gives a selected organisation its roles for its term, and takes them back with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from korpu.domains.calls import letter_words, sentences
from korpu.domains.calls.engagement import ContractEnded, tell
from korpu.domains.calls.enums import (
    ROLE_OF_POST,
    ApplicationStatus,
    CallStatus,
    NoticeKind,
    PostKind,
)
from korpu.domains.calls.models import (
    Application,
    Award,
    Call,
    Candidate,
    Contract,
    ContractPerson,
    Objection,
)
from korpu.domains.calls.projects import last_day_of
from korpu.domains.calls.services.checks import day, move, needed, refuse
from korpu.domains.calls.services.letters import Letter, send_letter
from korpu.domains.calls.terms import last_day_now
from korpu.foundations.accounts.api import Actor, acting, system_actor
from korpu.foundations.accounts.models import Compartment, RoleGrant, User
from korpu.foundations.accounts.services import (
    end_grant,
    grant_role,
    make_user,
    open_compartment,
    send_invitation,
)
from korpu.foundations.organisations.api import (
    Office,
    OfficeData,
    Organisation,
    OrganisationData,
    OrganisationKind,
    save_office,
    save_organisation,
)
from korpu.kernel.errors import Conflict, NotPossibleNow

COUNTRY = "AZE"
BUSINESS = {PostKind.MENTOR: "mentoring"}
"""A mentor works in the organisation's own compartment; a coordinator in one of the service's."""


@dataclass(frozen=True, slots=True)
class ContractData:
    """What is agreed.

    Attributes:
        valid_until: last day, inclusive.
        deliverables: one per line.
        candidates: who works under the contract, of those proposed for the post.
        organisation: the body as the system knows it; None: it is entered from the application.
        workplace: for a coordinator the compartment whose support cases are run.
    """

    valid_from: date
    valid_until: date
    deliverables: str
    candidates: Sequence[Candidate]
    organisation: Organisation | None = None
    workplace: Compartment | None = None


@transaction.atomic
def sign_contract(
    *, application: Application, data: ContractData, site: str, actor: Actor, at: datetime
) -> Contract:
    """Record the contract and give its people the one role of the post, for its term.

    Whoever has no account yet is invited by e-mail.

    ``site``: address of the installation, for invitations.

    Raises:
        NotPermitted: the actor does not sign there.
        NotPossibleNow: not selected, the term to object runs, or an objection is undecided.
        InvalidInput: a date or a person cannot be right.
        Conflict: an address belongs to another organisation, or a role stands beside another badly.
    """
    actor.check("calls.contract.sign", compartment_id=application.compartment_id)
    call = Call.objects.select_for_update().get(pk=application.call_id)
    locked = Application.objects.select_for_update().get(pk=application.pk)
    if locked.status != ApplicationStatus.AWARDED or call.status != CallStatus.DECIDED:
        raise NotPossibleNow(sentences.WRONG_APPLICATION_STATUS)
    check_term_over(call, on=timezone.localdate(at))
    post = Award.objects.select_related("post").get(application=locked).post
    kind = PostKind(post.kind)
    _check_data(call, data, kind)
    number = f"{locked.reference}-C"
    with acting(system_actor()) as system:
        organisation, compartment = _workplace(locked, data, kind, system)
        people = [
            _engage(
                one,
                data,
                compartment,
                _Terms(kind, number, site, organisation),
                system=system,
                at=at,
            )
            for one in data.candidates
        ]
    contract = Contract.objects.create(
        number=number,
        application=locked,
        compartment_id=locked.compartment_id,
        post=post,
        organisation=organisation,
        work_compartment=compartment,
        valid_from=data.valid_from,
        valid_until=data.valid_until,
        deliverables=data.deliverables.strip(),
        signed_by_id=actor.user_id,
        signed_at=at,
    )
    ContractPerson.objects.bulk_create(
        ContractPerson(contract=contract, user=user, full_name=name, grant_id=grant.pk)
        for user, name, grant in people
    )
    move(locked, act="sign_contract", status=ApplicationStatus.CONTRACTED, actor=actor, at=at)
    send_letter(application=locked, letter=_letter(contract), actor=actor, at=at)
    _finish(call)
    return contract


@transaction.atomic
def end_contract(*, contract: Contract, reason: str, actor: Actor, at: datetime) -> Contract:
    """End a contract at once: the roles it gave and the cases shared under them end with it.

    Raises:
        NotPermitted: the actor does not sign there.
        NotPossibleNow: it has ended already.
        InvalidInput: no reason.
    """
    actor.check("calls.contract.sign", compartment_id=contract.compartment_id)
    words = needed(reason, "reason")
    locked = Contract.objects.select_for_update(of=("self",)).get(pk=contract.pk)
    if locked.ended_at is not None or locked.valid_until < timezone.localdate(at):
        raise NotPossibleNow(sentences.CONTRACT_ENDED)
    people = list(ContractPerson.objects.filter(contract=locked).select_related("user"))
    role = ROLE_OF_POST[PostKind(locked.post.kind)]
    ended = ContractEnded(locked.number, role, tuple(one.user for one in people), words)
    with acting(system_actor()) as system:
        tell(ended, actor=system, at=at)
        for one in people:
            grant = RoleGrant.objects.get(pk=one.grant_id)
            if grant.ended_at is None:
                end_grant(grant=grant, reason=f"{locked.number}", actor=system, at=at)
    locked.ended_at, locked.ended_by, locked.end_reason = at, actor.user, words
    locked.save()
    body = letter_words.CONTRACT_END_BODY.format(number=locked.number)
    letter = Letter(NoticeKind.CONTRACT_END, [body], words)
    send_letter(application=locked.application, letter=letter, actor=actor, at=at)
    return locked


def check_term_over(call: Call, *, on: date) -> None:
    """Insist that nobody can object any more and every objection is decided.

    Raises:
        NotPossibleNow: the term runs, or an objection waits.
    """
    terms = Application.objects.filter(call=call, objection_until__isnull=False)
    last = terms.aggregate(last=Max("objection_until"))["last"]
    if last is not None and on <= last_day_now(last):
        raise NotPossibleNow(sentences.TERM_RUNS.format(day=day(last_day_now(last))))
    if Objection.objects.filter(application__call=call, ruling="").exists():
        raise NotPossibleNow(sentences.OBJECTIONS_OPEN)


def _check_data(call: Call, data: ContractData, kind: PostKind) -> None:
    if data.valid_until < data.valid_from:
        raise refuse("valid_until", sentences.PERIOD_DISORDER)
    last = last_day_of(call.project_uuid)
    if last is not None and data.valid_until > last:
        raise refuse("valid_until", sentences.AFTER_PROJECT.format(day=day(last)))
    needed(data.deliverables, "deliverables", sentences.FILL_IN)
    if not data.candidates:
        raise refuse("people", sentences.PEOPLE_MISSING)
    if kind not in BUSINESS and data.workplace is None:
        raise refuse("workplace", sentences.WORKPLACE_MISSING)


def _workplace(
    application: Application, data: ContractData, kind: PostKind, system: Actor
) -> tuple[Organisation, Compartment]:
    """The organisation and the compartment its people work in; what is missing is made."""
    organisation = data.organisation or _organisation(application, system)
    if kind not in BUSINESS:
        assert data.workplace is not None, "Checked before: a coordinator has a workplace."
        return organisation, data.workplace
    office = Office.objects.filter(organisation=organisation).order_by("pk").first()
    if office is None:
        names = dict.fromkeys(("title_az", "title_en", "title_ru"), str(organisation.title_az))
        data_of = OfficeData(code=organisation.code, **names)
        office = save_office(office=None, organisation=organisation, data=data_of, actor=system)
    return organisation, open_compartment(office=office, business=BUSINESS[kind], actor=system)


def _organisation(application: Application, system: Actor) -> Organisation:
    code = f"ngo-{application.registration_number}"
    found = Organisation.objects.filter(code=code).first()
    if found is not None:
        return found
    name = application.organisation_name
    return save_organisation(
        organisation=None,
        data=OrganisationData(
            code=code,
            kind=OrganisationKind.NGO,
            country=COUNTRY,
            title_az=name,
            title_en=name,
            title_ru=name,
            is_fictional=application.call.is_fictional,
        ),
        actor=system,
    )


@dataclass(frozen=True, slots=True)
class _Terms:
    """What everybody under one contract has in common."""

    kind: PostKind
    number: str
    site: str
    organisation: Organisation


def _engage(
    candidate: Candidate,
    data: ContractData,
    compartment: Compartment,
    terms: _Terms,
    *,
    system: Actor,
    at: datetime,
) -> tuple[User, str, RoleGrant]:
    user = User.objects.filter(email=candidate.email).first()
    if user is not None and user.organisation_id != terms.organisation.pk:
        raise Conflict(sentences.FOREIGN_ACCOUNT)
    if user is None:
        user = make_user(
            email=candidate.email,
            full_name=candidate.full_name,
            organisation=terms.organisation,
            language=candidate.application.language,
            actor=system,
            at=at,
        )
    grant = grant_role(
        user=user,
        role=ROLE_OF_POST[terms.kind],
        compartment=compartment,
        valid_from=data.valid_from,
        valid_until=data.valid_until,
        reason=terms.number,
        actor=system,
        at=at,
    )
    if not user.has_usable_password():
        send_invitation(user=user, site=terms.site, actor=system, at=at)
    return user, candidate.full_name, grant


def _letter(contract: Contract) -> Letter:
    period = f"{day(contract.valid_from)} – {day(contract.valid_until)}"
    post = Said(contract.post.get_kind_display)
    lines = [line.strip() for line in contract.deliverables.splitlines() if line.strip()]
    return Letter(
        NoticeKind.CONTRACT,
        [
            letter_words.CONTRACT_BODY.format(number=contract.number),
            {"rows": [(letter_words.POST, post), (letter_words.PERIOD, period)]},
            {"heading": letter_words.DELIVERABLES},
            {"list": lines},
        ],
    )


class Said:
    """A value said when the letter is written, in its language."""

    def __init__(self, value: Callable[[], str]) -> None:
        self.value = value

    def __str__(self) -> str:
        return str(self.value())


def _finish(call: Call) -> None:
    """The call is done when every selected organisation has its contract."""
    if not call.applications.filter(status=ApplicationStatus.AWARDED).exists():
        call.status = CallStatus.CONTRACTED
        call.save(update_fields=["status"])
