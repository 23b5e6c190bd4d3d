"""The lists of the data-exchange ledger, declared once."""

from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from markupsafe import Markup

from korpu.domains.readmission.enums import Channel
from korpu.domains.readmission.ledger_words import exchange_words
from korpu.domains.readmission.models import Exchange, ExchangeAlert
from korpu.domains.readmission.selectors.ledger import recipients
from korpu.engines.procedure.api import CONFIDENCE_TEXTS
from korpu.foundations.ui.forms import DateField, FilterForm
from korpu.foundations.ui.tables import Column, TableSpec
from korpu.kernel.texts import Message

ANY = ("", _("Any"))


class ExchangeFilters(FilterForm):
    """What narrows the ledger."""

    body = forms.ChoiceField(label=_("Body"))
    channel = forms.ChoiceField(label=_("How it was received"), choices=(ANY, *Channel.choices))
    basis = forms.ChoiceField(label=_("Basis"))
    case = forms.CharField(label=_("Number of the case"), max_length=30)
    first = DateField(label=_("From"))
    last = DateField(label=_("To, this day included"))

    def __init__(self, *args: object, **named: object) -> None:
        super().__init__(*args, **named)
        bases = exchange_words().bases.values()
        self.fields["body"].choices = [ANY, *recipients()]  # type: ignore[attr-defined]  # a choice field
        self.fields["basis"].choices = [  # type: ignore[attr-defined]  # a choice field
            ANY,
            *((basis.id, str(basis.title)) for basis in bases),
        ]


def fields_told(entry: Exchange) -> str:
    """The fields received, in words, in the order of the jurisdiction's list."""
    words = exchange_words()
    order = {name: place for place, name in enumerate(words.fields)}
    names = sorted(entry.fields, key=lambda name: (order.get(name, len(order)), name))
    return ", ".join(str(words.title_of(name)) for name in names)


def what(entry: Exchange) -> str:
    """The letter, if one, and the fields; a file without known fields is named as one."""
    parts = [entry.letter_number, fields_told(entry)]
    if entry.document and not any(parts):
        return gettext("A file of the case")
    return ": ".join(part for part in parts if part)


def basis_of(entry: Exchange) -> Message:
    """What the basis is called today."""
    known = exchange_words().bases.get(entry.basis)
    return known.title if known else entry.basis


def _basis_cell(entry: Exchange) -> Markup:
    return Markup(  # noqa: S704  escaped by format_html
        format_html(
            '{}<br><span class="govuk-body-s">{}, {} ({})</span>',
            basis_of(entry),
            entry.instrument,
            entry.article,
            confidence_words(entry.confidence),
        )
    )


def confidence_words(confidence: str) -> Message:
    """How far the article was checked."""
    known = {name: words for name, words in CONFIDENCE_TEXTS.items() if name == confidence}
    return next(iter(known.values()), confidence)


def _columns() -> tuple[Column[Exchange], ...]:
    return (
        Column(
            "at",
            _("When"),
            lambda entry: entry.recorded_at,
            ("recorded_at",),
            is_row_header=True,
        ),
        Column("body", _("Body"), lambda entry: entry.recipient.title, ("recipient__code",)),
        Column(
            "channel",
            _("How it was received"),
            lambda entry: Channel(entry.channel).label,
            ("channel",),
        ),
        Column("what", _("What"), what),
        Column("by", _("Who received or sent it"), lambda entry: entry.signature),
        Column(
            "basis",
            _("Basis"),
            _basis_cell,
            ("basis",),
            export=lambda entry: f"{entry.instrument}, {entry.article}",
        ),
    )


CASE_ENTRIES: TableSpec[Exchange] = TableSpec(
    caption=_("Received by the other side"),
    columns=_columns(),
    default_sort="-at",
    empty=_("The other side has received nothing of this case yet."),
)
ALL_ENTRIES: TableSpec[Exchange] = TableSpec(
    caption=_("Data received abroad"),
    columns=(
        *_columns(),
        Column(
            "case",
            _("Case"),
            lambda entry: entry.case_number,
            ("case_number",),
            is_unbroken=True,
        ),
    ),
    default_sort="-at",
    filters=ExchangeFilters,
    empty=_("No body has received anything."),
)
FILE_COLUMNS: tuple[Column[Exchange], ...] = (
    *ALL_ENTRIES.columns,
    Column(
        "confidence", _("How far the basis was checked"), lambda e: confidence_words(e.confidence)
    ),
    Column("document", _("SHA-256 of the file"), lambda entry: entry.document),
    Column(
        "digests",
        _("Keyed digests of the values"),
        lambda entry: " ".join(f"{name}={value}" for name, value in sorted(entry.fields.items())),
    ),
)
ALERTS: TableSpec[ExchangeAlert] = TableSpec(
    caption=_("Data that left before a claim"),
    columns=(
        Column(
            "case",
            _("Case"),
            lambda alert: alert.case_number,
            ("case_number",),
            href=lambda alert: reverse("readmission:alert", args=[alert.uuid]),
            is_row_header=True,
            is_unbroken=True,
        ),
        Column("at", _("Recorded"), lambda alert: alert.recorded_at, ("recorded_at",)),
        Column(
            "count",
            _("Entries of the ledger by then"),
            lambda alert: alert.entry_count,
            is_numeric=True,
        ),
    ),
    default_sort="-at",
    empty=_("Nothing had left before any claim."),
)
