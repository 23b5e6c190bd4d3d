"""Carrying out the stories of readmission through the rooms' own services."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from korpu.domains.readmission import api as readmission
from korpu.engines.procedure.api import FactValue
from korpu.foundations.accounts.api import acting
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.casework.api import Case, assign_case, perform_act
from korpu.site.demo.cast import Cast
from korpu.site.demo.names import document_number, draw_person
from korpu.site.demo.stories import Step, Story

# Authorities of the cast with their share of the applications.
AUTHORITIES: Mapping[str, tuple[str, int]] = {
    "liaison_de": ("de-return", 40),
    "liaison_nl": ("nl-return", 16),
    "liaison_pl": ("pl-return", 18),
    "liaison_at": ("at-return", 12),
    "liaison_se": ("se-return", 8),
    "liaison_fr": ("fr-return", 6),
}
CROSSING_POINT = "baku-airport"
SUPPORT_SHARE = 0.6


class Telling:
    """One story being told: its people, its case, and the acts as methods."""

    def __init__(self, story: Story, cast: Cast) -> None:
        self.story, self.cast = story, cast
        self.random = story.random
        liaisons = list(AUTHORITIES)
        weights = [share for _, share in AUTHORITIES.values()]
        self.liaison = self.random.choices(liaisons, weights=weights)[0]
        self.person = draw_person(self.random, born_before=story.received_at.date())
        self.accelerated = self.random.random() < 0.1  # noqa: PLR2004  one in ten
        self.officer = self.random.choice(("officer", "officer_2"))
        self.case: Case | None = None

    @property
    def reference(self) -> str:
        """The requesting authority's own number; made up."""
        office, _share = AUTHORITIES[self.liaison]
        return f"{office[:2].upper()}-{self.story.received_at:%Y}-{self.story.number:05d}"

    def tell(self) -> Case:
        """Do everything the story says; each act as the person whose it is, on its day."""
        at = self.story.received_at
        with acting(self.cast.on(self.liaison, at.date())) as liaison:
            application = readmission.submit_application(
                statement=self._statement(),
                authority=Compartment.objects.get(
                    office__code=AUTHORITIES[self.liaison][0], business="readmission"
                ),
                actor=liaison,
                at=at,
                received_on=at.date(),
            )
        self.case = application.case
        for position, step in enumerate(self.story.steps):
            self._following = self.story.steps[position + 1 : position + 2]
            ACTS[step.name](self, step)
        return self.case

    def _statement(self) -> readmission.Statement:
        person, received = self.person, self.story.received_at.date()
        needs_interview = any(step.name == "interview" for step in self.story.steps)
        kinds = ("language",) if needs_interview else ("copy_of_proof", "passport", "identity_card")
        return readmission.Statement(
            authority_reference=self.reference,
            track="accelerated" if self.accelerated else "normal",
            irregular_stay_established_on=received - timedelta(days=self.random.randint(3, 40)),
            apprehended_on=received if self.accelerated else None,
            contact_name=self.cast.accounts[self.liaison].full_name,
            contact_email=self.cast.accounts[self.liaison].email,
            surname=person.surname,
            given_names=person.given_names,
            patronymic=person.patronymic,
            sex=person.sex,
            birth_date=person.birth_date.isoformat(),
            birth_place=person.birth_place,
            birth_country="AZE",
            last_residence=person.birth_place,
            civil_status=self.random.choice(("single", "married", "divorced")),
            evidence=(readmission.EvidenceStatement(self.random.choice(kinds)),),
        )

    def act(
        self,
        name: str,
        who: str,
        step: Step,
        *,
        facts: Mapping[str, FactValue] | None = None,
        note: str = "",
        **data: Any,
    ) -> None:
        """One act, as somebody of the cast on the day of the step."""
        assert self.case is not None, "A story begins with its application."
        with acting(self.cast.on(who, step.on)) as actor:
            case = Case.objects.get(pk=self.case.pk)
            perform_act(
                case=case,
                act=name,
                actor=actor,
                at=step.at,
                effective_on=step.on,
                facts=facts or {},
                note=note,
                data=data,
                expected_act_count=case.act_count,
            )

    def link(self, step: Step) -> None:
        """Find or register the person the application is about."""
        assert self.case is not None, "A story begins with its application."
        with acting(self.cast.on(self.officer, step.on)) as officer:
            if Case.objects.get(pk=self.case.pk).subject_id is None:
                found = readmission.search_for_subject(case=self.case, actor=officer, at=step.at)
                readmission.register_subject(
                    case=self.case, searched=found.receipt, actor=officer, at=step.at
                )

    def examine(self, step: Step) -> None:
        self.act("begin_examination", self.officer, step)
        self._take_on(step)
        self.link(step)

    def _take_on(self, step: Step) -> None:
        assert self.case is not None, "A story begins with its application."
        officer = self.cast.on(self.officer, step.on)
        with acting(officer):
            assign_case(case=self.case, user=officer.user, actor=officer, at=step.at)

    def incomplete(self, step: Step) -> None:
        self.act("return_as_incomplete", self.officer, step, note="Şəklin surəti çatışmır.")

    def quarantine(self, step: Step) -> None:
        self.act("quarantine_application", self.officer, step, note="Yoxlama üçün.")

    def send_back(self, step: Step) -> None:
        self.act("return_to_sender", "protection", step, note="Sorğu qəbul edilə bilməz.")

    def identify(self, step: Step) -> None:
        finding = "Sənədin surəti reyestrlə tutuşduruldu; məlumatlar uyğundur."
        self.act("confirm_identity", self.officer, step, ground="register", finding=finding)

    def interview(self, step: Step) -> None:
        self.act("request_interview", self.officer, step, mission="Berlin")

    def interviewed(self, step: Step) -> None:
        self.act(
            "record_interview",
            self.officer,
            step,
            outcome="confirmed",
            held_on=step.on,
            report="Vətəndaşlıq müsahibədə təsdiqləndi.",
        )

    def agree(self, step: Step) -> None:
        self.act("agree", self.officer, step)
        self._send(step)

    def _send(self, step: Step) -> None:
        """The reply leaves: the officer approves it, the supervisor lets it go."""
        self.act("approve_sending", self.officer, step)
        self.act("release_letters", "supervisor", step)

    def refuse(self, step: Step) -> None:
        ground = self.random.choice(
            ("identity_not_established", "evidence_insufficient", "not_a_national")
        )
        reasons = "Təqdim edilmiş sübutlar şəxsin vətəndaşlığını təsdiq etmir."
        self.act("refuse", self.officer, step, note=reasons, grounds=[ground])
        if self.story.number % 5:  # now and then a letter waits for its release
            self._send(step)

    def deem(self, step: Step) -> None:
        self.link(step)
        self.act("record_deemed_agreement", "supervisor", step, note="Müddət cavabsız ötüb.")
        self._send(step)

    def document(self, step: Step) -> None:
        until = step.on + timedelta(days=150)
        self.act(
            "issue_travel_document",
            self.officer,
            step,
            facts={"document_valid_until": until},
            kind="return_certificate",
            number=document_number(self.random),
            issued_by="Berlin",
            issued_on=step.on,
            valid_until=until,
        )

    def announce(self, step: Step) -> None:
        arrives = self._following[0].on if self._following else step.on + timedelta(days=9)
        self.act(
            "announce_transfer",
            self.liaison,
            step,
            facts={"transfer_on": arrives, "crossing_point": CROSSING_POINT},
            notice=readmission.Notice(
                transfer_on=arrives,
                crossing_point=CROSSING_POINT,
                flight=f"J2 0{self.random.randint(10, 99)}",
                escort_count=self.random.randint(0, 3),
            ),
        )

    def arrive(self, step: Step) -> None:
        self.act(
            "confirm_arrival",
            "border",
            step,
            arrived_at=step.at,
            wants_support=self.random.random() < SUPPORT_SHARE,
        )

    def close(self, step: Step) -> None:
        self.act("close_returned", self.officer, step)

    def close_refused(self, step: Step) -> None:
        self.act("close_refused", self.officer, step)

    def close_not_transferred(self, step: Step) -> None:
        self.act("close_not_transferred", self.officer, step, note="Təhvil baş tutmadı.")

    def withdraw(self, step: Step) -> None:
        self.act("withdraw_application", self.liaison, step, note="Sorğu geri götürülür.")


ACTS: Mapping[str, Callable[[Telling, Step], None]] = {
    name: getattr(Telling, name)
    for name in (
        "examine", "incomplete", "quarantine", "send_back", "identify", "interview",
        "interviewed", "agree", "refuse", "deem", "document", "announce", "arrive", "close",
        "close_refused", "close_not_transferred", "withdraw",
    )
}  # fmt: skip
