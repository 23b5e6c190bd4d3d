from pathlib import Path

import pytest

from korpu.foundations.ui import messages
from korpu.foundations.ui.catalogues import catalogue_path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    app = tmp_path / "rooms/greeting"
    (app / "jinja2").mkdir(parents=True)
    (app / "apps.py").write_text("")
    (app / "views.py").write_text(
        'from django.utils.translation import gettext as _, ngettext\n_("Hello %(name)s")\n'
        'ngettext("%(n)s case", "%(n)s cases", 2)\n'
    )
    (app / "jinja2/page.html").write_text("{% trans %}Good day{% endtrans %}")
    return tmp_path


def translate(root: Path, language: str, words: dict[str, object]) -> Path:
    messages.update_catalogues(root)
    path = catalogue_path(root / "rooms/greeting", language)
    catalogue = messages.read(path, language)
    for key, translation in words.items():
        catalogue[key].string = translation
    messages.write(path, catalogue)
    return path


COMPLETE = {
    "Hello %(name)s": "Salam %(name)s",
    "Good day": "Günaydın",
    "%(n)s case": ("%(n)s iş", "%(n)s iş"),
}
COMPLETE_RU = {**COMPLETE, "%(n)s case": ("%(n)s дело", "%(n)s дела", "%(n)s дел")}


def problems(root: Path, language: str) -> dict[str, str]:
    path = catalogue_path(root / "rooms/greeting", language)
    return {one.message: one.problem for one in messages.check(root) if one.catalogue == path}


def test_strings_of_python_and_of_templates_are_gathered(root: Path) -> None:
    found = messages.extract(root / "rooms/greeting")
    assert {messages.readable(one) for one in found if one.id} == set(COMPLETE)


def test_a_string_without_a_catalogue_is_reported(root: Path) -> None:
    assert problems(root, "az") == dict.fromkeys(COMPLETE, "is not in the catalogue")


def test_complete_catalogues_have_no_findings(root: Path) -> None:
    translate(root, "az", COMPLETE)
    translate(root, "ru", COMPLETE_RU)
    assert messages.check(root) == []


@pytest.mark.parametrize(
    ("translation", "problem"),
    [
        ("", "has no translation"),
        ("Salam", "has other placeholders than the English"),
        ("Salam %(ad)s", "has other placeholders than the English"),
    ],
)
def test_a_wrong_translation_is_reported(root: Path, translation: str, problem: str) -> None:
    translate(root, "az", {**COMPLETE, "Hello %(name)s": translation})
    assert problems(root, "az") == {"Hello %(name)s": problem}


def test_a_missing_plural_form_is_reported(root: Path) -> None:
    translate(root, "ru", {**COMPLETE_RU, "%(n)s case": ("%(n)s дело", "%(n)s дела", "")})
    assert problems(root, "ru") == {"%(n)s case": "has no translation"}


def test_a_fuzzy_translation_is_reported(root: Path) -> None:
    path = translate(root, "az", COMPLETE)
    path.write_text(path.read_text().replace('msgid "Good', '#, fuzzy\nmsgid "Good'))
    assert problems(root, "az") == {"Good day": "is marked fuzzy"}


def test_a_translation_of_a_string_shown_nowhere_is_reported(root: Path) -> None:
    path = translate(root, "az", COMPLETE)
    path.write_text(path.read_text() + '\nmsgid "Gone"\nmsgstr "Getdi"\n')
    assert problems(root, "az") == {"Gone": "is used nowhere"}


def test_updating_keeps_translations_and_drops_unused_ones(root: Path) -> None:
    path = translate(root, "az", COMPLETE)
    (root / "rooms/greeting/jinja2/page.html").unlink()
    messages.update_catalogues(root)
    kept = messages.read(path, "az")
    assert kept["Hello %(name)s"].string == "Salam %(name)s"
    assert "Good day" not in kept


def test_only_stale_catalogues_are_compiled(root: Path) -> None:
    path = translate(root, "az", COMPLETE)
    assert path in messages.compile_catalogues(root)
    assert path.with_suffix(".mo").exists()
    assert messages.compile_catalogues(root) == []
