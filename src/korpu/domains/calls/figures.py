"""What calls add up to for a project: counted by the service's own hand, the same for every reader.

Nothing is counted of a call that still takes applications: how many compete is nobody's to know
before it closes.
"""

from collections import Counter as Tally

from django.db.models import QuerySet
from django.urls import reverse

from korpu.domains.calls.enums import ApplicationStatus, CallStatus
from korpu.domains.calls.models import Application, Contract, Step
from korpu.domains.programmes.api import Counted, Counter, CountQuery
from korpu.foundations.accounts.api import acting, system_actor
from korpu.kernel.texts import Text

STILL_OPEN = (CallStatus.DRAFT, CallStatus.PUBLISHED)


def count_applications(query: CountQuery) -> Counted:
    """Applications handed in within the period, by where they stand now."""
    with acting(system_actor()):
        submitted = _applications(query).filter(
            submitted_at__date__gte=query.first, submitted_at__date__lte=query.last
        )
        states = Tally(submitted.values_list("status", flat=True))
    return _counted(APPLICATIONS_QUERY, query, {"status": dict(states)})


def count_eligible(query: CountQuery) -> Counted:
    """Applications found eligible within the period, first or after an objection."""
    with acting(system_actor()):
        found = Step.objects.filter(
            application__in=_applications(query),
            status=ApplicationStatus.ELIGIBLE,
            at__date__gte=query.first,
            at__date__lte=query.last,
        )
        total = found.values("application").distinct().count()
    return Counted(total, _during(ELIGIBLE_QUERY, query), reverse("calls:public_calls"))


def count_contracts(query: CountQuery) -> Counted:
    """Contracts signed within the period, by post; one ended early counts."""
    with acting(system_actor()):
        signed = Contract.objects.filter(
            application__in=_applications(query),
            signed_at__date__gte=query.first,
            signed_at__date__lte=query.last,
        )
        posts = Tally(signed.values_list("post__kind", flat=True))
    return _counted(CONTRACTS_QUERY, query, {"post": dict(posts)})


def _applications(query: CountQuery) -> QuerySet[Application]:
    """Of the project's closed calls; a call belongs to no activity, so none is counted for one."""
    found = Application.objects.filter(call__project_uuid=query.project.uuid)
    return found.none() if query.activity_uuid else found.exclude(call__status__in=STILL_OPEN)


def _counted(said: Text, query: CountQuery, splits: dict[str, dict[str, int]]) -> Counted:
    total = sum(sum(split.values()) for split in splits.values())
    return Counted(total, _during(said, query), reverse("calls:public_calls"), splits)


def _during(said: Text, query: CountQuery) -> Text:
    return said.format(first=f"{query.first:%d.%m.%Y}", last=f"{query.last:%d.%m.%Y}")


APPLICATIONS_QUERY = Text(
    az="Layihənin bağlanmış müsabiqələrinə {first} – {last} dövründə təqdim edilmiş təkliflər; "
    "geri götürülənlər də sayılır.",
    en="Applications submitted from {first} to {last} to the project's closed calls; "
    "withdrawn ones count.",
    ru="Заявки, поданные с {first} по {last} на закрытые конкурсы проекта, включая отозванные.",
)
ELIGIBLE_QUERY = Text(
    az="Layihənin müsabiqələrində {first} – {last} dövründə uyğun sayılmış təkliflər.",
    en="Applications to the project's calls found eligible from {first} to {last}.",
    ru="Заявки на конкурсы проекта, признанные допустимыми с {first} по {last}.",
)
CONTRACTS_QUERY = Text(
    az="Layihənin müsabiqələri üzrə {first} – {last} dövründə bağlanmış müqavilələr, vəzifələr "
    "üzrə; vaxtından əvvəl xitam verilənlər də sayılır.",
    en="Contracts signed from {first} to {last} after the project's calls, by post; those ended "
    "early count.",
    ru="Договоры, заключённые с {first} по {last} по конкурсам проекта, по должностям, включая "
    "прекращённые досрочно.",
)
APPLICATIONS = Text(az="təklif", en="applications", ru="заявки")
COUNTERS = (
    Counter(
        "calls.applications",
        Text(az="Təqdim edilmiş təkliflər", en="Applications submitted", ru="Поданные заявки"),
        APPLICATIONS,
        count_applications,
    ),
    Counter(
        "calls.eligible",
        Text(
            az="Uyğun sayılmış təkliflər",
            en="Applications found eligible",
            ru="Заявки, признанные допустимыми",
        ),
        APPLICATIONS,
        count_eligible,
    ),
    Counter(
        "calls.contracts",
        Text(
            az="QHT-lərlə bağlanmış müqavilələr",
            en="Contracts signed with NGOs",
            ru="Договоры, заключённые с НПО",
        ),
        Text(az="müqavilə", en="contracts", ru="договоры"),
        count_contracts,
    ),
)
