"""Fictional contents of the pattern book."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.functional import lazystr

from korpu.foundations.ui.forms import (
    Autocomplete,
    DateField,
    FilesField,
    FilterForm,
    Form,
    NameField,
)
from korpu.foundations.ui.items import ActionItem, FileItem, TimelineItem
from korpu.foundations.ui.navigation import Link
from korpu.foundations.ui.tables import Column, TableSpec
from korpu.kernel.money import Money
from korpu.kernel.texts import Text

NAME = Text(az="Ad, soyad", en="Name", ru="Имя, фамилия")
STATUS = Text(az="Vəziyyət", en="Status", ru="Состояние")
OPENED = Text(az="Açılıb", en="Opened", ru="Открыто")
DUE = Text(az="Son tarix", en="Due", ru="Срок")
AMOUNT = Text(az="Məbləğ", en="Amount", ru="Сумма")
NUMBER = Text(az="Nömrə", en="Number", ru="Номер")
RECEIVED = Text(az="Qəbul edilib", en="Received", ru="Получено")
CHECKED = Text(az="Şəxsiyyət yoxlanılır", en="Identity being checked", ru="Проверка личности")
ANSWERED = Text(az="Cavab verilib", en="Answered", ru="Ответ дан")
STATUSES = (RECEIVED, CHECKED, ANSWERED)


@dataclass(frozen=True, slots=True)
class SampleCase:
    number: str
    name: str
    status: Text
    opened_on: date
    due_on: date | None
    amount: Money


CASES = [
    SampleCase(
        number=f"RDM-2026-{index:06}",
        name=("Əliyeva İradə Çingiz qızı", "Quliyev Rəşad", "Şükürova Gülçöhrə")[index % 3],
        status=STATUSES[index % 3],
        opened_on=date(2026, 1 + index % 9, 1 + index % 27),
        due_on=None if index % 4 == 0 else date(2026, 3 + index % 9, 5),
        amount=Money(Decimal("1234.50") * (index + 1), "AZN"),
    )
    for index in range(12)
]


def status_choices() -> list[tuple[str, Any]]:
    every = Text(az="Hamısı", en="All", ru="Все")
    return [("", every), *((str(index), text) for index, text in enumerate(STATUSES))]


class SampleFilters(FilterForm):
    number = forms.CharField(label=lazystr(NUMBER))
    status = forms.ChoiceField(label=lazystr(STATUS), choices=status_choices)


class SampleForm(Form):
    """One field of each kind."""

    name = NameField(
        label=lazystr(NAME),
        help_text=lazystr(
            Text(az="Pasportda olduğu kimi", en="As in the passport", ru="Как в паспорте")
        ),
    )
    born_on = DateField(
        label=lazystr(Text(az="Doğum tarixi", en="Date of birth", ru="Дата рождения"))
    )
    state = forms.ChoiceField(
        label=lazystr(Text(az="Dövlət", en="State", ru="Государство")),
        choices=[
            ("", ""),
            ("AZ", Text(az="Azərbaycan", en="Azerbaijan", ru="Азербайджан")),
            ("DE", Text(az="Almaniya", en="Germany", ru="Германия")),
            ("PL", Text(az="Polşa", en="Poland", ru="Польша")),
        ],
        widget=Autocomplete,
    )
    sex = forms.ChoiceField(
        label=lazystr(Text(az="Cins", en="Sex", ru="Пол")),
        choices=[
            ("F", Text(az="Qadın", en="Female", ru="Женский")),
            ("M", Text(az="Kişi", en="Male", ru="Мужской")),
        ],
        widget=forms.RadioSelect,
    )
    needs = forms.MultipleChoiceField(
        label=lazystr(Text(az="Ehtiyaclar", en="Needs", ru="Потребности")),
        choices=[
            ("housing", Text(az="Mənzil", en="Housing", ru="Жильё")),
            ("health", Text(az="Səhiyyə", en="Health care", ru="Здравоохранение")),
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    reasons = forms.CharField(
        label=lazystr(Text(az="Əsaslar", en="Reasons", ru="Основания")),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=200,
    )
    documents = FilesField(
        label=lazystr(Text(az="Sənədlər", en="Documents", ru="Документы")),
        help_text=lazystr(
            Text(az="PDF, JPEG və ya PNG", en="PDF, JPEG or PNG", ru="PDF, JPEG или PNG")
        ),
        required=False,
    )
    agreed = forms.BooleanField(
        label=lazystr(
            Text(
                az="Məlumatın düzgün olduğunu təsdiq edirəm",
                en="I confirm that this is correct",
                ru="Подтверждаю, что сведения верны",
            )
        )
    )


TABLE = TableSpec[SampleCase](
    caption=Text(az="İşlər", en="Cases", ru="Дела"),
    columns=(
        Column(
            "number",
            NUMBER,
            lambda case: case.number,
            ("number",),
            href=lambda _: "#",
            is_row_header=True,
            is_unbroken=True,
        ),
        Column("name", NAME, lambda case: case.name),
        Column("status", STATUS, lambda case: case.status),
        Column("opened", OPENED, lambda case: case.opened_on, ("opened_on",)),
        Column("due", DUE, lambda case: case.due_on, ("due_on",), nullable=True),
        Column(
            "amount",
            AMOUNT,
            lambda case: case.amount,
            is_numeric=True,
        ),
    ),
    default_sort="-opened",
    filters=SampleFilters,
)


def components() -> dict[str, Any]:
    """The context of the page that shows every component but lists and forms."""
    officer = Text(az="Rəşad Quliyev", en="Rashad Guliyev", ru="Рашад Гулиев")
    at = datetime(2026, 3, 5, 10, 7, tzinfo=UTC)
    return {
        "facts": [(OPENED, date(2026, 3, 5)), (DUE, date(2026, 4, 4)), (NUMBER, "RDM-2026-000123")],
        "status": CHECKED,
        "name": CASES[0].name,
        "links": [Link(text, "#", index == 0) for index, text in enumerate(STATUSES)],
        "events": [
            TimelineItem(CHECKED, at, by=officer, text=CASES[0].number),
            TimelineItem(RECEIVED, at, by=officer, href="#"),
        ],
        "actions": [
            ActionItem(ANSWERED, href="#"),
            ActionItem(
                CHECKED,
                refusals=[
                    Text(
                        az="Şəxsiyyət artıq yoxlanılıb.",
                        en="The identity has already been checked.",
                        ru="Личность уже проверена.",
                    )
                ],
            ),
        ],
        "files": [
            FileItem(
                "pasport.pdf",
                "#",
                640_000,
                at=at,
                by=officer,
                remove_name="remove",
                remove_value="1",
            )
        ],
        "colours": [
            "grey",
            "green",
            "teal",
            "blue",
            "purple",
            "magenta",
            "red",
            "orange",
            "yellow",
        ],
        "rows": [
            {"q": f"2025-Q{quarter}", "n": count, "s": str(status)}
            for quarter, counts in enumerate(((12, 5), (9, 7), (14, 3), (11, 8)), start=1)
            for count, status in zip(counts, (ANSWERED, CHECKED), strict=True)
        ],
    }
