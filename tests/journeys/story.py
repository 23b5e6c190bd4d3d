"""The whole story, as seven people live it: from an application to a published figure.

Every step is a page that a person opens and a form that they send; nothing else is called.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.browser import DESKTOP
from tests.journeys.stage import NAMES, Stage, Visitor

PATIENCE = 60
"""How often a page is opened anew for a job to be done."""


@dataclass
class Story:
    """One person's return.

    Attributes:
        reference: the requesting authority's number.
        surname: nobody else's, so that the register is searched in vain.
        paper: a picture to enclose.
        ways: who of the story comes with another window, or without scripts.
    """

    stage: Stage
    reference: str
    surname: str
    paper: Path
    today: date
    ways: dict[str, dict[str, Any]]
    case: str = ""
    support: str = ""

    def enter(self, key: str) -> Visitor:
        return self.stage.enter(key, **{"viewport": DESKTOP, **self.ways.get(key, {})})

    def tell(self) -> None:
        """From the application to who read it."""
        self.liaison_submits()
        self.officer_answers()
        self.liaison_announces()
        self.border_confirms()
        self.coordinator_takes_on()
        self.mentor_visits()
        self.coordinator_approves()
        self.mentor_delivers()
        self.coordinator_confirms()
        self.officer_closes()
        self.statistics_are_published()
        self.auditor_looks()

    def liaison_submits(self) -> None:
        liaison = self.enter("liaison_de")
        liaison.go("/readmission/")
        liaison.look("applications")
        liaison.press("place")
        liaison.fill(
            authority_reference=self.reference,
            track="normal",
            irregular_stay_established_on=self.today - timedelta(days=40),
            contact_name="Anna Beispiel",
            contact_email="anna@authority.example",
        )
        liaison.press("authority_reference")
        liaison.fill(
            surname=self.surname,
            given_names="Elçin",
            patronymic="Rauf oğlu",
            sex="M",
            birth_date="12.04.1990",
            birth_place="Gəncə",
            birth_country="AZE",
            last_residence="Gəncə, Nizami küçəsi 1",
            civil_status="single",
        )
        liaison.look("application-person")
        liaison.press("surname")
        self._enclose(liaison)
        liaison.fill(needs_basis="none")
        liaison.press("needs_basis")
        liaison.look("application-check")
        liaison.press()
        self.case = liaison.path
        assert self.case.startswith("/cases/")
        liaison.look("application-sent")

    def _enclose(self, liaison: Visitor) -> None:
        drafted = liaison.path.removesuffix("family/")
        liaison.go(f"{drafted}evidence/")
        liaison.fill(kind="copy_of_proof", note="C01234567", file=self.paper)
        liaison.press("kind")
        liaison.look("application-evidence")
        liaison.go(f"{drafted}needs/")

    def officer_answers(self) -> None:
        officer = self.enter("officer")
        officer.go("/work/?view=office")
        officer.look("worklist")
        officer.go(self.case)
        officer.look("case")
        officer.act(self.case, "begin_examination")
        officer.go(f"{self.case.replace('/cases/', '/readmission/cases/')}identity/")
        officer.press()
        officer.look("identity")
        officer.page.locator("form[action$='/register/'] button").click()
        officer.must_be_taken()
        officer.act(
            self.case,
            "confirm_identity",
            ground="register",
            finding="Şəxsiyyət vəsiqəsinin surəti reyestrlə üst-üstə düşür.",
        )
        officer.act(self.case, "agree", picture="decision")
        officer.go(f"{self.case}papers/")
        officer.look("letters")
        while officer.page.locator("form[action$='/send/'] button").count():
            officer.page.locator("form[action$='/send/'] button").first.click()
            officer.must_be_taken()
        officer.act(
            self.case,
            "issue_travel_document",
            kind="return_certificate",
            number=self.reference.replace("-", ""),
            issued_by="Berlin",
            issued_on=self.today,
            valid_until=self.today + timedelta(days=100),
        )

    def liaison_announces(self) -> None:
        liaison = self.enter("liaison_de")
        liaison.act(
            self.case,
            "announce_transfer",
            transfer_on=self.today,
            crossing_point="baku-airport",
            flight="J2 054",
            escort_count=2,
        )
        liaison.look("transfer-announced")

    def border_confirms(self) -> None:
        border = self.enter("border")
        border.go("/work/?view=shared")
        border.look("border-worklist")
        border.act(
            self.case,
            "confirm_arrival",
            picture="border-arrival",
            arrived_time="00:01",
            wants_support="yes",
            handover_note="Sənədləri və əşyaları özündədir.",
        )
        border.look("border-case")

    def coordinator_takes_on(self) -> None:
        coordinator = self.enter("coordinator")
        coordinator.go("/arrivals/?sort=-arrived_on")
        coordinator.look("arrivals")
        coordinator.page.get_by_role("link", name=self.surname).first.click()
        coordinator.fill(programme="demo-reintegration", family_member_count=1)
        coordinator.look("support-opening")
        coordinator.page.locator("button[value=open]").click()
        coordinator.must_be_taken()
        self.support = coordinator.path
        coordinator.act(
            self.support,
            "screen_vulnerability",
            risks=True,
            is_vulnerable="yes",
            grounds="Söhbət və təqdim edilmiş sənədlər əsasında.",
        )
        coordinator.go(f"{self.support}acts/assign_mentor/")
        mentors = coordinator.page.locator("[name=mentor]")
        mentors.select_option(label="Aygün Yoldaşlı", force=True)
        coordinator.fill(valid_until=self.today + timedelta(days=180))
        coordinator.press("expected_act_count")
        assert coordinator.path == self.support

    def mentor_visits(self) -> None:
        mentor = self.enter("mentor")
        mentor.go("/work/?view=shared")
        mentor.look("mentor-worklist")
        mentor.go(self.support)
        mentor.look("mentor-case")
        mentor.act(
            self.support,
            "record_visit",
            picture="visit",
            kind="home",
            outcome="held",
            language="az",
            note="Ailə ilə görüşüldü; emalatxana üçün yer var.",
        )
        line = {
            "line-0-description": "Tikiş maşını",
            "line-0-need": "small_business",
            "line-0-phase": "post_return",
            "line-0-modality": "in_kind",
            "line-0-amount_eur": "900.00",
        }
        mentor.act(
            self.support,
            "propose_plan",
            picture="plan",
            **{"need-0": "small_business", "goal-0": "Öz tikiş emalatxanası", **line},
            rate_azn="1.8500",
            rate_on=self.today,
        )

    def coordinator_approves(self) -> None:
        coordinator = self.enter("coordinator_2")
        coordinator.go(self.support)
        coordinator.look("plan-proposed")
        coordinator.act(self.support, "approve_plan")

    def mentor_delivers(self) -> None:
        mentor = self.enter("mentor")
        mentor.go(f"{self.support}acts/record_delivery/")
        mentor.page.locator("[name=line]").select_option(index=0, force=True)
        mentor.fill(amount_eur="900.00", proof=self.paper)
        mentor.look("delivery")
        mentor.press("expected_act_count")
        assert mentor.path == self.support

    def coordinator_confirms(self) -> None:
        coordinator = self.enter("coordinator")
        coordinator.go(f"{self.support}acts/confirm_delivery/")
        coordinator.page.locator("[name=delivery]").select_option(index=0, force=True)
        coordinator.fill(accepted="yes")
        coordinator.press("expected_act_count")
        coordinator.look("support")

    def officer_closes(self) -> None:
        officer = self.enter("officer")
        officer.act(self.case, "close_returned")
        officer.look("case-closed")

    def statistics_are_published(self) -> None:
        """The statistician counts the last quarter; the analyst approves and publishes it."""
        self.enter_paper_of_last_quarter()
        self.discard_what_waits()
        release = self._prepare_release()
        analyst = self.enter("analyst")
        analyst.go(release)
        analyst.look("release-draft")
        for step in ("approve", "publish"):
            analyst.page.locator(f"form[action$='/{step}/'] button").click()
            analyst.must_be_taken()
        analyst.page.locator("main a[href^='/statistics/releases/']").first.click()
        analyst.look("published")
        analyst.page.locator("main td a[href*='/figures/']").first.click()
        analyst.look("lineage")

    def enter_paper_of_last_quarter(self) -> None:
        """Only ended quarters are counted, so the officer enters a paper that came in the last."""
        came = self.today.replace(month=(self.today.month - 1) // 3 * 3 + 1, day=1)
        came -= timedelta(days=20)
        officer = self.enter("officer")
        officer.go("/readmission/")
        officer.press("place")
        authorities = officer.page.locator("[name=authority]")
        authorities.select_option(index=1, force=True)
        officer.fill(
            received_on=came,
            authority_reference=f"{self.reference}-P",
            track="normal",
            irregular_stay_established_on=came - timedelta(days=40),
            contact_name="Anna Beispiel",
            contact_email="anna@authority.example",
        )
        officer.press("authority_reference")
        officer.fill(
            surname=self.surname,
            given_names="Rauf",
            sex="M",
            birth_date="1961",
            birth_country="AZE",
            birth_place="Gəncə",
            civil_status="married",
        )
        officer.press("surname")
        officer.go(officer.path.replace("family", "needs"))
        officer.fill(needs_basis="none")
        officer.press("needs_basis")
        officer.press()
        assert officer.path.startswith("/cases/")

    def discard_what_waits(self) -> None:
        """A release that was prepared before the paper came would be refused: its data changed."""
        analyst = self.enter("analyst")
        analyst.go("/statistics-workbench/")
        analyst.look("workbench")
        waiting = analyst.page.locator("main a[href*='/statistics-workbench/releases/']")
        for path in [str(link.get_attribute("href")) for link in waiting.all()]:
            analyst.go(path)
            analyst.page.locator("form[action$='/discard/'] button").click()
            analyst.must_be_taken()

    def _prepare_release(self) -> str:
        """Count and propose, as a revision where figures of the quarter are published already."""
        statistician = self.enter("statistician")
        statistician.go("/statistics-workbench/runs/new/")
        statistician.fill(measure="readmission-applications")
        statistician.press("measure")
        run = statistician.path
        self.stage.carry_out_jobs()
        self._wait_for(statistician, run, f"a[href='{run}release/']")
        statistician.look("run")
        statistician.go(f"{run}release/")
        statistician.fill(due_on=self.today)
        if statistician.page.locator("[name=note_az]").count():
            note = "Kağız müraciət sonradan daxil edilib."
            statistician.fill(note_az=note, note_en="A paper came in late.", note_ru="Опоздание.")
        statistician.press("due_on-day")
        return statistician.path

    def auditor_looks(self) -> None:
        auditor = self.enter("auditor")
        auditor.go("/audit/chain/")
        before = auditor.page.locator("main ul li").count()
        auditor.page.locator("form[action$='/verify/'] button").click()
        self.stage.carry_out_jobs()
        self._wait_for(auditor, "/audit/chain/", f"main ul li >> nth={before}")
        auditor.look("chain")
        auditor.go(f"/audit/?subject={self.case.split('/')[2]}&kind=reading")
        auditor.look("who-read")
        readers = auditor.page.locator("main table").inner_text()
        for key in ("liaison_de", "officer", "border"):
            assert NAMES[key] in readers, f"{NAMES[key]} opened the case, and the trail is silent."

    def _wait_for(self, visitor: Visitor, path: str, sign: str) -> None:
        for _ in range(PATIENCE):
            visitor.go(path)
            if visitor.page.locator(sign).count():
                return
            visitor.page.wait_for_timeout(1000)
        raise AssertionError(f"{path}: the job was not done.")
