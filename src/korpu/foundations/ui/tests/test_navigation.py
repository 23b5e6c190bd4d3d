import pytest
from django.test import RequestFactory

from korpu.foundations.ui import languages, navigation
from korpu.foundations.ui.navigation import NavItem


class Reader:
    """Somebody with one permission."""

    def may(self, permission: str) -> bool:
        return permission == "case.read"


@pytest.fixture(autouse=True)
def empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(navigation, "_main", {})
    monkeypatch.setattr(languages, "_remember_choice", [])


def texts(path: str = "/", actor: Reader | None = None) -> list[tuple[str, bool]]:
    links = navigation.main_links(RequestFactory().get(path), actor)
    return [(str(link.text), link.active) for link in links]


def test_only_what_the_actor_may_enter_is_shown_in_order() -> None:
    navigation.register(NavItem("Third", "about", order=30))
    navigation.register(NavItem("Secret", "cookies", "audit.read", order=10))
    navigation.register(NavItem("First", "help", "case.read", order=20))
    assert texts(actor=Reader()) == [("First", False), ("Third", False)]


def test_nobody_sees_no_navigation() -> None:
    navigation.register(NavItem("Help", "help"))
    assert texts() == []


def test_the_page_one_is_on_is_marked_and_pages_below_it_too() -> None:
    navigation.register(NavItem("Help", "help"))
    assert texts("/help/", Reader()) == [("Help", True)]
    assert texts("/help/deadlines/", Reader()) == [("Help", True)]
    assert texts("/helpless/", Reader()) == [("Help", False)]


def test_two_entries_to_one_page_are_refused() -> None:
    navigation.register(NavItem("Help", "help"))
    with pytest.raises(RuntimeError, match="help"):
        navigation.register(NavItem("Again", "help"))


def test_two_keepers_of_the_language_are_refused() -> None:
    languages.register_remember_choice(lambda _request, _language: None)
    with pytest.raises(RuntimeError):
        languages.register_remember_choice(lambda _request, _language: None)


def test_what_is_shown_only_while_something_waits_comes_and_goes_with_it() -> None:
    waiting = [0]
    entry = NavItem("Tasks", "help", count=lambda _: waiting[0], hides_when_empty=True)
    navigation.register(entry)
    assert texts(actor=Reader()) == []
    waiting[0] = 2
    assert texts(actor=Reader()) == [("Tasks", False)]
