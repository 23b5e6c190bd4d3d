"""What a donor is told: words and figures, each figure with a reference to where it comes from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from korpu.domains.programmes.enums import ReportSection
from korpu.domains.programmes.figures import Figure
from korpu.domains.programmes.models import Part, Project, Source
from korpu.domains.programmes.selectors.accounts import Accounts, accounts_of, project_days
from korpu.domains.programmes.selectors.keeping import risks_of
from korpu.domains.programmes.selectors.logframe import ShownIndicator, ShownPeriod, logframe
from korpu.domains.programmes.selectors.projects import ProjectFile, get_project
from korpu.foundations.accounts.api import Actor
from korpu.foundations.ui.formats import number, share, short_date


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a figure comes from: its number in the report, words, and the page that shows it."""

    number: int
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; ``reference`` None: it is no figure."""

    text: str
    reference: Reference | None = None


@dataclass(frozen=True)
class Table:
    """A table of the report."""

    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]


@dataclass
class Section:
    """A heading with words, paragraphs, items and tables below it.

    ``narrative``: paragraphs the office wrote for this report, before those made from the record.
    """

    id: ReportSection
    paragraphs: list[str] = field(default_factory=list)
    narrative: Sequence[str] = ()
    items: list[str] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    @property
    def heading(self) -> str:
        return str(self.id.label)


@dataclass(frozen=True)
class ShownReport:
    """A report on a project from ``first`` to ``last``; None: without a bound."""

    project: Project
    first: date | None
    last: date | None
    sections: Sequence[Section]
    references: Sequence[Reference]


def donor_report(
    code: str,
    *,
    first: date | None,
    last: date | None,
    on: date,
    for_actor: Actor,
    narratives: Mapping[str, str] | None = None,
) -> ShownReport:
    """The report of a project in the language being spoken, as its donors may read it.

    Figures that wait for approval are left out, small numbers of people withheld, whoever asks.

    Args:
        code: the project's.
        first: day from which periods and lines of the budget are told; None: without a bound.
        last: day up to which they are, inclusive.
        on: the day of the report.
        for_actor: who asks.
        narratives: section → what the office wrote for it in this language.

    Raises:
        NotFound: no project that this actor may know of.
    """
    file = get_project(code, for_actor=for_actor)
    report = _Writer(file, first, last, on, for_actor).write()
    for section in report.sections:
        section.narrative = _paragraphs((narratives or {}).get(section.id, ""))
    return report


def _paragraphs(text: str) -> list[str]:
    """Blank lines part paragraphs."""
    blocks = text.replace("\r\n", "\n").split("\n\n")
    return [" ".join(block.split()) for block in blocks if block.strip()]


class _Writer:
    def __init__(
        self, file: ProjectFile, first: date | None, last: date | None, on: date, actor: Actor
    ) -> None:
        self.file, self.project = file, file.project
        self.first, self.last, self.on, self.actor = first, last, on, actor
        self.references: list[Reference] = []

    def write(self) -> ShownReport:
        sections = [self._aims(), self._work(), self._results(), self._money(), self._risks()]
        return ShownReport(self.project, self.first, self.last, sections, self.references)

    def _cite(self, words: str, href: str) -> Reference:
        found = next((r for r in self.references if (r.words, r.href) == (words, href)), None)
        if found is None:
            found = Reference(len(self.references) + 1, words, href)
            self.references.append(found)
        return found

    def _page(self, name: str, anchor: str = "") -> str:
        return reverse(f"programmes:{name}", args=(self.project.code,)) + anchor

    def _aims(self) -> Section:
        section = Section(ReportSection.AIMS, [str(self.project.summary)])
        for one in self.file.objectives:
            numbered = f" {one.number}" if one.number else ""
            section.items.append(f"{one.get_level_display()}{numbered}: {one.title}")
        start, end = project_days(self.project)
        if start and end:
            days = _("From %(first)s to %(last)s.")
            section.paragraphs.append(days % {"first": short_date(start), "last": short_date(end)})
        return section

    def _work(self) -> Section:
        section = Section(ReportSection.WORK)
        for one in self.file.activities:
            status = one.get_status_display() if one.status else _("status not stated")
            note = f" {one.note}" if str(one.note) else ""
            section.items.append(f"{one.title} ({status}).{note}")
        if not section.items:
            section.paragraphs.append(_("No activity is written down."))
        return section

    def _results(self) -> Section:
        section = Section(ReportSection.RESULTS)
        for result in logframe(self.project, for_actor=self.actor, public=True):
            section.paragraphs.append(f"{result.result.get_level_display()}: {result.result.title}")
            section.tables += [self._indicator(one) for one in result.indicators]
        if not section.tables:
            section.paragraphs.append(_("No figure is known for this period."))
        return section

    def _indicator(self, shown: ShownIndicator) -> Table:
        periods = [
            one
            for one in shown.periods
            if not one.figure.is_waiting and self._within(one.period.first, one.period.last)
        ]
        return Table(
            f"{shown.indicator.title} ({shown.unit})",
            (_("Period"), _("Target"), _("Actual"), _("Of the target")),
            [self._period(one) for one in periods],
        )

    def _period(self, shown: ShownPeriod) -> list[Cell]:
        period, figure = shown.period, shown.figure
        target = period.get_target_state_display() if period.target is None else None
        reached = "–" if shown.share_of_target is None else share(shown.share_of_target, 0)
        days = f"{short_date(period.first)} – {short_date(period.last)}"
        actual = figure_words(figure)
        if period.comment:
            actual = f"{actual}. {period.comment}"
        return [
            Cell(days),
            Cell(target or number(period.target)),
            Cell(actual, self._source_of(shown)),
            Cell(reached),
        ]

    def _source_of(self, shown: ShownPeriod) -> Reference:
        page = self._page("logframe", f"#period-{shown.period.uuid}")
        if shown.figure.query is not None:
            counted = _("Counted on %(day)s: %(what)s")
            words = counted % {"day": short_date(self.on), "what": shown.figure.query}
        else:
            words = source_words(shown.period)
        return self._cite(words, page)

    def _money(self) -> Section:
        accounts = accounts_of(self.project, on=self.on, for_actor=self.actor)
        section = Section(ReportSection.MONEY)
        if accounts.whole is None:
            section.paragraphs.append(_("The budget is not stated by the source."))
            return section
        section.tables.append(self._sums(accounts))
        if not accounts.transactions:
            section.paragraphs.append(_("No transaction is recorded."))
        if accounts.left_out:
            left = _("Transactions without a rate, left out of the sums: %(count)s.")
            section.paragraphs.append(left % {"count": accounts.left_out})
        if not accounts.agreed and accounts.lines:
            section.paragraphs.append(
                _("The lines are generated from the whole in proportion to days.")
            )
        return section

    def _sums(self, accounts: Accounts) -> Table:
        assert accounts.whole is not None
        currency, page = accounts.whole.currency, self._page("money")
        whole = self._cite(source_words(accounts.whole), page)
        lines = [
            (f"{short_date(one.first)} – {short_date(one.last)}", one.amount, whole)
            for one in accounts.lines
            if self._within(one.first, one.last)
        ]
        rows = [(_("Whole budget"), accounts.whole.amount, whole), *lines]
        if accounts.transactions:
            booked = self._cite(_("Transactions recorded in this system"), page)
            rows += [
                (_("Received from the donors"), accounts.received, booked),
                (_("Committed"), accounts.committed, booked),
                (_("Paid out and spent"), accounts.spent, booked),
            ]
        cells = [[Cell(words), Cell(number(sum_, 2), at)] for words, sum_, at in rows]
        return Table(_("Money in %(currency)s") % {"currency": currency}, ("", currency), cells)

    def _risks(self) -> Section:
        section = Section(ReportSection.RISKS)
        for one in risks_of(self.project, for_actor=self.actor):
            section.items.append(f"{one.title} ({one.weight}/25): {one.response}")
        if not section.items:
            section.paragraphs.append(_("No risk is written down."))
        return section

    def _within(self, first: date, last: date) -> bool:
        """Whether the days touch the report's own."""
        starts = self.last is None or first <= self.last
        return starts and (self.first is None or last >= self.first)


def figure_words(figure: Figure) -> str:
    """A figure in words; never a zero where nothing is known."""
    if figure.is_withheld:
        return _("fewer than 5")
    if figure.value is None:
        return str(figure.state.label)
    words = number(figure.value)
    return f"{words} ({_('split unknown')})" if figure.has_no_split else words


def source_words(part: Part) -> str:
    """A part's source and the numbers of the statements, in one line."""
    source: Source | None = part.source
    if source is None:
        return _("Entered by the office")
    numbers = ", ".join(part.statements)
    return f"{source.title}{f', {numbers}' if numbers else ''}"
