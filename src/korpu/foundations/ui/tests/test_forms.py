from datetime import date

import pytest
from django import forms

from korpu.foundations.ui.forms import DateField, FilesField, Form, NameField
from korpu.foundations.ui.forms.rendering import form_errors, form_field, form_fields
from korpu.foundations.ui.languages import speak
from korpu.kernel.errors import InvalidInput


@pytest.fixture(autouse=True)
def english() -> object:
    with speak("en"):
        yield


class PersonForm(Form):
    name = NameField(label="Name", help_text="As in the passport")
    born_on = DateField(label="Date of birth", latest=date(2026, 1, 31))
    sex = forms.ChoiceField(
        label="Sex", choices=[("F", "Female"), ("M", "Male")], widget=forms.RadioSelect
    )
    note = forms.CharField(label="Note", required=False, max_length=100, widget=forms.Textarea)


GOOD = {
    "name": "Əliyeva Günay Rəşid qızı",
    "born_on-day": "5",
    "born_on-month": "3",
    "born_on-year": "1990",
    "sex": "F",
}


def errors_of(**changed: str) -> dict[str, list[str]]:
    return dict(PersonForm({**GOOD, **changed}).errors)


def test_a_good_form_is_cleaned() -> None:
    form = PersonForm(GOOD)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["born_on"] == date(1990, 3, 5)
    assert form.cleaned_data["name"] == "Əliyeva Günay Rəşid qızı"


@pytest.mark.parametrize(
    "name",
    [
        "Мамедова Айгюн",
        "Ağayev-Həsənov",
        "O'Brien",
        "احمدی‌نژاد",
        "Nguyễn Thị",
        "D’Angelo, Jr.",
        "Suharto",
    ],
)
def test_names_of_every_script_pass(name: str) -> None:
    assert errors_of(name=name) == {}


@pytest.mark.parametrize(
    "name", ["Ali\u202eilA", "Ali\u0007", "A\u200bli", "\ufeffAli", "Ali\u2066"]
)
def test_names_with_unseen_characters_are_refused(name: str) -> None:
    assert "invisible" in errors_of(name=name)["name"][0]


@pytest.mark.parametrize("name", ["Ali 😀", "Ali2", "<script>", "Ali;", "A_B"])
def test_names_with_what_no_name_has_are_refused(name: str) -> None:
    assert errors_of(name=name)["name"][0].startswith("Use only letters")


def test_other_text_takes_emoji_but_no_direction_override() -> None:
    assert errors_of(note="fine 😀\nnext line") == {}
    assert "note" in errors_of(note="evil \u202etxt")


def test_a_decomposed_name_is_composed_and_spaced() -> None:
    form = PersonForm({**GOOD, "name": "  Çe\u0308lik   Ali "})
    assert form.is_valid()
    assert form.cleaned_data["name"] == "Çëlik Ali"


@pytest.mark.parametrize("pasted", ["1990-03-05", "05.03.1990", "5/3/1990", " 1990-3-5 "])
def test_a_whole_date_may_be_pasted_into_the_first_box(pasted: str) -> None:
    form = PersonForm({**GOOD, "born_on-day": pasted, "born_on-month": "", "born_on-year": ""})
    assert form.is_valid()
    assert form.cleaned_data["born_on"] == date(1990, 3, 5)


def test_a_date_may_come_in_one_field() -> None:
    form = PersonForm({"name": "Ali", "sex": "M", "born_on": "1990-03-05"})
    assert form.is_valid()


@pytest.mark.parametrize(
    ("day", "month", "year", "words"),
    [
        ("31", "2", "1990", "no such date"),
        ("5", "", "1990", "month as well"),
        ("", "3", "1990", "day as well"),
        ("5", "3", "", "year as well"),
        ("5", "3", "90", "four digits"),
        ("5", "mart", "1990", "in digits"),
        ("1", "2", "2026", "31 January 2026 or earlier"),
        ("", "", "", "Fill in"),
        ("0", "0", "0000", "no such date"),
    ],
)
def test_a_wrong_date_says_what_is_wrong(day: str, month: str, year: str, words: str) -> None:
    found = errors_of(**{"born_on-day": day, "born_on-month": month, "born_on-year": year})
    assert words in found["born_on"][0]


def test_everything_typed_is_kept_beside_its_error() -> None:
    html = str(form_fields(PersonForm({**GOOD, "name": "Ali 7", "born_on-day": "99"})))
    assert 'value="Ali 7"' in html
    assert 'value="99"' in html
    assert 'value="1990"' in html
    assert 'aria-describedby="id_name-hint id_name-error"' in html


def test_only_the_missing_part_of_a_date_is_marked_and_linked() -> None:
    form = PersonForm({**GOOD, "born_on-month": ""})
    html = str(form_field(form["born_on"]))
    assert html.count("govuk-input--error") == 1
    assert 'href="#id_born_on-month"' in str(form_errors(form))


def test_the_summary_links_every_error_to_its_field() -> None:
    summary = str(form_errors(PersonForm({})))
    for anchor in ("#id_name", "#id_born_on-day", "#id_sex"):
        assert f'href="{anchor}"' in summary
    assert "Choose one of the answers." in summary


def test_no_summary_before_anything_was_sent() -> None:
    assert str(form_errors(PersonForm())) == ""


def test_what_was_typed_cannot_break_out_of_the_page() -> None:
    form = PersonForm({**GOOD, "name": '"><script>alert(1)</script>', "sex": "<b>"})
    html = str(form_errors(form)) + str(form_fields(form))
    assert "<script>" not in html
    assert "<b>" not in html


def test_an_optional_field_says_so() -> None:
    assert "Note (optional)" in str(form_field(PersonForm()["note"]))


def test_a_refusal_of_a_service_appears_at_its_field_and_the_rest_on_top() -> None:
    form = PersonForm(GOOD)
    assert form.is_valid()
    form.add_invalid_input(
        InvalidInput("Not accepted.", fields={"name": "Known already.", "elsewhere": "Odd."})
    )
    assert form.errors["name"] == ["Known already."]
    assert form.non_field_errors() == ["Not accepted."]


def test_several_files_are_asked_for_and_required() -> None:
    class FilesForm(Form):
        files = FilesField(label="Documents")

    assert " multiple" in str(form_field(FilesForm()["files"]))
    assert FilesForm({}, {}).errors["files"] == ["Choose a file."]
