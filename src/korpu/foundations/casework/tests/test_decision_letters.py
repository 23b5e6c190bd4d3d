"""The letter of a decision under a procedure that has no room of its own."""

import io
from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from korpu.engines.procedure.api import FactValue
from korpu.foundations.accounts.api import Actor, acting
from korpu.foundations.accounts.testing import log_in, make_actor, make_compartment
from korpu.foundations.casework import registry
from korpu.foundations.casework.declared import register_declared
from korpu.foundations.casework.models import Act, Case, Letter
from korpu.foundations.casework.services.cases import open_case
from korpu.foundations.casework.services.decision_letters import write_decision_letters
from korpu.foundations.casework.services.letters import send_letter
from korpu.foundations.casework.testing import act
from korpu.foundations.files.api import read_file
from korpu.kernel.errors import InvalidInput, NotPossibleNow

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def general_case_types(the_room_without_domains):
    register_declared()


@pytest.fixture
def officer() -> Actor:
    return make_actor("residence_officer")


@pytest.fixture
def chief() -> Actor:
    return make_actor("residence_supervisor")


def today() -> date:
    return timezone.localdate()


def opened(procedure: str, name: str, actor: Actor, **facts: FactValue) -> Case:
    with acting(actor):
        return open_case(
            procedure=procedure,
            compartment=make_compartment("residence"),
            counterpart=None,
            subject=None,
            act=name,
            facts=facts,
            actor=actor,
            at=timezone.now(),
            effective_on=today(),
        )


def did(case: Case, name: str, actor: Actor, **facts: FactValue) -> Act:
    with acting(actor):
        return act(case, name, actor, facts=facts, note="The ground of the stay has ended.")


@pytest.fixture
def refused(officer, chief) -> Act:
    """A refused extension of stay."""
    until = today() + timedelta(days=5)
    case = opened(
        "az/stay-extension", "file_application", officer,
        stay_until=until, ground="treatment", speed="standard",
    )  # fmt: skip
    did(case, "examine_reasons", chief)
    return did(case, "refuse_extension", chief)


def write(row: Act, actor: Actor, **changes: object) -> list[Letter]:
    given: Mapping[str, object] = {"language": "ru", "addressee": "Deniz Yılmaz\nBakı"} | changes
    with acting(actor):
        return write_decision_letters(
            case=row.case, act=row, actor=actor, at=timezone.now(), **given
        )  # type: ignore[arg-type]  # the test says what it changes


def words_of(letter: Letter, actor: Actor) -> str:
    with acting(actor):
        reader = PdfReader(io.BytesIO(read_file(letter.file)))
    assert reader.trailer["/Root"]["/Lang"] == letter.language
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_it_says_outcome_facts_articles_reasons_remedy_and_terms_in_both_languages(
    refused, chief
) -> None:
    in_az, in_ru = write(refused, chief)
    assert (in_az.language, in_ru.language) == ("az", "ru")
    assert in_az.number != in_ru.number
    text = words_of(in_ru, chief)
    for said in ("принято решение", "Правовое основание", "The ground of the stay has ended."):
        assert said in text
    assert "Можно подать иск" in text or "обжаловать" in text or "суд" in text
    assert "qərar" in words_of(in_az, chief).lower() or "qəbul edilib" in words_of(in_az, chief)
    with pytest.raises(NotPossibleNow):
        write(refused, chief)


def test_it_needs_an_addressee_and_a_decision(refused, chief) -> None:
    with pytest.raises(InvalidInput) as error:
        write(refused, chief, addressee="  ")
    assert "addressee" in error.value.fields
    with acting(chief):
        filed = Act.objects.get(case=refused.case, seq=1)
    with pytest.raises(NotPossibleNow):
        write(filed, chief)


def test_it_leaves_through_the_gate(refused, chief) -> None:
    def shut(*_: object) -> None:
        raise NotPossibleNow("Shut.")

    registry.register_outgoing_guard(shut)
    with pytest.raises(NotPossibleNow, match="Shut"):
        write(refused, chief)
    registry._guards.remove(shut)
    letter, _ = write(refused, chief)
    registry.register_outgoing_guard(shut)
    with acting(chief), pytest.raises(NotPossibleNow, match="Shut"):
        send_letter(letter=letter, actor=chief, at=timezone.now())


def test_where_two_people_decide_another_than_the_writer_sends_it(officer, chief) -> None:
    case = opened("az/removal", "open_removal", officer, ground="stay_ended")
    did(case, "check_bars", officer, gate_clear=True)
    did(case, "hear_person", officer)
    did(case, "propose_removal", officer)
    order = did(case, "order_removal", chief, gate_clear=True)
    (letter,) = write(order, chief, language="az")
    with acting(chief), pytest.raises(NotPossibleNow):
        send_letter(letter=letter, actor=chief, at=timezone.now())
    with acting(officer):
        assert send_letter(letter=letter, actor=officer, at=timezone.now()).sent_at


def test_from_the_page_it_is_written_and_the_terms_are_told_in_plain_words(refused, chief) -> None:
    pages = Client()
    log_in(pages, chief.user)
    base = f"/cases/{refused.case.uuid}/"
    address = f"{base}letters/decision/{refused.seq}/"
    assert address in pages.get(f"{base}papers/").content.decode()
    empty = pages.post(address, {"addressee": "", "language": "en"})
    assert empty.status_code == 422
    answer = pages.post(address, {"addressee": "Deniz Yılmaz", "language": "en"})
    assert answer.status_code == 302
    papers = pages.get(f"{base}papers/").content.decode()
    assert address not in papers
    assert papers.count("Deniz Yılmaz") == 2


def test_the_case_page_has_the_terms_in_plain_words_for_the_person(officer) -> None:
    pages = Client()
    log_in(pages, officer.user)
    filed = opened(
        "az/stay-extension", "file_application", officer,
        stay_until=today() + timedelta(days=5), ground="treatment", speed="standard",
    )  # fmt: skip
    shown = pages.get(f"/cases/{filed.uuid}/", headers={"accept-language": "en"}).content.decode()
    assert "Tell the person" in shown
    assert "the service must do this by" in shown
    assert "служба должна сделать это до" in shown
