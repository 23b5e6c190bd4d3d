"""The cover of a case file: time line, terms with their explanations, decisions, contents."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.utils import timezone

from korpu.engines.procedure.api import Citation, Procedure
from korpu.foundations.accounts.api import Actor, jurisdiction_folder
from korpu.foundations.casework import wording_letters as words
from korpu.foundations.casework.decision_letters import is_told
from korpu.foundations.casework.engine import procedure_of
from korpu.foundations.casework.letters import letter_data
from korpu.foundations.casework.models import Act, Case
from korpu.foundations.casework.projection import whole_log
from korpu.foundations.casework.telling import state_of
from korpu.foundations.ui.pdf import render
from korpu.kernel.texts import Language, Text, speaking


def cover(  # noqa: PLR0913  one argument each for what stands on it
    case: Case,
    log: Sequence[Act],
    *,
    requester: str,
    purpose: str,
    language: Language,
    hashes: Mapping[str, str],
    left_out: int,
    actor: Actor,
    at: datetime,
) -> bytes:
    """The cover as a tagged PDF.

    Args:
        case: whose file it is.
        log: the entries in the file.
        requester: for whom.
        purpose: why, as the form calls it.
        language: of the cover.
        hashes: SHA-256 of every other part, by name.
        left_out: how many entries are kept to the office.
        actor: who takes it out.
        at: the moment.
    """
    with speaking(language):
        known = letter_data(
            case=case, act=None, number=case.number, addressee=requester, actor=actor, at=at
        )
        blocks = [
            *_head(case, purpose, left_out),
            *_log(case, log),
            *_terms(case, log, at),
            {"heading": words.CONTENTS},
            {"rows": [[name, f"SHA-256 {digest}"] for name, digest in sorted(hashes.items())]},
        ]
        data = known | {"subject": words.CASE_FILE.format(number=case.number), "blocks": blocks}
        path = jurisdiction_folder() / "letters" / "case_file.typ"
        return render(path, data, language, at=at)


def _head(case: Case, purpose: str, left_out: int) -> list[object]:
    procedure = procedure_of(case)
    rows: list[list[object]] = [
        [words.PROCEDURE, procedure.title],
        [words.VERSION, f"{case.procedure} {case.procedure_version}"],
        [words.OPENED, case.opened_on],
        [words.STATE, procedure.statuses[case.status].title],
        [words.PURPOSE, words.PURPOSES[purpose]],
    ]
    kept = [words.LEFT_OUT.format(count=left_out)] if left_out else []
    return [{"rows": rows}, *kept]


def _log(case: Case, log: Sequence[Act]) -> list[object]:
    procedure = procedure_of(case)
    rows = [[act.effective_on, _line(procedure, act)] for act in log]
    decisions = [act for act in log if is_told(procedure, procedure.act(act.act))]
    blocks: list[object] = [{"heading": words.TIMELINE}, {"rows": rows}]
    for act in decisions:
        declared = procedure.act(act.act)
        blocks += [
            {"heading": words.DECISION.format(act=declared.title)},
            {"rows": _decision(declared.law, act)},
        ]
        if declared.remedy:
            blocks.append(declared.remedy.sentence)
    return blocks


def _decision(law: Sequence[Citation], act: Act) -> list[list[object]]:
    cited = "; ".join(f"{one.instrument}, {one.article}".rstrip(", ") for one in law)
    rows: list[list[object]] = [[words.DAY, act.effective_on], [words.LAW, cited or "–"]]
    return [*rows, [words.REASONS, act.note]] if act.note else rows


def _line(procedure: Procedure, act: Act) -> Text:
    title, status = procedure.act(act.act).title, procedure.statuses[act.status_after].title
    line = words.LINE.format(act=title, status=status)
    return words.OUT_OF_ORDER.format(line=line) if act.deviation else line


def _terms(case: Case, log: Sequence[Act], at: datetime) -> list[object]:
    """Every term with its explanation; only for whom the whole log is in the file."""
    if len(log) != case.act_count:
        return []
    state = state_of(case, whole_log(case), timezone.localdate(at))
    told = [term.explanation for term in state.deadlines]
    return [{"heading": words.TERMS_EXPLAINED}, {"list": told}] if told else []
