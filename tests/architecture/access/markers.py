"""Words planted in the objects of the world, each with the people who may read it."""

from dataclasses import dataclass

from tests.architecture.access.people import holders

OFFICE = frozenset({"readmission_officer", "readmission_supervisor", "deputy"})
SENDER = frozenset({"liaison"})
BORDER = frozenset({"border_officer"})
PROTECTION = frozenset({"protection_officer"})
ASYLUM = frozenset(
    {"asylum_officer", "asylum_supervisor"}
)  # of the same office: its compartment keeps the holds
COORDINATION = frozenset({"reintegration_coordinator"})
SUPPORT = COORDINATION | {"programme_finance"}
HELPERS = SUPPORT | {"mentor"}
PROJECTS = frozenset({"project_manager", "programme_director"})
DONOR = frozenset({"donor"})
JUDGES = PROJECTS | {"assessor"}
COUNTING = frozenset({"statistician", "analyst"})
ADMINISTRATION = frozenset({"administrator"})
AUDIT = frozenset({"auditor"})
NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Marker:
    """A word, what it stands in, and who may read it on any page."""

    text: str
    stands_in: str
    readers: frozenset[str]


APPLICANT = Marker("Mərkərzadə", "surname in an application", OFFICE | SENDER | BORDER)
REFERENCE = Marker("MRK-REF-7719", "reference number", OFFICE | SENDER | BORDER)
HEALTH = Marker("Mrkdiabet", "health needs", OFFICE | SENDER)
REMARKS = Marker("Mrkqeydlər", "remarks of the sender", OFFICE | SENDER)
FINDING = Marker("Mrktapıntı", "finding about identity", OFFICE)
DOCUMENT = Marker("MRKC0155", "number of a document held", OFFICE)
EVIDENCE = Marker("mrk-subut", "name of an evidence file", OFFICE | SENDER)
EVIDENCE_BODY = Marker("MrkEvidenceBody", "content of an evidence file", OFFICE | SENDER)
ATTACHMENT = Marker("mrk-daxili", "name of an internal file", OFFICE)
ATTACHMENT_BODY = Marker("MrkInternalBody", "content of an internal file", OFFICE)
OFFICE_NOTE = Marker("Mrkgizliqeyd", "note kept to the office", OFFICE)
SHARED_NOTE = Marker("Mrkortaqqeyd", "note for those the case is shared with", OFFICE | BORDER)
TASK = Marker("Mrktapşırıq", "title of a task", OFFICE)
ESCORT = Marker("Mrkmüşayiət", "names of an escort", OFFICE | SENDER | BORDER)
DRAFT = Marker("MRK-DRAFT-31", "reference in a draft", SENDER)
DRAFT_FILE = Marker("mrk-qaralama", "name of a file in a draft", SENDER)
PROTECTED = Marker("Mrkgizlinoğlu", "surname of a protected person", OFFICE | SENDER | PROTECTION)
PROTECTED_REFERENCE = Marker("MRK-REF-8820", "reference of the second case", OFFICE | SENDER)
HOLD = Marker("Mrksığınacaq", "ground of a hold of protection", PROTECTION)
RETURNEE = Marker("Mrkqayıdan", "surname of a returnee with a plan", HELPERS)
GROUNDS = Marker("Mrkzəiflik", "ground of a vulnerability screening", COORDINATION)
GOAL = Marker("Mrkməqsəd", "goal of a need", HELPERS)
VISIT = Marker("Mrkziyarət", "note of a visit", HELPERS)
PROOF = Marker("mrk-qaime", "name of a proof of delivery", HELPERS)
PROOF_BODY = Marker("MrkProofBody", "content of a proof of delivery", HELPERS)
WAITING = Marker("Mrkgözləyən", "surname of a returnee who waits", COORDINATION)
PSEUDONYM = Marker("mrk-psdn", "pseudonym in an extract", COUNTING)
DRAFT_RELEASE = Marker("Mrkqaralamadərc", "note of a release in draft", COUNTING)
DRAFT_PUBLICATION = Marker("Mrkqaralamanəşr", "title of a publication in draft", PROJECTS)
PROPOSAL = Marker("Mrkyanaşma", "what an applicant to a call wrote", JUDGES)
TOKEN = Marker("Mrksistem", "title of an API token", ADMINISTRATION | AUDIT)

MARKERS = tuple(value for value in list(globals().values()) if isinstance(value, Marker))
SURNAMES = (APPLICANT, PROTECTED, RETURNEE, WAITING)

FOUND_BY_SEARCH = holders("persons.person.search")
"""Search before create: they find the name of anybody, and which office to ask."""
