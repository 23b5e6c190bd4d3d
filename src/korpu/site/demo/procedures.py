"""One made-up case of each further readmission procedure, each at a telling point."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from korpu.domains.readmission import api as readmission
from korpu.engines.procedure.api import FactValue
from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.casework.api import Case, assign_case, perform_act
from korpu.site.demo.cast import Cast

CROSSING_POINT = "baku-airport"
OFFICES = {"liaison_de": "de-return", "liaison_nl": "nl-return", "liaison_pl": "pl-return"}
_BEGUN = timedelta(days=6)


@dataclass
class _Walk:
    """A case, the people who walk it, and the day it has come to."""

    cast: Cast
    liaison: str
    at: datetime
    case: Case | None = None

    def open(self, **stated: Any) -> None:
        """The liaison submits what is stated."""
        account = self.cast.accounts[self.liaison]
        statement = readmission.Statement(
            contact_name=account.full_name, contact_email=account.email, **stated
        )
        with acting(self.cast.on(self.liaison, self.on)) as liaison:
            authority = Compartment.objects.get(
                office__code=OFFICES[self.liaison], business="readmission"
            )
            self.case = readmission.submit_application(
                statement=statement,
                authority=authority,
                actor=liaison,
                at=self.at,
                received_on=self.on,
            ).case

    @property
    def on(self) -> date:
        return timezone.localdate(self.at)

    def opened(self) -> Case:
        assert self.case is not None, "A walk begins with its opening."
        return self.case

    def act(
        self,
        name: str,
        who: str = "officer",
        *,
        facts: Mapping[str, FactValue] | None = None,
        note: str = "",
        **data: Any,
    ) -> None:
        """One act, an hour after the one before."""
        self.at += timedelta(hours=1)
        with acting(self.cast.on(who, self.on)) as actor:
            case = Case.objects.get(pk=self.opened().pk)
            perform_act(
                case=case,
                act=name,
                actor=actor,
                at=self.at,
                effective_on=self.on,
                facts=facts or {},
                note=note,
                data=data,
                expected_act_count=case.act_count,
            )

    def register(self) -> None:
        """The officer takes the case on, finds nobody and registers the person."""
        with acting(self.cast.on("officer", self.on)) as officer:
            assign_case(case=self.opened(), user=officer.user, actor=officer, at=self.at)
            found = readmission.search_for_subject(case=self.opened(), actor=officer, at=self.at)
            readmission.register_subject(
                case=self.opened(), searched=found.receipt, actor=officer, at=self.at
            )


def show_procedures(cast: Cast, *, at: datetime) -> None:
    """The cases, once."""
    with acting(system_actor()):
        if Case.objects.filter(reference="DE-NUM-TCN-1").exists():
            return
    begun = timezone.make_aware(datetime.combine(timezone.localdate(at) - _BEGUN, time(9)))
    _third_country(_Walk(cast, "liaison_de", begun))
    _interview(_Walk(cast, "liaison_pl", begun), at)
    _transit(_Walk(cast, "liaison_de", begun))
    _announced(_Walk(cast, "liaison_nl", begun))
    _error(_Walk(cast, "liaison_nl", begun), cast)


def _third_country(walk: _Walk) -> None:
    walk.open(
        track="third_country",
        authority_reference="DE-NUM-TCN-1",
        irregular_stay_established_on=walk.on - timedelta(days=20),
        surname="Nimušidze",
        given_names="Maia",
        sex="F",
        birth_date="1994-03-02",
        birth_place="Kutaisi",
        birth_country="GEO",
        particulars={
            "stateless": False,
            "nationality": "GEO",
            "duty_ground": "residence_permit",
            "permit_number": "AZ-NÜMUNƏ-17",
            "entry_route": "Bakı–Frankfurt, hava yolu ilə",
            "airside_transit_only": False,
            "permit_of_requesting_state": False,
        },
        evidence=(
            readmission.EvidenceStatement("permit_expired_recently", copy_enclosed=True),
            readmission.EvidenceStatement("named_records", note="Bilet, J2 071"),
        ),
    )
    walk.act("begin_examination")
    walk.register()
    finding = "Yaşama icazəsinin reyestri ilə tutuşduruldu; məlumatlar uyğundur."
    walk.act("confirm_identity", ground="register", finding=finding)
    reason = "Şəxs Azərbaycanın verdiyi yaşama icazəsi ilə yaşamışdır."
    walk.act("establish_link", note=reason, outcome="residence_permit")


def _interview(walk: _Walk, at: datetime) -> None:
    walk.open(
        authority_reference="PL-NUM-INT-1",
        irregular_stay_established_on=walk.on - timedelta(days=12),
        surname="Təsviri",
        given_names="Ramin",
        sex="M",
        birth_date="1987-11",
        birth_place="Lənkəran",
        birth_country="AZE",
        last_residence="Lənkəran",
        civil_status="single",
        evidence=(readmission.EvidenceStatement("own_statement"),),
    )
    walk.act("begin_examination")
    walk.register()
    slot = readmission.Slot(
        starts_at=timezone.make_aware(
            datetime.combine(timezone.localdate(at) + timedelta(days=3), time(11))
        ),
        mission="Azərbaycanın Varşavadakı səfirliyi",
        place="Konsulluq şöbəsi",
        language="Azərbaycan dili",
        interpreter="Lazım olduqda polyak dili",
        attends="Konsul\nSorğu edən orqanın əməkdaşı",
    )
    walk.act("request_interview", mission=slot.mission, slot=slot)


def _transit(walk: _Walk) -> None:
    entry = walk.on + _BEGUN + timedelta(days=4)
    walk.open(
        track="transit",
        authority_reference="DE-NUM-TRA-1",
        surname="Mysalov",
        given_names="Azamat",
        sex="M",
        birth_date="1990",
        birth_country="KGZ",
        particulars={
            "stateless": False,
            "nationality": "KGZ",
            "travel_document": "Pasport NM0000017",
            "no_direct_route": True,
            "destination": "KGZ",
            "destination_accepts": True,
            "transport": "air",
            "route": "Berlin–Bakı–Bişkek",
            "entry_on": entry,
            "exit_on": entry,
            "escort_count": 2,
        },
    )
    walk.register()
    reason = "Marşrutun hər bir dövləti üzrə yoxlanıldı."
    walk.act("check_grounds", note=reason, outcome="none_found")
    walk.act("agree_transit")
    walk.act(
        "announce_passage",
        walk.liaison,
        facts={"passage_on": entry, "crossing_point": CROSSING_POINT},
        notice=_notice(entry, "Berlin–Bakı–Bişkek"),
    )


def _notice(on: date, route: str) -> readmission.Notice:
    return readmission.Notice(
        transfer_on=on,
        crossing_point=CROSSING_POINT,
        flight="J2 017",
        route=route,
        escort_service="Nümunəvi müşayiət xidməti",
        escort_count=2,
    )


def _return_notice(walk: _Walk, reference: str, surname: str, on: date) -> None:
    walk.open(
        track="documented",
        authority_reference=reference,
        surname=surname,
        given_names="Sevinc",
        sex="F",
        birth_date="1979-05-21",
        birth_place="Quba",
        birth_country="AZE",
        holds_valid_travel_document=True,
        needs_basis="consent",
        health_needs="Əlil arabası ilə qarşılanmalıdır.",
        particulars={
            "document_kind": "passport",
            "document_number": "C00000017",
            "document_valid_until": on + timedelta(days=700),
            "transfer_on": on,
            "crossing_point": CROSSING_POINT,
            "flight": "J2 085",
            "escort_count": 0,
        },
    )


def _announced(walk: _Walk) -> None:
    _return_notice(walk, "NL-NUM-DOC-1", "Örnəkli", walk.on + _BEGUN + timedelta(days=2))


def _error(walk: _Walk, cast: Cast) -> None:
    """Somebody arrived, and two days later a register abroad shows another person."""
    arrived = walk.on
    _return_notice(walk, "NL-NUM-DOC-2", "Yanlışlı", arrived)
    walk.register()
    walk.act("confirm_arrival", "border", arrived_at=walk.at, wants_support=False)
    walk.act("close_returned")
    walk.at += timedelta(days=2)
    with acting(cast.on("officer", walk.on)) as officer:
        number = Case.objects.get(pk=walk.opened().pk).number
        statement = readmission.Statement(
            track="error",
            evidence=(readmission.EvidenceStatement("reply_of_third_state"),),
            particulars={
                "original_case": number,
                "readmitted_as": "national",
                "transferred_on": arrived,
                "found_on": walk.on,
                "error_kind": "not_a_national",
                "explanation": "Üçüncü dövlətin reyestri başqa şəxsi göstərir.",
            },
        )
        walk.case = readmission.record_error(
            statement=statement, files=(None,), actor=officer, at=walk.at
        )
        assign_case(case=walk.case, user=officer.user, actor=officer, at=walk.at)
    walk.act("notify_error")
