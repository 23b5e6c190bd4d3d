"""Turns Django's fields into GOV.UK components."""

from collections.abc import Callable, Iterator
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext
from markupsafe import Markup

from korpu.foundations.ui.forms.dates import PARTS, DateWidget
from korpu.foundations.ui.govuk import govuk

Params = dict[str, Any]
INPUT_TYPES: dict[type[forms.Widget], Params] = {
    forms.NumberInput: {"inputmode": "decimal"},
    forms.EmailInput: {"type": "email", "spellcheck": False, "autocomplete": "email"},
    forms.PasswordInput: {"type": "password", "autocomplete": "current-password"},
    forms.URLInput: {"type": "url", "spellcheck": False},
}


def form_errors(form: forms.BaseForm) -> Markup:
    """The error summary: every error with a link to its field; empty when there is none."""
    if not form.is_bound or not form.errors:
        return Markup()
    return govuk.error_summary(
        {"titleText": gettext("There is a problem"), "errorList": list(_all_errors(form))}
    )


def _all_errors(form: forms.BaseForm) -> Iterator[Params]:
    for sentence in form.non_field_errors():
        yield {"text": sentence}
    for bound in form:
        for sentence in bound.errors:
            yield {"text": f"{bound.label}: {sentence}", "href": f"#{_first_id(bound)}"}


def _first_id(bound: BoundField) -> str:
    if not isinstance(bound.field.widget, DateWidget):
        return str(bound.auto_id)
    return f"{bound.auto_id}-{_wrong_parts(bound)[0]}"


def form_fields(form: forms.BaseForm) -> Markup:
    """Every field in order, hidden ones included."""
    return Markup("\n").join(form_field(bound) for bound in form)


def form_field(bound: BoundField, **options: Any) -> Markup:
    """One field with label, hint and error.

    Args:
        bound: the field (``form["name"]``).
        options: parameters of the GOV.UK component that go before ours (``classes``, ``prefix``).
    """
    if bound.is_hidden:
        return Markup(bound.as_hidden())  # noqa: S704  # Django's own SafeString
    for widgets, render in RENDERERS:
        if isinstance(bound.field.widget, widgets):
            return render(bound, options)
    raise TypeError(f"No house style for the widget {type(bound.field.widget).__name__}.")


def _common(bound: BoundField) -> Params:
    params: Params = {
        "id": bound.auto_id,
        "name": bound.html_name,
        "hint": {"text": bound.help_text} if bound.help_text else None,
        "errorMessage": _error(bound),
        "disabled": bound.field.disabled,
        "attributes": _attributes(bound),
    }
    return {key: value for key, value in params.items() if value}


def _attributes(bound: BoundField) -> Params:
    shown = {"class", "autocomplete", "spellcheck", "rows", "cols", "multiple", "placeholder"}
    length = {"maxlength", "minlength"}  # browsers cut silently what is pasted; we say it instead
    given = bound.field.widget.attrs
    return {name: value for name, value in given.items() if name not in shown | length}


def _error(bound: BoundField) -> Params | None:
    if not bound.errors:
        return None
    sentences = Markup("<br>").join(str(error) for error in bound.errors)
    return {"html": sentences, "visuallyHiddenText": gettext("Error")}


def _label(bound: BoundField) -> Params:
    return {"text": label_text(bound), "classes": "govuk-label--s"}


def _legend(bound: BoundField) -> Params:
    return {"legend": {"text": label_text(bound), "classes": "govuk-fieldset__legend--s"}}


def label_text(bound: BoundField) -> str:
    """The label; an optional field says that it is optional."""
    is_said = getattr(bound.form, "says_what_is_optional", True)
    is_tick = isinstance(bound.field.widget, forms.CheckboxInput)
    if bound.field.required or is_tick or not is_said:
        return str(bound.label)
    return gettext("%(label)s (optional)") % {"label": bound.label}


def _text_input(bound: BoundField, options: Params) -> Markup:
    widget = bound.field.widget
    kinds = (extra for known, extra in INPUT_TYPES.items() if isinstance(widget, known))
    value = None if isinstance(widget, forms.PasswordInput) else bound.value()
    params = {**_common(bound), "label": _label(bound), **next(kinds, {})}
    if value is not None:
        params["value"] = str(value)
    given = widget.attrs.get("autocomplete")
    if given:
        params["autocomplete"] = given
    if widget.attrs.get("spellcheck") == "false":
        params["spellcheck"] = False
    return govuk.input({**params, **options})


def _textarea(bound: BoundField, options: Params) -> Markup:
    rows = bound.field.widget.attrs["rows"]
    params = {**_common(bound), "label": _label(bound), "value": bound.value() or "", "rows": rows}
    limit = getattr(bound.field, "max_length", None)
    if not limit:
        return govuk.textarea({**params, **options})
    return govuk.character_count({**params, "maxlength": limit, **_count_words(), **options})


def _count_words() -> Params:
    left = _for_script(gettext("Characters left: {count}"))
    over = _for_script(gettext("Characters too many: {count}"))
    return {
        "textareaDescriptionText": _for_script(gettext("At most {count} characters.")),
        "charactersUnderLimitText": {"one": left, "few": left, "many": left, "other": left},
        "charactersAtLimitText": gettext("No characters left"),
        "charactersOverLimitText": {"one": over, "few": over, "many": over, "other": over},
    }


def _for_script(sentence: str) -> str:
    """GOV.UK's script fills ``%{count}``, which gettext would take for a place of its own."""
    return sentence.replace("{count}", "%{count}")


def _select(bound: BoundField, options: Params) -> Markup:
    params = {**_common(bound), "label": _label(bound), "items": list(_options(bound, "selected"))}
    return govuk.select({**params, **options})


def _options(bound: BoundField, mark: str) -> Iterator[Params]:
    """The choices as items; groups are flattened, their name before the choice's own."""
    value = bound.value()
    chosen = {str(one) for one in (value if isinstance(value, list | tuple | set) else [value])}
    for group, choices, _index in bound.field.widget.optgroups(bound.html_name, []):
        for choice in choices:
            text = f"{group}: {choice['label']}" if group else choice["label"]
            key = str(choice["value"])
            is_chosen = key in chosen or (value is None and key == "")
            item = {"value": key, "text": text, mark: is_chosen}
            hint = getattr(bound.field, "choice_hints", {}).get(choice["value"])
            yield {**item, "hint": {"text": hint}} if hint else item


def _radios(bound: BoundField, options: Params) -> Markup:
    items = [item for item in _options(bound, "checked") if item["value"]]
    params = {**_common(bound), "fieldset": _legend(bound), "items": items}
    return govuk.radios({**params, "idPrefix": bound.auto_id, **options})


def _checkboxes(bound: BoundField, options: Params) -> Markup:
    params = {
        **_common(bound),
        "fieldset": _legend(bound),
        "items": list(_options(bound, "checked")),
    }
    return govuk.checkboxes({**params, "idPrefix": bound.auto_id, **options})


def _tick(bound: BoundField, options: Params) -> Markup:
    item = {"value": "on", "text": label_text(bound), "checked": bool(bound.value())}
    params = {**_common(bound), "idPrefix": bound.auto_id, "items": [item]}
    return govuk.checkboxes({**params, **options})


def _date(bound: BoundField, options: Params) -> Markup:
    typed, wrong = bound.value(), _wrong_parts(bound) if bound.errors else ()
    names = {"day": gettext("Day"), "month": gettext("Month"), "year": gettext("Year")}
    items = [
        {
            "name": f"{bound.html_name}-{part}",
            "id": f"{bound.auto_id}-{part}",
            "label": names[part],
            "value": typed[part],
            "classes": _date_classes(part, is_wrong=part in wrong),
        }
        for part in PARTS
    ]
    params = {**_common(bound), "fieldset": {"role": "group", **_legend(bound)}, "items": items}
    return govuk.date_input({**params, **options})


def _wrong_parts(bound: BoundField) -> tuple[str, ...]:
    codes = [error.code for error in bound.form.errors[bound.name].as_data()]
    return tuple(part for part in PARTS if part in codes) or PARTS


def _date_classes(part: str, *, is_wrong: bool) -> str:
    width = "govuk-input--width-4" if part == "year" else "govuk-input--width-2"
    return f"{width} govuk-input--error" if is_wrong else width


def _file(bound: BoundField, options: Params) -> Markup:
    params = {**_common(bound), "label": _label(bound)}
    if getattr(bound.field.widget, "allow_multiple_selected", False):
        params["multiple"] = True
    return govuk.file_upload({**params, **_file_words(), **options})


def _file_words() -> Params:
    """The words of the script that replaces the browser's own, which speaks its own language."""
    chosen = _for_script(gettext("Files chosen: {count}"))
    return {
        "javascript": True,
        "chooseFilesButtonText": gettext("Choose files"),
        "dropInstructionText": gettext("or drop them here"),
        "noFileChosenText": gettext("No file chosen"),
        "multipleFilesChosenText": {"one": chosen, "few": chosen, "many": chosen, "other": chosen},
        "enteredDropZoneText": gettext("Over the drop zone"),
        "leftDropZoneText": gettext("Outside the drop zone"),
    }


RENDERERS: tuple[tuple[tuple[type[forms.Widget], ...], Callable[[BoundField, Params], Markup]], ...]
RENDERERS = (
    ((DateWidget,), _date),
    ((forms.CheckboxSelectMultiple, forms.SelectMultiple), _checkboxes),
    ((forms.RadioSelect,), _radios),
    ((forms.CheckboxInput,), _tick),
    ((forms.Select,), _select),
    ((forms.Textarea,), _textarea),
    ((forms.FileInput,), _file),
    ((forms.widgets.Input,), _text_input),
)
