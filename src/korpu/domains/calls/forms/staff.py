"""What the staff decide, and what assessors score."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korpu.domains.calls.enums import ObjectionRuling, Outcome, PostKind
from korpu.domains.calls.forms.grown import GrownForm
from korpu.domains.calls.models import Candidate, Condition, Criterion, Decision, Post, Score
from korpu.domains.calls.scores import Standing
from korpu.domains.calls.selectors.assessing import Applicant
from korpu.domains.calls.services.assessing import Points
from korpu.domains.calls.services.contracting import ContractData
from korpu.domains.calls.services.deciding import Proposal
from korpu.domains.calls.services.eligibility import FindingData
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.organisations.models import Organisation
from korpu.foundations.ui.forms import DateField, Form

REASONS_ROWS = {"rows": 4}


class CompletionForm(Form):
    what = forms.CharField(
        label=_("What is missing or unclear"),
        max_length=2000,
        widget=forms.Textarea(attrs=REASONS_ROWS),
        help_text=_("The applicant reads this in a letter."),
    )
    until = DateField(label=_("Last day to complete it"), earliest=timezone.localdate)


class EligibilityForm(GrownForm):
    """A finding per condition."""

    def __init__(self, *args: Any, conditions: Sequence[Condition], **options: Any) -> None:
        grown: dict[str, forms.Field] = {}
        self.conditions = conditions
        for one in conditions:
            grown[f"condition-{one.pk}"] = forms.ChoiceField(
                label=str(one.text),
                choices=(("yes", _("Met")), ("no", _("Not met"))),
                widget=forms.RadioSelect,
            )
            grown[f"note-{one.pk}"] = forms.CharField(
                label=_("Note on this condition"), max_length=500, required=False
            )
        grown["reasons"] = forms.CharField(
            label=_("Reasons, if a condition is not met"),
            max_length=2000,
            required=False,
            widget=forms.Textarea(attrs=REASONS_ROWS),
            help_text=_("The applicant reads this in a letter."),
        )
        self.grow({}, grown)
        super().__init__(*args, **options)

    def findings(self) -> dict[int, FindingData]:
        given = self.cleaned_data
        return {
            one.pk: FindingData(given[f"condition-{one.pk}"] == "yes", given[f"note-{one.pk}"])
            for one in self.conditions
        }


class AppointForm(Form):
    user = forms.ChoiceField(label=_("Assessor"))

    def __init__(self, *args: Any, people: Sequence[tuple[int, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["user"].choices = [(str(key), name) for key, name in people]  # type: ignore[attr-defined]  # a ChoiceField


class ConflictForm(GrownForm):
    """Whether there is a conflict with each applicant, and which."""

    says_what_is_optional = False

    def __init__(self, *args: Any, applicants: Sequence[Applicant], **options: Any) -> None:
        grown: dict[str, forms.Field] = {}
        self.applicants = applicants
        for one in applicants:
            grown[f"reason-{one.pk}"] = forms.CharField(
                label=f"{one.organisation_name} ({one.reference})",
                max_length=500,
                required=False,
                help_text=_("Leave empty if there is no conflict; otherwise say what it is."),
            )
        grown["is_complete"] = forms.BooleanField(
            label=_(
                "I have no conflict of interest with any other applicant: no kinship, work, money "
                "or membership."
            )
        )
        self.grow({}, grown)
        super().__init__(*args, **options)

    def conflicts(self) -> dict[int, str]:
        given = {one.pk: self.cleaned_data[f"reason-{one.pk}"] for one in self.applicants}
        return {key: words for key, words in given.items() if words}


class SheetForm(GrownForm):
    """Points and comment per criterion; it may be saved with gaps."""

    def __init__(self, *args: Any, criteria: Sequence[Criterion], **options: Any) -> None:
        grown: dict[str, forms.Field] = {}
        self.criteria = criteria
        for one in criteria:
            grown[f"points-{one.pk}"] = forms.IntegerField(
                label=str(one.text),
                min_value=0,
                max_value=one.scale_max,
                required=False,
                help_text=_("From 0 to %(best)s. Weight: %(weight)s %%.")
                % {"best": one.scale_max, "weight": one.weight},
            )
            grown[f"comment-{one.pk}"] = forms.CharField(
                label=_("Why these points"), max_length=500, required=False
            )
        grown["comment"] = forms.CharField(
            label=_("Comment on the whole"),
            max_length=3000,
            required=False,
            widget=forms.Textarea(attrs=REASONS_ROWS),
        )
        grown["version"] = forms.IntegerField(widget=forms.HiddenInput)
        self.grow({}, grown)
        super().__init__(*args, **options)

    @property
    def rows(self) -> Iterator[tuple[Criterion, BoundField, BoundField]]:
        for one in self.criteria:
            yield one, self[f"points-{one.pk}"], self[f"comment-{one.pk}"]

    def points(self) -> dict[int, Points]:
        given = self.cleaned_data
        return {
            one.pk: Points(given[f"points-{one.pk}"], given[f"comment-{one.pk}"])
            for one in self.criteria
            if given[f"points-{one.pk}"] is not None
        }


def sheet_initial(scores: Sequence[Score], comment: str, version: int) -> dict[str, Any]:
    """What the form shows of a saved sheet."""
    shown: dict[str, Any] = {"comment": comment, "version": version}
    for one in scores:
        shown[f"points-{one.criterion_id}"] = one.points
        shown[f"comment-{one.criterion_id}"] = one.comment
    return shown


class ProposalForm(GrownForm):
    """An outcome, a post and reasons for each application."""

    def __init__(
        self,
        *args: Any,
        standings: Sequence[Standing],
        posts: Sequence[Post],
        **options: Any,
    ) -> None:
        grown: dict[str, forms.Field] = {}
        self.standings = standings
        self.posts = {str(one.pk): one for one in posts}
        choices = [("", "—"), *((key, str(one)) for key, one in self.posts.items())]
        for one in standings:
            key = one.application.pk
            grown[f"outcome-{key}"] = forms.ChoiceField(
                label=_("Outcome"), choices=Outcome.choices, widget=forms.RadioSelect
            )
            grown[f"post-{key}"] = forms.ChoiceField(
                label=_("For which post"), choices=choices, required=False
            )
            grown[f"reasons-{key}"] = forms.CharField(
                label=_("Reasons, as the applicant reads them"),
                max_length=2000,
                widget=forms.Textarea(attrs=REASONS_ROWS),
            )
        self.grow({}, grown)
        super().__init__(*args, **options)

    @property
    def rows(self) -> Iterator[tuple[Standing, list[BoundField]]]:
        for one in self.standings:
            key = one.application.pk
            yield one, [self[f"{name}-{key}"] for name in ("outcome", "post", "reasons")]

    def proposals(self) -> dict[int, Proposal]:
        given = self.cleaned_data
        return {
            key: Proposal(
                Outcome(given[f"outcome-{key}"]),
                given[f"reasons-{key}"],
                self.posts.get(given[f"post-{key}"])
                if given[f"outcome-{key}"] == Outcome.AWARD
                else None,
            )
            for key in (one.application.pk for one in self.standings)
        }


def proposal_initial(decisions: Sequence[Decision]) -> dict[str, Any]:
    """What the form shows of an earlier proposal."""
    shown: dict[str, Any] = {}
    for one in decisions:
        shown[f"outcome-{one.application_id}"] = one.outcome
        shown[f"post-{one.application_id}"] = str(one.post_id or "")
        shown[f"reasons-{one.application_id}"] = one.reasons
    return shown


class RulingForm(Form):
    ruling = forms.ChoiceField(
        label=_("Ruling"), choices=ObjectionRuling.choices, widget=forms.RadioSelect
    )
    post = forms.ChoiceField(
        label=_("If upheld, selected for"),
        required=False,
        help_text=_("Leave open to put the application on the reserve list instead."),
    )
    reasons = forms.CharField(
        label=_("Reasons, as the applicant reads them"),
        max_length=2000,
        widget=forms.Textarea(attrs=REASONS_ROWS),
    )

    def __init__(self, *args: Any, posts: Sequence[Post], **options: Any) -> None:
        super().__init__(*args, **options)
        self.posts = {str(one.pk): one for one in posts}
        choices = [(key, str(one)) for key, one in self.posts.items()]
        self.fields["post"].choices = [("", "—"), *choices]  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def chosen_post(self) -> Post | None:
        return self.posts.get(self.cleaned_data["post"])


class ContractForm(Form):
    """What is agreed with a selected organisation."""

    organisation = forms.ChoiceField(
        label=_("Organisation in the system"),
        required=False,
        help_text=_("Choose it only if it is there already; otherwise it is entered anew."),
    )
    valid_from = DateField(label=_("First day of the contract"))
    valid_until = DateField(label=_("Last day of the contract"))
    deliverables = forms.CharField(
        label=_("Deliverables, one per line"),
        max_length=3000,
        widget=forms.Textarea(attrs=REASONS_ROWS),
    )
    people = forms.MultipleChoiceField(
        label=_("Who works under the contract"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("They receive the role of the post for the term of the contract, no longer."),
    )

    def __init__(
        self,
        *args: Any,
        post: Post,
        candidates: Sequence[Candidate],
        organisations: Sequence[Organisation],
        workplaces: Sequence[Compartment],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.candidates = {str(one.pk): one for one in candidates}
        self.organisations = {one.code: one for one in organisations}
        self.workplaces = {str(one.pk): one for one in workplaces}
        self._choose(
            "people", {key: f"{one.full_name}, {one.email}" for key, one in self.candidates.items()}
        )
        known = {code: str(one) for code, one in self.organisations.items()}
        self._choose("organisation", {"": _("A new organisation"), **known})
        if post.kind == PostKind.COORDINATOR:
            offices = {key: str(one.office) for key, one in self.workplaces.items()}
            self.fields["workplace"] = forms.ChoiceField(
                label=_("Office whose support cases the coordinator runs"),
                choices=list(offices.items()),
            )

    def _choose(self, name: str, choices: Mapping[str, Any]) -> None:
        self.fields[name].choices = list(choices.items())  # type: ignore[attr-defined]  # a ChoiceField

    def agreed(self) -> ContractData:
        given = self.cleaned_data
        return ContractData(
            valid_from=given["valid_from"],
            valid_until=given["valid_until"],
            deliverables=given["deliverables"],
            candidates=[self.candidates[key] for key in given["people"]],
            organisation=self.organisations.get(given["organisation"]),
            workplace=self.workplaces.get(given.get("workplace", "")),
        )
