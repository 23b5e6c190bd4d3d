"""Support for those who arrived: plans, mentors, visits and deliveries."""

import io
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image, ImageDraw

from korpu.domains.assistance import api as assistance
from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.casework.api import Case, perform_act
from korpu.site.demo.cast import Cast

_NEEDS = (
    ("small_business", "Kiçik emalatxana açmaq", "Tikiş maşını və parça", "post_return", "700.00"),
    ("housing", "Ailə üçün mənzil kirayələmək", "Üç aylıq kirayə", "post_return", "600.00"),
    ("medical", "Müayinə və müalicə", "Dərman və müayinə", "post_arrival", "120.00"),
    ("vocational_training", "Yeni peşəyə yiyələnmək", "Qaynaqçı kursu", "post_return", "300.00"),
    ("household_goods", "Evi qurmaq", "Mətbəx ləvazimatı", "post_return", "250.00"),
    ("psychosocial", "Gündəlik həyata qayıtmaq", "Psixoloqla görüşlər", "post_arrival", "60.00"),
)  # fmt: skip
_RATE = Decimal("1.8500")
_MORNING = time(11)


def waiting_referrals() -> list[assistance.Referral]:
    """Everybody in the coordinators' intake, by arrival."""
    with acting(system_actor()):
        return list(
            assistance.Referral.objects.filter(state="waiting")
            .select_related("person", "compartment")
            .order_by("arrived_on", "pk")
        )


class Support:
    """One plan being carried out as far as its days allow."""

    def __init__(self, referral: assistance.Referral, cast: Cast, *, today: date) -> None:
        self.referral, self.cast, self.today = referral, cast, today
        self.random = Random(f"korpu-support-{referral.arrived_on}-{referral.pk}")  # noqa: S311  made up
        self.mentor = self.random.choice(("mentor", "mentor_2"))
        self.day = referral.arrived_on
        self.case: Case | None = None

    def carry_out(self) -> None:
        """From opening to closing, as far as the days up to today allow."""
        for act in (
            self._open, self._screen, self._assign, self._propose, self._approve, self._visit,
            self._deliver, self._confirm, self._close,
        ):  # fmt: skip
            self.day += timedelta(days=self.random.randint(2, 12))
            if self.day >= self.today:
                return
            act()

    @property
    def at(self) -> datetime:
        return timezone.make_aware(datetime.combine(self.day, _MORNING))

    def _act(self, name: str, who: str, *, note: str = "", **given: Any) -> None:
        assert self.case is not None, "Support begins with opening it."
        facts = given.pop("facts", {})
        with acting(self.cast.on(who, self.day)) as actor:
            case = Case.objects.get(pk=self.case.pk)
            perform_act(
                case=case,
                act=name,
                actor=actor,
                at=self.at,
                effective_on=self.day,
                facts=facts,
                note=note,
                data=given,
                expected_act_count=case.act_count,
            )

    def _open(self) -> None:
        with acting(self.cast.on("coordinator", self.day)) as coordinator:
            plan = assistance.open_support(
                referral=self.referral,
                programme=assistance.Programme.objects.get(code="demo-reintegration"),
                family_member_count=self.random.choice((0, 0, 1, 2)),
                is_unaccompanied_child=False,
                actor=coordinator,
                at=self.at,
                effective_on=self.day,
            )
            self.plan, self.case = plan, plan.case

    def _screen(self) -> None:
        vulnerable = self.random.random() < 0.4  # noqa: PLR2004  two in five
        signal = self.random.choice(("single_parent", "chronic_disease", "debt", "no_housing"))
        self._act(
            "screen_vulnerability",
            "coordinator",
            is_vulnerable=vulnerable,
            grounds="Söhbət və təqdim edilmiş sənədlər əsasında.",
            has_red_signal=False,
            signals={signal: assistance.Polarity.RISK} if vulnerable else {},
        )

    def _assign(self) -> None:
        with acting(system_actor()):
            mentor = self.cast.accounts[self.mentor]
        until = self.day + timedelta(days=365)
        self._act("assign_mentor", "coordinator", mentor=mentor, valid_until=until)

    def _propose(self) -> None:
        chosen = self.random.sample(_NEEDS, k=self.random.randint(1, 3))
        lines = [
            assistance.LineDraft(
                need=need,
                description=what,
                phase=assistance.Phase(phase),
                modality=assistance.Modality.IN_KIND,
                amount_eur=(Decimal(amount) / 2).quantize(Decimal("0.01")),
            )
            for need, _goal, what, phase, amount in chosen
        ]
        needs = [assistance.NeedDraft(need, goal) for need, goal, *_ in chosen]
        rate = assistance.Rate(_RATE, self.day)
        self._act("propose_plan", self.mentor, needs=needs, lines=lines, rate=rate)

    def _approve(self) -> None:
        self._act("approve_plan", "coordinator", facts={"approver_is_other": True})

    def _visit(self) -> None:
        self._act(
            "record_visit", self.mentor, kind="home", outcome="held", language="az",
            note="Ailə ilə görüşüldü, növbəti addımlar razılaşdırıldı.",
        )  # fmt: skip

    def _deliver(self) -> None:
        with acting(self.cast.on(self.mentor, self.day)):
            line = assistance.approved_lines(self.plan)[0]
        self._act(
            "record_delivery", self.mentor, line=line, amount_eur=line.amount_eur, proof=_note()
        )

    def _confirm(self) -> None:
        with acting(self.cast.on("coordinator", self.day)):
            delivery = assistance.open_deliveries(self.plan)[0]
        self._act("confirm_delivery", "coordinator", delivery=delivery, accepted=True, reason="")

    def _close(self) -> None:
        self._act(
            "close_support", "coordinator", note="Plan yerinə yetirilib.",
            facts={"closure_reason": "planned_end"}, closure_reason="planned_end",
        )  # fmt: skip


def _note() -> "ContentFile[bytes]":
    """A drawn stand-in for a signed delivery note."""
    picture = Image.new("RGB", (420, 240), "white")
    words = "SPECIMEN\n\nDelivery note"
    ImageDraw.Draw(picture).multiline_text((20, 20), words, "black")
    written = io.BytesIO()
    picture.save(written, "PNG")
    return ContentFile(written.getvalue(), name="akt.png")
