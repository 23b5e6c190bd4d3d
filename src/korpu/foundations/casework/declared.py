"""Cases of procedures that have no room of their own: run from the declaration alone."""

from collections.abc import Mapping
from typing import Any

import yaml
from django.utils import timezone

from korpu.engines.procedure.api import Act as DeclaredAct
from korpu.engines.procedure.api import FactValue
from korpu.foundations.accounts.api import Actor, jurisdiction_folder
from korpu.foundations.casework.engine import library, procedure_of
from korpu.foundations.casework.fact_fields import asked_by, facts_from, fields_for
from korpu.foundations.casework.forms import ActForm
from korpu.foundations.casework.models import Case
from korpu.foundations.casework.registry import CaseType, register_case_type


class DeclaredActForm(ActForm):
    """Day, note, and a field for each fact the declared act states or is judged by."""

    def __init__(
        self, *args: Any, case: Case, act: DeclaredAct, actor: Actor, **options: Any
    ) -> None:
        super().__init__(*args, case=case, act=act, actor=actor, **options)
        self.procedure = procedure_of(case)
        self.fields.update(fields_for(self.procedure, act))
        self._order()

    def facts(self) -> Mapping[str, FactValue]:
        return facts_from(self.procedure, self.cleaned_data)

    def data_for_domain(self) -> Mapping[str, object]:
        return {}


class DeclaredCaseType(CaseType):
    """A case type that computes no fact and asks for every one it needs."""

    def states(self, act: str) -> frozenset[str]:
        """Facts the form of ``act`` states, by the version in force today."""
        procedure = library().procedure(self.procedure, on=timezone.localdate())
        declared = procedure.act_called(act)
        return frozenset(asked_by(procedure, declared)) if declared else frozenset()

    def form_of(self, act: str) -> type[ActForm]:  # noqa: ARG002  one form serves every act
        return DeclaredActForm


def register_declared() -> None:
    """Make cases of the jurisdiction's general case types possible.

    Raises:
        ImproperlyConfigured: a room has registered one of them already.
    """
    path = jurisdiction_folder() / "case-types.yaml"
    found = yaml.safe_load(path.read_text(encoding="utf-8"))["case_types"]
    for procedure, kind in found.items():
        register_case_type(
            DeclaredCaseType(
                procedure=procedure, business=kind["business"], number_prefix=kind["prefix"]
            )
        )
