from korpu.foundations.persons.models.held_document import HeldDocument
from korpu.foundations.persons.models.identity_fact import IdentityFact
from korpu.foundations.persons.models.involvement import Involvement
from korpu.foundations.persons.models.merge import Merge, MergeMove
from korpu.foundations.persons.models.person import Person
from korpu.foundations.persons.models.protection_hold import ProtectionHold
from korpu.foundations.persons.models.reading_grant import ReadingGrant
from korpu.foundations.persons.models.relation import Relation
from korpu.foundations.persons.models.search_index import (
    NameToken,
    QuietBusiness,
    SearchEntry,
    SearchPair,
    TokenNeighbour,
)
from korpu.foundations.persons.models.search_receipt import SearchReceipt

__all__ = [
    "HeldDocument",
    "IdentityFact",
    "Involvement",
    "Merge",
    "MergeMove",
    "NameToken",
    "Person",
    "ProtectionHold",
    "QuietBusiness",
    "ReadingGrant",
    "Relation",
    "SearchEntry",
    "SearchPair",
    "SearchReceipt",
    "TokenNeighbour",
]
