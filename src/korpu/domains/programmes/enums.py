"""Choices of the programmes room, a sentence each, and the named sets made of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ProjectStatus(models.TextChoices):
    """Where a project stands."""

    PLANNED = "planned", _("Not begun yet")
    RUNNING = "running", _("Under way")
    COMPLETED = "completed", _("Completed")
    CANCELLED = "cancelled", _("Cancelled")


class PartyRole(models.TextChoices):
    """What an organisation is to a project."""

    DONOR = "donor", _("Donor")
    IMPLEMENTER = "implementer", _("Implementer")
    BENEFICIARY = "beneficiary", _("Beneficiary institution")
    COMPONENT_LEADER = "component_leader", _("Leader of a component")
    PARTNER = "partner", _("Partner institution")


class ValueState(models.TextChoices):
    """Why a value is there or is not; none of these is zero."""

    STATED = "stated", _("Stated")
    NOT_STATED = "not_stated", _("Not stated by the source")
    UNKNOWN = "unknown", _("Not known to us")


class DateKind(models.TextChoices):
    """What happened, or was to happen, on a day."""

    ENTRUSTED = "entrusted", _("Implementer entrusted")
    AGREEMENT_SIGNED = "agreement_signed", _("Agreement signed")
    PLANNED_START = "planned_start", _("Planned start")
    PLANNED_END = "planned_end", _("Planned end")
    ACTUAL_START = "actual_start", _("Actual start")
    ACTUAL_END = "actual_end", _("Actual end")
    OFFICE_OPENED = "office_opened", _("Office opened")


class Precision(models.TextChoices):
    """How exactly a day is known; a month is kept as its first day, a year as 1 January."""

    DAY = "day", _("To the day")
    MONTH = "month", _("To the month")
    YEAR = "year", _("To the year")


class InstrumentKind(models.TextChoices):
    """What kind of legal instrument it is."""

    DECLARATION = "declaration", _("Declaration")
    ORDER = "order", _("Order")
    AGREEMENT = "agreement", _("Agreement")


class InstrumentRelation(models.TextChoices):
    """What an instrument is to a project."""

    FOLLOWS_FROM = "follows_from", _("The project follows from it")
    IMPLEMENTS = "implements", _("The project helps to carry it out")


class ObjectiveLevel(models.TextChoices):
    """How far an objective reaches."""

    GENERAL = "general", _("General objective")
    SPECIFIC = "specific", _("Specific objective")
    AREA = "area", _("Area of support")


class ActivityKind(models.TextChoices):
    """What is done."""

    ANALYSIS = "analysis", _("Analysis and research")
    CAPACITY = "capacity", _("Capacity building")
    EVENTS = "events", _("Trainings, seminars, visits and meetings")
    INTEGRATION = "integration", _("Integration services")
    AWARENESS = "awareness", _("Information and awareness")
    PUBLICATION = "publication", _("Publications")
    SUPPORT = "support", _("Support to people")
    SELECTION = "selection", _("Selection of organisations")


class ActivityStatus(models.TextChoices):
    """Where an activity stands."""

    PLANNED = "planned", _("Not begun yet")
    RUNNING = "running", _("Under way")
    COMPLETED = "completed", _("Completed")
    CANCELLED = "cancelled", _("Cancelled")


PUBLIC_DATES = frozenset(DateKind)
ENDS = {DateKind.PLANNED_START: DateKind.PLANNED_END, DateKind.ACTUAL_START: DateKind.ACTUAL_END}


class ResultLevel(models.TextChoices):
    """How far along the chain a result lies (IATI codelist ResultType)."""

    OUTPUT = "output", _("Output")
    OUTCOME = "outcome", _("Outcome")
    IMPACT = "impact", _("Impact")


class ApprovalState(models.TextChoices):
    """Where a proposal about money stands."""

    PROPOSED = "proposed", _("Waiting for approval")
    APPROVED = "approved", _("Approved")
    REFUSED = "refused", _("Not approved")


class FigureState(models.TextChoices):
    """Where a change of an approved figure stands."""

    PROPOSED = "proposed", _("Waiting for approval")
    APPROVED = "approved", _("Approved")
    REFUSED = "refused", _("Not approved")
    TAKEN_BACK = "taken_back", _("Taken back")


class TransactionKind(models.TextChoices):
    """What happened to the money (IATI codelist TransactionType)."""

    INCOMING = "incoming", _("Received from the donor")
    COMMITMENT = "commitment", _("Commitment")
    DISBURSEMENT = "disbursement", _("Disbursement")
    EXPENDITURE = "expenditure", _("Expenditure")


class RiskStatus(models.TextChoices):
    """Whether a risk is still watched."""

    OPEN = "open", _("Watched")
    OCCURRED = "occurred", _("It has happened")
    CLOSED = "closed", _("No longer a risk")


class ChangeKind(models.TextChoices):
    """What was done to a project or a part of it."""

    ADDED = "added", _("Added")
    CHANGED = "changed", _("Changed")
    REMOVED = "removed", _("Taken out")
    PUT_BACK = "put_back", _("Put back")
    APPROVED = "approved", _("Approved")
    REFUSED = "refused", _("Not approved")
    PROPOSED = "proposed", _("Proposed")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn from the public")


class ReportSection(models.TextChoices):
    """A part of the report to the donors, in the order it is read."""

    AIMS = "aims", _("What the project is for")
    WORK = "work", _("What was done")
    RESULTS = "results", _("Results")
    MONEY = "money", _("Money")
    RISKS = "risks", _("Risks")


class NarrativeState(models.TextChoices):
    """Where the words of a section stand."""

    DRAFT = "draft", _("Draft")
    REVIEWED = "reviewed", _("Reviewed")


class WorkbookMode(models.TextChoices):
    """What may happen to the project's parts; chosen, never guessed."""

    ADD = "add", _("Only add new rows")
    UPDATE = "update", _("Only update existing rows")
    BOTH = "both", _("Add new rows and update existing ones")
