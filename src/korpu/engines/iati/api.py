"""IATI 2.03: the files by which programmes report to donors, as a typed model.

Pure: bytes in, records and findings out, and the other way round. The model
(:mod:`korpu.engines.iati.model`) is the description of the standard; reading, writing and checking
follow from it. Nothing is fetched and no moment is looked up: ``now`` is passed in.

Standard: IATI 2.03 (activity and organisation schema, ruleset, code lists).
"""

from korpu.engines.iati.budgets import Slice, budget_lines, split_by_year
from korpu.engines.iati.checking import Report, at_field, check_file, check_record, is_error
from korpu.engines.iati.codelists import CodeList, code_lists, lists_as_of, use_lists
from korpu.engines.iati.declaring import Element
from korpu.engines.iati.difference import Difference, differences
from korpu.engines.iati.findings import Finding, ModelPath, path_of_fields
from korpu.engines.iati.reading import NotUnderstood, Reading, read_record
from korpu.engines.iati.rules import Rule, Ruleset, read_ruleset, standard_rules
from korpu.engines.iati.stream import Limits, Record, Root, Stray, Unreadable, stream
from korpu.engines.iati.writing import (
    VERSION,
    wrap_records,
    write_activities,
    write_file,
    write_organisations,
    write_record,
)

__all__ = [
    "VERSION",
    "CodeList",
    "Difference",
    "Element",
    "Finding",
    "Limits",
    "ModelPath",
    "NotUnderstood",
    "Reading",
    "Record",
    "Report",
    "Root",
    "Rule",
    "Ruleset",
    "Slice",
    "Stray",
    "Unreadable",
    "at_field",
    "budget_lines",
    "check_file",
    "check_record",
    "code_lists",
    "differences",
    "is_error",
    "lists_as_of",
    "path_of_fields",
    "read_record",
    "read_ruleset",
    "split_by_year",
    "standard_rules",
    "stream",
    "use_lists",
    "wrap_records",
    "write_activities",
    "write_file",
    "write_organisations",
    "write_record",
]
