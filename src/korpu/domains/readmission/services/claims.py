"""A claim for protection recorded after data have left: the protection office is told."""

from datetime import datetime

from django.db.models import Count
from django.urls import reverse
from django.utils import timezone

from korpu.domains.readmission.models import Exchange, ExchangeAlert
from korpu.domains.readmission.permissions import READ_ALERT
from korpu.foundations.accounts.api import Actor, acting, roles, system_actor
from korpu.foundations.accounts.models import RoleGrant
from korpu.foundations.casework.api import Case
from korpu.foundations.notifications.api import NotificationKind, Telling, notify, register_kind
from korpu.foundations.persons.models import Involvement, Person, ProtectionHold
from korpu.kernel.texts import Text

CLAIM_AFTER_SENDING = "readmission.claim_after_sending"
TITLE = Text(
    az="Müraciətdən əvvəl xaricə məlumat göndərilib",
    en="Data had left the country before a claim was recorded",
    ru="До заявления о защите данные были переданы за рубеж",
)
TOLD = Text(
    az="Müdafiə qeydindən əvvəl {number} nömrəli iş üzrə xaricə məlumat göndərilib. Nəyin "
    "göndərildiyinə baxın.",
    en="Before the protection hold was recorded, data in case {number} had left the country. See "
    "what was received.",
    ru="До отметки о защите по делу {number} данные были переданы за рубеж. Посмотрите, что "
    "передано.",
)


def register_kind_of_alert() -> None:
    """Called once, when the room starts."""
    register_kind(NotificationKind(CLAIM_AFTER_SENDING, TITLE, Telling.AT_ONCE))


def tell_of_what_left(hold: ProtectionHold, actor: Actor, at: datetime) -> None:  # noqa: ARG001 - the shape of a listener
    """Listener of persons, in the transaction of each hold: what had left of the person's cases.

    Nothing is written at the cases: their office must not learn that a claim exists. Whoever
    recorded the hold is told as well; they cannot see the cases either.
    """
    with acting(system_actor()) as hand:
        for case, count in _cases_with_exchanges(hold.person_id):
            ExchangeAlert.objects.create(
                compartment_id=hold.compartment_id,
                case_key=case.pk,
                case_number=case.number,
                hold=hold,
                entry_count=count,
                recorded_at=at,
            )
            notify(
                kind=CLAIM_AFTER_SENDING,
                key=f"hold:{hold.pk}:{case.pk}",
                user_ids=_readers(hold.compartment_id, at),
                title=TOLD.format(number=case.number),
                href=reverse("readmission:alerts"),
                actor=hand,
                at=at,
            )


def _cases_with_exchanges(person_id: int) -> list[tuple[Case, int]]:
    """Cases the person, or a record merged with theirs, is involved in, of which something left."""
    own = [person_id, *_standing_for(person_id)]
    uuids = Involvement.objects.filter(person__in=own).values("case_uuid")
    cases = Case.objects.filter(uuid__in=uuids).order_by("pk")
    counts = dict(
        Exchange.objects.filter(case__in=cases)
        .values_list("case_id")
        .annotate(count=Count("id"))
        .order_by()
    )
    return [(case, counts[case.pk]) for case in cases if case.pk in counts]


def _standing_for(person_id: int) -> list[int]:
    """Records merged into this one, and those it was merged into."""
    found: list[int] = []
    person = Person.objects.filter(pk=person_id).first()
    while person is not None and person.merged_into_id and person.merged_into_id not in found:
        found.append(person.merged_into_id)
        person = Person.objects.filter(pk=person.merged_into_id).first()
    absorbed = Person.objects.filter(merged_into__in=[person_id, *found])
    return [*found, *absorbed.values_list("pk", flat=True)]


def _readers(compartment_id: int, at: datetime) -> list[int]:
    """Who reads these alerts in a protection office today."""
    today = timezone.localdate(at)
    reading = [role.id for role in roles().values() if READ_ALERT in role.permissions]
    grants = RoleGrant.objects.filter(
        role__in=reading, compartment_id=compartment_id, ended_at=None, valid_from__lte=today
    )
    return [
        grant.user_id for grant in grants if grant.valid_until is None or grant.valid_until >= today
    ]
