"""Persons: who somebody is, on whose word, which documents name them, and who may know.

Owned here: persons with their identity facts, documents held, relations, the search across scripts
and offices, merging, and the gate before anything leaves the country. Not owned: cases (a case
involves a person), why somebody may not be sent (the compartment that holds it), and whether a
document is genuine.
"""

from korpu.foundations.persons.enums import FactKind, Gate, ReadingScope, RelationKind, SourceKind
from korpu.foundations.persons.facts import Fact, Source
from korpu.foundations.persons.panels import PersonPanel, register_person_panel
from korpu.foundations.persons.search import Candidate, PersonQuery, find_candidates
from korpu.foundations.persons.selectors import (
    display_names,
    documents_of,
    facts_of,
    get_candidate,
    get_person,
    get_receipt,
    relations_of,
)
from korpu.foundations.persons.services.documents import (
    end_relation,
    record_document,
    relate,
    withdraw_document,
)
from korpu.foundations.persons.services.facts import add_facts, supersede_fact
from korpu.foundations.persons.services.involvement import (
    end_involvement,
    end_reading,
    grant_reading,
    involve,
)
from korpu.foundations.persons.services.merging import merge_persons, on_merge, undo_merge
from korpu.foundations.persons.services.protection import (
    end_protection_hold,
    gate,
    gate_at_sending,
    on_protection_hold,
    record_protection_hold,
)
from korpu.foundations.persons.services.registration import create_person
from korpu.foundations.persons.services.searching import SearchResult, search_persons
from korpu.foundations.persons.validation import warnings_about

__all__ = [
    "Candidate",
    "Fact",
    "FactKind",
    "Gate",
    "PersonPanel",
    "PersonQuery",
    "ReadingScope",
    "RelationKind",
    "SearchResult",
    "Source",
    "SourceKind",
    "add_facts",
    "create_person",
    "display_names",
    "documents_of",
    "end_involvement",
    "end_protection_hold",
    "end_reading",
    "end_relation",
    "facts_of",
    "find_candidates",
    "gate",
    "gate_at_sending",
    "get_candidate",
    "get_person",
    "get_receipt",
    "grant_reading",
    "involve",
    "merge_persons",
    "on_merge",
    "on_protection_hold",
    "record_document",
    "record_protection_hold",
    "register_person_panel",
    "relate",
    "relations_of",
    "search_persons",
    "supersede_fact",
    "undo_merge",
    "warnings_about",
    "withdraw_document",
]
