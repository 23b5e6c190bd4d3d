"""The jurisdiction's projects, brought from its files into the tables.

A reload is a three-way merge by field: a field that still holds what the file said last time takes
what the file says now; a field people changed since stays as they left it. A part people took out
stays out; a part the file no longer names stays.
"""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import models

from korpu.domains.programmes.declarations import (
    DeclaredProject,
    partial_date,
    read_projects,
    read_sources,
)
from korpu.domains.programmes.enums import ApprovalState, ValueState
from korpu.domains.programmes.models import (
    Activity,
    Budget,
    BudgetLine,
    Claim,
    Component,
    Indicator,
    Instrument,
    Objective,
    Part,
    Party,
    Period,
    Project,
    ProjectDate,
    ProjectInstrument,
    ProjectOffice,
    Result,
    Source,
    Transaction,
)
from korpu.domains.programmes.models.base import as_declared
from korpu.foundations.accounts.api import Actor, acting
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.organisations.models import Organisation
from korpu.kernel.texts import LANGUAGES

Values = dict[str, Any]


def load_projects(folder: Path, *, actor: Actor, at: datetime) -> int:
    """Bring every project of ``folder`` into the tables; loading again changes nothing.

    What is new is public from the start: every fact comes from something published. Returns how
    many projects the folder declares.

    Raises:
        DeclaredProjectError: a file is malformed.
        NotPermitted: the actor may not edit projects.
    """
    actor.check("programmes.project.edit")
    declared = read_projects(folder)
    with acting(actor):
        for source in read_sources(folder):
            _load_source(source)
        told: set[str] = set()
        for project in declared:
            _Loader(project, actor, at, told).load()
    return len(declared)


def _load_source(written: Mapping[str, Any]) -> None:
    values = _only(written, "publisher", "edition", "url", "seen_on")
    _merge(Source, {"code": written["code"]}, _in_languages("title", written["title"]) | values, {})


class _Loader:
    """One project and its parts."""

    def __init__(
        self, declared: DeclaredProject, actor: Actor, at: datetime, told: set[str]
    ) -> None:
        """``told``: codes of instruments a file has told of so far."""
        self.told = told
        self.facts, self.title = declared.facts, declared.title
        self.actor, self.at = actor, at
        self.sources = {source.code: source for source in Source.objects.all()}
        self.bodies = {body.code: body for body in Organisation.objects.all()}
        self.project = self._load_project()

    def load(self) -> None:
        objectives = self._parts(Objective, "objectives", self._objective)
        components = self._parts(Component, "components", self._component)
        links = {"objective": objectives, "component": components}
        self._parts(Activity, "activities", lambda one: self._activity(one, links))
        self._parts(Party, "parties", lambda one: self._party(one, components))
        self._parts(ProjectDate, "dates", self._date)
        self._parts(ProjectOffice, "offices", self._office)
        self._parts(ProjectInstrument, "instruments", self._instrument)
        self._parts(Budget, "budgets", _approved)
        self._parts(BudgetLine, "lines", _approved)
        self._parts(Transaction, "transactions", _transaction)
        links["result"] = self._parts(Result, "results", lambda one: self._linked(one, links))
        links["indicator"] = self._parts(
            Indicator, "indicators", lambda one: self._linked(one, links)
        )
        self._parts(Period, "periods", lambda one: self._period(one, links))
        for point in self.facts.get("conflicts", ()):
            self._conflict(point)

    def _load_project(self) -> Project:
        facts = self.facts
        values = _only(facts, "acronym", "spellings", "official_titles", "status", "statements")
        values |= _in_languages("title", facts["title"])
        values |= _in_languages("summary", facts["summary"])
        values["source"] = self.sources[facts["source"]]
        values["predecessor"] = Project.objects.filter(code=facts.get("predecessor")).first()
        fixed = {
            "compartment": Compartment.objects.get(
                office__code=facts["office"], business="programmes"
            ),
            "is_fictional": bool(facts.get("fictional", False)),
            "published_at": self.at,
            "published_by": self.actor.user,
        }
        project: Project = _merge(Project, {"code": facts["code"]}, values, fixed)
        return project

    def _parts(self, model: type[Part], name: str, values_of: Any) -> dict[str, Part]:
        found = {}
        for place, written in enumerate(self.facts.get(name, ()), start=1):
            found[written["key"]] = self._part(model, written, place, values_of(written))
        return found

    def _part(
        self, model: type[Part], written: Mapping[str, Any], place: int, values: Values
    ) -> Part:
        common = {
            "source": self.sources[written.get("source", self.facts["source"])],
            "statements": list(written.get("statements", ())),
            "place": place,
        }
        if "note" in written:
            common |= _in_languages("note", written["note"])
        named = {"project": self.project, "key": written["key"]}
        part: Part = _merge(model, named, common | values, {})
        return part

    def _objective(self, written: Mapping[str, Any]) -> Values:
        return _only(written, "level", "number") | _in_languages("title", written["title"])

    def _component(self, written: Mapping[str, Any]) -> Values:
        return _only(written, "number") | _in_languages("title", written["title"])

    def _activity(
        self, written: Mapping[str, Any], links: Mapping[str, Mapping[str, Part]]
    ) -> Values:
        linked = {name: rows[written[name]] for name, rows in links.items() if name in written}
        dated: Values = {}
        for day in ("planned_start", "planned_end", "actual_start", "actual_end"):
            dated |= _partial(written, day)
        values = _only(written, "kind", "status") | _in_languages("title", written["title"])
        return values | linked | dated

    def _party(self, written: Mapping[str, Any], components: Mapping[str, Part]) -> Values:
        values = _only(written, "role", "unnamed_count", "countries")
        if "organisation" in written:
            values["organisation"] = self.bodies[written["organisation"]]
        if "label" in written:
            values |= _in_languages("label", written["label"])
        if "component" in written:
            values["component"] = components[written["component"]]
        if "share" in written:
            values |= {"share": written["share"], "share_state": ValueState.STATED}
        return values

    def _linked(
        self, written: Mapping[str, Any], links: Mapping[str, Mapping[str, Part]]
    ) -> Values:
        known = ("level", "unit", "counter", "counted_from", "dimensions")
        linked = {name: rows[written[name]] for name, rows in links.items() if name in written}
        return _only(written, *known) | _in_languages("title", written["title"]) | linked

    def _period(
        self, written: Mapping[str, Any], links: Mapping[str, Mapping[str, Part]]
    ) -> Values:
        """A figure of a published source needs no second person to approve it."""
        values = _only(written, "first", "last", "target", "actual")
        values["indicator"] = links["indicator"][written["indicator"]]
        if "target" in written:
            values["target_state"] = ValueState.STATED
        if "actual" in written:
            values |= {"actual_state": ValueState.STATED, "approved_at": self.at}
            values["approved_by"] = self.actor.user
        return values

    def _date(self, written: Mapping[str, Any]) -> Values:
        when = partial_date(written["day"])
        return _only(written, "kind") | {"day": when.day, "precision": when.precision}

    def _office(self, written: Mapping[str, Any]) -> Values:
        when = partial_date(written["opened"])
        values = _only(written, "country") | _in_languages("city", written["city"])
        return values | {"opened_on": when.day, "opened_precision": when.precision}

    def _instrument(self, written: Mapping[str, Any]) -> Values:
        return _only(written, "relation") | {"instrument": self._legal(written["instrument"])}

    def _legal(self, written: Mapping[str, Any]) -> Instrument:
        """The instrument, which several projects may rest on; the first file to name it tells."""
        known = ("kind", "official_title", "signed_on", "place", "number", "recorded_in", "url")
        values = _only(written, *known)
        values |= _in_languages("title", written["title"])
        values["source"] = self.sources[self.facts["source"]]
        if "approves" in written:
            values["approves"] = Instrument.objects.get(code=written["approves"])
        if written["code"] not in self.told:
            self.told.add(written["code"])
            _merge(Instrument, {"code": written["code"]}, values, {})
        return Instrument.objects.get(code=written["code"])

    def _conflict(self, point: Mapping[str, Any]) -> None:
        for place, written in enumerate(point["claims"], start=1):
            values = {"point": point["point"], "is_followed": written.get("followed", False)}
            values |= _in_languages("point", point["title"])
            values |= _in_languages("title", written["says"])
            if "reason" in written:
                values |= _in_languages("reason", written["reason"])
            self._part(Claim, written, place, values)


def _approved(written: Mapping[str, Any]) -> Values:
    values = _only(written, "amount", "currency", "first", "last")
    return values | {"state": ApprovalState.APPROVED}


def _transaction(written: Mapping[str, Any]) -> Values:
    known = ("kind", "day", "amount", "currency", "rate", "rate_on", "description", "reference")
    return _only(written, *known)


def _merge(
    model: type[models.Model], named: Mapping[str, Any], values: Values, fixed: Values
) -> Any:
    """Make the row, or let the fields nobody changed follow the file. ``fixed``: when made."""
    row: Any = model._default_manager.filter(**named).first()  # noqa: SLF001  Django's public door to any model
    says = {name: as_declared(value) for name, value in values.items()}
    if row is None:
        return model._default_manager.create(**named, **values, **fixed, declared=says)  # noqa: SLF001  the same
    if row.declared == says:
        return row
    for name, value in values.items():
        untouched = as_declared(getattr(row, name)) == row.declared.get(name, says[name])
        if untouched and says[name] != row.declared.get(name):
            setattr(row, name, value)
    row.declared = says
    row.revision += 1
    row.save()
    return row


def _only(written: Mapping[str, Any], *names: str) -> Values:
    return {name: written[name] for name in names if name in written}


def _in_languages(name: str, texts: Mapping[str, str]) -> Values:
    return {f"{name}_{language}": texts[language] for language in LANGUAGES}


def _partial(written: Mapping[str, Any], name: str) -> Values:
    if name not in written:
        return {}
    when = partial_date(written[name])
    return {name: when.day, "precision": when.precision}
